"""What labels say, and how much room they ask for."""

from datetime import date

import pytest

from samenspel.drawing import text
from samenspel.drawing.genogram.labels import AIR, Wording, label_lines, label_of, label_widths
from samenspel.family.family import Family, Person
from samenspel.family.words import Gender, Parentage, PersonKind, Topic
from tests.drawing.drawn_families import blended, family, home, person, two_homes, union

ON = date(2026, 4, 14)


def said(family: Family, who: str, lang: str = "en") -> list[str]:
    return [line.text for line in label_lines(family, who, on=ON, lang=lang)]


def alone(one: Person) -> Family:
    return family([one], [])


@pytest.mark.parametrize(
    ("born", "died", "words"),
    [
        ("1984", None, "b. 1984"),
        ("1984-05-03", None, "b. 1984"),
        ("1984~", None, "b. about 1984"),
        ("/1984", None, "b. before 1984"),
        ("1984/", None, "b. after 1984"),
        ("1984/1986", None, "b. 1984 to 1986"),
        ("1950", "2019", "1950 – 2019"),
        ("1950~", "2019", "about 1950 – 2019"),
        ("?", "2019", "died 2019"),
        ("1950", "?", "b. 1950"),
        ("?", "?", ""),
    ],
)
def test_years_of_a_life(born: str, died: str | None, words: str) -> None:
    name, *facts = said(alone(person("Bo", "m", born, died)), "bo")
    assert (name, " ".join(facts)) == ("Bo", words)


def test_a_foster_son_is_told_by_his_care() -> None:
    assert said(blended(), "tijn") == ["Tijn", "foster son, 2023"]


def test_a_child_of_birth_for_one_and_adopted_by_the_other_is_not_called_adopted() -> None:
    kim = union("kim", "mila")
    assert said(family([person("Kim"), person("Mila", "w", "2017")], [kim]), "mila")[1] == "b. 2017"


@pytest.mark.parametrize(
    ("gender", "words"),
    [(Gender.WOMAN, "foster daughter"), (Gender.NONBINARY, "foster child"), (None, "foster child")],
)
def test_a_foster_child_by_gender(gender: Gender | None, words: str) -> None:
    child = Person("kid", name="Kid", gender=gender)
    found = family([person("Kim"), child], [union("kim", "kid", kind=Parentage.FOSTER)])
    assert said(found, "kid") == ["Kid", words]


def test_a_pregnancy_has_its_year() -> None:
    expected = person("baby", "", "2026-09", is_a=PersonKind.UNBORN, name="")
    assert said(alone(expected), "baby") == ["expected, 2026"]


def test_what_was_asked_and_is_not_known_is_told() -> None:
    asked = person("Bo", "m", not_known=frozenset({Topic.PARENTS, Topic.BIRTH}))
    assert " ".join(said(alone(asked), "bo")) == "Bo parents not known"


def test_parents_that_the_line_tells_about_are_not_told_twice() -> None:
    asked = person("Bo", "m", not_known=frozenset({Topic.PARENTS}))
    assert said(family([asked, person("Al")], [union("", "bo al")]), "bo") == ["Bo"]


def test_a_home_is_named_after_who_leads_it() -> None:
    wording = Wording(blended(), ON, "en")
    assert [wording.home(one) for one in wording.family.households] == [
        "at home with Yusuf",
        "at home with Marit and Joost",
    ]


def test_a_home_with_a_name_keeps_it_but_not_with_aliases() -> None:
    found = family([person("Bo", alias="Maan")], [], [home("bo", "De Boomhut")])
    assert Wording(found, ON, "en").home(found.households[0]) == "De Boomhut"
    assert Wording(found, ON, "en", alias=True).home(found.households[0]) == "at home with Maan"


def test_a_home_without_any_name_is_one_house() -> None:
    found = family([person("Bo")], [], [home("bo")])
    assert Wording(found, ON, "en", alias=True).home(found.households[0]) == "one house"


def test_the_head_of_a_home_is_not_told_where_it_is() -> None:
    wording = Wording(two_homes(), ON, "en")
    for who, lines in (("fatma", 0), ("nora", 1)):
        homes = wording.homes(who)
        told = [line.text for line in label_of(wording, who, homes).lines]
        assert sum(line.startswith("at home") for line in told) == lines


def test_somebody_who_moved_out_has_no_home_there() -> None:
    found = two_homes()
    assert Wording(found, ON).homes("levi") == (found.households[0], found.households[1])
    assert Wording(found, ON).homes("nora") == (found.households[0],)


def test_long_names_go_on_in_a_second_line() -> None:
    long = person("Bo", "m", name="Bartholomeus van der Berghe")
    assert said(alone(long), "bo") == ["Bartholomeus", "van der Berghe"]


def test_a_label_gets_the_room_it_needs() -> None:
    found = blended()
    widths = label_widths(found, on=ON, lang="en")
    assert list(widths) == [one.id for one in found.people]
    assert widths["tijn"] >= text.width("foster son, 2023", "fact") + AIR
    assert all(width >= 44 for width in widths.values())
