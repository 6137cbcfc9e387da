"""The best order, with proof: the wishes as a MaxSAT problem, solved by RC2.

A variable says of two nodes of one layer which stands left. Hard clauses make that an order and
put every union between its partners; soft clauses are the wishes. The levels are solved one after
the other, each under the best cost of those before it.

RC2: Ignatiev, Morgado, Marques-Silva, "RC2: an efficient MaxSAT solver", JSAT 11 (2019). The
crossing model: Jünger, Lee, Mutzel, Odenthal, "A polyhedral approach to the multi-layer crossing
minimization problem", GD 1997.
"""

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations, product

from pysat.examples.rc2 import RC2
from pysat.formula import WCNF

from samenspel.drawing.layout.layers import Layers, Node
from samenspel.drawing.layout.order import Order, Wishes, may_be_aside
from samenspel.resting import nothing_to_collect

Literal = int
Clause = list[Literal]
POLISH = 1.0  # seconds for all levels after the crossings; few families need a tenth of it


@dataclass(frozen=True)
class Solved:
    """`bound` is the proven least number of crossings; `complete` when every level was solved."""

    order: Order | None
    bound: int
    complete: bool


def best_order(layers: Layers, wishes: Wishes, *, until: float) -> Solved:
    """The best order, or the best that was proven at the moment `until` (`time.perf_counter`).

    What comes after the crossings gets at most `POLISH` seconds.
    """
    with nothing_to_collect():
        return _best_order(Problem(layers, wishes), until)


def _best_order(problem: "Problem", until: float) -> Solved:
    first, *others = list(problem.levels())
    solver = _Levels(problem)
    with solver.interrupted_at(until):
        model = solver.minimise(first)
    bound = solver.cost
    if model is None:
        solver.close()
        return Solved(None, bound, complete=False)
    complete = True
    with solver.interrupted_at(min(until, time.perf_counter() + POLISH)):
        for wishes in others:
            better = solver.minimise(wishes)
            if better is None:
                complete = False
                break
            model = better
    solver.close()
    return Solved(problem.order(model), bound, complete)


class _Levels:
    """RC2, asked for one level after the other."""

    def __init__(self, problem: "Problem") -> None:
        formula = WCNF()
        formula.hard, formula.nv = problem.hard, problem.count
        self._rc2 = _Patient(formula, solver="g4", minz=True)
        self.cost = 0

    @contextmanager
    def interrupted_at(self, until: float) -> Iterator[None]:
        timer = threading.Timer(max(until - time.perf_counter(), 0.0), self._rc2.interrupt)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def minimise(self, wishes: Sequence[Literal]) -> list[int] | None:
        """The model with the fewest broken wishes; None when time ran out."""
        before = self._rc2.before = self._rc2.cost
        for wish in wishes:
            self._rc2.add_clause([wish], weight=1)
        model: list[int] | None = self._rc2.compute(expect_interrupt=True)
        self.cost = self._rc2.cost - before
        if model is not None:
            self._keep()
        return model

    def _keep(self) -> None:
        """From now on only what costs no more: all that RC2 still assumes becomes a clause."""
        for assumed in [*self._rc2.sels, *self._rc2.sums]:
            self._rc2.oracle.add_clause([assumed])

    def close(self) -> None:
        self._rc2.delete()


class _Patient(RC2):  # type: ignore[misc]  # pysat has no types
    """RC2 that makes its cores small only when there are many: that is slower for easy families.

    Measured on 40 families of 45 to 70 people: median 24 ms and at most 0.3 s, against 24 ms and
    1.4 s without and 42 ms and 0.35 s with all cores made small.
    """

    before = 0
    EASY = 8

    def minimize_core(self) -> None:
        if self.cost - self.before >= self.EASY:
            super().minimize_core()


class Problem:
    """Variables and clauses. `hard` holds what every order must be."""

    def __init__(self, layers: Layers, wishes: Wishes) -> None:
        self.layers, self.wishes = layers, wishes
        self.count = 0
        self.left: list[dict[Node, Literal]] = [{} for _ in layers.layer]
        for nodes in layers.rows:
            for a, b in combinations(nodes, 2):
                var = self._new()
                self.left[a][b], self.left[b][a] = var, -var
        self.hard: list[Clause] = [
            *self._orders(),
            *self._unions_between(),
            *([self.left[a][b]] for a, b in wishes.fixed),
            *([self.left[a][b]] for a, b in wishes.before if wishes.strict),
        ]

    def _new(self) -> Literal:
        self.count += 1
        return self.count

    def _orders(self) -> Iterator[Clause]:
        for nodes in self.layers.rows:
            for a, b, c in combinations(nodes, 3):
                ab, bc, ac = self.left[a][b], self.left[b][c], self.left[a][c]
                yield [-ab, -bc, ac]
                yield [ab, bc, -ac]

    def _unions_between(self) -> Iterator[Clause]:
        """A union whose partners all stand left of those of another stands left of it."""
        for nodes in self.layers.rows[::2]:
            unions = [node for node in nodes if self.layers.partners.get(node)]
            for u, v in combinations(unions, 2):
                left, right = self.layers.partners[u], self.layers.partners[v]
                if set(left) == set(right):
                    continue
                pairs = [(p, q) for p, q in product(left, right) if p != q]
                yield [*(-self.left[p][q] for p, q in pairs), self.left[u][v]]
                yield [*(self.left[p][q] for p, q in pairs), self.left[v][u]]

    def levels(self) -> Iterator[list[Literal]]:
        """The wishes per level, each a literal; their definitions join the hard clauses."""
        yield self._crossings()
        yield self._side_by_side()
        yield [self.left[a][b] for a, b in self.wishes.before if not self.wishes.strict]
        homes = [pair for home in self.wishes.homes for pair in combinations(home, 2)]
        yield self._apart(homes, self._strangers)
        yield [self.left[a][b] for a, b in self.wishes.stay]
        yield self._apart(self.wishes.together, self._between_people)

    def _crossings(self) -> list[Literal]:
        wishes: list[Literal] = []
        self.aside = {
            union: self._aside(union)
            for union in self.layers.partners
            if may_be_aside(self.layers, union)
        }
        for layer in range(len(self.layers.rows) - 1):
            for (a, b), (c, d) in combinations(self.layers.edges(layer), 2):
                if a == c or b == d:
                    continue
                cross = self._new()
                upper, lower = self.left[a][c], self.left[b][d]
                unless = [cross, *self._spared(a, b, c), *self._spared(c, d, a)]
                self.hard += [[-upper, lower, *unless], [upper, -lower, *unless]]
                wishes.append(-cross)
        return wishes

    def _spared(self, partner: Node, union: Node, other: Node) -> list[Literal]:
        """Of a couple aside one line counts, that of its child, and none without a child."""
        if union not in self.aside:
            return []
        first, second = self.layers.partners[union]
        if self.layers.below[union] and (partner == first or other in (first, second)):
            return []
        return [self.aside[union]]

    def _aside(self, union: Node) -> Literal:
        """True only when the two partners stand side by side."""
        aside = self._new()
        a, b = self.layers.partners[union]
        for k in self._between_people(a, b):
            self.hard.append([-aside, -self.left[a][k], -self.left[k][b]])
            self.hard.append([-aside, -self.left[b][k], -self.left[k][a]])
        return aside

    def _side_by_side(self) -> list[Literal]:
        wishes: list[Literal] = []
        for a, b in self.wishes.together:
            beside = self._new()
            for k in self._between_people(a, b):
                self.hard.append([-self.left[a][k], -self.left[k][b], -beside])
                self.hard.append([-self.left[b][k], -self.left[k][a], -beside])
            wishes.append(beside)
        return wishes

    def _apart(
        self, pairs: Iterable[tuple[Node, Node]], others: Callable[[Node, Node], Iterator[Node]]
    ) -> list[Literal]:
        wishes: list[Literal] = []
        for a, b in pairs:
            for k in others(a, b):
                between = self._new()
                self.hard.append([-self.left[a][k], -self.left[k][b], between])
                self.hard.append([-self.left[b][k], -self.left[k][a], between])
                wishes.append(-between)
        return wishes

    def _between_people(self, a: Node, b: Node) -> Iterator[Node]:
        return (k for k in self.layers.rows[self.layers.layer[a]] if k not in (a, b))

    def _strangers(self, a: Node, b: Node) -> Iterator[Node]:
        home = next(home for home in self.wishes.homes if a in home and b in home)
        return (k for k in self.layers.rows[self.layers.layer[a]] if k not in home)

    def order(self, model: Iterable[int]) -> Order:
        true = {literal for literal in model if literal > 0}
        return [
            sorted(nodes, key=lambda node: sum(self._is_left(other, node, true) for other in nodes))
            for nodes in self.layers.rows
        ]

    def _is_left(self, a: Node, b: Node, true: set[int]) -> bool:
        if a == b:
            return False
        literal = self.left[a][b]
        return literal in true if literal > 0 else -literal not in true
