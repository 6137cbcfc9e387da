"""Every fact of the map is in the words: each field of each kind of fact changes the text.

Two exceptions, tested beside this: what only an imported file says is counted (test_words), and
with aliases no words that people wrote are told (test_words_alias).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.drawing.words import lists, words
from samenspel.drawing.words.sentences import SENTENCES, WHY
from samenspel.family import facts as f
from samenspel.family import words as w
from samenspel.family.accounts import accounts
from samenspel.family.dates import UNKNOWN, PartialDate, Period, Point, Precision
from samenspel.family.language import say_date, translator
from samenspel.family.resolve import examine
from samenspel.family.said import Why
from samenspel.family.statements import (
    Audience,
    Author,
    Choice,
    FamilyMap,
    Reach,
    Retraction,
    Side,
    Source,
    Statement,
)

PEOPLE = ("anna", "bram", "chris", "daan", "elif", "fleur")
NAMES = {"anna": "Anna", "bram": "Bram", "chris": "Chris", "daan": "Daan", "elif": "Elif"}
BEGAN = datetime(2025, 1, 1, tzinfo=UTC)
DRAWER = Author("account-1")
LANGUAGES = ("en", "nl")


def when(text: str) -> PartialDate:
    return PartialDate.parse(text)


BASE: tuple[f.Fact, ...] = (
    *(f.PersonFact(who) for who in PEOPLE),
    *(f.NameFact(who, name) for who, name in NAMES.items()),
    *(f.UnionFact(bond) for bond in ("bond", "other bond")),
    f.PartnerFact("bond", "anna"),
    f.PartnerFact("bond", "bram"),
    f.PartnerFact("other bond", "anna"),
    f.PartnerFact("other bond", "chris"),
    f.ChildFact("bond", "daan", "anna"),
    f.ChildFact("bond", "daan", "bram"),
    f.ChildFact("bond", "elif", "anna"),
    f.ChildFact("bond", "elif", "bram"),
    f.ChildFact("other bond", "elif", "chris", w.Parentage.STEP),
    f.ChildFact("other bond", "daan", "chris", w.Parentage.STEP),
    f.HouseholdFact("home"),
    f.LivesInFact("home", "anna"),
    f.HouseholdFact("second home", "Het tweede huis"),
    f.LivesInFact("second home", "chris"),
    f.OrganisationFact("team", "Team Duin"),
    f.OrganisationFact("school", "School Zee", w.ContextKind.SCHOOL),
)


def map_of(*more: f.Fact, **changes: Any) -> FamilyMap:
    """The base family and these facts; `changes` are of the last statement."""
    said = [
        Statement(f"s{number:03}", fact, DRAWER, BEGAN + timedelta(seconds=number))
        for number, fact in enumerate((*BASE, *more))
    ]
    said[-1] = replace(said[-1], **changes)
    return FamilyMap(tuple(said))


# --- Every field ----------------------------------------------------------------------------------

PERIOD = Period(when("2011-02-03"), when("2012-04-05"))
OTHER_PERIOD = Period(when("2013-06-07"))
EXAMPLES: tuple[f.Fact, ...] = (
    f.PersonFact("gijs"),
    f.NameFact("fleur", "Fleur"),
    f.AliasFact("fleur", "Maan"),
    f.GenderFact("fleur", w.Gender.MAN),
    f.SexFact("fleur", w.Sex.MALE),
    f.BirthFact("fleur", when("2014-05-06")),
    f.DeathFact("fleur", when("2014-05-06")),
    f.IndexFact("fleur"),
    f.NotKnownFact("fleur", w.Topic.HOME),
    f.NoteFact("fleur", "plays chess", "hobby"),
    f.SupporterFact("fleur", "daan", False, PERIOD),
    f.UnionFact("third bond"),
    f.PartnerFact("third bond", "fleur"),
    f.StageFact("bond", w.Stage.MARRIED, when("2010")),
    f.ChildFact("bond", "fleur", "anna", w.Parentage.FOSTER, PERIOD),
    f.MoreChildrenFact("bond", 2),
    f.BirthOrderFact("bond", ("elif", "daan")),
    f.TwinsFact(("daan", "elif"), w.Twinship.IDENTICAL),
    f.HouseholdFact("home", "Het blauwe huis"),
    f.LivesInFact("home", "fleur", PERIOD, "on Wednesdays"),
    f.TieFact("anna", "fleur", w.TieKind.CLOSE, w.Direction.FORTH, 2, PERIOD),
    f.PatternFact(w.PatternKind.COALITION, ("anna", "fleur"), ("bram",), "they whisper", PERIOD),
    f.OrganisationFact("club", "Club Wind", w.ContextKind.SPORT),
    f.InvolvedFact(
        "team", "daan", "Iris", "coach", w.Rhythm.DAILY, w.Involvement.WAITING,
        w.Strength.STRONG, w.Flow.BOTH, PERIOD,
    ),
    f.EventFact(
        ("daan", "elif"), "the cat ran away", w.EventKind.LOSS, PERIOD, w.Impact.HEAVY,
        w.Certainty.UNSURE,
    ),
    f.TrajectoryFact(("daan",), "swimming", "team", "by bus", PERIOD, "the water", "the cold"),
)  # fmt: skip
# Facts that stand on others, and ids that are only names for something with no words of its own.
NEEDS = {
    f.PartnerFact: (f.UnionFact("third bond"), f.PartnerFact("third bond", "chris")),
    f.UnionFact: (f.PartnerFact("third bond", "chris"), f.PartnerFact("third bond", "fleur")),
}
UNSAID = {
    (f.PersonFact, "person"), (f.UnionFact, "union"), (f.OrganisationFact, "organisation"),
    (f.HouseholdFact, "household"), (f.IndexFact, "person"),
}  # fmt: skip


def others(fact: f.Fact, name: str) -> list[Any]:
    """Other values for a field of this fact."""
    value = getattr(fact, name)
    kind = type(value)
    if kind is bool:
        return [not value]
    if isinstance(value, StrEnum):
        return [one for one in type(value) if one is not value]
    if kind is int:
        return [None, 1, 3]
    if kind is Period:
        return [OTHER_PERIOD, Period(), Period(PERIOD.start), Period(end=PERIOD.end)]
    if kind is PartialDate:
        return [UNKNOWN, when("2014"), when("2014~"), when("/2014"), PartialDate(phrase="ooit")]
    if kind is tuple:
        return [tuple(reversed((*value, "chris")))] if value else [("chris",)]
    if name in OTHER_ID:
        return [OTHER_ID[name]] if value != OTHER_ID[name] else []
    return ["Something else"]


OTHER_ID = {
    "person": "elif", "of": "elif", "about": "bond", "union": "other bond", "child": "elif",
    "parent": "bram", "household": "second home", "first": "home", "second": "team",
    "organisation": "school", "towards": "home", "provider": "school",
}  # fmt: skip


def changes() -> Iterator[Any]:
    for fact in EXAMPLES:
        for field_ in fields(fact):
            if (type(fact), field_.name) not in UNSAID:
                yield pytest.param(fact, field_.name, id=f"{fact.kind}-{field_.name}")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("fact", "name"), list(changes()))
def test_every_field_of_every_fact_changes_the_words(fact: f.Fact, name: str, lang: str) -> None:
    before = NEEDS.get(type(fact), ())
    values = [fact, *(replace(fact, **{name: value}) for value in others(fact, name))]
    texts = [words(map_of(*before, value), lang=lang) for value in values]
    assert len(set(texts)) == len(values) > 1


@pytest.mark.parametrize("fact", EXAMPLES, ids=lambda fact: fact.kind)
def test_every_kind_of_fact_changes_the_words(fact: f.Fact) -> None:
    if fact == f.HouseholdFact("home", "Het blauwe huis") or not isinstance(fact, f.UnionFact):
        before = NEEDS.get(type(fact), ())
        assert words(map_of(*before, fact)) != words(map_of(*before))


def test_every_kind_of_fact_has_an_example_and_a_sentence() -> None:
    assert {type(fact) for fact in EXAMPLES} == set(f.FACTS.values()) == set(SENTENCES)


@pytest.mark.parametrize(
    ("table", "values"),
    [
        (lists.PERSON, w.PersonKind), (lists.NAMELESS, w.PersonKind), (lists.GENDER, w.Gender),
        (lists.SEX, w.Sex), (lists.NOT_KNOWN, w.Topic), (lists.STAGE, w.Stage),
        (lists.CHILD, w.Parentage), (lists.CHILD_OF, w.Parentage), (lists.TWINS, w.Twinship),
        (lists.TIE_BETWEEN, w.TieKind), (lists.TIE_FROM, w.TieKind), (lists.PATTERN, w.PatternKind),
        (lists.CONTEXT, w.ContextKind), (lists.INVOLVEMENT, w.Involvement),
        (lists.RHYTHM, w.Rhythm), (lists.STRENGTH, w.Strength), (lists.FLOW, w.Flow),
        (lists.EVENT, w.EventKind), (lists.IMPACT, w.Impact), (lists.CERTAINTY, w.Certainty),
        (lists.REACH, Reach), (WHY, Why),
    ],
)  # fmt: skip
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_value_has_words_of_its_own(
    table: dict[StrEnum, str], values: type[StrEnum], lang: str
) -> None:
    said = [translator(lang)(table[value]) for value in values]
    assert len(set(said)) == len(values)


# --- Any map --------------------------------------------------------------------------------------


@dataclass
class Marks:
    """Words and dates that occur nowhere else; all that were given must be in the text."""

    words: list[str] = field(default_factory=list)
    dates: list[PartialDate] = field(default_factory=list)

    def word(self) -> str:
        self.words.append(f"Woord{len(self.words)}x")
        return self.words[-1]

    def date(self) -> PartialDate:
        day = BEGAN - timedelta(days=9000 - len(self.dates))
        self.dates.append(PartialDate(Precision.ON, Point(day.year, day.month, day.day)))
        return self.dates[-1]

    def period(self) -> Period:
        return Period(self.date(), self.date())


@st.composite
def maps(draw: st.DrawFn) -> tuple[FamilyMap, Marks]:
    marks = Marks()
    statements = list(map_of().statements)
    for number in range(draw(st.integers(1, 8))):
        statements.append(_statement(draw, marks, statements, number))
    chosen = draw(st.lists(st.sampled_from(statements), max_size=3))
    choices = [
        Choice(f"c{number}", one.id, DRAWER, BEGAN + timedelta(days=number))
        for number, one in enumerate(chosen)
    ]
    return FamilyMap(tuple(statements), tuple(choices)), marks


def _statement(draw: st.DrawFn, marks: Marks, before: list[Statement], number: int) -> Statement:
    fact = _fact(draw, marks)
    same = [one.id for one in before if type(one.fact) is type(fact)]
    taken_back = Retraction("e", DRAWER, BEGAN, marks.word()) if draw(st.booleans()) else None
    source = Source(marks.word(), marks.date(), marks.word()) if draw(st.booleans()) else Source()
    return Statement(
        f"t{number}",
        fact,
        replace(DRAWER, side=draw(st.sampled_from(Side))),
        BEGAN + timedelta(hours=number + 1),
        source,
        Audience(draw(st.sampled_from(Reach))),
        against=draw(st.sampled_from(["", *same])),
        retracted=taken_back,
    )


IDS = (*PEOPLE, "bond", "other bond", "home", "second home", "team", "school")


def _fact(draw: st.DrawFn, marks: Marks) -> f.Fact:
    example = draw(st.sampled_from(EXAMPLES))
    values = {one.name: _value(draw, marks, example, one.name) for one in fields(example)}
    return replace(example, **values)


def _value(draw: st.DrawFn, marks: Marks, example: f.Fact, name: str) -> Any:
    value = getattr(example, name)
    if isinstance(value, StrEnum):
        return draw(st.sampled_from(type(value)))
    if isinstance(value, Period):
        return marks.period()
    if isinstance(value, PartialDate):
        return marks.date()
    if isinstance(value, tuple):
        return tuple(draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=3)))
    if name == "alias":
        return marks.word()
    if isinstance(value, str) and value and name not in OTHER_ID:
        return f"{marks.word()} van {draw(st.sampled_from([*NAMES.values(), 'iemand']))}"
    if name in OTHER_ID and name != example.introduces:
        return draw(st.sampled_from(IDS))
    return value


@given(maps(), st.sampled_from(LANGUAGES))
def test_all_that_was_said_is_in_the_words(made: tuple[FamilyMap, Marks], lang: str) -> None:
    family_map, marks = made
    text = words(family_map, lang=lang)
    missing = [word for word in marks.words if word not in text]
    missing += [said for date in marks.dates if (said := say_date(date, lang)) not in text]
    assert missing == [], text


@given(maps(), st.sampled_from(LANGUAGES))
def test_with_aliases_no_words_of_people_are_in_the_words(
    made: tuple[FamilyMap, Marks], lang: str
) -> None:
    family_map, marks = made
    told = words(family_map, lang=lang, alias=True)
    aliases = {one.fact.alias for one in family_map if isinstance(one.fact, f.AliasFact)}
    assert [word for word in marks.words if word in told and word not in aliases] == [], told


@given(maps())
def test_with_aliases_no_name_is_in_the_words(made: tuple[FamilyMap, Marks]) -> None:
    family_map, _ = made
    told = words(family_map, alias=True)
    facts = [one.fact for one in family_map]
    names = [fact.name for fact in facts if isinstance(fact, f.NameFact)]
    faces = [fact.face for fact in facts if isinstance(fact, f.InvolvedFact)]
    assert [name for name in (*NAMES.values(), *names, *faces) if name in told] == []


@given(maps())
def test_what_nobody_contradicts_and_is_not_drawn_says_why(made: tuple[FamilyMap, Marks]) -> None:
    family_map, _ = made
    text = words(family_map, lang="en")
    counting = [
        {one.fact for one in group if one.counts} for group in accounts(family_map).values()
    ]
    alone = {fact for group in counting if len(group) == 1 for fact in group}
    for one in examine(family_map).left_out:
        assert one.fact not in alone or f"Not in the drawing, because {WHY[one.why]}" in text
