"""Who may draw is looked up at every edit."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from samenspel.web.accounts.models import RoleGrant
from samenspel.web.accounts.rights import RIGHTS, Function
from samenspel.web.accounts.roles import Role
from samenspel.web.cases import actions as cases
from samenspel.web.cases.choices import CircleRole, Purpose
from samenspel.web.maps import batch, freezing, store
from samenspel.web.maps.access import seats_of
from samenspel.web.maps.locking import lock_maps
from samenspel.web.maps.models import MapEdit
from samenspel.web.maps.tests.at_the_map import (
    add,
    names_now,
    wanted,
    words,
)
from tests.world import World, close_case


def test_an_outsider_is_refused_and_told_as_much_as_of_a_case_that_is_not_there(
    world: World,
) -> None:
    for outsider in [world.other_worker, *world.outsiders.values()]:
        here = wanted(world, outsider, do="add_person", name="Noor")
        outcomes = store.write([here, replace(here, case_id=uuid4())])
        assert [one.gone for one in outcomes] == [True, True]
        assert {words(one) for one in outcomes} == {"This page does not exist"}
    assert not MapEdit.objects.exists()


def test_who_leaves_the_circle_between_two_edits_draws_the_first_only(world: World) -> None:
    before = add(world, world.partner_in_circle, "Noor")
    member = world.case.circle.get(user=world.partner_in_circle)
    cases.end_membership(member, by=world.by_worker(world.now + timedelta(minutes=1)))
    later = world.now + timedelta(minutes=2)
    after = add(world, world.partner_in_circle, "Saar", at=later)
    assert before.drawn
    assert after.gone
    assert names_now(world) == ["Noor"]


def test_a_place_that_ends_by_itself_ends_drawing(world: World) -> None:
    by, user = world.by_worker(), world.outsiders[Role.PARTNER_PROFESSIONAL]
    hour = world.now + timedelta(hours=1)
    cases.add_to_circle(
        world.case, user, role=CircleRole.PARTNER, purpose=Purpose.CONSULT, by=by, until=hour
    )
    assert add(world, user, "Noor", at=world.now + timedelta(minutes=59)).drawn
    assert add(world, user, "Saar", at=hour).gone


def test_who_lost_the_role_may_no_longer_be_here(world: World) -> None:
    RoleGrant.objects.filter(user=world.parent_in_circle).update(until=world.now)
    assert add(world, world.parent_in_circle, "Noor").gone


def test_an_account_that_was_closed_may_no_longer_be_here(world: World) -> None:
    world.parent_in_circle.is_active = False
    world.parent_in_circle.save()
    assert add(world, world.parent_in_circle, "Noor").gone
    assert world.parent_in_circle.pk not in seats_of(world.case, world.now)


def test_a_role_that_reads_and_does_not_draw_is_told_so(world: World, monkeypatch) -> None:
    reads = frozenset({Function.READ_CASE})
    monkeypatch.setitem(RIGHTS, Role.PARTNER_PROFESSIONAL, reads)
    outcome = add(world, world.partner_in_circle, "Noor")
    assert not outcome.gone
    assert words(outcome) == "You can look at this drawing, and not draw in it."


def test_a_frozen_map_refuses_until_it_is_lifted(world: World) -> None:
    freezing.freeze(world.case, world.by_worker())
    outcome = add(world, world.parent_in_circle, "Noor")
    assert "on hold" in words(outcome)
    assert not outcome.gone
    freezing.lift(world.case, world.by_worker())
    assert add(world, world.parent_in_circle, "Noor").drawn


def test_a_case_that_is_closed_while_one_waits_is_not_drawn_in(world: World, monkeypatch) -> None:
    def closed_meanwhile(asked):
        found = lock_maps(asked)
        close_case(world.case, world.by_worker())
        return found

    monkeypatch.setattr(batch, "lock_maps", closed_meanwhile)
    assert "closed" in words(add(world, world.worker, "Noor"))


def test_a_closed_case_is_read_and_not_drawn_in(world: World) -> None:
    add(world, world.worker, "Noor")
    close_case(world.case, world.by_worker())
    assert "closed" in words(add(world, world.worker, "Saar"))
    assert names_now(world) == ["Noor"]
