"""Which products are of the national list."""

from typing import Any

from django import template

from samenspel.web.figures.national import NATIONAL_PREFIX

register = template.Library()


@register.filter
def is_national(key: Any) -> bool:
    return str(key or "").startswith(NATIONAL_PREFIX)
