"""Planning a session or another meeting."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from samenspel.web.accounts.roles import Role
from samenspel.web.meetings.models import SESSIONS, Meeting, MeetingKind
from tests.world import World, acts, errors_of


def day(world: World, days: int = 0) -> date:
    return timezone.localdate(world.now) + timedelta(days=days)


def plan(world: World, role: Role = Role.FACILITATOR, **changes: Any) -> Any:
    typed = {
        "kind": "learning_session",
        "district": world.zuid.pk,
        "held_on": day(world, 3).isoformat(),
        **changes,
    }
    return world.english(world.outsiders[role]).post(reverse("new_meeting"), typed)


def newest() -> Meeting:
    return Meeting.objects.latest("id")


def test_a_session_is_planned_in_the_cycle_of_its_day(world: World) -> None:
    response = plan(world)
    meeting = newest()
    assert response["Location"] == reverse("meeting", kwargs={"meeting_id": meeting.public_id})
    assert (meeting.kind, meeting.district, meeting.cycle) == (
        MeetingKind.LEARNING_SESSION,
        world.zuid,
        world.cycle,
    )
    assert meeting.facilitator == world.outsiders[Role.FACILITATOR]
    assert acts()[0] == "meeting.plan"


@pytest.mark.parametrize("kind", SESSIONS)
def test_a_session_outside_every_cycle_is_refused_with_what_to_do(
    world: World, kind: MeetingKind
) -> None:
    response = plan(world, kind=kind.value, held_on=day(world, 61).isoformat())
    assert list(response.context["form"].errors) == ["held_on"]
    assert "Plan the cycle first" in errors_of(response)
    assert newest() == world.session


@pytest.mark.parametrize("days", [-30, 60])
def test_the_first_and_the_last_day_belong_to_the_cycle(world: World, days: int) -> None:
    plan(world, held_on=day(world, days).isoformat())
    assert newest().cycle == world.cycle


def test_another_meeting_needs_no_cycle_and_no_district(world: World) -> None:
    plan(world, kind="kick_off", district="", held_on=day(world, -200).isoformat())
    assert (newest().kind, newest().district, newest().cycle) == ("kick_off", None, None)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": ""}, "kind"),
        ({"kind": "feest"}, "kind"),
        ({"district": ""}, "district"),
        ({"district": "999"}, "district"),
        ({"held_on": ""}, "held_on"),
        ({"held_on": "31-02-2024"}, "held_on"),
    ],
)
def test_wrong_input_is_named(world: World, changes: Any, field: str) -> None:
    assert list(plan(world, **changes).context["form"].errors) == [field]
    assert newest() == world.session


@pytest.mark.parametrize("role", [Role.FAMILY_WORKER, Role.PROGRAMME_TEAM, Role.FAMILY_MEMBER])
def test_only_a_facilitator_plans(world: World, role: Role) -> None:
    assert plan(world, role).status_code == 404
    assert newest() == world.session


def test_the_list_shows_meetings_the_latest_first_and_filters_by_district(world: World) -> None:
    plan(world)
    client = world.client(world.worker)
    both = client.get(reverse("meetings")).context["page"].rows
    assert [meeting.district for meeting in both] == [world.zuid, world.west]
    zuid = client.get(reverse("meetings"), {"district": "zuid"}).context["page"].rows
    assert [meeting.district for meeting in zuid] == [world.zuid]


@pytest.mark.parametrize("district", ["nergens", "'", "west\x00x"])
def test_a_district_that_does_not_exist_has_no_meetings(world: World, district: str) -> None:
    response = world.client(world.worker).get(reverse("meetings"), {"district": district})
    assert response.status_code == 200
    assert response.context["page"].rows == []
