"""How far rows stand apart, and at what height each bar runs in the band between two rows.

From one row down: symbols, labels and the lower edges of houses; then the bars, a track each; then
the upper edges of houses, labels above and the symbols of the next row.
"""

from collections.abc import Mapping, Sequence

from samenspel.drawing.genogram.plans import Bar
from samenspel.drawing.placement import ROW

GAP = 12.0  # between bars and what stands above and below them
TRACK = 18.0  # the least between two bars
WIDE_TRACK = 22.0  # wished for


def heights(
    rows: int,
    below: Mapping[int, float],
    above: Mapping[int, float],
    bars: Sequence[Bar],
    least: float = ROW,
) -> dict[int, float]:
    """The y of every row, the first at 0; `below` and `above` are taken from the rows' centres.

    Rows are at least so far apart. Gives every bar its height too.
    """
    bands: dict[int, list[Bar]] = {}
    for bar in bars:
        bands.setdefault(bar.band, []).append(bar)
    tops = {0: 0.0}
    for row in range(rows - 1):
        need = below[row] + above[row + 1] + _need(bands.get(row, []), TRACK) + 2 * GAP
        tops[row + 1] = tops[row] + max(least, round(need))
    for band, inside in bands.items():
        _settle(inside, *_zone(band, rows, tops, below, above, inside))
    return tops


def _zone(
    band: int,
    rows: int,
    tops: Mapping[int, float],
    below: Mapping[int, float],
    above: Mapping[int, float],
    bars: Sequence[Bar],
) -> tuple[float, float]:
    """Between which heights the bars of a band may run."""
    if band < 0:
        bottom = tops[0] - above[0] - GAP
        return bottom - _need(bars, TRACK), bottom
    if band >= rows - 1:
        top = tops[rows - 1] + below[rows - 1] + GAP
        return top, top + _need(bars, TRACK)
    return tops[band] + below[band] + GAP, tops[band + 1] - above[band + 1] - GAP


def _need(bars: Sequence[Bar], track: float) -> float:
    notes = _notes(bars)
    return (len(notes) - 1) * track + sum(notes) if notes else 0.0


def _notes(bars: Sequence[Bar]) -> list[float]:
    """For each track the room for words above it."""
    shown = [bar for bar in bars if bar.net.has_bar]
    count = max((bar.track for bar in shown), default=-1) + 1
    return [max((b.note for b in shown if b.track == track), default=0.0) for track in range(count)]


def _settle(bars: Sequence[Bar], top: float, bottom: float) -> None:
    notes = _notes(bars)
    track = WIDE_TRACK if _need(bars, WIDE_TRACK) <= bottom - top else TRACK
    start = top + max(bottom - top - _need(bars, track), 0.0) / 2
    for bar in bars:
        if bar.net.has_bar:
            bar.y = round(start + track * bar.track + sum(notes[: bar.track + 1]))
        else:
            bar.y = round((top + bottom) / 2)
