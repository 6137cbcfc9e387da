"""Where everything of a systemogram goes, before it is drawn.

The passes: who is directed at whom; the homes in the middle; places on the ring; the route from
every place to everybody an arrow may go to; the order on the ring with the fewest crossings.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from math import dist

from samenspel.drawing.genogram.labels import Wording
from samenspel.drawing.names import Name, name_of
from samenspel.drawing.scene import Place
from samenspel.drawing.signs.symbols import edge_of, reach_of
from samenspel.drawing.systemogram.cards import WIDE, Card, card_box, card_of
from samenspel.drawing.systemogram.ellipse import ring_places
from samenspel.drawing.systemogram.homes import SYMBOL, Home, place_homes
from samenspel.drawing.systemogram.links import Link, Surroundings, who_to_whom
from samenspel.drawing.systemogram.rings import EXACT, Order, Ring, best_order
from samenspel.drawing.systemogram.routes import (
    Box,
    Route,
    box_around,
    crossed,
    crossings,
    grown,
    in_lanes,
    leaves,
    outward,
    way,
)
from samenspel.family.facts import Id

CLEAR = 8.0  # an arrow stays this far from symbols and cards it does not go to
STRAIGHT = 40.0  # of an outline, the part this near to its corners is round
TIP = 4.0  # from the head of an arrow to the symbol
STAY = 3.0  # a place that is one unit further from the previous one weighs as much as this length


@dataclass(frozen=True)
class Plan:
    """`routes` are in the order of `around.links`, `order` tells how good the ring is."""

    wording: Wording
    around: Surroundings
    homes: tuple[Home, ...]
    cards: Mapping[Id, Card]
    names: Mapping[Id, Name]
    places: Mapping[Id, Place]
    routes: tuple[Route, ...]
    order: Order

    @property
    def on_ring(self) -> tuple[Id, ...]:
        return (*self.around.organisations, *self.around.outside)

    def crossings(self) -> int:
        """Counted on the routes as they are drawn."""
        return sum(crossed(one, other) for one, other in combinations(self.routes, 2))


def plan(wording: Wording, earlier: Mapping[Id, Place] | None = None) -> Plan:
    """`earlier` gives where organisations stood: of equally good orders the nearest is taken.

    `order.bound` is about the ring as it stands here; turned by half a place it was no better.
    """
    around = who_to_whom(wording)
    homes = place_homes(wording, (*around.beside, *(link.target for link in around.links)))
    cards = {one: card_of(wording, one) for one in around.organisations}
    people = [who for home in homes for who in home.people] + list(around.outside)
    names = {who: name_of(wording, who) for who in people}
    stand = min(
        (_stand(wording, around, homes, cards, names, turned, earlier or {}) for turned in (0, 1)),
        key=lambda stand: (stand.order.crossings, stand.length),
    )
    return Plan(wording, around, homes, cards, names, stand.places, stand.routes, stand.order)


@dataclass(frozen=True)
class _Stand:
    """One way to stand: the ring as it is, or turned by half a place."""

    places: dict[Id, Place]
    routes: tuple[Route, ...]
    order: Order
    length: float


def _stand(
    wording: Wording,
    around: Surroundings,
    homes: tuple[Home, ...],
    cards: Mapping[Id, Card],
    names: Mapping[Id, Name],
    turned: int,
    earlier: Mapping[Id, Place],
) -> _Stand:
    on_ring = (*around.organisations, *around.outside)
    size = _slot_size(cards, names, around)
    count = len(on_ring) + _spare(len(on_ring), len(homes))
    slots = ring_places(count, _middle(homes), size, bool(turned))
    ground = Ground(wording, homes, names, tuple(slots), size)
    ring = _ring(ground, around, on_ring, earlier)
    order = best_order(ring)
    at = dict(zip(on_ring, order.places, strict=False))
    routes = in_lanes(
        [
            ground.from_slot(at[link.source], link.target)
            if link.source in at
            else ground.inside(link.source, link.target)
            for link in around.links
        ]
    )
    inside = {who: place for home in homes for who, place in home.people.items()}
    places = {**inside, **{one: slots[slot] for one, slot in at.items()}}
    length = sum(ring.lengths[nth][slot] for nth, slot in enumerate(order.places))
    return _Stand(places, tuple(routes), order, round(length, 3))


def _spare(count: int, homes: int) -> int:
    """Places that stay empty: round a wide middle not every place is a good one."""
    return min(max(homes - 1, 0) * 2, max(EXACT - count, 0)) if count else 0


def _middle(homes: tuple[Home, ...]) -> Box:
    boxes = [home.box for home in homes] or [(-60.0, -30.0, 60.0, 30.0)]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))


def _slot_size(
    cards: Mapping[Id, Card], names: Mapping[Id, Name], around: Surroundings
) -> tuple[float, float]:
    high = [card.high for card in cards.values()]
    high += [SYMBOL + 14 + names[who].below for who in around.outside]
    return (WIDE, max(high, default=56.0))


# --- Routes ---------------------------------------------------------------------------------------


class Ground:
    """What stands in the way, and the routes through it."""

    def __init__(
        self,
        wording: Wording,
        homes: tuple[Home, ...],
        names: Mapping[Id, Name],
        slots: tuple[Place, ...],
        size: tuple[float, float],
    ) -> None:
        self.people = wording.family.person
        self.at = {who: at for home in homes for who, at in home.people.items()}
        self.homes = {home.id: home.box for home in homes if home.id}
        self.names = names
        self.slots = slots
        self.slot_boxes = [box_around(at, *size) for at in slots]
        self.from_slot = cache(self._from_slot)

    def person_box(self, who: Id) -> Box:
        at, half = self.at[who], reach_of(self.people[who], SYMBOL)
        box = (at[0] - half, at[1] - half, at[0] + half, at[1] + half)
        return self.names[who].with_label(box, at)

    def _from_slot(self, slot: int, target: Id) -> Route:
        others = [box for nth, box in enumerate(self.slot_boxes) if nth != slot]
        found = self._to(self.slots[slot], target, others)
        start = leaves(self.slot_boxes[slot], self.slots[slot], found.places[1])
        return Route((start, *found.places[1:]), found.outward)

    def inside(self, source: Id, target: Id) -> Route:
        """From somebody in the middle to somebody else there."""
        start = self.at[source]
        found = self._to(start, target, self.slot_boxes, source)
        left = edge_of(self.people[source], start, found.places[1], gap=TIP, size=SYMBOL)
        return Route((left, *found.places[1:]), found.outward)

    def _to(self, start: Place, target: Id, cards: list[Box], source: Id = "") -> Route:
        if target in self.homes:
            return self._to_home(start, target, cards)
        end = self.at[target]
        people = [self.person_box(who) for who in self.at if who not in {target, source}]
        homes = [
            box for box in self.homes.values() if not _within(end, box) and not _within(start, box)
        ]
        walls = [grown(box, CLEAR) for box in (*cards, *people, *homes)]
        line = way(start, end, walls)
        tip = edge_of(self.people[target], end, line[-2], gap=TIP, size=SYMBOL)
        return Route((*line[:-1], tip), outward(line, walls))

    def _to_home(self, start: Place, target: Id, cards: list[Box]) -> Route:
        box = self.homes[target]
        others = [home for one, home in self.homes.items() if one != target]
        people = [self.person_box(who) for who, at in self.at.items() if not _within(at, box)]
        walls = [*(grown(wall, CLEAR) for wall in (*cards, *others, *people)), grown(box, -2)]
        line = way(start, nearest_on_outline(box, start), walls)
        return Route(tuple(line), outward(line, walls))


def _within(at: Place, box: Box) -> bool:
    return box[0] <= at[0] <= box[2] and box[1] <= at[1] <= box[3]


def nearest_on_outline(box: Box, at: Place) -> Place:
    """On a straight part of the outline, the place nearest to `at`."""
    left, top, right, bottom = box
    x = min(max(at[0], left + STRAIGHT), right - STRAIGHT)
    y = min(max(at[1], top + STRAIGHT), bottom - STRAIGHT)
    sides = [(x, top), (x, bottom), (left, y), (right, y)]
    return min(sides, key=lambda side: dist(side, at))


# --- The ring -------------------------------------------------------------------------------------


def _ring(
    ground: Ground, around: Surroundings, on_ring: tuple[Id, ...], earlier: Mapping[Id, Place]
) -> Ring:
    fixed = [link for link in around.links if link.source not in on_ring]
    standing = [ground.inside(link.source, link.target) for link in fixed]
    targets = [tuple(sorted(_targets(around, one))) for one in on_ring]
    targets += [()] * (len(ground.slots) - len(on_ring))

    @cache
    def meet(slot: int, target: Id, other: int, other_target: Id) -> int:
        return crossings(ground.from_slot(slot, target), ground.from_slot(other, other_target))

    def alone(what: tuple[Id, ...], slot: int) -> int:
        own = sum(meet(slot, one, slot, other) for one, other in combinations(what, 2))
        lines = [ground.from_slot(slot, one) for one in what]
        return own + sum(crossings(line, other) for line in lines for other in standing)

    def between(what: tuple[Id, ...], slot: int, other: tuple[Id, ...], at: int) -> int:
        return sum(meet(slot, one, at, two) for one in what for two in other)

    def length(item: int, slot: int) -> float:
        far = sum(ground.from_slot(slot, one).length for one in targets[item])
        was = earlier.get(on_ring[item]) if item < len(on_ring) else None
        return far + (STAY * dist(was, ground.slots[slot]) if was else 0.0)

    return Ring(tuple(targets), alone, between, length)


def _targets(around: Surroundings, source: Id) -> set[Id]:
    return {link.target for link in around.links if link.source == source}


def link_box(plan: Plan, one: Id) -> Box:
    """The card or symbol that stands somewhere."""
    if one in plan.cards:
        return card_box(plan.cards[one], plan.places[one])
    at, half = plan.places[one], reach_of(plan.wording.family.person[one], SYMBOL)
    return plan.names[one].with_label((at[0] - half, at[1] - half, at[0] + half, at[1] + half), at)


__all__ = ["Link", "Plan", "link_box", "nearest_on_outline", "plan"]
