"""What cannot be, and what is unlikely: one row each, read as the manual of the rules."""

from datetime import date

import pytest

from samenspel.family import (
    BirthFact,
    ChildFact,
    Code,
    DeathFact,
    Fact,
    GenderFact,
    HouseholdFact,
    LivesInFact,
    MoreChildrenFact,
    OrganisationFact,
    PartialDate,
    PartnerFact,
    Period,
    PersonFact,
    PersonKind,
    Problem,
    Sex,
    SexFact,
    Stage,
    StageFact,
    SupporterFact,
    TieFact,
    TieKind,
    TwinsFact,
    UnionFact,
    map_of,
    problems,
)
from samenspel.family.words import Gender, Parentage

DATE = PartialDate.parse


def born(person: str, on: str) -> BirthFact:
    return BirthFact(person, DATE(on))


def died(person: str, on: str) -> DeathFact:
    return DeathFact(person, DATE(on))


def stage(kind: Stage, on: str) -> StageFact:
    return StageFact("u", kind, DATE(on))


def home(person: str, start: str, end: str | None = None) -> list[Fact]:
    period = Period(DATE(start), DATE(end) if end else None)
    return [HouseholdFact("h"), LivesInFact("h", person, period)]


def child(name: str, parent: str, how: Parentage = Parentage.BIRTH) -> ChildFact:
    return ChildFact("u", name, parent, how)


MOTHER_BY_GENDER = [child("c", "a"), GenderFact("a", Gender.WOMAN)]
TWINS = [child("c", "a"), child("d", "a"), TwinsFact(("c", "d"))]
SIBLINGS = [child("c", "a"), child("d", "a"), SexFact("a", Sex.FEMALE)]
THIRD_PARENT = [UnionFact("v"), PartnerFact("v", "d"), ChildFact("v", "c", "d")]

# A couple a and b; c and d are there too.
FAMILY: list[Fact] = [
    *(PersonFact(one) for one in "abcd"),
    UnionFact("u"),
    PartnerFact("u", "a"),
    PartnerFact("u", "b"),
]

CANNOT_BE: list[tuple[str, list[Fact]]] = [
    ("third_partner", [PartnerFact("u", "c")]),
    ("parent_not_partner", [child("c", "d")]),
    ("own_ancestor", [child("a", "b")]),
    ("refers_to_nothing", [born("e", "2010")]),
    ("stage_needs_two", [UnionFact("v"), PartnerFact("v", "a"), StageFact("v", Stage.MARRIED)]),
    ("bond_joins_nobody", [UnionFact("v"), PartnerFact("v", "a")]),
    ("household_is_empty", [HouseholdFact("h")]),
    ("twins_apart", [TwinsFact(("c", "d"))]),
    ("death_before_birth", [born("a", "1990"), died("a", "1989")]),
    ("parent_not_older", [child("c", "a"), born("a", "1990"), born("c", "1980")]),
    ("parent_not_older", [child("c", "a"), born("a", "1990-01-02"), born("c", "1990-01-02")]),
    (
        "born_long_after_death",
        [child("c", "a"), died("a", "2010-01"), born("c", "2011"), SexFact("a", Sex.MALE)],
    ),
    ("born_after_death", [*MOTHER_BY_GENDER, died("a", "2010-01"), born("c", "2010-03")]),
    ("too_many_birth_parents", [child("c", "a"), child("c", "b"), *THIRD_PARENT]),
    ("twins_born_apart", [*TWINS, born("c", "2010"), born("d", "2012")]),
    ("bond_after_death", [stage(Stage.MARRIED, "2011"), died("a", "2010")]),
    ("bond_before_birth", [stage(Stage.RELATIONSHIP, "1979"), born("b", "1980")]),
    ("not_born", [PersonFact("b", PersonKind.UNBORN)]),
    ("home_after_death", [died("c", "2010"), *home("c", "2011")]),
    ("home_before_birth", [born("c", "2010"), *home("c", "2000", "2005")]),
    ("tie_to_oneself", [TieFact("a", "a", TieKind.CLOSE)]),
    ("supports_oneself", [SupporterFact("a", "a")]),
    ("strength_out_of_range", [TieFact("a", "b", TieKind.CLOSE, strength=4)]),
    ("fewer_than_none", [MoreChildrenFact("u", -1)]),
    ("shared_id", [OrganisationFact("a", "De Vuurtoren")]),
]

UNLIKELY: list[tuple[str, list[Fact]]] = [
    ("parent_very_young", [child("c", "a"), born("a", "1990"), born("c", "2000")]),
    ("parent_very_old", [*MOTHER_BY_GENDER, born("a", "1930"), born("c", "1995")]),
    ("carer_younger", [child("c", "a", Parentage.STEP), born("a", "1990"), born("c", "1980")]),
    ("partners_far_apart", [born("a", "1930"), born("b", "1995")]),
    ("bond_very_young", [born("a", "1990"), stage(Stage.MARRIED, "1999")]),
    ("very_old", [born("a", "1800"), died("a", "1990")]),
    ("very_old", [born("a", "1900")]),
    ("born_in_future", [born("a", "2040")]),
    ("siblings_close", [*SIBLINGS, born("c", "2010-01"), born("d", "2010-05")]),
    ("twins_days_apart", [*TWINS, born("c", "2010-01-01"), born("d", "2010-01-09")]),
]

MAY_BE: dict[str, list[Fact]] = {
    "dates that may be right": [child("c", "a"), born("a", "1990~"), born("c", "2002")],
    "a child born after the father died": [
        child("c", "a"),
        died("a", "2010-01"),
        born("c", "2010-09"),
        SexFact("a", Sex.MALE),
    ],
    "a donor who died before": [
        child("c", "a", Parentage.DONOR),
        died("a", "2000"),
        born("c", "2010"),
    ],
    "two mothers and a donor": [
        child("c", "a"),
        child("c", "b"),
        *THIRD_PARENT[:2],
        ChildFact("v", "c", "d", Parentage.DONOR),
    ],
    "a foster child of other parents": [
        child("c", "a"),
        child("c", "b"),
        *THIRD_PARENT[:2],
        ChildFact("v", "c", "d", Parentage.FOSTER),
    ],
    "widowed on the day of a death": [stage(Stage.WIDOWED, "2011"), died("a", "2010")],
    "twins around midnight": [*TWINS, born("c", "2010-01-01"), born("d", "2010-01-02")],
    "a pet older than who it belongs to": [
        PersonFact("c", PersonKind.PET),
        child("c", "a"),
        born("a", "1990"),
        born("c", "1980"),
    ],
    "a stillborn child": [
        PersonFact("c", PersonKind.STILLBIRTH),
        child("c", "a"),
        born("c", "2010-01-02"),
        died("c", "2010-01-01"),
    ],
}


def found(facts: list[Fact]) -> list[Problem]:
    return list(problems(map_of([*FAMILY, *facts]), today=date(2026, 3, 9)))


@pytest.mark.parametrize(("code", "facts"), CANNOT_BE)
def test_what_cannot_be(code: str, facts: list[Fact]):
    certain = [problem for problem in found(facts) if problem.is_certain]
    assert code in {problem.code.value for problem in certain}


@pytest.mark.parametrize(("code", "facts"), UNLIKELY)
def test_what_is_unlikely(code: str, facts: list[Fact]):
    assert [(one.code.value, one.is_certain) for one in found(facts)] == [(code, False)]


@pytest.mark.parametrize("facts", MAY_BE.values(), ids=MAY_BE.keys())
def test_what_may_be(facts: list[Fact]):
    assert found(facts) == []


def test_every_code_has_a_row():
    rows = {code for code, _ in (*CANNOT_BE, *UNLIKELY)}
    by_others = {"about_nobody", "for_fewer"}  # a form asks for somebody; `apply` narrows
    assert {code.value for code in Code} - rows == by_others


@pytest.mark.parametrize("code", Code)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_code_has_words(code: Code, lang: str):
    said = Problem(code, ("a", "b"), names=("Anne", "")).words(lang)
    assert said[0].isupper()
    assert "{" not in said


def test_a_family_without_dates_has_no_problems():
    assert found([child("c", "a"), child("d", "b"), *home("c", "2010")]) == []
