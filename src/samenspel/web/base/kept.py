"""Nothing that was typed is lost when a session or a form expires.

A form that arrives without a session, or with an old token, is shown again with everything in
it and a button that sends it once more. Only for forms of our own pages: a request that
another site sent is refused, so that nobody can be lured into sending what they did not write.
"""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samenspel.web.base.errors import refused

NEVER_KEPT = {"csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword", "code"}


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django calls this for a form with an old or missing token."""
    if not _sent_by_our_own_page(request) or request.path.startswith("/account/"):
        return refused(request)
    return show_kept_form(request)


def show_kept_form(request: HttpRequest) -> HttpResponse:
    """The page with what was typed. Status 403: nothing was saved."""
    typed = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in NEVER_KEPT
        for value in values
    ]
    words = [value for _name, value in typed if " " in value.strip()]
    context = {
        "typed": typed,
        "words": words,
        "signed_in": request.user.is_authenticated,
        "address": request.path,
    }
    return render(request, "base/kept.html", context, status=403)


def _sent_by_our_own_page(request: HttpRequest) -> bool:
    sender = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return urlsplit(sender).netloc == request.get_host()
