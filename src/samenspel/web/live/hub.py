"""Everything live of one process: its rooms, its writer, who watches over rights, and the wire."""

import asyncio
import logging
import signal
import sys
import threading
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from starlette.websockets import WebSocket

from samenspel.web.accounts.models import User
from samenspel.web.live.door import Entry, let_in
from samenspel.web.live.member import AGAIN, GOING_AWAY, GONE, Member
from samenspel.web.live.presence import Present
from samenspel.web.live.room import Room
from samenspel.web.live.session import Session
from samenspel.web.live.threads import in_thread
from samenspel.web.live.watch import Standing, standing
from samenspel.web.live.wire import HERE, Wire, has_others
from samenspel.web.live.writer import Answer, Writer
from samenspel.web.maps import news
from samenspel.web.maps.news import Kind, News
from samenspel.web.maps.sheets import desk
from samenspel.web.maps.wanted import Outcome
from samenspel.web.orphans import end_with_parent

log = logging.getLogger(__name__)

SWITCH = 0.0005
"""Seconds that a thread may go on while others wait. With the usual 5 ms every message on the event
loop would wait that long for the threads."""
TICK = 0.4
"""Seconds between two looks at who may still be here."""
TICKS_PER_ROLL_CALL = 20
LAST_WORDS = 4.0
"""Seconds to close what is open, when we stop."""


class Hub:
    def __init__(self) -> None:
        self._rooms: dict[UUID, Room] = {}
        self._entries: dict[Member, Room] = {}
        self._writer = Writer(self._deliver)
        self._wire = Wire(self._heard, self._something_may_be_missed)
        self._tasks: list[asyncio.Task[Any]] = []
        self._initials: dict[str, str] = {}
        self._rights_changed = asyncio.Event()
        self._is_stopping = False

    # --- Starting and stopping ------------------------------------------------------------------

    async def start(self) -> None:
        end_with_parent()
        sys.setswitchinterval(SWITCH)
        news.PROCESS = uuid4().hex  # those that serve are forked, and would all bear one name
        self._loop = asyncio.get_running_loop()
        self._stop_listening = news.listen(self._told)
        self._writer.start()
        desk.open()
        self._close_before_stopping()
        self._begin(self._watch())
        if has_others():
            self._begin(self._wire.listen())

    async def stop(self) -> None:
        self._stop_listening()
        for task in self._tasks:
            task.cancel()
        for room in self._rooms.values():
            room.close()
        await asyncio.to_thread(self._writer.stop)
        desk.close()
        await self._wire.close()

    def _close_before_stopping(self) -> None:
        """Told to stop, granian breaks off every socket; so it hears of it when these are closed.

        What it does on a signal stands in the event loop, in a place that has no name for others.
        """
        theirs = dict(getattr(self._loop, "_signal_handlers", {}))
        for told in {signal.SIGTERM, signal.SIGINT} & theirs.keys():
            self._loop.add_signal_handler(told, self._see_all_off, theirs[told])

    def _see_all_off(self, then: asyncio.Handle) -> None:
        if not self._is_stopping:
            self._is_stopping = True
            self._begin(self._say_goodbye(then))

    async def _say_goodbye(self, then: asyncio.Handle) -> None:
        for member in self._entries:
            member.outbox.close(GOING_AWAY)
        with suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORDS):
                while self._entries:
                    await asyncio.sleep(0.01)
        then._run()

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.append(task)
        task.add_done_callback(self._tasks.remove)

    # --- Connections ----------------------------------------------------------------------------

    async def live(self, socket: WebSocket) -> None:
        """The endpoint. Nothing of what goes wrong here is told, for it may hold names."""
        try:
            await self._serve(socket)
        except Exception as error:
            log.error("a socket ended by mistake: %s", type(error).__qualname__)

    async def _serve(self, socket: WebSocket) -> None:
        case_id: UUID = socket.path_params["case_id"]
        headers = tuple(socket.scope["headers"])
        remote = socket.client.host if socket.client else "unknown"
        entry = await in_thread(lambda: let_in(case_id, headers, remote))
        if entry is None or self._is_stopping:
            await socket.close()
            return
        await socket.accept()
        member = Member(entry)
        room = self._room_of(entry)
        self._entries[member] = room
        try:
            await Session(socket, member, room, self._writer.submit).run()
        finally:
            del self._entries[member]
            self._close_when_empty(room)

    def _room_of(self, entry: Entry) -> Room:
        case = entry.case
        if case.public_id not in self._rooms:
            self._rooms[case.public_id] = Room(case, self._announce)
        return self._rooms[case.public_id]

    def _close_when_empty(self, room: Room) -> None:
        if room not in self._entries.values():
            room.close()
            self._rooms.pop(room.case.public_id, None)

    # --- What happens ---------------------------------------------------------------------------

    def _deliver(self, answers: Sequence[tuple[Answer, Outcome]]) -> None:
        """From the writer's thread."""
        with suppress(RuntimeError):  # the loop is gone: we are stopping
            self._loop.call_soon_threadsafe(self._answer_all, answers)

    def _answer_all(self, answers: Sequence[tuple[Answer, Outcome]]) -> None:
        """Who sent it may have come back meanwhile, in a room that was opened anew."""
        for answer, outcome in answers:
            try:
                answer(outcome)
            except Exception as error:
                log.error("an answer could not be given: %s", type(error).__qualname__)
            room = self._rooms.get(outcome.wanted.case_id)
            if room is not None and outcome.drawn:
                room.there_is_more(outcome.drawn[-1].number)
            elif room is not None and outcome.repeated:
                room.state_changed()  # it may be stored without our hearing of it

    def _told(self, told: News) -> None:
        """From any thread of this process. Of its own edits the writer tells more itself."""
        if told.kind is Kind.EDIT and threading.get_ident() == self._writer.ident:
            return
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._news, told)

    def _news(self, told: News) -> None:
        if told.kind is Kind.RIGHTS:
            self._rights_changed.set()
        room = self._rooms.get(told.case_id)
        if room is None:
            return
        if told.kind is Kind.EDIT:
            room.there_is_more(told.number)
        else:
            room.state_changed()

    # --- Rights ---------------------------------------------------------------------------------

    async def _watch(self) -> None:
        ticks = 0
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._rights_changed.wait(), TICK)
            self._rights_changed.clear()
            ticks += 1
            try:
                await self._look_around(ticks)
            except Exception as error:
                log.error("rights could not be looked up: %s", type(error).__qualname__)

    async def _look_around(self, ticks: int) -> None:
        for room in list(self._rooms.values()):
            room.tick()
            if ticks % TICKS_PER_ROLL_CALL == 0:
                room.company.roll_call()
        entries = [member.entry for member in self._entries]
        if entries:
            holds = await in_thread(lambda: standing(entries, timezone.now()))
            self._see_off(holds, {id(entry) for entry in entries})

    def _see_off(self, holds: Standing, asked: set[int]) -> None:
        for member in list(self._entries):
            entry = member.entry
            if id(entry) not in asked:
                continue
            if not holds.may_stay(entry):
                with override(entry.lang):
                    words = _("This page is no longer open to you.")
                self._entries[member].leave(member)
                member.outbox.close(GONE, t="gone", words=words)
            elif not holds.sits_as_before(entry):
                member.outbox.close(AGAIN)

    # --- Other processes ------------------------------------------------------------------------

    def _something_may_be_missed(self) -> None:
        for room in self._rooms.values():
            room.state_changed()
            room.company.roll_call()

    def _heard(self, channel: str, payload: str) -> None:
        try:
            if channel == HERE:
                self._heard_of_somebody(*payload.split(" "))
                return
            told, process = news.read(payload)
        except (ValueError, TypeError):
            return
        if process != news.PROCESS:
            self._news(told)

    def _announce(self, case_id: UUID, present: Present | None, key: str) -> None:
        if not has_others():
            return
        if present is None:
            words = [str(case_id), news.PROCESS, key]
        else:
            one = present
            words = [str(case_id), news.PROCESS, one.key, one.account, str(one.since)]
            words += [one.moment, one.about]
        self._begin(self._wire.say(" ".join(words)))

    def _heard_of_somebody(
        self,
        case_id: str,
        process: str,
        key: str,
        account: str = "",
        since: str = "0",
        moment: str = "",
        about: str = "",
    ) -> None:
        room = self._rooms.get(UUID(case_id))
        if room is None or process == news.PROCESS:
            return
        if not account:
            room.company.elsewhere(None, key)
            return
        self._begin(self._name_and_tell(room, Present(key, account, "", int(since), about, moment)))

    async def _name_and_tell(self, room: Room, present: Present) -> None:
        account = present.account
        if account not in self._initials:
            found = await in_thread(lambda: User.objects.filter(public_id=account).first())
            self._initials[account] = found.initials if found else "?"
        named = replace(present, initials=self._initials[account])
        room.company.elsewhere(named, named.key)
