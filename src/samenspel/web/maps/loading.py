"""Opening a map: what is in memory, else the last snapshot, and the edits since.

It never writes: a case without a drawing has no row, and reads as an empty map.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from samenspel.family import FamilyMap, opened, parse, replay
from samenspel.web.cases.models import Case
from samenspel.web.maps.cache import Version, cache
from samenspel.web.maps.models import JointMoment, Map
from samenspel.web.maps.rows import Keys, Row, key_of, rows_between, snapshots_before
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

    @property
    def kept(self) -> Version | None:
        return cache.at(self.map.case.public_id, redactions=self.map.redactions, number=self.number)


def load(case: Case, at: datetime | None = None) -> Loaded:
    """The map of a case with its state at a moment, which is now when nothing is said."""
    found = _map_of(case.public_id)
    if found is None:
        return Loaded()
    return Loaded(
        found.pk,
        found.last_number,
        newest(found),
        found.frozen_at is not None,
        moment_on(found, at or timezone.now()),
        dict(found.pins.values_list("thing", "x")),
    )


def moment_on(found: Map, at: datetime) -> JointMoment | None:
    """The joint moment of now."""
    return found.moments.filter(begun_at__lte=at, until__gt=at).select_related("begun_by").first()


def newest(found: Map) -> FamilyMap:
    return versions([Point(found, found.last_number)])[found.pk].family_map


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
    documents = snapshots_before(far) if far else {}
    starts = {one: max(bases[one].number, documents.get(one, (0,))[0]) for one in bases}
    later = rows_between({one.map.pk: (starts[one.map.pk], one.number) for one in points})
    if keys is None:
        keys = fetch({one.map.case.key_id for one in points}) if documents or later else {}
    found = {}
    for point in points:
        one, base = point.map.pk, bases[point.map.pk]
        if starts[one] > base.number:
            key = key_of(keys, point.map.case.key_id)
            base = Version(starts[one], parse(documents[one][1].open(key)))
            _keep(point.map, base)
        found[one] = _brought_to(point, base, [row for row in later if row.map_id == one], keys)
    return found


def _brought_to(point: Point, base: Version, later: Iterable[Row], keys: Keys) -> Version:
    if base.number == point.number:
        return base
    key = key_of(keys, point.map.case.key_id)
    family_map = replay((row.envelope(key) for row in later), onto=base.family_map)
    version = Version(point.number, family_map)
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
