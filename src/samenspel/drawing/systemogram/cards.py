"""The card of an organisation: the sign of its sector, its name, who comes and how often."""

from collections.abc import Iterator
from dataclasses import dataclass

from samenspel.drawing import text
from samenspel.drawing.genogram.labels import Line, Wording
from samenspel.drawing.scene import Area, Item, Place, Sign, Text
from samenspel.drawing.signs.around import CONTEXT_WORDS, RHYTHM_WORDS, STATUS_WORDS
from samenspel.drawing.signs.curves import rounded
from samenspel.drawing.signs.symbols import sector_of
from samenspel.drawing.systemogram.links import held
from samenspel.drawing.systemogram.routes import Box, box_around
from samenspel.family.facts import Id, InvolvedFact
from samenspel.family.language import say_date
from samenspel.family.words import Involvement

WIDE, HIGH = 204.0, 56.0
SIGN = 18.0
BEFORE = 38.0  # from the left edge to the words
AFTER = 10.0
STEP = 19.0
RADIUS = 12.0


@dataclass(frozen=True)
class Card:
    id: Id
    sign: str
    lines: tuple[Line, ...]

    @property
    def high(self) -> float:
        """56 for two lines; more when the words need more."""
        return max(HIGH, STEP * len(self.lines) + 18)


def card_of(wording: Wording, organisation: Id) -> Card:
    one = wording.family.organisation[organisation]
    context = wording._(CONTEXT_WORDS[one.context])
    name = context if wording.alias else one.name or context
    lines = [*_wrapped(name, "strong")]
    for said in dict.fromkeys(_said(wording, fact) for fact in held(wording, organisation)):
        lines += _wrapped(said, "fact")
    return Card(organisation, sector_of(one.context), tuple(lines))


def _wrapped(words: str, style: str) -> Iterator[Line]:
    for line in text.lines(words, style, WIDE - BEFORE - AFTER):
        yield Line(line, style)


def _said(wording: Wording, fact: InvolvedFact) -> str:
    """'Marloes, gezinswerker · every week', 'waiting since January 2026'."""
    who = "" if wording.alias else ", ".join(filter(None, (fact.face, fact.role)))
    often = wording._(RHYTHM_WORDS[fact.rhythm]) if fact.rhythm else ""
    parts = (who, _status(wording, fact) or often)
    return " · ".join(filter(None, parts))


def _status(wording: Wording, fact: InvolvedFact) -> str:
    if fact.status is Involvement.ACTIVE:
        return ""
    is_waiting = fact.status is Involvement.WAITING
    day = fact.period.start if is_waiting else fact.period.end
    if day is None or not day.is_known:
        return wording._(STATUS_WORDS[fact.status])
    said = say_date(day, wording.lang)
    if is_waiting:
        return wording._("waiting since {date}", date=said)
    return wording._("stopped: {date}", date=said)


def card_items(card: Card, at: Place) -> list[Item]:
    ids = (card.id,)
    box = card_box(card, at)
    first = at[1] - (len(card.lines) - 1) * STEP / 2 + text.capital("strong") / 2
    return [
        Area("organisation", ids, rounded(box, RADIUS), "organisation"),
        Sign("sector", ids, (box[0] + 20, at[1]), card.sign, SIGN),
        *(
            Text("card", ids, (box[0] + BEFORE, first + nth * STEP), line.text, line.style, "start")
            for nth, line in enumerate(card.lines)
        ),
    ]


def card_box(card: Card, at: Place) -> Box:
    return box_around(at, WIDE, card.high)
