"""Sessions: the list, planning one, and attendance in one tap per organisation."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenspel.web.accounts.access import requires
from samenspel.web.accounts.models import District
from samenspel.web.accounts.rights import Function
from samenspel.web.base.attempts import sent
from samenspel.web.base.paging import page_of
from samenspel.web.base.request import Request, text_in
from samenspel.web.meetings import actions
from samenspel.web.meetings.forms import CycleForm, MeetingForm
from samenspel.web.meetings.models import LearningCycle, Meeting, MeetingKind
from samenspel.web.partners.models import Organisation

UNKNOWN = "unknown"


@requires(Function.SEE_MEETINGS)
def meetings(request: Request) -> HttpResponse:
    rows = Meeting.objects.select_related("district", "cycle")
    district = text_in(request.GET, "district")
    if district:
        rows = rows.filter(district__key=district)
    context = {
        "page": page_of(request, rows),
        "districts": District.objects.filter(meetings__isnull=False).distinct(),
        "chosen": district,
    }
    return render(request, "meetings/list.html", context)


@requires(Function.HOLD_MEETING)
def new_meeting(request: Request) -> HttpResponse:
    form = MeetingForm(request.POST or None, initial={"district": _own_district(request)})
    if sent(request, form, lambda: _plan(request, form)):
        return redirect("meeting", meeting_id=form.cleaned_data["meeting"].public_id)
    return render(request, "meetings/new.html", {"form": form})


def _own_district(request: Request) -> int | None:
    team = request.actor.person.team
    return team.district_id if team else None


def _plan(request: Request, form: MeetingForm) -> None:
    form.cleaned_data["meeting"] = actions.plan_meeting(
        kind=MeetingKind(form.cleaned_data["kind"]),
        district=form.cleaned_data["district"],
        held_on=form.cleaned_data["held_on"],
        facilitator=request.actor.user,
        by=request.actor,
    )


@requires(Function.HOLD_MEETING)
@require_POST
def attendance(request: Request, meeting_id: UUID, organisation_id: UUID) -> HttpResponse:
    """One tap: the number that belongs to the button; "unknown" is not 0."""
    meeting = get_object_or_404(Meeting, public_id=meeting_id)
    organisation = get_object_or_404(Organisation, public_id=organisation_id)
    try:
        actions.note_attendance(
            meeting,
            organisation,
            _number(request.POST.get("people", "")),
            function=_known_function(organisation, text_in(request.POST, "function")),
            by=request.actor,
        )
    except ValidationError as refusal:
        messages.error(request, refusal.message)
    return _back_to_attendance(meeting)


@requires(Function.HOLD_MEETING)
@require_POST
def family(request: Request, meeting_id: UUID) -> HttpResponse:
    """How many family members took part."""
    meeting = get_object_or_404(Meeting, public_id=meeting_id)
    try:
        actions.note_family(meeting, _number(request.POST.get("people", "")), by=request.actor)
    except ValidationError as refusal:
        messages.error(request, refusal.message)
    return _back_to_attendance(meeting)


@requires(Function.SET_CYCLES)
def new_cycle(request: Request) -> HttpResponse:
    form = CycleForm(request.POST or None)
    if sent(request, form, lambda: actions.plan_cycle(**form.cleaned_data, by=request.actor)):
        return redirect("cycles")
    return render(request, "meetings/new_cycle.html", {"form": form})


@requires(Function.SET_CYCLES)
def cycles(request: Request) -> HttpResponse:
    return render(request, "meetings/cycles.html", {"cycles": LearningCycle.objects.all()})


def _known_function(organisation: Organisation, typed: str) -> str:
    """A function that the list of this organisation has; here nobody types who somebody is."""
    known = organisation.attendances.filter(function=typed).exists()
    return typed if known else ""


def _number(typed: str) -> int | None:
    if typed == UNKNOWN:
        return None
    try:
        return int(typed)
    except ValueError:
        raise ValidationError(
            _("Write the number of people in digits, or choose “unknown”.")
        ) from None


def _back_to_attendance(meeting: Meeting) -> HttpResponse:
    response = redirect("meeting", meeting_id=meeting.public_id)
    response["Location"] += "#attendance"
    return response
