"""Blank sheets with the signs beside them, for drawing by hand."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from samenspel.drawing.sheet.blank import PAGES, blank_sheets
from samenspel.web.accounts.rights import Function
from samenspel.web.base.request import Request
from samenspel.web.cases.models import Case
from samenspel.web.maps.access import map_page
from samenspel.web.maps.seats import Seat


@map_page(Function.READ_CASE)
def blank(request: Request, case: Case, seat: Seat) -> HttpResponse:
    """With a size in the address the sheets themselves, which hold nothing of anybody."""
    asked = request.GET.get("size", "")
    size = next((one for one in PAGES if one == asked), None)
    if size is None:
        return render(request, "maps/blank.html", {"case": case, "sizes": list(PAGES)})
    return HttpResponse(
        blank_sheets(get_language() or "nl", size),
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'inline; filename="tekenblad-{size}.pdf"',
            "Cache-Control": "no-store",
        },
    )
