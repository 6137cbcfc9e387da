"""The map as JSON: what is rendered is parsed, and what is wrong is named with its place."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.family import (
    FACTS,
    SCHEMA,
    Choose,
    DocumentError,
    Edit,
    Fact,
    FamilyMap,
    PersonFact,
    Reinstate,
    Retract,
    Say,
    Saying,
    edit_from_json,
    edit_to_json,
    map_of,
    parse,
    render,
    resolve,
)
from samenspel.family import upcasts as upcasts_module
from samenspel.family.upcasts import UPCASTS, facts_in
from tests.family.arbitrary import MOTHER, NOON, audiences, authors, facts, maps, sources

GOLDEN = Path(__file__).parent / "golden"


@given(maps())
def test_what_is_rendered_is_parsed(family_map: FamilyMap):
    text = render(family_map)
    assert parse(text) == family_map
    assert render(parse(text)) == text


@given(st.lists(facts(wild=True), min_size=1, max_size=3), authors, audiences, sources)
def test_an_edit_comes_back_as_it_was(said: list[Fact], by, audience, source):
    sayings = tuple(Saying(f"s{n}", fact, source, audience) for n, fact in enumerate(said))
    for body in (Say(sayings), Retract(("a", "b"), "é"), Reinstate(("a",), of="e1"), Choose("s1")):
        edit = Edit("e2", by, NOON, body)
        assert edit_from_json(edit_to_json(edit)) == edit


def test_the_same_moment_in_another_zone_gives_the_same_bytes():
    family_map = map_of([PersonFact("a")])
    there = timezone(timedelta(hours=2))
    statement = family_map.statements[0]
    other = FamilyMap((replace(statement, at=statement.at.astimezone(there)),))
    assert render(other) == render(family_map)


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_every_version_opens_for_ever(schema: int):
    found = parse((GOLDEN / f"v{schema}.json").read_text())
    assert {one.fact.kind for one in found} == set(FACTS)
    assert resolve(found).person["yara"].name == "Yara"
    edit = edit_from_json((GOLDEN / f"v{schema}-edit.json").read_text())
    assert isinstance(edit.body, Say)


def test_the_golden_map_of_today_is_canonical():
    text = (GOLDEN / f"v{SCHEMA}.json").read_text()
    assert render(parse(text)) == text


def test_an_older_version_is_turned_into_todays(monkeypatch):
    def from_zero(document):
        for fact in facts_in(document):
            fact["kind"] = fact["kind"].replace("human", "person")
        return document

    monkeypatch.setitem(UPCASTS, 0, from_zero)
    old = render(map_of([PersonFact("a")])).replace('"person",', '"human",', 1)
    old = old.replace('"schema": 1', '"schema": 0')
    assert parse(old) == map_of([PersonFact("a")])
    edit = edit_to_json(Edit("e1", MOTHER, NOON, Say((Saying("s1", PersonFact("a")),))))
    old = edit.replace('"person",', '"human",', 1).replace(": 1", ": 0", 1)
    assert edit_from_json(old) == edit_from_json(edit)


def test_there_is_a_way_from_every_version_to_todays():
    assert set(upcasts_module.UPCASTS) == set(range(1, SCHEMA))


def one_statement(**changes: object) -> str:
    statement = json.loads(render(map_of([PersonFact("a")])))["statements"][0] | changes
    return json.dumps({"schema": 1, "statements": [statement]})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not JSON"),
        ("[]", "no family map"),
        ("[" * 200_000, "nested too deep"),
        ("{}", "schema: say which version"),
        ('{"schema": true}', "schema: say which version"),
        ('{"schema": 99}', "newer than this program"),
        ('{"schema": 0}', "never been a version 0"),
        ('{"schema": 1, "schema": 1}', "'schema' stands twice"),
        ('{"schema": 1, "people": []}', "'people' is not known here"),
        ('{"schema": 1, "statements": {}}', "statements: give a list"),
        ('{"schema": 1, "statements": [{}]}', r"statements\[0\]: 'at' is missing"),
        (one_statement(at="yesterday"), r"statements\[0\].at: give a moment"),
        (one_statement(at="2026-03-09T10:30:00"), r"statements\[0\].at: give a moment"),
        (one_statement(id=1), r"statements\[0\].id: give a text"),
        (one_statement(id="\ud800"), "half a character"),
        (one_statement(fact=None), r"statements\[0\].fact: give an object"),
        (one_statement(fact={"kind": "dragon"}), "'dragon' is not known; use person, name"),
        (one_statement(fact={"kind": ["person"]}), "is not known; use person, name"),
        (one_statement(fact={"kind": "name", "person": "a"}), "'name' is missing"),
        (
            one_statement(fact={"kind": "person", "person": "a", "is_a": "dragon"}),
            "fact.is_a: choose one of person, pet",
        ),
        (
            one_statement(fact={"kind": "birth", "person": "a", "on": "9 maart"}),
            "fact.on: Write '9 maart' as 2014, 2014-03 or 2014-03-09",
        ),
        (
            one_statement(
                fact={
                    "kind": "lives_in",
                    "household": "h",
                    "person": "a",
                    "period": {"start": "2014", "end": "2012"},
                }
            ),
            "fact.period: The end 2012 comes before the start 2014",
        ),
        (
            one_statement(fact={"kind": "more_children", "union": "u", "count": 2.5}),
            "fact.count: give a whole number",
        ),
        (
            one_statement(fact={"kind": "supporter", "person": "a", "of": "b", "jim": "yes"}),
            "fact.jim: give true or false",
        ),
    ],
)
def test_what_is_wrong_is_named(text: str, message: str):
    with pytest.raises(DocumentError, match=message):
        parse(text)


def test_two_statements_have_two_ids():
    statement = json.loads(one_statement())["statements"][0]
    with pytest.raises(DocumentError, match="same id"):
        parse(json.dumps({"schema": 1, "statements": [statement, statement]}))


@given(maps(size=3), st.data())
def test_no_broken_text_raises_anything_else(family_map: FamilyMap, data: st.DataObject):
    text = render(family_map)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    put = data.draw(st.sampled_from(["", "null", '"x"', "1", "{}", "[]", "-1e999"]))
    with suppress(DocumentError):
        parse(text[:start] + put + text[end:])
