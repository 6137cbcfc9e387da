"""Puts the `Actor` on every request: who, now, from where, with which roles."""

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from samenspel.web.accounts.actor import Actor
from samenspel.web.base.request import Request

Handler = Callable[[HttpRequest], HttpResponse]


def who_acts(get_response: Handler) -> Handler:
    def handle(request: HttpRequest) -> HttpResponse:
        cast(Request, request).actor = actor_of(request)
        return get_response(request)

    return handle


def actor_of(request: HttpRequest) -> Actor:
    now, origin = timezone.now(), address_of(request)
    if not request.user.is_authenticated:
        return Actor(user=None, at=now, origin=origin)
    return Actor.of(request.user, at=now, origin=origin)


def address_of(request: HttpRequest) -> str:
    """The network address; behind our own proxies the one that the outermost of them saw."""
    remote = request.META.get("REMOTE_ADDR") or "unknown"
    if not settings.PROXIES:
        return str(remote)
    passed = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    seen = [part for part in passed if part][-settings.PROXIES :]
    return seen[0] if seen else str(remote)
