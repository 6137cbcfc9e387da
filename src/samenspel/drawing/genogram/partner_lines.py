"""The line between two partners, with its slashes, and the years that go with it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, pairwise

from samenspel.drawing.genogram import drawn, notes
from samenspel.drawing.genogram.couples import Bond, is_kin
from samenspel.drawing.genogram.notes import Note
from samenspel.drawing.genogram.plans import Line
from samenspel.drawing.genogram.sheet import Sheet
from samenspel.drawing.genogram.space import Box
from samenspel.drawing.scene import Item, Place
from samenspel.drawing.signs import bond_strokes
from samenspel.drawing.signs.bonds import RAILS, bond_slashes

SLASHES = (11.0, 11.0)  # half of what slashes take
FROM_MIDDLE = (34.0, 26.0, 20.0, 44.0, 60.0, 80.0)  # where slashes may stand


@dataclass(frozen=True)
class Across:
    """The part of a line between partners that runs across; `middle` is where children hang."""

    left: float
    right: float
    y: float
    middle: float


@dataclass(frozen=True)
class Years:
    """Places for the years of a bond: the one that suits best now, and all others."""

    options: "Options"
    wished: Note

    def note(self, sheet: Sheet) -> Note:
        """The wished place unless something came there since."""
        return notes.placed(chain([self.wished], self.options()), sheet.space)


Options = Callable[[], Iterator[Note]]


def partner_items(sheet: Sheet, bond: Bond) -> tuple[tuple[Item, ...], Years | None]:
    line = next((one for one in sheet.plan.lines_of(bond.id) if one.kind == "bond"), None)
    if line is None:
        return (), None
    kin = is_kin(sheet.wording.family, bond.partners)
    points = _from_side_to_side(sheet, line)
    stages = [stage.stage for stage in bond.stages]
    part = across(points, bond.placed.x)
    words = "" if sheet.wording.terse else notes.period_words(sheet.wording, bond)
    options = _options(bond, words, part, kin) if words else None
    at, wished = (part.left + part.right) / 2, None
    if bond_slashes(stages):
        at, wished = _slashes(sheet, options, part)
    elif options:
        wished = notes.placed(options(), sheet.space)
    strokes = bond_strokes(stages, points, (at, part.y), bond.partners, kin=kin)
    return strokes, Years(options, wished) if options and wished else None


def _options(bond: Bond, words: str, part: Across, kin: bool) -> Options:
    aside = RAILS if kin else 0.0
    return partial(notes.on_bond, bond, words, part.left, part.right, part.y, part.middle, aside)


def _from_side_to_side(sheet: Sheet, line: Line) -> list[Place]:
    points = drawn.places(line, sheet.tops)
    if len(points) > 2:
        return points
    (left, y), (right, _) = points
    first, second = sorted(line.ids, key=lambda who: sheet.at[who][0])
    return [(left + sheet.reach(first), y), (right - sheet.reach(second), y)]


def across(points: Sequence[Place], x: float) -> Across:
    """The longest piece that runs across."""
    pieces = [(min(x1, x2), max(x1, x2), y1) for (x1, y1), (x2, y2) in pairwise(points) if y1 == y2]
    left, right, y = max(pieces, key=lambda piece: piece[1] - piece[0])
    return Across(left, right, y, min(max(x, left), right))


def _slashes(sheet: Sheet, options: Options | None, part: Across) -> tuple[float, Note | None]:
    """Where the slashes stand, and the years, which keep clear of them."""
    places = [x for x in _slash_places(part) if _has_room(sheet, x, part.y)]
    for option, box in notes.boxed(options()) if options else ():
        clear = [x for x in places if not _meet(box, _slash_box(x, part.y))]
        if clear and sheet.space.is_free(box, notes.AIR):
            sheet.take_slashes(_slash_box(clear[0], part.y))
            return clear[0], option
    x = places[0] if places else (part.left + part.middle) / 2
    sheet.take_slashes(_slash_box(x, part.y))
    return x, notes.placed(options(), sheet.space) if options else None


def _slash_places(part: Across) -> Iterator[float]:
    """Left of the middle if that can be, else right; clear of the ends and of the middle."""
    wide = SLASHES[0] + 2
    for side in (-1, 1):
        for away in FROM_MIDDLE:
            x = part.middle + side * away
            if part.left + wide <= x <= part.right - wide:
                yield x


def _has_room(sheet: Sheet, x: float, y: float) -> bool:
    left, top, right, _ = _slash_box(x, y)
    return sheet.space.is_free((left, top, right, y - 2))


def _slash_box(x: float, y: float) -> Box:
    wide, high = SLASHES
    return x - wide, y - high, x + wide, y + high


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] + 3 and b[0] < a[2] + 3 and a[1] < b[3] and b[1] < a[3]
