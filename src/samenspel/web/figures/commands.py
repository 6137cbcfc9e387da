"""`samenspel figures`: the interim figures as text."""

from collections.abc import Mapping
from typing import Any

from samenspel.web.figures.interim import InterimFigures


def as_text(figures: InterimFigures) -> str:
    """Every figure on a line, its keys before it, in the order of the JSON."""
    return "\n".join(_lines(figures.as_json()))


def _lines(values: Mapping[str, Any], *above: str) -> list[str]:
    lines: list[str] = []
    for key, value in values.items():
        path = (*above, key)
        lines += _lines(value, *path) if isinstance(value, Mapping) else [_line(path, value)]
    return lines


def _line(path: tuple[str, ...], value: object) -> str:
    return f"{' '.join(path):<60} {value}"
