"""Opening a map: what is in memory, else the last snapshot, and the edits since.

It never writes: a case without a drawing has no row, and reads as an empty map.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from samenspel.family import FamilyMap, opened, parse, replay, replay_edits
from samenspel.web.cases.models import Case
from samenspel.web.maps.cache import Version, cache
from samenspel.web.maps.models import JointMoment, Map
from samenspel.web.maps.rows import Keys, Row, Snapshot, key_of, rows_between, snapshots_before
from samenspel.web.maps.taken_back import is_enough, whole
from samenspel.web.maps.wanted import Drawn
from samenspel.web.vault.keys import fetch

SNAPSHOT_EVERY = 100
EMPTY = Version(0, FamilyMap())


@dataclass(frozen=True)
class Loaded:
    """The map as it is now, before `seen_by`; `pins` are places by hand, x by id."""

    map_id: int | None = None
    number: int = 0
    family_map: FamilyMap = field(default_factory=FamilyMap)
    frozen: bool = False
    moment: JointMoment | None = None
    pins: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Point:
    """A map and the number up to which it is wanted; `map.case` is there."""

    map: Map
    number: int
    is_whole: bool = True

    @property
    def kept(self) -> Version | None:
        return cache.at(
            self.map.case.public_id,
            redactions=self.map.redactions,
            number=self.number,
            is_whole=self.is_whole,
        )


def load(case: Case, at: datetime | None = None, *, is_whole: bool = True) -> Loaded:
    """The map of a case with its state at a moment, which is now when nothing is said.

    Who looks only through `seen_by` need not wait for what was taken back (`is_whole=False`).
    """
    found = _map_of(case.public_id)
    if found is None:
        return Loaded()
    return Loaded(
        found.pk,
        found.last_number,
        newest(found, is_whole=is_whole),
        found.frozen_at is not None,
        moment_on(found, at or timezone.now()),
        dict(found.pins.values_list("thing", "x")),
    )


def moment_on(found: Map, at: datetime) -> JointMoment | None:
    """The joint moment of now."""
    return found.moments.filter(begun_at__lte=at, until__gt=at).select_related("begun_by").first()


def newest(found: Map, *, is_whole: bool = True) -> FamilyMap:
    return versions([Point(found, found.last_number, is_whole)])[found.pk].family_map


def as_of(case: Case, number: int) -> FamilyMap:
    """The map after the edit with this number."""
    found = _map_of(case.public_id)
    if found is None:
        return EMPTY.family_map
    point = Point(found, min(number, found.last_number))
    return versions([point])[found.pk].family_map


def since(case_id: UUID, number: int) -> list[Drawn]:
    """What was drawn after this number, each with the map before and after it."""
    found = _map_of(case_id)
    if found is None or number >= found.last_number:
        return []
    before = versions([Point(found, number)])[found.pk].family_map
    later = rows_between({found.pk: (number, found.last_number)})
    key = key_of(fetch([found.case.key_id]), found.case.key_id)
    drawn = list(_stepwise(before, later, key))
    if drawn:
        _keep(found, Version(found.last_number, drawn[-1].after))
    return drawn


def versions(points: Sequence[Point], keys: Keys | None = None) -> dict[int, Version]:
    """Of each map the version that is wanted, in a fixed number of queries."""
    bases = {point.map.pk: point.kept or EMPTY for point in points}
    far = {point.map.pk: point.number for point in points if _is_far(bases[point.map.pk], point)}
    with_rest = any(point.is_whole for point in points)
    snapshots = snapshots_before(far, with_rest=with_rest) if far else {}
    starts = {
        one: max(base.number, snapshots[one].number if one in snapshots else 0)
        for one, base in bases.items()
    }
    later = rows_between({one.map.pk: (starts[one.map.pk], one.number) for one in points})
    if keys is None:
        keys = fetch({one.map.case.key_id for one in points}) if snapshots or later else {}
    found = {}
    for point in points:
        one, base = point.map.pk, bases[point.map.pk]
        if starts[one] > base.number:
            base = _opened(point, snapshots[one], key_of(keys, point.map.case.key_id))
        rows = [row for row in later if row.map_id == one]
        found[one] = _brought_to(point, base, rows, keys)
    return found


def _opened(point: Point, snapshot: Snapshot, key: bytes) -> Version:
    family_map = parse(snapshot.document.open(key))
    if snapshot.rest is not None:
        family_map = whole(family_map, snapshot.rest.open(key))
    is_whole = snapshot.rest is not None or not snapshot.has_rest
    version = Version(snapshot.number, family_map, is_whole)
    _keep(point.map, version)
    return version


def _brought_to(point: Point, base: Version, later: Iterable[Row], keys: Keys) -> Version:
    """What later edits name may have been taken back before; then the whole map is needed."""
    if base.number == point.number:
        return base
    key = key_of(keys, point.map.case.key_id)
    edits = [edit for row in later if (edit := opened(row.envelope(key)))]
    if not base.is_whole and not is_enough(base.family_map, edits):
        return versions([replace(point, is_whole=True)], keys)[point.map.pk]
    version = replace(
        base, number=point.number, family_map=replay_edits(edits, onto=base.family_map)
    )
    _keep(point.map, version)
    return version


def _is_far(base: Version, point: Point) -> bool:
    return point.number - base.number >= SNAPSHOT_EVERY


def _stepwise(before: FamilyMap, later: Iterable[Row], key: bytes) -> Iterable[Drawn]:
    for row in later:
        envelope = row.envelope(key)
        edit = opened(envelope)
        if edit is None:
            continue
        after = replay([envelope], onto=before)
        yield Drawn(row.number, edit, row.author_id, before, after)
        before = after


def _keep(found: Map, version: Version) -> None:
    cache.keep_when_committed(found.case.public_id, found.redactions, version)


def _map_of(case_id: UUID) -> Map | None:
    return Map.objects.select_related("case").filter(case__public_id=case_id).first()
