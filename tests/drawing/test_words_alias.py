"""With aliases no word that somebody wrote is in the text, so no name can be; the rest stays."""

import re
import typing
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.drawing.words import lists, paragraphs, words
from samenspel.family import facts as f
from samenspel.family import words as w
from samenspel.family.build import map_of
from samenspel.family.dates import PartialDate, Period
from samenspel.family.language import translator
from samenspel.family.statements import (
    Audience,
    Author,
    FamilyMap,
    Reach,
    Retraction,
    Side,
    Source,
    Statement,
)

LANGUAGES = ("en", "nl")
BEGAN = datetime(2025, 1, 1, tzinfo=UTC)
YARA: tuple[f.Fact, ...] = (
    f.PersonFact("yara"), f.NameFact("yara", "Yara"), f.AliasFact("yara", "Uil"),
    f.PersonFact("bas"), f.NameFact("bas", "Bas"), f.AliasFact("bas", "Beer"),
)  # fmt: skip


def told(*facts: f.Fact) -> list[str]:
    return lines(map_of((*YARA, *facts)))


def lines(family_map: FamilyMap) -> list[str]:
    text = paragraphs(family_map, lang="en", alias=True)
    return [line.text for section in text.sections for line in section.lines]


# --- What stands instead --------------------------------------------------------------------------


def test_an_organisation_is_called_after_its_kind() -> None:
    said = told(
        f.OrganisationFact("zwaluw", "Praktijk Dr. Zwaluwstein", w.ContextKind.GP),
        f.InvolvedFact("zwaluw", "yara", "Ubbo", "mentor Ubbo", w.Rhythm.WEEKLY),
        f.InvolvedFact("zwaluw", "bas", "Ubbo"),
        f.InvolvedFact("zwaluw", "bas", "Nepomuk"),
    )
    assert "A family doctor." in said
    assert "A family doctor is there for Uil: helper 1, every week." in said
    assert "A family doctor is there for Beer: helper 1." in said
    assert "A family doctor is there for Beer: helper 2." in said


def test_more_organisations_of_a_kind_have_a_number() -> None:
    said = told(
        f.OrganisationFact("a", "De Ark", w.ContextKind.SCHOOL),
        f.OrganisationFact("b", "Het Lyceum", w.ContextKind.SCHOOL),
        f.OrganisationFact("c", "Judo Oost", w.ContextKind.SPORT),
        f.TieFact("yara", "b", w.TieKind.TRUST),
    )
    assert {"A school (1).", "A school (2).", "A sports club."} <= set(said)
    assert "Uil and a school (2) trust each other." in said


def test_an_event_is_its_kind_with_the_days_and_the_weight() -> None:
    when = Period(PartialDate.parse("2019"), PartialDate.parse("2019"))
    loss = f.EventFact(("yara", "bas"), "Nepomuk overleed", w.EventKind.LOSS, when, w.Impact.HEAVY)
    said = told(loss, f.EventFact(("yara",), "Nepomuk kwam"))
    assert "In 2019: loss (Uil and Beer). Heavy." in said
    assert "Day not known: something else (Uil)." in said


def test_help_keeps_for_whom_and_when() -> None:
    since = Period(PartialDate.parse("2019"))
    given_by = f.TrajectoryFact(("yara",), "bij Nepomuk", "", "Zelfstandige Nepomuk", since, "Nep")
    assert "Help for Uil, since 2019. What worked: (words left out)." in told(given_by)


def test_a_note_says_about_whom_only() -> None:
    said = told(f.NoteFact("yara", "belt met Nepomuk", "Nepomuk", ("bas",)), f.NoteFact("", "Nep"))
    assert "About Uil: (words left out) (also about Beer)." in said
    assert "Note: (words left out)." in said


def test_a_source_keeps_its_day_only() -> None:
    tie = f.TieFact("yara", "bas", w.TieKind.CLOSE)
    made = map_of((*YARA, tie))
    source = Source("Nepomuk", PartialDate.parse("2019-04-14"), "gesprek met Nepomuk")
    last = replace(made.statements[-1], source=source)
    said = lines(FamilyMap((*made.statements[:-1], last)))
    assert "Uil and Beer are close (told: 14 April 2019)." in said


def test_accounts_that_differ_are_of_somebody() -> None:
    made = map_of((*YARA, f.BirthFact("yara", PartialDate.parse("2013"))))
    last = made.statements[-1]
    other = replace(
        last, id="x", fact=f.BirthFact("yara", PartialDate.parse("2014")), source=Source("Nepomuk")
    )
    assert (
        "The accounts differ. According to somebody: Uil, born in 2013 · "
        "According to somebody: Uil, born in 2014 (so it stands in the drawing)."
    ) in lines(FamilyMap((*made.statements, other)))


def test_accounts_that_differ_in_words_only_do_not_differ() -> None:
    names = [f.OrganisationFact("a", name, w.ContextKind.SCHOOL) for name in ("Ark", "De Ark")]
    assert not [line for line in told(*names) if "differ" in line]


def test_no_genitive_is_made_of_what_somebody_is_called() -> None:
    nameless = (f.PersonFact("x"), f.NameFact("x", "Cor"), f.NoteFact("x", "Cors fiets"))
    text = words(map_of((*YARA, *nameless)), alias=True)
    assert "iemand C" in text
    assert not re.search(r"iemand [A-Z]+'?s\b", text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_organisation_has_a_name_of_its_own(lang: str) -> None:
    said = [translator(lang)(lists.ORGANISATION[kind]) for kind in w.ContextKind]
    assert len(set(said)) == len(said)


# --- Any map --------------------------------------------------------------------------------------

IDS = {
    "person": ("id-p1-x", "id-p2-x", "id-p3-x"),
    "union": ("id-u1-x", "id-u2-x"),
    "household": ("id-h1-x", "id-h2-x"),
    "organisation": ("id-o1-x", "id-o2-x"),
}
ANY_ID = (*(one for ids in IDS.values() for one in ids), "id-nobody-x")


class Marks:
    """Every text once: what people wrote, and aliases."""

    def __init__(self) -> None:
        self.count = 0

    def mark(self, kind: str) -> str:
        self.count += 1
        return f"{kind}{self.count}q"

    def date(self, draw: st.DrawFn) -> PartialDate:
        when = PartialDate.parse(draw(st.sampled_from(["?", "2014", "2014~", "2014-05-06"])))
        return replace(when, phrase=self.mark("Merk"))


@st.composite
def maps(draw: st.DrawFn) -> FamilyMap:
    marks = Marks()
    count = draw(st.integers(1, 12))
    already = [f.PersonFact(one) for one in IDS["person"]] if draw(st.booleans()) else []
    facts = [*already, *(_fact(draw, marks) for _ in range(count))]
    return FamilyMap(tuple(_statement(draw, marks, *numbered) for numbered in enumerate(facts)))


def _fact(draw: st.DrawFn, marks: Marks) -> f.Fact:
    kind = draw(st.sampled_from(list(f.FACTS.values())))
    hints = typing.get_type_hints(kind)
    return kind(**{one.name: _value(draw, marks, kind, one.name, hints) for one in fields(kind)})


def _value(
    draw: st.DrawFn, marks: Marks, kind: type[f.Fact], name: str, hints: dict[str, Any]
) -> Any:
    hint: Any = (*typing.get_args(hints[name]), hints[name])[0]  # of "int | None" the int
    if name == kind.introduces:
        return draw(st.sampled_from(IDS[name]))
    if name in kind.refers:
        many = st.lists(st.sampled_from(ANY_ID), min_size=1, max_size=3).map(tuple)
        return draw(many if hints[name] is not str else st.sampled_from(IDS.get(name, ANY_ID)))
    if issubclass(hint, StrEnum):
        return draw(st.sampled_from([*hint]))
    if hint is Period:
        return Period(marks.date(draw))
    if hint is PartialDate:
        return marks.date(draw)
    if hint is str:
        return marks.mark("Schuil" if name == "alias" else "Merk")
    return draw(st.booleans()) if hint is bool else draw(st.integers(1, 3))


def _statement(draw: st.DrawFn, marks: Marks, number: int, fact: f.Fact) -> Statement:
    author = Author("id-account-x", draw(st.sampled_from(Side)))
    taken_back = Retraction("id-edit-x", author, BEGAN, marks.mark("Merk"))
    return Statement(
        f"id-s{number}-x",
        fact,
        author,
        BEGAN + timedelta(hours=number),
        Source(marks.mark("Merk"), marks.date(draw), marks.mark("Merk")),
        Audience(draw(st.sampled_from(Reach)), frozenset({"id-account-x"})),
        against=f"id-s{draw(st.integers(0, number))}-x" if number else "",
        retracted=taken_back if draw(st.integers(0, 3)) == 0 else None,
    )


@given(maps(), st.sampled_from(LANGUAGES))
def test_no_word_that_somebody_wrote_and_no_id_is_in_the_text(made: FamilyMap, lang: str) -> None:
    text = words(made, lang=lang, alias=True, accounts={"id-account-x": "MerkAccount"})
    assert re.findall(r"Merk\w+|id-\w+-x|\bNone\b", text) == []


@given(maps())
def test_the_structure_stays(made: FamilyMap) -> None:
    """Everybody who is drawn has a line, by alias or by letter."""
    about = {
        one
        for section in paragraphs(made, alias=True).sections
        for line in section.lines
        for one in line.about
    }
    assert about >= {one.fact.person for one in made if isinstance(one.fact, f.PersonFact)}
