"""What happens between people, such as a coalition: a line along its members with a number.

What was said about it is often long; it stands in the legend, beside the same number.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from samenspel.drawing.genogram.labels import Wording
from samenspel.drawing.genogram.sheet import Sheet
from samenspel.drawing.genogram.tie_routes import Ground, best_way, spot_on
from samenspel.drawing.placement import Id
from samenspel.drawing.scene import Entry, Item, Place, Sign, Stroke, Text
from samenspel.drawing.signs.curves import path
from samenspel.drawing.text import capital
from samenspel.family.facts import PatternFact
from samenspel.family.language import N_
from samenspel.family.words import PatternKind

DISC = 20.0  # around the number, its ring included
AIR = 2.0  # between this disc and what is beside it
SAMPLE = ((3.0, 14.0), (53.0, 14.0))  # of the legend
WORDS = {
    PatternKind.COALITION: N_("coalition"),
    PatternKind.TRIANGLE: N_("triangle"),
    PatternKind.REPEATING: N_("comes back in every generation"),
    PatternKind.OTHER: N_("pattern"),
}
# Strokes from back to front: a coalition is a band with two thin edges.
STYLES = {
    PatternKind.COALITION: ("band_edges", "band"),
    PatternKind.TRIANGLE: ("leader",),
    PatternKind.REPEATING: ("returning",),
    PatternKind.OTHER: ("pattern",),
}


def draw_pattern(sheet: Sheet, pattern: PatternFact, number: int, ground: Ground) -> list[Item]:
    """A line from member to member with its number; a triangle is closed."""
    members = _members(sheet, pattern)
    pairs = list(pairwise(members))
    if pattern.pattern is PatternKind.TRIANGLE and len(members) > 2:
        pairs.append((members[-1], members[0]))
    ways = [best_way(a, b, sheet.at, sheet.leave, ground) for a, b in pairs]
    at = spot_on(ways or [_beside(sheet, members[0])], sheet.space, DISC + 2 * AIR)
    sheet.take_disc(at, DISC / 2 + AIR)
    sheet.discs.append((pattern, at))
    for way in ways:
        sheet.take_way(way)
    lines = [
        Stroke("pattern", members, path(way), style)
        for style in STYLES[pattern.pattern]
        for way in ways
    ]
    return [*lines, *_disc(number, at, members)]


def _members(sheet: Sheet, pattern: PatternFact) -> tuple[Id, ...]:
    """From the eldest generation to the youngest, each from left to right."""
    drawn = [who for who in pattern.members if who in sheet.at]
    return tuple(sorted(drawn, key=lambda who: (sheet.at[who][1], sheet.at[who][0])))


def _beside(sheet: Sheet, who: Id) -> list[Place]:
    """Places for the number of a pattern of which only one person is drawn."""
    (x, y), far = sheet.at[who], sheet.reach(who) + DISC / 2 + AIR + 1
    return [(x - far, y - far), (x + far, y - far), (x - far, y), (x + far, y)]


def _disc(number: int, at: Place, ids: tuple[Id, ...] = ()) -> tuple[Item, ...]:
    x, y = at
    return (
        Sign("number", ids, at, "circle", DISC - 2),
        Text("mark", ids, (x, y + capital("number") / 2), str(number), "number"),
    )


def pattern_entries(wording: Wording, patterns: Sequence[PatternFact]) -> Iterator[Entry]:
    """For the legend: each with its number and what was said."""
    for number, pattern in enumerate(patterns, 1):
        yield Entry(
            (*sample(pattern.pattern), *_disc(number, (28, 14))), _said(wording, pattern), wide=True
        )


def sample(kind: PatternKind) -> tuple[Stroke, ...]:
    return tuple(Stroke("pattern", (), path(SAMPLE), style) for style in STYLES[kind])


def _said(wording: Wording, pattern: PatternFact) -> str:
    """Its own words, but with aliases only its kind: words may hold a name."""
    said = wording._(WORDS[pattern.pattern])
    if pattern.words and not wording.alias:
        said = f"{said}: {pattern.words}"
    against = wording.names(pattern.against)
    return wording._("{pattern}, against {names}", pattern=said, names=against) if against else said
