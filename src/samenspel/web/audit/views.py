"""The audit log for administrator and privacy officer: acts without case content."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samenspel.web.accounts.access import requires
from samenspel.web.accounts.actor import HOUSE
from samenspel.web.accounts.models import User
from samenspel.web.accounts.rights import Function
from samenspel.web.accounts.views import name_outside_the_circle
from samenspel.web.audit.acts import OBJECT_WORDS, WORDS, Act
from samenspel.web.audit.models import AuditRow
from samenspel.web.audit.record import record
from samenspel.web.base.paging import page_of
from samenspel.web.base.request import Request


@requires(Function.READ_AUDIT)
def audit(request: Request) -> HttpResponse:
    """All chains together, newest first. Reading the log is itself an act."""
    record(Act.AUDIT_READ, by=request.actor, object_type="audit", object_id="all")
    page = page_of(request, AuditRow.objects.select_related("segment").order_by("-id"))
    names = _names(page.rows, request.actor.at)
    for row in page.rows:
        row.words = WORDS[Act(row.event_type_code)]
        row.who = names.get(row.user_id, "")
        row.place = (
            _("the application")
            if row.network_access_point_id == HOUSE
            else row.network_access_point_id
        )
        row.about = OBJECT_WORDS[row.participant_object_type]
    return render(request, "audit/list.html", {"page": page})


def _names(rows: list[AuditRow], at: datetime) -> dict[str, str]:
    ids = {row.user_id for row in rows if row.user_id}
    users = User.objects.filter(public_id__in=ids).prefetch_related("grants")
    return {str(user.public_id): name_outside_the_circle(user, user.roles_at(at)) for user in users}
