"""What the pages of a case share."""

from django.http import HttpResponse
from django.shortcuts import render

from samenspel.web.base.request import Request
from samenspel.web.cases.models import Case
from samenspel.web.vault.fields import unlock


def form_page(
    request: Request,
    case: Case,
    form: object,
    heading: str,
    action: str,
    intro: str = "",
    back: str = "case",
) -> HttpResponse:
    """A form about a case: the question above it, so that one knows about whom it is."""
    unlock([case])
    context = {
        "case": case,
        "title": case.family_question or case.question,
        "form": form,
        "heading": heading,
        "action": action,
        "intro": intro,
        "back": back,
    }
    return render(request, "cases/form.html", context)
