"""The arrows of a systemogram: how often by width, how strong by shape, energy by chevrons."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import atan2, cos, pi, sin

from samenspel.drawing.scene import Item, Place, Stroke
from samenspel.drawing.signs.curves import Curve, path
from samenspel.drawing.signs.strokes import STROKES
from samenspel.drawing.signs.ties import tie_strokes
from samenspel.drawing.systemogram.links import Link
from samenspel.drawing.systemogram.routes import Box, rounded
from samenspel.family.words import Flow, Strength

HEAD = (13.0, 6.0)  # how long a head is, and how far it reaches to either side
SAW = (5.5, 8.5)
GAP = 9.0  # in a broken line
CORNER = 10.0  # of a card; no arrow leaves there when it need not
CHEVRON = (7.0, 7.0)


def arrow_items(link: Link, line: Sequence[Place]) -> list[Item]:
    """Everything of one arrow, from its source to its target."""
    ids = (link.source, link.target)
    curve = Curve(rounded(line))
    if link.tie is not None and not link.strength:
        return [*_tied(link, curve), *_flow(link, curve, ids)]
    until = curve.length - (HEAD[0] - 3 if link.points else 0.0)
    head = [_head(link, curve, ids)] if link.points else []
    return [*_line(link, curve, until, ids), *head, *_flow(link, curve, ids)]


def _tied(link: Link, curve: Curve) -> Iterable[Item]:
    """The sign of the tie, with a head when somebody is directed at somebody too."""
    tie = link.tie
    assert tie is not None
    end = curve.length - (HEAD[0] if link.points else 2.0)
    places = curve.part(2.0, end)
    if tie.first != link.source:
        places.reverse()
    yield from tie_strokes(
        tie.tie, places, tie.direction, tie.strength, ids=(tie.first, tie.second)
    )
    if link.points:
        yield _head(link, curve, (link.source, link.target))


def _line(link: Link, curve: Curve, until: float, ids: tuple[str, ...]) -> list[Stroke]:
    match link.strength:
        case Strength.WEAK:
            return [Stroke("arrow", ids, path(curve.part(0, until)), "tie_dots")]
        case Strength.STRESSFUL:
            straight = curve.part(0, 10)
            teeth = curve.saw(10, until - 8, *SAW)
            after = curve.part(until - 8, until)
            return [Stroke("arrow", ids, path([*straight, *teeth, *after]), link.style)]
        case Strength.BROKEN:
            return _broken(link, curve, until, ids)
    style = "strong" if link.strength is Strength.STRONG else link.style
    return [Stroke("arrow", ids, path(curve.part(0, until)), style)]


def _broken(link: Link, curve: Curve, until: float, ids: tuple[str, ...]) -> list[Stroke]:
    middle = until / 2
    before, after = curve.part(0, middle - GAP / 2), curve.part(middle + GAP / 2, until)
    bars = [curve.across(middle + side * GAP / 2, 9) for side in (-1, 1)]
    return [
        Stroke("arrow", ids, path([*before]), link.style),
        Stroke("arrow", ids, path(after), link.style),
        *(Stroke("arrow", ids, path(bar), "plain") for bar in bars),
    ]


def _head(link: Link, curve: Curve, ids: tuple[str, ...]) -> Stroke:
    """A filled head; wider for wider lines."""
    style = "strong" if link.strength is Strength.STRONG else link.style
    more = 1 + max(0.0, STROKES[style].width - 3) / 8
    long, half = HEAD[0] * more, HEAD[1] * more
    tip, back = curve.at(curve.length), curve.length - long
    corners = [tip, curve.at(back, half), curve.at(back, -half)]
    return Stroke("head", ids, path(corners, closed=True), "solid")


def _flow(link: Link, curve: Curve, ids: tuple[str, ...]) -> list[Stroke]:
    """Open chevrons at the middle, pointing where the energy goes."""
    middle = (curve.length - HEAD[0]) / 2 - (14 if link.strength is Strength.BROKEN else 0)
    wide = STROKES["strong" if link.strength is Strength.STRONG else link.style].width
    ways = {
        None: (),
        Flow.TO_FAMILY: ((0.0, 1), (9.0, 1)),
        Flow.FROM_FAMILY: ((0.0, -1), (9.0, -1)),
        Flow.BOTH: ((-7.0, -1), (7.0, 1)),
    }[link.flow]
    return [
        Stroke("flow", ids, path(_chevron(curve, middle + off, way, wide)), "plain")
        for off, way in ways
    ]


def _chevron(curve: Curve, far: float, way: int, wide: float) -> list[Place]:
    long, half = CHEVRON[0], CHEVRON[1] + wide / 2
    return [
        curve.at(far - way * long / 2, -half),
        curve.at(far + way * long / 2),
        curve.at(far - way * long / 2, half),
    ]


# --- Heads beside each other ----------------------------------------------------------------------


def spread(
    centre: Place, lines: Sequence[Sequence[Place]], apart: float, kept: Sequence[float] = ()
) -> list[float]:
    """The direction in which each line should reach the centre, at least `apart` (radians) from
    each other and from the directions `kept` free, as near as can be to where it comes from."""
    angles = [atan2(line[-2][1] - centre[1], line[-2][0] - centre[0]) for line in lines]
    free = len(angles)
    angles += kept
    order = sorted(range(len(angles)), key=lambda nth: (angles[nth], nth))
    apart = min(apart, 2 * pi / max(len(angles), 1))
    for _ in range(60):
        if not _push(angles, order, apart, free):
            break
    return angles[:free]


def _push(angles: list[float], order: list[int], apart: float, free: int) -> bool:
    """`free` is how many of the angles may move: the first ones."""
    pushed = False
    for nth, one in enumerate(order):
        other = order[(nth + 1) % len(order)]
        gap = (angles[other] - angles[one]) % (2 * pi)
        if one == other or gap >= apart - 1e-6:
            continue
        back = 0.0 if one >= free else 1.0 if other >= free else 0.5
        angles[one] -= (apart - gap) * back
        angles[other] += (apart - gap) * (1 - back)
        pushed = True
    return pushed


def towards(centre: Place, angle: float) -> Place:
    return centre[0] + cos(angle), centre[1] + sin(angle)


def side_by_side(box: Box, places: Sequence[Place], apart: float) -> list[Place]:
    """Places on the edge of a box, moved along their side until they are `apart`."""
    moved = list(places)
    for axis in (0, 1):
        low, high = box[axis] + CORNER, box[axis + 2] - CORNER
        for wall in (box[1 - axis], box[3 - axis]):
            here = [nth for nth, at in enumerate(places) if abs(at[1 - axis] - wall) < 0.5]
            eased = _eased([places[nth][axis] for nth in here], apart, low, high)
            for nth, value in zip(here, eased, strict=True):
                moved[nth] = (value, wall) if axis == 0 else (wall, value)
    return moved


def _eased(values: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """The same numbers in the same order, pushed away from each other until they are `apart`."""
    if len(values) < 2:
        return list(values)
    eased = [min(max(value, low), high) for value in values]
    apart = min(apart, (high - low) / (len(values) - 1))
    order = sorted(range(len(eased)), key=lambda nth: (values[nth], nth))
    for _ in range(40):
        for one, other in pairwise(order):
            short = max(apart - (eased[other] - eased[one]), 0.0)
            eased[one] = max(eased[one] - short / 2, low)
            eased[other] = min(eased[other] + short / 2, high)
    return eased
