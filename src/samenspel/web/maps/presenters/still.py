"""A drawing to look at: nothing in it can be chosen, so several can stand on one page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString, mark_safe

from samenspel.drawing.sheet.look import Look, Sheet
from samenspel.drawing.words.paragraphs import Section
from samenspel.family import FamilyMap
from samenspel.web.maps.sheets import Order, desk

THINGS = '<g class="things"'
"""Begins the layer of what can be chosen, the last of a sheet."""


@dataclass(frozen=True)
class Still:
    """`svg` is empty when there is nobody to draw."""

    svg: SafeString
    legend: SafeString
    title: str
    sections: Sequence[Section]


def still(sheet: Sheet) -> Still:
    """Every word in the drawing was escaped by our own renderer."""
    drawn, things, _ = sheet.svg.partition(THINGS)
    svg = drawn.replace('role="group"', 'role="img"', 1) + "</svg>" if things else drawn
    return Still(
        svg=mark_safe(svg),  # noqa: S308 (our own renderer escapes)
        legend=mark_safe(sheet.legend),  # noqa: S308 (our own renderer escapes)
        title=sheet.words.title,
        sections=sheet.words.sections,
    )


def sheet_of(case: str, shown_to: str, seen: FamilyMap, look: Look, today: date) -> Sheet:
    """Drawn now, for a page that waits for it. `seen` went through `seen_by`."""
    order = Order(case=case, shown_to=shown_to, seen=seen, look=look, today=today)
    return desk.sheet(order)
