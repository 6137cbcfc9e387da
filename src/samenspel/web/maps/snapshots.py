"""Snapshots of a map: what they hold, and which stay."""

from samenspel.family import FamilyMap
from samenspel.web.maps.models import Map, MapSnapshot
from samenspel.web.maps.rows import DOCUMENT, REST, sealed
from samenspel.web.maps.taken_back import parted

NEWEST = 3
STEP = 1000
"""Of older ones one for every so many edits, so that a moment long ago opens too."""
STALE = 200
"""Edits after which a look that nobody had since has no former drawing any more."""


def snapshot_of(found: Map, number: int, family_map: FamilyMap, key: bytes) -> MapSnapshot:
    """To be saved. `key` is that of the case, so that no row looks it up."""
    parts, key_id = parted(family_map), found.case.key_id
    return MapSnapshot(
        map=found,
        number=number,
        document=sealed(DOCUMENT, parts.document, key=key, key_id=key_id),
        rest=sealed(REST, parts.rest, key=key, key_id=key_id) if parts.rest else None,
    )


def clear_away(found: Map, number: int) -> None:
    """What is not needed any more of a map that is at this number."""
    MapSnapshot.objects.filter(pk__in=_old(found)).delete()
    found.placements.filter(number__lt=number - STALE).delete()


def _old(found: Map) -> list[int]:
    there = list(found.snapshots.order_by("number").values_list("pk", "number"))
    first: dict[int, int] = {}
    for pk, number in there:
        first.setdefault(number // STEP, pk)
    return [pk for pk, _ in there[:-NEWEST] if pk not in first.values()]
