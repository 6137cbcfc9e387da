"""The legend of a timeline: only what occurs on it."""

from collections.abc import Iterator, Sequence
from datetime import date

from samenspel.drawing.genogram.labels import Wording
from samenspel.drawing.scene import Entry as LegendEntry
from samenspel.drawing.scene import Stroke
from samenspel.drawing.signs.curves import path
from samenspel.drawing.signs.legend import MIDDLE, legend
from samenspel.drawing.timeline.bars import Placed, mark, placed_items
from samenspel.drawing.timeline.entries import Entry
from samenspel.drawing.timeline.lanes import Span
from samenspel.family.language import marked
from samenspel.family.words import Certainty, Impact

MARKS = {
    "birth": marked("born"),
    "death": marked("died"),
    "bond": marked("between partners"),
}
BARS = {
    "home": marked("at home"),
    "help": marked("help"),
    "involved": marked("is involved"),
    "event": marked("event that lasted"),
}
IMPACTS: dict[Impact | None, str] = {
    Impact.LIFTING: marked("event that lifted"),
    Impact.LIGHT: marked("event of little weight"),
    Impact.HEAVY: marked("event that weighed"),
    Impact.MIXED: marked("event of two kinds"),
    None: marked("event"),
}
CERTAINTIES = {
    Certainty.LIKELY: marked("event: likely"),
    Certainty.UNSURE: marked("event: not sure"),
}
DAY = date(2000, 1, 1)


def legend_of(
    wording: Wording, placed: Sequence[Placed], has_bend: bool
) -> tuple[LegendEntry, ...]:
    signs = legend((one.entry.sign for one in placed), wording.lang)
    bend = [_bend(wording)] if has_bend else []
    return (*_marks(wording, placed), *_bars(wording, placed), *signs, *bend)


def _bend(wording: Wording) -> LegendEntry:
    lines = [[(4, 14), (52, 14)], [(22, 22), (28, 6)], [(28, 22), (34, 6)]]
    items = tuple(Stroke("bend", (), path(line), "plain") for line in lines)
    return LegendEntry(items, wording._("years before this are drawn narrower"))


def _marks(wording: Wording, placed: Sequence[Placed]) -> Iterator[LegendEntry]:
    here = [one.entry for one in placed if one.span is None]
    for kind, words in MARKS.items():
        if any(entry.kind == kind for entry in here):
            yield LegendEntry(tuple(mark(_sample(kind), MIDDLE)), wording._(words))
    events = [entry for entry in here if entry.kind == "event"]
    for impact, words in IMPACTS.items():
        if any(entry.impact is impact for entry in events):
            sample = _sample("event", impact=impact)
            yield LegendEntry(tuple(mark(sample, MIDDLE)), wording._(words))
    for certainty, words in CERTAINTIES.items():
        if any(entry.certainty is certainty for entry in events):
            sample = _sample("event", certainty=certainty)
            yield LegendEntry(tuple(mark(sample, MIDDLE)), wording._(words))


def _bars(wording: Wording, placed: Sequence[Placed]) -> Iterator[LegendEntry]:
    here = [one for one in placed if one.span is not None]
    for kind, words in BARS.items():
        if any(one.entry.kind == kind for one in here):
            yield _bar(wording, kind, (6, 6, 50, 50), words)
    if any(one.edges[0] < one.edges[1] or one.edges[2] < one.edges[3] for one in here):
        yield _bar(wording, "involved", (6, 50, 6, 50), marked("perhaps then"))


def _bar(
    wording: Wording, kind: str, edges: tuple[float, float, float, float], words: str
) -> LegendEntry:
    span = Span(DAY, DAY, DAY, DAY)
    items = placed_items(Placed(_sample(kind), edges, span, (), edges[0] + 6), MIDDLE[1])
    return LegendEntry(tuple(items), wording._(words))


def _sample(
    kind: str, impact: Impact | None = None, certainty: Certainty = Certainty.CERTAIN
) -> Entry:
    return Entry("", kind, "", (), impact=impact, certainty=certainty)
