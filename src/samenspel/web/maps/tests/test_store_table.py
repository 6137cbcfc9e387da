"""What is drawn at the table is judged by what lies on it; what is private stays where it is."""

from datetime import timedelta
from uuid import UUID

import pytest

from samenspel.family import UNKNOWN, resolve, seen_by
from samenspel.web.maps import meaning, moments, store
from samenspel.web.maps.seats import AT_THE_TABLE
from samenspel.web.maps.tests.at_the_map import add, draw, id_of, names, names_now, words
from samenspel.web.maps.wanted import Outcome
from tests.world import World

ONLY_THE_CIRCLE = (
    "At the table everything is for the whole circle. Draw on your own to keep it to yourself."
)


def begin(world: World) -> UUID:
    return moments.begin(world.case, world.by_worker()).public_id


def on_the_table(world: World) -> list[str]:
    return names(seen_by(store.load(world.case).family_map, AT_THE_TABLE))


# --- For whom -------------------------------------------------------------------------------------


@pytest.mark.parametrize("chosen", ["mine", "safety", "professionals", "workers", "everybody"])
def test_what_is_meant_for_fewer_is_never_said_to_the_table(world: World, chosen: str) -> None:
    outcome = add(world, world.worker, "Noor", for_=chosen, moment=begin(world))
    assert words(outcome) == ONLY_THE_CIRCLE
    assert names_now(world) == []


def test_outside_it_is_not_said_to_others_than_one_chose(world: World) -> None:
    for user in (world.parent_in_circle, world.partner_in_circle):
        outcome = add(world, user, "Noor", for_="safety")
        assert "Choose again who may know it." in words(outcome)
    assert names_now(world) == []


# --- What is private tells nothing ----------------------------------------------------------------


def said(world: World, kind: str, person: str, on: str, **more: object) -> Outcome:
    return draw(world, world.worker, do="say", kind=kind, person=person, on=on, **more)


def test_a_date_that_only_a_private_one_forbids_is_drawn_without_a_word(world: World) -> None:
    person = id_of(add(world, world.worker, "Noor"))
    assert said(world, "death", person, "1990", for_="safety").drawn
    outcome = said(world, "birth", person, "2010", moment=begin(world))
    assert outcome.drawn
    assert outcome.warnings("en") == []
    everything = store.load(world.case).family_map
    assert {one.fact.kind for one in everything if one.counts} >= {"birth", "death"}
    (shown,) = resolve(seen_by(everything, AT_THE_TABLE)).people
    assert str(shown.birth) == "2010"
    assert shown.death == UNKNOWN


def test_of_somebody_private_the_table_knows_nothing(world: World) -> None:
    person = id_of(add(world, world.worker, "Noor", for_="safety"))
    outcome = said(world, "birth", person, "2010", moment=begin(world))
    assert words(outcome) == words(said(world, "birth", str(UUID(int=7)), "2010"))


# --- Back and forward -----------------------------------------------------------------------------


def test_undo_at_the_table_leaves_what_is_private(world: World) -> None:
    parent = world.parent_in_circle
    add(world, parent, "Noor", for_="circle")
    add(world, parent, "Saar", for_="mine")
    moment = begin(world)
    assert draw(world, parent, do="undo", moment=moment).drawn
    assert names_now(world) == ["Saar"]
    assert "nothing of yours to take back" in words(draw(world, parent, do="undo", moment=moment))
    assert draw(world, parent, do="redo", moment=moment).drawn
    assert on_the_table(world) == ["Noor"]
    assert names_now(world) == ["Noor", "Saar"]


def test_redo_at_the_table_does_not_bring_back_what_is_private(world: World) -> None:
    parent = world.parent_in_circle
    add(world, parent, "Saar", for_="mine")
    draw(world, parent, do="undo")
    refused = draw(world, parent, do="redo", moment=begin(world))
    assert "nothing of yours to bring back" in words(refused)
    assert draw(world, parent, do="redo").drawn
    assert names_now(world) == ["Saar"]


def test_away_from_the_table_the_last_private_edit_is_the_next_to_take_back(world: World) -> None:
    parent, moment = world.parent_in_circle, begin(world)
    add(world, parent, "Saar", for_="mine")
    add(world, parent, "Noor", moment=moment)
    draw(world, parent, do="undo", moment=moment)
    assert draw(world, parent, do="undo", at=world.now + timedelta(minutes=1)).drawn
    assert names_now(world) == []


def test_one_goes_back_over_the_newest_of_ones_own_only(world: World, monkeypatch) -> None:
    monkeypatch.setattr(meaning, "OWN_EDITS", 2)
    for name in ("Noor", "Saar", "Bas"):
        add(world, world.worker, name)
    draw(world, world.worker, do="undo")
    assert names_now(world) == ["Noor", "Saar"]
