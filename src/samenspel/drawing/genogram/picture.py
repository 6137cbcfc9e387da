"""The genogram as a picture: symbols, lines, homes, words, ties and a legend, from a placement.

The order of work is the order in which things may claim room: symbols and lines first (only their
heights wait), then labels, then the outlines of homes, then the distance between the rows, then
the ties, which go round all that is there, and last the words beside lines.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from samenspel.drawing.genogram import drawn, notes
from samenspel.drawing.genogram.couples import Bond
from samenspel.drawing.genogram.house_shapes import outline_path
from samenspel.drawing.genogram.keys import keys_of
from samenspel.drawing.genogram.labels import Wording
from samenspel.drawing.genogram.partner_lines import Years, partner_items
from samenspel.drawing.genogram.patterns import STYLES, draw_pattern, pattern_entries
from samenspel.drawing.genogram.sheet import NUMERAL, Sheet
from samenspel.drawing.genogram.tie_routes import Ground, best_way
from samenspel.drawing.placement import Placement
from samenspel.drawing.scene import Area, Item, Scene, Stroke, Text
from samenspel.drawing.signs import symbol, tie_strokes
from samenspel.drawing.signs.legend import legend
from samenspel.drawing.text import capital
from samenspel.drawing.words.summary import summary
from samenspel.family.dates import PartialDate
from samenspel.family.facts import PatternFact, TieFact
from samenspel.family.family import Family
from samenspel.family.language import say_date
from samenspel.family.words import PatternKind

BANDS = STYLES[PatternKind.COALITION]  # so wide that lines go over it


CAREFUL = 20  # ties that get the best way there is


@dataclass(frozen=True)
class Genogram:
    """The picture, the placement with the heights that the picture has, and the sheet on which
    everything took its place."""

    scene: Scene
    placement: Placement
    sheet: Sheet


def genogram(
    family: Family,
    placement: Placement,
    *,
    on: date,
    lang: str,
    alias: bool = False,
    ties: bool = True,
    title: str | None = None,
    terse: bool = False,
) -> Genogram:
    """Draws the family as it is on a day. With `alias` no name stands anywhere in the picture;
    `terse` is for a small screen, without dates and without numbers of generations."""
    wording = Wording(family, on, lang, alias, terse)
    sheet = Sheet(wording, placement)
    felt = _drawable(family.ties, sheet) if ties else []
    patterns = _patterns(family.patterns, sheet) if ties else []
    items = _items(sheet, felt, patterns)
    entries = legend(keys_of(wording, sheet.plan, items, felt), lang)
    scene = Scene(
        items=items,
        box=sheet.box,
        title=title or _title(wording),
        description=summary(family, lang, alias),
        lang=lang,
        legend=(*entries, *pattern_entries(wording, patterns)),
    )
    quality = replace(placement.quality, outside_household=sheet.arrangement.outside)
    return Genogram(scene, replace(sheet.placement, quality=quality), sheet)


def _items(
    sheet: Sheet, felt: Sequence[TieFact], patterns: Sequence[PatternFact]
) -> tuple[Item, ...]:
    """From back to front. Words come last, for they look for what is free then."""
    wording = sheet.wording
    homes = [
        Area("house", one.enclosure.people, outline_path(corners), "house")
        for one, corners in sheet.outlines
    ]
    partners = [partner_items(sheet, bond) for bond in sheet.plan.bonds]
    years = [found for _, found in partners if found]
    ties = list(_felt(sheet, felt, patterns, years))
    bands = [item for item in ties if isinstance(item, Stroke) and item.style in BANDS]
    for one in years:
        sheet.write(one.note(sheet).lines)
    for bond in sheet.plan.bonds:
        _write_beside(sheet, bond)
    return (
        *homes,
        *bands,
        *(item for items, _ in partners for item in items),
        *drawn.child_strokes(sheet.plan, sheet.tops),
        *(item for item in ties if item not in bands),
        *_people(sheet),
        *sheet.written,
        *(() if wording.terse else _generations(sheet)),
    )


def _drawable(ties: Sequence[TieFact], sheet: Sheet) -> list[TieFact]:
    """Ties between two people; those with organisations stand in the systemogram."""
    at = sheet.at
    return [t for t in ties if t.first in at and t.second in at and t.first != t.second]


def _patterns(patterns: Sequence[PatternFact], sheet: Sheet) -> list[PatternFact]:
    return [one for one in patterns if any(who in sheet.at for who in one.members)]


def _felt(
    sheet: Sheet,
    felt: Sequence[TieFact],
    patterns: Sequence[PatternFact],
    years: Sequence[Years],
) -> Iterator[Item]:
    """Ties and patterns, each by the way that covers least of what is there."""
    if not felt and not patterns:
        return
    words = [*map(notes.box_of, sheet.written), *sheet.slashes, *sheet.stars]
    ground = Ground(sheet.symbols, words, [one.wished.box for one in years], sheet.lines)
    for count, tie in enumerate(felt):
        haste = count >= CAREFUL
        way = best_way(tie.first, tie.second, sheet.at, sheet.leave, ground, in_haste=haste)
        if not haste:
            sheet.take_way(way)
        sheet.felt.append((tie, way))
        yield from tie_strokes(tie.tie, way, tie.direction, tie.strength, (tie.first, tie.second))
    for number, pattern in enumerate(patterns, 1):
        yield from draw_pattern(sheet, pattern, number, ground)


def _people(sheet: Sheet) -> Iterator[Item]:
    wording = sheet.wording
    for who, place in sheet.at.items():
        yield from symbol(sheet.person[who], place, wording.on, supporter=who in wording.supporters)


def _write_beside(sheet: Sheet, bond: Bond) -> None:
    """What is not drawn: more children, parents of siblings, the other parent."""
    bar = sheet.plan.sibling_bars.get(bond.id)
    if bar is None:
        return
    left, right = bar.net.left, bar.net.right
    if bond.more_children:
        words = notes.more_words(sheet.wording, bond)
        options = notes.beside_bar(bond.partners, words, left, right, bar.y)
        sheet.write(notes.placed(options, sheet.space).lines)
    if gap := notes.no_parents(sheet.wording, bond):
        children = bond.placed.children
        _write_gap(sheet, gap, notes.above_bar(children, gap.lines[0], left, right, bar.y))
    if gap := notes.other_parent(sheet.wording, bond):
        who = bond.partners[0]
        top = sheet.at[who][1] + sheet.reach(who)
        x = bar.net.tops[0]
        _write_gap(sheet, gap, notes.beside_stem(bond.partners, gap.lines, x, top, bar.y))


def _write_gap(sheet: Sheet, gap: notes.Gap, options: Iterable[notes.Note]) -> None:
    """Words about somebody who is not drawn stand where there is room; else only when asked."""
    place = notes.placed if gap.was_asked else notes.if_free
    found = place(options, sheet.space)
    sheet.write(found.lines if found else ())


# --- Words about the whole ------------------------------------------------------------------------


def _title(wording: Wording) -> str:
    day = say_date(PartialDate.on(wording.on), wording.lang)
    names = wording.names(tuple(p.id for p in wording.family.people if p.is_index))
    if not names:
        return wording._("Genogram, {date}", date=day)
    return wording._("Genogram of the family of {names}, {date}", names=names, date=day)


def _generations(sheet: Sheet) -> Iterator[Text]:
    left = sheet.left - NUMERAL
    for row, top in sheet.tops.items() if sheet.at else ():
        place = (left, top + capital("generation") / 2)
        yield Text("generation", (), place, _roman(row + 1), "generation")


def _roman(number: int) -> str:
    found = ""
    for value, sign in _NUMERALS:
        found += sign * (number // value)
        number %= value
    return found


_NUMERALS = (
    *((100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
