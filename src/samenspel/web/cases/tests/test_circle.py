"""The circle of a case: who is in it sees it, as long as it lasts; nobody else knows of it."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from samenspel.web.accounts.actions import take_into_use
from samenspel.web.accounts.models import User
from samenspel.web.accounts.roles import Role
from samenspel.web.cases import actions
from samenspel.web.cases.access import can_withdraw_consent, can_work, place_in_circle
from samenspel.web.cases.choices import CircleRole, Purpose
from samenspel.web.cases.models import Case, CircleMember
from tests.world import NO_WORKERS, SECRET, World, acts, refused


def let_in(
    world: World, user: User, role: CircleRole, until: datetime | None = None
) -> CircleMember:
    by = world.by_worker()
    return actions.add_to_circle(
        world.case, user, role=role, purpose=Purpose.CONSULT, until=until, by=by
    )


def place_of(world: World, user: User) -> CircleMember:
    return world.case.circle.get(user=user)


def sees(world: World, user: User, *, after: timedelta = timedelta()) -> bool:
    visible = Case.objects.visible_to(user, world.now + after)
    return world.case in visible


# --- Who sees it ----------------------------------------------------------------------------------


def test_who_is_in_the_circle_reads_the_question(world: World) -> None:
    for user in (world.worker, world.partner_in_circle, world.parent_in_circle):
        page = world.client(user).get(world.page("case"))
        assert SECRET in page.content.decode()


@pytest.mark.parametrize("role", Role)
def test_for_an_outsider_of_any_role_there_is_no_such_case(world: World, role: Role) -> None:
    client = world.client(world.outsiders[role])
    for name in ("case", "circle", "who_looked"):
        assert client.get(world.page(name)).status_code == 404


def test_only_a_family_worker_can_be_the_worker(world: World) -> None:
    with refused("Only a family worker", "role"):
        let_in(world, world.partner_in_circle, CircleRole.WORKER)


def test_a_place_opens_nothing_without_a_role_that_reads_cases(world: World) -> None:
    administrator = world.outsiders[Role.ADMINISTRATOR]
    let_in(world, administrator, CircleRole.PARTNER)
    assert world.client(administrator).get(world.page("case")).status_code == 404


@pytest.mark.parametrize(
    ("after", "seen"),
    [
        (timedelta(), True),
        (timedelta(days=6), True),
        (timedelta(days=7), False),
        (timedelta(days=400), False),
    ],
)
def test_a_place_ends_by_the_clock(world: World, after: timedelta, seen: bool) -> None:
    user = world.outsiders[Role.PARTNER_PROFESSIONAL]
    member = let_in(world, user, CircleRole.PARTNER, until=world.now + timedelta(days=7))
    assert sees(world, user, after=after) == seen
    assert member.holds_at(world.now + after) == seen


def test_before_it_began_it_shows_nothing(world: World) -> None:
    user = world.outsiders[Role.PARTNER_PROFESSIONAL]
    let_in(world, user, CircleRole.PARTNER)
    assert not sees(world, user, after=timedelta(seconds=-1))


def test_the_clock_closes_the_pages_as_well(world: World) -> None:
    world.case.circle.filter(user=world.partner_in_circle).update(until=world.now)
    client = world.client(world.partner_in_circle)
    assert client.get(world.page("case")).status_code == 404
    assert SECRET not in client.get(reverse("today")).content.decode()


@pytest.mark.parametrize(
    ("who", "works", "withdraws"),
    [
        ("worker", True, True),
        ("partner_in_circle", False, False),
        ("parent_in_circle", False, True),
        ("other_worker", False, False),
    ],
)
def test_the_role_in_the_circle_says_what_somebody_may(
    world: World, who: str, works: bool, withdraws: bool
) -> None:
    actor = world.actor(getattr(world, who))
    assert can_work(actor, world.case) == works
    assert can_withdraw_consent(actor, world.case) == withdraws


def test_a_worker_whose_role_ended_does_not_write_any_more(world: World) -> None:
    world.worker.grants.update(until=world.now)
    assert not can_work(world.actor(world.worker), world.case)


# --- Letting somebody in --------------------------------------------------------------------------


def add_person(world: World, user: User, who: str = "worker", **changes: Any) -> Any:
    typed = {"user": user.pk, "role": "partner", "purpose": "consult", "until": "", **changes}
    return world.client(getattr(world, who)).post(world.page("add_person"), typed)


def test_a_partner_is_let_in_and_reads(world: World) -> None:
    partner = world.outsiders[Role.PARTNER_PROFESSIONAL]
    assert add_person(world, partner)["Location"] == world.page("circle")
    assert world.client(partner).get(world.page("case")).status_code == 200
    assert "case.circle.add" in acts()[:3]


def test_the_last_day_counts_to_its_end(world: World) -> None:
    """Until and including: the place ends when the next day begins, in Amsterdam."""
    partner = world.outsiders[Role.PARTNER_PROFESSIONAL]
    add_person(world, partner, until=timezone.localdate(world.now).isoformat())
    until = place_of(world, partner).until
    assert until is not None
    local = timezone.localtime(until)
    assert local.date() == timezone.localdate(world.now) + timedelta(days=1)
    assert (local.hour, local.minute) == (0, 0)


def test_for_ever_is_written_as_an_empty_day(world: World) -> None:
    partner = world.outsiders[Role.PARTNER_PROFESSIONAL]
    response = add_person(world, partner, until="31-12-9999")
    assert list(response.context["form"].errors) == ["until"]
    add_person(world, partner, until="")
    assert place_of(world, partner).until is None


def test_a_day_that_has_passed_is_refused(world: World) -> None:
    yesterday = timezone.localdate(world.now) - timedelta(days=1)
    partner = world.outsiders[Role.PARTNER_PROFESSIONAL]
    response = add_person(world, partner, until=yesterday.isoformat())
    assert list(response.context["form"].errors) == ["until"]
    assert not sees(world, partner)


def test_a_new_place_ends_the_earlier_one(world: World) -> None:
    let_in(world, world.partner_in_circle, CircleRole.SUPPORTER)
    places = world.case.circle.filter(user=world.partner_in_circle)
    assert [place.holds_at(world.now) for place in places] == [False, True]
    place = place_in_circle(world.actor(world.partner_in_circle), world.case)
    assert place is not None
    assert place.role == CircleRole.SUPPORTER


@pytest.mark.parametrize(
    "role", [Role.ADMINISTRATOR, Role.POLICY_OFFICER, Role.FAMILY_MEMBER, Role.FACILITATOR]
)
def test_who_has_no_work_with_families_cannot_be_chosen(world: World, role: Role) -> None:
    response = add_person(world, world.outsiders[role])
    assert list(response.context["form"].errors) == ["user"]


@pytest.mark.parametrize(("field", "value"), [("role", "parent"), ("purpose", "own_file")])
def test_nobody_of_the_family_comes_in_by_this_door(world: World, field: str, value: str) -> None:
    response = add_person(world, world.other_worker, **{field: value})
    assert list(response.context["form"].errors) == [field]


@pytest.mark.parametrize(("who", "status"), NO_WORKERS)
def test_only_the_worker_lets_people_in(world: World, who: str, status: int) -> None:
    partner = world.outsiders[Role.PARTNER_PROFESSIONAL]
    assert add_person(world, partner, who).status_code == status
    assert not sees(world, partner)


# --- The family -----------------------------------------------------------------------------------


def add_family(world: World, who: str = "worker", **changes: str) -> Any:
    typed = {"name": "Mama", "username": "mama-van-berk", "role": "parent", **changes}
    return world.client(getattr(world, who)).post(world.page("add_family"), typed)


def test_a_parent_gets_an_account_a_code_and_this_case_only(world: World) -> None:
    code = add_family(world).context["code"]
    user = take_into_use(code=code, password="x" * 12, by=world.by_worker())
    assert user.username == "mama-van-berk"
    assert [member.role for member in user.circles.all()] == ["parent"]
    assert SECRET in world.client(user).get(world.page("case")).content.decode()


@pytest.mark.parametrize(
    ("field", "value"), [("username", "Worker"), ("role", "worker"), ("name", "")]
)
def test_wrong_input_makes_no_account(world: World, field: str, value: str) -> None:
    before = User.objects.count()
    assert list(add_family(world, **{field: value}).context["form"].errors) == [field]
    assert User.objects.count() == before


@pytest.mark.parametrize(("who", "status"), NO_WORKERS)
def test_only_the_worker_invites_family(world: World, who: str, status: int) -> None:
    assert add_family(world, who).status_code == status
    assert not User.objects.filter(username="mama-van-berk").exists()


# --- Ending a place -------------------------------------------------------------------------------


def end(world: World, member: CircleMember, who: str = "worker") -> int:
    address = world.page("end_membership", member_id=member.public_id)
    return world.client(getattr(world, who)).post(address).status_code


def test_a_place_that_is_ended_ends_at_once(world: World) -> None:
    assert end(world, place_of(world, world.partner_in_circle)) == 302
    client = world.client(world.partner_in_circle)
    assert client.get(world.page("case")).status_code == 404
    assert "case.circle.end" in acts()


def test_a_place_that_ended_keeps_its_last_day(world: World) -> None:
    """Ending it once more would write down that somebody looked along for longer."""
    member = place_of(world, world.partner_in_circle)
    actions.end_membership(member, by=world.by_worker())
    actions.end_membership(member, by=world.by_worker(world.now + timedelta(days=30)))
    member.refresh_from_db()
    assert member.until == world.now


def test_the_last_worker_cannot_leave(world: World) -> None:
    member = place_of(world, world.worker)
    with refused("Somebody must stay as worker"):
        actions.end_membership(member, by=world.by_worker())
    assert end(world, member) == 302
    assert sees(world, world.worker)


def test_a_worker_leaves_when_another_stays(world: World) -> None:
    let_in(world, world.other_worker, CircleRole.WORKER)
    actions.end_membership(place_of(world, world.worker), by=world.by_worker())
    assert not sees(world, world.worker)
    assert sees(world, world.other_worker)


def test_a_worker_whose_place_ended_is_nobody_who_stays(world: World) -> None:
    member = let_in(world, world.other_worker, CircleRole.WORKER)
    actions.end_membership(member, by=world.by_worker())
    with refused("Somebody must stay as worker"):
        actions.end_membership(place_of(world, world.worker), by=world.by_worker())


def test_the_last_worker_does_not_become_a_partner(world: World) -> None:
    with refused("Somebody must stay as worker"):
        let_in(world, world.worker, CircleRole.PARTNER)
    assert can_work(world.by_worker(), Case.objects.get(pk=world.case.pk))


def test_the_last_worker_gets_no_last_day(world: World) -> None:
    """The day would come, and then nobody could write or let anybody in."""
    with refused("Somebody must stay as worker"):
        let_in(world, world.worker, CircleRole.WORKER, until=world.now + timedelta(days=3))
    let_in(world, world.other_worker, CircleRole.WORKER, until=world.now + timedelta(days=3))
    with refused("Somebody must stay as worker"):
        actions.end_membership(place_of(world, world.worker), by=world.by_worker())


@pytest.mark.parametrize(("who", "status"), NO_WORKERS)
def test_only_the_worker_ends_places(world: World, who: str, status: int) -> None:
    assert end(world, place_of(world, world.parent_in_circle), who) == status
    assert sees(world, world.parent_in_circle)


# --- The page -------------------------------------------------------------------------------------


def test_the_circle_page_names_everybody_also_who_left(world: World) -> None:
    end(world, place_of(world, world.partner_in_circle))
    response = world.client(world.parent_in_circle).get(world.page("circle"))
    lines = {line.member.user: line for line in response.context["lines"]}
    assert {user: line.is_now for user, line in lines.items()} == {
        world.worker: True,
        world.partner_in_circle: False,
        world.parent_in_circle: True,
    }
    assert not any(line.can_end for line in lines.values())


def test_the_worker_can_end_every_place_but_the_last_of_a_worker(world: World) -> None:
    lines = world.client(world.worker).get(world.page("circle")).context["lines"]
    can_end = {line.member.user for line in lines if line.can_end}
    assert can_end == {world.partner_in_circle, world.parent_in_circle}


def test_everybody_in_the_circle_sees_who_looked_along(world: World) -> None:
    world.client(world.partner_in_circle).get(world.page("case"))
    world.client(world.partner_in_circle).get(world.page("circle"))
    lines = world.client(world.parent_in_circle).get(world.page("who_looked")).context["lines"]
    looked = [line for line in lines if line.who == world.partner_in_circle.name]
    assert len(looked) == 1  # two looks on one day are one line
