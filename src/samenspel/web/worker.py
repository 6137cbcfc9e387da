"""`samenspel worker`: a calendar of what must happen by itself.

Expiry is never a job: it is a condition in the queries. What is left is housekeeping.
"""

import logging
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import close_old_connections
from django.utils import timezone

from samenspel.web.audit.verify import anchor
from samenspel.web.cases.actions import sweep_keys
from samenspel.web.maps import importing
from samenspel.web.orphans import end_with_parent

log = logging.getLogger(__name__)
TICK = 30.0
"""Seconds between two looks at the calendar."""


@dataclass(frozen=True)
class Job:
    name: str
    every: timedelta
    run: Callable[[datetime], object]


CALENDAR: tuple[Job, ...] = (
    Job("digest of the audit chains", timedelta(days=1), lambda now: anchor(at=now)),
    Job("sweep keys without a case", timedelta(hours=6), lambda now: sweep_keys(at=now)),
    Job("sweep proposals", timedelta(minutes=10), lambda now: importing.sweep(at=now)),
)


def work() -> int:
    """Run until told to stop, or until who started it is gone.

    A job that fails is tried again at its next time.
    """
    end_with_parent()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    next_run = {job.name: timezone.now() for job in CALENDAR}  # all of them at the start
    while not stop.wait(TICK):
        run_due(next_run, timezone.now())
    return 0


def run_due(next_run: dict[str, datetime], now: datetime) -> list[str]:
    """Run what is due and write down its next time; returns the names that ran."""
    due = [job for job in CALENDAR if next_run[job.name] <= now]
    for job in due:
        next_run[job.name] = now + job.every
        try:
            job.run(now)
        except Exception:
            log.exception("job failed: %s", job.name)
        finally:
            close_old_connections()
    return [job.name for job in due]
