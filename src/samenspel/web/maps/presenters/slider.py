"""The date slider: the days on which something changed, and today at its end."""

import json
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samenspel.web.base.templatetags.samenspel import day


@dataclass(frozen=True)
class Slider:
    """`last` is today; `value` the place of the day that is shown."""

    days: tuple[date, ...]
    value: int
    on: date | None

    @property
    def last(self) -> int:
        return len(self.days)

    @property
    def days_json(self) -> str:
        return json.dumps([one.isoformat() for one in self.days])

    @property
    def words_json(self) -> str:
        return json.dumps([day(one) for one in self.days], ensure_ascii=False)

    @property
    def shown(self) -> str:
        return day(self.on) if self.on else _("Today")

    @property
    def first(self) -> str:
        return str(self.days[0].year) if self.days else ""

    @property
    def ticks(self) -> tuple[str, ...]:
        """Places on a line from 0 to 100, one per day and one for today."""
        return tuple(f"{100 * n / self.last:.2f}" for n in range(self.last + 1))

    def at(self, step: int) -> date | None:
        """The day at a place; None is today."""
        return self.days[step] if step < self.last else None


def slider(moments: Sequence[date], *, on: date | None, today: date) -> Slider | None:
    """None when nothing ever changed: then there is nothing to slide along."""
    days = tuple(one for one in moments if one < today)
    if not days:
        return None
    value = len(days) if on is None else max(bisect_right(days, on) - 1, 0)
    return Slider(days, value, on)
