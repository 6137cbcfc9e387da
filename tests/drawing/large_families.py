"""What the tests of the large-family passes share: layers and wishes of a generated family."""

import time
from collections.abc import Iterator
from itertools import combinations

from samenspel.drawing.layout.generations import rows_of
from samenspel.drawing.layout.kinship import Kinship
from samenspel.drawing.layout.layers import Layers, Node
from samenspel.drawing.layout.order import Order, Wishes
from tests.families.network import Network, family


def parts_of(network: Network, *, strict: bool = False) -> Iterator[tuple[Layers, Wishes]]:
    for kinship in Kinship.of(family(network)).parts():
        rows, _ = rows_of(kinship)
        layers = Layers.of(kinship, rows)
        yield layers, Wishes.of(kinship, layers, strict=strict)


def largest(network: Network, *, strict: bool = False) -> tuple[Layers, Wishes]:
    return max(parts_of(network, strict=strict), key=lambda part: len(part[0].people))


def is_order(layers: Layers, order: Order) -> bool:
    """Everybody once, in the row they have."""
    return [sorted(row) for row in order] == [sorted(row) for row in layers.rows]


def unions_outside(layers: Layers, order: Order) -> list[tuple[Node, Node]]:
    """Pairs of unions in an order in which they cannot both lie between their partners."""
    place = {node: i for row in order for i, node in enumerate(row)}
    spots = {u: [place[p] for p in partners] for u, partners in layers.partners.items() if partners}
    return [
        (u, v)
        for band in order[::2]
        for u, v in combinations([node for node in band if node in spots], 2)
        if max(spots[v]) <= min(spots[u]) and set(spots[u]) != set(spots[v])
    ]


def soon() -> float:
    return time.perf_counter() + 20
