"""Who is near somebody: the few that a phone shows."""

from hypothesis import given

from samenspel.family import Author, FamilyMap, near, resolve
from tests.family.arbitrary import MOTHER, PEOPLE, maps
from tests.family.test_gestures import Drawing


def the_family_of_the_mock_up(by: Author = MOTHER) -> Drawing:
    """Yara with her parents Mehmet and Sanne, Bas, the grandparents, and Daan of Kim."""
    drawing = Drawing(by=by)
    drawing.draw("add_person", name="Yara", index="yes")
    drawing.draw("add_parent", of="Yara", name="Sanne", gender="woman")
    drawing.draw("add_parent", of="Yara", name="Mehmet", gender="man")
    drawing.draw("connect_partner", of="Sanne", with_="Mehmet", stage="divorced", on="2018")
    drawing.draw("add_sibling", of="Yara", name="Emir")
    drawing.draw("add_partner", of="Sanne", name="Bas", stage="living_together", on="2019")
    drawing.draw("add_child", of="Sanne", name="Noor")
    drawing.draw("add_child", of="Sanne", name="Daan", parentage="foster")
    drawing.draw("add_parent", of="Daan", name="Kim")
    for parent in ("Sanne", "Mehmet"):
        drawing.draw("add_parent", of=parent, name=f"Oma van {parent}")
        drawing.draw("add_parent", of=parent, name=f"Opa van {parent}")
    drawing.draw("add_household", name="bij Sanne", who=["Sanne", "Bas", "Yara", "Noor", "Daan"])
    return drawing


def names(family_map: FamilyMap) -> set[str]:
    return {person.name for person in resolve(family_map).people}


def test_around_a_child_are_the_parents_with_their_partners_and_all_children_at_home() -> None:
    drawing = the_family_of_the_mock_up()
    around = near(drawing.map, drawing.who["Yara"])
    assert names(around) == {"Mehmet", "Sanne", "Bas", "Emir", "Yara", "Noor", "Daan"}
    assert len(resolve(around).households) == 1


def test_around_a_parent_are_the_grandparents_too() -> None:
    drawing = the_family_of_the_mock_up()
    around = names(near(drawing.map, drawing.who["Sanne"]))
    assert {"Oma van Sanne", "Opa van Sanne", "Mehmet", "Bas", "Yara", "Emir", "Noor"} <= around
    assert "Oma van Mehmet" not in around


def test_brothers_and_sisters_are_all_there_however_many() -> None:
    drawing = the_family_of_the_mock_up()
    for number in range(10):
        drawing.draw("add_sibling", of="Yara", name=f"kind {number}")
    around = names(near(drawing.map, drawing.who["Yara"]))
    assert len(around) == 14
    assert "Bas" not in around


def test_a_foster_child_has_both_families() -> None:
    drawing = the_family_of_the_mock_up()
    assert {"Kim", "Sanne", "Bas", "Noor"} <= names(near(drawing.map, drawing.who["Daan"]))


def test_who_lives_in_the_same_home_is_near() -> None:
    drawing = Drawing()
    for name in ("Yara", "Ria", "Tom"):
        drawing.draw("add_person", name=name)
    drawing.draw("add_household", name="thuis", who=["Yara", "Ria"])
    assert names(near(drawing.map, drawing.who["Yara"])) == {"Yara", "Ria"}


def test_around_somebody_who_is_not_there_is_the_whole_map() -> None:
    drawing = the_family_of_the_mock_up()
    assert near(drawing.map, "nobody") is drawing.map


@given(maps())
def test_what_is_near_is_part_of_the_map_and_holds_the_person(family_map: FamilyMap) -> None:
    family = resolve(family_map)
    for person in PEOPLE:
        around = near(family_map, person)
        there = {one.id for one in resolve(around).people}
        assert there <= family.person.keys()
        assert (person in there) == (person in family.person)
        assert {one.id for one in around} <= {one.id for one in family_map}
