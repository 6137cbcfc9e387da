"""Fixed coarse groups of at least five, for readers who may not see exact outcomes.

The groups are fixed beforehand: groups chosen after seeing the counts betray them. A group under
the threshold is not shown, zero included, and then neither is the total: with one group
hidden the total would give it back. For the same reason two tables that count the same cases are
protected together: the total of the one would give back the hidden group of the other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SMALLEST_GROUP = 5
"""Never below five: the lowest threshold in use for output on care for youths (method C3)."""

LARGEST_HIDDEN = SMALLEST_GROUP - 1


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

    @property
    def least(self) -> int:
        """The smallest total that a reader can think of."""
        return sum(count or 0 for count in self.counts.values())

    @property
    def most(self) -> int:
        hidden = list(self.counts.values()).count(None)
        return self.least + hidden * LARGEST_HIDDEN

    def emptied(self) -> "CoarseTable":
        return CoarseTable(counts=dict.fromkeys(self.counts), total=None)


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


def protect_together(tables: Sequence[CoarseTable]) -> list[CoarseTable]:
    """Tables that count the same cases, the most important first.

    A table is shown while a reader who lays it beside the ones before knows no more of a hidden
    group than "under five"; otherwise it shows nothing.
    """
    shown: list[CoarseTable] = []
    protected = []
    for table in tables:
        fits = _leave_enough_open([*shown, table])
        protected.append(table if fits else table.emptied())
        shown += [table] if fits else []
    return protected


def _leave_enough_open(tables: Sequence[CoarseTable]) -> bool:
    """All tables have one and the same total, which each of them keeps between two numbers."""
    open_between = min(table.most for table in tables) - max(table.least for table in tables)
    return open_between >= LARGEST_HIDDEN or all(table.complete for table in tables)


def _check_partition(counts: Mapping[str, int], groups: Sequence[Group]) -> None:
    if len({group.key for group in groups}) < len(groups):
        raise ValueError("every group needs a name of its own")
    for key in counts:
        homes = [group.key for group in groups if key in group.members]
        if len(homes) != 1:
            raise ValueError(f"{key!r} stands in {len(homes)} groups, and must stand in one")
