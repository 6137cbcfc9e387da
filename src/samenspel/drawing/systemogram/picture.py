"""The systemogram: the homes in the middle, around them who is involved and at whom directed.

Every organisation stands once, on the order of the ring in which the fewest arrows cross. At whom
nobody is directed is marked in honey and said in a sentence; that is a fact, not an alarm. Ties
between people who both have a home are for the genogram, ties within the ring for the words.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from samenspel.drawing.genogram.labels import Wording
from samenspel.drawing.scene import Area, Item, Place, Scene, Text
from samenspel.drawing.signs.curves import rounded
from samenspel.drawing.signs.symbols import selection, symbol
from samenspel.drawing.systemogram.around import Around, around, numbers_in_words
from samenspel.drawing.systemogram.arrows import arrow_items
from samenspel.drawing.systemogram.cards import card_items
from samenspel.drawing.systemogram.descriptions import RADIUS, marked_people, standing, words_of
from samenspel.drawing.systemogram.homes import SYMBOL
from samenspel.drawing.systemogram.legend import legend_of
from samenspel.drawing.systemogram.lines import lines_of
from samenspel.drawing.systemogram.plan import Plan, plan
from samenspel.drawing.systemogram.routes import Box, box_around, grown
from samenspel.drawing.text import ascent, descent, width
from samenspel.family.dates import PartialDate
from samenspel.family.facts import Id
from samenspel.family.family import Family
from samenspel.family.language import say_date, say_list

MARGIN = 24.0


def systemogram(
    family: Family,
    *,
    on: date,
    lang: str,
    alias: bool = False,
    positions: Mapping[Id, Place] | None = None,
) -> Scene:
    """`positions` gives where organisations stood before; they stay there if no arrow minds."""
    return drawn(plan(Wording(family, on, lang, alias), positions))


def drawn(planned: Plan) -> Scene:
    """The picture of what has its place already."""
    wording = planned.wording
    numbers = around(wording.family, wording.on)
    items = [
        *_outlines(planned),
        *_honey(planned, numbers),
        *_arrows(planned),
        *_people(planned),
        *_cards(planned),
        *words_of(planned, numbers),
    ]
    return Scene(
        items=tuple(items),
        box=grown(_box_of(planned, items), MARGIN),
        title=_title(wording),
        description=_description(planned, numbers),
        lang=wording.lang,
        legend=legend_of(planned),
    )


# --- What stands there ----------------------------------------------------------------------------


def _outlines(planned: Plan) -> Iterator[Item]:
    for home in planned.homes:
        if home.id:
            yield Area("house", (home.id, *home.people), rounded(home.box, RADIUS), "house")


def _honey(planned: Plan, numbers: Around) -> Iterator[Item]:
    for who in marked_people(planned, numbers):
        yield selection(planned.wording.family.person[who], planned.places[who], SYMBOL)


def _people(planned: Plan) -> Iterator[Item]:
    wording = planned.wording
    supporters = {fact.person for fact in wording.family.supporters}
    for who, name in planned.names.items():
        person, at = wording.family.person[who], planned.places[who]
        inside = "" if name.lines else None
        yield from symbol(
            person, at, wording.on, size=SYMBOL, inside=inside, supporter=who in supporters
        )
        yield from name.items(at)


def _cards(planned: Plan) -> Iterator[Item]:
    for one, card in planned.cards.items():
        yield from card_items(card, planned.places[one])


def _arrows(planned: Plan) -> Iterator[Item]:
    for link, line in zip(planned.around.links, lines_of(planned), strict=True):
        yield from arrow_items(link, line)


# --- The whole ------------------------------------------------------------------------------------


def _box_of(planned: Plan, items: Iterable[Item]) -> Box:
    boxes = [home.box for home in planned.homes] + standing(planned)
    boxes += [_text_box(item) for item in items if isinstance(item, Text)]
    boxes += [box_around(at, 12, 12) for line in planned.routes for at in line.places]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))


def _text_box(item: Text) -> Box:
    wide = width(item.text, item.style)
    left = item.at[0] - {"start": 0.0, "middle": wide / 2, "end": wide}[item.anchor]
    top, bottom = item.at[1] - ascent(item.style), item.at[1] + descent(item.style)
    return (left, top, left + wide, bottom)


def _title(wording: Wording) -> str:
    homes = [wording.home(house) for house in wording.family.households if wording.members(house)]
    day = say_date(PartialDate.on(wording.on), wording.lang)
    if not homes:
        return wording._("Who is involved, {date}", date=day)
    return wording._(
        "Who is involved: {homes}, {date}", homes=say_list(homes, wording.lang), date=day
    )


def _description(planned: Plan, numbers: Around) -> str:
    wording = planned.wording
    names = {one: _name(planned, one) for one in _everyone(planned)}
    said = numbers_in_words(numbers, names, wording.lang)
    for one in planned.around.organisations:
        targets = [link.target for link in planned.around.links if link.source == one]
        if targets:
            at = say_list([names[target] for target in targets], wording.lang)
            said.append(
                wording._(
                    "{organisation} is directed at {names}", organisation=names[one], names=at
                )
            )
    return ". ".join(said) + "."


def _everyone(planned: Plan) -> Iterator[Id]:
    yield from planned.wording.family.person
    yield from planned.wording.family.household
    yield from planned.wording.family.organisation


def _name(planned: Plan, one: Id) -> str:
    wording = planned.wording
    if one in wording.family.person:
        return wording.name(one) or wording._("somebody without a name")
    if one in wording.family.household:
        return wording._("everybody: {home}", home=wording.home(wording.family.household[one]))
    if one in planned.cards:
        lines = planned.cards[one].lines
        return " ".join(line.text for line in lines if line.style == "strong")
    return wording._("somebody else")
