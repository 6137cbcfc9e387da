"""The interim figures, counted in the database: each function is one table of the page.

The number of queries does not depend on the number of cases. Keys are cycle numbers and district
keys, as text, as `samenspel figures --json` prints them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from samenspel.evaluation import AvoidedCost, ClosedGroup, Outcome, Price, Setting, avoided_cost
from samenspel.evaluation.facts import NO_HELP
from samenspel.web.accounts.models import District
from samenspel.web.agenda.models import LearningQuestion
from samenspel.web.figures.models import BaselineDecision, CaseFact, IntroductionFact, Tariff
from samenspel.web.meetings.models import Attendance, LearningCycle, Meeting, MeetingKind

_NO_COST = Price(0, 0)
Counts = dict[str, int]
PerCycle = dict[str, Counts]
TOTAL = "total"


@dataclass(frozen=True)
class Frame:
    """The rows and columns of the tables: the cycles and the districts that take part."""

    cycles: tuple[str, ...]
    districts: tuple[str, ...]
    today: date

    def fill(self, found: Iterable[tuple[int | None, str | None, int]]) -> PerCycle:
        """A table with a zero where nothing was counted; what has no cycle is left out."""
        table = {cycle: dict.fromkeys(self.districts, 0) for cycle in self.cycles}
        for cycle, district, count in found:
            if cycle is not None and district is not None:
                table[str(cycle)][district] += count
        return table


def frame(today: date) -> Frame:
    taking_part = District.objects.filter(
        Q(pk__in=Meeting.objects.values("district")) | Q(pk__in=CaseFact.objects.values("district"))
    )
    return Frame(
        cycles=tuple(str(n) for n in LearningCycle.objects.values_list("number", flat=True)),
        districts=tuple(taking_part.order_by("key").values_list("key", flat=True)),
        today=today,
    )


def sessions(tables: Frame) -> PerCycle:
    """Learning sessions held up to today; mini sessions and other meetings do not count."""
    rows = (
        _sessions()
        .filter(held_on__lte=tables.today)
        .values_list("cycle__number", "district__key")
        .annotate(n=Count("id"))
    )
    return tables.fill(rows.order_by())


def introductions(tables: Frame, *, setting: Setting, again: bool) -> PerCycle:
    """Cases with their file, brought in for the first time or again."""
    rows = IntroductionFact.objects.filter(fact__isnull=False, setting=setting.value, again=again)
    return tables.fill(_per_cycle(rows))


def introductions_without_file(tables: Frame) -> PerCycle:
    return tables.fill(_per_cycle(IntroductionFact.objects.filter(fact__isnull=True)))


def partners(tables: Frame) -> PerCycle:
    """Per cycle the parties on the list of participants: each organisation, each function of it
    that the list tells apart, and the family members together as one party. In total: the
    different organisations. The source counts in these two ways; see `organisations()`."""
    lines = _attendances().values_list(
        "meeting__cycle__number", "meeting__district__key", "organisation", "function"
    )
    parties = tables.fill((cycle, district, 1) for cycle, district, *_ in lines.distinct())
    for cycle, district, people in _family_members():
        if cycle is not None and people:
            parties[str(cycle)][district] += 1
    return {**parties, TOTAL: _different_organisations(tables)}


def organisations(tables: Frame) -> PerCycle:
    """Different organisations, per cycle and in total."""
    lines = _attendances().values_list(
        "meeting__cycle__number", "meeting__district__key", "organisation"
    )
    found = tables.fill((cycle, district, 1) for cycle, district, _ in lines.distinct())
    return {**found, TOTAL: _different_organisations(tables)}


def attendances(tables: Frame) -> PerCycle:
    """People on the list of participants, family members among them; an unknown number adds
    nothing."""
    rows = _attendances().values_list("meeting__cycle__number", "meeting__district__key")
    counted = tables.fill((c, d, n or 0) for c, d, n in rows.annotate(n=Sum("people")).order_by())
    for cycle, district, people in _family_members():
        if cycle is not None:
            counted[str(cycle)][district] += people
    return counted


def family_members(tables: Frame) -> PerCycle:
    return tables.fill(_family_members())


def questions(tables: Frame) -> Counts:
    """Learning questions per cycle, of all districts together."""
    rows = LearningQuestion.objects.values_list("cycle__number").annotate(n=Count("id"))
    found = {str(cycle): n for cycle, n in rows.order_by() if cycle is not None}
    return {cycle: found.get(cycle, 0) for cycle in tables.cycles}


def decisions() -> dict[str, Counts]:
    """Formal decisions in the year before the pilot, per district."""
    rows = BaselineDecision.objects.values_list("district__key").annotate(
        total=Count("id"), first=Count("id", filter=Q(is_first=True))
    )
    return {
        district: {"total": total, "first": first, "again": total - first}
        for district, total, first in rows.order_by("district__key")
    }


def cases(tables: Frame) -> dict[str, Counts]:
    """Cases and youths, apart: one case can be about two brothers."""
    rows = CaseFact.objects.values_list("district__key").annotate(
        cases=Count("fact_id"), youths=Sum("youths"), closed=Count("closed")
    )
    found = {
        district: {"cases": n, "youths": youths, "open": n - closed, "closed": closed}
        for district, n, youths, closed in rows.order_by()
    }
    none = {"cases": 0, "youths": 0, "open": 0, "closed": 0}
    return {district: found.get(district, dict(none)) for district in tables.districts}


def open_expected() -> Counts:
    """What would have been used in the cases that still run."""
    rows = CaseFact.objects.filter(closed__isnull=True).values_list("counterfactual")
    return dict(rows.annotate(n=Count("fact_id")).order_by("counterfactual"))


def closed_groups(answers: Collection[str] | None = None) -> list[ClosedGroup]:
    """Closed cases, added up by what matters for the sum; `answers` takes only those products."""
    prices = _prices()
    return [
        ClosedGroup(
            cases=count,
            outcome=Outcome(outcome),
            price=_NO_COST if answer == NO_HELP else _price_at(prices.get(answer, ()), month),
            budget_percent=percent,
        )
        for answer, outcome, percent, month, count in _closed_rows(
            "counterfactual", "outcome", "budget_percent", "freezes"
        )
        if answers is None or answer in answers
    ]


def closed_by_counterfactual() -> Counts:
    return {str(answer): count for answer, count in _closed_rows("counterfactual")}


def closed_by_outcome() -> Counts:
    return {str(outcome): count for outcome, count in _closed_rows("outcome")}


def avoided(answers: Collection[str] | None = None) -> AvoidedCost:
    return avoided_cost(closed_groups(answers))


def _closed_rows(*columns: str) -> Iterable[tuple[Any, ...]]:
    closed = CaseFact.objects.exclude(outcome="")
    return closed.values_list(*columns).annotate(n=Count("fact_id")).order_by(*columns)


def _prices() -> Mapping[str, list[Tariff]]:
    """Tariffs per product key, the newest first."""
    prices: dict[str, list[Tariff]] = defaultdict(list)
    for tariff in Tariff.objects.select_related("product").order_by("-valid_from"):
        prices[tariff.product.key].append(tariff)
    return prices


def _price_at(tariffs: Iterable[Tariff], month: date) -> Price | None:
    """The price that held when the counterfactual froze."""
    return next(
        (
            Price(tariff.low, tariff.high)
            for tariff in tariffs
            if tariff.valid_from.replace(day=1) <= month
        ),
        None,
    )


def _per_cycle(rows: QuerySet[IntroductionFact]) -> Iterable[tuple[int | None, str, int]]:
    return rows.values_list("cycle__number", "district__key").annotate(n=Count("id")).order_by()


def _sessions() -> QuerySet[Meeting]:
    return Meeting.objects.filter(kind=MeetingKind.LEARNING_SESSION)


def _attendances() -> QuerySet[Attendance]:
    return Attendance.objects.filter(meeting__kind=MeetingKind.LEARNING_SESSION).order_by()


def _family_members() -> Iterable[tuple[int | None, str, int]]:
    rows = _sessions().filter(family_members__isnull=False)
    return (
        rows.values_list("cycle__number", "district__key")
        .annotate(n=Sum("family_members"))
        .order_by()
    )


def _different_organisations(tables: Frame) -> Counts:
    rows = (
        _attendances()
        .values_list("meeting__district__key")
        .annotate(n=Count("organisation", distinct=True))
    )
    return {**dict.fromkeys(tables.districts, 0), **dict(rows)}
