"""The page of one case: what there is, the first talk, judging differently, who looked."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samenspel.web.accounts.rights import Function
from samenspel.web.base.attempts import sent
from samenspel.web.base.request import Request
from samenspel.web.cases import actions
from samenspel.web.cases.access import case_page as of_case
from samenspel.web.cases.choices import (
    Certainty,
)
from samenspel.web.cases.forms import (
    AmendForm,
    FirstTalkForm,
)
from samenspel.web.cases.models import Case
from samenspel.web.cases.presenters import (
    case_page,
    look_lines,
    looks,
)
from samenspel.web.cases.views.shared import form_page
from samenspel.web.vault.fields import unlock


@of_case(Function.READ_CASE)
def case(request: Request, case: Case) -> HttpResponse:
    return render(request, "cases/case.html", {"shown": case_page(case, request.actor)})


@of_case(Function.WORK_ON_CASE)
def first_talk(request: Request, case: Case) -> HttpResponse:
    unlock([case])
    initial = {"first_talk_on": case.first_talk_on, "family_question": case.family_question}
    form = FirstTalkForm(request.POST or None, initial=initial)
    if sent(
        request,
        form,
        lambda: actions.note_first_talk(
            case,
            on=form.cleaned_data["first_talk_on"],
            family_question=form.cleaned_data["family_question"],
            by=request.actor,
        ),
    ):
        return redirect("case", case_id=case.public_id)
    return form_page(request, case, form, _("The first talk"), _("Save"))


@of_case(Function.WORK_ON_CASE)
def amend(request: Request, case: Case) -> HttpResponse:
    newest = list(case.counterfactuals.all())[-1]
    initial = {"counterfactual": newest.answer, "certainty": newest.certainty}
    form = AmendForm(request.POST or None, initial=initial)
    if sent(
        request,
        form,
        lambda: actions.amend_counterfactual(
            case,
            answer=form.cleaned_data["counterfactual"],
            certainty=Certainty(form.cleaned_data["certainty"]),
            reason=form.cleaned_data["reason"],
            by=request.actor,
        ),
    ):
        messages.success(request, _("A new version is written down; the old one stays."))
        return redirect("case", case_id=case.public_id)
    intro = _(
        "When it is fixed already, the figures keep the earlier version. "
        "Write why you think differently now."
    )
    return form_page(request, case, form, _("Judge it differently"), _("Save"), intro)


@of_case(Function.READ_CASE)
def who_looked(request: Request, case: Case) -> HttpResponse:
    context = {"shown": case_page(case, request.actor), "lines": look_lines(looks(case))}
    return render(request, "cases/who_looked.html", context)
