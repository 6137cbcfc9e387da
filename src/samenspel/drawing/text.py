"""How wide and how high a text is, measured from the font that is shipped with the drawings.

Sizes are in the units of the drawing. Pairs that the font sets tighter are measured without that,
so a text is never wider than `width` says.
"""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

FAMILY = "Atkinson Hyperlegible Next"
LINE = 1.3  # from baseline to baseline, in sizes


@dataclass(frozen=True)
class Style:
    """`ink` is one of the inks of the renderer; only weights that `tools/fonts.py` unpacks."""

    size: float
    weight: int
    ink: str = "ink"


STYLES: dict[str, Style] = {
    "name": Style(16, 650),
    "fact": Style(14, 400, "ink-2"),
    "age": Style(15, 600),
    "number": Style(13, 650),
    "house": Style(14, 650, "house-line"),
    "date": Style(13, 400, "ink-2"),
    "legend": Style(14, 400),
    "generation": Style(14, 400, "ink-2"),
    "note": Style(14, 400),
    "strong": Style(14, 650),
    "question": Style(20, 650),
    "title": Style(28, 650),
}


class FontsMissing(RuntimeError):
    """The fonts are not there: they are unpacked when the project is set up."""


class _Advances(dict[str, float]):
    """Advances by letter, in sizes; a letter that the font lacks gets what another would need."""

    def __missing__(self, letter: str) -> float:
        advance = _elsewhere(letter)
        self[letter] = advance
        return advance


def _elsewhere(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Cf", "Mn", "Me"}:
        return 0.0
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return 1.05
    return 0.75


@dataclass(frozen=True)
class _Font:
    """Measures in sizes. `letters` are those it has, `latin` those of its first part."""

    ascent: float
    descent: float
    capital: float
    advances: dict[int, _Advances]
    letters: frozenset[str]
    latin: frozenset[str]


@cache
def _font() -> _Font:
    file = resources.files("samenspel.drawing").joinpath("fonts", "widths.json")
    try:
        table = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise FontsMissing("The fonts of the drawings are not there. Run: make setup") from None
    advances = {
        int(weight): _Advances(zip(table["letters"], (n / 1000 for n in row), strict=True))
        for weight, row in table["advances"].items()
    }
    return _Font(
        ascent=table["ascent"] / 1000,
        descent=table["descent"] / 1000,
        capital=table["capital"] / 1000,
        advances=advances,
        letters=frozenset(table["letters"]),
        latin=frozenset(table["latin"]),
    )


@cache
def _measure(style: str) -> tuple[float, _Advances]:
    shape = STYLES[style]
    return shape.size, _font().advances[shape.weight]


def width(text: str, style: str) -> float:
    size, advances = _measure(style)
    return size * sum([advances[letter] for letter in text])


def height(style: str) -> float:
    """From one baseline to the next."""
    return STYLES[style].size * LINE


def ascent(style: str) -> float:
    """How far letters reach above the baseline, with the accents of capitals."""
    return STYLES[style].size * _font().ascent


def descent(style: str) -> float:
    """How far letters reach below the baseline."""
    return STYLES[style].size * _font().descent


def capital(style: str) -> float:
    """The height of capitals and figures: half of it centres a text on a line."""
    return STYLES[style].size * _font().capital


def lines(text: str, style: str, max_width: float) -> list[str]:
    """The text in lines of at most that width, broken between words; no word is ever cut."""
    found: list[str] = []
    for word in text.split():
        if found and width(f"{found[-1]} {word}", style) <= max_width:
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
    return found


def widest(texts: Iterable[str], style: str) -> float:
    return max((width(text, style) for text in texts), default=0.0)


def lacks(text: str) -> str:
    """The letters of a text that the font does not have."""
    return "".join(letter for letter in dict.fromkeys(text) if letter not in _font().letters)


def beyond_latin(text: str) -> bool:
    """Whether a text has letters of the font's second part, latin-ext."""
    return any(letter in _font().letters - _font().latin for letter in text)
