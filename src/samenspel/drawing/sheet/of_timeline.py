"""What can be chosen on a timeline: whose lane it is, what happened, help, who was involved."""

from collections.abc import Iterator
from dataclasses import replace

from samenspel.drawing import text
from samenspel.drawing.sheet.ids import StatementIds
from samenspel.drawing.sheet.labels import Labels
from samenspel.drawing.sheet.thing import Box, Shape, Thing, block, middle
from samenspel.drawing.sheet.ways import with_ways
from samenspel.drawing.timeline.bars import Placed
from samenspel.drawing.timeline.picture import PAD, SIGN, Lane, Sheet

HEADING = SIGN + 6


def things_of(sheet: Sheet, labels: Labels, ids: StatementIds) -> tuple[Thing, ...]:
    """Lane by lane, from early to late."""
    things: list[Thing] = []
    met: set[str] = set()
    for lane in sheet.lanes:
        here = sorted(_placed(lane, labels, ids), key=lambda one: one.at)
        for one in (_heading(sheet, lane, labels), *here):
            if one.id not in met:
                met.add(one.id)
                things.append(one)
    return with_ways(things, {})


def _heading(sheet: Sheet, lane: Lane, labels: Labels) -> Thing:
    box = _box_of_heading(lane)
    is_home = lane.id in sheet.wording.family.household
    label = labels.household(lane.id) if is_home else labels.person(lane.id)
    kind = "household" if is_home else "person"
    return Thing(lane.id, kind, label, middle(box), (block(box, 3.0),), _around(box))


def _around(box: Box) -> Shape:
    """A line, for there is text on it that would not be read on honey in a dark page."""
    return replace(block(box, 5.0), wide=4.0)


def _box_of_heading(lane: Lane) -> Box:
    high = max(HEADING, text.height("name") * len(lane.name))
    wide = SIGN + 18 + text.widest(lane.name, "name")
    return 0.0, lane.top + PAD, wide, lane.top + PAD + high


def _placed(lane: Lane, labels: Labels, ids: StatementIds) -> Iterator[Thing]:
    for placed, y in lane.placed:
        fact = placed.entry.fact
        if fact and (one := ids.take(fact)):
            box, label = _box_of(placed, y), labels.statement(one)
            touch, glow = (block(box, 2.0, 4.0),), _around(box)
            yield Thing(one, fact.kind, label, middle(box), touch, glow, ways={})


def _box_of(placed: Placed, y: float) -> Box:
    (left, right), half = placed.extent, placed.high / 2
    return left, y - half, right, y + half
