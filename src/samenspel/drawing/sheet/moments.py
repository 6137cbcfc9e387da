"""The days on which something changed, for the slider over a drawing."""

from collections.abc import Iterator
from datetime import date, timedelta

from samenspel.drawing.sheet.look import MOST_MOMENTS
from samenspel.family.accounts import used
from samenspel.family.dates import PartialDate, Period
from samenspel.family.facts import BirthFact, DeathFact, Fact, StageFact
from samenspel.family.keep import keep_only
from samenspel.family.statements import FamilyMap


def moments_of(seen: FamilyMap, today: date) -> tuple[date, ...]:
    """Earliest first, none after today; of too many the evenly spread ones, with both ends."""
    standing = used(keep_only(seen, lambda one: one.counts))
    days = {day for one in standing for day in _days(one.fact) if day <= today}
    return _thinned(sorted(days))


def _days(fact: Fact) -> Iterator[date]:
    if isinstance(fact, BirthFact | DeathFact | StageFact):
        yield from _day(fact.on)
    period = getattr(fact, "period", None)
    if isinstance(period, Period):
        yield from _day(period.start)
        yield from _day_after(period)


def _day(when: PartialDate) -> Iterator[date]:
    """The earliest it can have been: from then on the drawing shows it."""
    if day := when.earliest or when.middle:
        yield day


def _day_after(period: Period) -> Iterator[date]:
    """The first day on which it is certainly over: until then the drawing shows it."""
    if period.end and period.end.latest and period.end.latest < date.max:
        yield period.end.latest + timedelta(days=1)


def _thinned(days: list[date]) -> tuple[date, ...]:
    if len(days) <= MOST_MOMENTS:
        return tuple(days)
    step = (len(days) - 1) / (MOST_MOMENTS - 1)
    return tuple(days[round(nth * step)] for nth in range(MOST_MOMENTS))
