"""Two moments of the family beside each other, and what changed in words."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samenspel.drawing.sheet.look import Look, Sheet, View
from samenspel.family import FamilyMap, seen_by
from samenspel.web.accounts.rights import Function
from samenspel.web.base.forms import DateField, Form
from samenspel.web.base.request import Request
from samenspel.web.cases.models import Case
from samenspel.web.maps import store
from samenspel.web.maps.access import map_page
from samenspel.web.maps.exporting import Picture
from samenspel.web.maps.presenters.beside import beside_page
from samenspel.web.maps.presenters.still import sheet_of
from samenspel.web.maps.seats import Seat


class BesideForm(Form):
    """Filled from the address, so that a comparison can be kept as a bookmark."""

    then = DateField(label=_("Then"))
    now = DateField(label=_("Now"))
    view = forms.ChoiceField(label=_("Which drawing?"), choices=Picture.choices)


@map_page(Function.READ_CASE)
def beside(request: Request, case: Case, seat: Seat) -> HttpResponse:
    today = timezone.localdate(request.actor.at)
    usual: dict[str, Any] = {"then": case.opened_on, "now": today, "view": Picture.GENOGRAM}
    form = BesideForm({name: request.GET.get(name) or value for name, value in usual.items()})
    chosen = form.cleaned_data if form.is_valid() else usual
    alias = request.GET.get("alias") == "yes"
    whole = store.load(case).family_map
    seen = seen_by(whole, seat.viewer)
    then, now = (
        _sheet(case, seat.sees_like(whole), seen, View(chosen["view"]), chosen[name], alias, today)
        for name in ("then", "now")
    )
    context = {
        "case": case,
        "form": form,
        "alias": alias,
        "shown": beside_page(seen, then, now, then_on=chosen["then"], now_on=chosen["now"]),
    }
    return render(request, "maps/beside.html", context)


def _sheet(
    case: Case, shown_to: str, seen: FamilyMap, view: View, on: date, alias: bool, today: date
) -> Sheet:
    look = Look(view, on, alias, lang=get_language() or "nl")
    return sheet_of(str(case.public_id), shown_to, seen, look, today)
