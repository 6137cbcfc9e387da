"""A whole family from its core: twigs in the place of their line, lone partners beside who stayed.

A lone partner whose union lies beyond other couples stands there, so that the union lies between.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from samenspel.drawing.layout.layers import Layers, Node
from samenspel.drawing.layout.order import Order, Wishes
from samenspel.drawing.layout.prune import Age, Core


def grown(core: Core, whole: Layers, wishes: Wishes, order: Order) -> Order:
    """An order of the whole family from one of the core, with who was left out beside partners."""
    rows = [_with_twigs(core, nodes) for nodes in order]
    _stand_beside(core, whole, wishes, rows)
    _lie_between(whole, rows, core.late)
    return rows


def _with_twigs(core: Core, nodes: Sequence[Node]) -> list[Node]:
    numbers = (core.nodes[node] for node in nodes)
    return [other for node in numbers for other in core.twigs.get(node, [node])]


def _stand_beside(core: Core, whole: Layers, wishes: Wishes, rows: Order) -> None:
    """Puts the partners who were left out in their rows."""
    place = {node: i for row in rows for i, node in enumerate(row)}
    limits = _limits(whole, rows, place)
    age = Age(wishes)
    staying: dict[Node, list[tuple[Node, Node]]] = {}
    far: dict[Node, tuple[list[Node], list[Node]]] = {}
    for union, person, lone in core.beside:
        left, right = limits.get(union, (-1, len(place)))
        row = rows[whole.layer[person]]
        if place[person] < left:
            far.setdefault(row[left], ([], []))[1].append(lone)
        elif place[person] > right:
            far.setdefault(row[right], ([], []))[0].append(lone)
        else:
            staying.setdefault(person, []).append((union, lone))
    around = {
        person: _around(person, whole, place, couples, age, limits)
        for person, couples in staying.items()
    }
    for layer in range(1, len(rows), 2):
        groups = (
            (*far.get(n, NOBODY)[0], *around.get(n, (n,)), *far.get(n, NOBODY)[1])
            for n in rows[layer]
        )
        rows[layer] = [node for group in groups for node in group]


NOBODY: tuple[list[Node], list[Node]] = ([], [])


def _limits(whole: Layers, rows: Order, place: Mapping[Node, int]) -> dict[Node, tuple[int, int]]:
    """Per union two places in the row above: a partner must stand right of the first (or there),
    and one left of the second, for the union to lie where it lies."""
    limits: dict[Node, tuple[int, int]] = {}
    for band in rows[::2]:
        spots = [[place[p] for p in whole.partners.get(node, ()) if p in place] for node in band]
        left = accumulate((min(s, default=-1) for s in spots), max, initial=-1)
        far = len(place)
        right = accumulate((max(s, default=far) for s in reversed(spots)), min, initial=far)
        for node, low, high in zip(band, left, [*right][-2::-1], strict=False):
            limits[node] = (low, high)
    return limits


def _around(
    person: Node,
    whole: Layers,
    place: Mapping[Node, int],
    couples: Sequence[tuple[Node, Node]],
    age: Age,
    limits: Mapping[Node, tuple[int, int]],
) -> list[Node]:
    """The person with partners at both sides, in the order of their unions."""
    lone = dict(couples)
    band = sorted((u for u in whole.below[person] if u in place), key=place.__getitem__)
    childless = [union for union in lone if union not in place]
    if len(band) + len(childless) == 1:
        partner = couples[0][1]
        return [partner, person] if age.stands_left(partner, person) else [person, partner]
    left: list[Node] = []
    right: list[Node] = []
    for i, union in enumerate(band):
        if union in lone:
            low, high = limits[union]
            is_right = high != place[person] and (low == place[person] or 2 * i + 1 > len(band))
            (right if is_right else left).append(lone[union])
    for union in childless:
        if len(left) < len(right):
            left.append(lone[union])
        else:
            right.insert(0, lone[union])
    return [*left, person, *right]


def _lie_between(whole: Layers, rows: Order, late: Sequence[Node]) -> None:
    """Puts the unions that are not in a band yet between their partners."""
    place = {node: i for row in rows[1::2] for i, node in enumerate(row)}

    def middle(node: Node) -> float:
        above = whole.above[node]
        return sum(place[n] for n in above) / len(above) if above else -1.0

    bands: dict[int, list[Node]] = {}
    for union in late:
        bands.setdefault(whole.layer[union], []).append(union)
    for layer, unions in bands.items():
        so_far = list(accumulate((middle(node) for node in rows[layer]), max))
        for union in sorted(unions, key=middle, reverse=True):
            rows[layer].insert(bisect_right(so_far, middle(union)), union)
