"""Planning a learning cycle."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from samenspel.web.accounts.roles import Role
from samenspel.web.meetings.models import LearningCycle
from tests.world import World, acts


def plan(
    world: World, starts: int, ends: int, *, number: str = "2", role: Role = Role.FACILITATOR
) -> Any:
    """Days are counted from today; the world's cycle 1 runs from −30 to 60."""
    typed = {"number": number, "starts_on": day(world, starts), "ends_on": day(world, ends)}
    return world.client(world.outsiders[role]).post(reverse("new_cycle"), typed)


def day(world: World, days: int) -> date:
    return timezone.localdate(world.now) + timedelta(days=days)


def test_a_cycle_is_planned_with_days_of_its_own(world: World) -> None:
    assert plan(world, 61, 150)["Location"] == reverse("cycles")
    cycle = LearningCycle.objects.get(number=2)
    assert (cycle.starts_on, cycle.ends_on) == (day(world, 61), day(world, 150))
    assert acts()[0] == "cycle.plan"


@pytest.mark.parametrize(
    ("starts", "ends"), [(60, 150), (-100, -30), (-10, 10), (-100, 100), (-30, 60)]
)
def test_a_cycle_overlaps_no_other(world: World, starts: int, ends: int) -> None:
    response = plan(world, starts, ends)
    assert list(response.context["form"].errors) == ["starts_on"]
    assert not LearningCycle.objects.filter(number=2).exists()


@pytest.mark.parametrize(("starts", "ends"), [(61, 61), (-120, -31)])
def test_cycles_may_touch_and_leave_gaps(world: World, starts: int, ends: int) -> None:
    plan(world, starts, ends)
    assert LearningCycle.objects.filter(number=2).exists()


def test_a_cycle_does_not_run_backwards(world: World) -> None:
    assert list(plan(world, 150, 61).context["form"].errors) == ["ends_on"]
    assert LearningCycle.objects.count() == 1


def test_a_number_is_given_once(world: World) -> None:
    assert list(plan(world, 61, 150, number="1").context["form"].errors) == ["number"]


@pytest.mark.parametrize("number", ["0", "-1", "100", "twee", ""])
def test_a_number_is_a_small_number(world: World, number: str) -> None:
    assert list(plan(world, 61, 150, number=number).context["form"].errors) == ["number"]
    assert LearningCycle.objects.count() == 1


@pytest.mark.parametrize("role", [Role.FAMILY_WORKER, Role.POLICY_OFFICER, Role.PROGRAMME_TEAM])
def test_who_does_not_set_cycles_finds_no_such_page(world: World, role: Role) -> None:
    assert plan(world, 61, 150, role=role).status_code == 404
    assert LearningCycle.objects.count() == 1
