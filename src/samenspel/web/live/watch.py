"""Whether who is connected still may be: the circle, the account, the role, the session.

Asked for everybody at once, a few times a second, so that nobody looks on for longer than that
after their place ended.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db.models import Q

from samenspel.web.accounts.models import RoleGrant, User
from samenspel.web.accounts.rights import Function, functions_of
from samenspel.web.cases.models import CircleMember
from samenspel.web.cases.states import State
from samenspel.web.live.door import Entry

Place = tuple[int, UUID]


@dataclass(frozen=True)
class Standing:
    """What still holds at a moment: role by user and case, and the sessions and accounts."""

    places: dict[Place, str]
    sessions: frozenset[str]
    passwords: dict[int, str]
    readers: frozenset[int]

    def may_stay(self, entry: Entry) -> bool:
        user = entry.seat.user_id
        return (
            (user, entry.case.public_id) in self.places
            and entry.session in self.sessions
            and self.passwords.get(user) == entry.password
            and user in self.readers
        )

    def sits_as_before(self, entry: Entry) -> bool:
        return self.places.get((entry.seat.user_id, entry.case.public_id)) == entry.seat.role


def standing(entries: Collection[Entry], at: datetime) -> Standing:
    """In four queries, however many are connected."""
    users = {one.seat.user_id for one in entries}
    return Standing(
        places=_places(users, {one.case.pk for one in entries}, at),
        sessions=_sessions({one.session for one in entries}, at),
        passwords=_passwords(users),
        readers=_readers(users, at),
    )


def _places(users: Iterable[int], cases: Iterable[int], at: datetime) -> dict[Place, str]:
    members = CircleMember.objects.filter(
        Q(until__isnull=True) | Q(until__gt=at), user__in=users, case__in=cases, since__lte=at
    ).exclude(case__state=State.CLOSED)
    rows = members.order_by("since", "id").values_list("user_id", "case__public_id", "role")
    return {(user, case): role for user, case, role in rows}


def _sessions(keys: Iterable[str], at: datetime) -> frozenset[str]:
    found = Session.objects.filter(session_key__in=keys, expire_date__gt=at)
    return frozenset(found.values_list("session_key", flat=True))


def _passwords(users: Iterable[int]) -> dict[int, str]:
    """A digest of the password, as sessions have it: another password ends the others."""
    active = User.objects.filter(pk__in=users, is_active=True).only("password")
    return {one.pk: one.get_session_auth_hash() for one in active}


def _readers(users: Iterable[int], at: datetime) -> frozenset[int]:
    grants = RoleGrant.objects.holding_at(at).filter(user__in=users)
    return frozenset(
        user
        for user, role in grants.values_list("user_id", "role")
        if Function.READ_CASE in functions_of([role])
    )
