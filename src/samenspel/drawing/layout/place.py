"""The layout of a genogram as a list of passes: rows, layers, order, places, counting.

`place` gives every person one place. Each family without a line to the others is laid out by
itself and stands beside them.
"""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from samenspel.drawing.layout import quality
from samenspel.drawing.layout.coordinates import Places, Room, places
from samenspel.drawing.layout.exact import best_order
from samenspel.drawing.layout.generations import Rows, rows_of
from samenspel.drawing.layout.kinship import Kinship
from samenspel.drawing.layout.large import large_order
from samenspel.drawing.layout.layers import Layers
from samenspel.drawing.layout.order import Order, Wishes, cost_of
from samenspel.drawing.layout.polish import polished
from samenspel.drawing.placement import (
    DEEP,
    PITCH,
    ROW,
    Id,
    PlacedUnion,
    Placement,
    Quality,
    Spot,
)
from samenspel.family.family import Family

LARGE = 80  # people; above this an exact order is not tried
APART = 1.5 * PITCH  # between two families without a line between them


@dataclass(frozen=True)
class Ask:
    """What the caller wants. `deadline` is in seconds; 0 gives the heuristic drawing at once."""

    widths: Mapping[Id, float]
    previous: Mapping[Id, float]
    pinned: frozenset[Id]
    until: float
    strict: bool


@dataclass(frozen=True)
class Part:
    """One family, placed from x = 0, with the proven least number of crossings."""

    people: Mapping[Id, Spot]
    unions: tuple[PlacedUnion, ...]
    split: int
    bound: int
    out_of_order: int


def place(
    family: Family,
    *,
    on: date | None = None,
    widths: Mapping[Id, float] | None = None,
    previous: Placement | None = None,
    pinned: frozenset[Id] = frozenset(),
    deadline: float = 10.0,
    siblings: str = "loose",
) -> Placement:
    """A place for everybody.

    `on` is the day for who lives where. `widths` are those of the labels; `previous` is the
    drawing to stay near, in which `pinned` people do not move; `siblings="strict"` makes age
    order a rule instead of a wish.
    """
    return place_kinship(
        Kinship.of(family, on),
        widths=widths,
        previous=previous,
        pinned=pinned,
        deadline=deadline,
        siblings=siblings,
    )


def place_kinship(
    kinship: Kinship,
    *,
    widths: Mapping[Id, float] | None = None,
    previous: Placement | None = None,
    pinned: frozenset[Id] = frozenset(),
    deadline: float = 10.0,
    siblings: str = "loose",
) -> Placement:
    began = time.perf_counter()
    before = {who: spot.x for who, spot in previous.people.items()} if previous else {}
    ask = Ask(widths or {}, before, pinned, began + deadline, siblings == "strict")
    parts = [_place_part(part, ask) for part in kinship.parts() if part.people]
    people, unions = _beside(_left_to_right(parts, ask), ask)
    counted = _quality(parts, people, unions, previous)
    milliseconds = (time.perf_counter() - began) * 1000
    return Placement(people, unions, counted, milliseconds)


def _place_part(kinship: Kinship, ask: Ask) -> Part:
    rows, split = rows_of(kinship)
    layers = Layers.of(kinship, rows)
    wishes = Wishes.of(kinship, layers, ask.previous, pinned=ask.pinned, strict=ask.strict)
    order, bound = _order(layers, wishes, ask)
    room = Room(ask.widths, ask.previous, ask.pinned)
    people, unions = _fewest(
        _where(kinship, layers, rows, places(layers, order, room, bends_lie_on_rows=on_rows))
        for on_rows in ((True, False) if layers.line else (True,))
    )
    return Part(people, unions, len(split), bound, cost_of(layers, wishes, order)[2])


Where = tuple[dict[Id, Spot], tuple[PlacedUnion, ...]]


def _where(kinship: Kinship, layers: Layers, rows: Rows, found: Places) -> Where:
    people = {
        person: Spot(found.x[node], ROW * rows[person], rows[person])
        for node, person in enumerate(layers.people)
    }
    return people, tuple(_placed_unions(kinship, layers, found.x, found.flat))


def _fewest(ways: Iterable[Where]) -> Where:
    """Of the places for lines that pass a row, those with the fewest crossings."""
    found = list(ways)
    if len(found) < 2:
        return found[0]
    return min(
        found,
        key=lambda where: quality.crossings(quality.segments(*where)) + quality.passed_over(*where),
    )


def _order(layers: Layers, wishes: Wishes, ask: Ask) -> tuple[Order, int]:
    """The best order and the proven bound; the heuristic one when proof takes too long."""
    if len(layers.people) > LARGE or time.perf_counter() >= ask.until:
        found = large_order(layers, wishes, ask.until)
        return found.order, found.bound
    solved = best_order(layers, wishes, until=ask.until)
    if solved.order is not None and solved.complete:
        return solved.order, solved.bound
    order = solved.order or large_order(layers, wishes, ask.until).order
    return polished(layers, order, wishes), solved.bound


def _placed_unions(
    kinship: Kinship, layers: Layers, x: Sequence[float], flat: frozenset[int]
) -> Iterator[PlacedUnion]:
    for node, union in enumerate(kinship.unions, layers.first_union):
        row = (layers.layer[node] - 2) // 2
        y = ROW * row + (0.0 if node in flat else DEEP)
        yield PlacedUnion(union.id, x[node], y, union.partners, union.children, node in flat)


def _left_to_right(parts: Sequence[Part], ask: Ask) -> list[Part]:
    """Families stay in the order they had; new ones come last."""

    def left(part: Part) -> float:
        known = [ask.previous[person] for person in part.people if person in ask.previous]
        return sum(known) / len(known) if known else float("inf")

    return sorted(parts, key=left) if ask.previous else list(parts)


def _beside(parts: Sequence[Part], ask: Ask) -> tuple[dict[Id, Spot], tuple[PlacedUnion, ...]]:
    people: dict[Id, Spot] = {}
    unions: list[PlacedUnion] = []
    right: float | None = None
    for part in parts:
        shift = _shift(part, right, ask)
        for person, spot in part.people.items():
            people[person] = replace(spot, x=spot.x + shift)
        unions += [replace(union, x=union.x + shift) for union in part.unions]
        right = max(people[person].x for person in part.people) + APART
    return people, tuple(unions)


def _shift(part: Part, right: float | None, ask: Ask) -> float:
    """A family begins where the one before it ends; one that was drawn before stays if it can."""
    left = min(spot.x for spot in part.people.values())
    if any(person in ask.previous for person in part.people):
        return max((right if right is not None else left) - left, 0.0)
    return (right or 0.0) - left


def _quality(
    parts: Sequence[Part],
    people: Mapping[Id, Spot],
    unions: Sequence[PlacedUnion],
    previous: Placement | None,
) -> Quality:
    crossings = quality.crossings(quality.segments(people, unions))
    passed = quality.passed_over(people, unions)
    bound = min(sum(part.bound for part in parts), crossings + passed)
    xs = [spot.x for spot in people.values()]
    return Quality(
        split_unions=sum(part.split for part in parts),
        crossings=crossings,
        passed_over=passed,
        siblings_out_of_order=sum(part.out_of_order for part in parts),
        moved=_moved(people, previous) if previous else 0,
        width=max(xs) - min(xs) if xs else 0.0,
        bound=bound,
        proven=bound == crossings + passed,
    )


def _moved(people: Mapping[Id, Spot], previous: Placement) -> int:
    """The fewest people to take out so that all others stand in the order they stood in."""
    rows: dict[int, list[Id]] = {}
    for person in people:
        if person in previous.people:
            rows.setdefault(people[person].row, []).append(person)
    moved = 0
    for row in rows.values():
        row.sort(key=lambda person: people[person].x)
        moved += len(row) - _longest_rise([previous.people[person].x for person in row])
    return moved


def _longest_rise(values: Sequence[float]) -> int:
    from bisect import bisect_left

    tails: list[float] = []
    for value in values:
        at = bisect_left(tails, value)
        tails[at : at + 1] = [value]
    return len(tails)
