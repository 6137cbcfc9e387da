"""The order of large families: always an order, never below its bound, the best of most."""

import pytest
from hypothesis import given

from samenspel.drawing.layout import place
from samenspel.drawing.layout.exact import best_order
from samenspel.drawing.layout.large import large_order
from samenspel.drawing.layout.order import cost_of
from samenspel.drawing.layout.polish import polished
from tests.drawing.large_families import is_order, largest, parts_of, soon, unions_outside
from tests.families.network import Network, family
from tests.families.step import step_family
from tests.families.strategies import any_families
from tests.families.tree import kin_marriages, tree


@given(any_families(12))
def test_every_family_gets_an_order_with_a_true_bound(network: Network) -> None:
    for layers, wishes in parts_of(network):
        found = large_order(layers, wishes, soon())
        fewest = best_order(layers, wishes, until=soon()).bound
        assert is_order(layers, found.order)
        assert not unions_outside(layers, found.order)
        assert found.bound <= fewest <= cost_of(layers, wishes, found.order)[0]


@given(any_families(9))
def test_age_order_as_a_rule_is_kept(network: Network) -> None:
    for layers, wishes in parts_of(network, strict=True):
        order = large_order(layers, wishes, soon()).order
        assert is_order(layers, order)
        assert not unions_outside(layers, order)
        assert cost_of(layers, wishes, order)[2] == 0


@pytest.mark.parametrize("seed", range(1, 9))
def test_the_order_of_a_step_family_is_the_best_or_nearly(seed: int) -> None:
    layers, wishes = largest(step_family(seed, 45, 0.35))
    fewest = best_order(layers, wishes, until=soon()).bound
    assert cost_of(layers, wishes, large_order(layers, wishes, soon()).order)[0] <= fewest + 1


def test_polishing_makes_nothing_worse() -> None:
    layers, wishes = largest(step_family(3, 50, 0.35))
    order = large_order(layers, wishes, soon()).order
    better = polished(layers, order, wishes)
    assert is_order(layers, better)
    assert not unions_outside(layers, better)
    assert cost_of(layers, wishes, better) < cost_of(layers, wishes, order)


def test_a_large_tree_has_no_crossing_and_that_is_proven() -> None:
    quality = place(family(tree(350, 350))).quality
    assert (quality.crossings, quality.passed_over, quality.proven) == (0, 0, True)


def test_kin_marriages_are_bounded_from_below() -> None:
    layers, wishes = largest(kin_marriages(300, 140))
    found = large_order(layers, wishes, soon())
    assert 0 < found.bound <= cost_of(layers, wishes, found.order)[0]


def test_an_order_is_found_when_time_is_up() -> None:
    layers, wishes = largest(kin_marriages(300, 300))
    found = large_order(layers, wishes, 0.0)
    assert is_order(layers, found.order)
    assert found.bound == 0


def test_the_same_family_gets_the_same_order() -> None:
    layers, wishes = largest(kin_marriages(5, 120))
    assert large_order(layers, wishes, soon()) == large_order(layers, wishes, soon())


def test_with_a_previous_drawing_nobody_moves_without_need() -> None:
    network = kin_marriages(13, 150, 0.5)
    before = place(family(network))
    pinned = frozenset(list(before.people)[::17])
    after = place(family(network), previous=before, pinned=pinned)
    assert after.quality.crossings <= before.quality.crossings
    assert after.quality.moved <= len(before.people) / 20
    for person in pinned:
        assert after.people[person].x == pytest.approx(before.people[person].x, abs=0.01)
