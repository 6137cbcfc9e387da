"""Bringing a case into a session, taking it back, and a question without the file."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from samenspel.web.accounts.roles import Role
from samenspel.web.cases import actions
from samenspel.web.cases.actions import Birth
from samenspel.web.cases.choices import ConsentBy
from samenspel.web.cases.models import Case, Introduction, LooseIntroduction
from samenspel.web.figures.interim import interim_figures
from samenspel.web.figures.models import IntroductionFact
from samenspel.web.meetings.models import Meeting, MeetingKind
from tests.world import (
    NO_WORKERS,
    World,
    acts,
    add_effort,
    close_case,
    consent,
    consent_to_session,
    open_case,
    refused,
)


@pytest.fixture
def case(world: World) -> Case:
    """The world's case, with the consent that a session needs."""
    consent_to_session(world.case, world.by_worker())
    return world.case


def introduce(world: World, meeting: Meeting) -> Introduction:
    return actions.introduce(world.case, meeting, by=world.by_worker())


def post(world: World, meeting: Meeting, who: str = "worker") -> Any:
    client = world.client(getattr(world, who))
    return client.post(world.page("introduce"), {"meeting": meeting.pk})


def again_flags(case: Case) -> list[bool]:
    return list(case.introductions.order_by("id").values_list("again", flat=True))


# --- Introducing ----------------------------------------------------------------------------------


def test_a_case_comes_on_the_agenda_and_is_in_session(world: World, case: Case) -> None:
    response = post(world, world.session)
    assert response["Location"] == reverse(
        "meeting", kwargs={"meeting_id": world.session.public_id}
    )
    case.refresh_from_db()
    assert case.state == "in_session"
    assert acts()[0] == "case.introduce"


def test_the_figures_count_it_in_the_cycle_of_the_session(world: World, case: Case) -> None:
    introduce(world, world.session)
    assert interim_figures(timezone.localdate()).introductions == {"1": {"west": 1, "zuid": 0}}


def test_the_second_time_it_is_brought_in_again(world: World, case: Case) -> None:
    introduce(world, world.session)
    introduce(world, world.session_in(7))
    figures = interim_figures(timezone.localdate())
    assert again_flags(case) == [False, True]
    assert (figures.introductions["1"]["west"], figures.introductions_again["1"]["west"]) == (1, 1)


def test_a_mini_session_is_counted_apart(world: World, case: Case) -> None:
    introduce(world, world.session_in(3, MeetingKind.MINI_SESSION))
    figures = interim_figures(timezone.localdate())
    assert figures.introductions["1"]["west"] == 0
    assert figures.introductions_mini["1"]["west"] == 1


def test_without_consent_nothing_reaches_an_agenda(world: World) -> None:
    with refused("consent"):
        introduce(world, world.session)
    assert not Introduction.objects.exists()
    assert not IntroductionFact.objects.exists()


def test_the_consent_must_hold_on_the_day_of_the_session(world: World, case: Case) -> None:
    """The consent of the world holds for ninety days; the cycle that is planned ends before."""
    case.consents.update(until=timezone.localdate(world.now) + timedelta(days=6))
    introduce(world, world.session_in(6))
    with refused("consent"):
        introduce(world, world.session_in(7))


def test_the_consent_of_one_of_two_brothers_is_not_enough(world: World) -> None:
    by, today = world.by_worker(), timezone.localdate(world.now)
    year = world.now.year - 8
    world.case = open_case(by, world.west, births=[Birth(year), Birth(year + 2)])
    consent(world.case.youths.all()[0], ConsentBy.PARENTS, since=today, by=by)
    with refused("for every youth"):
        introduce(world, world.session)


def test_a_case_is_once_on_the_agenda_of_a_session(world: World, case: Case) -> None:
    introduce(world, world.session)
    with refused("already"):
        introduce(world, world.session)
    assert case.introductions.count() == 1


@pytest.mark.parametrize(
    "kind", [kind for kind in MeetingKind if kind not in {"learning_session", "mini_session"}]
)
def test_a_case_is_brought_into_no_other_meeting(
    world: World, case: Case, kind: MeetingKind
) -> None:
    with refused("a learning session or a mini session"):
        introduce(world, world.session_in(3, kind))


def test_a_closed_case_is_opened_again_first(world: World, case: Case) -> None:
    close_case(case, world.by_worker())
    with refused("Open it again first"):
        introduce(world, world.session)
    assert not Introduction.objects.exists()


def test_only_sessions_of_the_district_can_be_chosen(world: World, case: Case) -> None:
    Meeting.objects.filter(pk=world.session.pk).update(district=world.zuid)
    assert list(post(world, world.session).context["form"].errors) == ["meeting"]


def test_sessions_of_long_ago_are_not_in_the_list(world: World, case: Case) -> None:
    today = timezone.localdate(world.now)
    Meeting.objects.filter(pk=world.session.pk).update(held_on=today - timedelta(days=61))
    assert list(post(world, world.session).context["form"].errors) == ["meeting"]


def test_in_the_page_a_refusal_is_a_sentence(world: World) -> None:
    response = post(world, world.session)
    assert response.status_code == 200
    assert response.context["form"].non_field_errors()


@pytest.mark.parametrize(("who", "status"), NO_WORKERS)
def test_only_the_worker_brings_it_in(world: World, case: Case, who: str, status: int) -> None:
    assert post(world, world.session, who).status_code == status
    assert not Introduction.objects.exists()


# --- Taking back ----------------------------------------------------------------------------------


def take_back(world: World, introduction: Introduction, who: str = "worker") -> int:
    address = world.page("take_back", introduction_id=introduction.public_id)
    return world.client(getattr(world, who)).post(address).status_code


def test_taken_off_the_agenda_the_case_is_open_as_before(world: World, case: Case) -> None:
    assert take_back(world, introduce(world, world.session_in(5))) == 302
    case.refresh_from_db()
    assert (case.state, case.introductions.count()) == ("open", 0)
    assert interim_figures(timezone.localdate()).introductions["1"]["west"] == 0


def test_then_the_next_one_is_the_first(world: World, case: Case) -> None:
    first = introduce(world, world.session_in(5))
    introduce(world, world.session_in(6))
    introduce(world, world.session_in(7))
    take_back(world, first)
    assert again_flags(case) == [False, True]
    assert interim_figures(timezone.localdate()).introductions_again["1"]["west"] == 1


def test_another_one_keeps_it_in_session(world: World, case: Case) -> None:
    introduce(world, world.session_in(5))
    take_back(world, introduce(world, world.session_in(6)))
    case.refresh_from_db()
    assert (case.state, again_flags(case)) == ("in_session", [False])


def test_what_was_done_meanwhile_stays(world: World, case: Case) -> None:
    introduction = introduce(world, world.session_in(5))
    add_effort(case, world.by_worker())
    take_back(world, introduction)
    case.refresh_from_db()
    assert (case.state, case.efforts.count()) == ("running", 1)


def test_a_session_that_was_held_keeps_its_agenda(world: World, case: Case) -> None:
    introduction = introduce(world, world.session)
    yesterday = timezone.localdate(world.now) - timedelta(days=1)
    Meeting.objects.filter(pk=world.session.pk).update(held_on=yesterday)
    assert take_back(world, introduction) == 404
    assert case.introductions.count() == 1


@pytest.mark.parametrize(("who", "status"), NO_WORKERS)
def test_only_the_worker_takes_it_back(world: World, case: Case, who: str, status: int) -> None:
    introduction = introduce(world, world.session_in(5))
    assert take_back(world, introduction, who) == status
    assert case.introductions.count() == 1


# --- Without the file -----------------------------------------------------------------------------


def without_file(world: World, user: Any, meeting_id: Any = None) -> int:
    address = reverse("without_file", kwargs={"meeting_id": meeting_id or world.session.public_id})
    return world.client(user).post(address).status_code


def test_a_question_without_the_file_counts(world: World) -> None:
    for _ in range(2):
        assert without_file(world, world.worker) == 302
    figures = interim_figures(timezone.localdate())
    assert figures.introductions_without_file == {"1": {"west": 2, "zuid": 0}}
    assert figures.introductions["1"]["west"] == 0
    assert acts()[0] == "case.introduce_without_file"


def test_it_leads_back_to_nothing(world: World) -> None:
    without_file(world, world.worker)
    assert IntroductionFact.objects.get().fact is None
    columns = {field.name for field in LooseIntroduction._meta.get_fields()}
    assert columns == {"id", "meeting", "introduced_at"}


def test_it_is_counted_in_no_other_meeting_than_a_session(world: World) -> None:
    partner_meeting = world.session_in(3, MeetingKind.PARTNER_MEETING)
    without_file(world, world.worker, partner_meeting.public_id)
    assert not LooseIntroduction.objects.exists()


@pytest.mark.parametrize("role", [Role.PROGRAMME_TEAM, Role.REFLEXIVE_MONITOR, Role.FAMILY_MEMBER])
def test_who_does_not_see_agendas_does_not_count_on_them(world: World, role: Role) -> None:
    assert without_file(world, world.outsiders[role]) == 404
    assert not LooseIntroduction.objects.exists()


def test_a_meeting_that_does_not_exist_is_not_found(world: World) -> None:
    assert without_file(world, world.worker, uuid4()) == 404
