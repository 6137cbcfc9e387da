"""Who looks along."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.models import User
from samenspel.web.accounts.roles import Role
from samenspel.web.audit.record import Act
from samenspel.web.cases.actions.shared import lock, record_act
from samenspel.web.cases.choices import (
    CircleRole,
    Purpose,
)
from samenspel.web.cases.models import (
    Case,
    CircleMember,
)


@transaction.atomic
def add_to_circle(
    case: Case,
    user: User,
    *,
    role: CircleRole,
    purpose: Purpose,
    by: Actor,
    until: datetime | None = None,
) -> CircleMember:
    """Let somebody look along; an earlier place of the same person ends."""
    locked = lock(case, by)
    if until is not None and until <= by.at:
        raise ValidationError(
            {"until": _("This day has passed. Choose a later day, or leave it open.")}
        )
    if role == CircleRole.WORKER and Role.FAMILY_WORKER not in user.roles_at(by.at):
        raise ValidationError(
            {"role": _("Only a family worker can be the worker. Choose partner professional.")}
        )
    if role != CircleRole.WORKER or until is not None:
        _check_a_worker_stays(locked, without=user, by=by)
    return let_in(locked, user, role, purpose, until, by=by)


@transaction.atomic
def end_membership(member: CircleMember, *, by: Actor) -> None:
    """End somebody's place in the circle, at once. The last worker cannot leave."""
    case = lock(member.case, by)
    if not member.holds_at(by.at):
        return
    if member.role == CircleRole.WORKER:
        _check_a_worker_stays(case, without=member.user, by=by)
    _end(member, by=by)


def tell_the_circles(user: User, *, by: Actor) -> None:
    """Write in the chain of every case that somebody sees that a new code was made for them."""
    for case in Case.objects.visible_to(user, by.at):
        record_act(Act.CODE_MADE, case, by=by, detail={"account": str(user.public_id)})


def let_in(
    case: Case,
    user: User,
    role: CircleRole,
    purpose: Purpose,
    until: datetime | None,
    *,
    by: Actor,
) -> CircleMember:
    for earlier in case.circle.filter(user=user):
        if earlier.holds_at(by.at):
            _end(earlier, by=by)
    member = CircleMember.objects.create(
        case=case,
        user=user,
        role=role,
        purpose=purpose,
        since=by.at,
        until=until,
        granted_by=by.person,
    )
    record_act(
        Act.CIRCLE_ADDED, case, by=by, detail={"account": str(user.public_id), "role": role.value}
    )
    return member


def _end(member: CircleMember, *, by: Actor) -> None:
    member.until = by.at
    member.save(update_fields=["until"])
    detail = {"account": str(member.user.public_id)}
    record_act(Act.CIRCLE_ENDED, member.case, by=by, detail=detail)


def _check_a_worker_stays(case: Case, *, without: User, by: Actor) -> None:
    if all(member.user == without for member in case.workers_who_stay(by.at)):
        raise ValidationError(_("Somebody must stay as worker. Add another worker first."))
