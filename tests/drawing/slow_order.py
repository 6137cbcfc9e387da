"""The fewest crossings of a small family, by trying every order: slow, obvious, no code of ours.

The model is that of the layout. Rows of people, and half a row below each row a band with the
unions of that row; a line from every partner to the union and from the union to every child. A
union lies strictly between its partners, that of a lone parent below this parent. A line that
runs over more layers has a point in each that it passes. Two lines between the same two layers
cross when their ends are in opposite order.

A couple that stands side by side may have its line on the row, where it crosses nothing: then
another line that passes below crosses the lines to the children only. With no child that saves
both crossings, with `flat=1` and one child it saves one of the two; with more it saves nothing.

Rows are given: the caller says who stands where.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise, permutations
from math import factorial

from tests.families.network import Network, Union

Node = str
Order = tuple[Node, ...]


class TooMany(Exception):
    """Trying all orders would take too long."""


@dataclass
class Bands:
    """Layers from the top: bands of unions are even, rows of people odd."""

    layers: dict[int, list[Node]] = field(default_factory=dict)
    lines: list[tuple[Node, Node]] = field(default_factory=list)
    partners: dict[Node, tuple[Node, ...]] = field(default_factory=dict)
    children: dict[Node, int] = field(default_factory=dict)
    layer: dict[Node, int] = field(default_factory=dict)

    def add(self, node: Node, layer: int) -> None:
        self.layer[node] = layer
        self.layers.setdefault(layer, []).append(node)

    def line(self, top: Node, bottom: Node) -> Node:
        """A line down, with a point in every layer between; the last point before the bottom."""
        last = top
        for layer in range(self.layer[top] + 1, self.layer[bottom]):
            point = f"{top} to {bottom} at {layer}"
            self.add(point, layer)
            self.lines.append((last, point))
            last = point
        self.lines.append((last, bottom))
        return last

    def between(self, upper: int) -> list[tuple[Node, Node]]:
        return [(a, b) for a, b in self.lines if self.layer[a] == upper]


def fewest_crossings(
    network: Network, rows: Mapping[str, int], *, most: int = 200_000, flat: int = 0
) -> int:
    """Couples with at most `flat` children may have their line on the row.

    Raises `TooMany` when two neighbouring layers have more than `most` pairs of orders.
    """
    bands = _bands(network, rows)
    layers = sorted(bands.layers)
    _check_size(bands, most)
    best: dict[Order, int] = dict.fromkeys(permutations(bands.layers[layers[0]]), 0)
    for upper, lower in pairwise(layers):
        following: dict[Order, int] = {}
        for below in permutations(bands.layers[lower]):
            costs = [
                cost + crossings(bands, upper, above, below, flat)
                for above, cost in best.items()
                if lower != upper + 1 or _may_lie(bands, above, below)
            ]
            if costs:
                following[below] = min(costs)
        best = following
    return min(best.values())


def _check_size(bands: Bands, most: int) -> None:
    sizes = [factorial(len(bands.layers[layer])) for layer in sorted(bands.layers)]
    if any(a * b > most for a, b in pairwise(sizes)):
        raise TooMany


def _bands(network: Network, rows: Mapping[str, int]) -> Bands:
    bands = Bands()
    for who in network.ids:
        bands.add(who, 2 * rows[who] + 1)
    for union in _merged(network):
        name = f"union {union.id}"
        if union.partners:
            bands.add(name, 2 * max(rows[who] for who in union.partners) + 2)
        else:
            bands.add(name, 2 * min(rows[who] for who in union.children))
        bands.partners[name] = tuple(bands.line(who, name) for who in union.partners)
        for child in union.children:
            bands.line(name, child)
        bands.children[name] = len(union.children)
    return bands


def _merged(network: Network) -> Iterator[Union]:
    """Two unions of the same couple are one; one that ties nobody to anybody is none."""
    couples: dict[frozenset[str], Union] = {}
    for union in network.unions:
        couple = frozenset(union.partners) if len(union.partners) == 2 else frozenset({union.id})
        first = couples.get(couple)
        children = (*(first.children if first else ()), *union.children)
        couples[couple] = Union(union.id, union.partners, tuple(dict.fromkeys(children)))
    return (u for u in couples.values() if len(u.partners) + len(u.children) > 1)


def crossings(bands: Bands, upper: int, above: Order, below: Order, flat: int) -> int:
    """Between a layer and the next, both in the given order."""
    lines = [
        (above.index(a), below.index(b))
        for a, b in bands.between(upper)
        if not _is_spared(bands, a, b, above, flat)
    ]
    return sum(
        (a < c and b > d) or (a > c and b < d)
        for i, (a, b) in enumerate(lines)
        for c, d in lines[:i]
    )


def _is_spared(bands: Bands, partner: Node, union: Node, row: Order, flat: int) -> bool:
    """Of the two lines of a flat couple, as many count as it has children."""
    partners = bands.partners.get(union, ())
    if bands.children.get(union, 2) > flat or not _stand_side_by_side(partners, row):
        return False
    return bands.children[union] <= partners.index(partner)


def _stand_side_by_side(partners: tuple[Node, ...], row: Order) -> bool:
    if len(partners) < 2 or any(" at " in partner for partner in partners):
        return False
    return abs(row.index(partners[0]) - row.index(partners[1])) == 1


def _may_lie(bands: Bands, row: Order, band: Order) -> bool:
    """Whether unions in this order can all lie between their partners."""
    spans = []
    for union in band:
        places = [row.index(partner) for partner in bands.partners.get(union, ())]
        if places:
            spans.append((min(places), max(places)))
    return all(_can_be_left_of(spans[i], spans[j]) for j in range(len(spans)) for i in range(j))


def _can_be_left_of(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """A point of the first span left of a point of the second; both of one person: any order."""
    if one == other:
        return True
    return one[0] < other[1]
