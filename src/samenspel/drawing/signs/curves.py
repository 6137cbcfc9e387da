"""Lines that follow a line: beside it, in teeth or waves over it, along a part of it.

A curve is a dense polyline; everything is measured along it, in the units of the drawing.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from math import cos, hypot, pi, sin

from samenspel.drawing.scene import Place

FINE = 6.0  # a bend is followed in steps of this length
FLAT = 0.02  # places nearer than this to a straight line are left out of a path


class Curve:
    """A polyline with its length; `at` walks along it, also a little past its ends."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.places = _without_repeats(places)
        if len(self.places) < 2:
            x, y = self.places[0]
            self.places = [(x, y), (x + 0.01, y)]
        steps = (hypot(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(self.places))
        self.far = list(accumulate(steps, initial=0.0))
        self.length = self.far[-1]

    def at(self, far: float, beside: float = 0.0) -> Place:
        """The place that far along, and that much to the right of the way one goes."""
        index = min(max(bisect_right(self.far, far) - 1, 0), len(self.places) - 2)
        (x1, y1), (x2, y2) = self.places[index], self.places[index + 1]
        step = self.far[index + 1] - self.far[index]
        ux, uy = (x2 - x1) / step, (y2 - y1) / step
        on = far - self.far[index]
        return x1 + ux * on - uy * beside, y1 + uy * on + ux * beside

    def part(self, start: float, end: float, beside: float = 0.0) -> list[Place]:
        """The piece between two lengths, `beside` it."""
        count = max(1, round((end - start) / FINE))
        return [self.at(start + (end - start) * n / count, beside) for n in range(count + 1)]

    def saw(self, start: float, end: float, high: float, step: float) -> list[Place]:
        """Teeth to both sides, beginning and ending on the curve."""
        teeth = max(2, round((end - start) / step))
        wide = (end - start) / teeth
        tops = [self.at(start + (n + 0.5) * wide, high if n % 2 else -high) for n in range(teeth)]
        return [self.at(start), *tops, self.at(end)]

    def wave(self, start: float, end: float, high: float, step: float) -> list[Place]:
        """Round waves to both sides, beginning and ending on the curve."""
        halves = max(2, round((end - start) / step))
        count = halves * 8
        wide = (end - start) / count
        return [self.at(start + n * wide, high * sin(n * pi / 8)) for n in range(count + 1)]

    def across(self, far: float, half: float, lean: float = 0.0) -> list[Place]:
        """A short stroke across the curve; `lean` moves its ends along it."""
        return [self.at(far - lean, -half), self.at(far + lean, half)]

    def spots(self, start: float, end: float, step: float) -> list[float]:
        """Lengths spread evenly about a step apart, clear of both ends; at least one."""
        count = max(1, round((end - start) / step))
        wide = (end - start) / count
        return [start + (n + 0.5) * wide for n in range(count)]


def _without_repeats(places: Sequence[Place]) -> list[Place]:
    kept = list(places[:1])
    for place in places[1:]:
        if hypot(place[0] - kept[-1][0], place[1] - kept[-1][1]) > 1e-6:
            kept.append(place)
    return kept


def path(places: Iterable[Place], closed: bool = False) -> str:
    """SVG path data of a polyline, without the places that lie on a straight line anyway."""
    kept = _bends(list(places))
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in kept) + ("Z" if closed else "")


def ring(at: Place, radius: float) -> str:
    """A circle, as two halves: both exactly as wide as the radius that is written down."""
    x, y = at
    radius = round(radius, 1)
    r, wide = number(radius), number(2 * radius)
    half = f"a{r} {r} 0 1 0"
    return f"M{number(x - radius)} {number(y)}{half} {wide} 0{half} -{wide} 0z"


def rounded(box: tuple[float, float, float, float], radius: float) -> str:
    """A box (left, top, right, bottom) with round corners."""
    left, top, right, bottom = box
    wide, high = number(right - left - 2 * radius), number(bottom - top - 2 * radius)
    r = number(radius)
    turn = f"a{r} {r} 0 0 1"
    start = f"M{number(left + radius)} {number(top)}h{wide}{turn} {r} {r}v{high}"
    return f"{start}{turn} -{r} {r}h-{wide}{turn} -{r} -{r}v-{high}{turn} {r} -{r}z"


def number(value: float) -> str:
    """One decimal, and none when it is nought."""
    text = f"{value:.1f}"
    if text[-1] != "0":
        return text
    return "0" if text == "-0.0" else text[:-2]


def regular(at: Place, radius: float, corners: int, turn: float = -pi / 2) -> list[Place]:
    """The corners of a regular polygon, the first at the top."""
    angles = (turn + 2 * pi * n / corners for n in range(corners))
    return [(at[0] + radius * cos(angle), at[1] + radius * sin(angle)) for angle in angles]


def _bends(places: list[Place]) -> list[Place]:
    if len(places) < 3:
        return places
    kept = [places[0]]
    for here, after in pairwise(places[1:]):
        if _off_line(kept[-1], here, after) > FLAT:
            kept.append(here)
    return [*kept, places[-1]]


def _off_line(first: Place, middle: Place, last: Place) -> float:
    (x1, y1), (x2, y2), (x, y) = first, last, middle
    length = hypot(x2 - x1, y2 - y1)
    if length == 0:
        return hypot(x - x1, y - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length
