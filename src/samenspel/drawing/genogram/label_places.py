"""Where each label stands beside its symbol, row by row, before the heights of rows are known.

A label yields to lines. Of the places in a fixed order (below, above, right, left, then moved a
little, then deeper, for which the rows move apart) it takes the first that is free.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from samenspel.drawing.genogram.labels import FIRST, STEP, Label
from samenspel.drawing.genogram.plans import Plan
from samenspel.drawing.genogram.space import Box, Space
from samenspel.drawing.placement import Id, Placement
from samenspel.drawing.scene import Text

REACH = 500.0  # lines go so far from a row, as long as its height is not known
AIR = 4.0
BESIDE_MORE = 1.5
ASCENT, DESCENT = 12.5, 4.5
OVER = 9.0  # from the last baseline of a label above to the symbol
STAR = 6.0  # so much more where the star of a supporter stands between
BESIDE = 8.0
NARROW = 72.0  # where nothing else helps a label is made this narrow
SHIFTS = (10.0, -10.0, 20.0, -20.0, 32.0, -32.0)
ENDS = (("start", 7.0), ("end", -7.0), ("start", -12.0), ("end", 12.0))
DEEPER = (2 * STEP, 3 * STEP, 4 * STEP, 6 * STEP)


@dataclass(frozen=True)
class LabelPlace:
    """`x` and `y` (of the first baseline) are from the centre of the sheet and of the row."""

    who: Id
    label: Label
    x: float
    y: float
    anchor: str = "middle"

    @property
    def box(self) -> Box:
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        left = self.x - self.label.width * share
        bottom = self.y + STEP * (len(self.label.lines) - 1) + DESCENT
        return left, self.y - ASCENT, left + self.label.width, bottom

    def texts(self, top: float) -> Iterator[Text]:
        for index, line in enumerate(self.label.lines):
            at = (self.x, top + self.y + STEP * index)
            yield Text("label", (self.who,), at, line.text, line.style, self.anchor)


def row_spaces(
    placement: Placement, plan: Plan, reach: Callable[[Id], float], stars: Mapping[Id, Box]
) -> dict[int, Space]:
    """What symbols, stars and lines take in each row; heights are from its centre."""
    rows = {spot.row for spot in placement.people.values()}
    spaces = {row: Space(high=2 * REACH) for row in sorted(rows)}
    for who, spot in placement.people.items():
        r = reach(who)
        spaces[spot.row].take((spot.x - r, -r, spot.x + r, r))
    for who, star in stars.items():
        spaces[placement.people[who].row].take(star)
    for row, x, top, bottom in plan.verticals():
        if row in spaces:
            spaces[row].take((x - 1, top, x + 1, bottom))
    for row, left, right in plan.slants():
        spaces[row].take((left, -REACH, right, -23))
    for row, left, right in plan.flat_bonds():
        spaces[row].take((left, -1, right, 1))
    return spaces


def place_labels(
    placement: Placement,
    labels: Mapping[Id, Label],
    spaces: Mapping[int, Space],
    leaves_below: Iterable[Id],
    reach: Callable[[Id], float],
    starred: Container[Id] = (),
) -> dict[Id, LabelPlace]:
    """A place for every label; those from whom a line leaves below come last in their row."""
    late = set(leaves_below)
    order = sorted(placement.people, key=lambda who: (who in late, placement.people[who].x))
    found: dict[Id, LabelPlace] = {}
    for who in order:
        if labels[who].lines:
            spot = placement.people[who]
            space = spaces[spot.row]
            first = "above" if spot.row == 0 else "right" if who in late else "below"
            starts = (
                LabelPlace(who, label, spot.x, 0)
                for label in (labels[who], labels[who].narrowed(NARROW))
            )
            options = (
                place
                for start in starts
                for place in _options(start, reach(who), first, who in starred)
            )
            found[who] = _chosen(options, space)
            space.take(found[who].box)
    return found


def _chosen(options: Iterator[LabelPlace], space: Space) -> LabelPlace:
    taken = []
    for option in options:
        if space.is_free(_roomy(option), AIR):
            return option
        taken.append(option)
    return min(taken, key=lambda option: space.overlap(option.box))


def _roomy(place: LabelPlace) -> Box:
    """A text that begins or ends beside something keeps a little further from it."""
    left, top, right, bottom = place.box
    more = 0.0 if place.anchor == "middle" else BESIDE_MORE
    return left - more, top, right + more, bottom


def _options(start: LabelPlace, reach: float, first: str, starred: bool) -> Iterator[LabelPlace]:
    who, label, x = start.who, start.label, start.x
    lines = len(label.lines)
    middle = -1 - (lines - 2) * STEP / 2
    below, above = reach + FIRST, -reach - OVER - STAR * starred - STEP * (lines - 1)
    beside = reach + BESIDE
    places = {
        "below": (0.0, below, "middle"),
        "above": (0.0, above, "middle"),
        "right": (beside, middle, "start"),
        "left": (-beside, middle, "end"),
    }
    moved = [(shift, y, "middle") for y in (below, above) for shift in SHIFTS]
    sideways = [(shift, y, end) for y in (below, above) for end, shift in ENDS]
    deep = [
        (shift, below + deeper, end) for deeper in DEEPER for end, shift in (("middle", 0.0), *ENDS)
    ]
    for shift, y, anchor in (places.pop(first), *places.values(), *moved, *sideways, *deep):
        yield LabelPlace(who, label, x + shift, y, anchor)
