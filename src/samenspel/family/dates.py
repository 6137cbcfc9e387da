"""Dates as people remember them: a day, a month, a year, about, before, after, or not known.

A partial date stands for an interval of days; two partial dates are compared by what is certain.
Written short, after EDTF (ISO 8601-2) where it has a sign: `2014-03-09`, `2014-03`, `2014`,
`2014~` (about), `/2014` (before or in), `2014/` (in or after), `2010/2012` (some day between),
`?` (not known). `phrase` keeps the words of a source that no calendar fits.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

ABOUT = timedelta(days=366)  # "about 2014" leaves a year on either side
_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class DateError(ValueError):
    """The text is no date; the message says how to write one."""


class Precision(StrEnum):
    ON = "on"
    ABOUT = "about"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"
    UNKNOWN = "unknown"


@dataclass(frozen=True, order=True)
class Point:
    """A year, perhaps with its month, perhaps with its day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise DateError("A day needs its month.")
        try:
            date(self.year, self.month or 1, self.day or 1)
        except ValueError as error:
            raise DateError(f"{self.year}-{self.month}-{self.day} is no date: {error}.") from None

    @property
    def first(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @classmethod
    def parse(cls, text: str) -> "Point":
        found = _POINT.fullmatch(text)
        if found is None:
            raise DateError(f"Write {text!r} as 2014, 2014-03 or 2014-03-09.")
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None, "the expression asks for a year"
        return cls(year, month, day)

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@dataclass(frozen=True)
class PartialDate:
    """`at` is the date, or the first of two when `precision` is `BETWEEN` (then with `until`)."""

    precision: Precision = Precision.UNKNOWN
    at: Point | None = None
    until: Point | None = None
    phrase: str = ""

    def __post_init__(self) -> None:
        if (self.at is None) != (self.precision is Precision.UNKNOWN):
            raise DateError("Only a date that is not known stands without a year.")
        if (self.until is None) != (self.precision is not Precision.BETWEEN):
            raise DateError("A date between two others needs both, and no other date does.")
        if self.at and self.until and self.until.last < self.at.first:
            raise DateError(f"{self.until} comes before {self.at}: turn them round.")

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        text = text.strip()
        if text in {"", "?"}:
            return UNKNOWN
        if text.endswith("~"):
            return cls(Precision.ABOUT, Point.parse(text[:-1]))
        if text.startswith("/"):
            return cls(Precision.BEFORE, Point.parse(text[1:]))
        if text.endswith("/"):
            return cls(Precision.AFTER, Point.parse(text[:-1]))
        first, slash, second = text.partition("/")
        if slash:
            return cls(Precision.BETWEEN, Point.parse(first), Point.parse(second))
        return cls(Precision.ON, Point.parse(text))

    @classmethod
    def on(cls, day: date) -> "PartialDate":
        return cls(Precision.ON, Point(day.year, day.month, day.day))

    def __str__(self) -> str:
        match self.precision:
            case Precision.UNKNOWN:
                return "?"
            case Precision.ABOUT:
                return f"{self.at}~"
            case Precision.BEFORE:
                return f"/{self.at}"
            case Precision.AFTER:
                return f"{self.at}/"
            case Precision.BETWEEN:
                return f"{self.at}/{self.until}"
        return str(self.at)

    @cached_property
    def earliest(self) -> date | None:
        """The first day it can have been; None when any earlier day can."""
        if self.at is None or self.precision is Precision.BEFORE:
            return None
        if self.precision is Precision.ABOUT:
            return _shift(self.at.first, -ABOUT)
        return self.at.first

    @cached_property
    def latest(self) -> date | None:
        """The last day it can have been; None when any later day can."""
        if self.at is None or self.precision is Precision.AFTER:
            return None
        if self.precision is Precision.ABOUT:
            return _shift(self.at.last, ABOUT)
        return (self.until or self.at).last

    @property
    def is_known(self) -> bool:
        return self.at is not None

    @property
    def middle(self) -> date | None:
        """One day to sort or to place it by: the middle of what is known."""
        first, last = self.earliest, self.latest
        if first and last:
            return first + (last - first) / 2
        return first or last

    def is_certainly_before(self, other: "PartialDate") -> bool:
        return bool(self.latest and other.earliest and self.latest < other.earliest)

    def is_certainly_after_day(self, day: date) -> bool:
        return self.earliest is not None and self.earliest > day

    def is_certainly_before_day(self, day: date) -> bool:
        return self.latest is not None and self.latest < day


UNKNOWN = PartialDate()


def _shift(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.min if by < timedelta(0) else date.max


@dataclass(frozen=True)
class Period:
    """From a start to an end. An `end` of None has not come; an unknown end has, some day."""

    start: PartialDate = UNKNOWN
    end: PartialDate | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end.is_certainly_before(self.start):
            raise DateError(f"The end {self.end} comes before the start {self.start}.")

    def may_hold_on(self, day: date) -> bool:
        """False only when the day certainly lies outside."""
        if self.start.is_certainly_after_day(day):
            return False
        return self.end is None or not self.end.is_certainly_before_day(day)


ALWAYS = Period()


def whole_years(born: PartialDate, on: date) -> tuple[int, bool] | None:
    """Age in whole years on a day, and whether it is certain; None when the birth is not known."""
    if born.at is None or born.precision in {Precision.BEFORE, Precision.AFTER}:
        return None
    first, last = born.at.first, (born.until or born.at).last
    oldest, youngest = _years(first, on), _years(last, on)
    certain = oldest == youngest and born.precision is Precision.ON
    return max(_years(first + (last - first) / 2, on), 0), certain


def _years(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
