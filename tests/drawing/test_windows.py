"""Windows against the exact method, and what a window leaves alone."""

import pytest

from samenspel.drawing.layout.exact import best_order
from samenspel.drawing.layout.legal import legal
from samenspel.drawing.layout.order import may_be_aside
from samenspel.drawing.layout.windows import Window
from tests.drawing.large_families import largest, soon
from tests.families.step import step_family


@pytest.mark.parametrize("seed", range(1, 7))
def test_with_everybody_free_a_window_is_the_exact_problem(seed: int) -> None:
    layers, wishes = largest(step_family(seed, 30, 0.35))
    couples = frozenset(u for u in layers.partners if may_be_aside(layers, u))
    free = frozenset(range(len(layers.layer)))
    start = legal(layers, layers.rows)
    found = Window(layers, start, free, {}, couples=couples).solved(10_000_000)
    assert found.is_best
    assert found.bound == best_order(layers, wishes, until=soon()).bound


def test_who_is_not_free_keeps_their_order() -> None:
    layers, _ = largest(step_family(4, 50, 0.35))
    start = legal(layers, layers.rows)
    free = frozenset(range(0, len(layers.layer), 7))
    found = Window(layers, start, free, {}).solved(1_000_000)
    assert found.order is not None
    for before, after in zip(start, found.order, strict=True):
        kept = [node for node in after if node not in free]
        assert kept == [node for node in before if node not in free]


def test_too_little_effort_gives_no_order_but_a_bound() -> None:
    layers, _ = largest(step_family(4, 60, 0.35))
    free = frozenset(range(len(layers.layer)))
    found = Window(layers, legal(layers, layers.rows), free, {}).solved(1)
    assert found.order is None
    assert not found.is_best
    assert found.bound >= 0
