"""The legend of a systemogram: only what occurs in it."""

from collections.abc import Iterator

from samenspel.drawing.scene import Entry
from samenspel.drawing.signs.around import FLOW_WORDS, STRENGTH_WORDS
from samenspel.drawing.signs.legend import LINE, legend
from samenspel.drawing.signs.symbols import sign_of
from samenspel.drawing.systemogram.arrows import arrow_items
from samenspel.drawing.systemogram.links import Link
from samenspel.drawing.systemogram.plan import Plan

TELLING = {"diamond", "not_said", "unknown", "triangle", "pet"}  # other shapes speak for themselves


def legend_of(planned: Plan) -> tuple[Entry, ...]:
    return (*legend(_keys(planned), planned.wording.lang), *_own(planned))


def _keys(planned: Plan) -> Iterator[str]:
    people = planned.wording.family.person
    for card in planned.cards.values():
        yield card.sign
    for who in planned.names:
        yield from {sign_of(people[who])} & TELLING
        if people[who].is_index:
            yield "index"
    if {fact.person for fact in planned.wording.family.supporters} & set(planned.names):
        yield "star"
    for link in planned.around.links:
        if link.tie is not None and not link.strength:
            yield f"tie:{link.tie.tie}"
        elif link.strength is None:
            yield f"involved:{link.style}"


def _own(planned: Plan) -> Iterator[Entry]:
    _ = planned.wording._
    links = planned.around.links
    for strength, words in STRENGTH_WORDS.items():
        if any(link.strength is strength for link in links):
            line = arrow_items(Link("", "", strength=strength), LINE)
            yield Entry(tuple(line), _(words))
    for flow, words in FLOW_WORDS.items():
        if any(link.flow is flow for link in links):
            yield Entry(tuple(arrow_items(Link("", "", flow=flow), LINE)), _(words))
