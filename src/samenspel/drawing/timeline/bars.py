"""A bar or a mark on the timeline with its words: how wide it is with them, and how it is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samenspel.drawing import text
from samenspel.drawing.genogram.labels import Wording
from samenspel.drawing.scene import Area, Item, Place, Sign, Stroke, Text
from samenspel.drawing.signs.curves import path, regular, ring, rounded
from samenspel.drawing.timeline.entries import Entry
from samenspel.drawing.timeline.lanes import Axis, Extent, Span, span_of
from samenspel.family.dates import PartialDate
from samenspel.family.words import Certainty, Impact

HIGH = 22.0  # of a row with one line of words
LINE = 17.0
STYLE = "date"  # of words on the lanes: 13, the smallest there is
AIR = 6.0
MARK = 12.0
SIGN = 13.0
SURE = 5.0  # an end that is uncertain by less than this is drawn as certain
WRAP = 250.0
ASKS = 13.0  # room for a question mark
COLUMN = 176.0
TODAY = 5.0  # words stay this far from the line of today

BARS = {"home": "bar_home", "help": "bar_help", "involved": "bar", "event": "bar_event"}


@dataclass(frozen=True)
class Placed:
    """`edges` are start, sure from, sure until and end of a bar; of a mark its earliest, its
    place twice, and its latest. `words_at` is where the lines begin."""

    entry: Entry
    edges: tuple[float, float, float, float]
    span: Span | None
    lines: tuple[str, ...]
    words_at: float

    @property
    def is_inside(self) -> bool:
        return self.span is not None and self.edges[0] < self.words_at < self.edges[3]

    @property
    def words_wide(self) -> float:
        return text.widest(self.lines, STYLE)

    @property
    def extent(self) -> Extent:
        first, last = self.edges[0], self.edges[3]
        if self.span is None:
            first, last = first - MARK / 2, last + MARK / 2
        if self.span is not None:
            first -= ASKS if self.span.asks_start else 0
            last += ASKS if self.span.asks_end else 0
        return min(first, self.words_at), max(last, self.words_at + self.words_wide)

    @property
    def high(self) -> float:
        return max(HIGH, LINE * len(self.lines) + 5)


def place(wording: Wording, axis: Axis, undated: float | None, entry: Entry) -> Placed:
    if entry.period is not None:
        return _bar(wording, axis, entry)
    assert entry.when is not None
    if not entry.when.is_known:
        assert undated is not None
        lines = tuple(text.lines(entry.words, STYLE, COLUMN - MARK))
        at = undated + MARK / 2
        return Placed(entry, (at, at, at, at), None, lines, undated + MARK + AIR)
    return _mark(wording, axis, entry, entry.when)


def _mark(wording: Wording, axis: Axis, entry: Entry, when: PartialDate) -> Placed:
    middle = axis.x(when.middle or axis.first)
    first = axis.x(when.earliest or axis.first)
    last = axis.x(when.latest or max(wording.on, when.middle or axis.first))
    if last - first < 2 * SURE:
        first = last = middle
    edges = (first, middle, middle, last)
    reach = (first - MARK / 2, last + MARK / 2)
    return Placed(entry, edges, None, *_words(wording, axis, entry.words, reach))


def _bar(wording: Wording, axis: Axis, entry: Entry) -> Placed:
    assert entry.period is not None
    span = span_of(entry.period, wording.on, _since(wording, axis, entry))
    edges = _drawn(axis, span)
    before = AIR + (SIGN + AIR if entry.sign else 0)
    room = edges[3] - edges[0] - before - AIR
    if text.width(entry.words, STYLE) <= room:
        return Placed(entry, edges, span, (entry.words,), edges[0] + before)
    reach = (
        edges[0] - (ASKS if span.asks_start else 0),
        edges[3] + (ASKS if span.asks_end else 0),
    )
    return Placed(entry, edges, span, *_words(wording, axis, entry.words, reach))


def _since(wording: Wording, axis: Axis, entry: Entry) -> date:
    """Nothing of somebody begins before they were born; and what has no beginning is not drawn
    through the narrow years: a question mark says that it may be older."""
    people = wording.family.person
    born = [people[who].birth.earliest for who in entry.ids if who in people]
    return max([day for day in born if day] + [axis.bend])


def _drawn(axis: Axis, span: Span) -> tuple[float, float, float, float]:
    first, last = axis.x(span.start), axis.x(span.end)
    least = 8.0 + (SIGN + 4 if last - first < 24 else 0)
    if last - first < least:
        first = max(min(first, last - least), axis.left)
        last = max(last, first + least)
    sure_from, sure_until = axis.x(span.sure_from), axis.x(span.sure_until)
    sure_from = first if sure_from - first < SURE and not span.asks_start else sure_from
    sure_until = last if last - sure_until < SURE and not span.asks_end else sure_until
    return first, min(max(sure_from, first), last), min(max(sure_until, first), last), last


def _words(
    wording: Wording, axis: Axis, words: str, reach: Extent
) -> tuple[tuple[str, ...], float]:
    """The lines and where they begin: at the right of it, else at the left, else in more lines."""
    today = axis.x(wording.on)
    end = today - TODAY if reach[1] < today else axis.right + 16
    right, left = end - reach[1] - AIR, reach[0] - AIR - axis.left
    for wide in (text.width(words, STYLE), WRAP, WRAP * 0.6):
        lines = tuple(text.lines(words, STYLE, wide))
        needed = text.widest(lines, STYLE)
        if needed <= right:
            return lines, reach[1] + AIR
        if needed <= left:
            return lines, reach[0] - AIR - needed
    lines = tuple(text.lines(words, STYLE, max(right, left, 90.0)))
    needed = text.widest(lines, STYLE)
    if needed <= left:
        return lines, reach[0] - AIR - needed
    return lines, reach[1] + AIR  # the picture grows to the right


# --- Drawing --------------------------------------------------------------------------------------


def placed_items(placed: Placed, middle: float) -> Iterator[Item]:
    if placed.span is not None:
        yield from _bar_items(placed, placed.span, middle)
    else:
        yield from _mark_items(placed, middle)
    first = middle + text.capital(STYLE) / 2 - (len(placed.lines) - 1) * LINE / 2
    for nth, line in enumerate(placed.lines):
        at = (placed.words_at, first + nth * LINE)
        yield Text("words", placed.entry.ids, at, line, STYLE, "start")


def _bar_items(placed: Placed, span: Span, middle: float) -> Iterator[Item]:
    entry = placed.entry
    start, sure_from, sure_until, end = placed.edges
    top, bottom = middle - HIGH / 2 + 1, middle + HIGH / 2 - 1
    style, role, ids = BARS[entry.kind], entry.kind, entry.ids
    yield Area("ground", ids, rounded((start, top, end, bottom), 3), f"{style}_ground")
    if sure_from < sure_until:
        yield from _sides(role, ids, (start, sure_from), (top, bottom), "bar_maybe")
        yield from _sides(role, ids, (sure_from, sure_until), (top, bottom), style)
        yield from _sides(role, ids, (sure_until, end), (top, bottom), "bar_maybe")
    else:
        yield from _sides(role, ids, (start, end), (top, bottom), "bar_maybe")
    is_sure = sure_from < sure_until
    if start == sure_from and is_sure:
        yield Stroke(role, ids, path([(start, top), (start, bottom)]), style)
    elif span.asks_start:
        yield _question(ids, start - 7, middle)
    if end == sure_until and is_sure and not span.goes_on:
        yield Stroke(role, ids, path([(end, top), (end, bottom)]), style)
    elif span.asks_end:
        yield _question(ids, end + 7, middle)
    yield from _bar_sign(placed, middle)


def _sides(
    role: str, ids: tuple[str, ...], part: Extent, heights: Extent, style: str
) -> Iterator[Stroke]:
    if part[1] - part[0] > 0.5:
        for y in heights:
            yield Stroke(role, ids, path([(part[0], y), (part[1], y)]), style)


def _question(ids: tuple[str, ...], x: float, middle: float) -> Text:
    return Text("question", ids, (x, middle + text.capital("strong") / 2), "?", "strong")


def _bar_sign(placed: Placed, middle: float) -> Iterator[Item]:
    entry = placed.entry
    at = (placed.edges[0] + AIR + SIGN / 2 - 1, middle)
    if entry.sign:
        yield Sign("sector", entry.ids, at, entry.sign, SIGN)


def _mark_items(placed: Placed, middle: float) -> Iterator[Item]:
    entry = placed.entry
    first, at, _, last = placed.edges
    if last - first > 1:
        line = path([(first, middle), (last, middle)])
        yield Stroke(entry.kind, entry.ids, line, "bar_maybe")
    yield from mark(entry, (at, middle))


def mark(entry: Entry, at: Place) -> Iterator[Item]:
    x, y = at
    half = MARK / 2
    if entry.kind == "birth":
        yield Stroke("birth", entry.ids, ring(at, 4.5), "solid")
    elif entry.kind == "death":
        for lean in (-1, 1):
            line = path(
                [(x - half + 1, y - lean * (half - 1)), (x + half - 1, y + lean * (half - 1))]
            )
            yield Stroke("death", entry.ids, line, "plain")
    elif entry.kind == "bond":
        for side in (-1, 1):
            yield Stroke("bond", entry.ids, ring((x + side * 2.8, y), 4.2), "cross")
    else:
        outline = impact_outline(entry.impact, at)
        yield Stroke("event", entry.ids, outline, CERTAINTY[entry.certainty])


CERTAINTY = {
    Certainty.CERTAIN: "event_certain",
    Certainty.LIKELY: "event_likely",
    Certainty.UNSURE: "event_unsure",
}


def impact_outline(impact: Impact | None, at: Place) -> str:
    """Up lifts, down weighs, a diamond is both; a disc is light, a square not said."""
    x, y = at
    half = MARK / 2
    if impact is Impact.LIFTING:
        return path(
            [(x, y - half), (x + half, y + half - 1), (x - half, y + half - 1)], closed=True
        )
    if impact is Impact.HEAVY:
        return path(
            [(x, y + half), (x + half, y - half + 1), (x - half, y - half + 1)], closed=True
        )
    if impact is Impact.MIXED:
        return path(regular(at, half + 1, 4), closed=True)
    if impact is Impact.LIGHT:
        return ring(at, half - 0.5)
    return rounded((x - half + 1, y - half + 1, x + half - 1, y + half - 1), 1)
