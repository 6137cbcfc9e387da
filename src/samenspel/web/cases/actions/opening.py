"""Writing down a question, judging differently, the first talk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.models import District
from samenspel.web.audit.record import Act
from samenspel.web.cases.actions.circle import (
    let_in,
)
from samenspel.web.cases.actions.shared import check_not_ahead, lock, record_act
from samenspel.web.cases.choices import (
    AskedBy,
    Certainty,
    CircleRole,
    Kind,
    Purpose,
)
from samenspel.web.cases.codes import new_code
from samenspel.web.cases.freezing import is_frozen
from samenspel.web.cases.models import (
    Case,
    CounterfactualVersion,
    Youth,
)
from samenspel.web.cases.publish import publish
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
        let_in(case, by.person, CircleRole.WORKER, Purpose.SUPPORT, None, by=by)
        record_act(Act.CASE_OPENED, case, by=by)
        publish(case)
    return case


@transaction.atomic
def amend_counterfactual(
    case: Case, *, answer: str, certainty: Certainty, reason: str, by: Actor
) -> CounterfactualVersion:
    """A new version. Once frozen it needs a reason, and the figures keep the frozen one."""
    locked = lock(case, by)
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
    record_act(Act.COUNTERFACTUAL_AMENDED, locked, by=by, detail={"version": version.number})
    publish(locked)
    return version


@transaction.atomic
def note_first_talk(case: Case, *, on: date | None, family_question: str, by: Actor) -> None:
    """The day of the first talk, and the question in the family's own words after it."""
    locked = lock(case, by)
    check_not_ahead(on, "first_talk_on", by)
    locked.first_talk_on = on
    locked.family_question = family_question or None
    locked.save(update_fields=["first_talk_on", "family_question"])
    record_act(Act.CASE_CHANGED, locked, by=by)
    publish(locked)


def sweep_keys(*, at: datetime) -> int:
    """Remove keys whose case was never saved."""
    in_use: Iterable[UUID] = Case.objects.values_list("key_id", flat=True)
    return sweep(in_use, at=at)
