"""A client of the socket, as a browser without a screen."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

LOOK = {"view": "lijst", "on": None, "alias": False, "around": ""}
"""The words: quick to make, and all that is on the map stands in them."""

Message = dict[str, Any]
Result = TypeVar("Result")

_open: "list[Talk]" = []


def play(scene: Coroutine[Any, Any, Result]) -> Result:
    """Run a scene; whoever still talks at its end, however it ended, is shown out."""

    async def whole() -> Result:
        try:
            return await scene
        finally:
            await asyncio.gather(*(one.close() for one in _open), return_exceptions=True)
            _open.clear()

    return asyncio.run(whole())


class Talk:
    """`heard` has all that came in, in order."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.heard: list[Message] = []
        self._news = asyncio.Condition()
        self.reading: asyncio.Task[None] | None = asyncio.create_task(self._read())

    async def _read(self) -> None:
        try:
            async for text in self.socket:
                async with self._news:
                    self.heard.append(json.loads(text))
                    self._news.notify_all()
        except ConnectionClosed:
            pass
        finally:
            async with self._news:
                self._news.notify_all()

    async def say(self, kind: str, **content: object) -> None:
        await self.socket.send(json.dumps({"t": kind, **content}))

    async def hello(self, *, look: Message = LOOK, moment: str | None = None) -> Message:
        await self.say("hello", look=look, moment=moment)
        return await self.wait("welcome")

    async def draw(self, do: str, id: str = "", **fields: str) -> str:  # noqa: A002
        """Send an edit, without waiting for what becomes of it; gives its id."""
        id = id or str(uuid4())  # noqa: A001
        given = {"do": [do], **{name: [value] for name, value in fields.items()}}
        await self.say("edit", id=id, fields=given)
        return id

    async def drawn(self, do: str, **fields: str) -> Message:
        """Send an edit and wait for the answer."""
        id = await self.draw(do, **fields)  # noqa: A001
        return await self.answer(id)

    async def answer(self, id: str, within: float = 10) -> Message:  # noqa: A002
        return await self.wait("done", "refused", where=lambda one: one["id"] == id, within=within)

    async def wait(
        self,
        *kinds: str,
        where: Callable[[Message], bool] = lambda message: True,
        within: float = 10,
    ) -> Message:
        """The first message of these kinds, also one that came before."""

        def found() -> Message | None:
            return next((one for one in self.heard if one["t"] in kinds and where(one)), None)

        async with asyncio.timeout(within), self._news:
            await self._news.wait_for(lambda: found() is not None or self.is_closed)
        message = found()
        assert message is not None, f"closed with {self.socket.close_code}: {self.heard[-3:]}"
        return message

    async def shows(self, text: str, within: float = 10) -> Message:
        """A sheet with this text on it."""
        return await self.wait("sheet", where=lambda one: text in one["html"], within=within)

    def of(self, kind: str) -> list[Message]:
        return [one for one in self.heard if one["t"] == kind]

    @property
    def is_closed(self) -> bool:
        return self.reading is not None and self.reading.done()

    async def closed(self, within: float = 5) -> int | None:
        """The code with which the server closed."""
        async with asyncio.timeout(within):
            await self.socket.wait_closed()
        return self.socket.close_code

    async def sleep(self) -> None:
        """Read no more, as a laptop that is shut."""
        assert self.reading is not None
        self.reading.cancel()
        await asyncio.gather(self.reading, return_exceptions=True)

    async def close(self) -> None:
        await self.socket.close()
        if self.reading is not None:
            await asyncio.gather(self.reading, return_exceptions=True)


async def talk(
    address: str,
    case: str,
    session: str,
    *,
    origin: str | None = "",
    language: str = "en",
    **options: Any,
) -> Talk:
    headers = {"Cookie": f"sessionid={session}", "Accept-Language": language}
    socket = await connect(
        f"{address.replace('http', 'ws')}/gezinnen/{case}/kaart/levend/",
        origin=address if origin == "" else origin,  # type: ignore[arg-type]
        additional_headers=headers if session else {},
        max_size=None,
        ping_interval=None,
        proxy=None,
        **options,
    )
    _open.append(Talk(socket))
    return _open[-1]
