"""Dates as GEDCOM writes them, and back.

What a partial date cannot hold (another calendar, BC, a double year, "calculated") stands in its
phrase as the file had it. A phrase that reads as the very date it belongs to is written as the
date itself, so that such a date comes back as it was.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from samenspel.family.dates import ALWAYS, UNKNOWN, DateError, PartialDate, Period, Point, Precision

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_MONTH = {name: number for number, name in enumerate(MONTHS, 1)} | {
    "JANUARY": 1, "FEBRUARY": 2, "MARCH": 3, "APRIL": 4, "JUNE": 6, "JULY": 7, "AUGUST": 8,
    "SEPT": 9, "SEPTEMBER": 9, "OCTOBER": 10, "NOVEMBER": 11, "DECEMBER": 12,
    "JANUARI": 1, "FEBRUARI": 2, "MRT": 3, "MAART": 3, "MEI": 5, "JUNI": 6, "JULI": 7,
    "AUGUSTUS": 8, "OKT": 10, "OKTOBER": 10,
}  # fmt: skip
_POINT = re.compile(r"(?:(?:(\d{1,2}) )?([A-Z]+)\.? )?(\d{1,4})(?:/(\d{2,4}))?")
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_GREGORIAN = re.compile(r"@#DGREGORIAN@ |GREGORIAN ")
_CALENDAR = re.compile(r"@#D([A-Z ]+)@ |(JULIAN|FRENCH_R|HEBREW|ROMAN|_[A-Z0-9_]+) ")
_BEFORE_CHRIST = re.compile(r" (?:B\.?C\.?(?:E\.?)?)(?: |$)")
_APPROXIMATE = {
    "ABT": Precision.ABOUT, "CAL": Precision.ABOUT, "EST": Precision.ABOUT,
    "BEF": Precision.BEFORE, "AFT": Precision.AFTER,
}  # fmt: skip
_RANGE = re.compile(r"BET (.+?) AND (.+)")
_PERIOD = re.compile(r"FROM (.+?)(?: TO (.+))?|TO (.+)")
_INTERPRETED = re.compile(r"INT (.+?) ?\((.*)\)", re.DOTALL | re.IGNORECASE)
_PHRASE = re.compile(r"\((.*)\)", re.DOTALL)


@dataclass(frozen=True)
class Said:
    """A date that was read. Not `understood`: all of it went into the phrase."""

    when: PartialDate
    understood: bool = True


@lru_cache(maxsize=4096)
def parse(text: str) -> Said:
    text = text.strip()
    if not text:
        return Said(UNKNOWN)
    words = _PHRASE.fullmatch(text)
    if words:
        return Said(PartialDate(phrase=words[1]))
    try:
        return _parse(text)
    except DateError:
        return Said(PartialDate(phrase=text), understood=False)


def _parse(text: str) -> Said:
    plain = _POINT.fullmatch(text.upper())
    if plain and not plain[4] and (at := _point_of(plain)):
        return Said(PartialDate(Precision.ON, at))
    interpreted = _INTERPRETED.fullmatch(text)
    if interpreted:
        inner = _plain(_normal(interpreted[1]))
        if inner is None or inner.precision is not Precision.ON:
            return Said(PartialDate(phrase=text))
        return Said(_with_phrase(inner, interpreted[2]))
    normal = _normal(text)
    if _CALENDAR.search(normal) or _BEFORE_CHRIST.search(normal):
        return Said(PartialDate(phrase=text))
    when = _plain(normal)
    if when is None:
        return Said(PartialDate(phrase=text), understood=False)
    exact = "/" not in normal and not normal.startswith(("CAL ", "EST ", "FROM ", "TO "))
    return Said(when if exact else _with_phrase(when, text))


def _normal(text: str) -> str:
    """Capitals and single spaces, without the calendar that is ours anyway."""
    return _GREGORIAN.sub("", " ".join(text.upper().split()) + " ").strip()


def _with_phrase(when: PartialDate, phrase: str) -> PartialDate:
    return PartialDate(when.precision, when.at, when.until, phrase)


def _plain(text: str) -> PartialDate | None:
    first, _, rest = text.partition(" ")
    if first in _APPROXIMATE:
        at = _point(rest)
        return PartialDate(_APPROXIMATE[first], at) if at else None
    between = _RANGE.fullmatch(text)
    if between:
        return _between(between[1], between[2])
    period = _PERIOD.fullmatch(text)
    if period:
        return _some_day_in(*period.groups())
    at = _point(text)
    return PartialDate(Precision.ON, at) if at else None


def _between(first: str, last: str) -> PartialDate | None:
    start, end = _point(first), _point(last)
    if start is None or end is None:
        return None
    if end.last < start.first:
        start, end = end, start
    return PartialDate(Precision.BETWEEN, start, end)


def _some_day_in(start: str | None, end: str | None, only_end: str | None) -> PartialDate | None:
    """A period where a day is asked: some day within it."""
    if start and end:
        return _between(start, end)
    at = _point(start or only_end or "")
    if at is None:
        return None
    return PartialDate(Precision.AFTER if start else Precision.BEFORE, at)


def _point(text: str) -> Point | None:
    iso = _ISO.fullmatch(text)
    if iso:
        return Point(int(iso[1]), int(iso[2]), int(iso[3]) if iso[3] else None)
    found = _POINT.fullmatch(text)
    return _point_of(found) if found else None


def _point_of(found: re.Match[str]) -> Point | None:
    day, name, year, second = found.groups()
    if name is not None and name not in _MONTH:
        return None
    return Point(
        int(year) + bool(second),  # a double year: the second is the one of our calendar
        _MONTH[name] if name else None,
        int(day) if day else None,
    )


def is_standard(text: str) -> bool:
    """Reads the same in GEDCOM 5.5.1 and 7."""
    said = parse(text)
    return said.understood and not said.when.phrase


# --- Writing --------------------------------------------------------------------------------------

_WRITTEN = {Precision.ABOUT: "ABT ", Precision.BEFORE: "BEF ", Precision.AFTER: "AFT "}
_ONLY_IN_5 = re.compile(r"[@/(]|(?i:INT )")
_ONLY_IN_7 = re.compile(r"(?i)\b(?:JULIAN|HEBREW|FRENCH_R|GREGORIAN|BCE)\b")


def render(when: PartialDate, *, version_7: bool) -> tuple[str, str]:
    """The date, and the phrase that must stand beside it; both may be empty."""
    phrase = when.phrase
    if not phrase:
        return _render(when), ""
    if parse(phrase) == Said(when) and not (_ONLY_IN_5 if version_7 else _ONLY_IN_7).search(phrase):
        return phrase, ""
    interpreted = "" if version_7 else _interpreted(when)
    return (interpreted, "") if interpreted else (_render(when), phrase)


def _interpreted(when: PartialDate) -> str:
    """As 5.5.1 says a date with words, if it can."""
    text = f"INT {_render(when)} ({when.phrase})" if when.at else f"({when.phrase})"
    return text if parse(text) == Said(when) else ""


def _render(when: PartialDate) -> str:
    if when.at is None:
        return ""
    if when.until is not None:
        return f"BET {_render_point(when.at)} AND {_render_point(when.until)}"
    return _WRITTEN.get(when.precision, "") + _render_point(when.at)


def _render_point(point: Point) -> str:
    parts = [str(point.day)] if point.day else []
    parts += [MONTHS[point.month - 1]] if point.month else []
    return " ".join([*parts, str(point.year)])


# --- Periods --------------------------------------------------------------------------------------


def parse_period(text: str) -> Period | None:
    """The period a date tells, of one day for a single day; None when it tells none."""
    said = parse(text)
    if not said.understood or not said.when.is_known:
        return None
    found = _PERIOD.fullmatch(_normal(text))
    if found is None:
        return None if said.when.phrase else _one_day(said.when)
    start, end, only_end = (parse(part).when if part else None for part in found.groups())
    try:
        return Period(start or UNKNOWN, end or only_end)
    except DateError:
        return None


def _one_day(when: PartialDate) -> Period:
    return Period(when, when)


def render_period(period: Period) -> str | None:
    """A date that reads as this period; empty for always, None when there is no such date."""
    if period == ALWAYS:
        return ""
    start, end = period.start, period.end
    text = _render_one_day(start) if start == end else _render_span(start, end)
    return text if parse_period(text) == period else None


def _render_one_day(when: PartialDate) -> str:
    return "" if when.phrase else _render(when)


def _render_span(start: PartialDate, end: PartialDate | None) -> str:
    parts = [f"FROM {_render(start)}"] if start.is_known else []
    parts += [f"TO {_render(end)}"] if end is not None else []
    return " ".join(parts)
