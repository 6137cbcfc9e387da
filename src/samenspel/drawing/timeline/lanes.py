"""Bars and marks in rows under each other, so that none lies on another: interval colouring.

Taking them from left to right and putting each in the first free row uses as few rows as there
are items side by side at the busiest place, and no colouring can do with fewer.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from samenspel.family.dates import PartialDate, Period

Extent = tuple[float, float]

NARROWEST, WIDEST = 640.0, 1080.0
PER_YEAR = 72.0
YEAR = timedelta(days=365.25)
EARLY = 0.25  # of the width, for the years before the story begins
EARLY_DAYS = 8 * 365
STEPS = (1, 2, 5, 10, 20, 50)
LABEL = 46.0  # room for the label of a year
TICK = 9.0
LAST = date(9999, 1, 1)


def in_rows(extents: Sequence[Extent], gap: float) -> list[int]:
    """The row of each extent; those in one row are at least `gap` apart."""
    rows = [0] * len(extents)
    ends: list[float] = []
    for nth in sorted(range(len(extents)), key=lambda nth: (extents[nth][0], nth)):
        start, end = extents[nth]
        row = next((row for row, last in enumerate(ends) if last + gap <= start), len(ends))
        if row == len(ends):
            ends.append(end)
        ends[row] = end
        rows[nth] = row
    return rows


def most_at_once(extents: Sequence[Extent], gap: float) -> int:
    """At the busiest place: fewer rows are not possible."""
    starts = sorted(start for start, _ in extents)
    ends = sorted(end + gap for _, end in extents)
    return max((nth + 1 - bisect_right(ends, start) for nth, start in enumerate(starts)), default=0)


# --- The axis -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Axis:
    """From days to places. Years before `bend` are narrower than those after it; there `early`
    of the width is theirs. Without them `bend` is the first day."""

    first: date
    bend: date
    last: date
    left: float
    early: float
    wide: float

    @property
    def right(self) -> float:
        return self.left + self.wide

    @property
    def has_bend(self) -> bool:
        return self.early > 0

    def x(self, day: date) -> float:
        if day < self.bend:
            return self.left + self.early * max(_share(self.first, day, self.bend), 0.0)
        share = min(_share(self.bend, day, self.last), 1.0)
        return self.left + self.early + (self.wide - self.early) * share

    def years(self) -> list[int]:
        """The years that get a label: round ones, none too near to the next."""
        kept: list[int] = []
        for year in reversed(self.every_year()):
            x = self.x(date(year, 1, 1))
            later = self.x(date(kept[-1], 1, 1)) if kept else x + LABEL
            if year % self._step(year) == 0 and later - x >= LABEL:
                kept.append(year)
        return kept[::-1]

    def _step(self, year: int) -> int:
        per_year = self._per_year(year)
        return next((step for step in STEPS if step * per_year >= LABEL), 100)

    def _per_year(self, year: int) -> float:
        in_early = date(year, 1, 1) < self.bend
        start, end = (self.first, self.bend) if in_early else (self.bend, self.last)
        wide = self.early if in_early else self.wide - self.early
        return wide / max((end - start) / YEAR, 1e-9)

    def ticks(self) -> list[int]:
        """The years that get a stroke; of narrow years only the round ones."""
        labelled = set(self.years())
        return [
            year
            for year in self.every_year()
            if year in labelled or self._per_year(year) >= TICK or year % 10 == 0
        ]

    def every_year(self) -> list[int]:
        return [
            year
            for year in range(self.first.year, self.last.year + 1)
            if self.first <= date(year, 1, 1) <= self.last
        ]


def _year(year: int) -> date:
    return date(min(max(year, 1), LAST.year), 1, 1)


def _share(first: date, day: date, last: date) -> float:
    return (day - first).days / ((last - first).days or 1)


def axis_over(days: Sequence[date], story: Sequence[date], on: date, left: float) -> Axis:
    """Whole years around all days, at least two; as wide as they need, and fit for a page.

    `story` are the days of what happened. When long before it there are only births, bonds and
    deaths, those years are made narrow.
    """
    first = date(min([*days, on]).year, 1, 1)
    latest = max([*days, on])
    last = _year(latest.year + 1) if latest > on else min(on, LAST) + timedelta(days=45)
    if (last - first).days < 730:
        first = _year(first.year - 1)
    bend = date(min([*story, on]).year, 1, 1)
    if (bend - first).days < max(EARLY_DAYS, (last - first).days / 3) or (on - bend).days < 730:
        bend = first
    wide = min(max((last - bend) / YEAR * PER_YEAR, NARROWEST), WIDEST)
    early = 0.0 if bend == first else min((bend - first) / YEAR * PER_YEAR, EARLY * wide)
    return Axis(first, bend, last, left, early, wide)


# --- Spans with ends that are sure or not ---------------------------------------------------------


@dataclass(frozen=True)
class Span:
    """From `start` to `end`; what lies between `sure_from` and `sure_until` is certain.

    When nothing is certain, `sure_from` is not before `sure_until`. `asks_start` and `asks_end`:
    that end could be still further away. `goes_on`: it has not ended on the day.
    """

    start: date
    sure_from: date
    sure_until: date
    end: date
    asks_start: bool = False
    asks_end: bool = False
    goes_on: bool = False


def span_of(period: Period, on: date, since: date) -> Span:
    """`since` is the first day it can have been: a birth, or the beginning of the axis."""
    start, sure_from = _edges(period.start, since, None)
    last = max(on, start)
    if period.end is None:
        sure = sure_from if sure_from is not None else last
        return Span(start, min(sure, last), last, last, period.start.earliest is None, False, True)
    sure_until, end = period.end.earliest, period.end.latest
    reach = end or max(last, sure_until or start)
    return Span(
        start=min(start, reach),
        sure_from=sure_from if sure_from is not None else reach,
        sure_until=sure_until if sure_until is not None else start,
        end=reach,
        asks_start=period.start.earliest is None,
        asks_end=end is None,
    )


def _edges(when: PartialDate, since: date, until: date | None) -> tuple[date, date | None]:
    first, last = when.earliest, when.latest
    if first is None:
        return (min(since, last) if last else since), last
    return first, last if last is not None else until
