"""One family in every view and every kind of file that `samenspel draw` can write.

What is not asked for is not imported, for a drawing should be there at once.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from samenspel.drawing.placement import Placement, Quality
from samenspel.drawing.scene import Scene
from samenspel.family import Family, FamilyMap, resolve

if TYPE_CHECKING:
    from samenspel.drawing.genogram import Genogram
    from samenspel.drawing.words import Paragraphs


@dataclass(frozen=True)
class Wish:
    """How to draw; `deadline` is in seconds, `siblings` is strict or loose."""

    lang: str = "nl"
    alias: bool = False
    previous: Placement | None = None
    deadline: float = 10.0
    siblings: str = "loose"


@dataclass(frozen=True)
class Views:
    """`map` went through `seen_by`; `on` is the day for ages and for what holds."""

    map: FamilyMap
    on: date
    wish: Wish

    @cached_property
    def family(self) -> Family:
        return resolve(self.map)

    def content(self, view: str, kind: str) -> bytes:
        if kind == "txt":
            return self.words.encode()
        if kind == "json":
            return self.placed_json.encode()
        return self.picture(view, kind)

    # --- Pictures ---------------------------------------------------------------------------------

    def picture(self, view: str, kind: str) -> bytes:
        scene = self.scene(view)
        if kind == "svg":
            from samenspel.drawing.svg import svg

            return f"{svg(scene, embed_font=True)}\n".encode()
        from samenspel.drawing import paper

        if kind == "png":
            return paper.png(scene)
        return paper.pdf(scene, sections=self.told.sections)

    def scene(self, view: str) -> Scene:
        if view == "genogram":
            return self.genogram.scene
        if view == "systemogram":
            from samenspel.drawing.systemogram import systemogram

            return systemogram(self.family, on=self.on, lang=self.wish.lang, alias=self.wish.alias)
        from samenspel.drawing.timeline import timeline

        return timeline(self.family, on=self.on, lang=self.wish.lang, alias=self.wish.alias)

    # --- The placed drawing -----------------------------------------------------------------------

    @cached_property
    def placement(self) -> Placement:
        from samenspel.drawing.genogram.labels import label_widths
        from samenspel.drawing.layout import place

        wish = self.wish
        return place(
            self.family,
            on=self.on,
            widths=label_widths(self.family, on=self.on, lang=wish.lang, alias=wish.alias),
            previous=wish.previous,
            deadline=wish.deadline,
            siblings=wish.siblings,
        )

    @cached_property
    def genogram(self) -> "Genogram":
        from samenspel.drawing.genogram import genogram

        wish = self.wish
        return genogram(self.family, self.placement, on=self.on, lang=wish.lang, alias=wish.alias)

    @property
    def quality(self) -> Quality:
        """Who stands outside the outline of their home is known when outlines are drawn."""
        return (self.genogram if self.family.households else self).placement.quality

    @property
    def placed_json(self) -> str:
        from samenspel.drawing.json import render

        return render(replace(self.placement, quality=self.quality))

    # --- Words ------------------------------------------------------------------------------------

    @cached_property
    def told(self) -> "Paragraphs":
        from samenspel.drawing.words import paragraphs

        return paragraphs(self.map, on=self.on, lang=self.wish.lang, alias=self.wish.alias)

    @property
    def words(self) -> str:
        return str(self.told)
