"""A drawing on paper: PDF and PNG, made by Typst from the same SVG.

A4, the drawing first and then the same facts as a list, with at the foot what it is, of which
moment, and the page. The PDF follows PDF/UA-1: a title, a language, headings, and for the drawing
its description. It has no date of making, so the same drawing gives the same file. Only when a
name has a letter that no font on the machine has does it make no promise of PDF/UA-1.

Typst silently takes another font when it does not find the one an SVG asks for, and it knows only
round weights; hence the check before and the change of weights here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from typst import Compiler, Fonts, TypstError

from samenspel.drawing.scene import Scene
from samenspel.drawing.svg import printable, svg
from samenspel.drawing.text import FAMILY, STYLES, FontsMissing, lacks
from samenspel.drawing.words.paragraphs import Section
from samenspel.family.language import translator

if TYPE_CHECKING:
    from typst import PDFStandard

Data = dict[str, object]

# What a style calls 650 is the bold of the fonts that `tools/fonts.py` makes for Typst.
HEAVY, BOLD = 650, 700
NO_DATE = 0
HUGE = 8000  # pixels; the longest side of a picture for which no width was asked
_NO_LETTER = "could not be displayed"
FOLDER = Path(__file__).parent / "fonts"


def pdf(scene: Scene, *, sections: Sequence[Section] = (), moment: str = "") -> bytes:
    """A4, lying or standing as the drawing is shaped, with the words of `sections` after it.

    `moment` says of when it is, or whose account, and stands at the foot after the title.
    """
    _ = translator(scene.lang)
    before, between, after = re.split(r"\{pages?\}", _("page {page} of {pages}"))
    data: Data = {
        "title": scene.title,
        "lang": scene.lang,
        "moment": moment,
        "sections": [(one.heading, [line.text for line in one.lines]) for one in sections],
        "alt": scene.description or scene.title,
        "page": (before, between, after),
    }
    try:
        return _typeset(_PAGES, scene, data, format="pdf", standards=["ua-1"])
    except TypstError as error:
        if _NO_LETTER not in str(error):
            raise
        return _typeset(_PAGES, scene, data, format="pdf")


def png(scene: Scene, width: int | None = None) -> bytes:
    """A picture on white, that many pixels wide; without, twice its size where that is not huge."""
    text = svg(scene)
    wide, high = size_of(text)
    pixels = width or round(wide * min(2, HUGE / max(wide, high)))
    data: Data = {"wide": wide, "high": high}
    return _typeset(_PICTURE, scene, data, format="png", ppi=72 * pixels / wide)


# --- Typst ----------------------------------------------------------------------------------------

_PAGES = """
#let data = json(bytes(sys.inputs.data))
#let drawing = bytes(sys.inputs.svg)
#set document(title: data.title, date: none)
#set text(font: sys.inputs.font, size: 11pt, lang: data.lang, fill: black)
#set par(leading: 0.6em)
#let foot = context {
  set text(size: 9pt)
  let (before, between, after) = data.page
  let count = (before, str(here().page()), between, str(counter(page).final().first()), after)
  grid(columns: (1fr, auto), column-gutter: 12pt,
    if data.moment == "" [#data.title] else [#data.title · #data.moment], count.join())
}
#set page(paper: "a4", margin: 15mm, footer: foot, footer-descent: 4mm,
  flipped: data.flipped)
#show heading.where(level: 1): set text(size: 16pt, weight: 700)
#show heading.where(level: 2): set text(size: 12pt, weight: 700)
#show heading.where(level: 2): set block(above: 1.4em, below: 0.7em, sticky: true)
#heading(level: 1, data.title)
#block(height: 1fr, width: 100%, align(center + horizon, layout(room => {
  let natural = measure(image(drawing, format: "svg"))
  let scale = calc.min(1, room.width / natural.width, room.height / natural.height)
  image(drawing, format: "svg", alt: data.alt, width: natural.width * scale)
})))
#if data.sections.len() > 0 {
  set page(flipped: false)
  for (name, lines) in data.sections {
    if name != "" { heading(level: 2, name) }
    if lines.len() > 0 { list(spacing: 0.8em, ..lines) }
  }
}
"""

_PICTURE = """
#let data = json(bytes(sys.inputs.data))
#set page(width: data.wide * 1pt, height: data.high * 1pt, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)
"""


def _typeset(
    source: str,
    scene: Scene,
    data: Data,
    *,
    format: Literal["pdf", "png"],  # noqa: A002 (as Typst calls it)
    ppi: float | None = None,
    standards: list[PDFStandard] | None = None,
) -> bytes:
    drawn = svg(scene)
    wide, high = size_of(drawn)
    data = {**data, "flipped": wide > high}
    return typeset(source, {"svg": drawn}, data, format=format, ppi=ppi, standards=standards)


def typeset(
    source: str,
    drawings: Mapping[str, str],
    data: Data,
    *,
    format: Literal["pdf", "png"] = "pdf",  # noqa: A002 (as Typst calls it)
    ppi: float | None = None,
    standards: list[PDFStandard] | None = None,
) -> bytes:
    """What Typst makes of a source that finds the drawings by name in `sys.inputs`, beside `data`
    (as JSON) and the name of the `font`."""
    inputs = {
        **{name: _with_bold(drawn) for name, drawn in drawings.items()},
        "data": json.dumps(_printable(data)),
        "font": FAMILY,
    }
    written = "".join(map(_texts, drawings.values())) + "".join(_strings(data))
    needs_more = bool(lacks(written))
    made = _compiler(needs_more).compile(
        source.encode(),
        sys_inputs=inputs,
        timestamp=NO_DATE,
        format=format,
        ppi=ppi,
        pdf_standards=standards or [],
    )
    assert isinstance(made, bytes), "one file of one format"
    return made


def _with_bold(drawn: str) -> str:
    return drawn.replace(f'font-weight="{HEAVY}"', f'font-weight="{BOLD}"')


@cache
def _compiler(with_system_fonts: bool) -> Compiler:
    """With our fonts; those of the machine only for scripts that ours do not have."""
    return Compiler(b"", font_paths=_fonts(with_system_fonts))


@cache
def _fonts(with_system_fonts: bool) -> Fonts:
    fonts = Fonts(include_system_fonts=with_system_fonts, font_paths=[FOLDER])
    found = {font.weight for font in fonts.fonts() if font.family == FAMILY}
    needed = {BOLD if style.weight == HEAVY else style.weight for style in STYLES.values()}
    if not needed <= found:
        raise FontsMissing("The fonts of the drawings are not there. Run: make setup")
    return fonts


def _printable(data: object) -> object:
    """The same with every text fit to print."""
    if isinstance(data, str):
        return printable(data)
    if isinstance(data, dict):
        return {key: _printable(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_printable(value) for value in data]
    return data


def _strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from _strings(list(data.values()))
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _strings(value)


# --- What the SVG says of itself ------------------------------------------------------------------


def size_of(svg_text: str) -> tuple[float, float]:
    """With its legend."""
    found = re.search(r'viewBox="\S+ \S+ (\S+) (\S+)"', svg_text)
    assert found, "`svg` always writes a viewBox"
    return float(found[1]), float(found[2])


def _texts(svg_text: str) -> str:
    return unescape("".join(re.findall(r"<text[^>]*>([^<]*)<", svg_text)))
