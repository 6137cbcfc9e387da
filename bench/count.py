"""Counts how good a drawing of a family is: `python bench/count.py DRAWING.json`.

It reads only the JSON of `samenspel draw --json` and knows nothing of how a drawing was made, so
that ours and those of others are counted alike. What is counted:

- The lines are straight segments, from every partner to the union and from the union to every
  child. The end of a segment at a person is that person's place.
- **crossings**: pairs of segments without a common end node (person or union) that have a point
  in common. Touching counts, so that nothing is hidden by drawing a line exactly through the place
  of another union or along another line. One point does not count: the place of a person. Whatever
  runs through a person is counted as passing over.
- **passed_over**: a union and a person who is not its partner, where a segment to one of the
  partners comes within a quarter of the symbol pitch of that person's centre. A person near both
  halves of one partner line counts once.
- **split_unions**: unions whose partners do not stand at one height.
- **upside_down**: children who do not stand below all partners of the union.
- **misplaced**: unions that do not lie between their partners, or higher than these or more than
  half a row lower. Such a drawing cannot be compared.
- **twice**: symbols beyond the first of a person. Lines go to the nearest symbol.
- **missing**: people whom a union names (or the caller expects) and whom nobody drew.

Coordinates are rounded to a thousandth of a unit; from there everything is whole numbers and
exact. A sweep from left to right per band of height keeps 20 000 people within seconds.
"""

import json
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

GRAIN = 1000  # coordinates in thousandths
PITCH = 114
NEAR = GRAIN * PITCH // 4
DEEP = GRAIN * 95  # half a row, where the drawing has no row below to measure

Point = tuple[int, int]


@dataclass(frozen=True)
class Counts:
    people: int
    twice: int
    missing: int
    split_unions: int
    upside_down: int
    misplaced: int
    crossings: int
    passed_over: int

    @property
    def faults(self) -> int:
        return self.crossings + self.passed_over


class Segment(NamedTuple):
    """`person` is where it ends at a person, `union` where it ends at a union."""

    person: Point
    union: Point
    who: str
    bond: int
    to_partner: bool

    @property
    def left(self) -> int:
        return min(self.person[0], self.union[0])

    @property
    def right(self) -> int:
        return max(self.person[0], self.union[0])

    @property
    def top(self) -> int:
        return min(self.person[1], self.union[1])

    @property
    def bottom(self) -> int:
        return max(self.person[1], self.union[1])


class Picture:
    """The drawing as whole numbers: symbols per person, and the segments."""

    def __init__(self, drawing: Mapping[str, Any]) -> None:
        self.symbols: dict[str, list[Point]] = {}
        for person in drawing["people"]:
            self.symbols.setdefault(person["id"], []).append(_point(person))
        self.unions: list[tuple[Point, Sequence[str], Sequence[str]]] = [
            (_point(union), union["partners"], union["children"]) for union in drawing["unions"]
        ]
        self.segments = list(self._segments())

    def place(self, who: str, near: Point) -> Point | None:
        places = self.symbols.get(who)
        return min(places, key=lambda place: _square(place, near)) if places else None

    def partners(self, bond: int) -> list[Point]:
        at, partners, _ = self.unions[bond]
        return [place for who in partners if (place := self.place(who, at))]

    def _segments(self) -> Iterator[Segment]:
        for bond, (at, partners, children) in enumerate(self.unions):
            for group, to_partner in ((partners, True), (children, False)):
                for who in group:
                    if place := self.place(who, at):
                        yield Segment(place, at, who, bond, to_partner)


def count(drawing: Mapping[str, Any], everybody: Iterable[str] = ()) -> Counts:
    """`everybody` are the ids of the file, to find who is missing and stands in no union."""
    picture = Picture(drawing)
    named = {who for _, partners, children in picture.unions for who in (*partners, *children)}
    return Counts(
        people=len(picture.symbols),
        twice=sum(len(places) - 1 for places in picture.symbols.values()),
        missing=len((named | set(everybody)) - picture.symbols.keys()),
        split_unions=sum(_is_split(picture.partners(bond)) for bond in range(len(picture.unions))),
        upside_down=_upside_down(picture),
        misplaced=_misplaced(picture),
        crossings=_crossings(picture.segments),
        passed_over=_passed_over(picture),
    )


def _point(place: Mapping[str, float]) -> Point:
    return round(place["x"] * GRAIN), round(place["y"] * GRAIN)


def _square(a: Point, b: Point) -> int:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


# --- Crossings ------------------------------------------------------------------------------------


def _crossings(segments: Sequence[Segment]) -> int:
    """Sweeps every band of height from left to right; a pair counts in the first band of both."""
    bands: dict[int, list[Segment]] = {}
    for segment in sorted(segments, key=lambda segment: segment.left):
        for band in range(segment.top // DEEP, segment.bottom // DEEP + 1):
            bands.setdefault(band, []).append(segment)
    return sum(_crossings_in(band, segments) for band, segments in bands.items())


def _crossings_in(band: int, segments: Sequence[Segment]) -> int:
    found = 0
    active: list[tuple[int, int, int, Segment]] = []  # right, top, bottom
    for new in segments:
        left, top, bottom = new.left, new.top, new.bottom
        active = [entry for entry in active if entry[0] >= left]
        for _, other_top, other_bottom, other in active:
            if other_top <= bottom and top <= other_bottom:
                is_first = max(top, other_top) // DEEP == band
                found += is_first and cross(new, other)
        active.append((new.right, top, bottom, new))
    return found


def cross(a: Segment, b: Segment) -> bool:
    """Whether two segments without a common end node meet elsewhere than at a person's place."""
    if a.bond == b.bond or (a.who, a.person) == (b.who, b.person):
        return False
    a_person, a_union = _side(b, a.person), _side(b, a.union)
    b_person, b_union = _side(a, b.person), _side(a, b.union)
    if a_person * a_union < 0 and b_person * b_union < 0:
        return True
    if not (a_person or a_union or b_person or b_union) and _overlap(a, b):
        return True
    people = (a.person, b.person)
    at_a = a_union == 0 and a.union not in people and _is_within(b, a.union)
    return at_a or (b_union == 0 and b.union not in people and _is_within(a, b.union))


def _side(line: Segment, point: Point) -> int:
    """Negative on one side of the line, positive on the other, 0 on it."""
    (x, y), (x2, y2) = line.person, line.union
    return (x2 - x) * (point[1] - y) - (y2 - y) * (point[0] - x)


def _overlap(a: Segment, b: Segment) -> bool:
    """Of two segments on one line: whether they share more than a point."""
    (a1, a2), (b1, b2) = sorted((a.person, a.union)), sorted((b.person, b.union))
    return max(a1, b1) < min(a2, b2)


def _is_within(line: Segment, point: Point) -> bool:
    return line.left <= point[0] <= line.right and line.top <= point[1] <= line.bottom


# --- People passed over, and unions out of their place --------------------------------------------


def _passed_over(picture: Picture) -> int:
    rows = _rows(picture)
    heights = list(rows)
    found: set[tuple[int, str, Point]] = set()
    for line in picture.segments:
        if line.to_partner:
            own = picture.unions[line.bond][1]
            near = _near(line, rows, heights)
            found.update((line.bond, who, at) for who, at in near if who not in own)
    return len(found)


def _rows(picture: Picture) -> dict[int, list[tuple[int, str]]]:
    """Per height, from the top, the symbols from left to right."""
    rows: dict[int, list[tuple[int, str]]] = {}
    for who, places in picture.symbols.items():
        for x, y in places:
            rows.setdefault(y, []).append((x, who))
    return {y: sorted(rows[y]) for y in sorted(rows)}


def _near(
    line: Segment, rows: Mapping[int, list[tuple[int, str]]], heights: list[int]
) -> Iterator[tuple[str, Point]]:
    """The symbols that a segment comes near to."""
    first = bisect_left(heights, line.top - NEAR)
    for y in heights[first : bisect_right(heights, line.bottom + NEAR)]:
        row = rows[y]
        start = bisect_left(row, (line.left - NEAR, ""))
        stop = bisect_left(row, (line.right + NEAR + 1, ""))
        for x, who in row[start:stop]:
            if _is_near(line, (x, y)):
                yield who, (x, y)


def _is_near(line: Segment, point: Point) -> bool:
    (x, y), (x2, y2) = line.person, line.union
    along = (point[0] - x) * (x2 - x) + (point[1] - y) * (y2 - y)
    length = _square(line.person, line.union)
    if along <= 0 or along >= length:
        return _square(point, line.person if along <= 0 else line.union) <= NEAR**2
    return _side(line, point) ** 2 <= NEAR**2 * length


def _is_split(partners: Sequence[Point]) -> bool:
    return len({y for _, y in partners}) > 1


def _upside_down(picture: Picture) -> int:
    found = 0
    for bond, (at, _, children) in enumerate(picture.unions):
        lowest = max((y for _, y in picture.partners(bond)), default=at[1])
        places = (picture.place(child, at) for child in children)
        found += sum(place is not None and place[1] <= lowest for place in places)
    return found


def _misplaced(picture: Picture) -> int:
    heights = sorted({y for places in picture.symbols.values() for _, y in places})
    found = 0
    for bond, (at, _, _) in enumerate(picture.unions):
        partners = picture.partners(bond)
        if partners:
            found += not (_is_between(at[0], partners) and _is_below(at[1], partners, heights))
    return found


def _is_between(x: int, partners: Sequence[Point]) -> bool:
    if len(partners) < 2:
        return True
    return min(partners)[0] <= x <= max(partners)[0]


def _is_below(y: int, partners: Sequence[Point], heights: list[int]) -> bool:
    """Not above the highest partner, at most half a row below the lowest."""
    top, bottom = min(y for _, y in partners), max(y for _, y in partners)
    below = heights[bisect_right(heights, bottom) :]
    deepest = max(DEEP, (below[0] - bottom + 1) // 2) if below else DEEP
    return top <= y <= bottom + deepest


def main() -> int:
    drawing = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    sys.stdout.write(json.dumps(asdict(count(drawing)), indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
