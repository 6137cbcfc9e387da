"""A core is small, and what is grown from it is the whole family."""

import pytest
from hypothesis import given

from samenspel.drawing.layout.grow import grown
from samenspel.drawing.layout.legal import legal
from samenspel.drawing.layout.order import LEVELS, cost_of
from samenspel.drawing.layout.prune import pruned
from tests.drawing.large_families import is_order, largest, parts_of, unions_outside
from tests.families.network import Network
from tests.families.strategies import any_families
from tests.families.tree import tree


@given(any_families(14))
def test_whatever_is_pruned_grows_again(network: Network) -> None:
    for layers, wishes in parts_of(network):
        core = pruned(layers, wishes)
        order = legal(layers, grown(core, layers, wishes, core.layers.rows))
        assert is_order(layers, order)
        assert not unions_outside(layers, order)


@pytest.mark.parametrize("people", [300, 400])
def test_little_is_left_of_a_tree(people: int) -> None:
    layers, wishes = largest(tree(people, people))
    assert len(pruned(layers, wishes).nodes) < len(layers.layer) / 3


def test_twigs_grow_without_a_crossing_and_in_the_order_of_age() -> None:
    layers, wishes = largest(tree(11, 90))
    core = pruned(layers, wishes)
    assert max(map(len, core.layers.rows)) == 1
    order = legal(layers, grown(core, layers, wishes, core.layers.rows))
    cost = dict(zip(LEVELS, cost_of(layers, wishes, order), strict=True))
    assert (cost["crossings"], cost["siblings"]) == (0, 0)
