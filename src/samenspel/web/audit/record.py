"""`record()` writes a row in the transaction of the act that it tells of; `record_all()` many."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from typing import TYPE_CHECKING, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from samenspel.web.audit.acts import ACTION_CODE, Act
from samenspel.web.audit.models import HOUSE_CHAIN, AuditRow, AuditSegment

if TYPE_CHECKING:
    from samenspel.web.accounts.actor import Actor

__all__ = ["Act", "Entry", "record", "record_all"]

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOTHING_BEFORE = "0" * 64
SUCCESS, REFUSED = "0", "8"
"""Outcome codes of DICOM, which NEN 7513 follows: success, serious failure."""

SEALED_BY_HASH = (
    "event_type_code",
    "event_action_code",
    "event_outcome_indicator",
    "user_id",
    "role_id_code",
    "network_access_point_id",
    "participant_object_type",
    "participant_object_id",
    "participant_object_detail",
)


@dataclass(frozen=True)
class Entry:
    """What a row will tell. `detail` holds keys and numbers, never what people wrote."""

    act: Act
    by: "Actor"
    object_type: str
    object_id: UUID | str = ""
    chain: UUID = HOUSE_CHAIN
    detail: Mapping[str, str | int] = field(default_factory=dict)
    outcome: str = SUCCESS

    @property
    def year(self) -> int:
        return self.by.at.astimezone(AMSTERDAM).year


def record(
    act: Act,
    *,
    by: "Actor",
    object_type: str,
    object_id: UUID | str = "",
    chain: UUID = HOUSE_CHAIN,
    detail: Mapping[str, str | int] | None = None,
    outcome: str = SUCCESS,
) -> AuditRow:
    """Add a row to a chain."""
    entry = Entry(act, by, object_type, object_id, chain, detail or {}, outcome)
    return record_all([entry])[0]


def record_all(entries: Sequence[Entry]) -> list[AuditRow]:
    """Add many rows, to one chain or several, in a few queries however many there are."""
    with transaction.atomic():
        ends = _Ends(entry.chain for entry in entries)
        rows = [ends.add(entry) for entry in entries]
        ends.close()
        return AuditRow.objects.bulk_create(rows)


class _Ends:
    """The last segment of each chain, locked in one order so that nobody waits for each other."""

    def __init__(self, chains: Iterable[UUID]) -> None:
        self._segments = AuditSegment.objects.select_for_update()
        self._last: dict[UUID, AuditSegment] = {}
        self._changed: dict[int, AuditSegment] = {}
        for segment in self._segments.filter(chain__in=set(chains)).order_by("chain", "year"):
            self._last[segment.chain] = segment

    def add(self, entry: Entry) -> AuditRow:
        segment = self._open(entry.chain, entry.year)
        row = _row(entry, segment)
        row.hash = hash_of(row, previous=segment.last_hash)
        segment.last_number, segment.last_hash = row.number, row.hash
        self._changed[segment.pk] = segment
        return row

    def close(self) -> None:
        changed = list(self._changed.values())
        AuditSegment.objects.bulk_update(changed, ["last_number", "last_hash"])

    def _open(self, chain: UUID, year: int) -> AuditSegment:
        """This year's segment; acts dated in a year that has passed go on in the last one."""
        last = self._last.get(chain)
        if last is not None and last.year >= year:
            return last
        opening = last.last_hash if last else NOTHING_BEFORE
        self._last[chain], _ = self._segments.get_or_create(
            chain=chain, year=year, defaults={"opening_hash": opening, "last_hash": opening}
        )
        return self._last[chain]


def _row(entry: Entry, segment: AuditSegment) -> AuditRow:
    by = entry.by
    return AuditRow(
        segment=segment,
        number=segment.last_number + 1,
        event_type_code=entry.act.value,
        event_action_code=ACTION_CODE[entry.act],
        event_date_time=by.at,
        event_outcome_indicator=entry.outcome,
        user_id=str(by.user.public_id) if by.user else "",
        role_id_code=" ".join(sorted(by.roles)),
        network_access_point_id=by.origin[:64],
        participant_object_type=entry.object_type,
        participant_object_id=str(entry.object_id),
        participant_object_detail=dict(entry.detail),
    )


def hash_of(row: AuditRow, *, previous: str) -> str:
    """SHA-256 over the previous hash and everything in the row."""
    content: dict[str, Any] = {name: getattr(row, name) for name in SEALED_BY_HASH}
    content["number"] = row.number
    content["event_id"] = str(row.event_id)
    content["event_date_time"] = row.event_date_time.astimezone(UTC).isoformat()
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256((previous + text).encode()).hexdigest()
