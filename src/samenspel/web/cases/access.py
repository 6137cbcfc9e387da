"""Who may do what with a case: being in its circle opens it, the role there says what for.

Outside the circle a case does not exist: 404. Inside it, without the right: 403.
"""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse

from samenspel.web.accounts.access import Access, View, ask_to_sign_in, classified
from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.rights import Function
from samenspel.web.audit.record import Act, record
from samenspel.web.base.request import Request
from samenspel.web.cases.choices import CircleRole
from samenspel.web.cases.models import Case, CircleMember

CONSENTING = {CircleRole.PARENT, CircleRole.YOUTH}
"""Who gives a consent can take it back; a supporter does neither."""


def get_case(actor: Actor, case_id: UUID) -> Case:
    """The case, for who is in its circle; for anybody else there is no such case."""
    if actor.user is None or not actor.may(Function.READ_CASE):
        raise Http404
    visible = Case.objects.visible_to(actor.user, actor.at).with_everything()
    case = visible.filter(public_id=case_id).first()
    if case is None:
        raise Http404
    return case


def place_in_circle(actor: Actor, case: Case) -> CircleMember | None:
    """In which role somebody is in the circle now."""
    return next(
        (
            member
            for member in case.circle.all()
            if member.user_id == getattr(actor.user, "id", None) and member.holds_at(actor.at)
        ),
        None,
    )


def can_work(actor: Actor, case: Case) -> bool:
    """Only who is in the circle as worker writes in the case."""
    place = place_in_circle(actor, case)
    is_worker = place is not None and place.role == CircleRole.WORKER
    return is_worker and actor.may(Function.WORK_ON_CASE)


def can_withdraw_consent(actor: Actor, case: Case) -> bool:
    """The family can always withdraw; the worker writes it down for them."""
    place = place_in_circle(actor, case)
    return can_work(actor, case) or (place is not None and place.role in CONSENTING)


def case_page(
    function: Function, *, allowed: Callable[[Actor, Case], bool] | None = None
) -> Callable[[View], View]:
    """A page of one case: the view gets the case, looked up and checked; looking is recorded."""
    checks = allowed or (can_work if function is Function.WORK_ON_CASE else None)

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: Request, case_id: UUID, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return ask_to_sign_in(request)
            case = get_case(request.actor, case_id)
            if checks is not None and not checks(request.actor, case):
                raise PermissionDenied
            response: HttpResponse = view(request, case, **kwargs)
            if response.status_code == HTTPStatus.OK:
                record_look(case, by=request.actor, page=view.__name__)
            return response

        return classified(guarded, Access(signed_in=True, function=function, circle=True))

    return decorate


def record_look(case: Case, *, by: Actor, page: str) -> None:
    record(
        Act.CASE_READ,
        by=by,
        object_type="case",
        object_id=case.public_id,
        chain=case.public_id,
        detail={"page": page},
    )
