"""Checks the chains: recompute every hash and name the first link that is broken."""

import hashlib
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from samenspel.web.audit.models import AuditRow, AuditSegment
from samenspel.web.audit.record import hash_of

log = logging.getLogger(__name__)
SETTLED_AFTER = timedelta(minutes=1)


@dataclass(frozen=True)
class BrokenLink:
    """The first row of a chain that does not follow from the one before it."""

    chain: str
    year: int
    number: int
    reason: str

    def __str__(self) -> str:
        return f"chain {self.chain}, year {self.year}, row {self.number}: {self.reason}"


def broken_links() -> Iterator[BrokenLink]:
    """The first broken link of every chain that has one."""
    broken: set[str] = set()
    previous: AuditSegment | None = None
    for segment in AuditSegment.objects.order_by("chain", "year").iterator():
        chain = str(segment.chain)
        if chain not in broken and (link := _first_break(segment, previous)):
            broken.add(chain)
            yield link
        previous = segment


def _first_break(segment: AuditSegment, previous: AuditSegment | None) -> BrokenLink | None:
    def broken(number: int, reason: str) -> BrokenLink:
        return BrokenLink(str(segment.chain), segment.year, number, reason)

    follows = previous is not None and previous.chain == segment.chain
    if follows and previous and previous.last_hash != segment.opening_hash:
        return broken(0, "does not follow from the year before")
    last_hash, number = segment.opening_hash, 0
    for row in segment.rows.order_by("number").iterator():
        number += 1
        if row.number != number:
            return broken(number, "a row is missing")
        if row.hash != hash_of(row, previous=last_hash):
            return broken(number, "the row was changed")
        last_hash = row.hash
    if (number, last_hash) != (segment.last_number, segment.last_hash):
        return broken(number + 1, "rows are missing at the end")
    return None


@dataclass(frozen=True)
class Anchor:
    """What the log was at a moment: a running digest over all row hashes up to a row."""

    last_row: int
    digest: str

    @classmethod
    def parse(cls, line: str) -> "Anchor":
        _moment, last_row, digest = line.split()
        return cls(int(last_row.removeprefix("rows=")), digest.removeprefix("sha256="))


def anchor(*, at: datetime) -> str:
    """Write the digest of today outside the database: the log, and `AUDIT_ANCHOR_FILE`.

    Rows of the last minute wait for the next time: another process may still be writing one with
    a lower number.
    """
    settled = AuditRow.objects.filter(event_date_time__lte=at - SETTLED_AFTER)
    last_row = settled.order_by("-id").values_list("id", flat=True).first() or 0
    line = f"{at.isoformat()} rows={last_row} sha256={_digests([last_row])[last_row]}"
    log.info("audit anchor %s", line)
    if settings.AUDIT_ANCHOR_FILE:
        with Path(settings.AUDIT_ANCHOR_FILE).open("a") as file:
            file.write(line + "\n")
    return line


def anchors_that_do_not_hold() -> list[str]:
    """The lines of `AUDIT_ANCHOR_FILE` that the database of today contradicts."""
    path = Path(settings.AUDIT_ANCHOR_FILE)
    if not settings.AUDIT_ANCHOR_FILE or not path.exists():
        return []
    lines = [line for line in path.read_text().splitlines() if line.strip()]
    digests = _digests([Anchor.parse(line).last_row for line in lines])
    return [
        line for line in lines if digests[Anchor.parse(line).last_row] != Anchor.parse(line).digest
    ]


def _digests(wanted: Iterable[int]) -> dict[int, str]:
    """The running digest at each of these rows, in one pass over the log."""
    waiting, running = sorted(set(wanted), reverse=True), hashlib.sha256()
    found: dict[int, str] = {}
    rows = AuditRow.objects.order_by("id").values_list("id", "hash")
    for row_id, row_hash in rows.filter(id__lte=max(waiting, default=0)).iterator():
        while waiting and waiting[-1] < row_id:
            found[waiting.pop()] = running.hexdigest()
        running.update(row_hash.encode())
    return found | dict.fromkeys(waiting, running.hexdigest())
