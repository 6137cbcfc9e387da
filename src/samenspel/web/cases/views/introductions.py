"""Bringing a question into a session, with the file or without."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenspel.web.accounts.access import requires
from samenspel.web.accounts.rights import Function
from samenspel.web.base.attempts import sent
from samenspel.web.base.request import Request
from samenspel.web.cases import actions
from samenspel.web.cases.access import case_page as of_case
from samenspel.web.cases.forms import (
    IntroduceForm,
)
from samenspel.web.cases.models import Case
from samenspel.web.cases.views.shared import form_page
from samenspel.web.meetings.models import SESSIONS, Meeting

SESSIONS_BACK = timedelta(days=60)


@of_case(Function.WORK_ON_CASE)
def introduce(request: Request, case: Case) -> HttpResponse:
    form = IntroduceForm(request.POST or None, meetings=_sessions_for(case, request))
    if sent(
        request,
        form,
        lambda: actions.introduce(case, form.cleaned_data["meeting"], by=request.actor),
    ):
        messages.success(request, _("The question is on the agenda."))
        return redirect("meeting", meeting_id=form.cleaned_data["meeting"].public_id)
    intro = _("The session sees the code %(code)s, not this page.") % {"code": case.code}
    return form_page(request, case, form, _("Bring into a session"), _("Bring in"), intro)


@of_case(Function.WORK_ON_CASE)
@require_POST
def take_back(request: Request, case: Case, introduction_id: UUID) -> HttpResponse:
    """Take it off the agenda; only while the session is still to come or is today."""
    today = timezone.localdate(request.actor.at)
    found = get_object_or_404(
        case.introductions, public_id=introduction_id, meeting__held_on__gte=today
    )
    actions.take_back_introduction(found, by=request.actor)
    messages.success(request, _("The question is off the agenda."))
    return redirect("case", case_id=case.public_id)


@requires(Function.SEE_MEETING_AGENDA)
@require_POST
def without_file(request: Request, meeting_id: UUID) -> HttpResponse:
    meeting = get_object_or_404(Meeting, public_id=meeting_id)
    try:
        actions.introduce_without_file(meeting, by=request.actor)
    except ValidationError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Counted, without the file."))
    return redirect("meeting", meeting_id=meeting.public_id)


def _sessions_for(case: Case, request: Request) -> QuerySet[Meeting]:
    """Sessions of the case's district, from two months back on, the latest first."""
    since = timezone.localdate(request.actor.at) - SESSIONS_BACK
    rows = Meeting.objects.filter(kind__in=SESSIONS, district=case.district, held_on__gte=since)
    return rows.select_related("district").order_by("-held_on")
