"""A scene as SVG: for in a page, or as a file that stands alone.

In a page the inks are custom properties of the page with the light colours behind them, so the
drawing follows its theme; as a file they are the light colours themselves. They stand in
attributes, not in styles, so a strict content security policy lets them through and a style
sheet may overrule them. Typst and other programs that know little CSS draw the same picture.

Nothing in the result can run, and nothing in it is fetched.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib import resources

from samenspel.drawing.scene import Area, Entry, Item, Scene, Sign, Stroke, Text
from samenspel.drawing.signs.curves import number
from samenspel.drawing.signs.legend import HIGH, WIDE
from samenspel.drawing.signs.strokes import STROKES
from samenspel.drawing.signs.symbols import outlines
from samenspel.drawing.text import FAMILY, STYLES, beyond_latin, capital, height, lines, width

# Name of an ink: the custom property of the page, light, and in black and white.
INKS = {
    "ink": ("ink", "#22272b", "#000"),
    "ink-2": ("ink-2", "#555c61", "#000"),
    "line": ("line", "#ddd9d1", "#aaa"),
    "line-strong": ("line-strong", "#7f7d77", "#000"),
    "ground": ("card", "#ffffff", "#fff"),
    "house": ("house", "#eef5f4", "none"),
    "house-line": ("house-line", "#0b5a61", "#000"),
    "honey": ("honey", "#f5bc4b", "#fff"),
    "selection": ("honey", "#f5bc4b", "#ccc"),
    "k1": ("k1", "#1e606f", "#000"),
    "k2": ("k2", "#cc510c", "#000"),
    "k3": ("k3", "#5f1e8b", "#000"),
    "k4": ("k4", "#5d8367", "#000"),
    "k5": ("k5", "#7f171f", "#000"),
    "k6": ("k6", "#1b8deb", "#000"),
}
PRINT = (
    "@media print{text,.solid,.tie_bead,.tie_head{fill:#000}.house{fill:none;stroke:#000}"
    ".honey{fill:#fff}.selection{fill:#ccc}}"
)
FONTS = f"'{FAMILY}',system-ui,sans-serif"

GAP = 12.0  # in an entry of the legend, between sign and words
ROWS = 8.0  # between rows
COLUMNS = 28.0  # between columns
ABOVE = 32.0  # between drawing and legend
WRAP = 190.0  # words of an entry go on on a next line beyond this
KEY = 230.0  # the same for an entry by itself, which fits the smallest phone


@dataclass(frozen=True)
class Layers:
    """SVG that a page adds: behind all, between the homes and what they hold, and in front."""

    behind: str
    between: str
    in_front: str

    def around(self, drawn: Sequence[str], homes: int) -> list[str]:
        silent = '<g class="drawn" aria-hidden="true">'
        floor = [silent, *drawn[:homes], "</g>"] if homes else []
        rest = [silent, *drawn[homes:], "</g>"]
        return [self.behind, *floor, self.between, *rest, self.in_front]


def _homes(scene: Scene) -> int:
    """How many of the first items are homes, which lie behind everything."""
    others = (n for n, one in enumerate(scene.items) if one.role != "house")
    return next(others, len(scene.items))


def svg(
    scene: Scene,
    *,
    uid: str = "",
    embed_font: bool = False,
    standalone: bool = True,
    with_legend: bool = True,
    black_and_white: bool = False,
    layers: Layers | None = None,
) -> str:
    """The picture with its legend below it.

    `uid` comes before every id, for pages with more than one drawing. `embed_font` puts the font
    into the file (about 30 kB), for who opens it elsewhere. What a page lays in front can be
    focused and speaks for itself: then the whole is a group, and the drawing is silent.
    """
    pen = _pen(standalone, black_and_white)
    rows = _Rows.of(scene) if with_legend and scene.legend else None
    left, top, right, bottom = _box(scene, rows)
    drawn = [*map(pen.draw, scene.items), *(rows.draw(pen, scene) if rows else ())]
    body = layers.around(drawn, _homes(scene)) if layers else drawn
    wide, high = number(right - left), number(bottom - top)
    view = f"{number(left)} {number(top)} {wide} {high}"
    uid = escape(uid) or _hash(scene, body)
    role = "group" if layers else "img"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}"'
        f' viewBox="{view}" role="{role}" lang="{escape(scene.lang)}" class="drawing"'
        f' aria-labelledby="{uid}-title {uid}-description" font-family="{FONTS}">'
        f'<title id="{uid}-title">{clean(scene.title)}</title>'
        f'<desc id="{uid}-description">{clean(scene.description)}</desc>'
    )
    if standalone:
        head += _styles(scene, embed_font) + _ground(left, top, wide, high)
    return f"{head}{''.join(body)}</svg>"


def _ground(left: float, top: float, wide: str, high: str) -> str:
    """White paper, also where the viewer is dark."""
    return (
        f'<rect x="{number(left)}" y="{number(top)}" width="{wide}" height="{high}" fill="#fff"/>'
    )


def _hash(scene: Scene, body: Iterable[str]) -> str:
    text = "\n".join((scene.title, scene.description, *body))
    return "d" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]


# --- Items ----------------------------------------------------------------------------------------

OF_ONE = frozenset({"person", "index", "mark", "age", "died", "supporter", "label"})
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """A character that XML cannot hold becomes �."""
    return _FORBIDDEN.sub("\ufffd", text)


def clean(text: str) -> str:
    """Fit to stand in XML."""
    return escape(printable(text))


@dataclass(frozen=True)
class Pen:
    """Draws items with the colours of `ink`; what a style looks like is worked out once."""

    strokes: dict[str, str]
    texts: dict[str, str]
    for_page: bool  # a page finds by ids whom an item is about; a file tells no ids (aliases!)

    def about(self, item: Item) -> str:
        """`data-who` marks what is of one person and moves with them: symbol, age, name."""
        if not (self.for_page and item.ids):
            return ""
        ids = clean(" ".join(item.ids))
        is_of_one = item.role in OF_ONE and len(item.ids) == 1
        return f' data-ids="{ids}" data-who="{ids}"' if is_of_one else f' data-ids="{ids}"'

    def draw(self, item: Item) -> str:
        if isinstance(item, Text):
            return self._text(item)
        if isinstance(item, Sign):
            about = self.about(item)
            return "".join(self._path(item.role, about, *part) for part in outlines(item))
        if isinstance(item, Stroke):
            before = self._path("halo", "", item.path, "halo") if item.halo else ""
            return before + self._path(item.role, self.about(item), item.path, item.style)
        if isinstance(item, Area):
            return self._path(item.role, self.about(item), item.path, item.style)
        raise TypeError(f"An item of a scene is a stroke, sign, area or text, not {item!r}.")

    def _path(self, role: str, about: str, d: str, style: str) -> str:
        return f'<path class="{role} {style}"{about} d="{d}"{self.strokes[style]}/>'

    def _text(self, item: Text) -> str:
        x, y = item.at
        return (
            f'<text class="{item.role} {item.style}"{self.about(item)} x="{number(x)}"'
            f' y="{number(y)}"{_ANCHORS[item.anchor]}{self.texts[item.style]}>'
            f"{clean(item.text)}</text>"
        )


_ANCHORS = {
    "start": "",
    "middle": ' text-anchor="middle"',
    "end": ' text-anchor="end"',
}


@cache
def _pen(standalone: bool, black_and_white: bool) -> Pen:
    inks = {name: _colour(name, standalone, black_and_white) for name in INKS} | {"": "none"}
    strokes = {name: _stroke_attributes(name, inks) for name in STROKES}
    texts = {
        name: f' font-size="{style.size:g}" font-weight="{style.weight}" fill="{inks[style.ink]}"'
        for name, style in STYLES.items()
    }
    return Pen(strokes, texts, for_page=not standalone)


def _colour(name: str, standalone: bool, black_and_white: bool) -> str:
    token, light, print_ = INKS[name]
    if black_and_white:
        return print_
    return light if standalone else f"var(--{token},{light})"


def _stroke_attributes(name: str, inks: dict[str, str]) -> str:
    line = STROKES[name]
    fill = inks[line.fill]
    if not line.ink:
        return f' fill="{fill}"'
    dash = f' stroke-dasharray="{line.dash}"' if line.dash else ""
    ends = ' stroke-linecap="round"' if line.round_ends else ""
    corners = "" if line.dash else ' stroke-linejoin="round"'
    stroke = f' stroke="{inks[line.ink]}" stroke-width="{line.width:g}"'
    return f' fill="{fill}"{stroke}{dash}{ends}{corners}'


# --- Legend ---------------------------------------------------------------------------------------


Worded = tuple[Entry, list[str]]  # with its words in lines


@dataclass(frozen=True)
class _Rows:
    """The legend in rows of equally wide columns; wide entries come last, each in a row."""

    entries: tuple[Worded, ...]
    last: tuple[Worded, ...]
    columns: int
    column: float

    @classmethod
    def of(cls, scene: Scene) -> "_Rows":
        entries = tuple(_worded(one, WRAP) for one in scene.legend if not one.wide)
        words = max((width(line, "legend") for _, rows in entries for line in rows), default=0.0)
        column = WIDE + GAP + words
        room = scene.box[2] - scene.box[0]
        fitting = max(1, int((room + COLUMNS) // (column + COLUMNS)))
        columns = -(-len(entries) // -(-len(entries) // fitting)) if entries else 1
        wide = max(WRAP, room - WIDE - GAP)
        last = tuple(_worded(one, wide) for one in scene.legend if one.wide)
        return cls(entries, last, columns, column)

    @property
    def wide(self) -> float:
        words = (width(line, "legend") for _, rows in self.last for line in rows)
        columns = self.columns * (self.column + COLUMNS) - COLUMNS
        return max(columns, max(words, default=0.0) + WIDE + GAP)

    @property
    def in_rows(self) -> list[Sequence[Worded]]:
        starts = range(0, len(self.entries), self.columns)
        rows = [self.entries[start : start + self.columns] for start in starts]
        return [*rows, *((one,) for one in self.last)]

    @property
    def high(self) -> float:
        return sum(map(_row_height, self.in_rows)) + ROWS * (len(self.in_rows) - 1)

    def draw(self, pen: Pen, scene: Scene) -> Iterable[str]:
        left, y = scene.box[0], scene.box[3] + ABOVE
        yield '<g class="legend">'
        for row in self.in_rows:
            for n, (one, words) in enumerate(row):
                x = left + n * (self.column + COLUMNS)
                yield _draw_entry(pen, one, words, x, y + (_row_height(row) - HIGH) / 2)
            y += _row_height(row) + ROWS
        yield "</g>"


def _worded(entry: Entry, room: float) -> Worded:
    return entry, lines(entry.words, "legend", room)


def _row_height(row: Sequence[tuple[Entry, list[str]]]) -> float:
    return max(HIGH, max(len(words) for _, words in row) * height("legend"))


def _draw_entry(pen: Pen, entry: Entry, words: list[str], x: float, y: float) -> str:
    step = height("legend")
    first = HIGH / 2 + capital("legend") / 2 - (len(words) - 1) * step / 2
    texts = [
        Text("legend", (), (WIDE + GAP, first + n * step), line, "legend", "start")
        for n, line in enumerate(words)
    ]
    drawn = "".join(map(pen.draw, (*entry.items, *texts)))
    return f'<g class="entry" transform="translate({number(x)} {number(y)})">{drawn}</g>'


def _box(scene: Scene, rows: _Rows | None) -> tuple[float, float, float, float]:
    left, top, right, bottom = scene.box
    if rows is None:
        return scene.box
    return left, top, max(right, left + rows.wide), bottom + ABOVE + rows.high + ROWS


def keys(scene: Scene) -> str:
    """The legend for a page, as one small SVG per entry, so that they flow as words do."""
    pen = _pen(standalone=False, black_and_white=False)
    return "".join(_key(pen, entry, scene.lang) for entry in scene.legend)


def _key(pen: Pen, entry: Entry, lang: str) -> str:
    words = lines(entry.words, "legend", KEY)
    wide = number(WIDE + GAP + max(width(line, "legend") for line in words) + 2)
    high = _row_height([(entry, words)])
    drawn = _draw_entry(pen, entry, words, 0.0, (high - HIGH) / 2)
    return (
        f'<svg class="key" width="{wide}" height="{number(high)}"'
        f' viewBox="0 0 {wide} {number(high)}" role="img" lang="{escape(lang)}"'
        f' aria-label="{clean(entry.words)}" overflow="visible" font-family="{FONTS}">{drawn}</svg>'
    )


# --- The font -------------------------------------------------------------------------------------


def _styles(scene: Scene, embed_font: bool) -> str:
    faces = "".join(_faces(scene)) if embed_font else ""
    return f"<style>{faces}{PRINT}</style>"


def _faces(scene: Scene) -> Iterable[str]:
    """The font as @font-face rules; letters of latin-ext only when there are some."""
    texts = [item.text for item in scene.items if isinstance(item, Text)]
    words = [entry.words for entry in scene.legend]
    yield _face("latin")
    if beyond_latin("".join((*texts, *words))):
        yield _face("latin-ext")


@cache
def _face(part: str) -> str:
    file = resources.files("samenspel.drawing").joinpath("fonts", f"{part}.woff2")
    data = base64.b64encode(file.read_bytes()).decode("ascii")
    return (
        f"@font-face{{font-family:'{FAMILY}';font-weight:400 650;"
        f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
    )
