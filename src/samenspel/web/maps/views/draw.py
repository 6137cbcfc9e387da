"""A form that draws, sent without script: store it, and go back to the page."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from samenspel.family.gestures import GestureError, gesture_of, new_id
from samenspel.web.accounts.rights import Function
from samenspel.web.base.request import Request
from samenspel.web.cases.models import Case
from samenspel.web.maps import store
from samenspel.web.maps.access import joined, map_page
from samenspel.web.maps.presenters.asked import asked_in
from samenspel.web.maps.presenters.overview import beside
from samenspel.web.maps.presenters.page import Opened
from samenspel.web.maps.seats import Seat
from samenspel.web.maps.views.page import opened_by, page
from samenspel.web.maps.wanted import Outcome, Wanted

SENT_BY_FORMS = {"csrfmiddlewaretoken", "edit_id"}
NEW = ("person", "organisation", "household")
"""What a gesture may bring that the page then shows as selected."""


@map_page(Function.DRAW_MAP)
@require_POST
def draw(request: Request, case: Case, seat: Seat) -> HttpResponse:
    wanted = _wanted(request, case)
    outcome = store.write([wanted])[0]
    if outcome.gone:
        raise Http404
    opened = opened_by(request, case, seat)
    if outcome.refused:
        return _shown_again(request, opened, outcome)
    for words in outcome.warnings(opened.lang):
        messages.warning(request, words)
    chosen = _new_thing(wanted, outcome) or opened.asked.chosen
    address = reverse("map", kwargs={"case_id": case.public_id})
    return redirect(address + opened.asked.address(chosen=chosen))


def _wanted(request: Request, case: Case) -> Wanted:
    sent = request.POST
    return Wanted(
        case_id=case.public_id,
        user_id=request.actor.person.pk,
        edit_id=_edit_id(sent.get("edit_id", "")),
        fields={
            name: [one.replace("\0", "") for one in sent.getlist(name)]
            for name in sent
            if name not in SENT_BY_FORMS
        },
        at=request.actor.at,
        origin=request.actor.origin,
        moment=joined(request, case),
        alias=asked_in(request.GET, today=timezone.localdate(request.actor.at)).alias,
    )


def _edit_id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return uuid4()


def _new_thing(wanted: Wanted, outcome: Outcome) -> str:
    """Who or what was drawn just now; of two unknown parents neither."""
    if not outcome.drawn or "add_parents" in wanted.fields.get("do", ()):
        return ""
    after = outcome.drawn[0].after
    there = {one.fact.brings for one in after if one.counts}
    ids = (new_id(str(wanted.edit_id), what) for what in NEW)
    return next((one for one in ids if one in there), "")


def _shown_again(request: Request, opened: Opened, outcome: Outcome) -> HttpResponse:
    """The page with everything that was typed, and why it was not drawn."""
    assert outcome.refused
    words = outcome.refused(opened.lang)
    shown = beside(opened, opened.table()).refused(request.POST, words, _wrong_field(outcome))
    return page(request, opened, shown, status=422)


def _wrong_field(outcome: Outcome) -> str:
    """The field that could not be read; empty when it was read and cannot be."""
    try:
        gesture_of(outcome.wanted.fields)
    except GestureError as error:
        return error.field
    return ""
