"""Placements that wait to be written. SQLite has one writer at a time, and that is who draws in the
map: no drawing waits for it. Of every map, look and audience only the newest waits."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock

from django.db import DatabaseError, connections

from samenspel.drawing.placement import Placement

log = logging.getLogger(__name__)

Key = tuple[int, str]
"""The key of a map, and to whom it is shown in which look."""


@dataclass(frozen=True)
class Waiting:
    number: int
    made_from: str
    placement: Placement
    write: Callable[[], object]


class Later:
    """Safe for threads; what waits counts as kept for all of this process."""

    def __init__(self) -> None:
        self._waiting: dict[Key, Waiting] = {}
        self._lock = Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="keeping")

    def at(self, key: Key) -> Waiting | None:
        return self._waiting.get(key)

    def put(self, key: Key, one: Waiting) -> Placement | None:
        """Gives the placement of who was first, when that was somebody else."""
        with self._lock:
            there = self._waiting.get(key)
            if there is not None and there.made_from == one.made_from:
                return there.placement
            self._waiting[key] = one
        if there is None:
            self._thread.submit(self._write, key)
        return None

    def _write(self, key: Key) -> None:
        one = self._waiting[key]
        try:
            one.write()
        except DatabaseError as error:
            log.warning("a placement was not kept: %s", type(error).__qualname__)
            connections.close_all()
        with self._lock:
            is_newest = self._waiting[key] is one
            if is_newest:
                del self._waiting[key]
        if not is_newest:
            self._thread.submit(self._write, key)


later = Later()
