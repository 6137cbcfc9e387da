"""What changes cycles, meetings and attendance."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.models import District, User
from samenspel.web.audit.record import Act, record
from samenspel.web.base.templatetags.samenspel import day
from samenspel.web.meetings.models import (
    SESSIONS,
    Attendance,
    LearningCycle,
    Meeting,
    MeetingKind,
)
from samenspel.web.partners.models import Organisation

MOST_PEOPLE = 500
"""More than this at one meeting is a slip of the finger."""


@transaction.atomic
def plan_cycle(*, number: int, starts_on: date, ends_on: date, by: Actor) -> LearningCycle:
    """A new cycle, which may not overlap another."""
    if starts_on > ends_on:
        raise ValidationError(
            {"ends_on": _("The last day comes before the first. Choose a later last day.")}
        )
    if LearningCycle.objects.filter(number=number).exists():
        raise ValidationError(
            {"number": _("There is a cycle with this number already. Choose the next number.")}
        )
    list(LearningCycle.objects.select_for_update())  # two who plan at once wait for each other
    other = LearningCycle.objects.overlapping(starts_on, ends_on).first()
    if other is not None:
        raise ValidationError(
            {
                "starts_on": _(
                    "This overlaps cycle %(number)s (%(start)s to %(end)s). Choose other days."
                )
                % {
                    "number": other.number,
                    "start": day(other.starts_on),
                    "end": day(other.ends_on),
                }
            }
        )
    cycle = LearningCycle.objects.create(number=number, starts_on=starts_on, ends_on=ends_on)
    record(Act.CYCLE_PLANNED, by=by, object_type="cycle", object_id=str(cycle.number))
    return cycle


@transaction.atomic
def close_cycle(cycle: LearningCycle, *, by: Actor) -> None:
    """Close a cycle. Called by `agenda`, which first lets go of the exact meetings."""
    cycle.closed_at = by.at
    cycle.save(update_fields=["closed_at"])
    record(Act.CYCLE_CLOSED, by=by, object_type="cycle", object_id=str(cycle.number))


@transaction.atomic
def plan_meeting(
    *,
    kind: MeetingKind,
    held_on: date,
    district: District | None,
    by: Actor,
    cycle: LearningCycle | None = None,
    facilitator: User | None = None,
    people_present: int | None = None,
    family_members: int | None = None,
) -> Meeting:
    """A new meeting, in the cycle that its day is in unless another is given.

    A session must be in a cycle and a district, else no figure would count it.
    """
    if district is None and kind in SESSIONS:
        raise ValidationError({"district": _("A session is held in one district. Choose which.")})
    cycle = cycle or LearningCycle.objects.containing(held_on)
    if cycle is None and kind in SESSIONS:
        raise ValidationError(
            {"held_on": _("This day is in no learning cycle. Plan the cycle first, under Cycles.")}
        )
    meeting = Meeting.objects.create(
        kind=kind,
        held_on=held_on,
        district=district,
        cycle=cycle,
        facilitator=facilitator,
        people_present=people_present,
        family_members=family_members,
    )
    record(Act.MEETING_PLANNED, by=by, object_type="meeting", object_id=meeting.public_id)
    return meeting


@transaction.atomic
def note_attendance(
    meeting: Meeting,
    organisation: Organisation,
    people: int | None,
    *,
    by: Actor,
    function: str = "",
) -> None:
    """Note how many people of an organisation were there: 0 takes it off, None is "unknown"."""
    _check_number(people)
    lines = Attendance.objects.filter(meeting=meeting, organisation=organisation, function=function)
    if people == 0:
        lines.delete()
    else:
        Attendance.objects.update_or_create(
            meeting=meeting,
            organisation=organisation,
            function=function,
            defaults={"people": people},
        )
    _record_attendance(meeting, by)


@transaction.atomic
def note_family(meeting: Meeting, people: int | None, *, by: Actor) -> None:
    """Note how many family members took part; they are participants, never partners."""
    _check_number(people)
    meeting.family_members = people
    meeting.save(update_fields=["family_members"])
    _record_attendance(meeting, by)


def _check_number(people: int | None) -> None:
    if people is not None and not 0 <= people <= MOST_PEOPLE:
        raise ValidationError(
            _("A number of people is 0 or more, and at most %(most)s. Or choose “unknown”.")
            % {"most": MOST_PEOPLE}
        )


def _record_attendance(meeting: Meeting, by: Actor) -> None:
    record(Act.ATTENDANCE_NOTED, by=by, object_type="meeting", object_id=meeting.public_id)
