"""Fourth pass: where everybody stands in their row, as a linear program.

The order of every layer is given and kept. People keep their distance, a union stands between its
partners, children hang below the middle of their parents, couples and families stand close, and
with a previous drawing everybody stays near the place they had.

A row is flat when all its couples stand side by side: their lines run along the row. In other
rows the unions lie half a row deeper, and the places give a line that passes below people so much
room that it does not come near them.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from samenspel.drawing.layout.layers import Layers, Node
from samenspel.drawing.layout.order import Order, is_aside
from samenspel.drawing.layout.program import NoSolution, Program
from samenspel.drawing.layout.spread import spread
from samenspel.drawing.placement import DEEP, NEAR, PARTNERS, PITCH, Id

BEND = 0.7 * PITCH  # between a person and a line that passes
UNION_GAP = 20.0  # between two unions of one band
AIR = 12.0  # between two labels
SLOPE = 1.1 * NEAR / DEEP  # a line that goes down less than this comes near who stands beside

MANY = 4_000  # nodes; above this a linear program may take too long

CENTRE, CLOSE, COUPLE, STAY, STRAIGHT, NARROW = 4.0, 0.4, 1.0, 0.6, 50.0, 0.01


@dataclass(frozen=True)
class Places:
    """The x of every node, and which unions lie on the row of their partners."""

    x: list[float]
    flat: frozenset[Node]


@dataclass(frozen=True)
class Room:
    """What the places must leave room for: labels, and where people stood or are pinned."""

    widths: Mapping[Id, float]
    previous: Mapping[Id, float]
    pinned: frozenset[Id]


def places(layers: Layers, order: Order, room: Room, *, bends_lie_on_rows: bool = True) -> Places:
    place = {node: i for nodes in order for i, node in enumerate(nodes)}
    flat = frozenset(_flat(layers, order, place, bends_lie_on_rows))
    if len(layers.layer) > MANY:
        return _spread(layers, order, room, flat)
    for give_up in (frozenset[str](), {"pins"}, {"pins", "ends"}):
        try:
            x = _solve(layers, order, room, flat, place, give_up)
        except NoSolution:
            continue
        for union in flat:
            partners = layers.partners[union]
            x[union] = sum(x[partner] for partner in partners) / len(partners)
        return Places(x, flat)
    return _spread(layers, order, room, flat)


def _spread(layers: Layers, order: Order, room: Room, flat: frozenset[Node]) -> Places:
    """For very large families, and where rules contradict each other: the distances alone."""
    wished = {i: room.previous[p] for i, p in enumerate(layers.people) if p in room.previous}
    couples = {frozenset(partners) for partners in layers.partners.values() if len(partners) == 2}
    width = [room.widths.get(person, 0.0) for person in layers.people]
    gaps = [
        [_gap(layers, width, a, b, frozenset((a, b)) in couples) for a, b in pairwise(nodes)]
        if layer % 2
        else []
        for layer, nodes in enumerate(order)
    ]
    return Places(spread(layers, order, flat, gaps, wished), flat)


def _flat(
    layers: Layers, order: Order, place: Mapping[Node, int], bends_lie_on_rows: bool
) -> set[Node]:
    """A union without parents lies half a row deep, and a line that passes bends there; unless
    it is taken to be straight, when where it bends does not matter."""
    found: set[Node] = set()
    for nodes in order[2::2]:
        unions = [node for node in nodes if layers.partners.get(node)]
        deep = {node for node in nodes if not layers.partners.get(node)}
        if bends_lie_on_rows:
            deep = {node for node in deep if not layers.is_bend(node)}
        if not deep and all(_side_by_side(layers, place, union) for union in unions):
            found.update(unions)
        else:
            found.update(
                union
                for union in unions
                if is_aside(layers, place, union)
                and (not layers.below[union] or _is_passed(layers, place, union, unions))
            )
    return found


def _is_passed(
    layers: Layers, place: Mapping[Node, int], union: Node, others: Sequence[Node]
) -> bool:
    """The line of another union passes below this couple."""
    mine = sorted(place[partner] for partner in layers.partners[union])
    for other in others:
        theirs = sorted(place[partner] for partner in layers.partners[other])
        if other != union and theirs[0] <= mine[0] and mine[-1] <= theirs[-1]:
            return True
    return False


def _side_by_side(layers: Layers, place: Mapping[Node, int], union: Node) -> bool:
    partners = layers.partners[union]
    if not all(layers.is_person(partner) for partner in partners):
        return False
    if len(partners) == 1:
        return len(_alone(layers, partners[0])) == 1
    return abs(place[partners[0]] - place[partners[1]]) == 1


def _solve(
    layers: Layers,
    order: Order,
    room: Room,
    flat: frozenset[Node],
    place: Mapping[Node, int],
    give_up: Set[str],
) -> list[float]:
    program = Program()
    for _ in layers.layer:
        program.column()
    _distances(program, layers, order, room)
    level = flat - frozenset(_high(layers, order, flat))
    for union, partners in layers.partners.items():
        if partners:
            _between(program, layers, union, sorted(partners, key=place.__getitem__), level)
            if union not in flat:
                _keep_off(program, layers, order, place, union)
        _family(program, layers, union, sorted(layers.below[union], key=place.__getitem__))
    _straight(program, layers, level)
    for union in _high(layers, order, flat):
        _straight_from_row(program, layers, union)
    if "ends" not in give_up:
        _between_ends(program, layers, place)
    _stay(program, layers, room, frozenset() if "pins" in give_up else room.pinned)
    return program.solve()[: len(layers.layer)]


def _distances(program: Program, layers: Layers, order: Order, room: Room) -> None:
    couples = {frozenset(partners) for partners in layers.partners.values() if len(partners) == 2}
    width = [room.widths.get(person, 0.0) for person in layers.people]
    for layer, nodes in enumerate(order):
        for a, b in pairwise(nodes):
            gap = UNION_GAP
            if layer % 2:
                gap = _gap(layers, width, a, b, frozenset((a, b)) in couples)
            program.row([(b, 1.0), (a, -1.0)], low=gap)
            program.pull(a, b, NARROW)


def _gap(layers: Layers, width: list[float], a: Node, b: Node, couple: bool) -> float:
    people = [node for node in (a, b) if layers.is_person(node)]
    if len(people) < 2:
        return max([BEND, *(width[node] / 2 + AIR for node in people)])
    labels = (width[a] + width[b]) / 2 + AIR
    return max(PARTNERS if couple else PITCH, labels)


def _between(
    program: Program, layers: Layers, union: Node, partners: list[Node], flat: frozenset[Node]
) -> None:
    if len(partners) == 1:
        _below_parent(program, layers, union, partners[0])
        return
    left, right = partners
    program.pull(left, right, COUPLE)
    if union in flat:
        program.row([(union, 2.0), (left, -1.0), (right, -1.0)], low=0.0, high=0.0)
        return
    program.row([(union, 1.0), (left, -1.0)], low=UNION_GAP)
    program.row([(right, 1.0), (union, -1.0)], low=UNION_GAP)
    program.near_zero([(union, 2.0), (left, -1.0), (right, -1.0)], 0.1)


def _below_parent(program: Program, layers: Layers, union: Node, parent: Node) -> None:
    """Right below a lone parent; several unions of one parent share that place as they can."""
    if len(_alone(layers, parent)) > 1:
        program.near_zero([(union, 1.0), (parent, -1.0)], CENTRE)
    elif layers.is_person(parent):
        program.row([(union, 1.0), (parent, -1.0)], low=0.0, high=0.0)


def _between_ends(program: Program, layers: Layers, place: Mapping[Node, int]) -> None:
    """A union of partners in different rows lies between the two people, and not far away."""
    for union, partners in layers.partners.items():
        if len(partners) < 2 or all(layers.is_person(partner) for partner in partners):
            continue
        left, right = (
            layers.line.get(node, (node, union))[0]
            for node in sorted(partners, key=place.__getitem__)
        )
        program.row([(union, 1.0), (left, -1.0)], low=UNION_GAP)
        program.row([(right, 1.0), (union, -1.0)], low=UNION_GAP)
        program.pull(left, right, CENTRE)


def _alone(layers: Layers, person: Node) -> list[Node]:
    return [node for node in layers.below[person] if len(layers.partners.get(node, ())) == 1]


def _keep_off(
    program: Program, layers: Layers, order: Order, place: Mapping[Node, int], union: Node
) -> None:
    """A deep line goes down steeply enough to pass below who stands beside a partner."""
    partners = sorted(layers.partners[union], key=place.__getitem__)
    if len(partners) < 2:
        return
    left, right = partners
    row = order[layers.layer[left]]
    if place[right] - place[left] < 2:
        return
    after, before = row[place[left] + 1], row[place[right] - 1]
    if layers.is_person(left):
        program.row([(after, 1.0), (left, SLOPE - 1.0), (union, -SLOPE)], low=0.0)
    if layers.is_person(right):
        program.row([(right, 1.0 - SLOPE), (before, -1.0), (union, SLOPE)], low=0.0)


def _family(program: Program, layers: Layers, union: Node, children: list[Node]) -> None:
    if not children:
        return
    first, last = children[0], children[-1]
    program.near_zero([(union, 2.0), (first, -1.0), (last, -1.0)], CENTRE / 2)
    program.pull(first, last, CLOSE)


def _straight(program: Program, layers: Layers, flat: frozenset[Node]) -> None:
    """A line over more layers is one straight line, where the others leave it the room."""
    for bend, (top, bottom) in layers.line.items():
        high, low = _depth(layers, top, flat), _depth(layers, bottom, flat)
        share = (layers.layer[bend] - high) / (low - high)
        program.near_zero([(bend, 1.0), (top, share - 1.0), (bottom, -share)], STRAIGHT)


def _high(layers: Layers, order: Order, flat: frozenset[Node]) -> list[Node]:
    """Couples with a child that are flat in a row where other unions lie deep."""
    return [
        union
        for nodes in order[2::2]
        if any(layers.partners.get(node) and node not in flat for node in nodes)
        for union in nodes
        if union in flat and layers.below[union]
    ]


def _straight_from_row(program: Program, layers: Layers, union: Node) -> None:
    """The node of such a union is where its child's line passes the depth of the others."""
    left, right = layers.partners[union]
    (child,) = layers.below[union]
    program.near_zero([(union, 4.0), (left, -1.0), (right, -1.0), (child, -2.0)], STRAIGHT)


def _depth(layers: Layers, node: Node, flat: frozenset[Node]) -> float:
    return layers.layer[node] - (node in flat)


def _stay(program: Program, layers: Layers, room: Room, pinned: frozenset[Id]) -> None:
    """With a previous drawing everybody stays near; who is pinned does not move at all."""
    one = program.column()  # a column that is always 1, to subtract a number
    program.row([(one, 1.0)], low=1.0, high=1.0)
    for node, person in enumerate(layers.people):
        if person not in room.previous:
            continue
        x = room.previous[person]
        if person in pinned:
            program.row([(node, 1.0)], low=x, high=x)
        else:
            program.near_zero([(node, 1.0), (one, -x)], STAY)
