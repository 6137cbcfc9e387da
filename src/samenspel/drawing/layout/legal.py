"""Makes an order keep the rules: unions between their partners, pairs that must stand so."""

from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import heappop, heappush

from samenspel.drawing.layout.layers import Layers, Node
from samenspel.drawing.layout.order import Order, Wishes

Line = tuple[Node, Node]


def musts(wishes: Wishes) -> tuple[Line, ...]:
    """Pairs that must stand left to right."""
    return (*wishes.fixed, *(wishes.before if wishes.strict else ()))


def legal(layers: Layers, order: Order, must: Sequence[Line] = ()) -> Order:
    """The order with as little moved as needed: pairs left to right that must stand so, and unions
    between their partners.

    A union whose partners all stand left of those of another must lie left of it.
    """
    rows = _in_sequence(layers, order, must) if must else [list(nodes) for nodes in order]
    place = {node: i for row in rows[1::2] for i, node in enumerate(row)}
    for layer in range(0, len(rows), 2):
        rows[layer] = _legal_band(layers, rows[layer], place)
    return rows


def _in_sequence(layers: Layers, order: Order, must: Sequence[Line]) -> Order:
    """The first first, of those before whom nobody must stand."""
    after: dict[Node, list[Node]] = {}
    for a, b in must:
        after.setdefault(a, []).append(b)
    waits = Counter(b for _, b in must)
    rows: Order = []
    for nodes in order:
        place = {node: i for i, node in enumerate(nodes)}
        ready = [(i, node) for i, node in enumerate(nodes) if not waits[node]]
        row: list[Node] = []
        while ready:
            node = heappop(ready)[1]
            row.append(node)
            for other in after.get(node, ()):
                waits[other] -= 1
                if not waits[other]:
                    heappush(ready, (place[other], other))
        rows.append([*row, *(node for node in nodes if waits[node] > 0)])
    return rows


def _legal_band(layers: Layers, band: Sequence[Node], place: Mapping[Node, int]) -> list[Node]:
    row: list[Node] = []
    furthest = -1
    first: dict[Node, int] = {}
    for node in band:
        spots = [place[partner] for partner in layers.partners.get(node, ())]
        if not spots:
            row.append(node)
            continue
        first[node] = min(spots)
        at = len(row)
        if max(spots) <= furthest:
            at = next((i for i, n in enumerate(row) if _is_after(first, n, spots)), at)
        row.insert(at, node)
        furthest = max(furthest, min(spots))
    return row


def _is_after(first: Mapping[Node, int], other: Node, spots: Sequence[int]) -> bool:
    return other in first and first[other] >= max(spots)
