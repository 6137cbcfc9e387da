"""The learning agenda: catching, reading and ordering questions, closing a cycle."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenspel.web.accounts.access import requires
from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.rights import Function
from samenspel.web.accounts.roles import Role
from samenspel.web.agenda import actions
from samenspel.web.agenda.forms import CatchForm, CategoryForm, OrderForm
from samenspel.web.agenda.models import Asker, Category, LearningQuestion, Status
from samenspel.web.agenda.presenters import agenda_page
from samenspel.web.base.request import Request
from samenspel.web.meetings.models import LearningCycle, Meeting


@requires(Function.SEE_AGENDA)
def agenda(request: Request) -> HttpResponse:
    return render(request, "agenda/list.html", {"shown": agenda_page(request)})


@requires(Function.CATCH_QUESTION)
@require_POST
def catch(request: Request) -> HttpResponse:
    """Catch a question outside a meeting; district and cycle follow from who and when."""
    return _catch(request, meeting=None)


@requires(Function.CATCH_QUESTION)
@require_POST
def catch_in_meeting(request: Request, meeting_id: UUID) -> HttpResponse:
    """Catch a question in a meeting: kind, district and cycle are the meeting's."""
    if not request.actor.may(Function.SEE_MEETINGS):
        return _catch(request, meeting=None)
    return _catch(request, meeting=get_object_or_404(Meeting, public_id=meeting_id))


def _catch(request: Request, meeting: Meeting | None) -> HttpResponse:
    form = CatchForm(request.POST)
    if not form.is_valid() or form.names:
        context = {"catch": form, "meeting": meeting, "names": form.is_valid() and form.names}
        return render(request, "agenda/catch.html", context, status=422)
    user = request.actor.user
    actions.catch_question(
        form.cleaned_data["text"],
        asker=_asker(form.cleaned_data["asker"], request.actor),
        meeting=meeting,
        district=user.team.district if user and user.team else None,
        by=request.actor,
    )
    messages.success(request, _("Caught. Ordering comes later."))
    if meeting is None:
        return redirect("today")
    response = redirect("meeting", meeting_id=meeting.public_id)
    response["Location"] += "#questions"
    return response


def _asker(chosen: str, actor: Actor) -> Asker:
    """Who asks follows from who one is, unless somebody else is chosen."""
    if chosen:
        return Asker(chosen)
    return Asker.PROGRAMME_TEAM if Role.PROGRAMME_TEAM in actor.roles else Asker.TEAM


@requires(Function.ORDER_AGENDA)
def order(request: Request, question_id: UUID) -> HttpResponse:
    question = get_object_or_404(
        LearningQuestion.objects.select_related("meeting", "cycle", "district"),
        public_id=question_id,
    )
    initial = {"text": question.text, "category": question.category_id, "status": question.status}
    form = OrderForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        status = Status(form.cleaned_data["status"])
        category = form.cleaned_data["category"]
        text = form.cleaned_data["text"]
        actions.order_question(
            question, text=text, category=category, status=status, by=request.actor
        )
        messages.success(request, _("The question is ordered."))
        return redirect("agenda")
    return render(request, "agenda/order.html", {"question": question, "form": form})


@requires(Function.ORDER_AGENDA)
def categories(request: Request) -> HttpResponse:
    """The categories with their definitions, and adding one."""
    form = CategoryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.add_category(**form.cleaned_data, by=request.actor)
        return redirect("categories")
    context = {"form": form, "categories": Category.objects.all()}
    return render(request, "agenda/categories.html", context)


@requires(Function.ORDER_AGENDA)
@require_POST
def close_cycle(request: Request, number: int) -> HttpResponse:
    cycle = get_object_or_404(LearningCycle, number=number)
    try:
        actions.close_cycle(cycle, by=request.actor)
    except ValidationError as refusal:
        messages.error(request, refusal.message)
    return redirect("cycles")
