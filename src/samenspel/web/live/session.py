"""One connection: reads frames, sends what its outbox holds, and ends well however it ends.

granian closes a socket only when nobody is reading from it, and raises RuntimeError when something
is sent to who left; so reading and sending are tasks, and closing comes after both.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from starlette.websockets import WebSocket, WebSocketDisconnect

from samenspel.family.gestures import new_thing_of
from samenspel.web.live import frames
from samenspel.web.live.bucket import Bucket
from samenspel.web.live.frames import BadFrame, Frame
from samenspel.web.live.member import GONE, Member
from samenspel.web.live.room import Room
from samenspel.web.live.writer import Answer
from samenspel.web.maps.wanted import Outcome, Wanted

log = logging.getLogger(__name__)

UNDER_WAY = 32
"""Edits of one connection that wait for an answer; then reading waits."""
MOST_BAD = 20
NOT_OURS, TOO_LONG = 4400, 1009
PATIENCE = 3.0
"""Seconds for a last word to who does not read."""

Submit = Callable[[Wanted, Answer], None]


class Session:
    def __init__(self, socket: WebSocket, member: Member, room: Room, submit: Submit) -> None:
        self._socket, self._member, self._room, self._submit = socket, member, room, submit
        self._bucket = Bucket()
        self._under_way = asyncio.Semaphore(UNDER_WAY)
        self._bad = 0
        self._saved_up_in: UUID | None = None
        self._does: dict[type, Callable[..., object]] = {
            frames.Looking: lambda said: room.look(member, said.look),
            frames.Selecting: lambda said: room.company.select(member, said.about),
            frames.Joining: lambda said: room.take_seat(member, said.moment),
            frames.Leaving: lambda said: room.take_seat(member, None),
            frames.Ping: lambda said: member.send("pong"),
        }

    async def run(self) -> None:
        box = self._member.outbox
        reading = asyncio.create_task(self._read_all())
        sending = asyncio.create_task(self._send_all())
        closing = asyncio.create_task(box.closing.wait())
        tasks = (reading, sending, closing)
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            if box.code is not None:
                await asyncio.wait((sending,), timeout=PATIENCE)
        finally:
            self._room.leave(self._member)
            for task in tasks:
                task.cancel()
            _tell_of_mistakes(await asyncio.gather(*tasks, return_exceptions=True))
        if box.code is not None:
            with suppress(RuntimeError, WebSocketDisconnect, TimeoutError):
                await asyncio.wait_for(self._socket.close(box.code), PATIENCE)

    async def _send_all(self) -> None:
        with suppress(RuntimeError, WebSocketDisconnect):
            while (text := await self._member.outbox.next()) is not None:
                await self._socket.send_text(text)

    async def _read_all(self) -> None:
        while True:
            message = await self._socket.receive()
            if message["type"] != "websocket.receive":
                return
            if self._member.is_leaving:
                return
            text = message.get("text") or ""
            if frames.is_too_long(text) or len(message.get("bytes") or b"") > frames.LONGEST:
                self._member.outbox.close(TOO_LONG)
                return
            if wait := self._bucket.take():
                await asyncio.sleep(wait)
            try:
                await self._do(frames.read(text))
            except BadFrame:
                self._say_it_was_bad(text)

    async def _do(self, said: Frame) -> None:
        if isinstance(said, frames.Hello):
            await self._hello(said)
        elif self._member not in self._room.members:
            raise BadFrame
        elif isinstance(said, frames.Drawing):
            await self._draw(said)
        else:
            self._saved_up_in = None
            self._does[type(said)](said)

    async def _hello(self, said: frames.Hello) -> None:
        await self._room.enter(self._member, said.look, said.moment)
        self._saved_up_in = said.moment

    async def _draw(self, said: frames.Drawing) -> None:
        """What was saved up while the line was gone says in which moment that was."""
        await self._under_way.acquire()
        seat = self._member.entry.seat
        wanted = Wanted(
            case_id=self._room.case.public_id,
            user_id=seat.user_id,
            edit_id=said.id,
            fields=said.fields,
            at=timezone.now(),
            origin=self._member.entry.origin,
            moment=self._member.moment or self._saved_up_in,
            alias=self._member.look.alias,
        )
        self._room.draws(said.id, self._member)
        self._submit(wanted, self._answer)

    def _answer(self, outcome: Outcome) -> None:
        self._under_way.release()
        member, lang = self._member, self._member.entry.lang
        id = str(outcome.wanted.edit_id)  # noqa: A001 (as the frame calls it)
        if outcome.refused is None:
            warnings = list(outcome.warnings(lang))
            member.send("done", id=id, warnings=warnings, chosen=_chosen(outcome))
        else:
            member.send("refused", id=id, words=outcome.refused(lang))
            if outcome.gone:
                member.outbox.close(GONE, t="gone", words=outcome.refused(lang))
        self._room.drawn(outcome, member)

    def _say_it_was_bad(self, text: str) -> None:
        """Of an edit the page must know which one, or it would send it for ever."""
        edit = frames.edit_in(text) if self._member in self._room.members else ""
        self._bad += 1
        if self._bad > MOST_BAD:
            self._member.outbox.close(NOT_OURS)
            return
        with override(self._member.entry.lang):
            words = _("We could not read this. Load the page again.")
        if edit:
            self._member.send("refused", id=edit, words=words)
        else:
            self._member.send("bad", words=words)


def _tell_of_mistakes(results: Iterable[object]) -> None:
    """Only of what kind: the text of a mistake may hold names."""
    for one in results:
        if isinstance(one, Exception):
            log.error("a socket ended by mistake: %s", type(one).__qualname__)


def _chosen(outcome: Outcome) -> str:
    """Who or what is new by this edit, so that the page can select them."""
    return next(filter(None, (new_thing_of(one.edit.body) for one in outcome.drawn)), "")
