"""Which organisation stands where on the ring, so that the fewest arrows cross: exact, with proof.

The places on the ring are fixed, and so is the route from every place to every target. What is
left is who gets which place: an assignment in which a cost is known for each item on its place
(its own arrows among themselves, and with what does not move) and for each two items on theirs.
A quick search by swapping and sifting gives an order; a SAT solver then asks whether an order
with one crossing fewer exists, until the answer is no (the order is proven best) or its budget of
conflicts is spent. Nothing here reads a clock, so the answer is always the same.

Of the orders with the fewest crossings one with short arrows is taken; that it is the shortest is
not proven.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, combinations_with_replacement

from pysat.card import CardEnc, EncType
from pysat.formula import IDPool
from pysat.solvers import Solver

EXACT = 12  # up to this many items the order is proven
BUDGET = 20_000  # conflicts of the solver, per question
STARTS = 4
CROWD = 40  # above this many items one start and one round of swaps have to do

Item = int
Slot = int
Targets = tuple[str, ...]
Cost = tuple[int, float]


@dataclass(frozen=True)
class Ring:
    """`items[i]` says what item i is directed at; items with the same may change places freely.

    `alone(what, slot)` and `between(what, slot, other, other_slot)` count crossings;
    `length(i, slot)` is how far item i is from where it would like to be.
    """

    items: tuple[Targets, ...]
    alone: Callable[[Targets, Slot], int]
    between: Callable[[Targets, Slot, Targets, Slot], int]
    length: Callable[[Item, Slot], float]

    @property
    def size(self) -> int:
        return len(self.items)

    @cached_property
    def lengths(self) -> list[list[float]]:
        return [[self.length(i, slot) for slot in range(self.size)] for i in range(self.size)]

    @cached_property
    def own(self) -> list[list[int]]:
        seen = {what: self._own(what) for what in dict.fromkeys(self.items)}
        return [seen[what] for what in self.items]

    def _own(self, what: Targets) -> list[int]:
        return [self.alone(what, slot) for slot in range(self.size)]

    @cached_property
    def pairs(self) -> list[list[list[list[int]]]]:
        """`pairs[i][j][slot][other]`, also for i > j."""
        kinds = list(dict.fromkeys(self.items))
        seen: dict[tuple[Targets, Targets], list[list[int]]] = {}
        for one, other in combinations_with_replacement(kinds, 2):
            seen[one, other] = self._pair(one, other)
            seen[other, one] = [list(row) for row in zip(*seen[one, other], strict=True)]
        return [[seen[one, other] for other in self.items] for one in self.items]

    def _pair(self, one: Targets, other: Targets) -> list[list[int]]:
        slots = range(self.size)
        return [
            [self.between(one, here, other, there) if here != there else 0 for there in slots]
            for here in slots
        ]


@dataclass(frozen=True)
class Order:
    """`places[i]` is the slot of item i. No order has fewer crossings than `bound`."""

    places: tuple[Slot, ...]
    crossings: int
    bound: int

    @property
    def proven(self) -> bool:
        return self.crossings == self.bound


def best_order(ring: Ring, budget: int = BUDGET) -> Order:
    places = _search(ring)
    crossings = crossings_of(ring, places)
    if crossings == 0 or ring.size > EXACT:
        return Order(tuple(places), crossings, 0)
    question = _Question(ring, crossings, budget)
    for fewer in question.improvements():
        places = _descend(ring, fewer)
        crossings = crossings_of(ring, places)
    return Order(tuple(places), crossings, question.bound(crossings))


def crossings_of(ring: Ring, places: Sequence[Slot]) -> int:
    own = sum(ring.own[i][slot] for i, slot in enumerate(places))
    return own + sum(
        ring.pairs[i][j][places[i]][places[j]] for i, j in combinations(range(ring.size), 2)
    )


# --- Quickly --------------------------------------------------------------------------------------


def _search(ring: Ring) -> list[Slot]:
    """The best of a few starts: everybody as near as can be, then turned round the ring."""
    nearest = _nearest(ring)
    turns = STARTS if ring.size <= CROWD else 1
    steps = sorted({ring.size * turn // turns for turn in range(turns)})
    starts = [[(slot + step) % ring.size for slot in nearest] for step in steps]
    found = [_descend(ring, start) for start in starts] if ring.size else [[]]
    return min(found, key=lambda places: _cost(ring, places))


def _nearest(ring: Ring) -> list[Slot]:
    places, free = [0] * ring.size, set(range(ring.size))
    by_need = sorted(range(ring.size), key=lambda i: (min(ring.lengths[i]), i))
    for i in by_need:
        places[i] = min(free, key=lambda slot: (ring.lengths[i][slot], slot))
        free.remove(places[i])
    return places


def _cost(ring: Ring, places: Sequence[Slot]) -> Cost:
    length = sum(ring.lengths[i][slot] for i, slot in enumerate(places))
    return crossings_of(ring, places), round(length, 6)


def _descend(ring: Ring, start: Sequence[Slot]) -> list[Slot]:
    """Swaps, and when none helps sifts, until nothing gives less; shorter arrows also count."""
    places = list(start)
    if ring.size > CROWD:
        _swap_once(ring, places)
        return places
    while _swap_once(ring, places) or _sift_once(ring, places):
        pass
    return places


def _swap_once(ring: Ring, places: list[Slot]) -> bool:
    gained = False
    for i, j in combinations(range(ring.size), 2):
        before = _part(ring, places, i, j)
        places[i], places[j] = places[j], places[i]
        if _part(ring, places, i, j) < before:
            gained = True
        else:
            places[i], places[j] = places[j], places[i]
    return gained


def _part(ring: Ring, places: list[Slot], i: Item, j: Item) -> Cost:
    """What two items cost, of all."""
    here, there = places[i], places[j]
    own = ring.own[i][here] + ring.own[j][there]
    one, other = ring.pairs[i], ring.pairs[j]
    for k, slot in enumerate(places):
        if k != i:
            own += one[k][here][slot]
            if k != j:
                own += other[k][there][slot]
    return own, round(ring.lengths[i][here] + ring.lengths[j][there], 6)


def _sift_once(ring: Ring, places: list[Slot]) -> bool:
    """Takes one item all the way round, past every other, and leaves it where that costs least."""
    for item in range(ring.size):
        found = _best_turn(ring, places, item)
        if found is not None:
            places[:] = found
            return True
    return False


def _best_turn(ring: Ring, places: list[Slot], item: Item) -> list[Slot] | None:
    tried, at = list(places), _items_by_slot(places)
    total, best, found = (0, 0.0), (0, -1e-6), None
    for _ in range(ring.size - 1):
        other = at[(tried[item] + 1) % ring.size]
        before = _part(ring, tried, item, other)
        tried[item], tried[other] = tried[other], tried[item]
        at[tried[item]], at[tried[other]] = item, other
        after = _part(ring, tried, item, other)
        total = (total[0] + after[0] - before[0], total[1] + after[1] - before[1])
        if total < best:
            best, found = total, list(tried)
    return found


def _items_by_slot(places: Sequence[Slot]) -> list[Item]:
    at = [0] * len(places)
    for item, slot in enumerate(places):
        at[slot] = item
    return at


# --- Exactly --------------------------------------------------------------------------------------


class _Question:
    """ "Is there an order with at most so many crossings?", asked with a budget of conflicts."""

    def __init__(self, ring: Ring, upper: int, budget: int) -> None:
        self.ring, self.upper, self.budget = ring, upper, budget
        self.names = IDPool()
        self.clauses: list[list[int]] = []
        self.costs: dict[int, None] = {}
        self.refuted = -1  # this many crossings is too few
        self._one_place_each()
        self._same_items_in_order()
        self._count()

    def improvements(self) -> Iterator[list[Slot]]:
        """Orders with ever fewer crossings, until there are none or the budget is spent."""
        while self.upper > 0:
            found = self._ask(self.upper - 1)
            if found is None:
                return
            self.upper = crossings_of(self.ring, found)
            yield found

    def bound(self, crossings: int) -> int:
        """How many crossings there are at least: `crossings` when fewer was refuted."""
        self.upper = min(self.upper, crossings)
        if self.refuted >= crossings - 1:
            return crossings
        low, high = self.refuted + 1, crossings - 2
        while low <= high:
            most = (low + high) // 2
            if self._ask(most) is None and self.refuted >= most:
                low = most + 1
            else:
                high = most - 1
        return low

    def _ask(self, most: int) -> list[Slot] | None:
        at_most = CardEnc.atmost(
            list(self.costs), most, vpool=self.names, encoding=EncType.totalizer
        )
        with Solver("g4", bootstrap_with=[*self.clauses, *at_most.clauses]) as solver:
            solver.conf_budget(self.budget)
            answer = solver.solve_limited()
            if answer is None:
                return None
            if answer is False:
                self.refuted = most
                return None
            chosen = {lit for lit in solver.get_model() or () if lit > 0}
        return [self._place_in(chosen, i) for i in range(self.ring.size)]

    def _place_in(self, chosen: set[int], i: Item) -> Slot:
        return next(slot for slot in range(self.ring.size) if self._at(i, slot) in chosen)

    def _at(self, i: Item, slot: Slot) -> int:
        return int(self.names.id(("at", i, slot)))

    def _one_place_each(self) -> None:
        every = range(self.ring.size)
        for i in every:
            self.clauses.append([self._at(i, slot) for slot in every])
            self.clauses.append([self._at(one, i) for one in every])
            for one, other in combinations(every, 2):
                self.clauses.append([-self._at(i, one), -self._at(i, other)])
                self.clauses.append([-self._at(one, i), -self._at(other, i)])

    def _same_items_in_order(self) -> None:
        """Items with the same targets are equal for crossings: one of their orders is enough."""
        last: dict[Targets, Item] = {}
        for i, what in enumerate(self.ring.items):
            if what in last:
                self.clauses += [
                    [-self._at(last[what], later), -self._at(i, slot)]
                    for slot in range(self.ring.size)
                    for later in range(slot, self.ring.size)
                ]
            last[what] = i

    def _count(self) -> None:
        every = range(self.ring.size)
        for i in every:
            for slot in every:
                self._costs_when(("own", i), self.ring.own[i][slot], [-self._at(i, slot)])
        for i, j in combinations(every, 2):
            for here in every:
                for there in every:
                    cost = self.ring.pairs[i][j][here][there]
                    if cost:
                        unless = [-self._at(i, here), -self._at(j, there)]
                        self._costs_when(("two", i, j), cost, unless)

    def _costs_when(self, who: tuple[object, ...], cost: int, unless: list[int]) -> None:
        for nth in range(cost):
            name = int(self.names.id(("cost", who, nth)))
            self.costs[name] = None
            self.clauses.append([*unless, name])
