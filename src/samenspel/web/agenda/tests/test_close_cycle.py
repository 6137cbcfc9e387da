"""Closing a cycle: from then on nobody can tell in which meeting a question was caught."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samenspel.web.accounts.models import User
from samenspel.web.accounts.roles import Role
from samenspel.web.agenda import actions
from samenspel.web.agenda.models import Asker, LearningQuestion
from samenspel.web.meetings.actions import plan_cycle
from samenspel.web.meetings.models import Meeting
from tests.world import World, acts, refused


def catch_in(world: World, meeting: Meeting) -> LearningQuestion:
    return actions.catch_question(
        "Hoe beginnen we?", asker=Asker.TEAM, meeting=meeting, by=world.by_worker()
    )


def close(world: World, user: User | None = None, number: int = 1) -> int:
    client = world.client(user or world.outsiders[Role.REFLEXIVE_MONITOR])
    return client.post(reverse("close_cycle", kwargs={"number": number})).status_code


def meeting_of(question: LearningQuestion) -> Meeting | None:
    question.refresh_from_db()
    return question.meeting


def test_closing_lets_go_of_the_meetings_and_keeps_what_they_were(world: World) -> None:
    question = catch_in(world, world.session)
    assert meeting_of(question) == world.session
    assert close(world) == 302
    assert meeting_of(question) is None
    assert (question.meeting_kind, question.cycle) == ("learning_session", world.cycle)
    world.cycle.refresh_from_db()
    assert world.cycle.closed_at is not None
    assert acts()[0] == "cycle.close"


def test_questions_of_another_cycle_keep_their_meeting(world: World) -> None:
    start = timezone.localdate(world.now) + timedelta(days=70)
    plan_cycle(number=2, starts_on=start, ends_on=start + timedelta(days=9), by=world.by_worker())
    question = catch_in(world, world.session_in(71))
    close(world)
    assert meeting_of(question) is not None


def test_a_cycle_is_closed_once(world: World) -> None:
    close(world)
    with refused("closed already"):
        actions.close_cycle(world.cycle, by=world.by_worker())
    assert close(world) == 302
    assert acts().count("cycle.close") == 1


def test_a_question_caught_afterwards_does_not_tell_its_meeting_either(world: World) -> None:
    close(world)
    question = catch_in(world, Meeting.objects.get(pk=world.session.pk))
    assert meeting_of(question) is None
    assert (question.meeting_kind, question.cycle) == ("learning_session", world.cycle)


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.ADMINISTRATOR, Role.FAMILY_WORKER])
def test_only_the_monitor_closes(world: World, role: Role) -> None:
    """Others who set cycles would take the meetings away from who works with them."""
    assert close(world, world.outsiders[role]) == 404
    world.cycle.refresh_from_db()
    assert world.cycle.closed_at is None


def test_a_cycle_that_does_not_exist_is_not_found(world: World) -> None:
    assert close(world, number=7) == 404
