"""Checks the chains: recompute every hash and name the first link that is broken."""

import hashlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from samenspel.web.audit.models import AuditRow, AuditSegment
from samenspel.web.audit.record import hash_of

log = logging.getLogger(__name__)


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


def digest_of_heads() -> str:
    """One hash over the last hash of every segment: what the anchor outside keeps."""
    digest = hashlib.sha256()
    heads = AuditSegment.objects.order_by("chain", "year")
    for chain, year, number, last in heads.values_list(
        "chain", "year", "last_number", "last_hash"
    ).iterator():
        digest.update(f"{chain} {year} {number} {last}\n".encode())
    return digest.hexdigest()


def anchor(*, at: datetime) -> str:
    """Write the digest of today outside the database: the log, and `AUDIT_ANCHOR_FILE`."""
    line = f"{at.isoformat()} rows={AuditRow.objects.count()} sha256={digest_of_heads()}"
    log.info("audit anchor %s", line)
    if settings.AUDIT_ANCHOR_FILE:
        with Path(settings.AUDIT_ANCHOR_FILE).open("a") as file:
            file.write(line + "\n")
    return line
