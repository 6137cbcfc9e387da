"""Homes whose people can be enclosed alone.

They stand side by side in every row, with nobody else between, in rows that follow each other.
Who has two homes stands in one of them, and not where they only are at weekends.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, product

from samenspel.drawing.genogram.labels import Wording
from samenspel.drawing.placement import Id, Placement
from samenspel.family.family import Household

CHOICES = 6  # groups of people with two homes for whom every choice is tried


@dataclass(frozen=True)
class Enclosure:
    """A home whose people can stand in an outline; `rows` has them from left to right."""

    household: Household
    rows: Mapping[int, tuple[Id, ...]]

    @property
    def people(self) -> tuple[Id, ...]:
        return tuple(who for row in self.rows.values() for who in row)


@dataclass(frozen=True)
class Homes:
    """`beside` are the homes that a person's label has to name; `outside` counts people whom no
    outline holds."""

    enclosures: tuple[Enclosure, ...]
    beside: Mapping[Id, tuple[Household, ...]]
    outside: int


def homes_of(wording: Wording, placement: Placement, without: frozenset[Id] = frozenset()) -> Homes:
    """Which homes get an outline; those in `without` do not, for their outline did not fit."""
    order = _Order(placement)
    best: tuple[Enclosure, ...] = ()
    for members in _divisions(wording, placement):
        found = tuple(
            enclosure
            for household, people in members
            if household.id not in without
            and (enclosure := order.enclosure(household, people)) is not None
        )
        if _size(found) > _size(best):
            best = found
    inside = {(who, one.household.id) for one in best for who in one.people}
    held = {who for who, _ in inside}
    beside = {
        who: tuple(home for home in wording.homes(who) if (who, home.id) not in inside)
        for who in placement.people
    }
    outside = sum(1 for who in placement.people if wording.homes(who) and who not in held)
    return Homes(best, beside, outside)


def _size(enclosures: Iterable[Enclosure]) -> int:
    return sum(len(one.people) for one in enclosures)


def _divisions(
    wording: Wording, placement: Placement
) -> Iterable[list[tuple[Household, list[Id]]]]:
    """Everybody in one home: all ways for those with more, as long as they are few."""
    shared: dict[tuple[Id, ...], list[Id]] = {}
    for who in placement.people:
        homes = _main(wording, who)
        if homes:
            shared.setdefault(tuple(home.id for home in homes), []).append(who)
    choices = [
        homes if len(homes) > 1 and index < CHOICES else homes[:1]
        for index, homes in enumerate(sorted(shared, key=len, reverse=True))
    ]
    groups = sorted(shared, key=len, reverse=True)
    for chosen in product(*choices):
        inside: dict[Id, list[Id]] = {}
        for home, group in zip(chosen, groups, strict=True):
            inside.setdefault(home, []).extend(shared[group])
        yield [
            (household, inside[household.id])
            for household in wording.family.households
            if household.id in inside
        ]


def _main(wording: Wording, who: Id) -> tuple[Household, ...]:
    """Where somebody may stand: at home without 'at weekends', if there is such a home."""
    homes = wording.homes(who)
    return tuple(home for home in homes if not wording.share(home, who)) or homes


class _Order:
    """Who stands how many from the left in each row."""

    def __init__(self, placement: Placement) -> None:
        self.placement = placement
        self.place: dict[Id, int] = {}
        rows: dict[int, list[Id]] = {}
        for who in sorted(placement.people, key=lambda one: placement.people[one].x):
            row = rows.setdefault(placement.people[who].row, [])
            self.place[who] = len(row)
            row.append(who)

    def enclosure(self, household: Household, people: Sequence[Id]) -> Enclosure | None:
        rows = self._in_rows(people)
        if any(self.place[row[-1]] - self.place[row[0]] >= len(row) for row in rows.values()):
            return None
        if any(below != above + 1 for above, below in pairwise(rows)):
            return None
        return Enclosure(household, rows)

    def _in_rows(self, people: Sequence[Id]) -> dict[int, tuple[Id, ...]]:
        spots = self.placement.people
        ordered = sorted(people, key=lambda who: (spots[who].row, spots[who].x))
        return {row: tuple(ours) for row, ours in groupby(ordered, lambda who: spots[who].row)}
