"""Counting on the finished places: what crosses, and who is passed over.

A segment runs straight from a partner to the union, and from the union to a child. Two segments
without a common end cross when they meet, also when one only touches the other with its union, or
runs along it. What happens at the place of a person is no crossing. A partner segment passes over
somebody (not a partner of that union) when it comes within a quarter of the pitch of the symbol's
centre.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import hypot
from typing import NamedTuple

from samenspel.drawing.placement import DEEP, NEAR, Id, PlacedUnion, Spot

Point = tuple[float, float]
HAIR = 1e-6  # smaller differences are rounding
TOUCH = 1e-3  # nearer than this a point lies on a line


class Segment(NamedTuple):
    """From (x1, y1) to (x2, y2), left to right; `person` and `union` are its two ends."""

    x1: float
    y1: float
    x2: float
    y2: float
    person: Id
    union: int
    is_partner: bool
    from_union: bool  # the union is the left end

    @property
    def at_union(self) -> Point:
        return (self.x1, self.y1) if self.from_union else (self.x2, self.y2)

    @property
    def at_person(self) -> Point:
        return (self.x2, self.y2) if self.from_union else (self.x1, self.y1)


def segments(people: Mapping[Id, Spot], unions: Sequence[PlacedUnion]) -> Iterator[Segment]:
    for index, union in enumerate(unions):
        for i, person in enumerate((*union.partners, *union.children)):
            spot, is_partner = people[person], i < len(union.partners)
            if spot.x <= union.x:
                yield Segment(spot.x, spot.y, union.x, union.y, person, index, is_partner, False)
            else:
                yield Segment(union.x, union.y, spot.x, spot.y, person, index, is_partner, True)


def crossings(lines: Iterable[Segment]) -> int:
    """Pairs that cross. Lines are compared within bands of half a row, from left to right."""
    bands: dict[int, list[Segment]] = {}
    for line in sorted(lines):
        top, bottom = sorted((line.y1, line.y2))
        for band in range(int(top // DEEP), int(bottom // DEEP) + 1):
            bands.setdefault(band, []).append(line)
    return sum(_in_band(band, inside) for band, inside in bands.items())


def _in_band(band: int, lines: Sequence[Segment]) -> int:
    count = 0
    open_lines: list[Segment] = []
    for line in lines:
        open_lines = [other for other in open_lines if other.x2 > line.x1]
        count += sum(
            _cross(line, other) and _first_band(line, other) == band for other in open_lines
        )
        open_lines.append(line)
    return count


def _first_band(a: Segment, b: Segment) -> int:
    """The highest band that both are in: there the pair is counted."""
    return int(max(min(a.y1, a.y2), min(b.y1, b.y2)) // DEEP)


def _cross(a: Segment, b: Segment) -> bool:
    if a.union == b.union or a.person == b.person:
        return False
    one, two = _side(a, b.x1, b.y1), _side(a, b.x2, b.y2)
    if (one > TOUCH and two > TOUCH) or (one < -TOUCH and two < -TOUCH):
        return False
    three, four = _side(b, a.x1, a.y1), _side(b, a.x2, a.y2)
    if (three > TOUCH and four > TOUCH) or (three < -TOUCH and four < -TOUCH):
        return False
    if min(abs(one), abs(two), abs(three), abs(four)) > TOUCH:
        return True
    return _touch(a, b) or _touch(b, a) or _run_along(a, b)


def _side(a: Segment, x: float, y: float) -> float:
    """How far a point lies from the line of `a`, with a sign for its side."""
    dx, dy = a.x2 - a.x1, a.y2 - a.y1
    length = hypot(dx, dy)
    return (dx * (y - a.y1) - dy * (x - a.x1)) / length if length else 0.0


def _touch(a: Segment, b: Segment) -> bool:
    """The union of b lies on a, and not at the place of one of the two people."""
    x, y = b.at_union
    if abs(_side(a, x, y)) > TOUCH or not _is_beside(a, x, y):
        return False
    return all(hypot(x - px, y - py) > TOUCH for px, py in (a.at_person, b.at_person))


def _is_beside(a: Segment, x: float, y: float) -> bool:
    top, bottom = min(a.y1, a.y2), max(a.y1, a.y2)
    return a.x1 - TOUCH <= x <= a.x2 + TOUCH and top - TOUCH <= y <= bottom + TOUCH


def _run_along(a: Segment, b: Segment) -> bool:
    ends = (_side(a, b.x1, b.y1), _side(a, b.x2, b.y2))
    if max(abs(end) for end in ends) > TOUCH:
        return False
    left, right = max((a.x1, a.y1), (b.x1, b.y1)), min((a.x2, a.y2), (b.x2, b.y2))
    return hypot(right[0] - left[0], right[1] - left[1]) > TOUCH and left < right


def passed_over(people: Mapping[Id, Spot], unions: Sequence[PlacedUnion]) -> int:
    """Unions and people who are passed over by them, each pair once."""
    heights: dict[float, list[tuple[float, Id]]] = {}
    for person, spot in people.items():
        heights.setdefault(spot.y, []).append((spot.x, person))
    for row in heights.values():
        row.sort()
    near = {
        (line.union, person)
        for line in segments(people, unions)
        if line.is_partner
        for x, y, person in _around(line, heights)
        if person not in unions[line.union].partners and _near(line, x, y)
    }
    return len(near)


def _around(
    line: Segment, heights: Mapping[float, list[tuple[float, Id]]]
) -> Iterator[tuple[float, float, Id]]:
    top, bottom = min(line.y1, line.y2) - NEAR, max(line.y1, line.y2) + NEAR
    for y, row in heights.items():
        if top <= y <= bottom:
            first = bisect_left(row, (line.x1 - NEAR, ""))
            last = bisect_right(row, (line.x2 + NEAR, ""))
            yield from ((x, y, person) for x, person in row[first:last])


def _near(line: Segment, x: float, y: float) -> bool:
    dx, dy = line.x2 - line.x1, line.y2 - line.y1
    length = dx * dx + dy * dy
    share = ((x - line.x1) * dx + (y - line.y1) * dy) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    across, down = line.x1 + share * dx - x, line.y1 + share * dy - y
    return across * across + down * down < NEAR * NEAR - HAIR
