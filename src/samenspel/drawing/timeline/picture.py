"""The timeline: a lane per person, one axis of years, and on it everything that has a date.

A bar is solid where it is certain, dashed where it may have been, and has a question mark where
an end is not known; it stays open where it goes on. What has no date at all stands in a column of
its own, before the axis. Words are never cut: a lane grows until all stand free.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from samenspel.drawing import text
from samenspel.drawing.genogram.labels import Wording
from samenspel.drawing.scene import Item, Scene, Stroke, Text
from samenspel.drawing.signs.curves import path
from samenspel.drawing.signs.symbols import symbol
from samenspel.drawing.timeline.bars import HIGH, Placed, place, placed_items
from samenspel.drawing.timeline.entries import Entry, entries, lane_order
from samenspel.drawing.timeline.lanes import Axis, axis_over, in_rows
from samenspel.drawing.timeline.legend import legend_of
from samenspel.family.dates import PartialDate
from samenspel.family.facts import Id
from samenspel.family.family import Family
from samenspel.family.language import say_date

MARGIN = 24.0
NAMES = 132.0  # how wide a name may be
SIGN = 26.0
UNDATED = 190.0  # the column of what has no date
PAD = 10.0  # above and below what is on a lane
GAP = 14.0  # between two items in a row
ROW = 6.0  # between two rows
AXIS = 30.0


@dataclass(frozen=True)
class Lane:
    """`top` and `bottom` in the picture; `placed` with the middle of the row of each."""

    id: Id
    name: tuple[str, ...]
    top: float
    bottom: float
    placed: tuple[tuple[Placed, float], ...]


@dataclass(frozen=True)
class Sheet:
    wording: Wording
    axis: Axis
    undated: float | None  # where the column of what has no date begins
    lanes: tuple[Lane, ...]

    @property
    def bottom(self) -> float:
        return self.lanes[-1].bottom if self.lanes else AXIS


def timeline(family: Family, *, on: date, lang: str, alias: bool = False) -> Scene:
    return drawn(lay_out(Wording(family, on, lang, alias)))


def drawn(sheet: Sheet) -> Scene:
    """The picture of what has its place already."""
    items = (
        *_today(sheet),
        *_axis(sheet),
        *(item for lane in sheet.lanes for item in _lane(sheet, lane)),
    )
    return Scene(
        items=items,
        box=_box(sheet),
        title=_title(sheet),
        description=_description(sheet),
        lang=sheet.wording.lang,
        legend=legend_of(
            sheet.wording,
            [one for lane in sheet.lanes for one, _ in lane.placed],
            sheet.axis.has_bend,
        ),
    )


def lay_out(wording: Wording) -> Sheet:
    lanes = lane_order(wording)
    found = entries(wording, lanes)
    names = {lane: tuple(text.lines(_name(wording, lane), "name", NAMES)) for lane in lanes}
    left = SIGN + 14 + max((text.widest(one, "name") for one in names.values()), default=0) + 20
    has_undated = any(_is_undated(entry) for entry in found)
    undated = left if has_undated else None
    days = [day for entry in found for day in entry.days()]
    story = [day for entry in found if _is_story(wording, entry) for day in entry.days()]
    axis = axis_over(days, story, wording.on, left + (UNDATED + 20 if has_undated else 0))
    return Sheet(wording, axis, undated, tuple(_stack(wording, axis, undated, names, found)))


def _is_undated(entry: Entry) -> bool:
    return entry.when is not None and not entry.when.is_known


def _is_story(wording: Wording, entry: Entry) -> bool:
    if entry.kind == "birth":
        return wording.family.person[entry.lane].is_index
    return entry.kind in {"home", "event", "help", "involved"}


def _stack(
    wording: Wording,
    axis: Axis,
    undated: float | None,
    names: dict[Id, tuple[str, ...]],
    found: Sequence[Entry],
) -> Iterator[Lane]:
    top = AXIS
    for lane, name in names.items():
        here = [place(wording, axis, undated, one) for one in found if one.lane == lane]
        rows = _rows(here)
        middles, used = _middles(here, rows)
        high = max(used, text.height("name") * len(name), SIGN + 6) + 2 * PAD
        placed = tuple((one, top + PAD + middles[row]) for one, row in zip(here, rows, strict=True))
        yield Lane(lane, name, top, top + high, placed)
        top += high


# What stands under each other on a lane; within a group things share rows.
GROUPS = {"birth": 0, "death": 0, "bond": 0, "event": 0, "home": 1, "help": 2, "involved": 2}


def _rows(here: Sequence[Placed]) -> list[int]:
    rows, used = [0] * len(here), 0
    for group in sorted(set(GROUPS.values())):
        members = [nth for nth, one in enumerate(here) if GROUPS[one.entry.kind] == group]
        found = in_rows([here[nth].extent for nth in members], GAP)
        for nth, row in zip(members, found, strict=True):
            rows[nth] = used + row
        used += max(found, default=-1) + 1
    return rows


def _middles(here: Sequence[Placed], rows: Sequence[int]) -> tuple[list[float], float]:
    """The middle of each row, as high as the highest in it, and how high they are together."""
    middles, used = [], 0.0
    for row in range(max(rows, default=-1) + 1):
        high = max(one.high for one, at in zip(here, rows, strict=True) if at == row)
        middles.append(used + high / 2)
        used += high + ROW
    return middles, max(used - ROW, HIGH)


def _name(wording: Wording, lane: Id) -> str:
    if lane in wording.family.household:
        return wording.home(wording.family.household[lane])
    return wording.name(lane) or wording._("no name")


# --- Drawing --------------------------------------------------------------------------------------


def _lane(sheet: Sheet, lane: Lane) -> Iterator[Item]:
    line = path([(0, lane.top), (sheet.axis.right, lane.top)])
    yield Stroke("lane", (lane.id,), line, "hair")
    yield from _ticks(sheet.axis, lane.top, 4)
    yield from _heading(sheet.wording, lane)
    for placed, middle in lane.placed:
        yield from placed_items(placed, middle)


def _heading(wording: Wording, lane: Lane) -> Iterator[Item]:
    middle = lane.top + PAD + (SIGN + 6) / 2
    person = wording.family.person.get(lane.id)
    if person is not None:
        yield from symbol(person, (SIGN / 2 + 4, middle), size=SIGN, inside="")
    first = middle + text.capital("name") / 2
    for nth, line in enumerate(lane.name):
        at = (SIGN + 16 if person is not None else 0.0, first + nth * text.height("name"))
        style = "name" if person is not None else "house"
        yield Text("label", (lane.id,), at, line, style, "start")


def _axis(sheet: Sheet) -> Iterator[Item]:
    for y, label in ((AXIS, AXIS - 10), (sheet.bottom, sheet.bottom + 20)):
        line = path([(sheet.axis.left, y), (sheet.axis.right, y)])
        yield Stroke("axis", (), line, "axis")
        yield from _ticks(sheet.axis, y, 6)
        for year in sheet.axis.years():
            x = sheet.axis.x(date(year, 1, 1))
            if _is_clear(sheet, x, label):
                yield Text("year", (), (x, label), str(year), "date")
        if sheet.axis.has_bend:
            yield from _bend(sheet.axis, y)
    if sheet.undated is not None:
        words = sheet.wording._("when is not known")
        yield Text("year", (), (sheet.undated, AXIS - 10), words, "date", "start")


def _bend(axis: Axis, y: float) -> Iterator[Item]:
    """Two strokes through the axis: before them the years are narrower."""
    x = axis.x(axis.bend)
    for side in (-3, 3):
        line = path([(x + side - 3, y + 6), (x + side + 3, y - 6)])
        yield Stroke("bend", (), line, "plain")


def _is_clear(sheet: Sheet, x: float, label: float) -> bool:
    """Above, the word for today must be free; below there is none."""
    half = text.width(_today_word(sheet), "strong") / 2 + 24
    return label > AXIS or abs(x - _today_at(sheet)) > half


def _ticks(axis: Axis, y: float, high: float) -> Iterator[Item]:
    for year in axis.ticks():
        x = axis.x(date(year, 1, 1))
        yield Stroke("tick", (), path([(x, y - high / 2), (x, y + high / 2)]), "axis")


def _today(sheet: Sheet) -> Iterator[Item]:
    x = sheet.axis.x(sheet.wording.on)
    yield Stroke("today", (), path([(x, AXIS - 6), (x, sheet.bottom + 6)]), "today")
    yield Text("today", (), (_today_at(sheet), AXIS - 10), _today_word(sheet), "strong")


def _today_at(sheet: Sheet) -> float:
    """Above its line, but never outside the picture."""
    half = text.width(_today_word(sheet), "strong") / 2
    return min(sheet.axis.x(sheet.wording.on), sheet.axis.right + MARGIN - 4 - half)


def _today_word(sheet: Sheet) -> str:
    return sheet.wording._("today")


def _box(sheet: Sheet) -> tuple[float, float, float, float]:
    """Wider than the axis only when words found no place along it."""
    extents = [one.extent for lane in sheet.lanes for one, _ in lane.placed]
    left = min([0.0, *(start for start, _ in extents)])
    right = max([sheet.axis.right, *(end for _, end in extents)])
    return (left - MARGIN, -MARGIN, right + MARGIN, sheet.bottom + AXIS + MARGIN)


def _title(sheet: Sheet) -> str:
    day = say_date(PartialDate.on(sheet.wording.on), sheet.wording.lang)
    return sheet.wording._("Timeline, {date}", date=day)


def _description(sheet: Sheet) -> str:
    """Lane by lane what stands on it, from early to late."""
    said = []
    for lane in sheet.lanes:
        here = sorted(lane.placed, key=lambda one: one[0].extent[0])
        words = "; ".join(placed.entry.words for placed, _ in here)
        said.append(f"{' '.join(lane.name)}: {words}." if words else f"{' '.join(lane.name)}.")
    return " ".join(said)
