"""Measures a scene: what lies over what. Words are boxes, lines are flattened."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from samenspel.drawing.genogram.notes import box_of
from samenspel.drawing.genogram.space import Box
from samenspel.drawing.scene import Area, Item, Place, Scene, Sign, Stroke, Text

LINES = {"bond", "child", "twins", "slash"}
AIR = 3.0  # look.md asks for 4 between words and lines; a line is 2 wide

BETWEEN_HOMES = 15.5

Piece = tuple[Place, Place]


@dataclass(frozen=True)
class Overlap:
    kind: str
    first: str
    second: str


def overlaps(scene: Scene) -> list[Overlap]:
    """Words over words, over symbols, over lines, over the side of a home; a line over a symbol."""
    return [
        *_words(scene),
        *_lines_over_symbols(scene),
        *_on_each_other(scene),
        *_outlines_along_each_other(scene),
    ]


def words_over_ties(scene: Scene) -> list[Overlap]:
    ties = [one for one in scene.items if one.role in {"tie", "pattern"}]
    return [
        Overlap("words over a tie", word.text, str(tie.ids))
        for word in _texts(scene)
        for tie in ties
        if isinstance(tie, Stroke) and _hits(box_of(word), pieces(tie.path))
    ]


def _texts(scene: Scene) -> list[Text]:
    return [one for one in scene.items if isinstance(one, Text) and one.role in {"label", "home"}]


def _signs(scene: Scene) -> list[Sign]:
    return [one for one in scene.items if isinstance(one, Sign) and one.role in {"person", "index"}]


def _lines(scene: Scene) -> list[Stroke]:
    return [one for one in scene.items if isinstance(one, Stroke) and one.role in LINES]


def _words(scene: Scene) -> Iterator[Overlap]:
    words = [(word, box_of(word)) for word in _texts(scene)]
    lines = [(line, pieces(line.path)) for line in _lines(scene)]
    sides = [pieces(area.path) for area in scene.items if isinstance(area, Area)]
    for (one, a), (other, b) in combinations(words, 2):
        if _meet(a, b):
            yield Overlap("words over words", one.text, other.text)
    for word, box in words:
        found = [sign.ids[0] for sign in _signs(scene) if _meet(box, _around(sign))]
        yield from (Overlap("words over a symbol", word.text, who) for who in found)
        found = [str(line) for line, parts in lines if _hits(_wider(box, AIR), parts)]
        yield from (Overlap("words over a line", word.text, line) for line in found)
        if any(_hits(_wider(box, 1.0), side) for side in sides):
            yield Overlap("words over the side of a home", word.text, "")


def _lines_over_symbols(scene: Scene) -> Iterator[Overlap]:
    for line in _lines(scene):
        for sign in _signs(scene):
            half = sign.size * 0.35  # also inside a circle and a diamond
            box = (sign.at[0] - half, sign.at[1] - half, sign.at[0] + half, sign.at[1] + half)
            if _hits(box, pieces(line.path)):
                yield Overlap("line over a symbol", f"{line.role} {line.ids}", sign.ids[0])


def _on_each_other(scene: Scene) -> Iterator[Overlap]:
    """Pieces of different unions along each other: then nobody sees whose line is whose."""
    bars: dict[tuple[str, int], list[tuple[float, float, Item]]] = {}
    for line in _lines(scene):
        for (x1, y1), (x2, y2) in pieces(line.path):
            if y1 == y2:
                bars.setdefault(("across", round(y1)), []).append((min(x1, x2), max(x1, x2), line))
            elif x1 == x2:
                bars.setdefault(("down", round(x1)), []).append((min(y1, y2), max(y1, y2), line))
    for (way, _), found in bars.items():
        for (a, b, one), (c, d, other) in combinations(sorted(found, key=lambda f: f[:2]), 2):
            if min(b, d) - max(a, c) > 3 and not set(one.ids) & set(other.ids):
                yield Overlap(f"lines along each other {way}", str(one.ids), str(other.ids))


def _outlines_along_each_other(scene: Scene) -> Iterator[Overlap]:
    homes = [one for one in scene.items if isinstance(one, Area) and one.role == "house"]
    for one, other in combinations(homes, 2):
        if any(_are_near(a, b) for a in pieces(one.path) for b in pieces(other.path)):
            yield Overlap("outlines along each other", str(one.ids), str(other.ids))


def _are_near(a: Piece, b: Piece) -> bool:
    """Level with each other or upright, and nearer than outlines may be."""
    for axis in (0, 1):
        across = 1 - axis
        places = (a[0][axis], a[1][axis]), (b[0][axis], b[1][axis])
        if places[0][0] == places[0][1] and places[1][0] == places[1][1]:
            (low, high), (least, most) = (sorted((p[0][across], p[1][across])) for p in (a, b))
            if abs(places[0][0] - places[1][0]) < BETWEEN_HOMES:
                return min(high, most) - max(low, least) > 3
    return False


def pieces(path: str) -> list[Piece]:
    """The straight pieces of path data; a quarter of a circle is two chords."""
    places: list[Place] = []
    for command, numbers in re.findall(r"([MLAZa])([^MLAZa]*)", path):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if command == "A":
            places += [_on_arc(places[-1], (values[-2], values[-1]), values[-3] > 0)]
        if command in "MLA":
            places.append((values[-2], values[-1]))
        elif command == "Z":
            places.append(places[0])
    return list(pairwise(places))


def _on_arc(start: Place, end: Place, clockwise: bool) -> Place:
    """Halfway a quarter of a circle."""
    for centre in ((start[0], end[1]), (end[0], start[1])):
        (ax, ay), (bx, by) = ((p[0] - centre[0], p[1] - centre[1]) for p in (start, end))
        if (ax * by - ay * bx > 0) == clockwise:
            return centre[0] + (ax + bx) * 0.7071, centre[1] + (ay + by) * 0.7071
    return start


def _around(sign: Sign) -> Box:
    half = sign.size / 2
    return sign.at[0] - half, sign.at[1] - half, sign.at[0] + half, sign.at[1] + half


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _wider(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _hits(box: Box, found: Sequence[Piece]) -> bool:
    return any(_enters(box, piece) for piece in found)


def _enters(box: Box, piece: Piece) -> bool:
    """Whether a piece comes into a box (Liang and Barsky)."""
    (x1, y1), (x2, y2) = piece
    start, end = 0.0, 1.0
    for step, low, high in (
        (x2 - x1, box[0] - x1, box[2] - x1),
        (y2 - y1, box[1] - y1, box[3] - y1),
    ):
        if step == 0:
            if low >= 0 or high <= 0:
                return False
            continue
        enter, leave = sorted((low / step, high / step))
        start, end = max(start, enter), min(end, leave)
    return start < end
