"""What can be chosen in a drawing: where it is, what is touched, what lights up behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot

from samenspel.drawing.scene import Place
from samenspel.drawing.signs.curves import path, ring, rounded

Id = str
Box = tuple[float, float, float, float]

FINGER = 14.0  # the radius of the smallest target
ROUND = 8.0


@dataclass(frozen=True)
class Shape:
    """Path data: an area, or a line so `wide`."""

    path: str
    wide: float = 0.0


@dataclass(frozen=True)
class Thing:
    """`label` says it in words. `joins` are the things that this one lies between; `ways` names
    the next thing in each direction: up, left, …"""

    id: Id
    kind: str
    label: str
    at: Place
    touch: tuple[Shape, ...]
    ground: Shape
    joins: tuple[Id, ...] = ()
    ways: Mapping[str, Id] = field(default_factory=dict)


def disc(at: Place, radius: float = FINGER) -> Shape:
    return Shape(ring(at, radius))


def block(box: Box, by: float = 0.0, corner: float = ROUND) -> Shape:
    """A box made so much wider to every side, with round corners, and never under 24 px."""
    left, top, right, bottom = box
    more_x = max(by, FINGER - (right - left) / 2)
    more_y = max(by, FINGER - (bottom - top) / 2)
    wider = (left - more_x, top - more_y, right + more_x, bottom + more_y)
    corner = min(corner, (wider[2] - wider[0]) / 2, (wider[3] - wider[1]) / 2)
    return Shape(rounded(wider, corner))


def band(way: Sequence[Place], wide: float) -> Shape:
    """Along a way, with few places: nobody sees a target exactly."""
    step = max(1, len(way) // 12)
    places = [*way[:-1:step], way[-1]]
    return Shape(path(places), wide)


def along(way: Sequence[Place], step: float = 6.0) -> list[Place]:
    """The same way in steps of about that length."""
    found = list(way[:1])
    for (x1, y1), (x2, y2) in pairwise(way):
        count = max(1, round(hypot(x2 - x1, y2 - y1) / step))
        shares = (n / count for n in range(1, count + 1))
        found += [(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share) for share in shares]
    return found


def box_of_all(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def middle(box: Box) -> Place:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def around(at: Place, half: float = FINGER) -> Box:
    x, y = at
    return x - half, y - half, x + half, y + half
