"""A good order at once: for large families, and when time is up.

The start is the calmest way to spread a network along a line: near relatives near each other, every
row in balance. Those are the eigenvectors with the smallest eigenvalues of the network's Laplacian,
of which every row's mean is taken out (Carmel, Harel, Koren, "Drawing directed graphs using
one-dimensional optimization", GD 2002). The two or three calmest are mixed a little, which gives
several starts; each is sifted, row by row, and the best is kept.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from samenspel.drawing.layout.layers import Layers, Node
from samenspel.drawing.layout.order import Order
from samenspel.drawing.layout.sift import Board

Vectors = npt.NDArray[np.float64]
Line = tuple[Node, Node]

CALM = 4  # eigenvectors
FILTERS, DEGREE = 8, 40  # rounds of filtering, and the degree of the polynomial of each
TILT = 0.36  # how much of another eigenvector is mixed in: the tangent of 20 degrees
PASSES = 6  # over all rows
FEW = 1500  # nodes; above this only one start is sifted


def good_order(layers: Layers, many: Mapping[Line, int], must: Sequence[Line] = ()) -> Order:
    """The best of the starts. `many` and `must` as on a `Board`."""
    if max(map(len, layers.rows)) < 2:
        return [list(row) for row in layers.rows]
    best, fewest = layers.rows, -1
    for along in _starts(layers):
        board = _sifted(layers, along, many, must)
        crossings = board.crossings()
        if fewest < 0 or crossings < fewest:
            best, fewest = board.order(), crossings
        if not fewest:
            break
    return best


def _sifted(
    layers: Layers, along: Vectors, many: Mapping[Line, int], must: Sequence[Line]
) -> Board:
    rows = [sorted(row, key=along.__getitem__) for row in layers.rows]
    board = Board(layers, rows, many, must)
    settle(board, PASSES)
    return board


def settle(board: Board, passes: int) -> None:
    """Sifts all rows until nothing is won."""
    restless = set(range(len(board.rows)))
    for _ in range(passes):
        won = {layer for layer in sorted(restless) if board.sift(layer)}
        restless = won | {layer + side for layer in won for side in (-1, 1)}
        restless &= set(range(len(board.rows)))
        if not restless:
            break


def _starts(layers: Layers) -> Iterator[Vectors]:
    calm = calmest(layers)
    yield calm[:, 0]
    if len(layers.layer) > FEW:
        return
    for other in range(1, calm.shape[1]):
        yield calm[:, 0] + TILT * calm[:, other]
        yield calm[:, 0] - TILT * calm[:, other]


def calmest(layers: Layers) -> Vectors:
    """The calmest ways to spread the network, as columns; the calmer, the longer the column.

    Subspace iteration with a Chebyshev filter (Zhou, Saad, Tiago, Chelikowsky 2006): everything
    above the part of the spectrum that is looked for is damped.
    """
    count = len(layers.layer)
    laplacian = _Laplacian(layers)
    freedom = count - sum(1 for row in layers.rows if row)
    roots = np.sqrt([2.0, 3.0, 5.0, 7.0, 11.0, 13.0][:freedom])
    block = laplacian.centred(np.modf(np.arange(1, count + 1)[:, None] * roots)[0])
    cut = laplacian.most / 8
    for _ in range(FILTERS):
        block, _ = np.linalg.qr(laplacian.centred(_filtered(laplacian, block, cut)))
        values, turn = np.linalg.eigh(block.T @ laplacian.times(block))
        block = block @ turn
        cut = max(float(values[-1]), laplacian.most / 5000)
    calm: Vectors = block[:, :CALM] / np.sqrt(np.maximum(values[:CALM], 1e-6))
    return calm


def _filtered(laplacian: "_Laplacian", block: Vectors, cut: float) -> Vectors:
    """A Chebyshev polynomial of the Laplacian that is small between `cut` and the largest value."""
    half, middle = (laplacian.most - cut) / 2, (laplacian.most + cut) / 2
    before, now = block, (laplacian.times(block) - middle * block) / half
    for _ in range(DEGREE):
        before, now = now, 2 * (laplacian.times(now) - middle * now) / half - before
    now /= np.abs(now).max()
    return now


class _Laplacian:
    """The Laplacian of the network, between vectors of which every row's mean is zero."""

    def __init__(self, layers: Layers) -> None:
        near = [[*layers.above[node], *layers.below[node]] for node in range(len(layers.layer))]
        self.degree = np.array([[float(len(nodes))] for nodes in near])
        self.near = np.array([other for nodes in near for other in nodes], dtype=np.int64)
        self.linked = np.flatnonzero(self.degree[:, 0])
        ends = np.cumsum(self.degree[:, 0].astype(np.int64))
        self.starts = (ends - self.degree[:, 0].astype(np.int64))[self.linked]
        self.rows = np.array([node for row in layers.rows for node in row], dtype=np.int64)
        sizes = np.array([len(row) for row in layers.rows if row])
        self.row_starts, self.sizes = np.cumsum(sizes) - sizes, sizes
        self.most = 2.0 * float(self.degree.max(initial=1.0))

    def times(self, block: Vectors) -> Vectors:
        product = self.degree * block
        product[self.linked] -= np.add.reduceat(block[self.near], self.starts, axis=0)
        return self.centred(product)

    def centred(self, block: Vectors) -> Vectors:
        means = np.add.reduceat(block[self.rows], self.row_starts, axis=0) / self.sizes[:, None]
        centred = block.copy()
        centred[self.rows] -= np.repeat(means, self.sizes, axis=0)
        return centred
