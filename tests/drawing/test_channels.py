"""The order of bars in a band, against trying every order."""

from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as st

from samenspel.drawing.genogram.channels import APART, Net, crossings_above, tracks

places = st.integers(0, 30).map(lambda n: n * 20.0)
nets = st.builds(
    Net,
    st.lists(places, min_size=1, max_size=2).map(tuple),
    st.lists(places, min_size=1, max_size=4).map(tuple),
)


def cost(found: list[Net], track: list[int]) -> int:
    total = 0
    for (i, one), (j, other) in combinations(enumerate(found), 2):
        if one.has_bar and other.has_bar and one.touches(other):
            first, second = (one, other) if track[i] < track[j] else (other, one)
            total += crossings_above(first, second)
    return total


@given(st.lists(nets, max_size=8))
def test_bars_on_one_track_keep_their_distance(found: list[Net]) -> None:
    track = tracks(found)
    for (i, one), (j, other) in combinations(enumerate(found), 2):
        if one.has_bar and other.has_bar and track[i] == track[j]:
            assert one.right + APART <= other.left or other.right + APART <= one.left


@given(st.lists(nets, max_size=5))
def test_a_few_bars_cross_as_little_as_in_the_best_order(found: list[Net]) -> None:
    bars = [net for net in found if net.has_bar]
    best = min(cost(bars, list(order)) for order in permutations(range(len(bars))))
    assert cost(bars, tracks(bars)) == best


def test_a_bar_runs_above_the_one_it_would_cross_from_below() -> None:
    left, right = Net((100.0,), (0.0, 40.0)), Net((120.0,), (80.0, 160.0))
    assert tracks([left, right]) == [0, 1]


def test_children_hang_below_the_bracket_of_their_parents() -> None:
    children = Net((60.0,), (0.0, 120.0), hangs_from="couple")
    bracket = Net((0.0, 120.0), (60.0,), name="couple")
    assert tracks([children, bracket]) == [1, 0]


def test_a_line_straight_down_needs_no_track() -> None:
    assert not Net((50.0,), (50.0,)).has_bar
    assert tracks([Net((50.0,), (50.0,)), Net((0.0,), (100.0,))]) == [0, 0]


def test_many_bars_are_ordered_too() -> None:
    stairs = [Net((40.0 * n,), (40.0 * n + 60.0, 40.0 * n + 100.0)) for n in range(30)]
    track = tracks(stairs)
    assert cost(stairs, track) <= cost(stairs, list(range(30)))
