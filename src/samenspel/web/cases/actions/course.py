"""What is done instead, closing, opening again."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samenspel.web.accounts.actor import Actor
from samenspel.web.audit.record import Act
from samenspel.web.base.templatetags.samenspel import day
from samenspel.web.cases.actions.shared import check_not_ahead, lock, record_act, take_step
from samenspel.web.cases.choices import (
    ClosingReason,
    EffortKind,
    Talks,
)
from samenspel.web.cases.models import (
    Case,
    Closing,
    Effort,
)
from samenspel.web.cases.publish import publish
from samenspel.web.cases.states import Step


@transaction.atomic
def add_effort(
    case: Case,
    *,
    kind: EffortKind,
    started_on: date,
    by: Actor,
    talks: Talks | None = None,
    budget_percent: int | None = None,
) -> Effort:
    """Write down something that was done instead."""
    locked = lock(case, by)
    check_not_ahead(started_on, "started_on", by)
    effort = Effort.objects.create(
        case=locked,
        kind=kind,
        talks=talks or "",
        budget_percent=budget_percent,
        started_on=started_on,
        added_by=by.person,
    )
    take_step(locked, Step.ADD_EFFORT)
    record_act(Act.EFFORT_ADDED, locked, by=by)
    publish(locked)
    return effort


@transaction.atomic
def close_case(
    case: Case,
    *,
    reason: ClosingReason,
    help_stopped: bool,
    closed_on: date,
    by: Actor,
    note: str = "",
) -> Closing:
    """Close a case. Who comes second is told who closed it, and loses nothing."""
    locked = lock(case, by)
    if locked.closing is not None:
        raise ValidationError(
            _("%(name)s closed this on %(day)s already. Your text is still here, not saved.")
            % {"name": locked.closing.closed_by.name, "day": day(locked.closing.closed_on)}
        )
    check_not_ahead(closed_on, "closed_on", by)
    if closed_on < locked.opened_on:
        raise ValidationError(
            {"closed_on": _("This is before the question was written down. Choose a later day.")}
        )
    closing = Closing.objects.create(
        case=locked,
        reason=reason,
        help_stopped=help_stopped,
        note=note or None,
        closed_on=closed_on,
        closed_by=by.person,
    )
    take_step(locked, Step.CLOSE)
    record_act(Act.CASE_CLOSED, locked, by=by)
    publish(locked)
    return closing


@transaction.atomic
def reopen_case(case: Case, *, by: Actor) -> None:
    """Go on after all. The closing stays on record, marked as undone."""
    locked = lock(case, by)
    locked.closings.filter(undone_at=None).update(undone_at=by.at)
    take_step(locked, Step.REOPEN)
    record_act(Act.CASE_REOPENED, locked, by=by)
    publish(locked)
