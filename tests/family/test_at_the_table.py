"""Who draws together sees and is judged by what the whole circle may see, whoever they are."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from samenspel.family import (
    CIRCLE,
    Audience,
    Author,
    BirthFact,
    Choose,
    DeathFact,
    Edit,
    Fact,
    FamilyMap,
    NameFact,
    PartialDate,
    PersonFact,
    Reach,
    Refusal,
    Say,
    Saying,
    Side,
    Viewer,
    apply,
    seen_by,
    within_reach,
)
from samenspel.family.undo import Done, is_all_in_reach, next_undo

from .arbitrary import AUTHORS, NOON, VIEWERS, WORKER, facts, maps, with_hidden_facts

LATER = NOON + timedelta(days=2)
NEW = Author("new")
AT_THE_TABLE = [replace(one, at_the_table=True) for one in VIEWERS.values()]
SAFETY, MINE = Audience(Reach.SAFETY), Audience(Reach.PEOPLE)


def at_the_table(by: Author) -> Viewer:
    return Viewer(by.account, by.side, may_see_safety=True, at_the_table=True)


def drawn(*said: tuple[Fact, Audience], by: Author = WORKER) -> FamilyMap:
    """Each by an edit of its own, outside the table."""
    family_map = FamilyMap()
    viewer = Viewer(by.account, by.side, may_see_safety=True)
    for number, (fact, audience) in enumerate(said):
        saying = Saying(f"s{number}", fact, audience=audience)
        edit = Edit(f"e{number}", by, NOON + timedelta(minutes=number), Say((saying,)))
        family_map = apply(family_map, edit, viewer=viewer).map
    return family_map


@given(maps())
def test_at_the_table_everybody_is_shown_the_same(family_map: FamilyMap):
    shown = [seen_by(family_map, viewer) for viewer in AT_THE_TABLE]
    assert all(one == shown[0] for one in shown)
    assert {one.audience.reach for one in shown[0]} <= {Reach.CIRCLE}


def judged(family_map: FamilyMap, fact: Fact) -> tuple[object, ...]:
    """What somebody is told when they say it, and the facts they see after it."""
    edit = Edit("new edit", NEW, LATER, Say((Saying("new", fact),)))
    try:
        applied = apply(family_map, edit, viewer=at_the_table(NEW))
    except Refusal as refusal:
        return (refusal.words("en"),)
    told = [problem.words("en") for problem in applied.warnings]
    return told, [one.fact for one in seen_by(applied.map, at_the_table(NEW))]


@given(st.data(), facts())
def test_no_word_at_the_table_tells_what_is_private(data: st.DataObject, fact: Fact):
    family_map = data.draw(maps())
    other = data.draw(with_hidden_facts(family_map, at_the_table(NEW)))
    assert judged(other, fact) == judged(family_map, fact)


def test_what_only_a_private_fact_forbids_is_kept_beside_it():
    family_map = drawn(
        (PersonFact("a"), CIRCLE), (DeathFact("a", PartialDate.parse("1990")), SAFETY)
    )
    born = BirthFact("a", PartialDate.parse("2010"))
    edit = Edit("e9", WORKER, LATER, Say((Saying("s9", born),)))
    applied = apply(family_map, edit, viewer=at_the_table(WORKER))
    assert applied.warnings == ()
    assert {one.fact.kind for one in applied.map if one.counts} == {"person", "death", "birth"}


def test_ones_own_choice_between_private_accounts_is_not_on_the_table():
    family_map = drawn(
        (PersonFact("a"), CIRCLE), (NameFact("a", "An"), CIRCLE), (NameFact("a", "Bo"), MINE)
    )
    chosen = apply(
        family_map, Edit("c", WORKER, LATER, Choose("s1")), viewer=Viewer(WORKER.account)
    ).map
    table = at_the_table(WORKER)
    assert seen_by(chosen, Viewer(WORKER.account)).choices
    assert seen_by(chosen, table).choices == within_reach(chosen, table).choices == ()
    assert not is_all_in_reach(Edit("c", WORKER, LATER, Choose("s1")), chosen, table)


def test_what_one_took_back_is_in_reach_when_it_was_for_everybody():
    one, other = (
        replace(each, withdrawn="w")
        for each in drawn((PersonFact("a"), CIRCLE), (PersonFact("b"), MINE))
    )
    near = within_reach(FamilyMap((one, other)), at_the_table(WORKER))
    assert [each.id for each in near] == [one.id]


def test_a_step_back_passes_over_what_is_out_of_reach():
    family_map = drawn((PersonFact("a"), CIRCLE), (PersonFact("b"), MINE))
    edits = {
        number: Edit(f"e{number}", WORKER, NOON, Say((Saying(f"s{number}", PersonFact(name)),)))
        for number, name in enumerate("ab")
    }
    own = [Done(number, edit) for number, edit in edits.items()]
    for viewer, found in ((Viewer("worker"), 1), (at_the_table(WORKER), 0)):
        in_reach = [one for one in own if is_all_in_reach(edits[one.number], family_map, viewer)]
        step = next_undo(own, in_reach.__contains__)
        assert step
        assert step.number == found


def test_every_author_may_sit_there():
    assert {by.side for by in AUTHORS} == set(Side)
    for by in AUTHORS:
        applied = apply(
            FamilyMap(),
            Edit("e", by, NOON, Say((Saying("s", PersonFact("a")),))),
            viewer=at_the_table(by),
        )
        assert len(seen_by(applied.map, at_the_table(by))) == 1
