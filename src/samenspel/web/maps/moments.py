"""'Now we draw together': an announced joint moment of the circle, one at a time per map."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from samenspel.web.accounts.actor import Actor
from samenspel.web.audit.record import Act
from samenspel.web.cases.access import can_work, place_in_circle
from samenspel.web.cases.actions.shared import record_act
from samenspel.web.cases.models import Case
from samenspel.web.maps import news
from samenspel.web.maps.access import can_draw
from samenspel.web.maps.loading import moment_on
from samenspel.web.maps.locking import lock_map
from samenspel.web.maps.models import JointMoment
from samenspel.web.maps.refusing import CLOSED

LASTS = timedelta(hours=4)


@transaction.atomic
def begin(case: Case, by: Actor) -> JointMoment:
    """Begin to draw together; who begins while the others do joins them."""
    if place_in_circle(by, case) is None or not can_draw(by, case):
        raise PermissionDenied
    if case.is_closed:
        raise ValidationError(str(CLOSED))
    found = lock_map(case)
    going_on = moment_on(found, by.at)
    if going_on is not None:
        return going_on
    moment = JointMoment.objects.create(
        map=found, begun_at=by.at, begun_by=by.person, until=by.at + LASTS
    )
    record_act(Act.MOMENT_BEGUN, case, by=by)
    news.tell(news.of_state(found))
    return moment


@transaction.atomic
def end(case: Case, by: Actor) -> None:
    """End it for everybody: who began it may, and a worker. Over is over; twice is once."""
    found = lock_map(case)
    moment = moment_on(found, by.at)
    if moment is None:
        return
    if not can_end(moment, case, by):
        raise PermissionDenied
    moment.until = by.at
    moment.save(update_fields=["until"])
    record_act(Act.MOMENT_ENDED, case, by=by)
    news.tell(news.of_state(found))


def can_end(moment: JointMoment, case: Case, by: Actor) -> bool:
    return can_work(by, case) or moment.begun_by_id == by.person.pk
