"""Bringing a file into the map: a proposal first, then one's own edits."""

from http import HTTPStatus
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from samenspel.commands.reading import as_seen_in_a_file
from samenspel.drawing.sheet.look import Look
from samenspel.web.accounts.rights import Function
from samenspel.web.audit.record import Act
from samenspel.web.base.attempts import sent
from samenspel.web.base.forms import Form
from samenspel.web.base.request import Request
from samenspel.web.cases.actions.shared import record_act
from samenspel.web.cases.models import Case
from samenspel.web.maps import importing, store
from samenspel.web.maps.access import map_page
from samenspel.web.maps.fitting import Fitted, bodies, fitted
from samenspel.web.maps.models import Map, MapProposal
from samenspel.web.maps.presenters.proposal import proposal_page
from samenspel.web.maps.presenters.still import sheet_of
from samenspel.web.maps.refusing import Refused
from samenspel.web.maps.seats import Seat
from samenspel.web.maps.wanted import Outcome, Wanted


class ImportForm(Form):
    file = forms.FileField(
        label=gettext_lazy("Which file?"),
        help_text=gettext_lazy("GEDCOM, GraphML or our own JSON, at most 1 MB."),
        error_messages={"required": gettext_lazy("Choose a file.")},
        allow_empty_file=True,
    )


@map_page(Function.DRAW_MAP)
def upload(request: Request, case: Case, seat: Seat) -> HttpResponse:
    """The file is read and dropped; what it says waits as a proposal."""
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and not form.is_bound:
        form = ImportForm({}, {})
    if _was_not_taken_in(request):
        form.add_error("file", str(importing.TOO_LARGE))
    made: list[MapProposal] = []
    if sent(request, form, lambda: made.append(_propose(request, case, form))):
        return redirect("map_proposal", case_id=case.public_id, proposal_id=made[0].public_id)
    wrong = request.method == "POST"
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return render(request, "maps/import.html", {"case": case, "form": form}, status=status)


def _was_not_taken_in(request: Request) -> bool:
    """A file so large that it never came in: what is uploaded stays in memory, not on a disk."""
    sent = int(request.META.get("CONTENT_LENGTH") or 0)
    return request.method == "POST" and not request.FILES and sent > importing.MAX_BYTES


def _propose(request: Request, case: Case, form: ImportForm) -> MapProposal:
    file: UploadedFile = form.cleaned_data["file"]
    try:
        data = file.read(importing.MAX_BYTES + 1)
        found = importing.read_upload(data, file.name or "", lang=_lang())
    except ValidationError as error:
        raise ValidationError({"file": error}) from None
    finally:
        file.close()
    map_, _made = Map.objects.get_or_create(case=case)
    return importing.propose(map_, found, by=request.actor.person, at=request.actor.at)


@map_page(Function.DRAW_MAP)
def proposal(request: Request, case: Case, seat: Seat, proposal_id: UUID) -> HttpResponse:
    """Only who brought the file sees what is in it, until they add it or throw it away.

    They do so on their own, also while others draw together: a file may hold what is private.
    """
    found = MapProposal.objects.filter(
        public_id=proposal_id,
        map__case=case,
        made_by=request.actor.person,
        expires_at__gt=request.actor.at,
    ).first()
    if found is None:
        raise Http404
    seat = seat.away_from_the_table()
    if request.method != "POST":
        return _show(request, case, seat, found)
    if request.POST.get("do") != "add":
        found.delete()
        messages.success(request, _("The file is thrown away. Nothing was added."))
        return redirect("map_import", case_id=case.public_id)
    return _add(request, case, seat, found)


def _show(
    request: Request, case: Case, seat: Seat, found: MapProposal, refused: str = ""
) -> HttpResponse:
    opened = importing.opened(found)
    edits = fitted(
        opened.map,
        store.load(case).family_map,
        audience=seat.audience(""),
        viewer=seat.own_viewer,
        at=request.actor.at,
    )
    sheet = sheet_of(
        f"proposal {found.public_id}",
        "who brought it",
        as_seen_in_a_file(opened.map),
        Look(lang=_lang()),
        timezone.localdate(request.actor.at),
    )
    shown = proposal_page(opened, edits, sheet, seat, lang=_lang())
    context = {"case": case, "shown": shown, "refused": refused}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK
    return render(request, "maps/proposal.html", context, status=status)


def _add(request: Request, case: Case, seat: Seat, found: MapProposal) -> HttpResponse:
    try:
        audience = seat.audience(request.POST.get("for", ""))
    except Refused as error:
        return _show(request, case, seat, found, refused=error.words(_lang()))
    edits = fitted(
        importing.opened(found).map,
        store.load(case).family_map,
        audience=audience,
        viewer=seat.own_viewer,
        at=request.actor.at,
    )
    outcome = _write(request, case, found, edits)
    if outcome.refused:
        return _show(request, case, seat, found, refused=outcome.refused(_lang()))
    record_act(Act.MAP_IMPORTED, case, by=request.actor, detail={"edits": len(edits.edits)})
    found.delete()
    _tell(request, edits)
    return redirect("map", case_id=case.public_id)


def _write(request: Request, case: Case, found: MapProposal, fitting: Fitted) -> Outcome:
    """Under the id of the proposal, so that a second click adds nothing more."""
    wanted = Wanted(
        case_id=case.public_id,
        user_id=request.actor.person.pk,
        edit_id=found.public_id,
        fields={},
        at=request.actor.at,
        origin=request.actor.origin,
        bodies=tuple(bodies(fitting.edits)),
    )
    return store.write([wanted])[0]


def _tell(request: Request, fitting: Fitted) -> None:
    messages.success(request, _("What was in the file is on the map now."))
    if fitting.left_out:
        told = ngettext(
            "%(n)s thing could not be added: it does not fit with what is there.",
            "%(n)s things could not be added: they do not fit with what is there.",
            fitting.left_out,
        )
        messages.warning(request, told % {"n": fitting.left_out})


def _lang() -> str:
    return get_language() or "nl"
