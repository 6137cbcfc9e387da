"""What the start page and the page of a session show, decided before the template."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count
from django.utils import timezone

from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.models import District
from samenspel.web.accounts.rights import Function
from samenspel.web.agenda.models import LearningQuestion
from samenspel.web.cases.models import Case, Consent, Introduction
from samenspel.web.cases.presenters import CaseCard, cards_of
from samenspel.web.cases.states import State
from samenspel.web.meetings.models import Attendance, Meeting
from samenspel.web.partners.models import Organisation

CARDS = 7
MEETINGS = 4
CASES_TO_BRING = 50
STILL_BRINGING_IN = timedelta(days=60)
CONSENT_ENDS_SOON = timedelta(days=30)


@dataclass(frozen=True)
class Today:
    """The start page. What a role may not see is simply not there."""

    day: date
    cards: Sequence[CaseCard] = ()
    has_more_cards: bool = False
    coming: Sequence[Meeting] = ()
    recent: Sequence[Meeting] = ()
    consents_ending: Sequence[Consent] = ()


def today_for(actor: Actor) -> Today:
    day = timezone.localdate(actor.at)
    cases = _open_cases(actor, at_most=CARDS + 1)
    meetings = Meeting.objects.select_related("district", "cycle")
    if not actor.may(Function.SEE_MEETINGS):
        meetings = meetings.none()
    coming = list(meetings.filter(held_on__gte=day).order_by("held_on", "id")[:MEETINGS])
    recent = [] if coming else list(meetings.filter(held_on__lt=day)[:MEETINGS])
    return Today(
        day=day,
        cards=cards_of(cases[:CARDS], actor),
        has_more_cards=len(cases) > CARDS,
        coming=coming,
        recent=recent,
        consents_ending=_consents_ending(actor, day),
    )


def _open_cases(actor: Actor, *, at_most: int) -> list[Case]:
    if actor.user is None or not actor.may(Function.READ_CASE):
        return []
    visible = Case.objects.visible_to(actor.user, actor.at).exclude(state=State.CLOSED)
    return list(visible.select_related("district")[:at_most])


def _consents_ending(actor: Actor, day: date) -> list[Consent]:
    if actor.user is None or not actor.may(Function.WORK_ON_CASE):
        return []
    visible = Case.objects.visible_to(actor.user, actor.at).exclude(state=State.CLOSED)
    ending = Consent.objects.filter(
        case__in=visible.order_by().values("pk"),
        withdrawn_at=None,
        until__range=(day, day + CONSENT_ENDS_SOON),
    )
    return list(ending.select_related("case").order_by("until")[:CARDS])


@dataclass(frozen=True)
class AttendanceLine:
    """One organisation in the list to tap: None people is "unknown", absent is 0."""

    organisation: Organisation
    function: str
    present: bool
    people: int | None

    @property
    def name(self) -> str:
        return f"{self.organisation.name} {self.function}".strip()

    @property
    def unknown(self) -> bool:
        return self.present and self.people is None

    @property
    def one_more(self) -> int:
        return (self.people or 0) + 1

    @property
    def one_less(self) -> int:
        return max((self.people or 0) - 1, 0)


@dataclass(frozen=True)
class MeetingPage:
    meeting: Meeting
    attendance: Sequence[AttendanceLine]
    absent: Sequence[AttendanceLine]
    introductions: Sequence[Introduction]
    introduction_count: int
    without_file: int
    questions: Sequence[LearningQuestion]
    my_cases: Sequence[CaseCard] = ()

    @property
    def family_more(self) -> int:
        return (self.meeting.family_members or 0) + 1

    @property
    def family_less(self) -> int:
        return max((self.meeting.family_members or 0) - 1, 0)


def meeting_page(meeting: Meeting, actor: Actor) -> MeetingPage:
    present = _present(meeting)
    seen = {line.organisation.pk for line in present}
    agenda = list(
        meeting.introductions.select_related("case", "introduced_by").order_by("introduced_at")
    )
    return MeetingPage(
        meeting=meeting,
        attendance=present,
        absent=[
            AttendanceLine(organisation, "", present=False, people=0)
            for organisation in _most_frequent_first(meeting.district)
            if organisation.pk not in seen
        ],
        introductions=agenda if actor.may(Function.SEE_MEETING_AGENDA) else [],
        introduction_count=len(agenda),
        without_file=meeting.loose_introductions.count(),
        questions=_questions(meeting, actor),
        my_cases=_my_cases(meeting, agenda, actor),
    )


def _present(meeting: Meeting) -> list[AttendanceLine]:
    rows = Attendance.objects.filter(meeting=meeting).select_related("organisation")
    return [
        AttendanceLine(row.organisation, row.function, present=True, people=row.people)
        for row in rows.order_by("organisation__name", "function")
    ]


def _most_frequent_first(district: District | None) -> list[Organisation]:
    """Who comes often stands first, so that one tap is near."""
    times = Count("attendances")
    return list(Organisation.objects.annotate(times=times).order_by("-times", "name"))


def _questions(meeting: Meeting, actor: Actor) -> list[LearningQuestion]:
    """Which question was caught in which meeting, only the monitor sees."""
    if not actor.may(Function.ORDER_AGENDA):
        return []
    return list(meeting.questions.select_related("category"))


def _my_cases(meeting: Meeting, agenda: Sequence[Introduction], actor: Actor) -> Sequence[CaseCard]:
    """The open cases that somebody could bring into this session."""
    long_ago = meeting.held_on < timezone.localdate(actor.at) - STILL_BRINGING_IN
    if not meeting.takes_introductions or long_ago or not actor.may(Function.WORK_ON_CASE):
        return []
    there = {introduction.case_id for introduction in agenda}
    cases = [
        case
        for case in _open_cases(actor, at_most=CASES_TO_BRING)
        if case.pk not in there and case.district_id == meeting.district_id
    ]
    return cards_of(cases, actor)
