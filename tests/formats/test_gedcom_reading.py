"""What becomes of the structures of GEDCOM, in both versions, also where they have errors."""

from typing import TypeVar

import pytest

from samenspel.family.dates import PartialDate
from samenspel.family.facts import (
    BirthFact,
    BirthOrderFact,
    ChildFact,
    DeathFact,
    EventFact,
    Fact,
    NameFact,
    NoteFact,
    PartnerFact,
    PersonFact,
    SexFact,
    StageFact,
)
from samenspel.family.resolve import resolve
from samenspel.family.statements import FamilyMap
from samenspel.family.words import EventKind, Parentage, PersonKind, Sex, Stage
from samenspel.formats import FormatError, Outcome, read

from .helpers import END, FILES, HEAD, HEAD_7, codes, person

F = TypeVar("F", bound=Fact)


def facts(data: bytes, kind: type[F]) -> list[F]:
    return of(read(data).map, kind)


def of(family_map: FamilyMap, kind: type[F]) -> list[F]:
    return [one.fact for one in family_map if isinstance(one.fact, kind)]


@pytest.fixture(scope="module")
def old() -> FamilyMap:
    return read((FILES / "everything-551.ged").read_bytes()).map


def test_ids_are_the_numbers_of_the_file_without_at_signs() -> None:
    assert facts(person(), PersonFact) == [PersonFact("I1")]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("1 NAME Jan /de Boer/", "Jan de Boer"),
        ("1 NAME /Okafor/", "Okafor"),
        ("1 NAME Anna/Smit/jr.", "Anna Smit jr."),
        ("1 NAME Noor", "Noor"),
        ("1 NAME\n2 GIVN Sami\n2 SURN Haddad", "Sami Haddad"),
    ],
)
def test_a_name_is_readable(line: str, name: str) -> None:
    assert facts(person(line), NameFact) == [NameFact("I1", name)]


def test_a_second_name_is_kept_as_a_note(old: FamilyMap) -> None:
    assert NoteFact("I1", "Pim /Velde/\n1 TYPE aka", "INDI.NAME") in of(old, NoteFact)


@pytest.mark.parametrize(
    ("said", "sex"),
    [("M", Sex.MALE), ("F", Sex.FEMALE), ("X", Sex.INTERSEX), ("m", Sex.MALE)],
)
def test_sex_is_sex_at_birth(said: str, sex: Sex) -> None:
    assert facts(person(f"1 SEX {said}"), SexFact) == [SexFact("I1", sex)]


@pytest.mark.parametrize("said", ["U", "N", ""])
def test_an_unknown_sex_is_not_said(said: str) -> None:
    found = read(person(f"1 SEX {said}".strip()))
    assert of(found.map, SexFact) == []
    assert "not_known" in codes(found)


@pytest.mark.parametrize(
    ("said", "short", "phrase"),
    [
        ("12 MAR 1948", "1948-03-12", ""),
        ("mar 1948", "1948-03", ""),
        ("ABT 1949", "1949~", ""),
        ("CAL 1975", "1975~", "CAL 1975"),
        ("EST 1961", "1961~", "EST 1961"),
        ("BEF 2019", "/2019", ""),
        ("AFT MAY 1980", "1980-05/", ""),
        ("BET 1976 AND 1978", "1976/1978", ""),
        ("FROM 1960 TO 1962", "1960/1962", "FROM 1960 TO 1962"),
        ("INT 2003 (kort na de verhuizing)", "2003", "kort na de verhuizing"),
        ("(onbekend)", "?", "onbekend"),
        ("11 FEB 1731/32", "1732-02-11", "11 FEB 1731/32"),
        ("44 BC", "?", "44 BC"),
        ("@#DJULIAN@ 1 JAN 1950", "?", "@#DJULIAN@ 1 JAN 1950"),
        ("@#DGREGORIAN@ 1 JAN 1950", "1950-01-01", ""),
        ("31 FEB 1950", "?", "31 FEB 1950"),
        ("rond de oorlog", "?", "rond de oorlog"),
    ],
)
def test_every_form_of_date(said: str, short: str, phrase: str) -> None:
    when = PartialDate.parse(short)
    expected = PartialDate(when.precision, when.at, when.until, phrase)
    assert facts(person("1 BIRT", f"2 DATE {said}"), BirthFact) == [BirthFact("I1", expected)]


def test_a_date_that_is_not_understood_is_reported() -> None:
    assert "date" in codes(read(person("1 BIRT", "2 DATE rond de oorlog")))


def test_a_phrase_beside_a_date_in_version_7() -> None:
    data = HEAD_7 + b"0 @I1@ INDI\n1 DEAT\n2 DATE 1990\n3 PHRASE in de winter\n" + END
    when = PartialDate.parse("1990")
    expected = PartialDate(when.precision, when.at, None, "in de winter")
    assert facts(data, DeathFact) == [DeathFact("I1", expected)]


@pytest.mark.parametrize("line", ["1 DEAT Y", "1 DEAT", "1 BURI\n2 PLAC Zwolle"])
def test_a_death_without_a_date(line: str) -> None:
    assert facts(person(line), DeathFact) == [DeathFact("I1")]


def test_of_two_births_the_first_is_drawn_and_both_stay(old: FamilyMap) -> None:
    born = [one for one in of(old, BirthFact) if one.person == "I1"]
    assert len(born) == 2
    assert str(resolve(old).person["I1"].birth) == "1948-03-12"


def test_a_stillborn_child(old: FamilyMap) -> None:
    assert resolve(old).person["I9"].is_a is PersonKind.STILLBIRTH


def test_events_have_their_kind_and_span(old: FamilyMap) -> None:
    moved, diploma = of(old, EventFact)
    assert (moved.event, moved.words) == (EventKind.MOVE, "verhuisd naar Zwolle")
    assert (str(moved.period.start), str(moved.period.end)) == ("1999", "2003")
    assert diploma.words == "Diploma"


def test_what_has_no_place_is_kept_word_for_word(old: FamilyMap) -> None:
    notes = of(old, NoteFact)
    assert NoteFact("I1", "timmerman\n1 DATE FROM 1965 TO 2010", "INDI.OCCU") in notes
    assert NoteFact("I3", "@I4@\n1 RELA vriend", "INDI.ASSO", ("I4",)) in notes
    assert NoteFact("", "\n1 NAME Streekarchief", "file:@R1@ REPO") in notes


def test_notes_are_joined_and_unescaped(old: FamilyMap) -> None:
    texts = [one.text for one in of(old, NoteFact)]
    assert "Een gedeelde aantekening" in texts
    joined = next(text for text in texts if text.startswith("Een lange zin"))
    assert "afgebroken midden" in joined
    assert joined.endswith("wim@voorbeeld.nl")


def test_who_said_it_is_the_source(old: FamilyMap) -> None:
    who = {one.source.who for one in old}
    assert {"Geboorteregister Kampen, akte 17", "Haar eigen verhaal"} <= who


def test_stages_of_a_bond(old: FamilyMap) -> None:
    found = {union.id: [stage.stage for stage in union.stages] for union in resolve(old).unions}
    assert found["F1"] == [Stage.MARRIED]
    assert found["F2"] == [Stage.REGISTERED, Stage.LIVING_APART, Stage.DIVORCED]
    assert found["F3"] == [Stage.LIVING_TOGETHER]
    assert set(found["F5"]) == {Stage.MARRIED, Stage.DIVORCED, Stage.LIVING_APART}


def test_parentage_is_told_per_parent(old: FamilyMap) -> None:
    found = {(one.child, one.parent): one.parentage for one in of(old, ChildFact)}
    assert found["I7", "I3"] is Parentage.ADOPTED
    assert found["I7", "I5"] is Parentage.STEP
    assert found["I8", "I5"] is Parentage.ADOPTED
    assert found["I9", ""] is Parentage.BIRTH
    foster = [one for one in of(old, ChildFact) if one.parentage is Parentage.FOSTER]
    assert {(one.union, one.child) for one in foster} == {("F3", "I6")}


def test_an_adoption_by_one_of_two_parents() -> None:
    data = (
        HEAD
        + b"0 @I1@ INDI\n1 ADOP\n2 FAMC @F1@\n3 ADOP WIFE\n1 FAMC @F1@\n"
        + b"0 @I2@ INDI\n0 @I3@ INDI\n0 @F1@ FAM\n1 HUSB @I2@\n1 WIFE @I3@\n1 CHIL @I1@\n"
        + END
    )
    assert facts(data, ChildFact) == [
        ChildFact("F1", "I1", "I2", Parentage.BIRTH),
        ChildFact("F1", "I1", "I3", Parentage.ADOPTED),
    ]


def test_two_husbands_are_partners(old: FamilyMap) -> None:
    assert resolve(old).union["F5"].partners == ("I11", "I12")


def test_the_order_of_children_counts_where_dates_do_not_tell(old: FamilyMap) -> None:
    orders = {one.union: one.children for one in of(old, BirthOrderFact)}
    assert orders["F4"] == ("I9", "I10")
    assert "F1" not in orders


# --- Errors ---------------------------------------------------------------------------------------


def test_a_file_with_errors_has_a_report_per_line() -> None:
    data = (FILES / "with-errors.ged").read_bytes()
    found = read(data)
    assert {line.number for line in found.report} == set(range(1, data.count(b"\n") + 1))
    assert codes(found) >= {
        "capitals", "level", "date", "blank", "continued", "value", "no_record", "wrong_record",
        "empty", "only_partner", "same_id", "no_id", "same_partner", "only_child", "same_child",
        "only_parent", "third_partner", "own_ancestor", "no_end",
    }  # fmt: skip
    assert len(of(found.map, PersonFact)) == data.count(b" INDI")


def test_who_would_be_their_own_ancestor_is_not_drawn_as_such() -> None:
    found = read((FILES / "with-errors.ged").read_bytes())
    circle = next(line for line in found.report if line.code == "own_ancestor")
    assert (circle.number, circle.outcome) == (39, Outcome.NOTE)
    assert "Kees Smit" in circle.words("en")
    assert NoteFact("F2", "@I1@", "file:FAM.CHIL", ("I1",)) in of(found.map, NoteFact)


def test_the_report_speaks_the_language_of_the_reader() -> None:
    line = next(one for one in read(person("1 BIRT", "2 DATE ooit")).report if one.code == "date")
    assert line.words("en") == (
        "7 DATE: mended. The date “ooit” is not understood; it is kept as words."
    )


def test_a_family_that_only_the_child_knows_has_its_partners_too() -> None:
    data = HEAD + b"0 @I1@ INDI\n1 FAMC @F1@\n0 @I2@ INDI\n1 FAMS @F1@\n0 @F1@ FAM\n" + END
    found = read(data).map
    assert of(found, PartnerFact) == [PartnerFact("F1", "I2")]
    assert of(found, ChildFact) == [ChildFact("F1", "I1", "I2")]


def test_a_stage_of_version_7_with_a_kind_of_our_own() -> None:
    data = HEAD_7 + b"0 @F1@ FAM\n1 EVEN\n2 TYPE reconciled\n" + END
    assert facts(data, StageFact) == [StageFact("F1", Stage.RECONCILED)]


def test_what_the_file_says_of_itself_is_marked_as_such(old: FamilyMap) -> None:
    of_the_file = {one.label for one in of(old, NoteFact) if one.label.startswith("file:")}
    assert {"file:HEAD", "file:@R1@ REPO", "file:INDI.NAME+"} <= of_the_file
    assert all(one.label in of_the_file for one in of(old, NoteFact) if not one.about)


def test_a_pointer_to_nobody_in_version_7_says_nothing() -> None:
    data = HEAD_7 + b"0 @F1@ FAM\n1 HUSB @VOID@\n1 CHIL @VOID@\n2 PHRASE Bo\n" + END
    found = read(data)
    about = [one for one in of(found.map, NoteFact) if one.about]
    assert about == [NoteFact("F1", "@VOID@\n1 PHRASE Bo", "file:FAM.CHIL")]
    assert [line.outcome for line in found.report if line.tag == "HUSB"] == [Outcome.READ]


@pytest.mark.parametrize("version", ["6.0", "8.0"])
def test_a_version_we_do_not_know_is_refused(version: str) -> None:
    with pytest.raises(FormatError, match=r"5\.5\.1 or 7"):
        read(f"0 HEAD\n1 GEDC\n2 VERS {version}\n0 TRLR\n".encode())


def test_what_stands_after_the_end_is_read_and_reported() -> None:
    found = read(b"\n" + HEAD + END + b"0 @I1@ INDI\n")
    assert of(found.map, PersonFact) == [PersonFact("I1")]
    assert "after_end" in codes(found)
    assert "no_end" not in codes(found)
