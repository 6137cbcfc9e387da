"""Fixed coarse groups of at least five, for readers who may not see exact outcomes.

The groups are fixed beforehand: groups chosen after seeing the counts betray them. A group under
the threshold is not shown, zero included, and then neither is the total: with one group
hidden the total would give it back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SMALLEST_GROUP = 5
"""Never below five: the lowest threshold in use for output on care for youths (method C3)."""


@dataclass(frozen=True)
class Group:
    """A row of the coarse table: the fine keys that it adds up."""

    key: str
    members: frozenset[str]


@dataclass(frozen=True)
class CoarseTable:
    """Counts per group; None is "too few to show"."""

    counts: Mapping[str, int | None]
    total: int | None

    @property
    def complete(self) -> bool:
        return self.total is not None


def coarsen(counts: Mapping[str, int], groups: Sequence[Group]) -> CoarseTable:
    """Add up `counts` in `groups`; every key must be in exactly one group."""
    _check_partition(counts, groups)
    sums = {
        group.key: sum(count for key, count in counts.items() if key in group.members)
        for group in groups
    }
    shown = {key: count if count >= SMALLEST_GROUP else None for key, count in sums.items()}
    complete = all(count is not None for count in shown.values())
    return CoarseTable(counts=shown, total=sum(sums.values()) if complete else None)


def _check_partition(counts: Mapping[str, int], groups: Sequence[Group]) -> None:
    if len({group.key for group in groups}) < len(groups):
        raise ValueError("every group needs a name of its own")
    for key in counts:
        homes = [group.key for group in groups if key in group.members]
        if len(homes) != 1:
            raise ValueError(f"{key!r} stands in {len(homes)} groups, and must stand in one")
