"""Somebody with a map open: one connection, in one seat, with one look."""

import time
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid4

from django.utils import timezone

from samenspel.drawing.sheet.look import Look, View
from samenspel.web.live.door import Entry
from samenspel.web.live.outbox import Outbox
from samenspel.web.live.tellings import Ears
from samenspel.web.maps.seats import Seat

GONE, TOO_SLOW, AGAIN, GOING_AWAY = 4403, 4408, 4409, 1001
"""Close codes: no right any more; did not read; come back, something about you changed; the server
stops."""

Pair = tuple[str, Look]
Place = tuple[UUID | None, str, bool]


@dataclass(eq=False)
class Member:
    """`n` counts what this connection's audience saw happen; it tells nothing of what they did not.

    `moment` is the joint moment they take part in. `sees` is their audience class in the map as
    the room has it. `waits_since` is set while they have an old sheet.
    """

    entry: Entry
    outbox: Outbox = field(default_factory=Outbox)
    key: str = field(default_factory=lambda: uuid4().hex)
    look: Look = field(default_factory=Look)
    n: int = 0
    about: str = ""
    moment: UUID | None = None
    sees: str = ""
    waits_since: float | None = None

    @property
    def seat(self) -> Seat:
        return self.entry.seat.at_the_table() if self.moment else self.entry.seat

    @property
    def place(self) -> Place:
        """Where they sit and how they look; what was worked out for another place is void."""
        return self.moment, self.sees, self.look.alias

    @property
    def pair(self) -> Pair:
        return self.sees, self.look

    def ears(self, saw: str) -> Ears:
        """As who saw like that before the edit."""
        return Ears(self.seat.viewer, self.entry.lang, self.look.alias, (saw, self.sees))

    @property
    def is_leaving(self) -> bool:
        return self.outbox.code is not None

    def looks(self, look: Look) -> None:
        """Those who look the same way are one pair, so what makes no difference goes."""
        self.look = replace(
            look,
            on=look.on if look.on and look.on < timezone.localdate() else None,
            around=look.around if look.view is View.GENOGRAM else "",
            lang=self.entry.lang,
        )

    def wants_sheet(self) -> None:
        if self.waits_since is None:
            self.waits_since = time.monotonic()

    def send(self, kind: str, **content: object) -> None:
        if not self.outbox.put(kind, **content):
            self.outbox.close(TOO_SLOW)
