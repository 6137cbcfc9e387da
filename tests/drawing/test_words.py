"""The family map as text: what a reader gets to read, in Dutch and in English."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from samenspel.drawing.words import Paragraphs, paragraphs, summary, words
from samenspel.family import facts as f
from samenspel.family import words as w
from samenspel.family.build import map_of
from samenspel.family.dates import PartialDate, Period
from samenspel.family.resolve import resolve
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
    Viewer,
)
from samenspel.family.views import seen_by

TODAY = date(2025, 6, 1)
TEAM = Author("account-1")


def when(text: str) -> PartialDate:
    return PartialDate.parse(text)


def since(text: str) -> Period:
    return Period(when(text))


def person(who: str, name: str, born: str, alias: str) -> tuple[f.Fact, ...]:
    said = (f.PersonFact(who), f.NameFact(who, name), f.AliasFact(who, alias))
    return (*said, f.BirthFact(who, when(born)))


FAMILY: tuple[f.Fact, ...] = (
    *person("sanne", "Sanne de Wit", "1985-02-03", "Maan"),
    *person("mehmet", "Mehmet Kaya", "1983", "Zon"),
    *person("bas", "Bas", "1984~", "Beer"),
    *person("emir", "Emir", "2010-09-01", "Wolf"),
    *person("yara", "Yara", "2013-11-20", "Uil"),
    *person("noor", "Noor", "2020-04-05", "Mees"),
    f.IndexFact("yara"),
    f.GenderFact("yara", w.Gender.WOMAN),
    f.UnionFact("first"),
    f.PartnerFact("first", "mehmet"),
    f.PartnerFact("first", "sanne"),
    f.StageFact("first", w.Stage.DIVORCED, when("2018")),
    f.StageFact("first", w.Stage.MARRIED, when("2010")),
    *(f.ChildFact("first", c, p) for c in ("yara", "emir") for p in ("mehmet", "sanne")),
    f.UnionFact("second"),
    f.PartnerFact("second", "sanne"),
    f.PartnerFact("second", "bas"),
    f.ChildFact("second", "noor", "sanne", w.Parentage.FOSTER, since("2021")),
    f.ChildFact("second", "noor", "bas", w.Parentage.FOSTER, since("2021")),
    f.ChildFact("second", "yara", "bas", w.Parentage.STEP),
    f.HouseholdFact("home"),
    f.LivesInFact("home", "sanne"),
    f.LivesInFact("home", "bas"),
    f.LivesInFact("home", "yara", since("2018"), "om het weekend"),
)


def lines(text: Paragraphs) -> list[str]:
    return [line.text for section in text.sections for line in section.lines]


def told(*facts: f.Fact, alias: bool = False, lang: str = "nl") -> list[str]:
    made = map_of((*FAMILY, *facts))
    return lines(paragraphs(made, on=TODAY, lang=lang, alias=alias))


# --- The order and the sentences ------------------------------------------------------------------


def test_couples_are_told_from_the_oldest_down_with_their_children_eldest_first() -> None:
    said = told()
    assert (
        "Ouders: Mehmet Kaya en Sanne de Wit, getrouwd sinds 2010, gescheiden sinds 2018." in said
    )
    assert "Kinderen van dit paar, oudste eerst: Emir (14), Yara (11)." in said
    assert (
        "Kinderen van dit paar, oudste eerst: Yara (11), stiefkind van Bas; "
        "Noor (5), pleegkind sinds 2021."
    ) in said


def test_the_same_in_english() -> None:
    said = told(lang="en")
    assert "The question begins with Yara (11)." in said
    assert "Parents: Sanne de Wit and Bas." in said
    assert "Yara (11): girl, born on 20 November 2013, alias Uil." in said


def test_the_text_begins_with_whom_the_question_begins() -> None:
    text = words(map_of(FAMILY), on=TODAY, lang="nl")
    assert text.startswith(
        "De familie van Yara, op 1 juni 2025\n"
        "Familie van Yara: 6 mensen in 2 generaties en 1 huis.\n\n"
        "Waar de vraag begint\n- De vraag begint bij Yara (11).\n"
    )


def test_a_home_says_who_lives_there_and_how() -> None:
    assert (
        "Thuis bij Sanne de Wit en Bas: Sanne de Wit, Bas en Yara (om het weekend, sinds 2018)."
    ) in told()


def test_generations_are_told_oldest_first() -> None:
    older = (
        f.PersonFact("riet"), f.NameFact("riet", "Riet"), f.UnionFact("oldest"),
        f.PartnerFact("oldest", "riet"), f.ChildFact("oldest", "sanne", "riet"),
    )  # fmt: skip
    headings = [one.heading for one in paragraphs(map_of((*FAMILY, *older))).sections]
    assert headings[:3] == ["Waar de vraag begint", "Riet", "Mehmet Kaya en Sanne de Wit"]
    assert "Ouder: Riet. De andere ouder is nog niet getekend." in told(*older)
    asked = f.NotKnownFact("sanne", w.Topic.FATHER)
    assert "Ouder: Riet. De andere ouder is niet bekend." in told(*older, asked)


def test_parents_that_are_missing_are_said_to_be_missing() -> None:
    siblings = (
        f.PersonFact("x"), f.PersonFact("y"), f.UnionFact("no parents"),
        f.ChildFact("no parents", "x"), f.ChildFact("no parents", "y"),
    )  # fmt: skip
    said = told(*siblings)
    assert "Ouders: nog niet getekend." in said
    assert "Broers en zussen, oudste eerst: iemand G, iemand H." in said
    headings = [one.heading for one in paragraphs(map_of((*FAMILY, *siblings))).sections]
    assert "Het gezin van iemand G en iemand H" in headings


def test_nobody_misses_the_partner_of_a_donor() -> None:
    donor = (
        f.PersonFact("x"), f.NameFact("x", "Xander"), f.UnionFact("donor"),
        f.PartnerFact("donor", "x"), f.ChildFact("donor", "emir", "x", w.Parentage.DONOR),
    )  # fmt: skip
    said = told(*donor)
    assert "Bij Xander: Emir (14), met Xander als donor." in said
    assert not [line for line in said if line.startswith("Ouder: Xander")]


def test_a_direction_is_told_from_one_to_the_other() -> None:
    tie = f.TieFact("sanne", "yara", w.TieKind.CARES_FOR, w.Direction.BACK)
    assert "Yara zorgt voor Sanne de Wit." in told(tie)
    assert "Sanne de Wit en Yara zorgen voor elkaar." in told(
        replace(tie, direction=w.Direction.BOTH)
    )


def test_events_and_help_come_in_order_of_time() -> None:
    said = told(
        f.EventFact(("yara",), "verhuizing naar Zwolle", period=Period(when("2019"), when("2019"))),
        f.EventFact(("yara", "emir"), "opa overleed", w.EventKind.LOSS, since("2015")),
        f.TrajectoryFact(("yara",), "speltherapie", by="De Boog", worked="samen tekenen."),
    )
    first = said.index("Sinds 2015: opa overleed (Yara en Emir). Verlies.")
    assert said[first + 1] == "In 2019: verhuizing naar Zwolle (Yara)."
    assert "Speltherapie voor Yara, door De Boog. Wat werkte: samen tekenen." in said


def test_an_organisation_for_nobody_yet_is_not_a_gap() -> None:
    said = told(f.OrganisationFact("club", "Judo Oost", w.ContextKind.SPORT))
    assert "Judo Oost: sport." in said
    assert "Nog niet getekend: voor wie Judo Oost er is." in said


def test_two_with_the_same_name_are_told_apart() -> None:
    said = told(f.PersonFact("other"), f.NameFact("other", "emir"))
    assert any(line.startswith("Emir (a) (14)") for line in said)
    assert "Emir (b)." in said


def test_every_line_says_whom_it_is_about() -> None:
    text = paragraphs(map_of((*FAMILY, f.TieFact("sanne", "yara", w.TieKind.CLOSE))))
    about = {line.text: line.about for section in text.sections for line in section.lines}
    assert about["Sanne de Wit en Yara hebben een hechte band."] == ("sanne", "yara")


def test_an_empty_map_has_words_too() -> None:
    assert words(FamilyMap(), lang="nl") == (
        "De familiekaart\nFamilie: 0 mensen.\n\n"
        "Waar de vraag begint\n- Bij wie de vraag begint is nog niet getekend.\n"
    )


def test_a_note_about_nobody_in_particular_is_told() -> None:
    said = told(f.NoteFact("", "eten is belangrijk", "gewoonte"), f.NoteFact("", "veel lachen"))
    assert "Gewoonte: eten is belangrijk." in said
    assert "Opmerking: veel lachen." in said


@pytest.mark.parametrize("alias", [False, True])
def test_of_what_only_a_file_says_the_count_is_told(alias: bool) -> None:
    left = [f.NoteFact(about, f"_UID {about}", "file:0 INDI") for about in ("", "yara", "first")]
    text = paragraphs(map_of((*FAMILY, *left, f.NoteFact("yara", "zwemt"))), lang="en", alias=alias)
    said = lines(text)
    assert not [line for line in said if "_UID" in line or "file:" in line]
    notes = next(one for one in text.sections if one.heading == "Also written down").lines
    assert notes[-1].text == "From the file 3 lines are kept that have no place in the drawing."
    assert len(notes) == 2
    assert "From the file 1 line is kept that has no place in the drawing." in told(
        left[0], lang="en", alias=alias
    )


# --- Who said it ----------------------------------------------------------------------------------

OMA = Source("oma", when("2019-04-14"), "huisbezoek")


def with_last(*facts: f.Fact, **changes: object) -> FamilyMap:
    made = map_of((*FAMILY, *facts))
    last = replace(made.statements[-1], **changes)  # type: ignore[arg-type]
    return FamilyMap((*made.statements[:-1], last))


def test_a_source_stands_behind_what_it_said() -> None:
    tie = f.TieFact("sanne", "yara", w.TieKind.CLOSE)
    said = lines(paragraphs(with_last(tie, source=OMA), lang="nl"))
    assert (
        "Sanne de Wit en Yara hebben een hechte band (zegt oma, huisbezoek, 14 april 2019)."
    ) in said


def test_who_may_know_stands_behind_what_not_all_may_know() -> None:
    tie = f.TieFact("sanne", "yara", w.TieKind.CLOSE)
    made = with_last(tie, audience=Audience(Reach.PROFESSIONALS))
    assert "Sanne de Wit en Yara hebben een hechte band (alleen voor professionals)." in lines(
        paragraphs(made, lang="nl")
    )


def test_one_source_of_a_bond_and_its_stage_is_told_once() -> None:
    made = map_of(FAMILY)
    stage = {s.id for s in made if getattr(s.fact, "union", "") == "first"}
    told_by_oma = tuple(replace(s, source=OMA) if s.id in stage else s for s in made)
    parents = next(
        line
        for line in lines(paragraphs(FamilyMap(told_by_oma), lang="nl"))
        if line.startswith("Ouders: Mehmet Kaya")
    )
    says = "(zegt oma, huisbezoek, 14 april 2019)"
    assert parents.endswith(f"gescheiden sinds 2018 {says}.")
    assert f"{says} {says}" not in parents


def two_accounts(*choices: Choice) -> FamilyMap:
    made = map_of(FAMILY)
    at = datetime(2025, 1, 1, tzinfo=UTC)
    for number, (who, day) in enumerate([("moeder", "2013-11-21"), ("vader", "2013-11-22")]):
        fact = f.BirthFact("yara", when(day))
        one = Statement(f"x{number}", fact, TEAM, at.replace(day=number + 1), Source(who))
        made = FamilyMap((*made.statements, one), choices)
    return made


def test_accounts_that_differ_stand_side_by_side_with_the_one_that_is_drawn() -> None:
    said = lines(paragraphs(two_accounts(), lang="nl"))
    assert "Yara: meisje" not in said
    assert (
        "De verhalen verschillen. Volgens wie het tekende: Yara, geboren op 20 november 2013 · "
        "Volgens moeder: Yara, geboren op 21 november 2013 · "
        "Volgens vader: Yara, geboren op 22 november 2013 (zo staat het in de tekening)."
    ) in said


def test_the_account_that_was_chosen_is_the_one_that_is_drawn() -> None:
    choice = Choice("c", "x0", TEAM, datetime(2025, 2, 1, tzinfo=UTC))
    text = words(two_accounts(choice), lang="nl")
    assert "Yara, geboren op 21 november 2013 (zo staat het in de tekening)" in text


def test_what_was_taken_back_says_by_whom_and_why() -> None:
    taken = Retraction("e", Author("mam", Side.FAMILY), datetime(2025, 2, 1, tzinfo=UTC), "oud")
    made = with_last(f.TieFact("sanne", "yara", w.TieKind.CUT_OFF), retracted=taken)
    said = "Ingetrokken door {} (reden: oud): Sanne de Wit en Yara hebben geen contact meer."
    assert said.format("de familie") in lines(paragraphs(made, lang="nl"))
    named = paragraphs(made, lang="nl", accounts={"mam": "Sanne"})
    assert said.format("Sanne") in lines(named)


def test_what_cannot_be_drawn_is_told_with_the_reason() -> None:
    circle = (
        f.UnionFact("circle"), f.PartnerFact("circle", "yara"),
        f.ChildFact("circle", "sanne", "yara"),
    )  # fmt: skip
    said = [line for line in told(*circle) if line.startswith("Staat niet in de tekening")]
    assert any("dan stamt iemand van zichzelf af" in line for line in said)


def test_what_is_hidden_leaves_no_trace_in_the_words() -> None:
    made = map_of(FAMILY)
    at = datetime(2025, 1, 1, tzinfo=UTC)
    secret = [
        f.PersonFact("secret"), f.NameFact("secret", "Ties"), f.PartnerFact("second", "secret"),
        f.TieFact("secret", "yara", w.TieKind.CLOSE),
    ]  # fmt: skip
    hidden = [
        Statement(f"h{number}", fact, TEAM, at, audience=Audience(Reach.SAFETY))
        for number, fact in enumerate(secret)
    ]
    whole = FamilyMap((*made.statements, *hidden))
    viewer = Viewer("account-2", Side.FAMILY)
    assert words(seen_by(whole, viewer)) == words(seen_by(made, viewer))
    assert "Ties" in words(whole)


# --- Aliases --------------------------------------------------------------------------------------


def test_with_aliases_only_aliases_show() -> None:
    said = told(alias=True)
    assert "Ouders: Zon en Maan, getrouwd sinds 2010, gescheiden sinds 2018." in said
    assert not [line for line in said if "Sanne" in line or "Yara" in line]


def test_who_has_no_alias_has_a_letter_that_stays() -> None:
    extra = (f.PersonFact("x"), f.NameFact("x", "Xander"))
    assert "Iemand G." in told(*extra, alias=True)
    assert "Iemand G." in told(*extra, f.PersonFact("y"), f.AliasFact("y", "Vos"), alias=True)


# --- The summary ----------------------------------------------------------------------------------


def test_the_summary_counts_what_is_drawn() -> None:
    more = (
        f.PersonFact("dog", w.PersonKind.PET), f.NameFact("dog", "Boef"),
        f.OrganisationFact("team", "Team Duin"),
    )  # fmt: skip
    family = resolve(map_of((*FAMILY, *more)))
    assert summary(family, "nl") == (
        "Familie van Yara: 6 mensen in 2 generaties, 1 huisdier, 1 huis en 1 organisatie eromheen."
    )
    assert summary(family, "en", alias=True).startswith("Family of Uil: 6 people")


def test_one_source_of_everything_in_a_line_is_named_once() -> None:
    file, oma = Source(conversation="from a file"), Source("oma")
    facts = (*person("yara", "Yara", "2013", "Uil"), f.GenderFact("yara", w.Gender.WOMAN))
    said = [replace(one, source=file) for one in map_of(facts)]
    lines = str(paragraphs(FamilyMap(tuple(said)), lang="en"))
    assert "Yara: woman, born in 2013, alias Uil (from a file)." in lines
    differing = str(paragraphs(FamilyMap((replace(said[0], source=oma), *said[1:])), lang="en"))
    assert "born in 2013 (from a file)" in differing
