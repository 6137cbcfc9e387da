"""The page of a session: who sees the agenda, and what is offered to whom."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from samenspel.web.accounts.models import User
from samenspel.web.accounts.roles import Role
from samenspel.web.cases import actions as cases
from samenspel.web.desk.presenters import MeetingPage
from samenspel.web.meetings.actions import note_attendance
from samenspel.web.meetings.models import Meeting, MeetingKind
from samenspel.web.partners.models import Organisation, Sector
from tests.world import SECRET, World, consent_to_session


def address(meeting: Meeting) -> str:
    return reverse("meeting", kwargs={"meeting_id": meeting.public_id})


def shown(world: World, user: User, meeting: Meeting | None = None) -> MeetingPage:
    return world.client(user).get(address(meeting or world.session)).context["shown"]


@pytest.fixture
def introduced(world: World) -> World:
    """The world with its case on the agenda of its session."""
    consent_to_session(world.case, world.by_worker())
    cases.introduce(world.case, world.session, by=world.by_worker())
    return world


@pytest.mark.parametrize(
    ("role", "codes"),
    [
        (Role.FACILITATOR, True),
        (Role.FAMILY_WORKER, True),
        (Role.REFLEXIVE_MONITOR, False),
        (Role.PROGRAMME_TEAM, False),
    ],
)
def test_who_holds_sessions_sees_codes_and_others_a_number(
    introduced: World, role: Role, codes: bool
) -> None:
    page = introduced.client(introduced.outsiders[role]).get(address(introduced.session))
    html = page.content.decode()
    assert (introduced.case.code in html) == codes
    assert page.context["shown"].introduction_count == 1
    assert SECRET not in html


def test_a_code_on_the_agenda_opens_nothing(introduced: World) -> None:
    facilitator = introduced.client(introduced.outsiders[Role.FACILITATOR])
    assert (
        introduced.page("case") not in facilitator.get(address(introduced.session)).content.decode()
    )
    assert facilitator.get(introduced.page("case")).status_code == 404


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.POLICY_OFFICER, Role.FAMILY_MEMBER])
def test_who_does_not_see_sessions_finds_no_such_page(world: World, role: Role) -> None:
    assert world.client(world.outsiders[role]).get(address(world.session)).status_code == 404


def test_a_session_that_does_not_exist_is_not_found(world: World) -> None:
    missing = reverse("meeting", kwargs={"meeting_id": uuid4()})
    assert world.client(world.worker).get(missing).status_code == 404


def test_a_worker_is_offered_the_cases_that_are_not_on_the_agenda(world: World) -> None:
    assert [card.case for card in shown(world, world.worker).my_cases] == [world.case]
    consent_to_session(world.case, world.by_worker())
    cases.introduce(world.case, world.session, by=world.by_worker())
    assert shown(world, world.worker).my_cases == []


def test_nothing_is_offered_for_another_meeting_or_one_of_long_ago(world: World) -> None:
    partners = world.session_in(3, MeetingKind.PARTNER_MEETING)
    assert shown(world, world.worker, partners).my_cases == []
    long_ago = timezone.localdate(world.now) - timedelta(days=61)
    Meeting.objects.filter(pk=world.session.pk).update(held_on=long_ago)
    assert shown(world, world.worker).my_cases == []


def test_only_who_holds_meetings_gets_buttons_for_attendance(world: World) -> None:
    where = reverse("meeting_family", kwargs={"meeting_id": world.session.public_id})
    for role, buttons in ((Role.FACILITATOR, True), (Role.FAMILY_WORKER, False)):
        html = world.client(world.outsiders[role]).get(address(world.session)).content.decode()
        assert (where in html) == buttons


def test_who_comes_often_stands_first_among_those_to_tap(world: World) -> None:
    rare = Organisation.objects.create(name="Aan Zee", sector=Sector.SOCIAL_BASE)
    for days in (1, 2):
        note_attendance(world.session_in(days), world.school, 1, by=world.by_worker())
    lines = shown(world, world.outsiders[Role.FACILITATOR]).absent
    assert [line.organisation for line in lines] == [world.school, rare]


def test_the_buttons_go_one_up_and_one_down_and_never_below_nobody(world: World) -> None:
    note_attendance(world.session, world.school, 1, by=world.by_worker())
    [line] = shown(world, world.outsiders[Role.FACILITATOR]).attendance
    assert (line.one_less, line.people, line.one_more) == (0, 1, 2)
    note_attendance(world.session, world.school, None, by=world.by_worker())
    [line] = shown(world, world.outsiders[Role.FACILITATOR]).attendance
    assert (line.one_less, line.unknown, line.one_more) == (0, True, 1)
