"""What waits to be sent to one connection. It never grows without end.

Of sheets only the newest waits. Facts that a sleeping browser does not read are worth little after
a while: then it is told to come back, and gets a sheet.
"""

import asyncio
import json
from collections import deque

MOST_FACTS = 500
MOST_OTHERS = 2000
ONLY_THE_NEWEST = frozenset({"sheet", "here", "state"})


class Outbox:
    """Filled by whoever has something to say, emptied by one sender; all on the event loop."""

    def __init__(self) -> None:
        self._waiting: deque[str] = deque()
        self._newest: dict[str, str] = {}
        self._stirred = asyncio.Event()
        self.closing = asyncio.Event()
        self.code: int | None = None

    def put(self, kind: str, **content: object) -> bool:
        """False when the other side has not read for too long; then it is not kept."""
        if self.code is not None:
            return True
        text = json.dumps({"t": kind, **content}, ensure_ascii=False)
        if kind in ONLY_THE_NEWEST:
            self._newest.pop(kind, None)
            self._newest[kind] = text
        elif len(self._waiting) >= (MOST_FACTS if kind == "fact" else MOST_OTHERS):
            return False
        else:
            self._waiting.append(text)
        self._stirred.set()
        return True

    def close(self, code: int, **last: object) -> None:
        """Close, after a last message; what still waits is not sent."""
        if self.code is not None:
            return
        self._waiting.clear()
        self._newest.clear()
        if last:
            self._waiting.append(json.dumps(last, ensure_ascii=False))
        self.code = code
        self._stirred.set()
        self.closing.set()

    async def next(self) -> str | None:
        """The next text to send; None when the connection is to be closed."""
        while True:
            if self._waiting:
                return self._waiting.popleft()
            if self._newest:
                return self._newest.pop(next(iter(self._newest)))
            if self.code is not None:
                return None
            self._stirred.clear()
            await self._stirred.wait()
