"""Blank sheets for drawing by hand: dotted lines, with the signs that are used most below them.

The pages after it have every sign of the sign sheet, to lay beside it.
"""

from typing import Literal

from samenspel.drawing.paper import size_of, typeset
from samenspel.drawing.scene import Scene
from samenspel.drawing.signs.legend import legend
from samenspel.drawing.signs.sheet import sign_sections
from samenspel.drawing.svg import svg
from samenspel.family.language import translator

Size = Literal["a4", "a3"]

# In millimetres; both sizes lie.
PAGES: dict[Size, tuple[float, float]] = {"a4": (297.0, 210.0), "a3": (420.0, 297.0)}
MARGIN, LINES, HEAD = 15.0, 12.0, 15.0
UNIT = 0.2  # of the drawing, so that the words of the legend are 8 points high

USED_MOST = (
    *("square", "circle", "diamond", "unknown", "pet", "cross", "index", "star"),
    *("bond:married", "bond:living_together", "slash:one", "slash:two", "house"),
    *("child:birth", "child:foster", "tie:close", "tie:distant", "tie:conflict"),
    *("tie:cut_off", "tie:cares_for"),
)


def blank_sheets(lang: str, size: Size = "a4") -> bytes:
    """A PDF, lying."""
    _ = translator(lang)
    wide, high = PAGES[size]
    signs, sections = _legend(lang, (wide - 2 * MARGIN) / UNIT), sign_sections(lang)
    room = high - 2 * MARGIN - HEAD - size_of(signs)[1] * UNIT
    data: dict[str, object] = {
        "title": _("Sheet to draw on"),
        "lang": lang,
        "paper": size,
        "fields": [_("Who draws"), _("Date")],
        "count": int(room // LINES) + 1,
        "alt": _("The signs that are used most"),
        "signs": _("Sign sheet"),
        "sections": [f"{one.title}: {one.description}" for one in sections],
    }
    drawings = {f"section-{nth}": svg(one) for nth, one in enumerate(sections)}
    return typeset(_SOURCE, {"signs": signs, **drawings}, data, standards=["ua-1"])


def _legend(lang: str, wide: float) -> str:
    return svg(Scene((), (0.0, 0.0, wide, 0.0), "", "", lang, legend(USED_MOST, lang)))


_SOURCE = """
#let data = json(bytes(sys.inputs.data))
#let rule = line(length: 100%, stroke: (paint: luma(45%), thickness: 0.9pt, dash: "dotted"))
#let rules = place(top + left, dy: 30mm, pad(x: 15mm, stack(spacing: 12mm,
  ..range(data.count).map(_ => rule))))
#set document(title: data.title, date: none)
#set text(font: sys.inputs.font, size: 11pt, lang: data.lang, fill: black)
#set page(paper: data.paper, flipped: true, margin: 15mm, background: rules)
#show heading: set text(size: 14pt, weight: 700)
#grid(columns: (1fr, auto, auto), column-gutter: 10mm,
  heading(level: 1, data.title),
  ..data.fields.map(name => box[#name #h(2mm) #box(width: 45mm, repeat(gap: 1mm)[.])]))
#place(bottom + left, image(bytes(sys.inputs.signs), format: "svg", alt: data.alt, width: 100%))
#set page(background: none)
#heading(level: 1, data.signs)
#for (nth, alt) in data.sections.enumerate() {
  let drawing = bytes(sys.inputs.at("section-" + str(nth)))
  block(above: 3mm, image(drawing, format: "svg", alt: alt, width: 89%))
}
"""
