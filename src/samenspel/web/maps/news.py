"""Telling who follows a map that something changed, after it was committed.

Within this process by a call; on PostgreSQL every process hears it through NOTIFY, which goes out
with the commit. News says where something changed and never what.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID, uuid4

from django.db import connection, transaction

from samenspel.web.maps.models import Map

CHANNEL = "samenspel_map"
PROCESS = uuid4().hex
"""Tells the news of this process from that of another."""


class Kind(StrEnum):
    EDIT = "edit"
    STATE = "state"  # frozen or not, a joint moment, a place by hand, a body emptied
    RIGHTS = "rights"  # somebody's place in a circle changed


@dataclass(frozen=True)
class News:
    """`number` is that of the map's last edit. `case_id` is the public id of the case."""

    case_id: UUID
    number: int
    kind: Kind

    @property
    def payload(self) -> str:
        return f"{self.case_id} {self.number} {self.kind} {PROCESS}"


def of_state(found: Map) -> News:
    """Something about the map changed that is no edit."""
    return News(found.case.public_id, found.last_number, Kind.STATE)


def read(payload: str) -> tuple[News, str]:
    """What another process told, and which process; `ValueError` when it is something else."""
    case_id, number, kind, process = payload.split()
    return News(UUID(case_id), int(number), Kind(kind)), process


Listener = Callable[[News], None]
_listeners: list[Listener] = []


def listen(callback: Listener) -> Callable[[], None]:
    """Call back for everything that this process tells; gives what stops it."""
    _listeners.append(callback)
    return lambda: _listeners.remove(callback)


def tell(*news: News) -> None:
    """In the transaction of what changed. Who listens and fails takes nothing back of it."""
    if connection.vendor == "postgresql" and news:
        _notify([one.payload for one in news])
    transaction.on_commit(lambda: hand_on(news), robust=True)


def hand_on(news: Sequence[News]) -> None:
    for one in news:
        for callback in tuple(_listeners):
            callback(one)


def _notify(payloads: list[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_notify(%s, told) FROM unnest(%s::text[]) AS told", [CHANNEL, payloads]
        )
