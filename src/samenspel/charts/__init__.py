"""Accessible charts as SVG: role, title, text beside every mark, no script, no inline style.

Colours and hatches come from the page's style sheet, by class.
"""

from samenspel.charts.ranges import Range, range_bar, range_chart

__all__ = ["Range", "range_bar", "range_chart"]
