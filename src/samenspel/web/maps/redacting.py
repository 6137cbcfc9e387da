"""Emptying what was drawn for good: the body goes, and everything is played again without it."""

from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samenspel.web.accounts.actor import Actor
from samenspel.web.audit.record import Act
from samenspel.web.cases.access import can_work
from samenspel.web.cases.actions.shared import record_act
from samenspel.web.cases.models import Case
from samenspel.web.maps import news
from samenspel.web.maps.loading import newest
from samenspel.web.maps.locking import lock_map
from samenspel.web.maps.models import Map, MapEdit, MapPlacement, MapSnapshot, Redacted
from samenspel.web.maps.snapshots import snapshot_of
from samenspel.web.vault.keys import fetch_one


@transaction.atomic
def redact(case: Case, edit_id: UUID, reason: Redacted, by: Actor) -> None:
    """Empty the body of one edit. Later snapshots go; undo never brings it back."""
    if not can_work(by, case):
        raise PermissionDenied
    found = lock_map(case)
    edit = MapEdit.objects.filter(map=found, edit_id=edit_id).first()
    if edit is None:
        raise ValidationError(_("This is no longer here. Look at the drawing again."))
    if edit.redacted:
        return
    MapEdit.objects.filter(pk=edit.pk).update(body=None, redacted=reason, said="")
    _play_again(found, edit.number)
    detail: dict[str, str | int] = {"number": edit.number, "reason": reason.value}
    record_act(Act.MAP_REDACTED, case, by=by, detail=detail)
    news.tell(news.of_state(found))


def _play_again(found: Map, number: int) -> None:
    """Without what was kept of the map since; a fresh snapshot, so that it opens as fast."""
    found.redactions += 1
    found.save(update_fields=["redactions"])
    MapSnapshot.objects.filter(map=found, number__gte=number).delete()
    MapPlacement.objects.filter(map=found).delete()
    key = fetch_one(found.case.key_id)
    snapshot_of(found, found.last_number, newest(found), key).save()
