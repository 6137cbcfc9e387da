"""The order on the ring has the fewest crossings: compared with trying every order."""

from functools import cache
from itertools import combinations, permutations
from math import cos, dist, pi, sin
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.drawing.systemogram.rings import Order, Ring, best_order, crossings_of
from samenspel.drawing.systemogram.routes import Route, crossings

PEOPLE = {name: ((n % 3 - 1) * 132.0, (n // 3) * 130.0 - 65) for n, name in enumerate("abcdef")}


def straight_ring(items: tuple[tuple[str, ...], ...]) -> Ring:
    """Straight arrows from places on an ellipse to people who stand in two rows."""
    size = len(items)
    turns = [2 * pi * n / size for n in range(size)]
    slots = [(380 * sin(turn), -300 * cos(turn)) for turn in turns]

    def route(slot: int, who: str) -> Route:
        return Route((slots[slot], PEOPLE[who]))

    @cache
    def meet(slot: int, who: str, at: int, other: str) -> int:
        return crossings(route(slot, who), route(at, other))

    def between(what: tuple[str, ...], slot: int, other: tuple[str, ...], at: int) -> int:
        return sum(meet(slot, one, at, two) for one in what for two in other)

    def length(item: int, slot: int) -> float:
        return sum(dist(slots[slot], PEOPLE[who]) for who in items[item])

    return Ring(items, lambda what, slot: 0, between, length)


def fewest(ring: Ring) -> int:
    return min(crossings_of(ring, places) for places in permutations(range(ring.size)))


def some_items(seed: int, size: int, most: int) -> tuple[tuple[str, ...], ...]:
    dice = Random(seed)  # noqa: S311 (the same rings every time)
    return tuple(
        tuple(sorted(dice.sample(sorted(PEOPLE), dice.randint(1, most)))) for _ in range(size)
    )


targets = st.lists(st.sampled_from(sorted(PEOPLE)), min_size=0, max_size=3, unique=True).map(
    lambda chosen: tuple(sorted(chosen))
)


@given(st.lists(targets, min_size=0, max_size=6))
def test_no_order_has_fewer_crossings(items: list[tuple[str, ...]]) -> None:
    ring = straight_ring(tuple(items))

    found = best_order(ring)

    assert found.crossings == crossings_of(ring, found.places) == fewest(ring)
    assert found.proven


@pytest.mark.parametrize("seed", range(2))
def test_seven_organisations_each_at_more_people(seed: int) -> None:
    ring = straight_ring(some_items(seed, 7, 3))

    assert best_order(ring).crossings == fewest(ring)


def test_everything_gets_one_place() -> None:
    found = best_order(straight_ring(some_items(3, 11, 2)))

    assert sorted(found.places) == list(range(11))


@pytest.mark.parametrize("seed", range(3))
def test_twelve_organisations_are_proven(seed: int) -> None:
    ring = straight_ring(some_items(seed, 12, 2))

    found = best_order(ring)

    assert found.proven
    assert found.bound == found.crossings


def test_more_than_twelve_get_a_good_order_without_proof() -> None:
    ring = straight_ring(some_items(1, 16, 3))

    found = best_order(ring)

    assert sorted(found.places) == list(range(16))
    assert found.bound == 0 < found.crossings
    assert not found.proven


def test_without_budget_the_bound_says_what_is_certain() -> None:
    ring = straight_ring(some_items(1, 12, 3))

    found = best_order(ring, budget=1)

    assert found.bound <= best_order(ring).bound <= found.crossings


def test_the_same_ring_gives_the_same_order() -> None:
    items = some_items(5, 9, 2)

    assert best_order(straight_ring(items)) == best_order(straight_ring(items))


def test_of_equal_orders_the_shorter_arrows_are_taken() -> None:
    ring = straight_ring((("a",), ("f",)))

    top, bottom = best_order(ring).places

    assert (top, bottom) == (0, 1)


def test_nothing_has_an_order() -> None:
    assert best_order(straight_ring(())) == Order((), 0, 0)


def test_a_crossing_is_counted_once_and_a_meeting_at_a_person_is_none() -> None:
    slanted = [Route(((0, 0), (100, 100))), Route(((0, 100), (100, 0)))]
    meeting = [Route(((0, 0), (50, 50))), Route(((100, 0), (50, 50)))]

    assert [crossings(one, two) for one, two in combinations(slanted, 2)] == [1]
    assert [crossings(one, two) for one, two in combinations(meeting, 2)] == [0]
