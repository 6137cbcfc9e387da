"""The avoided cost as the page shows it: a range in words and as a chart."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from samenspel.charts import Range, range_bar, range_chart
from samenspel.disclosure import SMALLEST_GROUP
from samenspel.evaluation import AvoidedCost
from samenspel.web.base.templatetags.samenspel import euro
from samenspel.web.figures.definitions import Text

ROUNDED_TO = 10_000
"""Euro. A range for coarse readers is widened to this, so that it gives no case away."""


@dataclass(frozen=True)
class AvoidedRange:
    """`bars` is the chart once more, for a phone; `lines` are amounts to read."""

    chart: SafeString
    bars: Sequence[tuple[Range, SafeString]]
    lines: Sequence[tuple[Text, str]]
    rounded: bool


def exact_range(cost: AvoidedCost) -> AvoidedRange | None:
    if not cost.cases:
        return None
    lines: list[tuple[Text, str]] = [
        (_("Middle of the range"), euro(cost.mid)),
        (_("Per closed case, over %(n)s") % {"n": cost.cases}, euro(cost.per_case)),
        (
            _("Per case that can be judged, over %(n)s") % {"n": cost.assessable},
            euro(cost.per_assessable_case),
        ),
        (_("Cases without a price in the tariff table"), str(cost.unpriced)),
    ]
    displaced = _displaced(cost.displaced_low, cost.displaced_high)
    return _drawn([_gross(cost.low, cost.high), displaced], lines, rounded=False)


def coarse_range(cost: AvoidedCost) -> AvoidedRange | None:
    """Widened to tens of thousands, and only over products that five or more cases have."""
    if cost.assessable < SMALLEST_GROUP:
        return None
    ranges = [_gross(*_widen(cost.low, cost.high))]
    if cost.displaced_cases >= SMALLEST_GROUP:
        ranges.append(_displaced(*_widen(cost.displaced_low, cost.displaced_high)))
    return _drawn(ranges, [], rounded=True)


def _gross(low: int, high: int) -> Range:
    return Range(_("Not used"), _("gross"), low, high, "net")


def _displaced(low: int, high: int) -> Range:
    return Range(_("Of which displaced"), _("parents pay"), low, high, "displaced")


def _widen(low: int, high: int) -> tuple[int, int]:
    return low // ROUNDED_TO * ROUNDED_TO, -(-high // ROUNDED_TO) * ROUNDED_TO


def _drawn(
    ranges: list[Range], lines: Sequence[tuple[Text, str]], *, rounded: bool
) -> AvoidedRange:
    title = _("Specialised youth help not used")
    chart = range_chart(ranges, title=title, money=euro, chart_id="avoided")
    top = max(item.high for item in ranges)
    return AvoidedRange(
        chart=mark_safe(chart),  # noqa: S308 (the chart escapes its texts)
        bars=[(item, mark_safe(range_bar(item, top=top))) for item in ranges],  # noqa: S308 (numbers)
        lines=lines,
        rounded=rounded,
    )
