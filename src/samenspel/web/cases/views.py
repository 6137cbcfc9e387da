"""The pages of cases."""

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

from samenspel.web.accounts.access import requires
from samenspel.web.accounts.actions import make_account
from samenspel.web.accounts.models import RoleGrant, User
from samenspel.web.accounts.rights import Function
from samenspel.web.accounts.roles import Role
from samenspel.web.audit.record import Act, record
from samenspel.web.base.attempts import attempt
from samenspel.web.base.paging import page_of
from samenspel.web.base.request import Request, text_in
from samenspel.web.cases import actions
from samenspel.web.cases.access import can_withdraw_consent
from samenspel.web.cases.access import case_page as of_case
from samenspel.web.cases.choices import (
    AskedBy,
    Certainty,
    CircleRole,
    ClosingReason,
    ConsentBy,
    ConsentHow,
    EffortKind,
    Kind,
    Purpose,
    Talks,
)
from samenspel.web.cases.consents import youths_without_consent
from samenspel.web.cases.forms import (
    AddFamilyForm,
    AddPersonForm,
    AmendForm,
    CloseForm,
    ConsentForm,
    EffortForm,
    FirstTalkForm,
    IntroduceForm,
    OpenCaseForm,
)
from samenspel.web.cases.models import Case
from samenspel.web.cases.presenters import (
    cards_of,
    case_page,
    circle_lines,
    look_lines,
    looks,
)
from samenspel.web.cases.states import State
from samenspel.web.meetings.models import SESSIONS, Meeting
from samenspel.web.vault.fields import unlock

SESSIONS_BACK = timedelta(days=60)
CONSENT_LASTS = timedelta(days=182)


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


@of_case(Function.READ_CASE)
def case(request: Request, case: Case) -> HttpResponse:
    return render(request, "cases/case.html", {"shown": case_page(case, request.actor)})


@of_case(Function.WORK_ON_CASE)
def first_talk(request: Request, case: Case) -> HttpResponse:
    unlock([case])
    initial = {"first_talk_on": case.first_talk_on, "family_question": case.family_question}
    form = FirstTalkForm(request.POST or None, initial=initial)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: actions.note_first_talk(
                case,
                on=form.cleaned_data["first_talk_on"],
                family_question=form.cleaned_data["family_question"],
                by=request.actor,
            ),
        )
    ):
        return redirect("case", case_id=case.public_id)
    return _form_page(request, case, form, _("The first talk"), _("Save"))


@of_case(Function.WORK_ON_CASE)
def amend(request: Request, case: Case) -> HttpResponse:
    newest = list(case.counterfactuals.all())[-1]
    initial = {"counterfactual": newest.answer, "certainty": newest.certainty}
    form = AmendForm(request.POST or None, initial=initial)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: actions.amend_counterfactual(
                case,
                answer=form.cleaned_data["counterfactual"],
                certainty=Certainty(form.cleaned_data["certainty"]),
                reason=form.cleaned_data["reason"],
                by=request.actor,
            ),
        )
    ):
        messages.success(request, _("A new version is written down; the old one stays."))
        return redirect("case", case_id=case.public_id)
    intro = _(
        "When it is fixed already, the figures keep the earlier version. "
        "Write why you think differently now."
    )
    return _form_page(request, case, form, _("Judge it differently"), _("Save"), intro)


@of_case(Function.WORK_ON_CASE)
def consent(request: Request, case: Case) -> HttpResponse:
    today = timezone.localdate(request.actor.at)
    initial = {"since": today, "until": today + CONSENT_LASTS, "how": ConsentHow.SPOKEN}
    form = ConsentForm(request.POST or None, case=case, initial=initial)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, lambda: _give(request, case, form))
    ):
        messages.success(request, _("The consent is written down."))
        _say_what_is_missing(request, case)
        return redirect("case", case_id=case.public_id)
    intro = _("Under 12 the parents say yes, from 12 to 15 parents and youth, from 16 the youth.")
    return _form_page(request, case, form, _("Consent for a learning session"), _("Save"), intro)


def _say_what_is_missing(request: Request, case: Case) -> None:
    fresh = Case.objects.with_everything().get(pk=case.pk)
    missing = youths_without_consent(fresh, timezone.localdate(request.actor.at))
    if missing:
        messages.warning(request, _("Consent of somebody else is still needed; see “About whom”."))


@transaction.atomic
def _give(request: Request, case: Case, form: ConsentForm) -> None:
    """One consent for each youth that was ticked, or none at all."""
    chosen = set(form.cleaned_data["youths"])
    for youth in case.youths.all():
        if str(youth.public_id) in chosen:
            actions.give_consent(
                case,
                youth,
                given_by=ConsentBy(form.cleaned_data["given_by"]),
                how=ConsentHow(form.cleaned_data["how"]),
                since=form.cleaned_data["since"],
                until=form.cleaned_data["until"],
                by=request.actor,
            )


@of_case(Function.READ_CASE, allowed=can_withdraw_consent)
@require_POST
def withdraw(request: Request, case: Case, consent_id: UUID) -> HttpResponse:
    found = get_object_or_404(case.consents, public_id=consent_id)
    actions.withdraw_consent(found, by=request.actor)
    messages.success(request, _("The consent is withdrawn from now on."))
    return redirect("case", case_id=case.public_id)


@of_case(Function.WORK_ON_CASE)
def introduce(request: Request, case: Case) -> HttpResponse:
    form = IntroduceForm(request.POST or None, meetings=_sessions_for(case, request))
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: actions.introduce(case, form.cleaned_data["meeting"], by=request.actor),
        )
    ):
        messages.success(request, _("The question is on the agenda."))
        return redirect("meeting", meeting_id=form.cleaned_data["meeting"].public_id)
    intro = _("The session sees the code %(code)s, not this page.") % {"code": case.code}
    return _form_page(request, case, form, _("Bring into a session"), _("Bring in"), intro)


@of_case(Function.WORK_ON_CASE)
@require_POST
def take_back(request: Request, case: Case, introduction_id: UUID) -> HttpResponse:
    """Take it off the agenda; only while the session is still to come or is today."""
    today = timezone.localdate(request.actor.at)
    found = get_object_or_404(
        case.introductions, public_id=introduction_id, meeting__held_on__gte=today
    )
    actions.take_back_introduction(found, by=request.actor)
    messages.success(request, _("The question is off the agenda."))
    return redirect("case", case_id=case.public_id)


@requires(Function.SEE_MEETING_AGENDA)
@require_POST
def without_file(request: Request, meeting_id: UUID) -> HttpResponse:
    meeting = get_object_or_404(Meeting, public_id=meeting_id)
    try:
        actions.introduce_without_file(meeting, by=request.actor)
    except ValidationError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Counted, without the file."))
    return redirect("meeting", meeting_id=meeting.public_id)


@of_case(Function.WORK_ON_CASE)
def effort(request: Request, case: Case) -> HttpResponse:
    form = EffortForm(
        request.POST or None, initial={"started_on": timezone.localdate(request.actor.at)}
    )
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, lambda: _add(request, case, form))
    ):
        messages.success(request, _("Written down."))
        return redirect("case", case_id=case.public_id)
    intro = _("Several efforts may combine: write each one down.")
    return _form_page(request, case, form, _("What was done instead?"), _("Save"), intro)


def _add(request: Request, case: Case, form: EffortForm) -> None:
    talks = form.cleaned_data["talks"]
    actions.add_effort(
        case,
        kind=EffortKind(form.cleaned_data["kind"]),
        talks=Talks(talks) if talks else None,
        budget_percent=form.cleaned_data["budget_percent"],
        started_on=form.cleaned_data["started_on"],
        by=request.actor,
    )


@of_case(Function.WORK_ON_CASE)
def close(request: Request, case: Case) -> HttpResponse:
    form = CloseForm(
        request.POST or None, initial={"closed_on": timezone.localdate(request.actor.at)}
    )
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: actions.close_case(
                case,
                reason=ClosingReason(form.cleaned_data["reason"]),
                help_stopped=form.cleaned_data["help_stopped"],
                closed_on=form.cleaned_data["closed_on"],
                note=form.cleaned_data["note"],
                by=request.actor,
            ),
        )
    ):
        messages.success(request, _("Closed. You can open it again when that is needed."))
        return redirect("case", case_id=case.public_id)
    intro = _("Stopping is a choice too. Moved away is neither success nor failure.")
    return _form_page(request, case, form, _("Close"), _("Close"), intro)


@of_case(Function.WORK_ON_CASE)
@require_POST
def reopen(request: Request, case: Case) -> HttpResponse:
    try:
        actions.reopen_case(case, by=request.actor)
    except ValidationError:
        messages.warning(request, _("This question is open already."))
    return redirect("case", case_id=case.public_id)


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
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, lambda: _let_in(request, case, form))
    ):
        messages.success(
            request, _("%(name)s is in the circle.") % {"name": form.cleaned_data["user"].name}
        )
        return redirect("circle", case_id=case.public_id)
    intro = _("Whoever is in the circle reads this question. Ask the family first.")
    return _form_page(request, case, form, _("Somebody with an account"), _("Add"), intro, "circle")


@of_case(Function.WORK_ON_CASE)
def add_family(request: Request, case: Case) -> HttpResponse:
    form = AddFamilyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user, code = _invite(request, case, form)
        context = {"person": user, "code": code, "back": _circle_of(case)}
        return render(request, "accounts/code.html", context)
    intro = _("You get a one-time code. Hand it over in person.")
    return _form_page(
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


@of_case(Function.READ_CASE)
def who_looked(request: Request, case: Case) -> HttpResponse:
    context = {"shown": case_page(case, request.actor), "lines": look_lines(looks(case))}
    return render(request, "cases/who_looked.html", context)


def _form_page(
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


def _sessions_for(case: Case, request: Request) -> QuerySet[Meeting]:
    """Sessions of the case's district, from two months back on, the latest first."""
    since = timezone.localdate(request.actor.at) - SESSIONS_BACK
    rows = Meeting.objects.filter(kind__in=SESSIONS, district=case.district, held_on__gte=since)
    return rows.select_related("district").order_by("-held_on")


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
