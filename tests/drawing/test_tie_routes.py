"""The way of ties around what stands between."""

from math import hypot

from samenspel.drawing.genogram.space import Box, Space
from samenspel.drawing.genogram.tie_routes import Ground, best_way, spot_on
from samenspel.drawing.scene import Place

SYMBOL = 22.0


def around(x: float, y: float) -> Box:
    return x - SYMBOL, y - SYMBOL, x + SYMBOL, y + SYMBOL


def way(
    at: dict[str, Place], ground: Ground | None = None, lines: list[Box] | None = None
) -> list[Place]:
    def leave(who: str, towards: Place) -> Place:
        x, y = at[who]
        far = hypot(towards[0] - x, towards[1] - y)
        return x + (towards[0] - x) * 24 / far, y + (towards[1] - y) * 24 / far

    symbols = {who: around(*place) for who, place in at.items()}
    return best_way("a", "b", at, leave, ground or Ground(symbols, [], [], lines or []))


def test_a_free_way_is_straight() -> None:
    found = way({"a": (0, 0), "b": (0, 300)})
    assert [found[0], found[-1]] == [(0, 24), (0, 276)]
    assert all(abs(x) < 0.01 for x, _ in found)


def test_in_one_row_a_way_is_a_bow_that_nobody_takes_for_a_bond() -> None:
    for far in (114, 226, 300):
        found = way({"a": (0, 0), "b": (far, 0)})
        assert max(abs(y) for _, y in found) > 20


def test_a_way_goes_round_who_stands_between() -> None:
    found = way({"a": (0, 0), "b": (300, 0), "c": (150, 0)})
    assert all(hypot(x - 150, y) > SYMBOL + 10 for x, y in found)


def test_a_way_does_not_hide_a_line_between_the_same_people() -> None:
    found = way({"a": (0, 0), "b": (300, 0)}, lines=[(0, -1, 300, 1)])
    assert max(abs(y) for _, y in found) > 20


def test_a_way_may_cross_a_line() -> None:
    found = way({"a": (0, 0), "b": (0, 300)}, lines=[(-300, 149, 300, 151)])
    assert all(abs(x) < 0.01 for x, _ in found)


def test_two_ties_between_the_same_people_fan_out() -> None:
    at: dict[str, Place] = {"a": (0, 0), "b": (300, 0)}
    ground = Ground({who: around(*place) for who, place in at.items()}, [], [], [])
    first, second = way(at, ground), way(at, ground)
    assert abs(first[len(first) // 2][1] - second[len(second) // 2][1]) > 12


def test_a_number_stands_on_its_way_where_it_covers_nothing() -> None:
    along = [(float(x), 0.0) for x in range(0, 300, 4)]
    space = Space([(100.0, -60.0, 300.0, 60.0)])
    x, y = spot_on([along], space, 22.0)
    assert y == 0
    assert 11 < x < 89
    everywhere = Space([(0.0, -99.0, 300.0, 99.0)])
    assert spot_on([along], everywhere, 22.0) in along
