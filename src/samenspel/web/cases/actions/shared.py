"""What every act on a case does: lock it, change its state by the table, write its row."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.web.accounts.actor import Actor
from samenspel.web.audit.record import Act, record
from samenspel.web.cases.freezing import remember
from samenspel.web.cases.models import (
    Case,
)
from samenspel.web.cases.states import NEXT, State, Step


def lock(case: Case, by: Actor) -> Case:
    """The case as it is now, locked until the transaction ends, its freeze remembered."""
    Case.objects.select_for_update().only("pk").get(pk=case.pk)
    locked = Case.objects.with_everything().get(pk=case.pk)
    remember(locked, at=by.at)
    return locked


_CLOSED = gettext_lazy("This question is closed. Open it again first, then you can go on.")
_REFUSED = dict.fromkeys(Step, _CLOSED) | {
    Step.REOPEN: gettext_lazy("This question is open already.")
}


def take_step(case: Case, step: Step) -> None:
    """Change the state by the table; refuse what the table does not have."""
    try:
        case.state = NEXT[(step, State(case.state))]
    except KeyError:
        raise ValidationError(str(_REFUSED[step])) from None
    case.save(update_fields=["state"])


def check_not_ahead(on: date | None, field: str, by: Actor) -> None:
    if on is not None and on > timezone.localdate(by.at):
        raise ValidationError({field: _("This day is still to come. Choose today or earlier.")})


def record_act(
    act: Act, case: Case, *, by: Actor, detail: Mapping[str, str | int] | None = None
) -> None:
    record(
        act,
        by=by,
        object_type="case",
        object_id=case.public_id,
        chain=case.public_id,
        detail=detail,
    )
