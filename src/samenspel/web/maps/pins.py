"""Places by hand: somebody was put a little to the side and stays there, for everybody."""

from math import isfinite

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samenspel.family import Id, seen_by
from samenspel.web.accounts.actor import Actor
from samenspel.web.audit.record import Act
from samenspel.web.cases.access import place_in_circle
from samenspel.web.cases.actions.shared import record_act
from samenspel.web.cases.models import Case
from samenspel.web.maps import news
from samenspel.web.maps.access import can_draw, seat_of
from samenspel.web.maps.loading import newest
from samenspel.web.maps.locking import lock_map
from samenspel.web.maps.models import Map, MapPin
from samenspel.web.maps.refusing import CLOSED, FROZEN

FARTHEST = 100_000.0
"""In units of the drawing; more is no place on any sheet."""


@transaction.atomic
def pin(case: Case, thing: Id, x: float, by: Actor) -> None:
    """Only what the actor sees can be put somewhere; of the rest nothing is told."""
    found = _to_draw_in(case, by)
    _check_is_seen(found, thing, case, by)
    if not isfinite(x) or abs(x) > FARTHEST:
        raise ValidationError(_("This is no place on the sheet. Put it nearer."))
    MapPin.objects.update_or_create(map=found, thing=thing, defaults={"x": x})
    _tell(case, found, by)


@transaction.atomic
def unpin(case: Case, thing: Id, by: Actor) -> None:
    """Let the drawing decide again."""
    found = _to_draw_in(case, by)
    _check_is_seen(found, thing, case, by)
    gone, _by_model = MapPin.objects.filter(map=found, thing=thing).delete()
    if gone:
        _tell(case, found, by)


def _to_draw_in(case: Case, by: Actor) -> Map:
    if place_in_circle(by, case) is None or not can_draw(by, case):
        raise PermissionDenied
    found = lock_map(case)
    if case.is_closed:
        raise ValidationError(str(CLOSED))
    if found.frozen_at is not None:
        raise ValidationError(str(FROZEN))
    return found


def _check_is_seen(found: Map, thing: Id, case: Case, by: Actor) -> None:
    seen = seen_by(newest(found), seat_of(by, case).own_viewer)
    if not thing or all(one.fact.brings != thing for one in seen):
        raise ValidationError(_("This is no longer here. Look at the drawing again."))


def _tell(case: Case, found: Map, by: Actor) -> None:
    record_act(Act.MAP_DRAWN, case, by=by, detail={"placed": 1})
    news.tell(news.of_state(found))
