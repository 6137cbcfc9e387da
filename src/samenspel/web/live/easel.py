"""The drawings of one room: the newest map only, at most two a second, each pair in its turn.

A pair is who sees the same and looks the same way. The first change after a rest is drawn at once.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils import timezone

from samenspel.drawing.sheet.look import Look
from samenspel.family import FamilyMap
from samenspel.web.live.member import Member, Pair
from samenspel.web.live.pages import html_of
from samenspel.web.maps.seats import Seat

log = logging.getLogger(__name__)

APART = 0.5
"""Seconds between two drawings of a room."""
KEPT = 12
TRIES = 3
"""Times that a drawing is tried before it waits for the next change."""


@dataclass(frozen=True)
class Table:
    """What lies on the table of a room: the whole map after an edit, and who was put where."""

    family_map: FamilyMap
    pins: tuple[tuple[str, float], ...] = ()
    number: int = 0


@dataclass
class Easel:
    case_id: UUID
    table: Callable[[], Table]
    members: Callable[[], Iterable[Member]]
    _made: dict[Pair, tuple[Table, date, str]] = field(default_factory=dict)
    _stirred: asyncio.Event = field(default_factory=asyncio.Event)
    _failed: dict[Pair, int] = field(default_factory=dict)
    _next_at: float = 0.0

    def stir(self) -> None:
        self._stirred.set()

    async def work(self) -> None:
        while True:
            await self._stirred.wait()
            self._stirred.clear()
            while self._turn() is not None:
                await asyncio.sleep(max(0.0, self._next_at - time.monotonic()))
                pair = self._turn()
                if pair is not None:
                    await self._draw(pair)

    def _turn(self) -> Pair | None:
        """The pair of who waits longest for what is not drawn yet."""
        self._send_what_is_there()
        waiting = [one for one in self.members() if one.waits_since is not None]
        if not waiting:
            return None
        return min(waiting, key=lambda one: one.waits_since or 0.0).pair

    def _send_what_is_there(self) -> None:
        """Who comes to look at what was drawn already need not wait for a turn."""
        for one in self.members():
            table, day, html = self._made.get(one.pair, (None, None, ""))
            if one.waits_since is not None and table is self.table() and day == _today():
                one.waits_since = None
                one.send("sheet", n=one.n, look=_told(one.look), html=html)

    async def _draw(self, pair: Pair) -> None:
        self._next_at = time.monotonic() + APART
        waiting = [one for one in self.members() if one.pair == pair]
        numbers = {one: one.n for one in waiting}
        for one in waiting:
            one.waits_since = None
        table, day = self.table(), _today()
        try:
            html = await self._html(table, waiting[0].seat, pair, day)
        except Exception as error:
            log.error("a sheet could not be drawn: %s", type(error).__qualname__)  # no names
            self._try_again(pair, waiting)
            return
        self._failed.pop(pair, None)
        self._keep(pair, table, day, html)
        for one in waiting:
            if one.pair == pair:
                one.send("sheet", n=numbers[one], look=_told(pair[1]), html=html)
            else:  # is shown something else since
                one.wants_sheet()

    def _try_again(self, pair: Pair, waiting: Iterable[Member]) -> None:
        self._failed[pair] = self._failed.get(pair, 0) + 1
        if self._failed[pair] >= TRIES:
            del self._failed[pair]
            return
        for one in waiting:
            one.wants_sheet()

    async def _html(self, table: Table, seat: Seat, pair: Pair, day: date) -> str:
        sees, look = pair
        return await html_of(
            self.case_id,
            table.family_map,
            seat,
            look,
            shown_to=sees,
            day=day,
            pins=table.pins,
            number=table.number,
        )

    def _keep(self, pair: Pair, table: Table, day: date, html: str) -> None:
        self._made.pop(pair, None)
        self._made[pair] = (table, day, html)
        while len(self._made) > KEPT:
            del self._made[next(iter(self._made))]


def _told(look: Look) -> dict[str, object]:
    on = look.on.isoformat() if look.on else None
    return {"view": look.view.value, "on": on, "alias": look.alias, "around": look.around}


def _today() -> date:
    return timezone.localdate()
