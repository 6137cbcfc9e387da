"""Who sits at the map of a case: the circle opens it, the role there says on which side."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse

from samenspel.web.accounts.access import View
from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.models import User
from samenspel.web.accounts.rights import Function, functions_of
from samenspel.web.base.request import Request
from samenspel.web.cases.access import can_work, case_page
from samenspel.web.cases.choices import CircleRole
from samenspel.web.cases.models import Case, CircleMember
from samenspel.web.maps.models import JointMoment
from samenspel.web.maps.seats import Seat


def seat_of(actor: Actor, case: Case, *, moment: UUID | None = None) -> Seat:
    """Where somebody sits now; for who is not in the circle there is no such map.

    `moment` is the joint moment they take part in; one that is over counts for nothing.
    """
    members = [member for member in case.circle.all() if member.holds_at(actor.at)]
    seat = _seats(members).get(getattr(actor.user, "pk", 0))
    if seat is None or not actor.may(Function.READ_CASE):
        raise Http404
    return seat.at_the_table() if moment and is_on(case, moment, actor.at) else seat


def seats_of(case: Case, at: datetime) -> dict[int, Seat]:
    """Of everybody who may look at the map at a moment, by the key of the user."""
    return seats_at(circles([case.pk]).get(case.pk, []), at)


def circles(cases: Iterable[int]) -> dict[int, list[CircleMember]]:
    """Everybody who is or was in the circle of these cases, in two queries."""
    found: dict[int, list[CircleMember]] = {}
    members = CircleMember.objects.filter(case__in=cases).select_related("user")
    for member in members.prefetch_related("user__grants"):
        found.setdefault(member.case_id, []).append(member)
    return found


def seats_at(circle: Iterable[CircleMember], at: datetime) -> dict[int, Seat]:
    """A seat for who is in the circle at that moment, in a role that may read."""
    members = [member for member in circle if member.holds_at(at)]
    may_read = {member.user_id for member in members if _may_read(member.user, at)}
    return {one: seat for one, seat in _seats(members).items() if one in may_read}


def is_on(case: Case, moment: UUID, at: datetime) -> bool:
    found = JointMoment.objects.filter(public_id=moment, map__case=case).first()
    return found is not None and found.holds_at(at)


def can_draw(actor: Actor, case: Case) -> bool:
    """Whether the role draws; that the case is open and the map not frozen is told in words."""
    return actor.may(Function.DRAW_MAP)


def map_page(function: Function) -> Callable[[View], View]:
    """A page of the map of one case: the view gets the case and the seat.

    Who takes part in the joint moment of now sits at the table on every page.
    """
    checks = {Function.WORK_ON_CASE: can_work, Function.DRAW_MAP: can_draw}

    def decorate(view: View) -> View:
        @wraps(view)
        def seated(request: Request, case: Case, **kwargs: Any) -> HttpResponse:
            seat = seat_of(request.actor, case, moment=joined(request, case))
            response: HttpResponse = view(request, case, seat, **kwargs)
            return response

        return case_page(function, allowed=checks.get(function))(seated)

    return decorate


def joined(request: Request, case: Case) -> UUID | None:
    """The joint moment that this browser takes part in, as `join` noted it.

    A page that still stands on the wall says so itself (`samen`), also after another page of the
    same browser left. At the table one sees less, never more, so the page may be believed.
    """
    noted = request.session.get(_noted_at(case)) or request.GET.get("samen", "")
    try:
        return UUID(noted)
    except ValueError:
        return None


def join(request: Request, case: Case, moment: UUID | None) -> None:
    """Take part in a joint moment from now on; None: no longer."""
    if moment is None:
        request.session.pop(_noted_at(case), None)
    else:
        request.session[_noted_at(case)] = str(moment)


def _noted_at(case: Case) -> str:
    return f"joint moment {case.pk}"


def _may_read(user: User, at: datetime) -> bool:
    return user.is_active and Function.READ_CASE in functions_of(user.roles_at(at))


def _seats(members: Iterable[CircleMember]) -> dict[int, Seat]:
    return {
        one.user_id: Seat(
            user_id=one.user_id,
            account=_account(one),
            name=one.user.name,
            initials=one.user.initials,
            role=CircleRole(one.role),
        )
        for one in members
    }


def _account(member: CircleMember) -> str:
    return str(member.user.public_id)
