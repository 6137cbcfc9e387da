"""A sheet: one view of a family map, ready for a page: picture, words, and where to touch it.

    sheet(seen, Look(View.GENOGRAM, on=date(2026, 3, 31)), today=today)

It is a function of a map that went through `seen_by`, and of nothing else that is secret. It
runs in a process of its own (`samenspel.drawing.sheet` imports no Django), so what goes in and
comes out can be pickled.
"""

from samenspel.drawing.sheet.look import Look, Sheet, View
from samenspel.drawing.sheet.make import sheet

__all__ = ["Look", "Sheet", "View", "sheet"]
