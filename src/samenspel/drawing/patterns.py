"""What happens between people, such as a coalition: a thin line along its members with its word."""

from collections.abc import Sequence
from itertools import pairwise, product

from samenspel.drawing import text
from samenspel.drawing.curves import path
from samenspel.drawing.labels import Wording
from samenspel.drawing.placement import Id
from samenspel.drawing.scene import Entry, Place, Stroke, Text
from samenspel.drawing.sheet import Sheet
from samenspel.drawing.tie_routes import Ground, best_way, free_spot
from samenspel.family.facts import PatternFact
from samenspel.family.language import N_
from samenspel.family.words import PatternKind

STYLE = "leader"
WIDTHS = (150.0, 90.0, 60.0)  # of its words, the first that finds room
STEP = 17.0
FAR = (9.0, 20.0, 34.0, 52.0, 76.0)  # from the line to the words
WORDS = {
    PatternKind.COALITION: N_("coalition"),
    PatternKind.TRIANGLE: N_("triangle"),
    PatternKind.REPEATING: N_("comes back in every generation"),
    PatternKind.OTHER: N_("pattern"),
}


def draw_pattern(sheet: Sheet, pattern: PatternFact, ground: Ground) -> list[Stroke]:
    """A line from member to member, the word where there is room; a triangle is closed."""
    at = sheet.at
    members = sorted((who for who in pattern.members if who in at), key=lambda who: at[who])
    pairs = list(pairwise(members))
    if pattern.pattern is PatternKind.TRIANGLE and len(members) > 2:
        pairs.append((members[0], members[-1]))
    ways = [best_way(a, b, at, sheet.leave, ground) for a, b in pairs]
    for way in ways:
        sheet.take_way(way)
    ids = tuple(members)
    sheet.write(_words(sheet, pattern, ids, ways))
    return [Stroke("pattern", ids, path(way), STYLE) for way in ways]


def _words(
    sheet: Sheet, pattern: PatternFact, ids: tuple[Id, ...], ways: Sequence[Sequence[Place]]
) -> list[Text]:
    longest = max(ways, key=len, default=[sheet.at[ids[0]]])
    said = _said(sheet.wording, pattern)
    choices = [text.lines(said, "fact", width) for width in WIDTHS]
    for far, lines in product(FAR, choices):
        wide, high = text.widest(lines, "fact"), STEP * len(lines)
        spot = free_spot(longest, sheet.space, wide, high, far)
        if spot:
            break
    x, y = spot or longest[len(longest) // 2]
    first = y - STEP * len(lines) / 2 + 13
    return [Text("label", ids, (x, first + STEP * n), line, "fact") for n, line in enumerate(lines)]


def _said(wording: Wording, pattern: PatternFact) -> str:
    """Its own words, but with aliases only its kind: words may hold a name."""
    word = wording._(WORDS[pattern.pattern])
    if pattern.words and not wording.alias:
        word = pattern.words
    against = wording.names(pattern.against)
    return wording._("{pattern}, against {names}", pattern=word, names=against) if against else word


def pattern_entries(wording: Wording, patterns: Sequence[PatternFact]) -> tuple[Entry, ...]:
    """For the legend: each kind once."""
    line = Stroke("pattern", (), path([(3, 14), (53, 14)]), STYLE)
    kinds = dict.fromkeys(pattern.pattern for pattern in patterns)
    return tuple(Entry((line,), wording._(WORDS[kind])) for kind in PatternKind if kind in kinds)
