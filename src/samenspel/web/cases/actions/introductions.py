"""Bringing a case into a session, with the file or without."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samenspel.web.accounts.actor import Actor
from samenspel.web.audit.record import Act, record
from samenspel.web.base.templatetags.samenspel import day
from samenspel.web.cases.actions.shared import lock, record_act, take_step
from samenspel.web.cases.consents import youths_without_consent
from samenspel.web.cases.models import (
    Case,
    Introduction,
    LooseIntroduction,
)
from samenspel.web.cases.publish import loose_introduction_fact, publish
from samenspel.web.cases.states import Step
from samenspel.web.figures.actions import store_introduction
from samenspel.web.meetings.models import Meeting


@transaction.atomic
def introduce(case: Case, meeting: Meeting, *, by: Actor) -> Introduction:
    """Bring a case into a session. Nothing traceable reaches an agenda without consent."""
    locked = lock(case, by)
    _check_takes_introductions(meeting)
    _check_consent(locked, meeting)
    if locked.introductions.filter(meeting=meeting).exists():
        raise ValidationError(_("This question is on the agenda of that session already."))
    introduction = Introduction.objects.create(
        case=locked,
        meeting=meeting,
        again=locked.introductions.exists(),
        introduced_at=by.at,
        introduced_by=by.person,
    )
    take_step(locked, Step.INTRODUCE)
    record_act(Act.CASE_INTRODUCED, locked, by=by)
    publish(locked)
    return introduction


@transaction.atomic
def take_back_introduction(introduction: Introduction, *, by: Actor) -> None:
    """Take a case off the agenda of a session. A freeze that has passed stays."""
    case = lock(introduction.case, by)
    introduction.delete()
    remaining = Introduction.objects.filter(case=case).first()
    if remaining is None:
        take_step(case, Step.TAKE_BACK)
    elif remaining.again:
        remaining.again = False
        remaining.save(update_fields=["again"])
    record_act(Act.INTRODUCTION_TAKEN_BACK, case, by=by)
    publish(case)


@transaction.atomic
def introduce_without_file(meeting: Meeting, *, by: Actor) -> None:
    """Count a question that somebody brought in without the file: no link, no text."""
    _check_takes_introductions(meeting)
    LooseIntroduction.objects.create(meeting=meeting, introduced_at=by.at)
    store_introduction(loose_introduction_fact(meeting))
    record(Act.INTRODUCED_WITHOUT_FILE, by=by, object_type="meeting", object_id=meeting.public_id)


def _check_takes_introductions(meeting: Meeting) -> None:
    if not meeting.takes_introductions or meeting.district is None:
        raise ValidationError(_("Questions are brought into a learning session or a mini session."))


def _check_consent(case: Case, meeting: Meeting) -> None:
    if youths_without_consent(case, meeting.held_on):
        raise ValidationError(
            _(
                "There is no consent for every youth on %(day)s. Write down the consent first, or "
                "bring the question in without the file."
            )
            % {"day": day(meeting.held_on)}
        )
