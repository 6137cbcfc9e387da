"""Places for cards around a middle: on a loose ellipse, far enough apart, on one or two rings."""

from bisect import bisect_left
from itertools import combinations, pairwise
from math import copysign, cos, pi, sin

from samenspel.drawing.scene import Place

Box = tuple[float, float, float, float]
Size = tuple[float, float]

BENT = 2.6  # 2 is an ellipse, more goes towards the rectangle in the middle
APART = (26.0, 30.0)  # kept free between cards, across and down
AWAY = 74.0  # from the middle to the cards, so that arrows can be seen
ONE_RING = 14  # more cards than this stand on two rings
STEPS = 360


def ring_places(count: int, middle: Box, size: Size, turned: bool = False) -> list[Place]:
    """`count` centres, clockwise from the top; no card touches another or the middle.

    `turned` by half a place, so that the top is free.
    """
    inner = count if count <= ONE_RING else (count + 1) // 2
    places = _ring(inner, middle, size, turned)
    if count == inner:
        return places
    outer = _ring(count - inner, _around(places, size), size, not turned)
    return [*places, *outer]


def _around(places: list[Place], size: Size) -> Box:
    wide, high = size[0] / 2, size[1] / 2
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return (min(xs) - wide, min(ys) - high, max(xs) + wide, max(ys) + high)


def _ring(count: int, middle: Box, size: Size, turned: bool) -> list[Place]:
    """The smallest ring on which all fit: made larger in steps."""
    grow = 1.0
    while True:
        places = _spread(count, middle, size, grow, turned)
        if _all_free(places, middle, size):
            return places
        grow *= 1.03


def _spread(count: int, middle: Box, size: Size, grow: float, turned: bool) -> list[Place]:
    curve = _curve(middle, size, grow)
    far = [0.0]
    for (x, y), (to_x, to_y) in pairwise(curve):
        step = max(abs(to_x - x) / (size[0] + APART[0]), abs(to_y - y) / (size[1] + APART[1]))
        far.append(far[-1] + step)
    start = 0.5 if turned else 0.0
    return [_at(curve, far, far[-1] * (nth + start) / count) for nth in range(count)]


def _at(curve: list[Place], far: list[float], wanted: float) -> Place:
    after = min(max(bisect_left(far, wanted), 1), len(far) - 1)
    share = (wanted - far[after - 1]) / ((far[after] - far[after - 1]) or 1.0)
    (x, y), (to_x, to_y) = curve[after - 1], curve[after]
    return (round(x + (to_x - x) * share, 3), round(y + (to_y - y) * share, 3))


def _curve(middle: Box, size: Size, grow: float) -> list[Place]:
    left, top, right, bottom = middle
    centre = ((left + right) / 2, (top + bottom) / 2)
    radius = (
        ((right - left) / 2 + AWAY + size[0] / 2) * grow,
        ((bottom - top) / 2 + AWAY + size[1] / 2) * grow,
    )
    turns = (2 * pi * step / STEPS for step in range(STEPS + 1))
    return [
        (centre[0] + radius[0] * _bent(sin(turn)), centre[1] - radius[1] * _bent(cos(turn)))
        for turn in turns
    ]


def _bent(value: float) -> float:
    return copysign(abs(value) ** (2 / BENT), value) if abs(value) > 1e-12 else 0.0


def _all_free(places: list[Place], middle: Box, size: Size) -> bool:
    left, top, right, bottom = middle
    wide, high = size[0] / 2 + AWAY * 0.72, size[1] / 2 + AWAY * 0.72
    for x, y in places:
        if left - wide < x < right + wide and top - high < y < bottom + high:
            return False
    return not any(
        abs(x - to_x) < size[0] + APART[0] * 0.9 and abs(y - to_y) < size[1] + APART[1] * 0.9
        for (x, y), (to_x, to_y) in combinations(places, 2)
    )
