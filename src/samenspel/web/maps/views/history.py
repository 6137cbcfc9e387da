"""What was drawn, and going back to a moment of it."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenspel.web.accounts.rights import Function
from samenspel.web.base.request import Request
from samenspel.web.cases.models import Case
from samenspel.web.maps import histories, store
from samenspel.web.maps.access import can_draw, joined, map_page
from samenspel.web.maps.models import Map
from samenspel.web.maps.presenters.history import HistoryPage, history_page
from samenspel.web.maps.seats import Seat
from samenspel.web.maps.wanted import Wanted

ON_A_PAGE = 50


@map_page(Function.READ_CASE)
def history(request: Request, case: Case, seat: Seat) -> HttpResponse:
    loaded = store.load(case, request.actor.at)
    context = {
        "case": case,
        "shown": _page(request, case, seat),
        "is_first": "from" not in request.GET,
        "may_go_back": can_draw(request.actor, case) and not (loaded.frozen or case.is_closed),
    }
    return render(request, "maps/history.html", context)


def _page(request: Request, case: Case, seat: Seat) -> HistoryPage:
    map_ = Map.objects.filter(case=case).first()
    if map_ is None:
        return HistoryPage([], [])
    reader = request.actor.person
    since = histories.mark_seen(map_, reader, map_.last_number, request.actor.at)
    upto = _number(request, case, request.GET["from"]) if "from" in request.GET else None
    found = histories.stretch(
        case, map_, seat.viewer, upto=upto or map_.last_number, size=ON_A_PAGE
    )
    return history_page(
        case, found, reader, since=since, is_newest=upto is None, lang=get_language() or "nl"
    )


def _number(request: Request, case: Case, token: str) -> int:
    """Where a token leads; one that was made up leads to no page."""
    number = histories.number_of(case, request.actor.person, token)
    if number is None:
        raise Http404
    return number


@map_page(Function.DRAW_MAP)
@require_POST
def go_back(request: Request, case: Case, seat: Seat) -> HttpResponse:
    """To how it was at a moment: new edits of whoever asks it."""
    wanted = Wanted(
        case_id=case.public_id,
        user_id=request.actor.person.pk,
        edit_id=uuid4(),
        fields={"do": ["restore"], "moment": [request.POST.get("moment", "")]},
        at=request.actor.at,
        origin=request.actor.origin,
        moment=joined(request, case),
    )
    outcome = store.write([wanted])[0]
    if outcome.refused:
        messages.error(request, outcome.refused(get_language() or "nl"))
        return redirect("map_history", case_id=case.public_id)
    if outcome.drawn:
        messages.success(
            request,
            _("As far as it is yours to change, the drawing is as it was then. You can undo this."),
        )
    else:
        messages.info(request, _("There is nothing that you can put back."))
    return redirect("map", case_id=case.public_id)
