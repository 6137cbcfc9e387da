"""The order of a large family: of its core, exactly where that is possible, otherwise ever better.

How much is tried follows from the size of the core and is counted in rounds and steps of the
solver, so that the same family gives the same drawing; only `until` is a moment.
"""

import time
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from samenspel.drawing.layout.bounds import clauses, least_crossings
from samenspel.drawing.layout.grow import grown
from samenspel.drawing.layout.layers import Layers, Node
from samenspel.drawing.layout.legal import legal, musts
from samenspel.drawing.layout.order import LEVELS, Cost, Order, Wishes, cost_of, may_be_aside
from samenspel.drawing.layout.prune import Core, pruned
from samenspel.drawing.layout.sift import Board
from samenspel.drawing.layout.sweep import PASSES, good_order, settle
from samenspel.drawing.layout.windows import Line, Window

MUCH = 50_000  # clauses of a core in which twigs are not told apart by age
SMALL, CIRCLES = 120_000, 25  # clauses and circles of a core that is tried exactly
MANY = 2_500  # nodes; above this there are no windows
PROOF = 9_000_000  # propagations for an exact order
FAR = 60  # people a twig may pass to stand in order of age
WORK = 300_000  # propagations for one window


@dataclass(frozen=True)
class Plan:
    """Windows of `size` nodes that may pass `reach` others; no more than `rounds` of them."""

    size: int
    reach: int
    rounds: int


PLANS = (Plan(8, 8, 110), Plan(14, 10, 20))
KNOWN = 2  # pairs that stood so per person: with more there is a previous drawing
FINISH = Plan(10, 10, 30)  # with the whole family, not its core alone


@dataclass(frozen=True)
class Ordered:
    order: Order
    bound: int


def large_order(layers: Layers, wishes: Wishes, until: float) -> Ordered:
    found = _fresh(layers, wishes, until)
    if len(wishes.stay) < KNOWN * len(layers.people):
        return found
    before = _as_before(layers, wishes, found.order, until)
    return Ordered(min(before, found.order, key=partial(_change, layers, wishes)), found.bound)


def _change(layers: Layers, wishes: Wishes, order: Order) -> tuple[int, int, Cost]:
    cost = cost_of(layers, wishes, order)
    return cost[0], cost[LEVELS.index("moved")], cost


def _as_before(layers: Layers, wishes: Wishes, order: Order, until: float) -> Order:
    """As people stood in the previous drawing, with no more changed than lessens the crossings."""
    must = musts(wishes)
    known = (*must, *wishes.stay)
    board = Board(layers, legal(layers, order, known), must=known)
    settle(board, PASSES)
    whole = _whole(layers, wishes)
    return legal(layers, _improved(whole, legal(layers, board.order(), must), FINISH, until), must)


def _fresh(layers: Layers, wishes: Wishes, until: float) -> Ordered:
    core = pruned(layers, wishes)
    if clauses(core.layers) > MUCH:
        core = pruned(layers, wishes, by_age=False)
    found = _core_order(core, until)
    order = grown(core, layers, wishes, _by_age(core, found.order, until))
    order = legal(layers, order, musts(wishes))
    if cost_of(layers, wishes, order)[0] == found.bound:
        return Ordered(order, found.bound)
    whole = _whole(layers, wishes)
    order = _improved(whole, settled(layers, order, wishes), FINISH, until)
    bound = found.bound or least_crossings(pruned(layers, wishes, bare=True), until)
    return Ordered(legal(layers, order, whole.must), bound)


def _core_order(core: Core, until: float) -> Ordered:
    """The best order of a core with few circles; a good one of another."""
    layers = core.layers
    if clauses(layers) <= SMALL and _circles(layers) <= CIRCLES:
        found = _exact_order(core, legal(layers, layers.rows, core.must), until)
        if found:
            return found
    order = legal(layers, good_order(layers, core.many, core.must), core.must)
    for plan in PLANS:
        order = _improved(core, order, plan, until)
    return Ordered(order, 0)


def _exact_order(core: Core, order: Order, until: float) -> Ordered | None:
    if time.perf_counter() > until:
        return None
    best = _everybody(core, order, core.many).solved(PROOF)
    if not best.is_best:
        return None
    order = best.order or order
    bound = best.bound and _everybody(core, order, core.surely).solved(PROOF).bound
    return Ordered(order, bound)


def _everybody(core: Core, order: Order, many: Mapping[Line, int]) -> Window:
    free = frozenset(range(len(core.nodes)))
    return Window(core.layers, order, free, many, couples=core.couples, must=core.must)


def _by_age(core: Core, order: Order, until: float) -> Order:
    """Twigs that stand on the wrong side of an elder or a younger child of the core move over."""
    layers = core.layers
    place = {node: i for row in order for i, node in enumerate(row)}
    wrong = [pair for pair in core.elder if place[pair[0]] > place[pair[1]]]
    unions = dict.fromkeys(layers.above[a][0] for a, _ in wrong if layers.above[a])
    for union in unions:
        tops = [child for child in layers.below[union] if core.nodes[child] in core.twigs]
        free = frozenset(node for top in tops for node in _line(layers, top))
        if free and time.perf_counter() < until:
            found = Window(
                layers, order, free, core.many, FAR, core.couples, core.must, core.elder
            ).solved(WORK)
            order = found.order or order
    return order


def _line(layers: Layers, top: Node) -> Iterator[Node]:
    node = top
    yield node
    while layers.below[node]:
        node = layers.below[node][0]
        yield node


def _whole(layers: Layers, wishes: Wishes) -> Core:
    couples = frozenset(union for union in layers.partners if may_be_aside(layers, union))
    nodes = list(range(len(layers.layer)))
    return Core(layers, nodes, {}, [], couples=couples, must=musts(wishes))


def settled(layers: Layers, order: Order, wishes: Wishes) -> Order:
    """The whole family sifted once more; what came before when that is better."""
    must = musts(wishes)
    board = Board(layers, order, must=must)
    settle(board, 2)
    again = legal(layers, board.order(), must)
    return min((order, again), key=lambda each: cost_of(layers, wishes, each))


def _circles(layers: Layers) -> int:
    """How many lines could be taken away before it falls apart: what makes a core hard."""
    return sum(map(len, layers.below)) - len(layers.layer) + 1


def _improved(core: Core, order: Order, plan: Plan, until: float) -> Order:
    """Windows around who is crossed most, until nobody is left whose window was not tried."""
    layers, tried = core.layers, set[Node]()
    if len(core.nodes) > MANY:
        return order
    board = Board(layers, order, core.many)
    load = board.crossings_at()
    for _ in range(plan.rounds):
        seeds = [node for node in range(len(load)) if load[node] and node not in tried]
        if not seeds or time.perf_counter() > until:
            break
        seed = max(seeds, key=lambda node: (load[node], -node))
        free = around(layers, seed, plan.size)
        found = Window(layers, order, free, core.many, plan.reach, core.couples, core.must).solved(
            WORK
        )
        tried.add(seed)
        if found.order:
            order, tried = found.order, tried - free
            board.put(order)
            load = board.crossings_at()
    return order


def around(layers: Layers, seed: Node, size: int) -> frozenset[Node]:
    """The nearest by the number of lines."""
    seen, queue = {seed}, deque([seed])
    while queue and len(seen) < size:
        node = queue.popleft()
        for other in [*layers.above[node], *layers.below[node]]:
            if other not in seen and len(seen) < size:
                seen.add(other)
                queue.append(other)
    return frozenset(seen)
