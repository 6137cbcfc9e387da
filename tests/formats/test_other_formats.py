"""GraphML of other programs, PED tables, our own JSON, and how a format is recognised."""

import pytest

from samenspel.family.build import map_of
from samenspel.family.facts import (
    ChildFact,
    NameFact,
    NoteFact,
    PartnerFact,
    PersonFact,
    SexFact,
)
from samenspel.family.resolve import resolve
from samenspel.family.words import Sex
from samenspel.formats import FORMATS, FormatError, Outcome, format_of, read, write

from .helpers import FILES, MADE_ON, codes, shared_families

NETWORK = """<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
 <key id="k1" for="node" attr.name="networkCanvasType" attr.type="string"/>
 <key id="k2" for="node" attr.name="name" attr.type="string"/>
 <key id="k3" for="node" attr.name="kleur" attr.type="string"/>
 <key id="k4" for="edge" attr.name="networkCanvasType" attr.type="string"/>
 <graph edgedefault="undirected">
  <node id="1"><data key="k1">Person</data><data key="k2">Amina</data>
   <data key="k3">rood</data></node>
  <node id="2"><data key="k1">person</data></node>
  <node id="3"><data key="k1">venue</data></node>
  <edge id="e" source="1" target="2"><data key="k4">friend</data></edge>
  <edge id="f" source="1" target="9"/>
  <hyperedge/>
 </graph>
</graphml>"""


def test_a_network_of_another_program() -> None:
    found = read(NETWORK.encode())
    facts = [one.fact for one in found.map]
    assert PersonFact("1") in facts
    assert NameFact("1", "Amina") in facts
    assert NoteFact("1", "rood", "GraphML kleur") in facts
    friend = NoteFact("1", "networkCanvasType: friend", "GraphML edge", ("2",))
    assert friend in facts
    assert NoteFact("", "networkCanvasType: venue", "file:GraphML 3") in facts
    assert {"no_record", "kept", "skipped"} <= codes(found)


def test_an_id_that_is_a_name_stands_in_no_note_of_an_edge() -> None:
    data = NETWORK.replace('"1"', '"Amina"').replace('"2"', '"Bo"').encode()
    notes = [one.fact for one in read(data).map if isinstance(one.fact, NoteFact)]
    ends = [one for one in notes if one.label == "GraphML edge"]
    assert [(one.about, one.mentions) for one in ends] == [("Amina", ("Bo",))]
    assert not any(name in one.text for one in ends for name in ("Amina", "Bo"))


def test_a_person_stands_in_graphml_with_their_name() -> None:
    text = write(map_of([PersonFact("a"), NameFact("a", "Bo & Bas")]), "graphml", made_on=MADE_ON)
    assert b'<data key="type">person</data>' in text
    assert b'<data key="name">Bo &amp; Bas</data>' in text


PED = b"""# family person father mother sex affected
1 1 0 0 1 0
1 2 0 0 2 1
1 3 1 2 2 NA
1 4 1 9 1 1
2 1 0 0 2 0
2 5 0 1 0 x
1 6 1
"""


def test_a_ped_table() -> None:
    found = read(PED, name="x.ped")
    family = resolve(found.map)
    assert [person.id for person in family.people] == ["1-1", "2", "3", "4", "2-1", "5", "9"]
    assert [union.partners for union in family.unions] == [("1-1", "2"), ("1-1", "9"), ("2-1",)]
    facts = [one.fact for one in found.map]
    assert SexFact("9", Sex.FEMALE) in facts
    assert PartnerFact("F3", "2-1") in facts
    assert ChildFact("F3", "5", "2-1") in facts
    assert NoteFact("2", "affected", "PED") in facts
    assert NoteFact("1-1", "not affected", "file:PED") in facts
    assert NoteFact("", "1 6 1", "file:PED 8") in facts
    assert NameFact("9", "9") in facts
    assert {"no_record", "value", "columns"} <= codes(found)


def test_the_sample_of_pedigree_programs() -> None:
    found = read((shared_families() / "kinship2-sample.ped").read_bytes(), name="sample.ped")
    assert len(resolve(found.map).people) == 55
    assert all(line.outcome is Outcome.READ for line in found.report)


def test_json_keeps_all_of_a_map() -> None:
    first = read((FILES / "everything-551.ged").read_bytes()).map
    assert read(write(first, "json", made_on=MADE_ON)).map == first


UNKNOWN_FACT = b"""{"schema": 1, "statements": [{
  "id": "a", "by": {"account": "b"}, "at": "2026-03-09T10:30:00+00:00", "fact": {"kind": "x"}
}]}"""


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{", "json_text"),
        (b"{}", "json"),
        (b'{"schema": 99}', "json_newer"),
        (b'{"a": ' + b"[" * 5000, "json_deep"),
        (b'{"schema": 1' + b"0" * 5000 + b"}", "json_number"),
        (b'{"schema": 1, "schema": 1}', "json_twice"),
        (b'{"schema": 1, "people": []}', "json_extra"),
        (b'{"schema": 1, "statements": [{}]}', "json_missing"),
        (b'{"schema": 1, "statements": 3}', "json_place"),
        (UNKNOWN_FACT, "json_choose"),
        (b"{\xff", "json_utf8"),
    ],
)
def test_json_that_is_no_map_is_refused_in_our_own_words(data: bytes, code: str) -> None:
    with pytest.raises(FormatError) as refused:
        read(data)
    assert refused.value.code == code
    assert "sys.set_int" not in refused.value.words("en")


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"0 HEAD\n", "familie.json", "gedcom5"),
        (b"\xef\xbb\xbf0 HEAD\n", "", "gedcom5"),
        ("0 HEAD\n".encode("utf-16"), "", "gedcom5"),
        (b"PK\x03\x04", "", "gedzip"),
        (b"<graphml/>", "", "graphml"),
        (b"{}", "x.ged", "json"),
        (b"1 1 0 0 1 0", "x.PED", "ped"),
    ],
)
def test_a_file_is_known_by_what_is_in_it(data: bytes, name: str, expected: str) -> None:
    assert format_of(data, name) == expected


def test_a_file_that_is_nothing_is_refused() -> None:
    with pytest.raises(FormatError, match="no file that can be read"):
        read(b"Beste oma,", name="brief.txt")


@pytest.mark.parametrize("name", ["ped", "pdf"])
def test_what_cannot_be_written_is_refused(name: str) -> None:
    with pytest.raises(FormatError, match="gedcom5, gedcom7, gedzip, graphml, json"):
        write(map_of([]), name, made_on=MADE_ON)


def test_names_of_formats_are_those_of_the_reports() -> None:
    assert list(FORMATS) == ["gedcom5", "gedcom7", "gedzip", "graphml", "json", "ped"]
