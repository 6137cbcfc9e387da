"""Putting a map on hold in one tap: reading stays, drawing waits until a worker lifts it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from samenspel.web.accounts.actor import Actor
from samenspel.web.audit.record import Act
from samenspel.web.cases.access import can_work
from samenspel.web.cases.actions.shared import record_act
from samenspel.web.cases.models import Case
from samenspel.web.maps import news
from samenspel.web.maps.locking import lock_map


@transaction.atomic
def freeze(case: Case, by: Actor) -> None:
    """From now on nobody draws; what is on its way is refused."""
    _hold(case, by, on_hold=True)


@transaction.atomic
def lift(case: Case, by: Actor) -> None:
    _hold(case, by, on_hold=False)


def _hold(case: Case, by: Actor, *, on_hold: bool) -> None:
    if not can_work(by, case):
        raise PermissionDenied
    found = lock_map(case)
    if (found.frozen_at is not None) == on_hold:
        return
    found.frozen_at, found.frozen_by = (by.at, by.person) if on_hold else (None, None)
    found.save(update_fields=["frozen_at", "frozen_by"])
    record_act(Act.MAP_FROZEN if on_hold else Act.MAP_LIFTED, case, by=by)
    news.tell(news.of_state(found))
