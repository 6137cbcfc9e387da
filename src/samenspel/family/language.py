"""Texts of the pure packages in the language of the reader; dates, periods and lists in words.

The texts in the code are English and are their own translation; the other languages stand in
`samenspel/locale/<lang>/LC_MESSAGES/samenspel.po`, which `make setup` compiles. Nothing here
reads a setting or a clock: the language comes from who asks.
"""

import gettext
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from samenspel.family.dates import UNKNOWN, PartialDate, Period, Point, Precision

SOURCE_LANGUAGE = "en"
_CATALOGUE = "LC_MESSAGES/samenspel"


class LanguageError(ValueError):
    """There are no texts in this language; the message says which languages there are."""


@dataclass(frozen=True)
class Translator:
    """Called with an English text: gives it in `lang`, its `{fields}` filled with the values."""

    lang: str
    catalogue: gettext.NullTranslations

    def __call__(self, text: str, /, **values: object) -> str:
        found = self.catalogue.gettext(text) if text else ""
        return found.format(**values) if values else found

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The form for this number, which the text may name as `{count}`."""
        return self.catalogue.ngettext(one, many, count).format(count=count, **values)


def marked(text: str) -> str:
    """Marks a text in a table for translation; who reads the table translates it."""
    return text


N_ = marked


def languages() -> tuple[str, ...]:
    folders = (files("samenspel") / "locale").iterdir()
    found = {one.name for one in folders if (one / f"{_CATALOGUE}.po").is_file()}
    return tuple(sorted(found | {SOURCE_LANGUAGE}))


@cache
def translator(lang: str) -> Translator:
    if lang == SOURCE_LANGUAGE:
        return Translator(lang, gettext.NullTranslations())
    if lang not in languages():
        raise LanguageError(f"There are no texts in {lang!r}; choose {', '.join(languages())}.")
    compiled = files("samenspel") / "locale" / lang / f"{_CATALOGUE}.mo"
    if not compiled.is_file():
        raise LanguageError(f"The texts in {lang!r} are not compiled yet: run `make setup`.")
    with compiled.open("rb") as opened:
        return Translator(lang, gettext.GNUTranslations(opened))


# --- Dates ----------------------------------------------------------------------------------------

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def say_date(when: PartialDate, lang: str) -> str:
    """'14 April 2019', 'about 2014', 'between 2010 and 2012', 'not known'.

    The words of a source that no calendar fits follow between quotes.
    """
    said = _say_date(when, lang)
    if not when.phrase:
        return said
    quoted = f"“{when.phrase}”"
    return f"{said} ({quoted})" if when.is_known else quoted


def _say_date(when: PartialDate, lang: str) -> str:
    _ = translator(lang)
    if when.at is None:
        return _("not known")
    at = say_point(when.at, lang)
    match when.precision:
        case Precision.ABOUT:
            return _("about {date}", date=at)
        case Precision.BEFORE:
            return _("before {date}", date=at)
        case Precision.AFTER:
            return _("after {date}", date=at)
        case Precision.BETWEEN:
            until = say_point(when.until or when.at, lang)
            return _("between {first} and {last}", first=at, last=until)
    return at


def say_point(at: Point, lang: str) -> str:
    if at.month is None:
        return str(at.year)
    month = translator(lang)(MONTHS[at.month - 1])
    return f"{month} {at.year}" if at.day is None else f"{at.day} {month} {at.year}"


def say_when(when: PartialDate, lang: str) -> str:
    """The date inside a sentence: 'on 14 April 2019', 'in 2014', 'on a day not known'."""
    _ = translator(lang)
    if not when.is_known:
        return say_date(when, lang) if when.phrase else _("on a day not known")
    if when.precision is not Precision.ON:
        return say_date(when, lang)
    has_day = when.at is not None and when.at.day is not None
    date = say_date(when, lang)
    return _("on {date}", date=date) if has_day else _("in {date}", date=date)


def say_period(period: Period, lang: str) -> str:
    """'since 2019', '2010 – 2018', 'until 2018'; empty when nothing is said about it.

    A period that begins and ends with the same date is that date: 'on 14 April 2019'.
    """
    _ = translator(lang)
    start, end = period.start, period.end
    if start == end and start.is_known:
        return say_when(start, lang)
    since = "" if start == UNKNOWN else _say_edge(start, lang)
    if end is None:
        return since and _("since {date}", date=since)
    until = _say_edge(end, lang)
    if not since:
        return _("until {date}", date=until)
    if start.precision is end.precision is Precision.ON:
        return f"{since} – {until}"
    return _("from {start} until {end}", start=since, end=until)


def _say_edge(when: PartialDate, lang: str) -> str:
    _ = translator(lang)
    if when == UNKNOWN:
        return _("a day not known")
    if when.precision is Precision.BETWEEN:
        return _("a day {between}", between=say_date(when, lang))
    return say_date(when, lang)


# --- Lists ----------------------------------------------------------------------------------------


def say_list(items: Sequence[str], lang: str) -> str:
    """'Emir, Yara and Noor'; empty when there is nothing."""
    if len(items) < 2:
        return "".join(items)
    _ = translator(lang)
    return _("{items} and {last}", items=", ".join(items[:-1]), last=items[-1])
