"""The start: calm vectors, and an order that is better than the one told."""

import numpy as np

from samenspel.drawing.layout.sift import Board
from samenspel.drawing.layout.sweep import calmest, good_order
from tests.drawing.large_families import is_order, largest
from tests.families.tree import kin_marriages, tree


def test_the_mean_of_every_row_is_zero() -> None:
    layers, _ = largest(tree(2, 200))
    calm = calmest(layers)
    for row in layers.rows:
        assert not row or np.allclose(calm[row].mean(axis=0), 0.0, atol=1e-6)


def test_a_calmer_vector_comes_first() -> None:
    layers, _ = largest(kin_marriages(4, 150))
    lengths = np.linalg.norm(calmest(layers), axis=0)
    assert all(lengths[:-1] >= lengths[1:] - 1e-9)


def test_the_start_is_far_better_than_the_order_told() -> None:
    layers, _ = largest(kin_marriages(4, 150))
    order = good_order(layers, {})
    assert is_order(layers, order)
    assert Board(layers, order).crossings() < Board(layers, layers.rows).crossings() / 3


def test_a_family_without_a_choice_keeps_its_order() -> None:
    layers, _ = largest(tree(1, 3))
    assert is_order(layers, good_order(layers, {}))
