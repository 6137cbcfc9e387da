"""The few tags that every template may use."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal
from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon of the sprite; always beside a word, so hidden from screen readers."""
    return format_html('<svg class="icon" aria-hidden="true"><use href="#icon-{}"/></svg>', name)


@register.simple_tag
def built(name: str) -> str:
    """The address of a built file."""
    return static(name)


@register.filter
def day(value: date | datetime | None) -> str:
    """14 april 2023; a moment is first brought to Amsterdam."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.astimezone(AMSTERDAM)
    return format_date(value, "d MMMM y", locale=get_language() or "nl")


@register.filter
def month(value: date) -> str:
    """maart 2014"""
    return format_date(value, "LLLL y", locale=get_language() or "nl")


@register.filter
def weekday(value: date) -> str:
    """dinsdag 14 april"""
    return format_date(value, "EEEE d MMMM", locale=get_language() or "nl")


@register.filter
def moment(value: datetime) -> str:
    """14 april 2023, 10.30"""
    local = value.astimezone(AMSTERDAM)
    return f"{day(local)}, {local:%H.%M}"


@register.filter
def euro(value: int | None) -> str:
    """€ 67.500; always the Dutch way of writing, since the amounts are Dutch."""
    return "" if value is None else f"€ {number(value)}"


@register.filter
def number(value: Any) -> str:
    return format_decimal(value, locale=get_language() or "nl")


@register.filter
def get(mapping: Any, key: Any) -> Any:
    """`{{ counts|get:key }}`, nothing when absent."""
    return mapping.get(key)
