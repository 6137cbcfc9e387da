"""One map and who has it open at this process. Everything here happens on the event loop.

What happens to a map comes in as edits that this process stored, or as news that there is more;
either way the room goes through the edits in their order, one after another, tells who sees
something of it at once, and leaves the drawing to its easel.
"""

import asyncio
import logging
from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from django.utils import timezone

from samenspel.drawing.sheet.look import Look
from samenspel.family import FamilyMap, Viewer, seen_by
from samenspel.web.cases.models import Case
from samenspel.web.live.company import Announce, Company
from samenspel.web.live.easel import Easel, Table
from samenspel.web.live.member import Member
from samenspel.web.live.tellings import Ears, Happening, Told, tell
from samenspel.web.live.threads import in_thread, thinking
from samenspel.web.maps import store
from samenspel.web.maps.loading import Loaded
from samenspel.web.maps.models import JointMoment
from samenspel.web.maps.seats import AT_THE_TABLE
from samenspel.web.maps.wanted import Outcome

log = logging.getLogger(__name__)

AGAIN = 0.3
"""Seconds until the room tries again, when the database was away."""


class Room:
    """`company` is who draws together in it."""

    def __init__(self, case: Case, announce: Announce) -> None:
        self.case = case
        self.members: set[Member] = set()
        self.company = Company(case.public_id, lambda: self.members, announce, self._is_on_table)
        self._loaded = Loaded()
        self._table = Table(FamilyMap())
        self._arrived: list[Happening] = []
        self._told_of = 0
        self._is_stale = True
        self._authors: dict[str, Member] = {}
        self._stirred = asyncio.Event()
        self._ready = asyncio.Event()
        self._easel = Easel(case.public_id, lambda: self._table, lambda: self.members)
        self._tasks = [
            asyncio.create_task(self._follow()),
            asyncio.create_task(self._easel.work()),
        ]
        self._stirred.set()

    def close(self) -> None:
        for task in self._tasks:
            task.cancel()

    # --- Who is here ----------------------------------------------------------------------------

    async def enter(self, member: Member, look: Look, moment: UUID | None) -> None:
        await self._ready.wait()
        if not member.is_leaving:
            member.looks(look)
            self.members.add(member)
            self.take_seat(member, moment)

    def leave(self, member: Member) -> None:
        self.members.discard(member)
        self.company.stand_up(member)

    def look(self, member: Member, look: Look) -> None:
        member.looks(look)
        self._wants_sheet([member])

    def take_seat(self, member: Member, moment: UUID | None) -> None:
        """In the joint moment of now, or alone."""
        self.company.sit_down(member, moment)
        member.sees = member.seat.sees_like(self._table.family_map)
        mark = self.company.mark_of(member.seat.account) if member.moment is not None else 0
        you = {"initials": member.seat.initials, "mark": mark}
        member.send(
            "welcome",
            you=you,
            frozen=self._loaded.frozen,
            moment=_text(self.company.moment),
            joined=member.moment is not None,
        )
        self.company.show()
        self._wants_sheet([member])

    def tick(self) -> None:
        """Now and then: a joint moment ends by itself, and so does who is not heard of."""
        moment = self._loaded.moment
        if moment is not None and not moment.holds_at(timezone.now()):
            self.state_changed()
        self.company.forget_stale()

    # --- What happens to the map ----------------------------------------------------------------

    def draws(self, edit_id: UUID, member: Member) -> None:
        """An edit is on its way; whose it is is known before it comes back from anywhere."""
        self._authors[str(edit_id)] = member

    def drawn(self, outcome: Outcome, by: Member) -> None:
        """What became of it, when this process stored it."""
        if not outcome.drawn:
            self._authors.pop(str(outcome.wanted.edit_id), None)
            return
        for one in outcome.drawn:
            if one.number > self._loaded.number:
                self._authors[one.edit.id] = by
                self._arrived.append(Happening(one, outcome.wanted.fields))
        self._stirred.set()

    def there_is_more(self, number: int) -> None:
        self._told_of = max(self._told_of, number)
        self._stirred.set()

    def state_changed(self) -> None:
        """Frozen, a joint moment, places by hand, an emptied body; or anything may be missed."""
        self._is_stale = True
        self._stirred.set()

    async def _follow(self) -> None:
        while True:
            await self._stirred.wait()
            self._stirred.clear()
            try:
                await self._catch_up()
            except Exception as error:
                # What went wrong may have names in its text.
                log.error("a room could not follow its map: %s", type(error).__qualname__)
                self._is_stale = True
                self._wants_sheet(self.members)
                await asyncio.sleep(AGAIN)
                self._stirred.set()

    async def _catch_up(self) -> None:
        arrived, self._arrived = self._arrived, []
        new = [one for one in arrived if one.drawn.number > self._loaded.number]
        if not self._ready.is_set():
            new = []
        elif not _follows(new, self._loaded.number) or self._misses_some(new):
            new = await self._fetched(new)
        if new:
            await self._happened(new)
        if self._is_stale:
            await self._reload()

    def _misses_some(self, new: list[Happening]) -> bool:
        last = new[-1].drawn.number if new else self._loaded.number
        return self._told_of > last

    async def _fetched(self, known: list[Happening]) -> list[Happening]:
        fields = {one.drawn.number: one.fields for one in known}
        case, number = self.case.public_id, self._loaded.number
        found = await in_thread(lambda: store.since(case, number))
        return [Happening(one, fields.get(one.number)) for one in found]

    async def _reload(self) -> None:
        self._is_stale = False
        loaded = await in_thread(self._load)
        while self._ready.is_set() and loaded.number > self._loaded.number:
            missed = await self._fetched([])
            if not missed:  # what was added is emptied already
                break
            await self._happened(missed)
            loaded = await in_thread(self._load)
        self._apply(loaded)
        self._ready.set()

    def _load(self) -> Loaded:
        return store.load(self.case, is_whole=False)

    def _apply(self, loaded: Loaded) -> None:
        former, self._loaded = self._loaded, loaded
        self._told_of = max(self._told_of, loaded.number)
        table = Table(loaded.family_map, tuple(sorted(loaded.pins.items())), loaded.number)
        if table != self._table:
            before = self._table
            self._lay(table)
            self._wants_sheet(one for one in self.members if _differs(before, table, one))
        if (former.frozen, _id(former.moment)) != (loaded.frozen, _id(loaded.moment)):
            self._state_is(loaded)

    def _state_is(self, loaded: Loaded) -> None:
        moment = loaded.moment
        left = self.company.moment_is(_id(moment))
        for member in left:
            member.sees = member.seat.sees_like(self._table.family_map)
        for member in self.members:
            member.send(
                "state",
                frozen=loaded.frozen,
                moment=_text(self.company.moment),
                by=moment.begun_by.initials if moment is not None else None,
            )
        self._wants_sheet(left)

    def _lay(self, table: Table) -> None:
        """Who sees like whom follows from for whom things were said."""
        self._table = table
        for member in self.members:
            member.sees = member.seat.sees_like(table.family_map)

    def _is_on_table(self, thing: str) -> bool:
        seen = seen_by(self._table.family_map, AT_THE_TABLE)
        return any(thing in (one.id, one.fact.brings) for one in seen)

    async def _happened(self, new: Sequence[Happening]) -> None:
        """Tell it, and let those who see something of it have a new drawing."""
        heard = [(one, self._move_on(one)) for one in new]
        sat = {member: member.place for member in self.members}
        told = await thinking(lambda: [_told(one, set(ears.values())) for one, ears in heard])
        for (one, ears), said in zip(heard, told, strict=True):
            author = self._authors.pop(one.drawn.edit.id, None)
            for member in self.members:
                if member.place != sat.get(member):
                    member.wants_sheet()  # came, or looked another way, in between
                elif fact := said[ears[member]]:
                    member.n += 1
                    member.wants_sheet()
                    if member is not author:
                        self._tell(member, fact, one.drawn.edit.by.account)
        self._easel.stir()

    def _move_on(self, one: Happening) -> dict[Member, Ears]:
        """To the map after it; who hears how."""
        saw = {member: member.sees for member in self.members}
        self._loaded = _moved_on(self._loaded, one.drawn.number, one.drawn.after)
        self._lay(Table(one.drawn.after, self._table.pins, one.drawn.number))
        return {member: member.ears(before) for member, before in saw.items()}

    def _tell(self, member: Member, fact: Told, account: str) -> None:
        who = self.company.author(account, to=member)
        member.send(
            "fact",
            n=member.n,
            who=who.initials if who else None,
            mark=self.company.mark_of(account) if who else None,
            words=fact.words,
            about=fact.about,
            beside=fact.beside,
        )

    def _wants_sheet(self, members: Iterable[Member]) -> None:
        for member in members:
            member.wants_sheet()
        self._easel.stir()


def _differs(before: Table, after: Table, member: Member) -> bool:
    """Whether this member sees anything of it: somebody hidden may have been put elsewhere."""
    viewer = member.seat.viewer
    return _shown(before, viewer) != _shown(after, viewer)


def _shown(table: Table, viewer: Viewer) -> tuple[FamilyMap, list[tuple[str, float]]]:
    seen = seen_by(table.family_map, viewer)
    there = {one.fact.brings for one in seen}
    return seen, [pin for pin in table.pins if pin[0] in there]


def _told(one: Happening, ears: Collection[Ears]) -> dict[Ears, Told | None]:
    return {each: tell(one, each) for each in ears}


def _follows(new: list[Happening], number: int) -> bool:
    numbers = [one.drawn.number for one in new]
    return numbers == list(range(number + 1, number + 1 + len(numbers)))


def _moved_on(loaded: Loaded, number: int, family_map: FamilyMap) -> Loaded:
    return Loaded(
        loaded.map_id, number, family_map, loaded.frozen, loaded.moment, dict(loaded.pins)
    )


def _id(moment: JointMoment | None) -> UUID | None:
    return moment.public_id if moment is not None else None


def _text(moment: UUID | None) -> str | None:
    return str(moment) if moment is not None else None
