"""`record()` writes one row, in the transaction of the act that it tells of."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC
from typing import TYPE_CHECKING, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from samenspel.web.audit.acts import ACTION_CODE, Act
from samenspel.web.audit.models import HOUSE_CHAIN, AuditRow, AuditSegment

if TYPE_CHECKING:
    from samenspel.web.accounts.actor import Actor

__all__ = ["Act", "record"]

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
    """Add a row to a chain. `detail` holds keys and numbers, never what people wrote."""
    with transaction.atomic():
        segment = _open_segment(chain, by.at.astimezone(AMSTERDAM).year)
        row = AuditRow(
            segment=segment,
            number=segment.last_number + 1,
            event_type_code=act.value,
            event_action_code=ACTION_CODE[act],
            event_date_time=by.at,
            event_outcome_indicator=outcome,
            user_id=str(by.user.public_id) if by.user else "",
            role_id_code=" ".join(sorted(by.roles)),
            network_access_point_id=by.origin[:64],
            participant_object_type=object_type,
            participant_object_id=str(object_id),
            participant_object_detail=dict(detail or {}),
        )
        row.hash = hash_of(row, previous=segment.last_hash)
        row.save(force_insert=True)
        segment.last_number, segment.last_hash = row.number, row.hash
        segment.save(update_fields=["last_number", "last_hash"])
    return row


def hash_of(row: AuditRow, *, previous: str) -> str:
    """SHA-256 over the previous hash and everything in the row."""
    content: dict[str, Any] = {name: getattr(row, name) for name in SEALED_BY_HASH}
    content["number"] = row.number
    content["event_id"] = str(row.event_id)
    content["event_date_time"] = row.event_date_time.astimezone(UTC).isoformat()
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256((previous + text).encode()).hexdigest()


def _open_segment(chain: UUID, year: int) -> AuditSegment:
    """This year's segment, locked; acts dated in a year that has passed go on in the last one."""
    segments = AuditSegment.objects.select_for_update()
    last = segments.filter(chain=chain).order_by("-year").first()
    if last is not None and last.year >= year:
        return last
    opening = last.last_hash if last else NOTHING_BEFORE
    segment, _ = segments.get_or_create(
        chain=chain, year=year, defaults={"opening_hash": opening, "last_hash": opening}
    )
    return segment
