"""The state of the map: drawing together, on hold, and who was put a little to the side."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from samenspel.web.accounts.rights import Function
from samenspel.web.base.request import Request, text_in
from samenspel.web.cases.models import Case
from samenspel.web.maps import freezing, moments, pins
from samenspel.web.maps.access import join, map_page
from samenspel.web.maps.loading import load
from samenspel.web.maps.presenters.asked import asked_in
from samenspel.web.maps.seats import Seat

Act = Callable[[Request, Case], None]


@map_page(Function.DRAW_MAP)
@require_POST
def together(request: Request, case: Case, seat: Seat) -> HttpResponse:
    """Begin a joint moment, take part in it, draw alone again, or end it for everybody."""
    return _carried_out(request, case, MOMENT.get(text_in(request.POST, "do")))


def _begin(request: Request, case: Case) -> None:
    join(request, case, moments.begin(case, request.actor).public_id)


def _join(request: Request, case: Case) -> None:
    moment = load(case, request.actor.at).moment
    join(request, case, moment.public_id if moment else None)


def _leave(request: Request, case: Case) -> None:
    join(request, case, None)


def _end(request: Request, case: Case) -> None:
    moments.end(case, request.actor)
    join(request, case, None)


MOMENT: dict[str, Act] = {"begin": _begin, "join": _join, "leave": _leave, "end": _end}


@map_page(Function.WORK_ON_CASE)
@require_POST
def hold(request: Request, case: Case, seat: Seat) -> HttpResponse:
    """On hold in one tap, and open again."""
    return _carried_out(request, case, HOLD.get(text_in(request.POST, "do")))


HOLD: dict[str, Act] = {
    "freeze": lambda request, case: freezing.freeze(case, request.actor),
    "lift": lambda request, case: freezing.lift(case, request.actor),
}


@map_page(Function.DRAW_MAP)
@require_POST
def put_aside(request: Request, case: Case, seat: Seat) -> HttpResponse:
    """Somebody stays where a hand put them; without `x` the drawing decides again."""
    return _carried_out(request, case, _pin)


def _pin(request: Request, case: Case) -> None:
    thing, x = text_in(request.POST, "thing"), text_in(request.POST, "x")
    if not x:
        pins.unpin(case, thing, request.actor)
        return
    try:
        place = float(x)
    except ValueError:
        place = float("inf")  # refused as no place on the sheet
    pins.pin(case, thing, place, request.actor)


def _carried_out(request: Request, case: Case, act: Act | None) -> HttpResponse:
    """Back to the page, with the reason when it was not done."""
    try:
        if act is not None:
            act(request, case)
    except ValidationError as refusal:
        messages.error(request, refusal.message)
    asked = asked_in(request.GET, today=timezone.localdate(request.actor.at))
    address = reverse("map", kwargs={"case_id": case.public_id})
    return redirect(address + asked.here)
