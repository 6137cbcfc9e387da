"""A board on which rows are improved one at a time, by counting what every move would change.

When the rows above and below stand still, the crossings of a row are a sum over its pairs: what it
costs that one stands left of the other. A matrix of those holds all that a row needs to know, and
each node is put where it costs least (sifting: Matuszewski, Schönfeld, Molitor, GD 1999; as a
linear ordering problem: Jünger, Mutzel 1997). Long rows are taken in pieces, so that the time for
a row grows with its length only.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from samenspel.drawing.layout.layers import Layers, Node
from samenspel.drawing.layout.order import Order

Numbers = npt.NDArray[np.int64]
Line = tuple[Node, Node]

PIECE = 240  # nodes of a row that are sifted together
RULE = 1 << 40  # crossings that a broken rule weighs
ROUNDS = 3


class Board:
    """`many` tells how many lines a line stands for, when it is not one. `must` are pairs that have
    to stand left to right."""

    def __init__(
        self,
        layers: Layers,
        order: Order,
        many: Mapping[Line, int] | None = None,
        must: Sequence[Line] = (),
    ) -> None:
        self.layers = layers
        self.rows: list[Numbers] = []
        self.place = np.zeros(len(layers.layer), dtype=np.int64)
        self.put(order)
        self.lines = [_lines(layers, layer, many or {}) for layer in range(len(order))]
        self.partners = [_partners(layers, nodes) for nodes in layers.rows]
        self.must = _by_layer(layers, must)

    def put(self, order: Order) -> None:
        self.rows = [np.array(row, dtype=np.int64) for row in order]
        for row in self.rows:
            self.place[row] = np.arange(len(row))

    def order(self) -> Order:
        return [[int(node) for node in row] for row in self.rows]

    def set(self, layer: int, row: Numbers) -> None:
        self.rows[layer] = row
        self.place[row] = np.arange(len(row))

    # --- Counting ---------------------------------------------------------------------------------

    def crossings(self) -> int:
        return sum(int(self._per_line(layer).sum()) for layer in range(len(self.rows) - 1)) // 2

    def crossings_at(self) -> list[int]:
        """Per node the crossings of its lines."""
        total = np.zeros(len(self.place), dtype=np.int64)
        for layer in range(len(self.rows) - 1):
            tops, bottoms, _ = self.lines[layer]
            found = self._per_line(layer)
            np.add.at(total, tops, found)
            np.add.at(total, bottoms, found)
        return [int(count) for count in total]

    def _per_line(self, layer: int) -> Numbers:
        tops, bottoms, many = self.lines[layer]
        a, b = self.place[tops], self.place[bottoms]
        found = np.zeros(len(a), dtype=np.int64)
        for start in range(0, len(a), PIECE):
            one = slice(start, start + PIECE)
            cross = np.sign(a[one, None] - a[None]) * np.sign(b[one, None] - b[None]) < 0
            found[one] = many[one] * (cross @ many)
        return found

    def net(self, layer: int, start: int, stop: int, sides: str = "both") -> Numbers:
        """[i, j]: what it costs more when i stands left of j than when it stands right of it."""
        cost = np.zeros((stop - start, stop - start), dtype=np.int64)
        if sides != "below" and layer:
            tops, bottoms, many = self.lines[layer - 1]
            _add_net(cost, self.place[bottoms] - start, self.place[tops], many)
        if sides != "above" and layer + 1 < len(self.rows):
            tops, bottoms, many = self.lines[layer]
            _add_net(cost, self.place[tops] - start, self.place[bottoms], many)
        if layer % 2 == 0:
            self._add_rule(cost, layer, start, stop)
        if layer in self.must:
            a, b = (self.place[nodes] - start for nodes in self.must[layer].T)
            inside = (np.minimum(a, b) >= 0) & (np.maximum(a, b) < len(cost))
            np.add.at(cost, (b[inside], a[inside]), RULE)
            np.add.at(cost, (a[inside], b[inside]), -RULE)
        return cost

    def _add_rule(self, cost: Numbers, layer: int, start: int, stop: int) -> None:
        unions, one, other = self.partners[layer]
        at = self.place[unions] - start
        inside = (at >= 0) & (at < stop - start)
        at, one, other = at[inside], self.place[one[inside]], self.place[other[inside]]
        left, right = np.minimum(one, other), np.maximum(one, other)
        before = (right[:, None] <= left[None]).astype(np.int64)
        cost[np.ix_(at, at)] += RULE * (before.T - before)

    # --- Moving -----------------------------------------------------------------------------------

    def sift(self, layer: int, sides: str = "both") -> int:
        """Puts each node of a row where it costs least; what that won."""
        size = len(self.rows[layer])
        won = 0
        step = PIECE if size <= PIECE else PIECE // 2
        for start in range(0, max(1, size - PIECE + step), step):
            stop = min(size, start + PIECE)
            if stop - start > 1:
                won += self._sift_piece(layer, start, stop, sides)
        return won

    def _sift_piece(self, layer: int, start: int, stop: int, sides: str) -> int:
        cost = self.net(layer, start, stop, sides)
        sequence, won = sifted(cost)
        if won:
            row = self.rows[layer].copy()
            row[start:stop] = row[start:stop][sequence]
            self.set(layer, row)
        return won

    def sort(self, layer: int, above: bool) -> None:
        """Sorts a row by the middle of its neighbours; who has none keeps to who stands left."""
        row = self.rows[layer]
        tops, bottoms, many = self.lines[layer - 1 if above else layer]
        own, far = (bottoms, tops) if above else (tops, bottoms)
        sums, counts = np.zeros(len(row)), np.zeros(len(row))
        np.add.at(sums, self.place[own], self.place[far] * many)
        np.add.at(counts, self.place[own], many)
        known = counts > 0
        if not known.any():
            return
        middles = np.interp(np.arange(len(row)), np.flatnonzero(known), sums[known] / counts[known])
        self.set(layer, row[np.argsort(middles, kind="stable")])


def sifted(cost: Numbers) -> tuple[Numbers, int]:
    """A better sequence than 0, 1, 2, …, and how much cheaper it is."""
    row = np.arange(len(cost))
    won = 0
    for _ in range(ROUNDS):
        before = won
        for node in range(len(cost)):
            at = int(np.flatnonzero(row == node)[0])
            along = cost[node][row]
            right = -np.cumsum(along[at + 1 :])
            left = np.cumsum(along[:at][::-1])
            best_right = int(right.argmin()) if len(right) else -1
            best_left = int(left.argmin()) if len(left) else -1
            gain_right = int(right[best_right]) if len(right) else 0
            gain_left = int(left[best_left]) if len(left) else 0
            if min(gain_left, gain_right) >= 0:
                continue
            if gain_right <= gain_left:
                row[at : at + best_right + 1] = row[at + 1 : at + best_right + 2].copy()
                row[at + best_right + 1] = node
            else:
                row[at - best_left : at + 1] = row[at - best_left - 1 : at].copy()
                row[at - best_left - 1] = node
            won -= min(gain_left, gain_right)
        if won == before:
            break
    return row, won


def _add_net(cost: Numbers, own: Numbers, far: Numbers, many: Numbers) -> None:
    inside = (own >= 0) & (own < len(cost))
    own, far, many = own[inside], far[inside], many[inside]
    if not len(own):
        return
    by_owner = np.argsort(own, kind="stable")
    own, far, many = own[by_owner], far[by_owner], many[by_owner]
    signs = np.sign(far[:, None] - far[None]) * (many[:, None] * many[None])
    starts = np.flatnonzero(np.r_[True, own[1:] != own[:-1]])
    sums = np.add.reduceat(np.add.reduceat(signs, starts, axis=0), starts, axis=1)
    owners = own[starts]
    cost[np.ix_(owners, owners)] += sums


def _lines(
    layers: Layers, layer: int, many: Mapping[Line, int]
) -> tuple[Numbers, Numbers, Numbers]:
    lines = layers.edges(layer)
    pairs = np.array(lines, dtype=np.int64).reshape(-1, 2)
    counts = np.array([many.get(line, 1) for line in lines], dtype=np.int64)
    return pairs[:, 0], pairs[:, 1], counts


def _partners(layers: Layers, nodes: list[Node]) -> tuple[Numbers, Numbers, Numbers]:
    """The unions of a band that have partners, and for each the first and the last of these."""
    found = [(n, p[0], p[-1]) for n in nodes if (p := layers.partners.get(n, ()))]
    table = np.array(found, dtype=np.int64).reshape(-1, 3)
    return table[:, 0], table[:, 1], table[:, 2]


def _by_layer(layers: Layers, pairs: Sequence[Line]) -> dict[int, Numbers]:
    found: dict[int, list[Line]] = {}
    for pair in pairs:
        found.setdefault(layers.layer[pair[0]], []).append(pair)
    return {layer: np.array(some, dtype=np.int64) for layer, some in found.items()}
