"""On paper: the same drawing, in our own font, for everybody who reads a PDF."""

import re
import struct

import pytest

from samenspel.drawing import paper
from samenspel.drawing.paper import pdf, png
from samenspel.drawing.scene import Scene, Sign, Text
from samenspel.drawing.text import STYLES, FontsMissing
from samenspel.drawing.words import Line, Section


def drawing(name="Ayşe", wide=400, high=200):
    texts = (Text("label", (), (50, 40), name, style) for style in STYLES)
    sign = Sign("person", (), (50, 50), "square")
    return Scene((sign, *texts), (0, 0, wide, high), f"Family of {name}", "One person.", "nl")


def made(name="Ayşe", lines=("Łukasz en Čedo.",), **scene):
    sections = [Section("Ouders", tuple(map(Line, lines))), Section("", ())]
    return pdf(drawing(name, **scene), sections=sections, moment="14 april 2026")


def fonts_in(file):
    return {name.decode() for name in re.findall(rb"/BaseFont ?/\w+\+([\w-]+)", file)}


def pages_in(file):
    return [tuple(map(float, box.split())) for box in re.findall(rb"/MediaBox ?\[([^]]+)\]", file)]


def test_every_weight_in_the_pdf_is_ours():
    assert fonts_in(made()) == {
        "AtkinsonHyperlegibleNext-Regular",
        "AtkinsonHyperlegibleNext-SemiBold",
        "AtkinsonHyperlegibleNext-Bold",
    }


def test_the_pdf_says_that_everybody_can_read_it():
    file = made()
    assert b"pdfuaid" in file
    assert re.search(rb"/Lang ?\(nl", file)


def test_a_wide_drawing_lies_and_its_words_stand():
    lying, standing = pages_in(made(wide=800, high=300))
    assert lying[2] > lying[3]
    assert standing[2] < standing[3]
    assert pages_in(made(wide=300, high=800))[0][2] < 600


def test_the_same_drawing_gives_the_same_file():
    assert made() == made()


@pytest.mark.parametrize("name", ["Оксана", "小明", "Ola 🙂", "a\0b", "*Ola* #x $y$ <z> \\ `"])
def test_a_name_in_any_letters_can_be_printed(name):
    assert made(name, [name]).startswith(b"%PDF")


def test_a_picture_has_the_width_that_was_asked_for():
    file = png(drawing(), 640)
    assert struct.unpack(">II", file[16:24]) == (640, 320)


def test_a_picture_of_a_huge_family_is_not_huge():
    file = png(drawing(wide=40_000, high=2_000))
    assert struct.unpack(">II", file[16:24]) == (8000, 400)


def test_without_fonts_there_is_no_pdf_in_another(monkeypatch, tmp_path):
    monkeypatch.setattr(paper, "FOLDER", tmp_path)
    paper._fonts.cache_clear()
    with pytest.raises(FontsMissing, match="make setup"):
        paper._fonts(False)
    paper._fonts.cache_clear()
