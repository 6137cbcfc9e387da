"""The lines of a systemogram from card to symbol, clear of each other at both ends."""

from math import atan2, pi

from samenspel.drawing.scene import Place
from samenspel.drawing.signs.symbols import edge_of
from samenspel.drawing.systemogram.arrows import side_by_side, spread, towards
from samenspel.drawing.systemogram.homes import SYMBOL
from samenspel.drawing.systemogram.plan import TIP, Plan, link_box, nearest_on_outline
from samenspel.drawing.systemogram.routes import Route, leaves
from samenspel.family.facts import Id

BESIDE = 14.0  # between two arrows that leave a card at one side
APART = 0.4  # radians between two heads at one symbol
STAR = (-pi / 4 - 0.25, -pi / 4 + 0.25)  # where the star of a supporter stands
STAR_GAP = 18.0


def lines_of(planned: Plan) -> list[tuple[Place, ...]]:
    """The routes from card to symbol, with the heads at one symbol beside each other."""
    lines = [
        (_start(planned, link.source, route), *route.places[1:])
        for link, route in zip(planned.around.links, planned.routes, strict=True)
    ]
    for one in planned.cards:
        _spread_starts(planned, one, lines)
    for who in dict.fromkeys(link.target for link in planned.around.links):
        if who in planned.names:
            _spread_heads(planned, who, lines)
    return lines


def _spread_starts(planned: Plan, one: Id, lines: list[tuple[Place, ...]]) -> None:
    """Arrows that leave a card at the same side, clear of each other."""
    here = [nth for nth, link in enumerate(planned.around.links) if link.source == one]
    starts = side_by_side(link_box(planned, one), [lines[nth][0] for nth in here], BESIDE)
    outlines = {home.id: home.box for home in planned.homes if home.id}
    for nth, start in zip(here, starts, strict=True):
        target = planned.around.links[nth].target
        rest = lines[nth][1:]
        if target in outlines and len(rest) == 1:
            rest = (nearest_on_outline(outlines[target], start),)
        lines[nth] = (start, *rest)


def _start(planned: Plan, source: Id, route: Route) -> Place:
    """The route begins at the room on the ring; the arrow at what stands there."""
    at = planned.places[source]
    if source in planned.cards:
        return leaves(link_box(planned, source), at, route.places[1])
    person = planned.wording.family.person[source]
    gap = STAR_GAP if _leaves_at_star(planned, source, at, route.places[1]) else TIP
    return edge_of(person, at, route.places[1], gap=gap, size=SYMBOL)


def _leaves_at_star(planned: Plan, source: Id, at: Place, to: Place) -> bool:
    supporters = {fact.person for fact in planned.wording.family.supporters}
    angle = atan2(to[1] - at[1], to[0] - at[0])
    return source in supporters and STAR[0] - 0.15 < angle < STAR[1] + 0.15


def _spread_heads(planned: Plan, who: Id, lines: list[tuple[Place, ...]]) -> None:
    here = [nth for nth, link in enumerate(planned.around.links) if link.target == who]
    person, at = planned.wording.family.person[who], planned.places[who]
    supporters = {fact.person for fact in planned.wording.family.supporters}
    kept = STAR if who in supporters else ()
    angles = spread(at, [lines[nth] for nth in here], APART, kept)
    for nth, angle in zip(here, angles, strict=True):
        tip = edge_of(person, at, towards(at, angle), gap=TIP, size=SYMBOL)
        lines[nth] = (*lines[nth][:-1], tip)
