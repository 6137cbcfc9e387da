"""Recomputes published figures from the loaded demonstration, with the queries that the page uses.

One function per family of facts; the id of a fact says which one, and the rest of the id are its
arguments: `sessions.cycle1.west` is `sessions("cycle1", "west")`.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet, Sum

from samenspel.web.agenda.models import LearningQuestion
from samenspel.web.demonstration.loader import read
from samenspel.web.figures.interim import InterimFigures
from samenspel.web.figures.models import CaseFact, Tariff
from samenspel.web.meetings.models import Attendance, LearningCycle, Meeting, MeetingKind

OTHER_EFFORT = {
    "own_effort_swt_under_5_talks",
    "own_effort_swt_5_10_talks",
    "own_effort_with_gz_psychologist",
    "solution_with_school",
    "jggz_stopped_social_base",
    "referral_half_budget",
    "parents_pay_themselves",
}
PRODUCT = {"jeugd_en_opvoedhulp": "jo"}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Recomputed:
    """The answers, by the id of the fact."""

    def __init__(self, figures: InterimFigures) -> None:
        self.figures = figures

    def answer(self, fact_id: str) -> Any:
        family, *rest = fact_id.split(".")
        method: Callable[..., Any] = getattr(self, family)
        return method(*rest)

    def decisions(self, district: str, what: str) -> float:
        counts = self.figures.decisions[district]
        part = {"reindication": "again"}.get(
            what.removesuffix("_share"), what.removesuffix("_share")
        )
        share = what.endswith("_share")
        return round(counts[part] / counts["total"], 2) if share else counts[part]

    def sessions(self, cycle: str, district: str) -> int:
        return _in(self.figures.sessions, cycle, district)

    def new_cases(self, cycle: str, district: str) -> int:
        return _in(self.figures.introductions, cycle, district)

    def partners(self, cycle: str, district: str) -> int:
        if cycle == "total":
            return self.figures.partners["total"][district]
        return _in(self.figures.partners, cycle, district)

    def attendance(self, cycle: str, district: str) -> dict[str, int | None]:
        rows = _attendances().filter(meeting__district__key=district)
        family = _sessions().filter(district__key=district)
        if cycle != "total":
            number = cycle.removeprefix("cycle")
            rows = rows.filter(meeting__cycle__number=number)
            family = family.filter(cycle__number=number)
        came = family.aggregate(n=Sum("family_members"))["n"]
        return {**_people_per_line(rows), **({"family_members": came} if came else {})}

    def network_figure(self, organisation: str) -> int | None:
        rows = _attendances().filter(organisation__name=_names()[organisation])
        if rows.values("function").distinct().count() > 1:
            return rows.values("meeting").distinct().count()
        total: int | None = rows.aggregate(n=Sum("people"))["n"]
        return total

    def partner_meeting(self, month: str, district: str, _present: str) -> int | None:
        year, number = month.split("-")
        day = {"held_on__year": year, "held_on__month": number}
        return Meeting.objects.get(district__key=district, **day).people_present

    def planning(self, what: str, district: str = "") -> Any:
        if what == "session_day":
            days = _sessions().filter(district__key=district).values_list("held_on", flat=True)
            (weekday,) = {WEEKDAYS[day.weekday()] for day in days}
            return weekday
        if what == "partner_meetings":
            rows = Meeting.objects.filter(kind=MeetingKind.PARTNER_MEETING).order_by("held_on")
            return [day.isoformat() for day in rows.values_list("held_on", flat=True)]
        if what == "start_meeting_partners":
            rows = Meeting.objects.filter(kind=MeetingKind.KICK_OFF)
            (day,) = set(rows.values_list("held_on", flat=True))
            return day.isoformat()
        cycle = LearningCycle.objects.get(number=what.removeprefix("weekly_sessions_"))
        return f"{cycle.starts_on}/{cycle.ends_on}"

    def cycle1(self, _period: str) -> str:
        return _months_of_cycle(1)

    def cycle2(self, _period: str) -> str:
        return _months_of_cycle(2)

    def cycle3(self, _period: str) -> str:
        return _months_of_cycle(3)

    def cases(self, what: str, part: str = "") -> Any:
        counts = self.figures.cases.values()
        if what == "discussed":
            return sum(n["cases"] for n in counts)
        if what in {"open", "closed"}:
            return sum(n[what] for n in counts)
        if what == "contrast":
            theme, lower = {"zuid": ("safety", "west"), "west": ("separation", "zuid")}[part]
            assert _share_of_theme(part, theme) > _share_of_theme(lower, theme)
            return f"share of {theme}: {part} above {lower}"
        return _not_at_school_share()

    def closed(self, what: str, key: str = "", part: str = "") -> Any:
        figures = self.figures
        if what == "outcome":
            return figures.by_outcome[key]
        if what == "other_effort":
            return sum(figures.by_outcome[outcome] for outcome in OTHER_EFFORT)
        if what == "avoided_total":
            return figures.avoided.mid
        if what == "avoided_per_case":
            return figures.avoided.per_case
        if part == "count":
            return figures.by_counterfactual[key]
        tariff = Tariff.objects.get(product__key=key)
        return [tariff.low, tariff.high]

    def open(self, _expected: str, product: str) -> int:
        return self.figures.open_expected[PRODUCT.get(product, product)]

    def agenda(self, what: str, part: str = "", cycle: str = "") -> Any:
        if what == "questions_quoted":
            return sum(self.figures.questions.values())
        asked = _categories(1)
        return sorted(asked - _categories(3)) if part == "absent" else sorted(asked)


def questions_per_combination() -> dict[tuple[int, str, str, str], int]:
    counted: dict[tuple[int, str, str, str], int] = {}
    for question in LearningQuestion.objects.select_related("cycle", "district", "category"):
        assert question.cycle
        assert question.category
        district = question.district.key if question.district else ""
        key = (question.cycle.number, district, question.asker, question.category.key)
        counted[key] = counted.get(key, 0) + 1
    return counted


def _categories(cycle: int) -> set[str]:
    return {category for number, _, _, category in questions_per_combination() if number == cycle}


def _months_of_cycle(number: int) -> str:
    days = sorted(_sessions().filter(cycle__number=number).values_list("held_on", flat=True))
    return f"{days[0]:%Y-%m}/{days[-1]:%Y-%m}"


def _in(table: dict[str, dict[str, int]], cycle: str, district: str) -> int:
    """A cell, or the sum over the cycles."""
    if cycle == "total":
        return sum(counts[district] for counts in table.values())
    return table[cycle.removeprefix("cycle")][district]


def _sessions() -> QuerySet[Meeting]:
    return Meeting.objects.filter(kind=MeetingKind.LEARNING_SESSION)


def _attendances() -> QuerySet[Attendance]:
    return Attendance.objects.filter(meeting__kind=MeetingKind.LEARNING_SESSION)


def _people_per_line(rows: QuerySet[Attendance]) -> dict[str, int | None]:
    """`key` or `key (function)` to the number of people; None where nobody counted."""
    keys = {name: key for key, name in _names().items()}
    lines = rows.values_list("organisation__name", "function").annotate(n=Sum("people"))
    return {_line(keys[name], function): n for name, function, n in lines}


def _line(key: str, function: str) -> str:
    return f"{key} ({function})" if function else key


def _names() -> dict[str, str]:
    return {row["key"]: row["name"] for row in read("organisations")}


def _share_of_theme(district: str, theme: str) -> float:
    themes = list(CaseFact.objects.filter(district__key=district).values_list("themes", flat=True))
    return sum(theme in each for each in themes) / len(themes)


def _not_at_school_share() -> float:
    older = [
        fact
        for fact in CaseFact.objects.filter(kind="existing")
        if {"12_15", "16_17"} & set(fact.age_groups)
    ]
    return round(sum("not_at_school" in fact.themes for fact in older) / len(older), 2)
