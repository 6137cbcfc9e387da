"""A sheet as HTML: the picture, and the same in words. In the language of its look."""

import re
from collections.abc import Iterable
from dataclasses import replace
from html import escape

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override

from samenspel.drawing.sheet.look import Look, Sheet, View
from samenspel.drawing.words.paragraphs import Section
from samenspel.web.maps.presenters.asked import WHOLE, Asked
from samenspel.web.maps.presenters.noticed import Near


def sheet_html(
    sheet: Sheet,
    *,
    chosen: str = "",
    near: Sheet | None = None,
    people: tuple[Near, ...] = (),
    whole: bool = False,
) -> SafeString:
    """The inside of `#sheet`. `near` and `people` are what a narrow screen shows instead, unless
    the `whole` family was asked for."""
    asked = asked_of(sheet.look, chosen)
    asked = replace(asked, around=WHOLE) if whole else asked
    fits = sheet.look.big and _fits_wall(sheet)
    context = {
        "sheet": sheet,
        "svg": _svg(sheet, asked),
        "fits": fits,
        "legend": mark_safe(sheet.legend),  # noqa: S308 (our own renderer escapes)
        "near": near and {"svg": for_narrow(near, asked), "around": near.look.around},
        "near_name": sheet.names.get((near or sheet).look.around or sheet.around, ""),
        "people": people,
        "is_words": sheet.look.view is View.WORDS,
        "sections": _linked(sheet.words.sections, asked),
        "years": _linked(sheet.years, asked),
        "whole": asked.address(around=WHOLE),
        "begin": asked.address(form="iemand"),
    }
    with override(sheet.look.lang):
        return mark_safe(render_to_string("maps/sheet.html", context))  # noqa: S308 (our own renderer escapes)


def _linked(sections: Iterable[Section], asked: Asked) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (section.heading, [(line.text, _link(asked, line.about)) for line in section.lines])
        for section in sections
    ]


def asked_of(look: Look, chosen: str = "") -> Asked:
    return Asked(look.view, look.on, look.alias, look.around, chosen, big=look.big)


def _svg(sheet: Sheet, asked: Asked) -> SafeString:
    if sheet.look.big:
        return for_wall(sheet, asked)
    return for_narrow(sheet, asked) if sheet.look.around else picture(sheet, asked)


def picture(sheet: Sheet, asked: Asked) -> SafeString:
    """The drawing with what is selected marked in it; our renderer escaped every word of it."""
    svg = _with_chosen(sheet.svg, escape(asked.chosen))
    if asked.around == WHOLE:
        svg = svg.replace(' href="?', f' href="?rond={WHOLE}&amp;')
    return mark_safe(svg)  # noqa: S308 (our own renderer escapes)


NARROW = 326.0
"""What is left for a drawing on a phone of 360."""
SMALLEST = 0.75
"""Of its own size: a name is then 12; beyond that it is moved by finger."""

_SIZE = re.compile(r' width="[\d.]+" height="[\d.]+"')


def for_narrow(sheet: Sheet, asked: Asked) -> SafeString:
    """The drawing as wide as a phone, or as small as it can still be read."""
    scale = min(1.0, max(SMALLEST, NARROW / sheet.width)) if sheet.width else 1.0
    size = f' width="{sheet.width * scale:.0f}" height="{sheet.height * scale:.0f}"'
    return mark_safe(_SIZE.sub(size, picture(sheet, asked), count=1))  # noqa: S308 (our own renderer escapes)


# On a wall all is told in rem, of which 41 are the height of the screen. The smallest text, in
# units of the drawing, is as screen.css makes it.
WALL = (69.5, 33.6)
SMALLEST_TEXT = {View.GENOGRAM: 14.0, View.SYSTEMOGRAM: 18.5}
READ_FROM_THE_BACK = 0.915  # a 45th of the height
LARGEST = 0.1  # nobody needs names of 40 px and more


def for_wall(sheet: Sheet, asked: Asked) -> SafeString:
    """As large as the wall, but no text smaller than can be read from the back of the room."""
    scale = min(LARGEST, max(_wall_scale(sheet), READ_FROM_THE_BACK / _smallest(sheet)))
    size = f' width="{sheet.width * scale:.2f}rem" height="{sheet.height * scale:.2f}rem"'
    return mark_safe(_SIZE.sub(size, picture(sheet, asked), count=1))  # noqa: S308 (our own renderer escapes)


def _fits_wall(sheet: Sheet) -> bool:
    return _wall_scale(sheet) * _smallest(sheet) >= READ_FROM_THE_BACK


def _smallest(sheet: Sheet) -> float:
    return SMALLEST_TEXT.get(sheet.look.view, 14.0)


def _wall_scale(sheet: Sheet) -> float:
    wide, high = WALL
    return min(wide / max(sheet.width, 1.0), high / max(sheet.height, 1.0))


def _with_chosen(svg: str, chosen: str) -> str:
    """The honey ground shows, and the link says that it is the current one."""
    if not chosen:
        return svg
    about = f'data-id="{chosen}"'
    ground = f'class="ground" display="none" {about}'
    svg = svg.replace(ground, f'class="ground chosen" display="none" {about}')
    return svg.replace(f'<a class="thing" {about}', f'<a class="thing" aria-current="true" {about}')


def _link(asked: Asked, about: tuple[str, ...]) -> str:
    return asked.address(chosen=about[0]) if about else ""
