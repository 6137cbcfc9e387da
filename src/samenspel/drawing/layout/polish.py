"""Small moves that make an order better in every wish, for when the exact method was cut short.

Partners who stand apart, and siblings out of the order of age, are put beside each other; the
unions around find their best place again; and what is not better is taken back.
"""

from collections.abc import Iterator

from samenspel.drawing.layout.layers import Layers, Node
from samenspel.drawing.layout.legal import legal, musts
from samenspel.drawing.layout.order import Cost, Order, Wishes, cost_of
from samenspel.drawing.layout.sift import Board

TURNS = 3


def polished(layers: Layers, order: Order, wishes: Wishes) -> Order:
    cost = cost_of(layers, wishes, order)
    for _ in range(TURNS):
        before = cost
        for a, b in _uneasy(order, wishes):
            order, cost = _best_beside(layers, order, wishes, (a, b), cost)
        if cost == before:
            break
    return order


def _uneasy(order: Order, wishes: Wishes) -> list[tuple[Node, Node]]:
    place = {node: i for row in order for i, node in enumerate(row)}
    apart = [(a, b) for a, b in wishes.together if abs(place[a] - place[b]) > 1]
    return [*apart, *((a, b) for a, b in wishes.before if place[a] > place[b])]


def _best_beside(
    layers: Layers, order: Order, wishes: Wishes, pair: tuple[Node, Node], cost: Cost
) -> tuple[Order, Cost]:
    layer = layers.layer[pair[0]]
    found = order
    for row in _beside(order[layer], *pair):
        moved = _with_row(layers, order, wishes, layer, row)
        after = cost_of(layers, wishes, moved)
        if after < cost:
            found, cost = moved, after
    return found, cost


def _beside(row: list[Node], a: Node, b: Node) -> Iterator[list[Node]]:
    """Each of the two moved to the left or the right of the other."""
    for one, other in ((a, b), (b, a)):
        rest = [node for node in row if node != one]
        at = rest.index(other)
        yield [*rest[:at], one, *rest[at:]]
        yield [*rest[: at + 1], one, *rest[at + 1 :]]


def _with_row(layers: Layers, order: Order, wishes: Wishes, layer: int, row: list[Node]) -> Order:
    must = musts(wishes)
    board = Board(layers, [*order[:layer], row, *order[layer + 1 :]], must=must)
    board.sift(layer - 1)
    board.sift(layer + 1)
    return legal(layers, board.order(), must)
