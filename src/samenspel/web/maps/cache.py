"""Maps kept in memory: the last versions of those that were used last.

What is kept is only what was committed. Who uses it compares the number and the count of
redactions with the row of the map, so another process is never overlooked.
"""

from bisect import bisect_right, insort
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from operator import attrgetter
from threading import Lock
from uuid import UUID

from django.db import transaction

from samenspel.family import FamilyMap

MAPS = 100
VERSIONS = 8
"""Of each map; they share their statements. Who follows along asks for one that just was."""

NUMBER = attrgetter("number")


@dataclass(frozen=True)
class Version:
    """The map after the edit with this number, perhaps without what was taken back."""

    number: int
    family_map: FamilyMap
    is_whole: bool = True


@dataclass
class _Kept:
    redactions: int
    versions: list[Version] = field(default_factory=list)


class Cache:
    """By the public id of the case; safe for threads."""

    def __init__(self, maps: int = MAPS, versions: int = VERSIONS) -> None:
        self._maps, self._versions = maps, versions
        self._kept: OrderedDict[UUID, _Kept] = OrderedDict()
        self._lock = Lock()

    def at(
        self, case_id: UUID, *, redactions: int, number: int, is_whole: bool = True
    ) -> Version | None:
        """The newest version that is not after this number; a part of it only for who asks so."""
        with self._lock:
            kept = self._kept.get(case_id)
            if kept is None or kept.redactions != redactions:
                return None
            self._kept.move_to_end(case_id)
            place = bisect_right(kept.versions, number, key=NUMBER)
            before = reversed(kept.versions[:place])
            return next((one for one in before if one.is_whole or not is_whole), None)

    def keep_when_committed(self, case_id: UUID, redactions: int, version: Version) -> None:
        """At once outside a transaction; never when it is rolled back."""
        transaction.on_commit(lambda: self.keep(case_id, redactions, version))

    def keep(self, case_id: UUID, redactions: int, version: Version) -> None:
        with self._lock:
            kept = self._kept.setdefault(case_id, _Kept(redactions))
            if kept.redactions < redactions:
                kept = self._kept[case_id] = _Kept(redactions)
            if kept.redactions == redactions:
                _add(kept.versions, version)
                del kept.versions[: -self._versions]
            self._kept.move_to_end(case_id)
            while len(self._kept) > self._maps:
                self._kept.popitem(last=False)

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()


def _add(versions: list[Version], version: Version) -> None:
    """A former version keeps what was said, and not what was worked out from it."""
    there = {one.number: one for one in versions}
    if version.number in there:
        if version.is_whole and not there[version.number].is_whole:
            versions[versions.index(there[version.number])] = version
        return
    if versions:
        former = versions[-1]
        versions[-1] = replace(former, family_map=replace(former.family_map))
    insort(versions, version, key=NUMBER)


cache = Cache()
