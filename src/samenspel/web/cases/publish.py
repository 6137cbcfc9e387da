"""The one door from the case layer to the learning layer: facts without identity."""

from datetime import date
from uuid import UUID

from django.utils import timezone

from samenspel import evaluation as ev
from samenspel.web.cases.choices import Kind
from samenspel.web.cases.freezing import freezes_at, version_for_figures
from samenspel.web.cases.models import Case, Introduction
from samenspel.web.figures.actions import store_facts
from samenspel.web.meetings.models import Meeting, MeetingKind


def publish(case: Case) -> None:
    """Hand the facts of a case over to the figures. Called at the end of every action."""
    fresh = Case.objects.with_everything().get(pk=case.pk)
    store_facts(UUID(fresh.fact_id), facts_of(fresh))


def facts_of(case: Case) -> ev.CaseFacts:
    """What the figures may know: code lists, counts and months."""
    is_new = case.kind == Kind.NEW
    return ev.CaseFacts(
        district=case.district.key,
        kind=ev.CaseKind.NEW if is_new else ev.CaseKind.EXISTING,
        kind_reason=None if is_new else ev.KindReason(case.kind),
        age_groups=tuple(
            ev.age_group(youth.birth_year, youth.birth_month, case.opened_on)
            for youth in case.youths.all()
        ),
        themes=tuple(case.themes or ()),
        youths=len(case.youths.all()),
        opened=_month(case.opened_on),
        counterfactual=_counterfactual(case),
        introductions=tuple(introduction_fact(row) for row in case.introductions.all()),
        efforts=tuple(
            ev.Effort(
                kind=ev.EffortKind(effort.kind),
                talks=ev.Talks(effort.talks) if effort.talks else None,
                budget_percent=effort.budget_percent,
            )
            for effort in case.efforts.all()
        ),
        closing=_closing(case),
    )


def introduction_fact(introduction: Introduction) -> ev.Introduction:
    return _in_meeting(introduction.meeting, again=introduction.again)


def loose_introduction_fact(meeting: Meeting) -> ev.Introduction:
    return _in_meeting(meeting, again=False)


def _in_meeting(meeting: Meeting, *, again: bool) -> ev.Introduction:
    mini = meeting.kind == MeetingKind.MINI_SESSION
    assert meeting.district is not None  # only sessions of a district take introductions
    return ev.Introduction(
        cycle=meeting.cycle.number if meeting.cycle else None,
        district=meeting.district.key,
        setting=ev.Setting.MINI if mini else ev.Setting.SESSION,
        again=again,
    )


def _counterfactual(case: Case) -> ev.Counterfactual:
    version = version_for_figures(case)
    return ev.Counterfactual(
        answer=version.answer,
        certainty=ev.Certainty(version.certainty),
        version=version.number,
        freezes=_month(timezone.localdate(freezes_at(case))),
    )


def _closing(case: Case) -> ev.Closing | None:
    row = case.closing
    if row is None:
        return None
    return ev.Closing(ev.ClosingReason(row.reason), row.help_stopped, _month(row.closed_on))


def _month(day: date) -> date:
    return day.replace(day=1)
