"""One map and who has it open at this process. Everything here happens on the event loop.

What happens to a map comes in as edits that this process stored, or as news that there is more;
either way the room goes through the edits in their order, one after another, tells who sees
something of it at once, and leaves the drawing to its easel.
"""

import asyncio
import logging
from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from samenspel.drawing.sheet.look import Look
from samenspel.family import Audience, Edit, FamilyMap, Say
from samenspel.web.cases.models import Case
from samenspel.web.live.company import Announce, Company
from samenspel.web.live.easel import Easel, Table
from samenspel.web.live.member import Member
from samenspel.web.live.tellings import Happening, Told, tell
from samenspel.web.live.threads import in_thread
from samenspel.web.maps import store
from samenspel.web.maps.loading import Loaded
from samenspel.web.maps.models import JointMoment
from samenspel.web.maps.wanted import Outcome

log = logging.getLogger(__name__)

AGAIN = 0.3
"""Seconds until the room tries again, when the database was away."""


class Room:
    """`company` is who draws together in it."""

    def __init__(self, case: Case, announce: Announce) -> None:
        self.case = case
        self.members: set[Member] = set()
        self.company = Company(case.public_id, lambda: self.members, announce)
        self._loaded = Loaded()
        self._table = Table(FamilyMap())
        self._arrived: list[Happening] = []
        self._told_of = 0
        self._is_stale = True
        self._authors: dict[str, Member] = {}
        self._said_for: set[tuple[str, Audience]] = set()
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
        for one in new:
            await self._happened(one)
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
        loaded = await in_thread(lambda: store.load(self.case))
        while self._ready.is_set() and loaded.number > self._loaded.number:
            missed = await self._fetched([])
            for one in missed:
                await self._happened(one)
            if not missed:  # what was added is emptied already
                break
            loaded = await in_thread(lambda: store.load(self.case))
        self._apply(loaded)
        self._ready.set()

    def _apply(self, loaded: Loaded) -> None:
        former, self._loaded = self._loaded, loaded
        self._told_of = max(self._told_of, loaded.number)
        table = Table(loaded.family_map, tuple(sorted(loaded.pins.items())))
        if table != self._table:
            self._lay(table)
            self._wants_sheet(self.members)
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

    def _lay(self, table: Table, edit: Edit | None = None) -> None:
        """Who sees like whom follows from for whom things were said; looking is for all members."""
        self._table = table
        if edit is not None and self._is_for_the_same(edit):
            return
        self._said_for = {(one.by.account, one.audience) for one in table.family_map}
        for member in self.members:
            member.sees = member.seat.sees_like(table.family_map)

    def _is_for_the_same(self, edit: Edit) -> bool:
        """It only adds words of somebody who said other things to the same people."""
        body, account = edit.body, edit.by.account
        return isinstance(body, Say) and all(
            (account, one.audience) in self._said_for for one in body.sayings
        )

    async def _happened(self, one: Happening) -> None:
        """Tell it, and let those who see something of it have a new drawing."""
        drawn = one.drawn
        saw = {member: member.sees for member in self.members}
        self._loaded = _moved_on(self._loaded, drawn.number, drawn.after)
        self._lay(Table(drawn.after, self._table.pins), drawn.edit)
        ears = {member: member.ears(before) for member, before in saw.items()}
        told = await in_thread(lambda: {each: tell(one, each) for each in set(ears.values())})
        author = self._authors.pop(drawn.edit.id, None)
        for member in self.members:
            if member not in ears or member.ears(saw[member]) != ears[member]:
                member.wants_sheet()  # came, or looked another way, in between
                continue
            fact = told[ears[member]]
            if fact is None:
                continue
            member.n += 1
            member.wants_sheet()
            if member is not author:
                self._tell(member, fact, drawn.edit.by.account)
        self._easel.stir()

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
