"""The line around a home: one stretch per row, changing width in the band between two rows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import cos, pi, sin

from samenspel.drawing.genogram.houses import Enclosure
from samenspel.drawing.genogram.space import Box
from samenspel.drawing.placement import Id, Placement
from samenspel.drawing.scene import Place

PAD = 54.0  # wished for, from a symbol to the outline at its side
APART = 16.0  # between two outlines
TIGHT = 6.0  # at least this between what is inside and the outline
OVERLAP = 44.0  # two rows of a home share at least this much
FURTHEST = 420.0  # no outline goes further than this beyond who is in it
ALONG = 6.0  # a side keeps so far from a line that runs the same way
RADIUS = 28.0
SYMBOL = 22.0


@dataclass(frozen=True)
class Side:
    """Where a side of the outline may be in one row: `least` far out, at `wish` if it can be, and
    not beyond `limit`. Reckoned outwards: for a left side with the sign turned round."""

    least: float
    wish: float
    limit: float


@dataclass(frozen=True)
class Stretch:
    row: int
    left: float
    right: float


@dataclass(frozen=True)
class Ground:
    """What an outline has to respect: a person's symbol and label (`boxes`), the people of each row
    from left to right, who has an outline (`housed`), and lines along which no side should run."""

    placement: Placement
    boxes: Callable[[Id], Sequence[Box]]
    rows: Mapping[int, Sequence[Id]]
    housed: frozenset[Id]
    upright: Mapping[int, Sequence[float]]


def stretches(enclosure: Enclosure, ground: Ground, wide: float) -> tuple[Stretch, ...] | None:
    """From where to where the outline runs in each row, at least `wide` in the lowest where that
    can be; None when something else is in the way."""
    lefts = {row: _side(-1, people, ground) for row, people in enclosure.rows.items()}
    rights = {row: _side(1, people, ground) for row, people in enclosure.rows.items()}
    if any(side.limit < side.least for side in (*lefts.values(), *rights.values())):
        return None
    last = max(enclosure.rows)
    short = (wide - (rights[last].wish + lefts[last].wish)) / 2
    for sides in (lefts, rights) if short > 0 else ():
        side = sides[last]
        sides[last] = replace(side, wish=max(side.wish, min(side.wish + short, side.limit)))
    lines = {row: ground.upright.get(row, ()) for row in enclosure.rows}
    left = _level(lefts, {row: [-x for x in xs] for row, xs in lines.items()})
    right = _level(rights, lines)
    if not _joined(left, right, lefts, rights):
        return None
    return tuple(Stretch(row, -left[row], right[row]) for row in enclosure.rows)


def _side(way: int, people: tuple[Id, ...], ground: Ground) -> Side:
    """`way` is -1 for the left side, 1 for the right."""
    outer = 0 if way < 0 else 2
    need = max(way * box[outer] for who in people for box in ground.boxes(who))
    last = people[0] if way < 0 else people[-1]
    row = ground.rows[ground.placement.people[last].row]
    at = row.index(last) + way
    others = row[max(at - 1, 0) : at + 1] if way < 0 else row[at : at + 2]
    limit = need + FURTHEST
    for other in others if at >= 0 else ():
        near = min(way * box[2 - outer] for box in ground.boxes(other))
        free = (near - need - APART) / 2 if other in ground.housed else near - need - TIGHT
        limit = min(limit, need + free)
    wish = max(way * ground.placement.people[last].x + SYMBOL + PAD, need + 2 * TIGHT)
    return Side(need + TIGHT, min(wish, limit), limit)


def _level(sides: Mapping[int, Side], lines: Mapping[int, Sequence[float]]) -> dict[int, float]:
    """One straight side where every row allows it; else each row its own."""
    whole = Side(
        max(side.least for side in sides.values()),
        max(side.wish for side in sides.values()),
        min(side.limit for side in sides.values()),
    )
    if whole.least <= whole.limit:
        every = [line for row in lines.values() for line in row]
        return dict.fromkeys(sides, _clear(whole, every))
    return {row: _clear(side, lines[row]) for row, side in sides.items()}


def _clear(side: Side, lines: Sequence[float]) -> float:
    """As wished, but a little further in or out when it would run along another line."""
    wish = min(side.wish, side.limit)
    for step in (0.0, 7.0, -7.0, 13.0, -13.0):
        x = wish + step
        if side.least <= x <= side.limit and all(abs(x - line) >= ALONG for line in lines):
            return x
    return wish


def _joined(
    left: dict[int, float],
    right: dict[int, float],
    lefts: Mapping[int, Side],
    rights: Mapping[int, Side],
) -> bool:
    """Makes rows overlap by widening one of them, where there is room for that."""
    for upper, lower in pairwise(left):
        for ours, ends, others, sides in (
            (upper, right, left, rights),
            (lower, left, right, lefts),
            (upper, left, right, lefts),
            (lower, right, left, rights),
        ):
            other = lower if ours == upper else upper
            needed = OVERLAP - others[other]
            if _overlap(left, right, upper, lower) < OVERLAP and needed <= sides[ours].limit:
                ends[ours] = max(ends[ours], needed)
        if _overlap(left, right, upper, lower) < OVERLAP:
            return False
    return True


def _overlap(left: Mapping[int, float], right: Mapping[int, float], a: int, b: int) -> float:
    return min(right[a], right[b]) + min(left[a], left[b])


def corners(
    shape: Sequence[Stretch],
    tops: Sequence[float],
    end: float,
    lefts: Sequence[float] | None = None,
) -> list[Place]:
    """The corners clockwise: `tops` is where each stretch begins, `end` where the last one ends;
    `lefts` is where they begin at the left if that is elsewhere."""
    right = _down_a_side([stretch.right for stretch in shape], tops, end)
    left = _down_a_side([stretch.left for stretch in shape], lefts or tops, end)
    return _without_straight([*right, *reversed(left)])


def _down_a_side(xs: Sequence[float], tops: Sequence[float], end: float) -> list[Place]:
    return [
        (x, y)
        for x, top, bottom in zip(xs, tops, [*tops[1:], end], strict=True)
        for y in (top, bottom)
    ]


def _without_straight(places: list[Place]) -> list[Place]:
    kept: list[Place] = []
    for index, place in enumerate(places):
        before, after = places[index - 1], places[(index + 1) % len(places)]
        if not (before[0] == place[0] == after[0] or before[1] == place[1] == after[1]):
            kept.append(place)
    return kept


@dataclass(frozen=True)
class Corner:
    """A round corner: where the arc begins, its tip if it were sharp, where it ends, its radius."""

    start: Place
    tip: Place
    end: Place
    radius: float

    @property
    def is_right_turn(self) -> bool:
        (ax, ay), (bx, by), (cx, cy) = self.start, self.tip, self.end
        return (bx - ax) * (cy - by) > (by - ay) * (cx - bx)

    def arc(self) -> list[Place]:
        """Five places along it."""
        (ax, ay), (bx, by), (cx, cy) = self.start, self.tip, self.end
        turns = [pi / 2 * n / 4 for n in range(5)]
        return [
            (
                bx + (ax - bx) * (1 - sin(t)) + (cx - bx) * (1 - cos(t)),
                by + (ay - by) * (1 - sin(t)) + (cy - by) * (1 - cos(t)),
            )
            for t in turns
        ]


def rounded(places: Sequence[Place]) -> list[Corner]:
    """The corners made round; where a side is short its corners are smaller."""
    found = []
    for index, tip in enumerate(places):
        before, after = places[index - 1], places[(index + 1) % len(places)]
        r = min(RADIUS, _far(before, tip) / 2, _far(tip, after) / 2)
        found.append(Corner(_towards(tip, before, r), tip, _towards(tip, after, r), r))
    return found


def outline_path(places: Sequence[Place]) -> str:
    """Closed path data."""
    parts: list[str] = []
    for corner in rounded(places):
        (x1, y1), (x2, y2), r = corner.start, corner.end, corner.radius
        parts.append(f"{'L' if parts else 'M'}{x1:g} {y1:g}")
        parts.append(f"A{r:g} {r:g} 0 0 {int(corner.is_right_turn)} {x2:g} {y2:g}")
    return "".join(parts) + "Z"


def outline_boxes(places: Sequence[Place]) -> Iterator[Box]:
    """What the line takes on the sheet."""
    found = rounded(places)
    for index, corner in enumerate(found):
        line = [found[index - 1].end, *corner.arc()]
        for (x1, y1), (x2, y2) in pairwise(line):
            yield min(x1, x2) - 1, min(y1, y2) - 1, max(x1, x2) + 1, max(y1, y2) + 1


def _far(a: Place, b: Place) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(corner: Place, other: Place, by: float) -> Place:
    far = _far(corner, other) or 1.0
    return (
        round(corner[0] + (other[0] - corner[0]) * by / far, 1),
        round(corner[1] + (other[1] - corner[1]) * by / far, 1),
    )
