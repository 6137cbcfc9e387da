"""What the pages of cases show, decided before the template."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.models import User
from samenspel.web.audit.acts import WORDS, Act
from samenspel.web.audit.models import AuditRow
from samenspel.web.cases.access import can_withdraw_consent, can_work
from samenspel.web.cases.choices import FAMILY_ROLES, Theme
from samenspel.web.cases.consents import who_must_consent, youths_without_consent
from samenspel.web.cases.forms import youth_words
from samenspel.web.cases.freezing import freezes_at, is_frozen, version_for_figures
from samenspel.web.cases.models import (
    Case,
    CircleMember,
    Closing,
    Consent,
    CounterfactualVersion,
    Effort,
    Introduction,
    Youth,
)
from samenspel.web.cases.states import State, Step, can
from samenspel.web.figures.models import Product
from samenspel.web.figures.words import ANSWER_WORDS
from samenspel.web.vault.fields import unlock

Text = str | Promise


@dataclass(frozen=True)
class CaseCard:
    """One case in a list: the question is the title."""

    case: Case
    question: str
    is_new: bool
    chip: str


CHIP = {
    State.OPEN: "chip-honey",
    State.IN_SESSION: "chip-petrol",
    State.RUNNING: "chip-petrol",
    State.CLOSED: "chip-good",
}


def cards_of(cases: Iterable[Case], actor: Actor) -> list[CaseCard]:
    """Cards of a list of cases, all their texts opened at once."""
    cases = list(cases)
    unlock(cases)
    today = timezone.localdate(actor.at)
    return [
        CaseCard(
            case=case,
            question=case.family_question or case.question,
            is_new=case.opened_on == today,
            chip=CHIP[State(case.state)],
        )
        for case in cases
    ]


@dataclass(frozen=True)
class YouthLine:
    youth: Youth
    words: str
    consents: Sequence[Consent]
    needed: Sequence[Text]
    complete: bool


@dataclass(frozen=True)
class VersionLine:
    version: CounterfactualVersion
    words: Text
    counts: bool


@dataclass(frozen=True)
class CasePage:
    case: Case
    title: str
    first_question: str
    themes: Sequence[Text]
    youths: Sequence[YouthLine]
    consent_complete: bool
    versions: Sequence[VersionLine]
    frozen: bool
    freezes_on: date
    introductions: Sequence[Introduction]
    efforts: Sequence[Effort]
    closing: Closing | None
    circle: Sequence[CircleMember]
    family_count: int
    helper_count: int
    can_work: bool
    can_withdraw: bool
    can_close: bool
    can_introduce: bool
    today: date


def case_page(case: Case, actor: Actor) -> CasePage:
    unlock([case, *case.counterfactuals.all(), *case.closings.all()])
    today = timezone.localdate(actor.at)
    circle = [member for member in case.circle.all() if member.holds_at(actor.at)]
    missing = youths_without_consent(case, today)
    works = can_work(actor, case)
    return CasePage(
        case=case,
        title=case.family_question or case.question,
        first_question=case.question if case.family_question else "",
        themes=[Theme(theme).label for theme in case.themes or ()],
        youths=[_youth_line(youth, today, youth not in missing) for youth in case.youths.all()],
        consent_complete=not missing,
        versions=_versions(case),
        frozen=is_frozen(case, at=actor.at),
        freezes_on=timezone.localdate(freezes_at(case)),
        introductions=list(case.introductions.all()),
        efforts=list(case.efforts.all()),
        closing=case.closing,
        circle=circle,
        family_count=sum(member.role in FAMILY_ROLES for member in circle),
        helper_count=sum(member.role not in FAMILY_ROLES for member in circle),
        can_work=works,
        can_withdraw=can_withdraw_consent(actor, case),
        can_close=works and can(Step.CLOSE, case.state),
        can_introduce=works and can(Step.INTRODUCE, case.state),
        today=today,
    )


def _youth_line(youth: Youth, today: date, complete: bool) -> YouthLine:
    needed = sorted(who_must_consent(youth, today))
    return YouthLine(
        youth=youth,
        words=youth_words(youth),
        consents=list(youth.consents.all()),
        needed=[who.label for who in needed],
        complete=complete,
    )


def _versions(case: Case) -> list[VersionLine]:
    counting = version_for_figures(case)
    words = {product.key: str(product) for product in Product.objects.all()}
    return [
        VersionLine(
            version=version,
            words=ANSWER_WORDS.get(version.answer) or words.get(version.answer, version.answer),
            counts=version.pk == counting.pk,
        )
        for version in case.counterfactuals.all()
    ]


@dataclass(frozen=True)
class Look:
    """A line of "who looked along"."""

    moment: datetime
    who: str
    words: Text
    by_day: bool = False


def looks(case: Case) -> "list[AuditRow]":
    return list(AuditRow.objects.filter(segment__chain=case.public_id).order_by("-id")[:500])


LOOKS = {Act.CASE_READ, Act.MAP_CONNECTED, Act.MAP_DRAWN}


def look_lines(rows: Iterable[AuditRow]) -> list[Look]:
    """Who looked or wrote, in words; looks of one person on one day become one line.

    Drawing counts as looking here: what was drawn, and when, stands in the history of the map for
    who may see it. So two homes cannot count or time what the other drew.
    """
    rows = list(rows)
    names = {
        str(user.public_id): user.name
        for user in User.objects.filter(public_id__in={row.user_id for row in rows if row.user_id})
    }
    lines: dict[tuple[str, str, str], Look] = {}
    for row in rows:
        day = timezone.localdate(row.event_date_time).isoformat()
        is_look = row.event_type_code in LOOKS
        lines.setdefault(
            (row.user_id, day, "" if is_look else str(row.pk)),
            Look(
                moment=row.event_date_time,
                who=names.get(row.user_id) or _("a removed account"),
                words=WORDS[Act.CASE_READ if is_look else Act(row.event_type_code)],
                by_day=is_look,
            ),
        )
    return list(lines.values())


@dataclass(frozen=True)
class CircleLine:
    member: CircleMember
    is_family: bool
    is_now: bool
    can_end: bool


def circle_lines(case: Case, actor: Actor) -> list[CircleLine]:
    works = can_work(actor, case)
    workers = case.workers_who_stay(actor.at)
    return [
        CircleLine(
            member=member,
            is_family=member.role in FAMILY_ROLES,
            is_now=member.holds_at(actor.at),
            can_end=works and member.holds_at(actor.at) and workers != [member],
        )
        for member in case.circle.all()
    ]
