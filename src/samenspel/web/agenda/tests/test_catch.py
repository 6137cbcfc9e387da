"""Catching a learning question in one line."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import models
from django.urls import reverse
from django.utils import timezone

from samenspel.web.accounts.models import User
from samenspel.web.accounts.roles import Role
from samenspel.web.agenda import actions
from samenspel.web.agenda.models import Asker, LearningQuestion
from samenspel.web.meetings.actions import plan_cycle
from samenspel.web.meetings.models import Meeting
from tests.world import World, acts

TEXT = "Hoe betrekken we school eerder?"
WITH_A_NAME = "Hoe helpen we de moeder van Thijs?"


def catch(
    world: World, user: User | None = None, meeting: Meeting | None = None, **typed: str
) -> Any:
    address = (
        reverse("catch_in_meeting", kwargs={"meeting_id": meeting.public_id})
        if meeting
        else reverse("catch")
    )
    return world.client(user or world.worker).post(address, {"text": TEXT, **typed})


def caught() -> LearningQuestion:
    return LearningQuestion.objects.get()


def test_a_question_is_caught_with_one_line(world: World) -> None:
    assert catch(world)["Location"] == reverse("today")
    question = caught()
    assert (question.text, question.asker, question.status) == (TEXT, "team", "open")
    assert (question.district, question.cycle) == (world.west, world.cycle)
    assert acts()[0] == "question.catch"


def test_in_a_meeting_it_takes_kind_district_and_cycle_of_the_meeting(world: World) -> None:
    Meeting.objects.filter(pk=world.session.pk).update(district=world.zuid)
    response = catch(world, meeting=world.session)
    question = caught()
    assert response["Location"].endswith("#questions")
    assert (question.meeting_kind, question.district) == ("learning_session", world.zuid)
    assert (question.cycle, question.meeting) == (world.cycle, world.session)


def test_who_asked_can_be_said(world: World) -> None:
    catch(world, asker="parent")
    assert caught().asker == Asker.PARENT


def test_between_two_cycles_it_belongs_to_the_last_one_that_began(world: World) -> None:
    by = world.by_worker(world.now + timedelta(days=200))
    plan_cycle(
        number=2,
        starts_on=timezone.localdate(by.at) + timedelta(days=1),
        ends_on=timezone.localdate(by.at) + timedelta(days=90),
        by=by,
    )
    assert actions.catch_question(TEXT, asker=Asker.TEAM, by=by).cycle == world.cycle


def test_before_the_first_cycle_it_belongs_to_none(world: World) -> None:
    by = world.by_worker(world.now - timedelta(days=100))
    assert actions.catch_question(TEXT, asker=Asker.TEAM, by=by).cycle is None


# --- A name in the text ---------------------------------------------------------------------------


def test_a_name_gives_a_warning_and_nothing_is_saved_yet(world: World) -> None:
    response = catch(world, text=WITH_A_NAME)
    page = response.content.decode()
    assert response.status_code == 422
    assert response.context["names"] == ["Thijs"]
    assert WITH_A_NAME in page
    assert not LearningQuestion.objects.exists()


def test_who_is_sure_keeps_the_text_as_it_is(world: World) -> None:
    catch(world, text=WITH_A_NAME, sure="yes")
    assert caught().text == WITH_A_NAME


def test_a_district_and_a_partner_are_no_names(world: World) -> None:
    catch(world, text="Wat leren we in Zuid van De Boomhut?")
    assert "Boomhut" in caught().text


def test_the_warning_in_a_meeting_goes_on_in_that_meeting(world: World) -> None:
    response = catch(world, meeting=world.session, text=WITH_A_NAME)
    address = reverse("catch_in_meeting", kwargs={"meeting_id": world.session.public_id})
    assert f'action="{address}"' in response.content.decode()


@pytest.mark.parametrize(
    ("field", "value"), [("text", ""), ("text", "   "), ("text", "x" * 501), ("asker", "de buren")]
)
def test_wrong_input_stays_in_the_page(world: World, field: str, value: Any) -> None:
    response = catch(world, **{field: value})
    assert response.status_code == 422
    assert field in response.context["catch"].errors
    assert not LearningQuestion.objects.exists()


# --- Who may --------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.POLICY_OFFICER, Role.ADMINISTRATOR, Role.FAMILY_MEMBER])
def test_who_does_not_catch_questions_finds_no_such_page(world: World, role: Role) -> None:
    assert catch(world, world.outsiders[role]).status_code == 404
    assert catch(world, world.outsiders[role], world.session).status_code == 404


def test_a_meeting_that_does_not_exist_is_not_found(world: World) -> None:
    address = reverse("catch_in_meeting", kwargs={"meeting_id": uuid4()})
    assert world.client(world.worker).post(address, {"text": TEXT}).status_code == 404


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        (Role.REFLEXIVE_MONITOR, True),
        (Role.FACILITATOR, False),
        (Role.FAMILY_WORKER, False),
        (Role.PROGRAMME_TEAM, False),
    ],
)
def test_only_the_monitor_sees_in_which_meeting_it_was_caught(
    world: World, role: Role, seen: bool
) -> None:
    catch(world, meeting=world.session)
    client = world.client(world.outsiders[role])
    meeting = reverse("meeting", kwargs={"meeting_id": world.session.public_id})
    assert (TEXT in client.get(meeting).content.decode()) == seen
    order = client.get(reverse("order_question", kwargs={"question_id": caught().public_id}))
    assert (order.status_code == 200) == seen


def test_a_question_has_no_moment_and_leads_to_no_case_and_nobody() -> None:
    fields = LearningQuestion._meta.concrete_fields
    assert not any(isinstance(field, models.DateField | models.TimeField) for field in fields)
    related = {field.related_model._meta.label for field in fields if field.is_relation}  # type: ignore[union-attr]
    assert related == {
        "accounts.District",
        "agenda.Category",
        "meetings.LearningCycle",
        "meetings.Meeting",
    }
