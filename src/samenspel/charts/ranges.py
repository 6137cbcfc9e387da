"""Ranges of money as bars without a middle point: a range stays a range.

`range_chart` is for a wide page, `range_bar` one bar for a list on a phone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

WIDTH = 760
LEFT, RIGHT = 240, 700
ROW = 76
TOP = 34
BAR = 18
NARROWEST = 4
STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True)
class Range:
    """One bar, in whole euro. `kind` is `gross`, `net` or `displaced`."""

    label: str
    sub: str
    low: int
    high: int
    kind: str


def range_chart(
    ranges: Sequence[Range], *, title: str, money: Callable[[int], str], chart_id: str
) -> str:
    """The whole chart. `money` writes an amount in the reader's language."""
    ticks = ticks_for(max((item.high for item in ranges), default=0))
    height = TOP + ROW * len(ranges)
    words = "; ".join(f"{item.label}: {money(item.low)} – {money(item.high)}" for item in ranges)
    names = f"{chart_id}-t {chart_id}-d"
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="{names}">',
        f'<title id="{chart_id}-t">{escape(title)}</title>',
        f'<desc id="{chart_id}-d">{escape(words)}</desc>',
        *(_tick(tick, ticks[-1], height, money) for tick in ticks),
        *(_row(item, TOP + ROW * i, ticks[-1], money) for i, item in enumerate(ranges)),
        "</svg>",
    ]
    return "".join(parts)


def range_bar(item: Range, *, top: int) -> str:
    """One bar as wide as its list; the words stand beside it in the page."""
    width = max(100 * (item.high - item.low) / top, 1) if top else 1
    x = min(100 * item.low / top, 100 - width) if top else 0
    return (
        '<svg aria-hidden="true"><path class="range-grid" d="M0 7H2000"/>'
        f'<rect class="range-{item.kind}" x="{x:.1f}%" y="1" width="{width:.1f}%" height="12"/>'
        "</svg>"
    )


def ticks_for(highest: int) -> list[int]:
    """0 and up to four round amounts, equally far apart, the last at or above the highest."""
    step = 1.0
    while True:
        for factor in STEPS:
            size = step * factor
            if size.is_integer() and size * 4 >= highest:
                count = max(-(-highest // int(size)), 1)
                return [int(size) * i for i in range(count + 1)]
        step *= 10


def _x(amount: int, top: int) -> float:
    return LEFT + (RIGHT - LEFT) * amount / top if top else LEFT


def _tick(tick: int, top: int, height: int, money: Callable[[int], str]) -> str:
    x = _x(tick, top)
    return (
        f'<text class="range-axis" x="{x:.1f}" y="16" text-anchor="middle">'
        f"{escape(money(tick))}</text>"
        f'<path class="range-grid" d="M{x:.1f} 26V{height - 8}"/>'
    )


def _row(item: Range, y: int, top: int, money: Callable[[int], str]) -> str:
    width = max(_x(item.high, top) - _x(item.low, top), NARROWEST)
    x = min(_x(item.low, top), RIGHT - width)
    middle = min(max(x + width / 2, LEFT + 80), RIGHT - 70)
    return (
        f'<text class="range-label" x="0" y="{y + 34}">{escape(item.label)}</text>'
        f'<text class="range-sub" x="0" y="{y + 54}">{escape(item.sub)}</text>'
        f'<text class="range-value" x="{middle:.1f}" y="{y + 24}" text-anchor="middle">'
        f"{escape(money(item.low))} – {escape(money(item.high))}</text>"
        f'<rect class="range-{item.kind}" x="{x:.1f}" y="{y + 32}"'
        f' width="{width:.1f}" height="{BAR}" rx="3"/>'
    )
