"""Places for a very large family, in time that grows with its size, where a program would not.

Every wish gives a node a place it would like: children below the middle of their parents, parents
above the middle of their children. All distances say of two nodes how far apart they must stand.
Pushing everybody right until the distances hold gives one solution, pushing left another, and half
way between the two lies a third that is fair to both (the idea of Brandes, Köpf, "Fast and simple
horizontal coordinate assignment", GD 2001). Rows are done downwards and upwards in turn.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from samenspel.drawing.layout.layers import Layers, Node
from samenspel.drawing.layout.order import Order
from samenspel.drawing.placement import DEEP, NEAR, PARTNERS, PITCH

Gap = tuple[Node, Node, float]

TURNS = 10
UNION_GAP = 20.0
WIDEST = 8 * PITCH  # more room than this is not made for a line that passes below somebody
SLOPE = 1.1 * NEAR / DEEP


def spread(
    layers: Layers,
    order: Order,
    flat: Set[Node],
    gaps: Sequence[Sequence[float]],
    wished: Mapping[Node, float],
) -> list[float]:
    """The x of every node. `gaps[layer]` are the distances between neighbours of a layer; `wished`
    are places that people had."""
    bands = [_Band(layers, order, flat, gaps, layer) for layer in range(-1, len(order) - 1, 2)]
    x = [0.0] * len(layers.layer)
    for band in bands:
        band.settle(x, dict.fromkeys(band.nodes, 0.0))
    for turn in range(TURNS):
        down = turn % 2 == 0
        for band in bands if down else reversed(bands):
            band.make_room(x)
            band.settle(x, band.wishes(x, down=down))
    if wished:
        for band in bands:
            band.settle(x, {node: wished.get(node, x[node]) for node in band.nodes})
    return x


class _Band:
    """A row of people and the unions below it, with all distances between them.

    Unions of lone parents and unions on the row are not nodes of their own: they follow people.
    """

    def __init__(
        self,
        layers: Layers,
        order: Order,
        flat: Set[Node],
        gaps: Sequence[Sequence[float]],
        layer: int,
    ) -> None:
        self.layers = layers
        row = order[layer] if layer >= 0 else []
        self.place = {node: i for i, node in enumerate(row)}
        self.follows: dict[Node, tuple[Node, ...]] = {}
        self.deep: list[Node] = []
        for union in order[layer + 1]:
            partners = layers.partners.get(union, ())
            if union in flat or len(partners) == 1:
                self.follows[union] = partners
            elif partners:
                self.deep.append(union)
        self.row = row
        self.gaps: dict[tuple[Node, Node], float] = {}
        for a, b, gap in self._distances(row, order[layer + 1], gaps[layer] if layer >= 0 else ()):
            self.gaps[a, b] = max(gap, self.gaps.get((a, b), 0.0))
        self.nodes = self._in_sequence([*row, *(n for n in order[layer + 1])])

    def _distances(
        self, row: Sequence[Node], band: Sequence[Node], gaps: Sequence[float]
    ) -> Iterator[Gap]:
        for (a, b), gap in zip(pairwise(row), gaps, strict=True):
            yield a, b, gap
        for union in self.deep:
            ends = sorted(self.layers.partners[union], key=self.place.__getitem__)
            yield ends[0], union, UNION_GAP
            yield union, ends[-1], UNION_GAP
        lying = [self.follows[n][0] if n in self.follows else n for n in band if self._lies(n)]
        for a, b in pairwise(lying):
            if a != b and not (a in self.place and b in self.place):
                yield a, b, UNION_GAP

    def _lies(self, union: Node) -> bool:
        """Not on the row: lines of the unions beside it must keep off."""
        return len(self.follows.get(union, ())) < 2

    def _in_sequence(self, nodes: Sequence[Node]) -> list[Node]:
        """Every node after those it must stand right of."""
        self.before: dict[Node, list[Node]] = {n: [] for n in nodes if n not in self.follows}
        self.after: dict[Node, list[Node]] = {node: [] for node in self.before}
        for a, b in self.gaps:
            self.before[b].append(a)
            self.after[a].append(b)
        waits = {node: len(before) for node, before in self.before.items()}
        ready = [node for node, count in waits.items() if not count]
        for node in ready:
            for other in self.after[node]:
                waits[other] -= 1
                if not waits[other]:
                    ready.append(other)
        assert len(ready) == len(waits), "the order of a band contradicts its row"
        return ready

    # --- Placing ----------------------------------------------------------------------------------

    def settle(self, x: list[float], wishes: Mapping[Node, float]) -> None:
        """Half way between pushing everybody right and pushing everybody left."""
        right, left = dict(wishes), dict(wishes)
        for node in self.nodes:
            for other in self.before[node]:
                right[node] = max(right[node], right[other] + self.gaps[other, node])
        for node in reversed(self.nodes):
            for other in self.after[node]:
                left[node] = min(left[node], left[other] - self.gaps[node, other])
        for node in self.nodes:
            x[node] = (right[node] + left[node]) / 2
        for union, people in self.follows.items():
            x[union] = sum(x[person] for person in people) / len(people)

    def make_room(self, x: Sequence[float]) -> None:
        """Beside a partner whose line passes below others, so that it does not come near them."""
        for union in self.deep:
            first, last = sorted(self.layers.partners[union], key=self.place.__getitem__)
            after, before = self.row[self.place[first] + 1], self.row[self.place[last] - 1]
            if after != last:
                self._widen(first, after, x[union] - x[first])
                self._widen(before, last, x[last] - x[union])

    def _widen(self, a: Node, b: Node, run: float) -> None:
        self.gaps[a, b] = max(self.gaps[a, b], min(SLOPE * run, WIDEST))

    # --- Wishes -----------------------------------------------------------------------------------

    def wishes(self, x: Sequence[float], *, down: bool) -> dict[Node, float]:
        found = {node: self._wish(node, x, down=down) for node in self.nodes}
        known = {node: place for node, place in found.items() if place is not None}
        return {node: known.get(node, self._beside(node, known, x)) for node in self.nodes}

    def _wish(self, node: Node, x: Sequence[float], *, down: bool) -> float | None:
        """Where the lines come from, with as much room as the siblings need; or where they go."""
        if node in self.layers.line:
            return self._on_line(node, x)
        near = self.layers.above[node] if down else self.layers.below[node]
        if node not in self.place:
            near = self.layers.above[node] or self.layers.below[node]
            return _middle(near, x) if down else _middle(self.layers.below[node] or near, x)
        if not near:
            return None
        if not down:
            return sum(x[union] + self._side(node, union) for union in near) / len(near)
        siblings = self.layers.below[near[0]]
        return x[near[0]] + x[node] - _middle(siblings, x)

    def _on_line(self, bend: Node, x: Sequence[float]) -> float:
        top, bottom = self.layers.line[bend]
        high, low = self.layers.layer[top], self.layers.layer[bottom]
        share = (self.layers.layer[bend] - high) / (low - high)
        return x[top] + share * (x[bottom] - x[top])

    def _side(self, person: Node, union: Node) -> float:
        """How far from the union a partner likes to stand."""
        partners = self.layers.partners.get(union, ())
        if len(partners) < 2:
            return 0.0
        is_left = self.place[person] == min(self.place[partner] for partner in partners)
        return -PARTNERS / 2 if is_left else PARTNERS / 2

    def _beside(self, node: Node, known: Mapping[Node, float], x: Sequence[float]) -> float:
        """Who has no lines that way stands beside a partner who has."""
        for union in self.layers.below[node]:
            for other in self.layers.partners.get(union, ()):
                if other in known:
                    return known[other] + (self._side(node, union) * 2)
        return x[node]


def _middle(nodes: Sequence[Node], x: Sequence[float]) -> float:
    places = [x[node] for node in nodes]
    return (min(places) + max(places)) / 2
