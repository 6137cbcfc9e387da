"""Every view is classified: public, for everybody who signed in, or for one function.

The URL test walks all addresses and fails for a view without such a mark. Whoever lacks
the function gets 404: that a page exists is already something to know.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse

from samenspel.web.accounts.rights import Function
from samenspel.web.base.kept import show_kept_form
from samenspel.web.base.request import Request

View = Callable[..., Any]


@dataclass(frozen=True)
class Access:
    """`function` None: everybody who signed in. `circle`: only for who is in the case's circle."""

    signed_in: bool
    function: Function | None = None
    circle: bool = False


PUBLIC = Access(signed_in=False)
SIGNED_IN = Access(signed_in=True)


def public(view: View) -> View:
    """A page for everybody, also who is not signed in."""
    return classified(view, PUBLIC)


def signed_in(view: View) -> View:
    """A page for everybody with an account."""
    return guard(view, SIGNED_IN)


def requires(function: Function) -> Callable[[View], View]:
    """A page for the roles that have this function."""
    return lambda view: guard(view, Access(signed_in=True, function=function))


def guard(view: View, access: Access) -> View:
    @wraps(view)
    def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return ask_to_sign_in(request)
        if access.function and not request.actor.may(access.function):
            raise Http404
        response: HttpResponse = view(request, *args, **kwargs)
        return response

    return classified(guarded, access)


def classified(view: View, access: Access) -> View:
    """The view with the mark that the URL test reads."""
    view.access = access  # type: ignore[attr-defined]  # a function takes any attribute; its type does not say so
    return view


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in page and back; a form that was sent is kept on the way."""
    if request.method == "POST":
        return show_kept_form(request)
    return redirect_to_login(request.get_full_path())
