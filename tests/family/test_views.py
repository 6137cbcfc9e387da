"""As seen by somebody, and as it was on a day: nothing tells what is left out."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.family import (
    Audience,
    BirthFact,
    BirthOrderFact,
    ChildFact,
    DeathFact,
    EventFact,
    Fact,
    FamilyMap,
    HouseholdFact,
    LivesInFact,
    NameFact,
    PartialDate,
    PartnerFact,
    Period,
    PersonFact,
    PersonKind,
    Reach,
    Side,
    Stage,
    StageFact,
    Statement,
    TieFact,
    TieKind,
    TwinsFact,
    UnionFact,
    Viewer,
    map_at,
    map_of,
    may_see,
    render,
    resolve,
    seen_by,
)
from tests.family.arbitrary import (
    MOTHER,
    NOON,
    VIEWERS,
    WORKER,
    maps,
    with_hidden_facts,
)

DATE = PartialDate.parse
MOTHER_SEES = VIEWERS["mother"]
SAFETY = Audience(Reach.SAFETY)


def said(*facts: Fact | tuple[Fact, Audience]) -> FamilyMap:
    """Each fact for the circle, unless it comes with an audience."""
    pairs = [one if isinstance(one, tuple) else (one, Audience()) for one in facts]
    return FamilyMap(
        tuple(
            Statement(f"s{n}", fact, WORKER, NOON + timedelta(minutes=n), audience=audience)
            for n, (fact, audience) in enumerate(pairs)
        )
    )


def facts_seen(family_map: FamilyMap, viewer: Viewer = MOTHER_SEES) -> list[Fact]:
    return [one.fact for one in seen_by(family_map, viewer)]


@pytest.mark.parametrize(
    ("audience", "who"),
    [
        (Audience(), {"worker", "guard", "mother", "son", "new colleague"}),
        (Audience(Reach.PROFESSIONALS), {"worker", "guard", "new colleague"}),
        (Audience(Reach.SAFETY), {"guard"}),
        (Audience(Reach.WORKERS), {"guard", "worker"}),
        (Audience(Reach.PEOPLE), {"worker"}),
        (Audience(Reach.PEOPLE, frozenset({"son"})), {"worker", "son"}),
    ],
)
def test_an_audience_holds(audience: Audience, who: set[str]):
    statement = Statement("s1", PersonFact("a"), WORKER, NOON, audience=audience)
    assert {name for name, viewer in VIEWERS.items() if may_see(statement, viewer)} == who


def test_what_is_said_about_somebody_hidden_is_hidden():
    family_map = said(
        PersonFact("a"),
        (PersonFact("b"), SAFETY),
        NameFact("b", "Bo"),
        TieFact("a", "b", TieKind.CLOSE),
    )
    assert facts_seen(family_map) == [PersonFact("a")]
    assert len(seen_by(family_map, VIEWERS["guard"])) == 4


def test_a_bond_with_somebody_hidden_leaves_nothing():
    family_map = said(
        PersonFact("a"),
        (PersonFact("b"), SAFETY),
        UnionFact("u"),
        PartnerFact("u", "a"),
        PartnerFact("u", "b"),
        StageFact("u", Stage.SECRET),
    )
    assert facts_seen(family_map) == [PersonFact("a")]


def test_a_parent_whose_partner_is_hidden_is_a_parent_alone():
    family_map = said(
        PersonFact("a"),
        (PersonFact("b"), SAFETY),
        PersonFact("c"),
        UnionFact("u"),
        PartnerFact("u", "a"),
        PartnerFact("u", "b"),
        ChildFact("u", "c", "a"),
        ChildFact("u", "c", "b"),
        StageFact("u", Stage.DIVORCED),
    )
    union = resolve(seen_by(family_map, MOTHER_SEES)).union["u"]
    assert (union.partners, union.stages, len(union.children[0].parents)) == (("a",), (), 1)


def test_a_home_of_somebody_hidden_leaves_nothing():
    family_map = said(
        (PersonFact("a"), SAFETY), HouseholdFact("h", "somewhere safe"), LivesInFact("h", "a")
    )
    assert facts_seen(family_map) == []


def test_twins_of_whom_one_is_hidden_are_no_twins():
    family_map = said(PersonFact("a"), (PersonFact("b"), SAFETY), TwinsFact(("a", "b")))
    assert facts_seen(family_map) == [PersonFact("a")]


def test_an_order_of_children_closes_over_who_is_hidden():
    order = BirthOrderFact("u", ("a", "b", "c"))
    born = [ChildFact("u", child) for child in "abc"]
    family_map = said(
        PersonFact("a"), (PersonFact("b"), SAFETY), PersonFact("c"), UnionFact("u"), *born, order
    )
    assert BirthOrderFact("u", ("a", "c")) in facts_seen(family_map)


def test_words_about_several_people_go_as_a_whole():
    family_map = said(
        PersonFact("a"), (PersonFact("b"), SAFETY), EventFact(("a", "b"), "moved away from b")
    )
    assert facts_seen(family_map) == [PersonFact("a")]


def test_accounts_stay_together_when_the_first_of_them_is_hidden():
    tie = [TieFact("a", "b", kind) for kind in (TieKind.CLOSE, TieKind.DISTANT, TieKind.CONFLICT)]
    people = [Statement(one, PersonFact(one), WORKER, NOON) for one in "ab"]
    accounts = [
        Statement("t1", tie[0], WORKER, NOON, audience=SAFETY),
        Statement("t2", tie[1], WORKER, NOON, against="t1"),
        Statement("t3", tie[2], WORKER, NOON, against="t1"),
    ]
    seen = seen_by(FamilyMap((*people, *accounts)), MOTHER_SEES)
    assert [one.against for one in seen] == ["", "", "", "t2"]
    assert resolve(seen).ties == (tie[2],)


def test_what_was_withdrawn_is_seen_by_nobody():
    statement = Statement("s1", PersonFact("a"), MOTHER, NOON, withdrawn="e2")
    for viewer in VIEWERS.values():
        assert len(seen_by(FamilyMap((statement,)), viewer)) == 0


@given(maps(), st.sampled_from(list(VIEWERS.values())), st.data())
def test_maps_that_differ_only_in_hidden_facts_look_the_same(
    family_map: FamilyMap, viewer: Viewer, data: st.DataObject
):
    other = data.draw(with_hidden_facts(family_map, viewer))
    seen = render(seen_by(other, viewer))
    assert seen == render(seen_by(family_map, viewer))
    assert "hid-" not in seen


@given(maps(), st.sampled_from(list(VIEWERS.values())))
def test_what_is_seen_holds_together(family_map: FamilyMap, viewer: Viewer):
    seen = seen_by(family_map, viewer)
    assert seen_by(seen, viewer) == seen
    there = {one.fact.brings for one in seen}
    ids = {one.id for one in seen}
    for one in seen:
        assert there.issuperset(one.fact.refers_to())
        assert not one.against or one.against in ids
    assert all(choice.statement in ids for choice in seen.choices)


@given(maps(), st.dates(date(1950, 1, 1), date(2030, 1, 1)))
def test_every_map_can_be_seen_on_every_day(family_map: FamilyMap, day: date):
    then = map_at(family_map, day)
    assert map_at(then, day) == then
    assert {one.id for one in then} <= {one.id for one in family_map}


@given(maps(wild=False), st.dates(date(1950, 1, 1)), st.dates(date(1950, 1, 1)))
def test_nobody_disappears_as_time_goes_on(family_map: FamilyMap, one: date, other: date):
    early, late = sorted([one, other])
    before, after = resolve(map_at(family_map, early)), resolve(map_at(family_map, late))
    assert set(before.person) <= set(after.person)
    died = {person.id for person in before.people if person.has_died}
    assert died <= {person.id for person in after.people if person.has_died}


FILM = map_of(
    [
        PersonFact("a"),
        PersonFact("b"),
        PersonFact("c"),
        BirthFact("c", DATE("2014-03-09")),
        DeathFact("b", DATE("2020")),
        UnionFact("u"),
        PartnerFact("u", "a"),
        PartnerFact("u", "b"),
        StageFact("u", Stage.MARRIED, DATE("2010")),
        StageFact("u", Stage.WIDOWED, DATE("2020")),
        ChildFact("u", "c", "a"),
        TieFact("a", "b", TieKind.CLOSE, period=Period(DATE("2010"), DATE("2015"))),
        EventFact(("a",), "moved", period=Period(DATE("2012"), DATE("2012"))),
    ]
)


@pytest.mark.parametrize(
    ("day", "people", "stages", "ties", "events"),
    [
        (date(2009, 6, 1), {"a", "b"}, None, 0, 0),
        (date(2011, 6, 1), {"a", "b"}, ["married"], 1, 0),
        (date(2015, 6, 1), {"a", "b", "c"}, ["married"], 1, 1),
        (date(2021, 6, 1), {"a", "b", "c"}, ["married", "widowed"], 0, 1),
    ],
)
def test_a_family_is_a_film(
    day: date, people: set[str], stages: list[str] | None, ties: int, events: int
):
    family = resolve(map_at(FILM, day))
    found = [stage.stage.value for union in family.unions for stage in union.stages]
    assert (set(family.person), len(family.ties), len(family.events)) == (people, ties, events)
    assert (found or None) == stages
    assert family.person["b"].has_died == (day.year > 2020)


def test_an_expected_child_is_there_during_the_pregnancy():
    family_map = map_of([PersonFact("a", PersonKind.UNBORN), BirthFact("a", DATE("2026-09-01"))])
    assert len(map_at(family_map, date(2026, 3, 9)))
    assert not len(map_at(family_map, date(2025, 3, 9)))


def test_a_viewer_of_the_family_is_not_a_professional():
    assert not may_see(
        Statement("s", PersonFact("a"), WORKER, NOON, audience=Audience(Reach.PROFESSIONALS)),
        Viewer("worker", Side.FAMILY),
    )


def test_who_may_see_nothing_sees_nothing_however_often_asked():
    said = map_of([PersonFact("yara"), NameFact("yara", "Yara")])
    hidden = tuple(
        replace(one, audience=Audience(Reach.PEOPLE, frozenset({"w"}))) for one in said.statements
    )
    private = FamilyMap(hidden)
    other = Viewer("other")
    assert [len(seen_by(private, other)) for _ in range(3)] == [0, 0, 0]
