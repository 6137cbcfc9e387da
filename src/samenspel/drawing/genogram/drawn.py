"""The lines of a plan as strokes, now that rows and bars have a height."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from samenspel.drawing.genogram.plans import Level, Line, Plan, Turn
from samenspel.drawing.genogram.space import Box
from samenspel.drawing.scene import Item, Place, Stroke
from samenspel.drawing.signs import descent_strokes, twin_mark
from samenspel.drawing.signs.curves import path

HALF = 1.0  # of a line: a bar reaches so far past its ends, for whole corners


def places(line: Line, tops: Mapping[int, float]) -> list[Place]:
    return [(x, _height((x, level), tops)) for x, level in line.turns]


def _height(turn: Turn, tops: Mapping[int, float]) -> float:
    level = turn[1]
    return tops[level.row] + level.below if isinstance(level, Level) else level.y


def child_strokes(plan: Plan, tops: Mapping[int, float]) -> Iterator[Item]:
    """Everything between a couple and its children."""
    for line in plan.lines:
        found = places(line, tops)
        if line.kind == "twins":
            yield from twin_mark(line.twinship, found[0], found[1:], line.ids)
        elif line.kind == "drop":
            (x, y), *rest = found
            yield from descent_strokes(line.parentage, [(x, y - HALF), *rest], line.ids)
        elif line.kind == "twin":
            yield from descent_strokes(line.parentage, found, line.ids)
        elif line.kind in {"stem", "bar"}:
            ends = _longer(found) if line.kind == "bar" else _into(found)
            yield Stroke("child", line.ids, path(ends), line.parentage.value)


def _longer(ends: list[Place]) -> list[Place]:
    """A bar from left to right, with whole corners at its ends."""
    (left, y), (right, _) = sorted(ends)
    return [(left - HALF, y), (right + HALF, y)]


def _into(stem: list[Place]) -> list[Place]:
    """A stem that reaches into its bar, so that no light comes between."""
    *rest, (x, y) = stem
    return [*rest, (x, y + HALF)]


def boxes(plan: Plan, tops: Mapping[int, float]) -> Iterator[Box]:
    """What the lines take on the sheet; a slanting line in small pieces."""
    for line in plan.lines:
        if line.kind == "twins":
            continue
        for (x1, y1), (x2, y2) in pairwise(places(line, tops)):
            if x1 == x2 or y1 == y2:
                less, more = min(line.strands) - 1, max(line.strands) + 1
                yield min(x1, x2) + less, min(y1, y2) - 1, max(x1, x2) + more, max(y1, y2) + 1
            else:
                yield from _pieces(x1, y1, x2, y2)


def _pieces(x1: float, y1: float, x2: float, y2: float) -> Iterator[Box]:
    count = max(1, round(abs(x2 - x1) / 8))
    for n in range(count):
        a, b = n / count, (n + 1) / count
        xs = sorted((x1 + (x2 - x1) * a, x1 + (x2 - x1) * b))
        ys = sorted((y1 + (y2 - y1) * a, y1 + (y2 - y1) * b))
        yield xs[0], ys[0], xs[1], ys[1]
