"""Words beside the lines: how long a bond lasted, what is not drawn or not known.

Each text has places it would like, the first free one is taken; it yields to all that is there.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from samenspel.drawing import text
from samenspel.drawing.genogram.couples import Bond
from samenspel.drawing.genogram.labels import Wording, year
from samenspel.drawing.genogram.space import Box, Space
from samenspel.drawing.scene import Text
from samenspel.drawing.signs.bonds import TOGETHER
from samenspel.family.words import Parentage, Stage, Topic

AIR = 4.0
ON_LINE = 9.0  # from a partner line to the words above it
UNDER_LINE = 17.0
SLIDE = 11.0
ASCENT, DESCENT = 0.78, 0.28  # of a line of text, in sizes
SHARE = {"start": 0.0, "middle": 0.5, "end": 1.0}  # of a text that is left of its place


def box_of(item: Text) -> Box:
    width = text.width(item.text, item.style)
    left = item.at[0] - width * SHARE[item.anchor]
    size = text.STYLES[item.style].size
    return left, item.at[1] - ASCENT * size, left + width, item.at[1] + DESCENT * size


class Note(NamedTuple):
    """One or two lines of text that belong together, and where they may stand: `x` and `y` are
    those of the first baseline, `down` from there to the next."""

    words: tuple[str, ...]
    ids: tuple[str, ...]
    x: float
    y: float
    style: str = "fact"
    anchor: str = "middle"
    down: float = 16.0

    @property
    def lines(self) -> tuple[Text, ...]:
        return tuple(
            Text("label", self.ids, (self.x, self.y + self.down * n), line, self.style, self.anchor)
            for n, line in enumerate(self.words)
        )

    @property
    def box(self) -> Box:
        return self.box_of_width(text.widest(self.words, self.style))

    def box_of_width(self, width: float) -> Box:
        left, size = self.x - width * SHARE[self.anchor], text.STYLES[self.style].size
        last = self.y + self.down * (len(self.words) - 1)
        return left, self.y - ASCENT * size, left + width, last + DESCENT * size


def placed(options: Iterable[Note], space: Space) -> Note:
    """The first that is free, else the one that covers least."""
    taken = []
    for option, box in boxed(options):
        if space.is_free(box, AIR):
            return option
        taken.append((option, box))
    return min(taken, key=lambda one: space.overlap(one[1]))[0]


def if_free(options: Iterable[Note], space: Space) -> Note | None:
    return next((one for one, box in boxed(options) if space.is_free(box, AIR)), None)


def boxed(options: Iterable[Note]) -> Iterator[tuple[Note, Box]]:
    """Many places for the same words: they are measured once."""
    widths: dict[tuple[str, ...], float] = {}
    for option in options:
        width = widths.get(option.words)
        if width is None:
            width = widths[option.words] = text.widest(option.words, option.style)
        yield option, option.box_of_width(width)


# --- How long a bond lasted -----------------------------------------------------------------------


def period_words(wording: Wording, bond: Bond) -> str:
    """'2010 – 2018', 'since 2019', or both after each other; empty when no year is known."""
    return ", ".join(part for part in _spans(wording, bond) if part)


def _spans(wording: Wording, bond: Bond) -> Iterator[str]:
    start, apart, is_open = "", None, False
    for stage in bond.stages:
        known = year(wording, stage.on) if stage.on.is_known else ""
        if stage.stage in TOGETHER or stage.stage is Stage.RECONCILED:
            start = start if is_open and start else known
            apart, is_open = None, True
        elif stage.stage is Stage.LIVING_APART:
            apart, is_open = known, True
        elif is_open or known:
            yield _span(wording, start, known)
            start, apart, is_open = "", None, False
    if is_open:
        yield from _open_span(wording, bond, start, apart)


def _open_span(wording: Wording, bond: Bond, start: str, apart: str | None) -> Iterator[str]:
    """Of a bond without an end: the first death ends it."""
    died = [one for who in bond.partners if wording.has_died(one := wording.family.person[who])]
    if died:
        dates = [one.death for one in died if one.death.is_known]
        first = min(dates, key=lambda date: str(date.middle), default=None)
        known = year(wording, first) if first and len(dates) == len(died) else ""
        yield _span(wording, start, known) if start else ""
        return
    yield wording._("since {date}", date=start) if start else ""
    if apart:
        yield wording._("apart {date}", date=apart)


def _span(wording: Wording, start: str, end: str) -> str:
    if not start:
        return wording._("until {date}", date=end) if end else ""
    return f"{start} – {end or '?'}"


def on_bond(
    bond: Bond, words: str, left: float, right: float, y: float, middle: float, aside: float = 0.0
) -> Iterator[Note]:
    """Places for the period on a partner line, from the middle of its right half outwards; in one
    line above it, in two, and below it, at last a longer one with a word per line.
    `aside` is how far beside its middle the line is drawn."""
    whole = (words,)
    halves = tuple(text.lines(words, "date", text.width(words, "date") * 0.6))
    narrow = tuple(text.lines(words, "date", 1.0))
    ways = [(whole, True), (halves, True), (whole, False), (halves, False)]
    ways += [(narrow, True), (narrow, False)] if "," in words else []
    for lines, up in ways:
        above = ON_LINE + aside + 15 * (len(lines) - 1)
        first = y - above if up else y + UNDER_LINE + aside
        half = text.widest(lines, "date") / 2 + AIR
        for x in _outwards((middle + right) / 2, left + half, right - half):
            yield Note(lines, bond.partners, x, first, "date", down=15.0)


def _outwards(wish: float, left: float, right: float) -> list[float]:
    """From a wished place in steps to both sides, within bounds."""
    if right < left:
        return [(left + right) / 2]
    start = min(max(wish, left), right)
    count = int((right - left) / SLIDE) + 1
    steps = [start + side * SLIDE * n for n in range(count + 1) for side in (1, -1)]
    return [start, *(x for x in steps[2:] if left <= x <= right)]


# --- What is not drawn ----------------------------------------------------------------------------


def more_words(wording: Wording, bond: Bond) -> str:
    if bond.more_count is None:
        return wording._("more?") if bond.descents else wording._("children, number not known")
    return wording._.plural("{count} more?", "{count} more?", bond.more_count)


def beside_bar(ids: tuple[str, ...], words: str, left: float, right: float, y: float) -> list[Note]:
    """At the ends of a bar, above it near its ends, below it."""
    said = (words,)
    ends = [
        Note(said, ids, right + 8, y + 5, anchor="start"),
        Note(said, ids, left - 8, y + 5, anchor="end"),
    ]
    beside = [
        Note(said, ids, x, y + down, anchor=anchor)
        for down in (-7.0, 17.0)
        for anchor, x in (("end", right), ("start", left), ("middle", (left + right) / 2))
    ]
    higher = [end._replace(y=end.y + down) for down in (-20.0, 20.0) for end in ends]
    return [*ends, *beside, *higher]


def above_bar(ids: tuple[str, ...], words: str, left: float, right: float, y: float) -> list[Note]:
    half = text.width(words, "fact") / 2
    middle = (left + right) / 2
    steps = _outwards(middle, min(left + half, middle), max(right - half, middle))
    above = [Note((words,), ids, x, y - 9) for x in steps]
    return [*above, *beside_bar(ids, words, left, right, y)]


def beside_stem(
    ids: tuple[str, ...], words: Sequence[str], x: float, top: float, bottom: float
) -> Iterator[Note]:
    """Right or left of the line that leaves below a lone parent, from high to low."""
    lows = [top + 16 + 10 * n for n in range(max(1, min(int((bottom - top - 30) / 10), 12)))]
    for lines in (tuple(words), (" ".join(words),)):
        for y in lows:
            for anchor, shift in (("start", 8.0), ("end", -8.0)):
                yield Note(lines, ids, x + shift, y, "date", anchor, 15.0)


@dataclass(frozen=True)
class Gap:
    """That somebody is not drawn. When it was asked the words must stand; else only with room."""

    lines: tuple[str, ...]
    was_asked: bool


def no_parents(wording: Wording, bond: Bond) -> Gap | None:
    """About siblings whose parents are not drawn."""
    if bond.partners:
        return None
    asked = any(_asked(wording, child) for child in bond.placed.children)
    words = wording._("parents not known") if asked else wording._("parents not drawn yet")
    return Gap((words,), asked)


def other_parent(wording: Wording, bond: Bond) -> Gap | None:
    """About a lone parent of birth whose child has no other parent of birth in the drawing."""
    alone = [d.child for d in bond.descents if d.parentage is Parentage.BIRTH]
    alone = [child for child in alone if _births(wording, child) == 1]
    if len(bond.partners) != 1 or not alone:
        return None
    asked = any(_asked(wording, child) for child in alone)
    known = wording._("not known") if asked else wording._("not drawn yet")
    return Gap((wording._("other parent"), known), asked)


def _births(wording: Wording, child: str) -> int:
    unions = wording.family.child_in.get(child, ())
    found = [one for union in unions for one in union.children if one.id == child]
    return sum(p.parentage is Parentage.BIRTH for one in found for p in one.parents if p.parent)


def _asked(wording: Wording, child: str) -> bool:
    known = wording.family.person[child].not_known
    return bool(known & {Topic.PARENTS, Topic.FATHER, Topic.MOTHER})
