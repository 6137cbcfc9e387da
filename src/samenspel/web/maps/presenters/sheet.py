"""A sheet as HTML: the picture, and the same in words. In the language of its look."""

import re
from html import escape

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override

from samenspel.drawing.sheet.look import Look, Sheet, View
from samenspel.web.maps.presenters.asked import WHOLE, Asked
from samenspel.web.maps.presenters.noticed import Near


def sheet_html(
    sheet: Sheet, *, chosen: str = "", near: Sheet | None = None, people: tuple[Near, ...] = ()
) -> SafeString:
    """The inside of `#sheet`. `near` and `people` are what a narrow screen shows instead."""
    asked = asked_of(sheet.look, chosen)
    context = {
        "sheet": sheet,
        "svg": for_narrow(sheet, asked) if sheet.look.around else picture(sheet, asked),
        "legend": mark_safe(sheet.legend),  # noqa: S308
        "near": near and {"svg": for_narrow(near, asked), "around": near.look.around},
        "near_name": sheet.names.get((near or sheet).look.around, ""),
        "people": people,
        "is_words": sheet.look.view is View.WORDS,
        "sections": [
            (section.heading, [(line.text, _link(asked, line.about)) for line in section.lines])
            for section in sheet.words.sections
        ],
        "whole": asked.address(around=WHOLE),
        "begin": asked.address(form="iemand"),
    }
    with override(sheet.look.lang):
        return mark_safe(render_to_string("maps/sheet.html", context))  # noqa: S308


def asked_of(look: Look, chosen: str = "") -> Asked:
    return Asked(look.view, look.on, look.alias, look.around, chosen)


def picture(sheet: Sheet, asked: Asked) -> SafeString:
    """The drawing with what is selected marked in it; our renderer escaped every word of it."""
    return mark_safe(_with_chosen(sheet.svg, escape(asked.chosen)))  # noqa: S308


NARROW = 308.0
"""What is left for a drawing on a phone of 360."""
SMALLEST = 0.72
"""Of its own size, so that a name of 16 is still read; beyond that it is moved by finger."""

_SIZE = re.compile(r' width="[\d.]+" height="[\d.]+"')


def for_narrow(sheet: Sheet, asked: Asked) -> SafeString:
    """The drawing as wide as a phone, or as small as it can still be read."""
    scale = min(1.0, max(SMALLEST, NARROW / sheet.width)) if sheet.width else 1.0
    size = f' width="{sheet.width * scale:.0f}" height="{sheet.height * scale:.0f}"'
    return mark_safe(_SIZE.sub(size, picture(sheet, asked), count=1))  # noqa: S308


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
