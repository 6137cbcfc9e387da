"""The list of cases, and writing down a new question."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samenspel.web.accounts.access import requires
from samenspel.web.accounts.rights import Function
from samenspel.web.audit.record import Act, record
from samenspel.web.base.paging import page_of
from samenspel.web.base.request import Request, text_in
from samenspel.web.cases import actions
from samenspel.web.cases.choices import (
    AskedBy,
    Certainty,
    Kind,
)
from samenspel.web.cases.forms import (
    OpenCaseForm,
)
from samenspel.web.cases.models import Case
from samenspel.web.cases.presenters import (
    cards_of,
)
from samenspel.web.cases.states import State


@requires(Function.READ_CASE)
def cases(request: Request) -> HttpResponse:
    """The cases in whose circle one is; found by code, district and state."""
    rows = Case.objects.visible_to(request.actor.person, request.actor.at).select_related(
        "district"
    )
    code, state = text_in(request.GET, "code").lower(), request.GET.get("staat", "")
    if code:
        rows = rows.filter(code__startswith=code)
    rows = rows.filter(state=state) if state in State else rows.exclude(state=State.CLOSED)
    page = page_of(request, rows)
    act = Act.CASES_SEARCHED if code else Act.CASES_LISTED
    record(act, by=request.actor, object_type="list", object_id="cases")
    context = {
        "page": page,
        "cards": cards_of(page.rows, request.actor),
        "states": State.choices,
        "state": state,
        "code": code,
    }
    return render(request, "cases/list.html", context)


@requires(Function.OPEN_CASE)
def open_case(request: Request) -> HttpResponse:
    user = request.actor.user
    initial = {"district": user.team.district_id if user and user.team else None}
    form = OpenCaseForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        case = actions.open_case(
            district=data["district"],
            kind=Kind(data["kind"]),
            asked_by=AskedBy(data["asked_by"]),
            question=data["question"],
            births=data["births"],
            counterfactual=data["counterfactual"],
            certainty=Certainty(data["certainty"]),
            themes=data["themes"],
            client_number=data["client_number"],
            by=request.actor,
        )
        messages.success(
            request, _("The question is written down as %(code)s.") % {"code": case.code}
        )
        return redirect("case", case_id=case.public_id)
    return render(request, "cases/open.html", {"form": form})
