"""The addresses of django-allauth that we open, each classified like our own.

allauth brings pages that have no place here: signing up, resetting a password by mail (a
family member needs no mail; a new one-time code is handed over in person). What is not named
below answers 404, also after an upgrade that adds pages.
"""

from collections.abc import Iterable
from typing import Any

from allauth import urls as allauth_urls
from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import URLPattern, URLResolver

from samenspel.web.accounts.access import SIGNED_IN, View, guard, public

OPEN_TO_ALL = {"account_login", "account_inactive"}
FOR_WHO_SIGNED_IN = {"account_logout", "account_change_password", "account_reauthenticate"}

if settings.MFA_SUPPORTED_TYPES:  # an authenticator app or passkeys are switched on
    OPEN_TO_ALL |= {"mfa_authenticate", "mfa_login_webauthn"}
    FOR_WHO_SIGNED_IN |= {
        "mfa_index",
        "mfa_reauthenticate",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "mfa_remove_webauthn",
        "mfa_edit_webauthn",
        "mfa_reauthenticate_webauthn",
    }

if settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]:  # single sign-on is switched on
    OPEN_TO_ALL |= {
        "openid_connect_login",
        "openid_connect_callback",
        "socialaccount_login_cancelled",
        "socialaccount_login_error",
        "socialaccount_signup",
    }


@public
def closed(request: HttpRequest, **_: Any) -> None:
    """A page of allauth that we do not open."""
    raise Http404


def _classified(patterns: Iterable[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    return [_one(pattern) for pattern in patterns]


def _one(pattern: URLPattern | URLResolver) -> URLPattern | URLResolver:
    if isinstance(pattern, URLResolver):
        inside = _classified(pattern.url_patterns)
        return URLResolver(pattern.pattern, inside, pattern.default_kwargs)
    view = _view(pattern.name, pattern.callback)
    return URLPattern(pattern.pattern, view, pattern.default_args, pattern.name)


def _view(name: str | None, view: View) -> View:
    if name in FOR_WHO_SIGNED_IN:
        return guard(view, SIGNED_IN)
    return public(view) if name in OPEN_TO_ALL else closed


urlpatterns = _classified(allauth_urls.urlpatterns)
