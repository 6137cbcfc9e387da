"""Who looks along: adding somebody, ending a place."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenspel.web.accounts.actions import make_account
from samenspel.web.accounts.models import RoleGrant, User
from samenspel.web.accounts.rights import Function
from samenspel.web.accounts.roles import Role
from samenspel.web.base.attempts import sent
from samenspel.web.base.request import Request
from samenspel.web.cases import actions
from samenspel.web.cases.access import case_page as of_case
from samenspel.web.cases.choices import (
    CircleRole,
    Purpose,
)
from samenspel.web.cases.forms import (
    AddFamilyForm,
    AddPersonForm,
)
from samenspel.web.cases.models import Case
from samenspel.web.cases.presenters import (
    case_page,
    circle_lines,
)
from samenspel.web.cases.views.shared import form_page
from samenspel.web.vault.fields import unlock


@of_case(Function.READ_CASE)
def circle(request: Request, case: Case) -> HttpResponse:
    unlock([case])
    context = {
        "shown": case_page(case, request.actor),
        "lines": circle_lines(case, request.actor),
    }
    return render(request, "cases/circle.html", context)


@of_case(Function.WORK_ON_CASE)
def add_person(request: Request, case: Case) -> HttpResponse:
    form = AddPersonForm(request.POST or None, people=_people_to_add(request))
    if sent(request, form, lambda: _let_in(request, case, form)):
        messages.success(
            request, _("%(name)s is in the circle.") % {"name": form.cleaned_data["user"].name}
        )
        return redirect("circle", case_id=case.public_id)
    intro = _("Whoever is in the circle reads this question. Ask the family first.")
    return form_page(request, case, form, _("Somebody with an account"), _("Add"), intro, "circle")


@of_case(Function.WORK_ON_CASE)
def add_family(request: Request, case: Case) -> HttpResponse:
    form = AddFamilyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user, code = _invite(request, case, form)
        context = {"person": user, "code": code, "back": _circle_of(case)}
        return render(request, "accounts/code.html", context)
    intro = _("You get a one-time code. Hand it over in person.")
    return form_page(
        request, case, form, _("Somebody of the family"), _("Make the account"), intro, "circle"
    )


@of_case(Function.WORK_ON_CASE)
@require_POST
def end_membership(request: Request, case: Case, member_id: UUID) -> HttpResponse:
    member = get_object_or_404(case.circle, public_id=member_id)
    try:
        actions.end_membership(member, by=request.actor)
    except ValidationError as refusal:
        messages.error(request, refusal.message)
    return redirect("circle", case_id=case.public_id)


def _people_to_add(request: Request) -> QuerySet[User]:
    """Accounts that may be in a circle: workers and partners who are active."""
    roles = {Role.FAMILY_WORKER, Role.PARTNER_PROFESSIONAL}
    holding = RoleGrant.objects.holding_at(request.actor.at).filter(role__in=roles)
    fitting = User.objects.filter(is_active=True, pk__in=holding.values("user"))
    others = fitting.exclude(pk=request.actor.person.pk).order_by("name")
    return others.select_related("team", "organisation")


@transaction.atomic
def _invite(request: Request, case: Case, form: AddFamilyForm) -> tuple[User, str]:
    """The account and the place in the circle come together."""
    user, code = make_account(
        username=form.cleaned_data["username"],
        name=form.cleaned_data["name"],
        roles=[Role.FAMILY_MEMBER],
        by=request.actor,
    )
    role = CircleRole(form.cleaned_data["role"])
    actions.add_to_circle(case, user, role=role, purpose=Purpose.OWN_FILE, by=request.actor)
    return user, code


def _let_in(request: Request, case: Case, form: AddPersonForm) -> None:
    actions.add_to_circle(
        case,
        form.cleaned_data["user"],
        role=CircleRole(form.cleaned_data["role"]),
        purpose=Purpose(form.cleaned_data["purpose"]),
        until=_end_of(form.cleaned_data["until"]),
        by=request.actor,
    )


def _end_of(day: date | None) -> datetime | None:
    if day is None:
        return None
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def _circle_of(case: Case) -> str:
    return reverse("circle", kwargs={"case_id": case.public_id})
