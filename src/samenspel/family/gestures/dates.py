"""Dates as people write them in a form, in Dutch or English, to a partial date.

`2014`, `2014-03`, `14-3-2014`, `14 maart 2014`, `March 2014`, `± 1984`, `ongeveer 1984`, `1984~`,
`voor 2014`, `tussen 2010 en 2012`; also the short signs of `samenspel.family.dates`, and what
`language.say_date` says. A day comes before its month. The year always has four digits: whether
'14' is of this century, nobody can tell.
"""

import re

from samenspel.family.dates import UNKNOWN, DateError, PartialDate, Point, Precision
from samenspel.family.language import marked

WRITE_THE_YEAR = marked("Write the year with four digits, or choose 'I don't know'.")
NO_SUCH_DAY = marked("This day is not in the calendar. Look at the date again.")
TURN_ROUND = marked("The last date comes before the first. Turn them round.")

_UNKNOWN = frozenset(
    {"", "?", "onbekend", "niet bekend", "weet ik niet", "weten we niet"}
    | {"unknown", "not known", "i don't know", "we don't know"}
)
_BEFORE_IT = {
    Precision.ABOUT: (
        *("±", "+/-", "~", "ongeveer", "rond", "omstreeks", "circa", "ca.", "ca"),
        *("about", "around"),
    ),
    Precision.BEFORE: ("/", "vóór", "voor", "before"),
    Precision.AFTER: ("na", "after"),
}
_AFTER_IT = {Precision.ABOUT: "~", Precision.AFTER: "/"}
_BETWEEN = re.compile(
    r"(?:tussen|between)\s+(?P<a>.+?)\s+(?:en|and)\s+(?P<b>.+)"
    r"|(?P<c>\d{4}(?:-\d{2}){0,2})/(?P<d>\d{4}(?:-\d{2}){0,2})"
    r"|(?P<e>\d{4})\s*[-–]\s*(?P<f>\d{4})"
)

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "januari january jan",
            "februari february feb",
            "maart march mrt mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "augustus august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for word in words.split()
}
_YEAR, _MONTH, _DAY = r"(?P<y>[1-9]\d{3})", r"(?P<m>\d{1,2})", r"(?P<d>\d{1,2})"
_NAMED, _SIGN = r"(?P<name>[a-z]+)\.?", r"\s*[-/.]\s*"
_POINTS = tuple(
    re.compile(shape)
    for shape in (
        _YEAR,
        f"{_YEAR}-{_MONTH}(?:-{_DAY})?",
        f"(?:{_DAY}{_SIGN})?{_MONTH}{_SIGN}{_YEAR}",
        rf"(?:{_DAY}(?:e|th|st|nd|rd)?\s+)?{_NAMED}\s+{_YEAR}",
        rf"{_NAMED}\s+{_DAY}(?:th|st|nd|rd)?,?\s+{_YEAR}",
    )
)


def read_date(text: str) -> PartialDate:
    """The date, or `DateError` with a text of this module, which the catalogue has."""
    text = " ".join(text.lower().replace("’", "'").split())
    if text in _UNKNOWN:
        return UNKNOWN
    between = _BETWEEN.fullmatch(text)
    if between:
        first, second = (found for found in between.groups() if found)
        return _between(_point(first), _point(second))
    precision, rest = _signed(text)
    return PartialDate(precision, _point(rest))


def _between(first: Point, second: Point) -> PartialDate:
    if second.last < first.first:
        raise DateError(TURN_ROUND)
    return PartialDate(Precision.BETWEEN, first, second)


def _signed(text: str) -> tuple[Precision, str]:
    for precision, sign in _AFTER_IT.items():
        if text.endswith(sign):
            return precision, text.removesuffix(sign).strip()
    for precision, words in _BEFORE_IT.items():
        for word in words:
            rest = text.removeprefix(word)
            if rest != text and not (word.isalpha() and rest[:1].isalpha()):
                return precision, rest.strip()
    return Precision.ON, text


def _point(text: str) -> Point:
    if not text.isprintable() or len(text) > 40:
        raise DateError(WRITE_THE_YEAR)
    for shape in _POINTS:
        found = shape.fullmatch(text)
        if found:
            return _found(found.groupdict())
    raise DateError(WRITE_THE_YEAR)


def _found(parts: dict[str, str | None]) -> Point:
    name, month, day = parts.get("name"), parts.get("m"), parts.get("d")
    number = _MONTHS.get(name) if name else int(month) if month else None
    if name and number is None:
        raise DateError(WRITE_THE_YEAR)
    try:
        return Point(int(parts["y"] or 0), number, int(day) if day else None)
    except DateError:
        raise DateError(NO_SUCH_DAY) from None
