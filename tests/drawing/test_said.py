"""One fact as one sentence: for who hears what others draw."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.drawing.words.said import SAID, Speaker, said
from samenspel.family import facts as f
from samenspel.family import words as w
from samenspel.family.build import map_of
from samenspel.family.dates import PartialDate
from samenspel.family.facts import FACTS
from samenspel.family.statements import FamilyMap
from tests.drawing.test_words_complete import EXAMPLES, NAMES, NEEDS, maps
from tests.drawing.test_words_complete import map_of as map_with
from tests.families import stories

ON_2021 = PartialDate.parse("2021")
FAMILY: tuple[f.Fact, ...] = (
    *(f.PersonFact(who) for who in ("ria", "yara", "noor", "bas")),
    f.NameFact("ria", "Ria"), f.NameFact("yara", "Yara"), f.NameFact("noor", "Noor"),
    f.NameFact("bas", "Bas"), f.AliasFact("ria", "Uil"), f.AliasFact("yara", "Maan"),
    f.UnionFact("bond"), f.PartnerFact("bond", "ria"), f.PartnerFact("bond", "bas"),
    f.ChildFact("bond", "noor", "ria"), f.ChildFact("bond", "noor", "bas"),
    f.UnionFact("alone"), f.PartnerFact("alone", "yara"),
    f.PersonFact("kim"), f.ChildFact("alone", "kim", "yara"),
    f.UnionFact("siblings"), f.ChildFact("siblings", "ria"), f.ChildFact("siblings", "yara"),
    f.HouseholdFact("home"), f.LivesInFact("home", "ria"), f.LivesInFact("home", "noor"),
)  # fmt: skip

SENTENCES: list[tuple[f.Fact, str]] = [
    (f.PersonFact("noor"), "Noor is on the map"),
    (f.PersonFact("noor", w.PersonKind.PET), "Noor: pet"),
    (f.PersonFact("noor", w.PersonKind.UNBORN), "Noor is not born yet"),
    (f.NameFact("noor", "Noor"), "Somebody is called Noor"),
    (f.NameFact("noor", "Nora"), "Noor is called Nora"),
    (f.AliasFact("noor", "Ster"), "Noor has the alias Ster"),
    (f.GenderFact("noor", w.Gender.WOMAN), "Noor: woman"),
    (f.SexFact("noor", w.Sex.FEMALE), "Noor: female at birth"),
    (f.BirthFact("noor", ON_2021), "Noor was born in 2021"),
    (f.BirthFact("noor", PartialDate()), "Not known: when Noor was born"),
    (f.DeathFact("ria", ON_2021), "Ria died in 2021"),
    (f.DeathFact("ria"), "Ria has died"),
    (f.IndexFact("yara"), "The question begins with Yara"),
    (f.UnionFact("bond"), "Ria and Bas are or were together"),
    (f.UnionFact("alone"), "Yara has a family"),
    (f.UnionFact("siblings"), "The family of Ria and Yara: bond on the map"),
    (f.PartnerFact("bond", "bas"), "Bas and Ria are or were together"),
    (f.PartnerFact("alone", "yara"), "Yara is one of the partners of: Yara"),
    (f.StageFact("bond", w.Stage.MARRIED, ON_2021), "Ria and Bas married in 2021"),
    (f.StageFact("bond", w.Stage.ENDED), "Ria and Bas parted"),
    (f.ChildFact("bond", "noor", "ria"), "Noor is a child of Ria"),
    (f.ChildFact("bond", "noor", "bas", w.Parentage.FOSTER), "Noor is a foster child of Bas"),
    (f.ChildFact("siblings", "ria"), "Ria is of one family with Yara"),
    (f.LivesInFact("home", "noor", share="often"), "Noor lives in the home of Ria, often"),
    (f.TieFact("ria", "yara", w.TieKind.CLOSE), "Ria and Yara are close"),
]  # fmt: skip


@pytest.mark.parametrize(("fact", "sentence"), SENTENCES, ids=lambda one: str(one)[:40])
def test_a_fact_is_said_in_a_sentence(fact: f.Fact, sentence: str) -> None:
    assert said(fact, map_of(FAMILY), "en") == sentence


def test_a_statement_is_said_as_its_fact() -> None:
    family_map = map_of((*FAMILY, f.BirthFact("noor", ON_2021)))
    assert said(family_map.statements[-1], family_map, "en") == "Noor was born in 2021"


def test_every_kind_of_fact_has_a_sentence() -> None:
    assert set(SAID) == set(FACTS.values()) == {type(fact) for fact in EXAMPLES}


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("fact", EXAMPLES, ids=lambda fact: fact.kind)
def test_every_kind_of_fact_is_said_in_every_language(fact: f.Fact, lang: str) -> None:
    sentence = said(fact, map_with(*NEEDS.get(type(fact), ()), fact), lang)
    assert sentence[0] == sentence[0].upper()
    assert "{" not in sentence


@pytest.mark.parametrize("stage", w.Stage)
def test_every_stage_says_something_else(stage: w.Stage) -> None:
    family_map = map_of(FAMILY)
    others = {said(f.StageFact("bond", one), family_map, "en") for one in w.Stage if one != stage}
    assert said(f.StageFact("bond", stage), family_map, "en") not in others


def test_with_aliases_a_name_is_not_said() -> None:
    family_map = map_of(FAMILY)
    assert said(f.NameFact("ria", "Ria"), family_map, "en", alias=True) == "Uil has a name"
    tie = f.TieFact("ria", "yara", w.TieKind.CLOSE)
    assert said(tie, family_map, "en", alias=True) == "Uil and Maan are close"


def test_with_aliases_who_is_new_is_a_helper_with_a_number() -> None:
    fact = f.InvolvedFact("school", "ria", "Juf Ans")
    family_map = map_of((*FAMILY, f.OrganisationFact("school", "De Linde", w.ContextKind.SCHOOL)))
    assert said(fact, family_map, "en", alias=True) == "A school is there for Uil: helper 1"


@given(maps(), st.sampled_from(["en", "nl"]))
def test_with_aliases_no_sentence_holds_a_name(made: tuple[FamilyMap, object], lang: str) -> None:
    speaker = Speaker(made[0], lang, alias=True)
    told = " ".join(speaker.say(one) for one in made[0])
    names = [one.fact.name for one in made[0] if isinstance(one.fact, f.NameFact)]
    assert [name for name in (*names, *NAMES.values()) if name in told] == []


def test_a_sentence_takes_less_than_a_millisecond() -> None:
    family_map = stories.four_generations()
    speaker = Speaker(family_map, "nl")
    speaker.say(family_map.statements[0])
    began = time.process_time()
    for one in family_map:
        speaker.say(one)
    assert (time.process_time() - began) / len(family_map) < 0.001
