"""A board counts as the wishes do, and what it says to have won is won."""

import numpy as np
import pytest

from samenspel.drawing.layout.legal import legal
from samenspel.drawing.layout.sift import Board, sifted
from tests.drawing.large_families import largest
from tests.families.tree import kin_marriages, tree


def test_every_node_goes_where_it_costs_least() -> None:
    cost = np.array([[0, 3, 1], [-3, 0, 2], [-1, -2, 0]])
    row, won = sifted(cost)
    assert list(row) == [2, 1, 0]
    assert won == 6


@pytest.mark.parametrize("seed", range(3))
def test_what_is_won_is_the_difference_in_crossings(seed: int) -> None:
    layers, _ = largest(kin_marriages(seed, 90))
    board = Board(layers, legal(layers, layers.rows))
    before = board.crossings()
    won = sum(board.sift(layer) for layer in range(1, len(board.rows), 2))
    assert board.crossings() == before - won


def test_the_crossings_of_all_nodes_are_those_of_the_lines_twice_at_both_ends() -> None:
    layers, _ = largest(tree(3, 150))
    board = Board(layers, layers.rows)
    assert sum(board.crossings_at()) == 4 * board.crossings()


def test_a_pair_that_must_stand_so_comes_to_stand_so() -> None:
    layers, _ = largest(tree(3, 100))
    row = max(layers.rows[1::2], key=len)
    board = Board(layers, layers.rows, must=[(row[-1], row[0])])
    board.sift(layers.layer[row[0]])
    assert board.place[row[-1]] < board.place[row[0]]
