"""What is gently asked next."""

from hypothesis import given

from samenspel.family import FamilyMap, Topic, open_items, resolve
from samenspel.family.checklist import AT_MOST
from tests.family.arbitrary import maps
from tests.family.test_gestures import Drawing, yara_alone
from tests.family.test_near import the_family_of_the_mock_up


def asked(drawing: Drawing) -> list[str]:
    return [one.words("en") for one in open_items(drawing.map)]


def test_of_an_empty_map_nothing_is_asked() -> None:
    assert open_items(FamilyMap()) == ()


def test_first_come_the_parents_and_the_home_of_who_it_begins_with() -> None:
    assert asked(yara_alone()) == [
        "Who are the parents of Yara?",
        "Where does Yara live?",
        "Does Yara have brothers or sisters?",
    ]


def test_of_one_parent_the_other_is_asked() -> None:
    drawing = yara_alone()
    drawing.draw("add_parent", of="Yara", name="Sanne", gender="woman")
    assert asked(drawing)[0] == "Who is the father of Yara?"
    drawing.draw("say", kind="gender", person="Sanne", gender="nonbinary")
    assert asked(drawing)[0] == "Who is the other parent of Yara?"


def test_not_known_closes_a_question() -> None:
    drawing = yara_alone()
    for topic in ("parents", "home", "siblings"):
        drawing.draw("say", kind="not_known", person="Yara", topic=topic)
    assert asked(drawing) == []


def test_not_knowing_father_and_mother_closes_the_parents() -> None:
    drawing = yara_alone()
    for topic in ("father", "mother"):
        drawing.draw("say", kind="not_known", person="Yara", topic=topic)
    assert Topic.PARENTS not in {one.topic for one in open_items(drawing.map)}


def test_that_there_are_no_more_children_closes_brothers_and_sisters() -> None:
    drawing = yara_alone()
    drawing.draw("add_parents", of="Yara")
    union = drawing.family.unions[0].id
    drawing.draw("say", kind="more_children", union=union, count="0")
    assert asked(drawing) == ["Where does Yara live?"]


def test_of_a_drawn_family_the_rest_is_asked_row_by_row() -> None:
    drawing = the_family_of_the_mock_up()
    questions = asked(drawing)
    assert questions[:2] == ["When was Yara born?", "When was Sanne born?"]
    assert "Who is the other parent of Daan?" in questions
    assert len(questions) <= AT_MOST


def test_of_a_parent_whose_bond_is_over_a_new_partner_is_asked() -> None:
    questions = asked(the_family_of_the_mock_up())
    assert "Does Mehmet have a partner?" in questions
    assert "Does Sanne have a partner?" not in questions


def test_of_who_has_a_partner_children_are_asked() -> None:
    drawing = yara_alone()
    assert "Does Yara have children?" not in asked(drawing)
    drawing.draw("add_partner", of="Yara", name="Sam")
    assert "Does Yara have children?" in asked(drawing)
    drawing.draw("say", kind="not_known", person="Yara", topic="children")
    assert "Does Yara have children?" not in asked(drawing)


def test_who_died_has_no_home_to_ask_for() -> None:
    drawing = yara_alone()
    drawing.draw("say", kind="death", person="Yara")
    assert "Where does Yara live?" not in asked(drawing)


def test_an_alias_stands_in_the_question() -> None:
    item = open_items(yara_alone().map)[0]
    assert item.words("en", "Maan") == "Who are the parents of Maan?"


@given(maps())
def test_questions_are_about_people_who_are_there_and_can_all_be_closed(
    family_map: FamilyMap,
) -> None:
    family = resolve(family_map)
    items = open_items(family_map)
    assert len(set(items)) == len(items) <= AT_MOST
    for one in items:
        assert one.person in family.person
        assert one.topic not in family.person[one.person].not_known
        assert one.words("en")
