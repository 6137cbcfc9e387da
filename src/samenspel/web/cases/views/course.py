"""What is done instead, closing, and opening again."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenspel.web.accounts.rights import Function
from samenspel.web.base.attempts import sent
from samenspel.web.base.request import Request
from samenspel.web.cases import actions
from samenspel.web.cases.access import case_page as of_case
from samenspel.web.cases.choices import (
    ClosingReason,
    EffortKind,
    Talks,
)
from samenspel.web.cases.forms import (
    CloseForm,
    EffortForm,
)
from samenspel.web.cases.models import Case
from samenspel.web.cases.views.shared import form_page


@of_case(Function.WORK_ON_CASE)
def effort(request: Request, case: Case) -> HttpResponse:
    form = EffortForm(
        request.POST or None, initial={"started_on": timezone.localdate(request.actor.at)}
    )
    if sent(request, form, lambda: _add(request, case, form)):
        messages.success(request, _("Written down."))
        return redirect("case", case_id=case.public_id)
    intro = _("Several efforts may combine: write each one down.")
    return form_page(request, case, form, _("What was done instead?"), _("Save"), intro)


def _add(request: Request, case: Case, form: EffortForm) -> None:
    talks = form.cleaned_data["talks"]
    actions.add_effort(
        case,
        kind=EffortKind(form.cleaned_data["kind"]),
        talks=Talks(talks) if talks else None,
        budget_percent=form.cleaned_data["budget_percent"],
        started_on=form.cleaned_data["started_on"],
        by=request.actor,
    )


@of_case(Function.WORK_ON_CASE)
def close(request: Request, case: Case) -> HttpResponse:
    form = CloseForm(
        request.POST or None, initial={"closed_on": timezone.localdate(request.actor.at)}
    )
    if sent(
        request,
        form,
        lambda: actions.close_case(
            case,
            reason=ClosingReason(form.cleaned_data["reason"]),
            help_stopped=form.cleaned_data["help_stopped"],
            closed_on=form.cleaned_data["closed_on"],
            note=form.cleaned_data["note"],
            by=request.actor,
        ),
    ):
        messages.success(request, _("Closed. You can open it again when that is needed."))
        return redirect("case", case_id=case.public_id)
    intro = _("Stopping is a choice too. Moved away is neither success nor failure.")
    return form_page(request, case, form, _("Close"), _("Close"), intro)


@of_case(Function.WORK_ON_CASE)
@require_POST
def reopen(request: Request, case: Case) -> HttpResponse:
    try:
        actions.reopen_case(case, by=request.actor)
    except ValidationError:
        messages.warning(request, _("This question is open already."))
    return redirect("case", case_id=case.public_id)
