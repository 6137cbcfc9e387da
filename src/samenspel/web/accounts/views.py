"""Taking an account into use; for the administrator: accounts and roles."""

from uuid import UUID

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth import login
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from samenspel.web.accounts import actions
from samenspel.web.accounts.access import public, requires
from samenspel.web.accounts.forms import AccountForm, DistrictForm, JoinForm, RolesForm, TeamForm
from samenspel.web.accounts.models import District, User
from samenspel.web.accounts.rights import Function
from samenspel.web.accounts.roles import Role
from samenspel.web.base.attempts import sent
from samenspel.web.base.paging import page_of
from samenspel.web.base.request import Request

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@public
def join(request: Request) -> HttpResponse:
    """Take an account into use with a one-time code that was handed over in person."""
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = _take_into_use(request, form)
        if user is not None:
            login(request, user, backend=BACKEND)
            return redirect("today")
    return render(request, "accounts/join.html", {"form": form})


def _take_into_use(request: Request, form: JoinForm) -> User | None:
    """Only wrong codes count as tries: a whole team may do this at one table."""
    if not ratelimit.consume(request, action="join", dry_run=True):
        form.add_error(None, _("Too many tries. Wait five minutes and try again."))
        return None
    try:
        return actions.take_into_use(**form.cleaned_data, by=request.actor)
    except ValidationError as refusal:
        ratelimit.consume(request, action="join")
        form.add_error(None, refusal)
        return None


@requires(Function.KEEP_ACCOUNTS)
def people(request: Request) -> HttpResponse:
    users = User.objects.select_related("team", "organisation").prefetch_related("grants")
    page = page_of(request, users.order_by("name", "id"))
    for user in page.rows:
        roles = user.roles_at(request.actor.at)
        user.role_words = _words(roles)
        user.shown_name = name_outside_the_circle(user, roles)
    return render(request, "accounts/people.html", {"page": page})


@requires(Function.KEEP_ACCOUNTS)
def districts(request: Request) -> HttpResponse:
    """Districts with their teams; one form for each, told apart by the button."""
    adding_team = "add_team" in request.POST
    district_form = DistrictForm(request.POST if request.POST and not adding_team else None)
    team_form = TeamForm(request.POST if adding_team else None, prefix="team")
    if district_form.is_valid():
        actions.add_district(**district_form.cleaned_data, by=request.actor)
        return redirect("districts")
    if team_form.is_valid():
        actions.add_team(**team_form.cleaned_data, by=request.actor)
        return redirect("districts")
    context = {
        "districts": District.objects.prefetch_related("teams"),
        "district_form": district_form,
        "team_form": team_form,
    }
    return render(request, "accounts/districts.html", context)


@requires(Function.KEEP_ACCOUNTS)
def new_account(request: Request) -> HttpResponse:
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = {**form.cleaned_data, "roles": [Role(role) for role in form.cleaned_data["roles"]]}
        user, code = actions.make_account(**data, by=request.actor)
        return render(request, "accounts/code.html", {"person": user, "code": code})
    return render(request, "accounts/new.html", {"form": form})


@requires(Function.KEEP_ACCOUNTS)
def person(request: Request, user_id: UUID) -> HttpResponse:
    """Which roles somebody has; ticking gives one, unticking ends it."""
    user = get_object_or_404(User.objects.prefetch_related("grants"), public_id=user_id)
    now = user.roles_at(request.actor.at)
    form = RolesForm(request.POST or None, initial={"roles": [role.value for role in now]})
    if sent(
        request,
        form,
        lambda: actions.change_roles(
            user, [Role(role) for role in form.cleaned_data["roles"]], by=request.actor
        ),
    ):
        messages.success(request, _("Saved: %(name)s") % {"name": user.name})
        return redirect("people")
    context = {"person": user, "form": form, "shown_name": name_outside_the_circle(user, now)}
    return render(request, "accounts/person.html", context)


def name_outside_the_circle(user: User, roles: frozenset[Role]) -> str:
    """Only the circle of a family reads what its members are called."""
    return _("a family member") if roles == {Role.FAMILY_MEMBER} else user.name


def _words(roles: frozenset[Role]) -> list[str]:
    return sorted(str(role.label) for role in roles)
