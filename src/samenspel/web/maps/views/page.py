"""The page of the map, and its sheet alone. It works without script: every state has an address."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from samenspel.drawing.sheet.look import Sheet
from samenspel.web.accounts.rights import Function
from samenspel.web.base.request import Request
from samenspel.web.cases.models import Case
from samenspel.web.cases.presenters import case_page
from samenspel.web.maps.access import map_page
from samenspel.web.maps.loading import load
from samenspel.web.maps.presenters.asked import Asked, asked_in
from samenspel.web.maps.presenters.overview import Beside, beside
from samenspel.web.maps.presenters.page import Opened, page_sheet
from samenspel.web.maps.presenters.page import map_page as shown_on_page
from samenspel.web.maps.presenters.script_words import script_words
from samenspel.web.maps.presenters.slider import slider
from samenspel.web.maps.seats import Seat


@map_page(Function.READ_CASE)
def family_map(request: Request, case: Case, seat: Seat) -> HttpResponse:
    opened = opened_by(request, case, seat)
    if opened.asked.step is not None:
        return redirect(_address(case) + opened.asked.address(on=_day_of(opened)))
    return page(request, opened)


@map_page(Function.READ_CASE)
def sheet(request: Request, case: Case, seat: Seat) -> HttpResponse:
    """The inside of `#sheet`."""
    opened = opened_by(request, case, seat)
    made = opened.sheet(opened.asked.look(opened.lang))
    return HttpResponse(page_sheet(opened, made, opened.table()))


def opened_by(request: Request, case: Case, seat: Seat) -> Opened:
    """The map as this seat sees it, in the look that the address asks for."""
    asked = asked_in(request.GET, today=timezone.localdate(request.actor.at))
    # On a wall stands what the whole circle may see, whoever holds the remote.
    seat = seat.at_the_table() if asked.big else seat
    return Opened(case, seat, load(case, request.actor.at, is_whole=False), request.actor, asked)


def page(
    request: Request, opened: Opened, panel: Beside | None = None, *, status: int = 200
) -> HttpResponse:
    """The whole page; with the panel of a form that was refused, when there is one."""
    made = opened.sheet(opened.asked.look(opened.lang))
    table = opened.table()
    context = {
        "shown": case_page(opened.case, opened.actor),
        "asked": opened.asked,
        "map": shown_on_page(opened, made, table),
        "loaded": opened.loaded,
        "seat": opened.seat,
        "why_not": opened.why_not,
        "beside": panel or beside(opened, table),
        "words": script_words(),
        "links": links(opened.asked),
    }
    template = "maps/screen.html" if opened.asked.big else "maps/page.html"
    return render(request, template, context, status=status)


def links(asked: Asked) -> dict[str, str]:
    """Addresses one step away, for the toolbar."""
    return {
        "here": asked.here,
        "alias": asked.address(alias=not asked.alias),
        "add": asked.address(form="iemand", chosen=""),
        "screen": asked.address(big=True, alias=False),
        "plain": asked.address(big=False, alias=False),
        "back": asked.address(),
        "nothing": asked.address(chosen=""),
        **{
            form: asked.address(form=form)
            for form in ("band", "huis", "gebeurtenis", "pijl", "organisatie", "hulp")
        },
    }


def _day_of(opened: Opened) -> object:
    """The day at the place where the slider was put."""
    today = timezone.localdate(opened.actor.at)
    made: Sheet = opened.sheet(replace(opened.asked, on=None).look(opened.lang))
    found = slider(made.moments, on=None, today=today)
    return found.at(opened.asked.step or 0) if found else None


def _address(case: Case) -> str:
    return reverse("map", kwargs={"case_id": case.public_id})
