"""Blank sheets for drawing by hand."""

import pytest

from samenspel.drawing.scene import Scene, Text
from samenspel.drawing.sheet.blank import PAGES, USED_MOST, Size, blank_sheets
from samenspel.drawing.signs.legend import entries
from samenspel.drawing.signs.sheet import sign_sections, sign_sheet


@pytest.mark.parametrize("size", PAGES)
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_blank_sheet_is_a_pdf_for_everybody(size: Size, lang: str) -> None:
    made = blank_sheets(lang, size)
    assert made.startswith(b"%PDF")
    assert b"pdfuaid" in made


def test_the_same_sheet_is_made_every_time() -> None:
    assert blank_sheets("nl") == blank_sheets("nl")


def test_every_sign_below_the_lines_is_in_the_legend() -> None:
    assert set(USED_MOST) <= set(entries())


def test_the_sections_hold_every_sign_of_the_sign_sheet() -> None:
    assert _words(*sign_sections("en")) == _words(sign_sheet("en"))


def _words(*scenes: Scene) -> set[str]:
    items = (item for one in scenes for item in one.of("word"))
    return {item.text for item in items if isinstance(item, Text)}
