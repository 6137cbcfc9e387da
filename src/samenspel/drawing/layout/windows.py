"""Windows: a few people are freed, all others keep their order, and RC2 finds the best.

Between people who keep their order a free node has a place, not a relation to each, so that the
problem stays small: a chain of variables per free node, and one per pair of free nodes. Wishes on
one variable are added up before they are wishes. With everybody free it is the exact problem.

Large neighbourhood search: Shaw, "Using constraint programming and local search methods to solve
vehicle routing problems", CP 1998. RC2 as in `exact`.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from pysat.examples.rc2 import RC2
from pysat.formula import WCNF

from samenspel.drawing.layout.layers import Layers, Node
from samenspel.drawing.layout.order import Order

Literal = int
Line = tuple[Node, Node]
TRUE = 1  # the variable that is always true
ANYWHERE = 1 << 30


class Window:
    """The problem of the free nodes, each of which may pass at most `reach` others at a side.

    `now` are the literals that are true in the order as it is. `many` tells how many lines a line
    stands for; `couples` are the unions that may be aside (see `order`). `elder` are pairs of
    siblings of whom the first should stand left: no number of those outweighs a crossing; `must`
    are pairs of whom the first has to.
    """

    def __init__(
        self,
        layers: Layers,
        order: Order,
        free: frozenset[Node],
        many: Mapping[Line, int],
        reach: int = ANYWHERE,
        couples: frozenset[Node] = frozenset(),
        must: Sequence[Line] = (),
        elder: Mapping[Line, int] | None = None,
    ) -> None:
        self.layers, self.order, self.free, self.many = layers, order, free, many
        self.reach, self.couples = reach, couples
        self.place = {node: i for row in order for i, node in enumerate(row)}
        self.count = TRUE
        self.hard: list[list[Literal]] = [[TRUE]]
        self.var: dict[tuple[Node, Node], Literal] = {}
        self.mates: dict[Node, list[Node]] = {}
        self.now: set[Literal] = {TRUE}
        self.wish: dict[Literal, int] = {}
        self.aside: dict[Node, Literal] = {}
        for layer in sorted({layers.layer[node] for node in free}):
            self._row(order[layer])
        for layer in range(0, len(order), 2):
            self._rules(order[layer])
        self.hard += [[self.var[pair]] for pair in must if pair in self.var]
        for layer in range(len(order) - 1):
            self._crossings(layer)
        if elder:
            self._siblings(elder)

    def left(self, a: Node, b: Node) -> Literal:
        """A literal that says that a stands left of b."""
        return self.var.get((a, b)) or (TRUE if self.place[a] < self.place[b] else -TRUE)

    def _new(self, is_true: bool) -> Literal:
        self.count += 1
        self.now.add(self.count if is_true else -self.count)
        return self.count

    def _pair(self, a: Node, b: Node) -> None:
        var = self._new(self.place[a] < self.place[b])
        self.var[a, b], self.var[b, a] = var, -var
        self.mates.setdefault(a, []).append(b)
        self.mates.setdefault(b, []).append(a)

    def _clause(self, clause: list[Literal]) -> None:
        if TRUE not in clause:
            self.hard.append([literal for literal in clause if literal != -TRUE])

    # --- What every order must be -----------------------------------------------------------------

    def _row(self, row: Sequence[Node]) -> None:
        free = [node for node in row if node in self.free]
        others = [node for node in row if node not in self.free]
        near = {node: self._near(node, others) for node in free}
        for node in free:
            for other in near[node]:
                self._pair(node, other)
            self.hard += [[-self.var[node, a], self.var[node, b]] for a, b in pairwise(near[node])]
        for a, b in combinations(free, 2):
            self._pair(a, b)
        for a, b in combinations(free, 2):
            for other in dict.fromkeys([*near[a], *near[b]]):
                self._triple(a, b, other)
        for a, b, c in combinations(free, 3):
            self._triple(a, b, c)

    def _near(self, node: Node, others: Sequence[Node]) -> Sequence[Node]:
        at = bisect_left(others, self.place[node], key=self.place.__getitem__)
        return others[max(0, at - self.reach) : at + self.reach]

    def _triple(self, a: Node, b: Node, c: Node) -> None:
        ab, bc, ac = self.left(a, b), self.left(b, c), self.left(a, c)
        self._clause([-ab, -bc, ac])
        self._clause([ab, bc, -ac])

    def _rules(self, band: Sequence[Node]) -> None:
        """As in `exact`: who has all partners left of those of another lies left of it."""
        unions = [node for node in band if self.layers.partners.get(node)]
        done: set[Node] = set()
        for u in unions:
            if u in self.free or any(p in self.free for p in self.layers.partners[u]):
                done.add(u)
                for v in unions:
                    if v not in done:
                        self._rule(u, v)

    def _rule(self, u: Node, v: Node) -> None:
        left, right = self.layers.partners[u], self.layers.partners[v]
        if set(left) != set(right):
            pairs = [self.left(p, q) for p, q in product(left, right) if p != q]
            union = self.left(u, v)
            self._clause([*(-pair for pair in pairs), union])
            self._clause([*pairs, -union])

    # --- Wishes -----------------------------------------------------------------------------------

    def _crossings(self, layer: int) -> None:
        lines = [(a, b) for a in self.order[layer] for b in self.layers.below[a]]
        moving = [line for line in lines if line[0] in self.free or line[1] in self.free]
        done: set[Line] = set()
        for line in moving:
            done.add(line)
            (a, b), weight = line, self.many.get(line, 1)
            for other in self._may_cross(a, b):
                c, d = other
                if a != c and b != d and other not in done:
                    unless = [*self._spared(a, b, c), *self._spared(c, d, a)]
                    count = weight * self.many.get(other, 1)
                    self._crossing(self.left(a, c), self.left(b, d), count, unless)

    def _may_cross(self, a: Node, b: Node) -> Iterator[Line]:
        """The lines of which an end may come to stand at the other side."""
        above, below = self.layers.above, self.layers.below
        found = [(c, d) for c in self.mates.get(a, ()) for d in below[c]]
        found += [(c, d) for d in self.mates.get(b, ()) for c in above[d]]
        yield from dict.fromkeys(found)

    def _crossing(
        self, upper: Literal, lower: Literal, weight: int, unless: Sequence[Literal]
    ) -> None:
        if TRUE in unless:
            return
        unless = [literal for literal in unless if literal != -TRUE]
        if unless or (abs(upper) != TRUE and abs(lower) != TRUE):
            agree = (upper in self.now) == (lower in self.now)
            literal = self._new(agree or any(aside in self.now for aside in unless))
            self._clause([-literal, -upper, lower, *unless])
            self._clause([-literal, upper, -lower, *unless])
        elif abs(upper) == TRUE:
            literal = lower * upper
        else:
            literal = upper * lower
        if abs(literal) != TRUE:
            self.wish[literal] = self.wish.get(literal, 0) + weight

    def _spared(self, partner: Node, union: Node, other: Node) -> list[Literal]:
        """As in `exact`: of a couple aside one line counts, and none without a child."""
        if union not in self.couples:
            return []
        first, second = self.layers.partners[union]
        if self.layers.below[union] and (partner == first or other in (first, second)):
            return []
        if union not in self.aside:
            self.aside[union] = self._aside(first, second)
        return [self.aside[union]]

    def _aside(self, a: Node, b: Node) -> Literal:
        """True only when the two stand side by side."""
        row = self.order[self.layers.layer[a]]
        is_beside = abs(self.place[a] - self.place[b]) == 1
        if self.free.isdisjoint(row):
            return TRUE if is_beside else -TRUE
        aside = self._new(is_beside)
        for k in row:
            if k not in (a, b):
                self._clause([-aside, -self.left(a, k), -self.left(k, b)])
                self._clause([-aside, -self.left(b, k), -self.left(k, a)])
        return aside

    def _siblings(self, elder: Mapping[Line, int]) -> None:
        wishes = {self.left(a, b): count for (a, b), count in elder.items() if (a, b) in self.var}
        above = 1 + sum(wishes.values())
        self.wish = {literal: weight * above for literal, weight in self.wish.items()}
        for literal, count in wishes.items():
            self.wish[literal] = self.wish.get(literal, 0) + count

    def wishes(self) -> Iterator[tuple[Literal, int]]:
        for literal, weight in self.wish.items():
            net = weight - self.wish.get(-literal, 0)
            if net > 0:
                yield literal, net

    # --- The answer -------------------------------------------------------------------------------

    def solved(self, effort: int) -> "Answer":
        """The best order, unless that takes too much effort or nothing can be won."""
        wishes = list(self.wishes())
        broken = sum(weight for literal, weight in wishes if literal not in self.now)
        never = sum(min(w, self.wish.get(-wish, 0)) for wish, w in self.wish.items()) // 2
        if not broken and self._is_legal():
            return Answer(None, never, is_best=True)
        formula = WCNF()
        formula.hard, formula.nv = self.hard, self.count
        solver = _Bounded(formula, effort, broken if self._is_legal() else ANYWHERE)
        for literal, weight in wishes:
            solver.add_clause([literal], weight=weight)
        model = solver.best()
        cost = int(solver.cost)
        solver.delete()
        if model is None:
            return Answer(None, never + min(cost, broken), is_best=cost >= broken > 0)
        true = set(model)
        return Answer([self._sorted(row, true) for row in self.order], never + cost, is_best=True)

    def _is_legal(self) -> bool:
        return all(not self.now.isdisjoint(clause) for clause in self.hard)

    def _sorted(self, row: Sequence[Node], true: set[Literal]) -> list[Node]:
        free = [node for node in row if node in self.free]
        if not free:
            return list(row)
        others = [node for node in row if node not in self.free]
        rank = {other: float(i) for i, other in enumerate(others)}
        among = dict.fromkeys(others, 0)
        for node in free:
            rank[node] = sum(self.left(other, node) in true for other in others) - 0.5
            among[node] = sum(self.left(other, node) in true for other in free if other != node)
        return sorted(row, key=lambda node: (rank[node], among[node]))


@dataclass(frozen=True)
class Answer:
    """`order` is None when the order as it is was not bettered; `is_best` when none is better.

    `bound` is the least that is proven to cross among lines of the free.
    """

    order: Order | None
    bound: int
    is_best: bool


class Spent(Exception):
    """The effort that was allowed is spent, or nothing can be won any more."""


class _Bounded(RC2):  # type: ignore[misc]  # pysat has no types
    """RC2 that stops after so many propagations, or when the least cost reaches `most`.

    An effort counted in propagations is the same on every machine, unlike one in seconds.
    """

    def __init__(self, formula: WCNF, effort: int, most: int) -> None:
        super().__init__(formula, solver="g4", minz=True)
        self.effort, self.most = effort, most

    def best(self) -> list[int] | None:
        try:
            model: list[int] | None = self.compute()
        except Spent:
            return None
        return model

    def _call_oracle(self, assumptions: Sequence[int] = (), expect_interrupt: bool = False) -> bool:
        used = self.oracle.accum_stats()["propagations"]
        if self.cost >= self.most or used >= self.effort:
            raise Spent
        self.oracle.prop_budget(self.effort - used)
        found = self.oracle.solve_limited(assumptions=list(assumptions))
        if found is None:
            raise Spent
        return bool(found)
