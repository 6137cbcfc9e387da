"""The start page, the rest of the menu on a phone, and the page of one session."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from samenspel.web.accounts.access import requires, signed_in
from samenspel.web.accounts.actions import make_join_code
from samenspel.web.accounts.models import User
from samenspel.web.accounts.rights import Function
from samenspel.web.agenda.forms import CatchForm
from samenspel.web.audit.record import Act, record
from samenspel.web.base.request import Request
from samenspel.web.cases.actions import tell_the_circles
from samenspel.web.cases.presenters import CaseCard
from samenspel.web.desk.presenters import meeting_page, today_for
from samenspel.web.meetings.models import Meeting


@signed_in
def today(request: Request) -> HttpResponse:
    shown = today_for(request.actor)
    _record_list(request, shown.cards)
    context = {"today": shown, "catch": CatchForm()}
    return render(request, "desk/today.html", context)


@signed_in
def more(request: Request) -> HttpResponse:
    return render(request, "desk/more.html")


@requires(Function.SEE_MEETINGS)
def meeting(request: Request, meeting_id: UUID) -> HttpResponse:
    found = get_object_or_404(
        Meeting.objects.select_related("district", "cycle", "facilitator"), public_id=meeting_id
    )
    shown = meeting_page(found, request.actor)
    _record_list(request, shown.my_cases)
    context = {"shown": shown, "meeting": found, "catch": CatchForm()}
    return render(request, "desk/meeting.html", context)


@requires(Function.KEEP_ACCOUNTS)
@require_POST
def fresh_code(request: Request, user_id: UUID) -> HttpResponse:
    """A new one-time code for somebody who lost the password. Whoever has it can sign in as that
    person, so every family in whose circle the person is can see that it was made."""
    user = get_object_or_404(User, public_id=user_id)
    with transaction.atomic():
        code = make_join_code(user, by=request.actor)
        tell_the_circles(user, by=request.actor)
    return render(request, "accounts/code.html", {"person": user, "code": code})


def _record_list(request: Request, cards: Sequence[CaseCard]) -> None:
    """A list with the words of families is a list, wherever it stands."""
    if cards:
        record(Act.CASES_LISTED, by=request.actor, object_type="list", object_id="cases")
