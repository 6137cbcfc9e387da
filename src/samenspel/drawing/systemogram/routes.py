"""The way of an arrow: straight where it can be, round what stands between where it cannot.

A blocked arrow takes the shortest way along the corners of what is in its way, found in a graph
that grows only with what it meets; a bend counts as a detour. Routes do not see each other: that
they cross as little as can be is the work of `rings`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from math import dist

from samenspel.drawing.scene import Place

Box = tuple[float, float, float, float]

ROUND = 8.0  # a bend stays this far from what it goes round
BEND = 36.0  # a bend weighs as much as this detour
LANE = 11.0  # between two arrows round the same corner
CURVE = 26.0  # how far from a bend its rounding begins


def grown(box: Box, by: float) -> Box:
    return (box[0] - by, box[1] - by, box[2] + by, box[3] + by)


def box_around(at: Place, wide: float, high: float) -> Box:
    return (at[0] - wide / 2, at[1] - high / 2, at[0] + wide / 2, at[1] + high / 2)


def centre(box: Box) -> Place:
    return ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def passes(start: Place, end: Place, box: Box) -> bool:
    """Whether the segment goes through the inside of the box."""
    first, last = 0.0, 1.0
    for axis in (0, 1):
        low, high = box[axis], box[axis + 2]
        move = end[axis] - start[axis]
        if abs(move) < 1e-9:
            if not low < start[axis] < high:
                return False
            continue
        enter, leave = (low - start[axis]) / move, (high - start[axis]) / move
        first, last = max(first, min(enter, leave)), min(last, max(enter, leave))
    return last - first > 1e-6


def leaves(box: Box, inside: Place, towards: Place) -> Place:
    """Where the segment from a place in the box leaves it."""
    part = 1.0
    for axis in (0, 1):
        move = towards[axis] - inside[axis]
        if abs(move) > 1e-9:
            wall = box[axis + 2] if move > 0 else box[axis]
            part = min(part, (wall - inside[axis]) / move)
    return (
        inside[0] + (towards[0] - inside[0]) * part,
        inside[1] + (towards[1] - inside[1]) * part,
    )


# --- The way --------------------------------------------------------------------------------------


def way(start: Place, end: Place, walls: Sequence[Box]) -> list[Place]:
    """The places of a line from start to end that goes through none of the walls.

    Straight when there is no way round.
    """
    known: list[Box] = []
    line = [start, end]
    while met := _met(line, walls, known):
        known += met
        found = _shortest(start, end, known)
        if found is None:
            return [start, end]
        line = found
    return line


def outward(line: Sequence[Place], walls: Sequence[Box]) -> tuple[Place, ...]:
    """For each place of a line the way out from the wall whose corner it is."""
    found = {
        corner: side
        for wall in walls
        for corner, side in zip(_corners(grown(wall, ROUND)), _SIDES, strict=True)
    }
    middle = [found.get(at, (0.0, 0.0)) for at in line[1:-1]]
    return ((0.0, 0.0), *middle, (0.0, 0.0))


_SIDES = ((-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0))


def _met(line: Sequence[Place], walls: Sequence[Box], known: Sequence[Box]) -> list[Box]:
    return [
        wall
        for wall in walls
        if wall not in known and any(passes(one, two, wall) for one, two in pairwise(line))
    ]


def _shortest(start: Place, end: Place, walls: Sequence[Box]) -> list[Place] | None:
    corners = [corner for wall in walls for corner in _corners(grown(wall, ROUND))]
    free = [at for at in corners if not any(_inside(at, wall) for wall in walls)]
    nodes = [start, end, *free]
    best = {0: 0.0}
    queue: list[tuple[float, int, tuple[int, ...]]] = [(0.0, 0, (0,))]
    while queue:
        length, node, line = heappop(queue)
        if node == 1:
            return [nodes[one] for one in line]
        if length > best.get(node, length):
            continue
        for other in range(1, len(nodes)):
            total = length + dist(nodes[node], nodes[other]) + BEND
            if total < best.get(other, float("inf")) and _sees(nodes[node], nodes[other], walls):
                best[other] = total
                heappush(queue, (total, other, (*line, other)))
    return None


def _corners(box: Box) -> tuple[Place, ...]:
    left, top, right, bottom = box
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def _inside(at: Place, box: Box) -> bool:
    return box[0] < at[0] < box[2] and box[1] < at[1] < box[3]


def _sees(one: Place, other: Place, walls: Sequence[Box]) -> bool:
    return not any(passes(one, other, wall) for wall in walls)


# --- Crossings ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Route:
    """The line of an arrow, from its source to its target, without rounding.

    `outward` says for each place where a lane further from the corner would be: (1, -1) is to
    the right and up. It is (0, 0) for the ends.
    """

    places: tuple[Place, ...]
    outward: tuple[Place, ...] = ()

    @property
    def box(self) -> Box:
        xs, ys = [x for x, _ in self.places], [y for _, y in self.places]
        return (min(xs), min(ys), max(xs), max(ys))

    @property
    def length(self) -> float:
        bends = len(self.places) - 2
        return sum(dist(one, two) for one, two in pairwise(self.places)) + BEND * bends

    def in_lane(self, lane: float, bends: Iterable[Place]) -> "Route":
        """The same with those bends so much further out."""
        moved = set(bends)
        places = tuple(
            (at[0] + out[0] * lane, at[1] + out[1] * lane) if at in moved else at
            for at, out in zip(self.places, self.outward, strict=True)
        )
        return Route(places, self.outward)


def shared(one: Route, other: Route) -> set[Place]:
    """The corners that both go round."""
    return set(one.places[1:-1]) & set(other.places[1:-1])


def crossings(one: Route, other: Route) -> int:
    """How often two lines cross; round a shared corner the better one takes the outer lane."""
    bends = shared(one, other)
    if not bends:
        return crossed(one, other)
    return min(crossed(one.in_lane(LANE, bends), other), crossed(one, other.in_lane(LANE, bends)))


def crossed(one: Route, other: Route) -> int:
    if not overlap(grown(one.box, 1), other.box):
        return 0
    return sum(
        _cross(a, b, c, d) for a, b in pairwise(one.places) for c, d in pairwise(other.places)
    )


def in_lanes(routes: Sequence[Route]) -> list[Route]:
    """Routes round the same corner beside each other, in the order that crosses least."""
    lanes = list(routes)
    corners = [at for route in routes for at in route.places[1:-1]]
    for corner in dict.fromkeys(at for at in corners if corners.count(at) > 1):
        here = [nth for nth, route in enumerate(routes) if corner in route.places[1:-1]]
        for lane, nth in enumerate(_from_inside(routes, here)):
            lanes[nth] = _moved(lanes[nth], routes[nth], corner, LANE * lane)
    return lanes


def _from_inside(routes: Sequence[Route], here: list[int]) -> list[int]:
    """Sorted so that a route stands before those that had better be outside it."""

    def is_outer(one: int, other: int) -> int:
        bends = shared(routes[one], routes[other])
        out = crossed(routes[one].in_lane(LANE, bends), routes[other])
        inside = crossed(routes[one], routes[other].in_lane(LANE, bends))
        return (inside > out) - (out > inside)

    return sorted(here, key=lambda one: (sum(is_outer(one, two) for two in here), one))


def _moved(lane: Route, route: Route, corner: Place, far: float) -> Route:
    at = route.places.index(corner)
    out = route.outward[at]
    places = list(lane.places)
    places[at] = (corner[0] + out[0] * far, corner[1] + out[1] * far)
    return Route(tuple(places), route.outward)


def _cross(a: Place, b: Place, c: Place, d: Place) -> bool:
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Place, b: Place, c: Place) -> float:
    value = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return 0.0 if abs(value) < 1e-6 else value


def rounded(places: Sequence[Place]) -> list[Place]:
    """The line with its bends rounded, as a fine polyline."""
    if len(places) < 3:
        return list(places)
    line = [places[0]]
    for before, bend, after in zip(places, places[1:], places[2:], strict=False):
        start = _along(bend, before, min(CURVE, dist(bend, before) / 2))
        end = _along(bend, after, min(CURVE, dist(bend, after) / 2))
        line += [_bezier(start, bend, end, step / 8) for step in range(9)]
    return [*line, places[-1]]


def _along(start: Place, towards: Place, far: float) -> Place:
    length = dist(start, towards) or 1.0
    return (
        start[0] + (towards[0] - start[0]) * far / length,
        start[1] + (towards[1] - start[1]) * far / length,
    )


def _bezier(one: Place, two: Place, three: Place, at: float) -> Place:
    back = 1 - at
    weights = (back * back, 2 * back * at, at * at)
    return (
        weights[0] * one[0] + weights[1] * two[0] + weights[2] * three[0],
        weights[0] * one[1] + weights[1] * two[1] + weights[2] * three[1],
    )


def touches(route: Iterable[Place], box: Box) -> bool:
    return any(passes(one, two, box) for one, two in pairwise(route))
