"""Every person of a genogram can be reached from every other by arrows alone."""

import pytest
from hypothesis import given

from samenspel.drawing.layout.place import place
from samenspel.drawing.sheet import View
from samenspel.drawing.sheet.ways import kin_ways
from samenspel.family.family import Family
from tests.drawing.test_sheet import PICTURES, STORIES, made, things
from tests.families.network import Network, family
from tests.families.strategies import any_families, step_families

ARROWS = ("up", "down", "left", "right")
Ways = dict[str, dict[str, str]]


def reached(ways: Ways, start: str, steps: tuple[str, ...] = ARROWS) -> set[str]:
    found, todo = {start}, [start]
    while todo:
        here = ways[todo.pop()]
        new = {here[way] for way in steps if way in here} - found
        found |= new
        todo += new
    return found


def ways_of(one: Family) -> Ways:
    return kin_ways(one, place(one, deadline=0.0))


@given(any_families())
def test_everybody_is_reached_from_everybody(network: Network) -> None:
    whole = family(network)
    ways = ways_of(whole)
    assert all(reached(ways, who) >= set(whole.person) for who in whole.person)


@given(step_families())
def test_everybody_is_reached_in_step_families(network: Network) -> None:
    whole = family(network)
    ways = ways_of(whole)
    assert all(reached(ways, who) >= set(whole.person) for who in whole.person)


def test_up_is_a_parent_and_down_the_eldest_child() -> None:
    ways = {one.id: one.ways for one in things(made(STORIES["blended"])).values()}
    assert ways["liva"]["up"] == "tarik"
    assert ways["tarik"]["down"] == "sem"
    assert ways["davi"]["up"] == "kelly"  # of birth, before those of care


def test_left_and_right_are_partners_and_siblings_beside_each_other() -> None:
    ways = {one.id: one.ways for one in things(made(STORIES["blended"])).values()}
    assert ways["tarik"]["right"] == "eva"
    assert ways["eva"]["left"] == "tarik"
    assert ways["sem"]["right"] == "liva"


def test_from_a_bond_the_arrows_lead_to_who_it_joins() -> None:
    ways = things(made(STORIES["blended"]))["bond-tarik-eva"].ways
    assert {way: ways[way] for way in ("left", "right", "down")} == {
        "left": "tarik", "right": "eva", "down": "sem",
    }  # fmt: skip


def test_from_a_tie_the_arrows_lead_to_who_it_joins() -> None:
    found = things(made(STORIES["blended"]))
    (close,) = (one for one in found.values() if one.kind == "tie" and "close" in one.label)
    assert {close.ways["up"], close.ways["down"]} == {"ans", "liva"}


@pytest.mark.parametrize("view", PICTURES)
@pytest.mark.parametrize("name", STORIES)
def test_everything_is_in_the_ring(name: str, view: View) -> None:
    ways = {one.id: one.ways for one in things(made(STORIES[name], view=view)).values()}
    assert all(reached(ways, one, ("next",)) == set(ways) for one in list(ways)[:1])
    assert all(reached(ways, one, ("previous",)) == set(ways) for one in list(ways)[:1])


@pytest.mark.parametrize("view", PICTURES)
@pytest.mark.parametrize("name", STORIES)
def test_every_arrow_leads_to_something_that_is_there(name: str, view: View) -> None:
    found = things(made(STORIES[name], view=view))
    assert {way for one in found.values() for way in one.ways.values()} <= set(found)
