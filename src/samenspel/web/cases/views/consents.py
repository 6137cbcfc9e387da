"""Consent, for a learning session or to take the drawing along: given, withdrawn."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenspel.web.accounts.rights import Function
from samenspel.web.base.attempts import sent
from samenspel.web.base.request import Request
from samenspel.web.cases import actions
from samenspel.web.cases.access import can_withdraw_consent
from samenspel.web.cases.access import case_page as of_case
from samenspel.web.cases.choices import (
    ConsentBy,
    ConsentHow,
    ConsentPurpose,
)
from samenspel.web.cases.consents import youths_without_consent
from samenspel.web.cases.forms import (
    ConsentForm,
)
from samenspel.web.cases.models import Case
from samenspel.web.cases.views.shared import form_page

CONSENT_LASTS = timedelta(days=182)


@of_case(Function.WORK_ON_CASE)
def consent(request: Request, case: Case) -> HttpResponse:
    today = timezone.localdate(request.actor.at)
    initial = {
        "purpose": _asked_for(request),
        "since": today,
        "until": today + CONSENT_LASTS,
        "how": ConsentHow.SPOKEN,
    }
    form = ConsentForm(request.POST or None, case=case, initial=initial)
    if sent(request, form, lambda: _give(request, case, form)):
        messages.success(request, _("The consent is written down."))
        _say_what_is_missing(request, case, form.cleaned_data["purpose"])
        return redirect("case", case_id=case.public_id)
    intro = _("Under 12 the parents say yes, from 12 to 15 parents and youth, from 16 the youth.")
    return form_page(request, case, form, _("Write down a consent"), _("Save"), intro)


def _asked_for(request: Request) -> ConsentPurpose:
    """What the page that led here needs a consent for."""
    asked = request.GET.get("purpose", "")
    known = asked in ConsentPurpose.values
    return ConsentPurpose(asked) if known else ConsentPurpose.LEARNING_SESSION


def _say_what_is_missing(request: Request, case: Case, purpose: ConsentPurpose) -> None:
    fresh = Case.objects.with_everything().get(pk=case.pk)
    missing = youths_without_consent(fresh, timezone.localdate(request.actor.at), purpose)
    if missing:
        messages.warning(request, _("Consent of somebody else is still needed; see “About whom”."))


@transaction.atomic
def _give(request: Request, case: Case, form: ConsentForm) -> None:
    """One consent for each youth that was ticked, or none at all."""
    chosen = set(form.cleaned_data["youths"])
    for youth in case.youths.all():
        if str(youth.public_id) in chosen:
            actions.give_consent(
                case,
                youth,
                purpose=form.cleaned_data["purpose"],
                given_by=ConsentBy(form.cleaned_data["given_by"]),
                how=ConsentHow(form.cleaned_data["how"]),
                since=form.cleaned_data["since"],
                until=form.cleaned_data["until"],
                by=request.actor,
            )


@of_case(Function.READ_CASE, allowed=can_withdraw_consent)
@require_POST
def withdraw(request: Request, case: Case, consent_id: UUID) -> HttpResponse:
    found = get_object_or_404(case.consents, public_id=consent_id)
    actions.withdraw_consent(found, by=request.actor)
    messages.success(request, _("The consent is withdrawn from now on."))
    return redirect("case", case_id=case.public_id)
