"""A timeline as text: year by year what began or happened, for where the drawing is too wide."""

from collections.abc import Iterator, Sequence
from datetime import date

from samenspel.drawing.genogram.labels import Wording
from samenspel.drawing.sheet.ids import StatementIds
from samenspel.drawing.timeline.entries import Entry, entries, lane_order
from samenspel.drawing.words.paragraphs import Line, Section
from samenspel.drawing.words.voice import Voice, capital
from samenspel.family.dates import Period
from samenspel.family.facts import Id

SAID_WITH_DATE = ("birth", "death")


def years_of(wording: Wording, voice: Voice, ids: StatementIds) -> tuple[Section, ...]:
    """The earliest first, what has no year last."""
    found = entries(wording, lane_order(wording))
    years: dict[int | None, dict[str, list[Entry]]] = {}
    for one in sorted(found, key=_begins):
        words = voice.joined(one.words, *_dates(one, voice))
        years.setdefault(_year(one), {}).setdefault(words, []).append(one)
    return tuple(
        Section(
            str(year or voice._("When is not known")),
            tuple(_line(words, same, voice, ids) for words, same in said.items()),
        )
        for year, said in years.items()
    )


def _begins(one: Entry) -> date:
    when = one.when or (one.period.start if one.period else None)
    return (when.middle if when else None) or next(one.days(), date.max)


def _year(one: Entry) -> int | None:
    begins = _begins(one)
    return None if begins == date.max else begins.year


def _line(words: str, same: Sequence[Entry], voice: Voice, ids: StatementIds) -> Line:
    """What is so of several people is said once; it leads to the first."""
    first = same[0]
    thing: Id = (ids.take(first.fact) if first.fact else "") or first.lane
    who = voice.all(dict.fromkeys(one.lane for one in same))
    return Line(capital(f"{who}: {words}"), (thing,))


def _dates(one: Entry, voice: Voice) -> Iterator[str]:
    if one.period is not None:
        yield voice.period(one.period)
    elif one.when is not None and one.when.is_known and one.kind not in SAID_WITH_DATE:
        yield voice.period(Period(one.when, one.when))
