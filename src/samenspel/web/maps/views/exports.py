"""Taking the drawing along as a file."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from samenspel.family import seen_by
from samenspel.web.accounts.rights import Function
from samenspel.web.base.attempts import sent
from samenspel.web.base.forms import DateField, Form
from samenspel.web.base.request import Request
from samenspel.web.cases.access import can_work
from samenspel.web.cases.choices import ConsentPurpose
from samenspel.web.cases.forms import youth_words
from samenspel.web.cases.models import Case
from samenspel.web.maps import exporting, store
from samenspel.web.maps.access import map_page
from samenspel.web.maps.exporting import NothingToTake, Picture, Reason, Taken, What, Wish
from samenspel.web.maps.seats import Seat


class ExportForm(Form):
    what = forms.ChoiceField(
        label=gettext_lazy("As what?"),
        choices=What.choices,
        widget=forms.RadioSelect,
        initial=What.PDF,
    )
    view = forms.ChoiceField(
        label=gettext_lazy("Which drawing?"),
        choices=Picture.choices,
        widget=forms.RadioSelect,
        initial=Picture.GENOGRAM,
        help_text=gettext_lazy("For a picture or PDF. The other files hold the whole family."),
    )
    on = DateField(
        label=gettext_lazy("As it was on"),
        required=False,
        help_text=gettext_lazy("For a picture or PDF. Empty is today."),
    )
    alias = forms.BooleanField(
        label=gettext_lazy("With aliases"),
        required=False,
        help_text=gettext_lazy("No names, and no words that people wrote. Dates stay in it."),
    )
    own = forms.BooleanField(
        label=gettext_lazy("Also what I have not shared with everybody yet"), required=False
    )
    reason = forms.ChoiceField(
        label=gettext_lazy("For whom, or why?"),
        choices=Reason.choices,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, is_own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_own:
            del self.fields["own"]

    @property
    def wish(self) -> Wish:
        data = self.cleaned_data
        return Wish(
            what=What(data["what"]),
            reason=Reason(data["reason"]),
            view=Picture(data["view"]),
            on=data["on"],
            alias=data["alias"],
            own=data.get("own", False),
        )


@map_page(Function.READ_CASE)
def export(request: Request, case: Case, seat: Seat) -> HttpResponse:
    missing = exporting.missing_consents(request.actor, case)
    is_own = exporting.takes_their_own(request.actor, case)
    form = ExportForm(
        request.POST or None, is_own=is_own, initial={"reason": Reason.OWN if is_own else None}
    )
    taken: list[Taken] = []
    if not missing and sent(request, form, lambda: taken.append(_take(request, case, seat, form))):
        return _file(taken[0])
    context = {
        "case": case,
        "form": form,
        "missing": [youth_words(youth) for youth in missing],
        "is_own": is_own,
        "can_work": can_work(request.actor, case),
        "purpose": ConsentPurpose.EXPORT,
    }
    wrong = request.method == "POST"
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return render(request, "maps/export.html", context, status=status)


def _take(request: Request, case: Case, seat: Seat, form: ExportForm) -> Taken:
    seen = seen_by(store.load(case).family_map, seat.viewer)
    try:
        return exporting.take(case, seen, form.wish, by=request.actor, lang=get_language() or "nl")
    except NothingToTake:
        raise forms.ValidationError(_nothing(form, form.wish)) from None


def _nothing(form: ExportForm, wish: Wish) -> str:
    if "own" in form.fields and not wish.own:
        return _("Nothing in it is shared with everybody yet. Tick that yours may come along.")
    if wish.on and wish.on < timezone.localdate():
        return _("Nobody was there yet on that day. Choose a later one.")
    return _("There is nothing in it yet that everybody in the circle may see.")


def _file(taken: Taken) -> HttpResponse:
    """To be saved, never to be shown or kept by the browser."""
    return HttpResponse(
        taken.content,
        content_type=taken.type,
        headers={
            "Content-Disposition": f'attachment; filename="{taken.name}"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )
