"""Who can be enclosed, and the line around a home."""

from datetime import date

from samenspel.drawing.genogram.house_shapes import Stretch, corners, outline_path, rounded
from samenspel.drawing.genogram.houses import Homes, homes_of
from samenspel.drawing.genogram.labels import Wording
from samenspel.drawing.placement import Placement, Spot
from samenspel.family.family import Household
from tests.drawing.drawn_families import family, home, person

ON = date(2026, 4, 14)


def enclosed(rows: list[str], *homes: Household) -> Homes:
    """Each row has its people from left to right."""
    names = [name for row in rows for name in row.split()]
    people = {
        who: Spot(114.0 * place, 190.0 * number, number)
        for number, row in enumerate(rows)
        for place, who in enumerate(row.split())
    }
    found = family([person(name) for name in names], [], homes)
    return homes_of(Wording(found, ON, "en"), Placement(people, ()))


def test_people_side_by_side_are_enclosed() -> None:
    homes = enclosed(["a b c"], home("a b"))
    assert [one.people for one in homes.enclosures] == [("a", "b")]
    assert homes.outside == 0
    assert homes.beside["a"] == ()


def test_somebody_between_prevents_an_outline() -> None:
    homes = enclosed(["a b c"], home("a c"))
    assert homes.enclosures == ()
    assert homes.outside == 2
    assert [one.id for one in homes.beside["c"]] == ["a>c"]


def test_a_home_over_two_rows_is_one() -> None:
    (one,) = enclosed(["a b", "c d"], home("a c")).enclosures
    assert one.rows == {0: ("a",), 1: ("c",)}


def test_a_row_between_prevents_an_outline() -> None:
    assert enclosed(["a", "b", "c"], home("a c")).enclosures == ()


def test_a_child_with_two_homes_stands_where_most_can_be_enclosed() -> None:
    homes = enclosed(["a m e b", "c"], home("a e c"), home("b c"))
    assert [one.people for one in homes.enclosures] == [("b", "c")]
    assert [one.id for one in homes.beside["c"]] == ["a>e>c"]
    assert homes.outside == 2


def test_the_corners_of_two_rows_of_the_same_width_are_four() -> None:
    shape = (Stretch(0, 0.0, 100.0), Stretch(1, 0.0, 100.0))
    assert corners(shape, [0.0, 150.0], 300.0) == [(100, 0), (100, 300), (0, 300), (0, 0)]


def test_a_wider_row_below_gives_eight_corners() -> None:
    shape = (Stretch(0, 50.0, 100.0), Stretch(1, 0.0, 150.0))
    found = corners(shape, [0.0, 150.0], 300.0)
    assert len(found) == 8
    turns = [corner.is_right_turn for corner in rounded(found)]
    assert (turns.count(True), turns.count(False)) == (6, 2)


def test_an_outline_is_rounded_by_28_where_there_is_room() -> None:
    square = [(100.0, 0.0), (100.0, 300.0), (0.0, 300.0), (0.0, 0.0)]
    assert outline_path(square).count("A28 28 0 0 1") == 4
    assert outline_path(square).endswith("Z")
    small = [(20.0, 0.0), (20.0, 300.0), (0.0, 300.0), (0.0, 0.0)]
    assert "A10 10 0 0 1" in outline_path(small)


def test_the_arc_of_a_corner_begins_and_ends_on_the_sides() -> None:
    corner = rounded([(100.0, 0.0), (100.0, 300.0), (0.0, 300.0), (0.0, 0.0)])[0]
    arc = corner.arc()
    assert [tuple(round(v) for v in place) for place in (arc[0], arc[-1])] == [(72, 0), (100, 28)]
