"""Signs: each is complete, can be told from the others, and stays where it belongs."""

import re
from dataclasses import replace
from datetime import date
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.drawing.scene import Sign, Stroke, Text
from samenspel.drawing.signs import (
    STROKES,
    SYMBOLS,
    TIES,
    age_of,
    bond_slashes,
    bond_strokes,
    bond_style,
    descent_strokes,
    edge_of,
    inner_sign,
    outlines,
    sign_of,
    symbol,
    tie_strokes,
)
from samenspel.drawing.signs.legend import entries, legend
from samenspel.family.dates import PartialDate, Point, Precision
from samenspel.family.family import Person
from samenspel.family.words import (
    Direction,
    Gender,
    Parentage,
    PersonKind,
    Sex,
    Stage,
    TieKind,
)

STRAIGHT = [(0.0, 0.0), (120.0, 0.0)]
DAY = date(2026, 4, 14)


def numbers(path):
    return [float(number) for number in re.findall(r"-?\d+\.?\d*", path)]


# --- People ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("person", "sign"),
    [
        (Person("a", gender=Gender.MAN), "square"),
        (Person("a", gender=Gender.WOMAN), "circle"),
        (Person("a", gender=Gender.NONBINARY), "diamond"),
        (Person("a", gender=Gender.RATHER_NOT), "diamond"),
        (Person("a", sex=Sex.FEMALE), "circle"),
        (Person("a", sex=Sex.INTERSEX), "diamond"),
        (Person("a", gender=Gender.MAN, sex=Sex.FEMALE), "square"),
        (Person("a", name="Noor"), "not_said"),
        (Person("a"), "unknown"),
        (Person("a", PersonKind.PET, sex=Sex.MALE), "pet"),
        (Person("a", PersonKind.UNBORN), "triangle"),
        (Person("a", PersonKind.MISCARRIAGE), "miscarriage"),
        (Person("a", PersonKind.TERMINATION), "termination"),
        (Person("a", PersonKind.STILLBIRTH, sex=Sex.MALE), "stillborn_square"),
        (Person("a", PersonKind.STILLBIRTH), "stillborn_diamond"),
    ],
)
def test_the_shape_of_somebody(person, sign):
    assert sign_of(person) == sign


def test_the_shape_of_birth_stands_inside_only_when_it_differs():
    assert inner_sign(Person("a", gender=Gender.WOMAN, sex=Sex.MALE)) == "square"
    assert inner_sign(Person("a", gender=Gender.WOMAN, sex=Sex.FEMALE)) == ""
    assert inner_sign(Person("a", gender=Gender.WOMAN)) == ""
    assert inner_sign(Person("a", gender=Gender.RATHER_NOT, sex=Sex.MALE)) == ""


def test_everybody_has_exactly_one_symbol():
    for person in (Person("a"), Person("b", is_index=True, has_died=True, gender=Gender.MAN)):
        signs = [item for item in symbol(person, (0, 0), DAY) if item.role == "person"]
        assert [sign.ids for sign in signs] == [(person.id,)]


def test_who_the_question_began_with_has_a_second_outline_5_apart():
    items = symbol(Person("a", gender=Gender.WOMAN, is_index=True), (0, 0))
    sizes = [item.size for item in items if isinstance(item, Sign)]
    assert sizes == [54, 44]


def cross_of(person):
    [cross] = (item.sign for item in signs_of(person) if item.role == "died")
    return cross


def signs_of(person):
    return [item for item in symbol(person, (0, 0), DAY) if isinstance(item, Sign)]


def test_the_cross_of_who_died_leaves_room_for_the_age():
    born = PartialDate.parse("1950-05-01")
    unknown = Person("a", gender=Gender.MAN, birth=born, has_died=True)
    known = replace(unknown, death=PartialDate.parse("2019-06-01"))
    assert (age_of(known, DAY), cross_of(known)) == ("69", "cross_around")
    assert (age_of(unknown, DAY), cross_of(unknown)) == ("", "cross")


def test_an_age_says_when_it_is_not_certain():
    assert age_of(Person("a", birth=PartialDate.parse("2014-01-02")), DAY) == "12"
    assert age_of(Person("a", birth=PartialDate.parse("2014")), DAY) == "11"
    about = PartialDate(Precision.ABOUT, Point(2014))
    assert age_of(Person("a", birth=about), DAY) == "±11"
    assert age_of(Person("a", birth=PartialDate.parse("2030")), DAY) == ""
    assert age_of(Person("a"), DAY) == ""


def test_somebody_of_whom_nothing_is_known_shows_a_question_mark():
    texts = [item.text for item in symbol(Person("a"), (0, 0), DAY) if isinstance(item, Text)]
    assert texts == ["?"]


@given(st.sampled_from(sorted(SYMBOLS)), st.floats(10, 80))
def test_a_symbol_stays_inside_its_size(sign, size):
    for path, _ in outlines(Sign("person", (), (0, 0), sign, size)):
        if "a" in path:
            continue  # arcs are relative
        assert all(abs(number) <= 0.56 * size for number in numbers(path))


@given(st.floats(1, 80))
def test_a_circle_is_round(size):
    [(path, _)] = outlines(Sign("person", (), (0, 0), "circle", size))
    [(radius, wide)] = re.findall(r"^\S+ \S+a(\S+) \S+ 0 1 0 (\S+) 0a", path)
    assert float(wide) == pytest.approx(2 * float(radius))


@given(st.floats(-300, 300), st.floats(-300, 300))
def test_a_line_leaves_a_circle_2_outside_it(x, y):
    if hypot(x, y) < 50:
        return
    at = edge_of(Person("a", gender=Gender.WOMAN), (0, 0), (x, y))
    assert hypot(*at) == pytest.approx(25)


def test_every_part_of_every_symbol_has_a_style_that_exists():
    assert {part.style for parts in SYMBOLS.values() for part in parts} <= set(STROKES)


# --- Bonds and children ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stages", "style", "slashes"),
    [
        ([], "bond_unsaid", ""),
        ([Stage.MARRIED], "married", ""),
        ([Stage.REGISTERED], "married", ""),
        ([Stage.RELATIONSHIP, Stage.LIVING_TOGETHER], "living_together", ""),
        ([Stage.LIVING_TOGETHER, Stage.ENDED], "living_together", "two"),
        ([Stage.MARRIED, Stage.LIVING_APART], "married", "one"),
        ([Stage.MARRIED, Stage.LIVING_APART, Stage.DIVORCED], "married", "two"),
        ([Stage.DIVORCED], "married", "two"),
        ([Stage.ENDED], "bond_unsaid", "two"),
        ([Stage.MARRIED, Stage.DIVORCED, Stage.RECONCILED], "married", "back"),
        ([Stage.MARRIED, Stage.DIVORCED, Stage.MARRIED], "married", "back"),
        ([Stage.MARRIED, Stage.WIDOWED], "married", ""),
        ([Stage.WIDOWED], "married", ""),
    ],
)
def test_a_bond_shows_how_it_was_and_how_it_ended(stages, style, slashes):
    assert (bond_style(stages), bond_slashes(stages)) == (style, slashes)


def test_two_slashes_for_a_divorce_and_a_line_back_for_together_again():
    def count(*stages):
        items = bond_strokes(stages, STRAIGHT, (60, 0))
        return sum(item.role == "slash" for item in items)

    divorced = (Stage.MARRIED, Stage.DIVORCED)
    assert count(Stage.MARRIED) == 0
    assert count(*divorced) == 2
    assert count(*divorced, Stage.RECONCILED) == 3


def test_kin_who_are_partners_have_two_lines():
    assert len(bond_strokes([Stage.MARRIED], STRAIGHT, (60, 0), kin=True)) == 2


def test_the_dashes_of_an_adoption_run_beside_the_line_around_its_corners():
    _, dashes = descent_strokes(Parentage.ADOPTED, [(0, 0), (0, 50), (80, 50), (80, 90)])
    assert isinstance(dashes, Stroke)
    assert numbers(dashes.path) == [6, 0, 6, 44, 86, 44, 86, 90]


def test_every_parentage_looks_different():
    looks = {
        tuple(
            (STROKES[item.style], item.path)
            for item in descent_strokes(parentage, [(0, 0), (0, 60)])
            if isinstance(item, Stroke)
        )
        for parentage in Parentage
    }
    assert len(looks) == len(Parentage)


# --- Ties -----------------------------------------------------------------------------------------


def test_every_kind_of_tie_has_a_sign_a_word_and_a_source():
    assert set(TIES) == set(TieKind)
    assert all(sign.word and sign.source for sign in TIES.values())


def test_every_kind_of_tie_looks_different_without_colour():
    looks = {
        tuple((STROKES[item.style], item.path) for item in tie_strokes(kind, STRAIGHT))
        for kind in TieKind
    }
    assert len(looks) == len(TieKind)


@given(
    st.sampled_from(TieKind),
    st.sampled_from(Direction),
    st.sampled_from([None, 1, 2, 3]),
    st.floats(30, 600),
)
def test_a_tie_stays_between_its_ends_and_near_its_line(kind, direction, strength, length):
    items = tie_strokes(kind, [(0, 0), (length, 0)], direction, strength, ("a", "b"))
    assert items[0].style == "halo"
    assert {item.ids for item in items} == {("a", "b")}
    for item in items:
        if "a" in item.path:
            continue  # arcs are relative
        places = numbers(item.path)
        assert all(-0.1 <= x <= length + 0.1 for x in places[::2])
        assert all(abs(y) <= 10 for y in places[1::2])


@given(st.sampled_from([kind for kind in TieKind if not TIES[kind].aimed]))
def test_a_direction_adds_a_head_at_that_end(kind):
    both = tie_strokes(kind, STRAIGHT)
    forth = tie_strokes(kind, STRAIGHT, Direction.FORTH)
    assert len(forth) > len(both)
    assert numbers(forth[-1].path)[2] == 120
    assert numbers(tie_strokes(kind, STRAIGHT, Direction.BACK)[-1].path)[2] == 0


def test_a_tie_follows_a_bend():
    corner = [(0.0, 0.0), (50.0, 0.0), (50.0, 50.0)]
    for kind in TieKind:
        for item in tie_strokes(kind, corner, Direction.FORTH):
            assert "nan" not in item.path


def test_a_tie_without_length_is_still_drawn():
    assert all(tie_strokes(kind, [(5, 5), (5, 5)]) for kind in TieKind)


# --- Legend ---------------------------------------------------------------------------------------


def test_a_legend_has_each_used_sign_once_in_the_order_of_the_sheet():
    words = [entry.words for entry in legend(["tie:close", "square", "square"], "en")]
    assert words == ["boy, man", "close"]


def test_no_two_entries_of_the_legend_look_the_same():
    drawn = {draw() for draw, _ in entries().values()}
    assert len(drawn) == len(entries())


@pytest.mark.parametrize("key", sorted(entries()))
def test_every_entry_fits_its_box(key):
    for item in entries()[key][0]():
        if isinstance(item, Stroke) and "a" not in item.path:
            places = numbers(item.path)
            assert all(0 <= x <= 56 for x in places[::2])
            assert all(0 <= y <= 28 for y in places[1::2])
