"""What changes a case: one verb per function, one transaction, one audit row, facts published."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.models import District, User
from samenspel.web.accounts.roles import Role
from samenspel.web.audit.record import Act, record
from samenspel.web.base.templatetags.samenspel import day
from samenspel.web.cases.choices import (
    AskedBy,
    Certainty,
    CircleRole,
    ClosingReason,
    ConsentBy,
    ConsentHow,
    ConsentPurpose,
    EffortKind,
    Kind,
    Purpose,
    Talks,
)
from samenspel.web.cases.codes import new_code
from samenspel.web.cases.consents import youths_without_consent
from samenspel.web.cases.freezing import is_frozen, remember
from samenspel.web.cases.models import (
    Case,
    CircleMember,
    Closing,
    Consent,
    CounterfactualVersion,
    Effort,
    Introduction,
    LooseIntroduction,
    Youth,
)
from samenspel.web.cases.publish import loose_introduction_fact, publish
from samenspel.web.cases.states import NEXT, State, Step
from samenspel.web.figures.actions import store_introduction
from samenspel.web.meetings.models import Meeting
from samenspel.web.vault.keys import make_key, sweep


@dataclass(frozen=True)
class Birth:
    """When a youth was born, as far as known: year and month, the year, or nothing."""

    year: int | None = None
    month: int | None = None


def open_case(
    *,
    district: District,
    kind: Kind,
    asked_by: AskedBy,
    question: str,
    births: Sequence[Birth],
    counterfactual: str,
    certainty: Certainty,
    by: Actor,
    themes: Iterable[str] = (),
    client_number: str = "",
) -> Case:
    """Write down a question at the door. The key is made first, outside the transaction:
    a key without a case is swept, a case without a key could never be read."""
    key_id = make_key(at=by.at)
    with transaction.atomic():
        case = Case.objects.create(
            key_id=key_id,
            fact_id=str(uuid4()),
            code=new_code(lambda code: Case.objects.filter(code=code).exists()),
            district=district,
            kind=kind,
            asked_by=asked_by,
            question=question,
            client_number=client_number or None,
            themes=sorted(themes),
            opened_at=by.at,
            opened_by=by.person,
        )
        for birth in births or [Birth()]:
            Youth.objects.create(case=case, birth_year=birth.year, birth_month=birth.month)
        CounterfactualVersion.objects.create(
            case=case,
            number=1,
            answer=counterfactual,
            certainty=certainty,
            made_at=by.at,
            made_by=by.person,
        )
        _let_in(case, by.person, CircleRole.WORKER, Purpose.SUPPORT, None, by=by)
        _record(Act.CASE_OPENED, case, by=by)
        publish(case)
    return case


@transaction.atomic
def amend_counterfactual(
    case: Case, *, answer: str, certainty: Certainty, reason: str, by: Actor
) -> CounterfactualVersion:
    """A new version. Once frozen it needs a reason, and the figures keep the frozen one."""
    locked = _lock(case, by)
    if is_frozen(locked, at=by.at) and not reason:
        raise ValidationError(
            {"reason": _("This is fixed already. Write why you judge it differently now.")}
        )
    version = CounterfactualVersion.objects.create(
        case=locked,
        number=locked.counterfactuals.count() + 1,
        answer=answer,
        certainty=certainty,
        reason=reason or None,
        made_at=by.at,
        made_by=by.person,
    )
    _record(Act.COUNTERFACTUAL_AMENDED, locked, by=by, detail={"version": version.number})
    publish(locked)
    return version


@transaction.atomic
def note_first_talk(case: Case, *, on: date | None, family_question: str, by: Actor) -> None:
    """The day of the first talk, and the question in the family's own words after it."""
    locked = _lock(case, by)
    _check_not_ahead(on, "first_talk_on", by)
    locked.first_talk_on = on
    locked.family_question = family_question or None
    locked.save(update_fields=["first_talk_on", "family_question"])
    _record(Act.CASE_CHANGED, locked, by=by)
    publish(locked)


@transaction.atomic
def give_consent(
    case: Case,
    youth: Youth,
    *,
    given_by: ConsentBy,
    how: ConsentHow,
    since: date,
    until: date,
    by: Actor,
) -> Consent:
    """Write down a consent to discuss the case in a learning session."""
    if until < since:
        raise ValidationError(
            {"until": _("The last day comes before the first. Choose a later one.")}
        )
    _check_not_ahead(since, "since", by)
    consent = Consent.objects.create(
        case=_lock(case, by),
        youth=youth,
        purpose=ConsentPurpose.LEARNING_SESSION,
        given_by=given_by,
        how=how,
        since=since,
        until=until,
        written_by=by.person,
    )
    _record(Act.CONSENT_GIVEN, case, by=by)
    return consent


@transaction.atomic
def withdraw_consent(consent: Consent, *, by: Actor) -> None:
    """Take a consent back, from now on. What no other consent covers comes off the agenda of
    today's and coming sessions."""
    _lock(consent.case, by)
    if Consent.objects.get(pk=consent.pk).withdrawn_at is not None:
        return
    consent.withdrawn_at = by.at
    consent.save(update_fields=["withdrawn_at"])
    _record(Act.CONSENT_WITHDRAWN, consent.case, by=by)
    case = _lock(consent.case, by)
    for introduction in case.introductions.all():
        held_on = introduction.meeting.held_on
        if held_on >= timezone.localdate(by.at) and youths_without_consent(case, held_on):
            take_back_introduction(introduction, by=by)


@transaction.atomic
def introduce(case: Case, meeting: Meeting, *, by: Actor) -> Introduction:
    """Bring a case into a session. Nothing traceable reaches an agenda without consent."""
    locked = _lock(case, by)
    _check_takes_introductions(meeting)
    _check_consent(locked, meeting)
    if locked.introductions.filter(meeting=meeting).exists():
        raise ValidationError(_("This question is on the agenda of that session already."))
    introduction = Introduction.objects.create(
        case=locked,
        meeting=meeting,
        again=locked.introductions.exists(),
        introduced_at=by.at,
        introduced_by=by.person,
    )
    _step(locked, Step.INTRODUCE)
    _record(Act.CASE_INTRODUCED, locked, by=by)
    publish(locked)
    return introduction


@transaction.atomic
def take_back_introduction(introduction: Introduction, *, by: Actor) -> None:
    """Take a case off the agenda of a session. A freeze that has passed stays."""
    case = _lock(introduction.case, by)
    introduction.delete()
    remaining = Introduction.objects.filter(case=case).first()
    if remaining is None:
        _step(case, Step.TAKE_BACK)
    elif remaining.again:
        remaining.again = False
        remaining.save(update_fields=["again"])
    _record(Act.INTRODUCTION_TAKEN_BACK, case, by=by)
    publish(case)


@transaction.atomic
def introduce_without_file(meeting: Meeting, *, by: Actor) -> None:
    """Count a question that somebody brought in without the file: no link, no text."""
    _check_takes_introductions(meeting)
    LooseIntroduction.objects.create(meeting=meeting, introduced_at=by.at)
    store_introduction(loose_introduction_fact(meeting))
    record(Act.INTRODUCED_WITHOUT_FILE, by=by, object_type="meeting", object_id=meeting.public_id)


@transaction.atomic
def add_effort(
    case: Case,
    *,
    kind: EffortKind,
    started_on: date,
    by: Actor,
    talks: Talks | None = None,
    budget_percent: int | None = None,
) -> Effort:
    """Write down something that was done instead."""
    locked = _lock(case, by)
    _check_not_ahead(started_on, "started_on", by)
    effort = Effort.objects.create(
        case=locked,
        kind=kind,
        talks=talks or "",
        budget_percent=budget_percent,
        started_on=started_on,
        added_by=by.person,
    )
    _step(locked, Step.ADD_EFFORT)
    _record(Act.EFFORT_ADDED, locked, by=by)
    publish(locked)
    return effort


@transaction.atomic
def close_case(
    case: Case,
    *,
    reason: ClosingReason,
    help_stopped: bool,
    closed_on: date,
    by: Actor,
    note: str = "",
) -> Closing:
    """Close a case. Who comes second is told who closed it, and loses nothing."""
    locked = _lock(case, by)
    if locked.closing is not None:
        raise ValidationError(
            _("%(name)s closed this on %(day)s already. Your text is still here, not saved.")
            % {"name": locked.closing.closed_by.name, "day": day(locked.closing.closed_on)}
        )
    _check_not_ahead(closed_on, "closed_on", by)
    if closed_on < locked.opened_on:
        raise ValidationError(
            {"closed_on": _("This is before the question was written down. Choose a later day.")}
        )
    closing = Closing.objects.create(
        case=locked,
        reason=reason,
        help_stopped=help_stopped,
        note=note or None,
        closed_on=closed_on,
        closed_by=by.person,
    )
    _step(locked, Step.CLOSE)
    _record(Act.CASE_CLOSED, locked, by=by)
    publish(locked)
    return closing


@transaction.atomic
def reopen_case(case: Case, *, by: Actor) -> None:
    """Go on after all. The closing stays on record, marked as undone."""
    locked = _lock(case, by)
    locked.closings.filter(undone_at=None).update(undone_at=by.at)
    _step(locked, Step.REOPEN)
    _record(Act.CASE_REOPENED, locked, by=by)
    publish(locked)


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
    locked = _lock(case, by)
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
    return _let_in(locked, user, role, purpose, until, by=by)


@transaction.atomic
def end_membership(member: CircleMember, *, by: Actor) -> None:
    """End somebody's place in the circle, at once. The last worker cannot leave."""
    case = _lock(member.case, by)
    if not member.holds_at(by.at):
        return
    if member.role == CircleRole.WORKER:
        _check_a_worker_stays(case, without=member.user, by=by)
    _end(member, by=by)


def tell_the_circles(user: User, *, by: Actor) -> None:
    """Write in the chain of every case that somebody sees that a new code was made for them."""
    for case in Case.objects.visible_to(user, by.at):
        _record(Act.CODE_MADE, case, by=by, detail={"account": str(user.public_id)})


def sweep_keys(*, at: datetime) -> int:
    """Remove keys whose case was never saved."""
    in_use: Iterable[UUID] = Case.objects.values_list("key_id", flat=True)
    return sweep(in_use, at=at)


def _let_in(
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
    _record(
        Act.CIRCLE_ADDED, case, by=by, detail={"account": str(user.public_id), "role": role.value}
    )
    return member


def _end(member: CircleMember, *, by: Actor) -> None:
    member.until = by.at
    member.save(update_fields=["until"])
    detail = {"account": str(member.user.public_id)}
    _record(Act.CIRCLE_ENDED, member.case, by=by, detail=detail)


def _lock(case: Case, by: Actor) -> Case:
    """The case as it is now, locked until the transaction ends, its freeze remembered."""
    Case.objects.select_for_update().only("pk").get(pk=case.pk)
    locked = Case.objects.with_everything().get(pk=case.pk)
    remember(locked, at=by.at)
    return locked


_CLOSED = gettext_lazy("This question is closed. Open it again first, then you can go on.")
_REFUSED = dict.fromkeys(Step, _CLOSED) | {
    Step.REOPEN: gettext_lazy("This question is open already.")
}


def _step(case: Case, step: Step) -> None:
    """Change the state by the table; refuse what the table does not have."""
    try:
        case.state = NEXT[(step, State(case.state))]
    except KeyError:
        raise ValidationError(str(_REFUSED[step])) from None
    case.save(update_fields=["state"])


def _check_a_worker_stays(case: Case, *, without: User, by: Actor) -> None:
    if all(member.user == without for member in case.workers_who_stay(by.at)):
        raise ValidationError(_("Somebody must stay as worker. Add another worker first."))


def _check_takes_introductions(meeting: Meeting) -> None:
    if not meeting.takes_introductions or meeting.district is None:
        raise ValidationError(_("Questions are brought into a learning session or a mini session."))


def _check_consent(case: Case, meeting: Meeting) -> None:
    if youths_without_consent(case, meeting.held_on):
        raise ValidationError(
            _(
                "There is no consent for every youth on %(day)s. Write down the consent first, or "
                "bring the question in without the file."
            )
            % {"day": day(meeting.held_on)}
        )


def _check_not_ahead(on: date | None, field: str, by: Actor) -> None:
    if on is not None and on > timezone.localdate(by.at):
        raise ValidationError({field: _("This day is still to come. Choose today or earlier.")})


def _record(
    act: Act, case: Case, *, by: Actor, detail: Mapping[str, str | int] | None = None
) -> None:
    record(
        act,
        by=by,
        object_type="case",
        object_id=case.public_id,
        chain=case.public_id,
        detail=detail,
    )
