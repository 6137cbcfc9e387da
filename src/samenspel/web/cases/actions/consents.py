"""Consent given and withdrawn."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samenspel.web.accounts.actor import Actor
from samenspel.web.audit.record import Act
from samenspel.web.cases.actions.introductions import take_back_introduction
from samenspel.web.cases.actions.shared import check_not_ahead, lock, record_act
from samenspel.web.cases.choices import (
    ConsentBy,
    ConsentHow,
    ConsentPurpose,
)
from samenspel.web.cases.consents import youths_without_consent
from samenspel.web.cases.models import (
    Case,
    Consent,
    Youth,
)


@transaction.atomic
def give_consent(
    case: Case,
    youth: Youth,
    *,
    given_by: ConsentBy,
    how: ConsentHow,
    since: date,
    until: date,
    by: Actor,
    purpose: ConsentPurpose = ConsentPurpose.LEARNING_SESSION,
) -> Consent:
    """Write down a consent: by itself one to discuss the case in a learning session."""
    if until < since:
        raise ValidationError(
            {"until": _("The last day comes before the first. Choose a later one.")}
        )
    check_not_ahead(since, "since", by)
    consent = Consent.objects.create(
        case=lock(case, by),
        youth=youth,
        purpose=purpose,
        given_by=given_by,
        how=how,
        since=since,
        until=until,
        written_by=by.person,
    )
    record_act(Act.CONSENT_GIVEN, case, by=by, detail={"purpose": purpose.value})
    return consent


@transaction.atomic
def withdraw_consent(consent: Consent, *, by: Actor) -> None:
    """Take a consent back, from now on. Of one for a learning session: what no other consent
    covers comes off the agenda of today's and coming sessions."""
    lock(consent.case, by)
    if Consent.objects.get(pk=consent.pk).withdrawn_at is not None:
        return
    consent.withdrawn_at = by.at
    consent.save(update_fields=["withdrawn_at"])
    record_act(Act.CONSENT_WITHDRAWN, consent.case, by=by, detail={"purpose": consent.purpose})
    if consent.purpose == ConsentPurpose.LEARNING_SESSION:
        _clear_agenda(lock(consent.case, by), by)


def _clear_agenda(case: Case, by: Actor) -> None:
    for introduction in case.introductions.all():
        held_on = introduction.meeting.held_on
        if held_on >= timezone.localdate(by.at) and youths_without_consent(case, held_on):
            take_back_introduction(introduction, by=by)
