"""What can be chosen in a genogram: people, bonds, homes, ties and patterns."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import dist

from samenspel.drawing.genogram import drawn
from samenspel.drawing.genogram.couples import Bond
from samenspel.drawing.genogram.house_shapes import outline_path
from samenspel.drawing.genogram.notes import box_of
from samenspel.drawing.genogram.picture import Genogram
from samenspel.drawing.genogram.sheet import Sheet
from samenspel.drawing.genogram.space import Space
from samenspel.drawing.genogram.tie_routes import spot_on
from samenspel.drawing.placement import ROW
from samenspel.drawing.scene import Place
from samenspel.drawing.sheet.ids import StatementIds
from samenspel.drawing.sheet.labels import Labels
from samenspel.drawing.sheet.thing import (
    FINGER,
    Id,
    Shape,
    Thing,
    along,
    around,
    band,
    block,
    box_of_all,
    disc,
    middle,
)
from samenspel.drawing.sheet.ways import kin_ways, with_ways
from samenspel.drawing.signs.symbols import outlines, selection

LINES = ("bond", "stem", "bar", "drop", "twin")  # where a bond is touched, best first
GLOW = 12.0  # the width of what lights up along a line
LINE = 18.0  # the width of what is touched along a line
ENDS = 14.0  # a line is not touched so near to the symbols it joins


def things_of(genogram: Genogram, labels: Labels, ids: StatementIds) -> tuple[Thing, ...]:
    """In reading order: row by row from left to right."""
    sheet = genogram.sheet
    people = list(_people(sheet, labels))
    space = Space(around(one.at, 26.0) for one in people)
    lines = [
        *_unions(sheet, labels, space),
        *_ties(sheet, labels, ids, space),
        *_patterns(sheet, labels, ids),
    ]
    things = sorted([*people, *lines, *_homes(sheet, labels)], key=_reading)
    return with_ways(things, kin_ways(sheet.wording.family, genogram.placement))


def _reading(one: Thing) -> tuple[int, float]:
    return round(one.at[1] / (ROW / 2)), one.at[0]


# --- People ---------------------------------------------------------------------------------------


def _people(sheet: Sheet, labels: Labels) -> Iterator[Thing]:
    for who, at in sheet.at.items():
        person = sheet.person[who]
        ((glow, _),) = outlines(selection(person, at))
        touch = (block(sheet.symbols[who], 2.0), *_words(sheet, who))
        yield Thing(who, "person", labels.person(who), at, touch, Shape(glow))


def _words(sheet: Sheet, who: Id) -> Iterator[Shape]:
    label = sheet.arrangement.labels.get(who)
    boxes = [box_of(item) for item in label.texts(sheet.at[who][1])] if label else []
    if boxes:
        yield block(box_of_all(boxes), 2.0)


# --- Lines ----------------------------------------------------------------------------------------


def _unions(sheet: Sheet, labels: Labels, space: Space) -> Iterator[Thing]:
    for bond in sheet.plan.bonds:
        if way := _way_of(bond, sheet):
            at, label = _spot(way, space), labels.union(bond.id)
            yield Thing(bond.id, "union", label, at, (disc(at),), band(way, GLOW), bond.everybody)


def _way_of(bond: Bond, sheet: Sheet) -> list[Place]:
    """The longest straight piece of the line between the partners, or else of another line."""
    lines = sorted(
        (line for line in sheet.plan.lines_of(bond.id) if line.kind in LINES),
        key=lambda line: LINES.index(line.kind),
    )
    if not lines:
        return []
    pieces = pairwise(drawn.places(lines[0], sheet.tops))
    start, end = max(pieces, key=lambda piece: dist(*piece))
    return along([start, end])


def _ties(sheet: Sheet, labels: Labels, ids: StatementIds, space: Space) -> Iterator[Thing]:
    for fact, way in sheet.felt:
        if one := ids.take(fact):
            at = _spot(way, space)
            touch, label = (disc(at), band(_without_ends(way), LINE)), labels.statement(one)
            joins = (fact.first, fact.second)
            yield Thing(one, "tie", label, at, touch, band(way, GLOW + 10), joins)


def _without_ends(way: Sequence[Place]) -> Sequence[Place]:
    inner = [at for at in way if dist(at, way[0]) > ENDS and dist(at, way[-1]) > ENDS]
    return inner if len(inner) > 1 else way


def _patterns(sheet: Sheet, labels: Labels, ids: StatementIds) -> Iterator[Thing]:
    for fact, at in sheet.discs:
        if one := ids.take(fact):
            label, glow = labels.statement(one), disc(at, 16.0)
            yield Thing(one, "pattern", label, at, (disc(at),), glow, fact.members)


def _spot(way: Sequence[Place], space: Space) -> Place:
    """Near the middle of a way, clear of what can be touched already."""
    at = spot_on([way], space, 2 * FINGER)
    space.take(around(at))
    return at


# --- Homes ----------------------------------------------------------------------------------------


def _homes(sheet: Sheet, labels: Labels) -> Iterator[Thing]:
    """A home is touched at its name, and lights up around its outline."""
    for outline, corners in sheet.outlines:
        home = outline.enclosure.household.id
        boxes = [box_of(item) for item in sheet.home_name(outline)]
        if boxes:
            box, label = box_of_all(boxes), labels.household(home)
            glow, people = Shape(outline_path(corners), GLOW - 2), outline.enclosure.people
            yield Thing(home, "household", label, middle(box), (block(box, 4.0),), glow, people)
