"""What a caller can ask of the layout: stay near the previous drawing, pin, hurry, be strict."""

from dataclasses import replace

import pytest

from samenspel.drawing.layout import place_kinship
from samenspel.drawing.layout.kinship import Kinship, Union
from samenspel.drawing.placement import PARTNERS, PITCH, Placement
from tests.families.network import family
from tests.families.step import step_family

COUPLE = Kinship(
    ("pa", "ma", "een", "twee"),
    (Union("u", ("pa", "ma"), ("een", "twee")),),
    listed=(("pa", "ma"), ("een", "twee")),
)


def order_in_row(placement: Placement, row: int) -> list[str]:
    inside = [(spot.x, who) for who, spot in placement.people.items() if spot.row == row]
    return [who for _, who in sorted(inside)]


def test_a_couple_has_its_distance_and_the_children_hang_below_its_middle() -> None:
    placement = place_kinship(COUPLE)
    people = placement.people
    assert people["ma"].x - people["pa"].x == pytest.approx(PARTNERS)
    middle = (people["een"].x + people["twee"].x) / 2
    assert placement.unions[0].x == pytest.approx(middle)
    assert placement.unions[0].y == people["pa"].y


def test_wide_labels_get_their_room() -> None:
    placement = place_kinship(COUPLE, widths={"een": 300.0, "twee": 100.0})
    assert placement.people["twee"].x - placement.people["een"].x > 200.0


def test_who_was_told_first_stands_left() -> None:
    assert order_in_row(place_kinship(COUPLE), 0) == ["pa", "ma"]
    assert order_in_row(place_kinship(COUPLE), 1) == ["een", "twee"]


def test_the_elder_stands_left_whatever_was_told() -> None:
    assert order_in_row(place_kinship(replace(COUPLE, elder=frozenset({("twee", "een")}))), 1) == [
        "twee",
        "een",
    ]


def test_one_more_person_moves_nobody_else() -> None:
    before = place_kinship(COUPLE)
    grown = Kinship(
        (*COUPLE.people, "nieuw", "baby"),
        (*COUPLE.unions, Union("v", ("een", "nieuw"), ("baby",))),
    )
    after = place_kinship(grown, previous=before)
    assert after.quality.moved == 0
    assert order_in_row(after, 0) == ["pa", "ma"]
    assert after.people["pa"].x == pytest.approx(before.people["pa"].x)


def test_without_a_reason_the_drawing_stays_as_it_was() -> None:
    before = place_kinship(Kinship.of(family(step_family(5, people=30))))
    mirrored = {who: replace(spot, x=-spot.x) for who, spot in before.people.items()}
    turned = replace(before, people=mirrored)
    again = place_kinship(Kinship.of(family(step_family(5, people=30))), previous=turned)
    assert again.quality.crossings == before.quality.crossings


def test_pinned_people_stay_where_they_are() -> None:
    before = place_kinship(COUPLE)
    moved = {**before.people, "een": replace(before.people["een"], x=400.0)}
    after = place_kinship(COUPLE, previous=replace(before, people=moved), pinned=frozenset({"een"}))
    assert after.people["een"].x == pytest.approx(400.0)


def test_without_time_everybody_still_has_a_place() -> None:
    network = step_family(7, people=40)
    placement = place_kinship(Kinship.of(family(network)), deadline=0)
    assert len(placement.people) == 40
    assert placement.quality.bound == 0


def test_strict_siblings_are_never_out_of_order() -> None:
    kinship = Kinship.of(family(step_family(9, people=45)))
    assert place_kinship(kinship, siblings="strict").quality.siblings_out_of_order == 0


def test_an_empty_family_is_an_empty_drawing() -> None:
    placement = place_kinship(Kinship((), ()))
    assert not placement.people
    assert placement.quality.proven


def test_families_without_a_line_between_them_stand_beside_each_other() -> None:
    two = Kinship(
        ("a", "b", "c", "x", "y", "z"),
        (Union("u", ("a", "b"), ("c",)), Union("v", ("x", "y"), ("z",))),
    )
    people = place_kinship(two).people
    assert max(people[who].x for who in "abc") + PITCH < min(people[who].x for who in "xyz")
