"""The one writer of a process: all edits that wait go into one transaction.

An edit is answered when it is stored, or refused for a reason; never when the database was away.
Then the same batch is tried again until it is back: the ids of edits make that harmless.
"""

import logging
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from threading import Event, Thread

from django.db import InterfaceError, OperationalError, connections

from samenspel.web.maps.refusing import NOT_STORED, in_language
from samenspel.web.maps.store import write
from samenspel.web.maps.wanted import Outcome, Wanted

log = logging.getLogger(__name__)

MOST = 200
FIRST_WAIT, LONGEST_WAIT = 0.1, 2.0

Answer = Callable[[Outcome], None]
Job = tuple[Wanted, Answer]
Write = Callable[[Sequence[Wanted]], Sequence[Outcome]]


class Writer:
    """`deliver` is called in the writer's thread with outcomes and who wants to know them."""

    def __init__(
        self, deliver: Callable[[Sequence[tuple[Answer, Outcome]]], None], write: Write = write
    ) -> None:
        self._deliver, self._write = deliver, write
        self._waiting: SimpleQueue[Job | None] = SimpleQueue()
        self._stopped = Event()
        self._thread = Thread(target=self._work, name="writer", daemon=True)

    @property
    def ident(self) -> int | None:
        return self._thread.ident

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """What waits is still written; what cannot be is sent again by who sent it."""
        self._stopped.set()
        self._waiting.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout=10)

    def submit(self, wanted: Wanted, answer: Answer) -> None:
        self._waiting.put((wanted, answer))

    def _work(self) -> None:
        try:
            while batch := self._next_batch():
                outcomes = self._written([wanted for wanted, _ in batch])
                self._deliver([(job[1], one) for job, one in zip(batch, outcomes, strict=False)])
        finally:
            connections.close_all()

    def _next_batch(self) -> list[Job]:
        """All that waits; empty when there is nothing more to do, ever."""
        first = self._waiting.get()
        batch = [first] if first else []
        while batch and len(batch) < MOST:
            try:
                job = self._waiting.get_nowait()
            except Empty:
                break
            if job is None:
                self._waiting.put(None)
                break
            batch.append(job)
        return batch

    def _written(self, batch: Sequence[Wanted]) -> Sequence[Outcome]:
        wait = FIRST_WAIT
        while True:
            try:
                return self._write(batch)
            except (OperationalError, InterfaceError) as error:
                log.warning("the database is away (%s); trying again", type(error).__name__)
            except Exception as error:
                log.error("a batch of edits was not written: %s", type(error).__name__)
                return [Outcome(one, refused=in_language(NOT_STORED)) for one in batch]
            connections.close_all()
            if self._stopped.wait(wait):
                return []
            wait = min(LONGEST_WAIT, wait * 2)
