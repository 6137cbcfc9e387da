"""The start page, the rest of the menu on a phone, and the page of one session."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from samenspel.web.accounts.access import requires, signed_in
from samenspel.web.accounts.rights import Function
from samenspel.web.agenda.forms import CatchForm
from samenspel.web.base.request import Request
from samenspel.web.desk.presenters import meeting_page, today_for
from samenspel.web.meetings.models import Meeting


@signed_in
def today(request: Request) -> HttpResponse:
    context = {"today": today_for(request.actor), "catch": CatchForm()}
    return render(request, "desk/today.html", context)


@signed_in
def more(request: Request) -> HttpResponse:
    return render(request, "desk/more.html")


@requires(Function.SEE_MEETINGS)
def meeting(request: Request, meeting_id: UUID) -> HttpResponse:
    found = get_object_or_404(
        Meeting.objects.select_related("district", "cycle", "facilitator"), public_id=meeting_id
    )
    context = {"shown": meeting_page(found, request.actor), "meeting": found, "catch": CatchForm()}
    return render(request, "desk/meeting.html", context)
