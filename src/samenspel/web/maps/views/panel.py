"""The panel alone, as the script asks for it."""

from django.http import HttpResponse
from django.shortcuts import render

from samenspel.web.accounts.rights import Function
from samenspel.web.base.request import Request
from samenspel.web.cases.models import Case
from samenspel.web.maps.access import map_page
from samenspel.web.maps.presenters.overview import beside
from samenspel.web.maps.seats import Seat
from samenspel.web.maps.views.page import links, opened_by


@map_page(Function.READ_CASE)
def panel(request: Request, case: Case, seat: Seat) -> HttpResponse:
    """The inside of `#panel`."""
    opened = opened_by(request, case, seat)
    context = {
        "shown": {"case": case},
        "asked": opened.asked,
        "seat": opened.seat,
        "why_not": opened.why_not,
        "beside": beside(opened, opened.table()),
        "links": links(opened.asked),
    }
    return render(request, "maps/panel.html", context)
