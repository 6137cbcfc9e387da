"""Who may sit down at a map: the own page, a session, somebody active in the circle of the case.

Everybody else gets the same answer before the socket opens: that there is no such case, that it is
not theirs, that they did not sign in.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user
from django.core.exceptions import DisallowedHost
from django.http import Http404, HttpRequest
from django.http.cookie import parse_cookie
from django.utils import timezone
from django.utils.translation import get_language_from_request

from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.middleware import address_of
from samenspel.web.accounts.models import User
from samenspel.web.audit.record import Act, record
from samenspel.web.cases.access import get_case
from samenspel.web.cases.models import Case
from samenspel.web.maps.access import seat_of
from samenspel.web.maps.seats import Seat

Headers = Iterable[tuple[bytes, bytes]]


@dataclass(frozen=True)
class Entry:
    """Somebody who may sit down. `session` and `password` tell later whether they still may."""

    case: Case
    seat: Seat
    lang: str
    origin: str
    session: str
    password: str


def let_in(case_id: UUID, headers: Headers, remote: str) -> Entry | None:
    """The entry of who may; to connect is a look, and is recorded."""
    request = _request(headers, remote)
    if not _is_from_our_page(request):
        return None
    user = get_user(request)
    if not isinstance(user, User) or not user.is_active:
        return None
    actor = Actor.of(user, at=timezone.now(), origin=address_of(request))
    try:
        case = get_case(actor, case_id)
        seat = seat_of(actor, case)
    except Http404:
        return None
    if case.is_closed:
        return None
    _record(actor, case)
    session = str(request.session.session_key)
    lang = get_language_from_request(request)
    return Entry(case, seat, lang, actor.origin, session, user.get_session_auth_hash())


def _record(actor: Actor, case: Case) -> None:
    record(
        Act.MAP_CONNECTED,
        by=actor,
        object_type="case",
        object_id=case.public_id,
        chain=case.public_id,
    )


def _request(headers: Headers, remote: str) -> HttpRequest:
    """What Django needs to know the host, the session, the address and the language."""
    request = HttpRequest()
    for name, value in headers:
        key = "HTTP_" + name.decode("latin-1").upper().replace("-", "_")
        text = value.decode("latin-1")
        joint = "; " if key == "HTTP_COOKIE" else ","
        request.META[key] = request.META[key] + joint + text if key in request.META else text
    request.META["REMOTE_ADDR"] = remote
    request.COOKIES = parse_cookie(request.META.get("HTTP_COOKIE", ""))
    sessions = import_module(settings.SESSION_ENGINE)
    request.session = sessions.SessionStore(request.COOKIES.get(settings.SESSION_COOKIE_NAME))
    return request


def _is_from_our_page(request: HttpRequest) -> bool:
    """A page of another site would bring the cookie along; it cannot choose its Origin."""
    try:
        origin = urlsplit(request.META.get("HTTP_ORIGIN", ""))
        return origin.scheme in {"http", "https"} and origin.netloc == request.get_host()
    except (DisallowedHost, ValueError):
        return False
