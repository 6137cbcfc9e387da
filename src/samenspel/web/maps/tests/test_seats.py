"""Where somebody sits, what they see from there, and for whom they speak."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import Http404

from samenspel.family import (
    CIRCLE,
    Audience,
    FamilyMap,
    PersonFact,
    Reach,
    Side,
    Statement,
    may_see,
)
from samenspel.web.accounts.models import RoleGrant, User
from samenspel.web.accounts.roles import Role
from samenspel.web.cases import actions as cases
from samenspel.web.cases.choices import CircleRole, Purpose
from samenspel.web.maps import moments, news
from samenspel.web.maps.access import seat_of, seats_of
from samenspel.web.maps.refusing import Refused
from samenspel.web.maps.seats import AT_THE_TABLE, For, Seat
from tests.world import World, close_case


def seat(world: World, user: User) -> Seat:
    return seat_of(world.actor(user), world.case)


def account(user: User) -> str:
    return str(user.public_id)


def test_the_role_in_the_circle_says_on_which_side_of_the_table(world: World) -> None:
    sides = {
        world.worker: Side.PROFESSIONAL,
        world.partner_in_circle: Side.PROFESSIONAL,
        world.parent_in_circle: Side.FAMILY,
    }
    assert {user: seat(world, user).side for user in sides} == sides


def test_only_the_worker_sees_what_is_about_safety(world: World) -> None:
    seats = seats_of(world.case, world.now).values()
    assert [one.role for one in seats if one.own_viewer.may_see_safety] == [CircleRole.WORKER]


def test_an_outsider_has_no_seat(world: World) -> None:
    for outsider in [world.other_worker, *world.outsiders.values()]:
        with pytest.raises(Http404):
            seat(world, outsider)


def test_who_is_not_signed_in_has_no_seat(world: World) -> None:
    nobody = type(world.by_worker())(user=None, at=world.now)
    with pytest.raises(Http404):
        seat_of(nobody, world.case)


def test_seats_are_of_who_may_look_now(world: World) -> None:
    everybody = {world.worker.pk, world.partner_in_circle.pk, world.parent_in_circle.pk}
    assert set(seats_of(world.case, world.now)) == everybody
    RoleGrant.objects.filter(user=world.parent_in_circle).update(until=world.now)
    member = world.case.circle.get(user=world.partner_in_circle)
    later = world.now + timedelta(minutes=1)
    cases.end_membership(member, by=world.by_worker(later))
    assert set(seats_of(world.case, later)) == {world.worker.pk}


def test_seats_are_asked_for_in_two_queries(world: World, django_assert_num_queries) -> None:
    with django_assert_num_queries(2):
        seats_of(world.case, world.now)


def test_both_ways_to_a_seat_give_the_same(world: World) -> None:
    for user_id, found in seats_of(world.case, world.now).items():
        assert found == seat(world, User.objects.get(pk=user_id))


def test_what_a_parent_says_is_for_whoever_is_their_worker(world: World) -> None:
    said = seat(world, world.parent_in_circle).audience("")
    assert said == Audience(Reach.WORKERS)
    there = Statement(
        "s", PersonFact("a"), seat(world, world.parent_in_circle).author, world.now, audience=said
    )
    cases.add_to_circle(
        world.case,
        world.other_worker,
        role=CircleRole.WORKER,
        purpose=Purpose.SUPPORT,
        by=world.by_worker(),
    )
    world.case.refresh_from_db()
    seats = {
        user: seat(world, user)
        for user in (
            world.worker,
            world.other_worker,
            world.parent_in_circle,
            world.partner_in_circle,
        )
    }
    seen = {user for user, one in seats.items() if may_see(there, one.own_viewer)}
    assert seen == {world.worker, world.other_worker, world.parent_in_circle}
    whole = FamilyMap((there,))
    classes = {user: one.sees_like(whole) for user, one in seats.items()}
    assert classes[world.worker] == classes[world.other_worker]
    assert classes[world.worker] != classes[world.partner_in_circle]
    assert classes[world.parent_in_circle] != classes[world.partner_in_circle]


@pytest.mark.parametrize(
    ("who", "chosen", "for_"),
    [
        ("worker", "", CIRCLE),
        ("worker", "professionals", Audience(Reach.PROFESSIONALS)),
        ("worker", "safety", Audience(Reach.SAFETY)),
        ("parent_in_circle", "circle", CIRCLE),
    ],
)
def test_somebody_chooses_for_whom_they_say_it(
    world: World, who: str, chosen: str, for_: Audience
) -> None:
    assert seat(world, getattr(world, who)).audience(chosen) == for_


@pytest.mark.parametrize(
    ("who", "chosen"),
    [
        ("worker", "workers"),
        ("partner_in_circle", "safety"),
        ("parent_in_circle", "everybody"),
        ("parent_in_circle", "professionals"),
        ("parent_in_circle", "safety"),
    ],
)
def test_what_may_not_be_chosen_is_refused_and_never_said_to_others(
    world: World, who: str, chosen: str
) -> None:
    with pytest.raises(Refused):
        seat(world, getattr(world, who)).audience(chosen)


def test_at_the_table_everybody_sees_and_says_the_same(world: World) -> None:
    moment = moments.begin(world.case, world.by_worker())
    users = (world.worker, world.partner_in_circle, world.parent_in_circle)
    for user in users:
        joint = seat_of(world.actor(user), world.case, moment=moment.public_id)
        assert joint.viewer == AT_THE_TABLE
        assert joint.choices == (For.CIRCLE,)
        assert {joint.audience(one) for one in ("", "circle")} == {CIRCLE}
        for fewer in ("mine", "safety", "professionals"):
            with pytest.raises(Refused):
                joint.audience(fewer)


def test_a_moment_that_is_over_or_never_was_seats_nobody_at_the_table(world: World) -> None:
    moment = moments.begin(world.case, world.by_worker())
    other = moments.begin(world.other_case, world.actor(world.other_worker))
    actor = world.actor(world.parent_in_circle)
    assert seat_of(actor, world.case, moment=moment.public_id).joint
    for no_moment in (None, uuid4(), other.public_id):
        assert not seat_of(actor, world.case, moment=no_moment).joint
    late = world.actor(world.parent_in_circle, world.now + moments.LASTS)
    assert not seat_of(late, world.case, moment=moment.public_id).joint


# --- Who is at the map hears it -------------------------------------------------------------------


def test_a_change_of_circle_role_or_state_is_told(
    world: World, django_capture_on_commit_callbacks
) -> None:
    heard: list[news.News] = []
    stop = news.listen(heard.append)
    member = world.case.circle.get(user=world.partner_in_circle)
    grant = RoleGrant.objects.get(user=world.parent_in_circle, role=Role.FAMILY_MEMBER)
    with django_capture_on_commit_callbacks(execute=True):
        cases.end_membership(member, by=world.by_worker())
        grant.until = world.now
        grant.save()
        world.parent_in_circle.is_active = False
        world.parent_in_circle.save()
        close_case(world.case, world.by_worker())
    stop()
    assert {one.case_id for one in heard} == {world.case.public_id}
    assert [one.kind for one in heard] == ["rights", "rights", "rights", "state"]
