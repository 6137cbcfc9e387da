"""Signing in and out, which allauth and Django announce by signals."""

from typing import Any

from django.contrib.auth import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.middleware import address_of
from samenspel.web.accounts.models import User
from samenspel.web.audit.record import REFUSED, Act, record


@receiver(user_logged_in)
def signed_in(request: HttpRequest, user: User, **_: Any) -> None:
    actor = Actor.of(user, at=timezone.now(), origin=address_of(request))
    record(Act.SIGNED_IN, by=actor, object_type="account", object_id=user.public_id)


@receiver(user_logged_out)
def signed_out(request: HttpRequest, user: User | None, **_: Any) -> None:
    if user is not None:
        actor = Actor.of(user, at=timezone.now(), origin=address_of(request))
        record(Act.SIGNED_OUT, by=actor, object_type="account", object_id=user.public_id)


@receiver(user_login_failed)
def refused(credentials: dict[str, str], request: HttpRequest | None = None, **_: Any) -> None:
    """Without the name that was typed: people sometimes type their password there."""
    if request is None:
        return
    actor = Actor(user=None, at=timezone.now(), origin=address_of(request))
    record(Act.SIGN_IN_REFUSED, by=actor, object_type="account", outcome=REFUSED)
