"""What a picture is made of, before it is SVG: strokes, signs, areas and texts with a place.

Units are those of the drawing: a symbol is 44 wide, y grows downwards. A scene knows nothing of
SVG, and a view (genogram, systemogram, timeline) knows nothing else. `role` names what an item is
("person", "bond", "child", "tie", "house", "label", …): the renderer makes a class of it, tests
look things up by it, and a page finds by `ids` which people an item is about.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

Place = tuple[float, float]


@dataclass(frozen=True)
class Item:
    role: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stroke(Item):
    """A line. `path` is SVG path data in absolute coordinates; `style` a key of `signs.STROKES`.

    `halo` draws it over a band in the colour of the ground, so that it can be followed where it
    crosses others.
    """

    path: str = ""
    style: str = "plain"
    halo: bool = False


@dataclass(frozen=True)
class Sign(Item):
    """A symbol around a centre: a key of `signs.SYMBOLS`, `size` wide."""

    at: Place = (0.0, 0.0)
    sign: str = "circle"
    size: float = 44.0


@dataclass(frozen=True)
class Area(Item):
    """A tinted surface with an outline: a house. `path` is closed SVG path data."""

    path: str = ""
    style: str = "house"


@dataclass(frozen=True)
class Text(Item):
    """One line of text with its baseline at `at`. `anchor` is start, middle or end.

    `style` is a key of `text.STYLES` (name, fact, age, house, …), which gives size and weight.
    """

    at: Place = (0.0, 0.0)
    text: str = ""
    style: str = "fact"
    anchor: str = "middle"


@dataclass(frozen=True)
class Entry:
    """A line of the legend: a small drawing (in a box 56 × 28) and its words.

    One that is `wide` may take the whole width of the legend.
    """

    items: tuple[Item, ...]
    words: str
    wide: bool = False


@dataclass(frozen=True)
class Scene:
    """A whole picture: items from back to front, inside a box (left, top, right, bottom).

    `title` and `description` are read by a screen reader; `lang` is nl or en.
    """

    items: tuple[Item, ...]
    box: tuple[float, float, float, float]
    title: str
    description: str
    lang: str
    legend: tuple[Entry, ...] = ()

    def of(self, role: str) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.role == role)

    def and_items(self, items: Sequence[Item]) -> "Scene":
        return replace(self, items=(*self.items, *items))
