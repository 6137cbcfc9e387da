"""What is written can be read again: the same family, of ours and of other programs."""

from pathlib import Path

import pytest
from hypothesis import assume, given

from samenspel.family.build import map_of
from samenspel.family.dates import PartialDate, Period
from samenspel.family.facts import (
    FACTS,
    AliasFact,
    BirthFact,
    ChildFact,
    EventFact,
    NameFact,
    NoteFact,
    PartnerFact,
    PersonFact,
    TieFact,
    UnionFact,
)
from samenspel.family.statements import FamilyMap
from samenspel.family.words import Parentage, TieKind
from samenspel.formats import FormatError, read, write
from samenspel.formats.gedcom.lines import Node, parse
from tests.family.arbitrary import maps

from .helpers import (
    FILES,
    MADE_ON,
    comparable,
    said,
    shared_families,
    there_and_back,
    with_accounts_only,
)

WRITTEN = ["gedcom5", "gedcom7", "gedzip", "graphml", "json"]
OWN_FILES = ["everything-551.ged", "everything-7.ged", "with-errors.ged"]


@pytest.mark.parametrize("format_name", ["gedcom5", "gedcom7", "graphml", "json"])
@given(family_map=maps(wild=False, size=20))
def test_whatever_is_said_comes_back(format_name: str, family_map: FamilyMap) -> None:
    assume(all(one.fact.brings != "" for one in family_map))
    family_map = with_accounts_only(family_map)
    again = there_and_back(family_map, format_name)
    assert comparable(again.map) == comparable(family_map)


TEXTS = [
    "", " ", "@", "@@", "@I1@", "a@b.nl", " voor", "na ", "een\ntwee", "\n\n", "/schuin/ streep",
    "x" * 1000, "woord " * 200, "@" * 400, "a  b", "<&>\"'", "1 NOTE x", "é🙂", "(haakjes)", "]]>",
]  # fmt: skip


@pytest.mark.parametrize("format_name", WRITTEN)
@pytest.mark.parametrize("text", TEXTS)
def test_any_text_comes_back(format_name: str, text: str) -> None:
    phrase = PartialDate.parse("1990")
    facts = [
        PersonFact("I1"),
        NameFact("I1", text),
        AliasFact("I1", text),
        BirthFact("I1", PartialDate(phrase.precision, phrase.at, None, text)),
        NoteFact("I1", text, "zorg"),
        NoteFact("I1", text),
        NoteFact("", text),
        EventFact(("I1",), text),
    ]
    family_map = map_of(facts)
    assert said(there_and_back(family_map, format_name).map) == said(family_map)


@pytest.mark.parametrize("format_name", WRITTEN)
def test_signs_that_no_file_may_hold_are_shown_as_such(format_name: str) -> None:
    family_map = map_of([PersonFact("I1"), NoteFact("I1", "a\0b\x07c\rd")])
    texts = [
        one.fact.text
        for one in there_and_back(family_map, format_name).map
        if isinstance(one.fact, NoteFact)
    ]
    assert texts == (["a\0b\x07c\rd"] if format_name == "json" else ["a�b�c\nd"])


@pytest.mark.parametrize("format_name", WRITTEN)
def test_ids_that_are_no_numbers_of_gedcom_come_back(format_name: str) -> None:
    one, two = "3f2c8e50-9a1b-4c77-b1f0-0242ac120002", "met spatie en @"
    facts = [PersonFact(one), PersonFact(two), UnionFact("u"), PartnerFact("u", one)]
    facts += [ChildFact("u", two, one, Parentage.DONOR), NoteFact(one, f"zie @{two}@", "x")]
    assert comparable(there_and_back(map_of(facts), format_name).map) == comparable(map_of(facts))


def test_a_period_that_no_date_of_gedcom_tells() -> None:
    period = Period(PartialDate.parse("2010~"), PartialDate())
    facts = [PersonFact("A"), PersonFact("B"), TieFact("A", "B", TieKind.CLOSE, period=period)]
    assert said(there_and_back(map_of(facts), "gedcom7").map) == said(map_of(facts))


def test_one_id_for_two_things_is_refused() -> None:
    with pytest.raises(FormatError, match="two different things"):
        write(map_of([PersonFact("A"), UnionFact("A")]), "gedcom7", made_on=MADE_ON)


@pytest.mark.parametrize("format_name", WRITTEN)
@pytest.mark.parametrize("name", OWN_FILES)
def test_a_file_of_another_program_loses_nothing(name: str, format_name: str) -> None:
    first = read((FILES / name).read_bytes()).map
    again = there_and_back(first, format_name).map
    assert said(again) == said(first)
    assert comparable(again) == comparable(first)


@pytest.mark.parametrize("format_name", WRITTEN)
def test_writing_is_the_same_every_time(format_name: str) -> None:
    first = read((FILES / "everything-7.ged").read_bytes()).map
    once = write(first, format_name, made_on=MADE_ON)
    assert once == write(first, format_name, made_on=MADE_ON)


# --- Line by line ---------------------------------------------------------------------------------


def structures(data: bytes, *, doubled: bool) -> set[tuple[str, ...]]:
    """Every line with the tags above it, without the head."""
    found: set[tuple[str, ...]] = set()
    waiting: list[tuple[tuple[str, ...], Node]] = [
        ((), record)
        for record in parse(data.decode("utf-8-sig").splitlines(), doubled=doubled).records
        if record.tag not in ("HEAD", "TRLR")
    ]
    while waiting:
        above, node = waiting.pop()
        path = (*above, node.tag)
        found.add((*path, node.pointer or node.text))
        waiting += [(path, child) for child in node.children]
    return found


def test_structures_of_version_7_come_back_as_they_were() -> None:
    data = (FILES / "everything-7.ged").read_bytes()
    again = write(read(data).map, "gedcom7", made_on=MADE_ON)
    lost = structures(data, doubled=False) - structures(again, doubled=False)
    assert lost == {
        ("INDI", "SEX", "U"),  # says nothing
        ("INDI", "SNOTE", "N1"),  # a shared note of only words is repeated
        ("SNOTE", "Gedeeld"),
    }


def test_structures_of_version_5_come_back_as_they_were() -> None:
    data = (FILES / "everything-551.ged").read_bytes()
    again = write(read(data).map, "gedcom5", made_on=MADE_ON)
    lost = structures(data, doubled=True) - structures(again, doubled=True)
    assert {path[:2] for path in lost} == {
        ("INDI", "SEX"), ("INDI", "NOTE"), ("NOTE", "Een gedeelde aantekening"),
        ("FAM", "HUSB"),  # the second of two becomes WIFE, which says nothing about sex
        ("FAM", "CHIL"),  # _FREL and _MREL become _SAMCHILD
        ("FAM", "MARR"), ("FAM", "ANUL"), ("FAM", "_SEPR"),  # see docs/formats.md
        ("INDI", "EVEN"),  # a TYPE alone becomes the words
    }  # fmt: skip


# --- Families of others ---------------------------------------------------------------------------


def test_every_official_example_of_version_7_comes_back() -> None:
    for path in sorted((shared_families() / "gedcom7").glob("*.g*")):
        _check_comes_back(path, "gedcom7")


def test_nobody_is_lost_in_the_files_of_version_5() -> None:
    for path in sorted(shared_families().glob("*.ged")):
        for format_name in ("gedcom5", "gedcom7", "graphml"):
            _check_comes_back(path, format_name)


def _check_comes_back(path: Path, format_name: str) -> None:
    data = path.read_bytes()
    found = read(data, name=path.name)
    people = [one for one in found.map if isinstance(one.fact, PersonFact)]
    if path.suffix == ".ged":
        assert len(people) == data.count(b"@ INDI")
        assert len({line.number for line in found.report}) == len(data.splitlines())
    again = there_and_back(found.map, format_name)
    assert said(again.map) == said(found.map), path.name
    assert comparable(again.map) == comparable(found.map), path.name


def test_every_kind_of_fact_has_a_tag_of_its_own() -> None:
    from samenspel.formats.gedcom.extension import KIND_OF

    assert len(KIND_OF) == len(FACTS)
