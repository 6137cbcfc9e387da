"""A bucket of tokens: how many frames one connection may send. Who is too fast waits."""

import time
from collections.abc import Callable

PER_SECOND = 50.0
AT_ONCE = 100.0
"""What a browser that comes back has saved up may come at once."""


class Bucket:
    def __init__(
        self,
        per_second: float = PER_SECOND,
        at_once: float = AT_ONCE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._rate, self._most, self._clock = per_second, at_once, clock
        self._left, self._seen = at_once, clock()

    def take(self) -> float:
        """Take a token; gives how many seconds to wait before it is there."""
        now = self._clock()
        self._left = min(self._most, self._left + (now - self._seen) * self._rate)
        self._seen = now
        self._left -= 1
        return max(0.0, -self._left / self._rate)
