"""The numbers around a family, by table."""

from datetime import date

import pytest

from samenspel.drawing.systemogram.around import (
    Face,
    Month,
    Parallel,
    around,
    is_child,
    numbers_in_words,
)
from samenspel.family import Family, resolve
from samenspel.family.words import ContextKind, Involvement, PersonKind
from tests.families.sketch import Sketch
from tests.families.stories import nine_organisations

TODAY = date(2026, 4, 14)


def family_of(draw: Sketch) -> Family:
    return resolve(draw.map)


def at_home() -> Sketch:
    """Sanne and Bas with Daan (of age), Yara (no birth date) and a dog."""
    draw = Sketch()
    draw.woman("Sanne", "1985")
    draw.man("Bas", "1983")
    draw.man("Daan", "2005-01-01")
    draw.woman("Yara")
    draw.children(draw.couple("sanne", "bas"), "daan", "yara")
    draw.home("Sanne", "sanne", "bas", "daan", "yara")
    for name, context in (
        ("School", ContextKind.SCHOOL),
        ("Praktijk", ContextKind.PROVIDER),
        ("Begeleiding", ContextKind.PROVIDER),
        ("Voetbal", ContextKind.SPORT),
    ):
        draw.organisation(name, context)
    return draw


def test_nine_organisations_of_which_five_only_at_the_child() -> None:
    numbers = around(resolve(nine_organisations()), TODAY)

    assert len(numbers.organisations) == 9
    only_dean = [one for one, at in numbers.only_children.items() if at == ("dean",)]
    assert len(only_dean) == 5
    assert numbers.nobody == ("wesley",)


@pytest.mark.parametrize(
    ("status", "since", "faces", "nobody"),
    [
        (Involvement.ACTIVE, "", 1, False),
        (Involvement.ACTIVE, "2024", 1, False),
        (Involvement.ACTIVE, "2027", 0, True),  # not yet
        (Involvement.ACTIVE, "2020 .. 2024", 0, True),  # no longer
        (Involvement.ACTIVE, "2020 .. 2026~", 1, False),  # perhaps still
        (Involvement.WAITING, "2025", 0, False),  # directed at, but no face yet
        (Involvement.ENDED, "2025", 0, True),
    ],
)
def test_who_counts_today(status: Involvement, since: str, faces: int, nobody: bool) -> None:
    draw = at_home()
    draw.directed("school", "yara", face="Iris", status=status, since=since)

    numbers = around(family_of(draw), TODAY)

    assert len(numbers.faces) == faces
    assert ("yara" in numbers.nobody) is nobody


def test_a_face_for_two_children_is_one_face_and_a_namesake_elsewhere_another() -> None:
    draw = at_home()
    draw.directed("school", "yara", "daan", face="Iris")
    draw.directed("praktijk", "yara", face="Iris")

    assert around(family_of(draw), TODAY).faces == (
        Face("school", "Iris"),
        Face("praktijk", "Iris"),
    )


def test_an_organisation_for_the_house_is_not_directed_at_each_person() -> None:
    draw = at_home()
    draw.directed("begeleiding", "home-sanne", face="Marloes")

    numbers = around(family_of(draw), TODAY)

    assert numbers.nobody == ("sanne", "bas", "daan", "yara")
    assert numbers.directed == {"home-sanne": ("begeleiding",)}
    assert not numbers.only_children


def test_pets_and_the_dead_need_nobody() -> None:
    draw = at_home()
    draw.person("Boef", is_a=PersonKind.PET)
    draw.man("Opa", "1940", died="2020")
    draw.lives_in("home-sanne", "boef")
    draw.lives_in("home-sanne", "opa")

    assert not {"boef", "opa"} & set(around(family_of(draw), TODAY).nobody)


def test_who_is_a_child() -> None:
    family = family_of(at_home())

    assert [who for who in family.person if is_child(family, who, TODAY)] == ["yara"]
    assert is_child(family, "daan", date(2022, 12, 31))


def test_only_children_means_that_nobody_else_is_a_target() -> None:
    draw = at_home()
    draw.directed("school", "yara")
    draw.directed("voetbal", "yara", "daan")

    assert around(family_of(draw), TODAY).only_children == {"school": ("yara",)}


def test_helpers_of_the_same_kind_at_the_same_time() -> None:
    draw = at_home()
    draw.directed("praktijk", "yara", since="2024 .. 2025-06")
    draw.directed("begeleiding", "home-sanne", since="2025")
    family = family_of(draw)

    both = (Parallel(ContextKind.PROVIDER, ("praktijk", "begeleiding")),)
    assert around(family, date(2025, 3, 1)).parallel == both
    assert around(family, TODAY).parallel == ()


def test_two_schools_are_no_parallel_help() -> None:
    draw = at_home()
    draw.organisation("Andere school", ContextKind.SCHOOL)
    draw.directed("school", "yara")
    draw.directed("andere-school", "daan")

    assert around(family_of(draw), TODAY).parallel == ()


def test_faces_per_month_with_what_is_certain_and_what_may_be() -> None:
    draw = at_home()
    draw.directed("school", "yara", face="Iris", since="2026-01-15 .. 2026-02-20")
    draw.directed("praktijk", "yara", face="Joke", since="2026-03")
    draw.directed("voetbal", "daan", face="Rick")

    assert around(family_of(draw), TODAY).months == (
        Month(date(2026, 1, 1), 1, 1),
        Month(date(2026, 2, 1), 1, 1),
        Month(date(2026, 3, 1), 1, 1),
        Month(date(2026, 4, 1), 1, 1),
    )


def test_without_a_date_there_are_no_months() -> None:
    draw = at_home()
    draw.directed("school", "yara", face="Iris")

    assert around(family_of(draw), TODAY).months == ()


def test_the_numbers_in_words() -> None:
    family = resolve(nine_organisations())
    names = {person.id: person.name for person in family.people}
    names |= {one.id: one.name for one in family.organisations}

    said = numbers_in_words(around(family, TODAY), names, "en")

    assert said[0] == "9 organisations around this family"
    assert "5 are directed only at Dean" in said
    assert "Nobody is directed at Wesley now" in said
