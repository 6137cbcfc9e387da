"""The same family in every encoding that programs write."""

import codecs
import unicodedata

import pytest

from samenspel.family.facts import NameFact
from samenspel.formats import FormatError, Outcome, read
from samenspel.formats.gedcom import ansel

from .helpers import codes

NAME = "Zoë Łukasz Brontë Çelik ß"


def lines(encoding: str, name: str = NAME) -> str:
    return f"0 HEAD\n1 CHAR {encoding}\n1 GEDC\n2 VERS 5.5.1\n0 @I1@ INDI\n1 NAME {name}\n0 TRLR\n"


def name_in(data: bytes) -> str:
    found = read(data).map
    return next(one.fact.name for one in found if isinstance(one.fact, NameFact))


def as_ansel(text: str) -> bytes:
    """For the few signs of the name: a mark before its letter."""
    marks = {"\u0308": b"\xe8", "\u0327": b"\xf0"}
    letters = {"Ł": b"\xa1", "ß": b"\xcf"}
    made = bytearray()
    for sign in unicodedata.normalize("NFD", text):
        if sign in marks:
            made[-1:] = marks[sign] + made[-1:]
        else:
            made += letters.get(sign, sign.encode())
    return bytes(made)


@pytest.mark.parametrize(
    "data",
    [
        lines("UTF-8").encode(),
        codecs.BOM_UTF8 + lines("UTF-8").encode(),
        lines("UNICODE").encode("utf-16"),
        lines("UNICODE").encode("utf-16-le"),
        lines("UNICODE").encode("utf-16-be"),
        as_ansel(lines("ANSEL")),
        lines("UTF-8").replace("\n", "\r\n").encode(),
        lines("UTF-8").replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-le", "utf-16-be", "ansel", "crlf", "cr"],
)
def test_the_name_is_the_same(data: bytes) -> None:
    assert name_in(data) == NAME


@pytest.mark.parametrize(
    ("said", "encoding"), [("ANSI", "cp1252"), ("IBMPC", "cp437"), ("MACINTOSH", "mac-roman")]
)
def test_encodings_of_one_byte(said: str, encoding: str) -> None:
    assert name_in(lines(said, "José Müller").encode(encoding)) == "José Müller"


def test_utf8_is_read_as_utf8_whatever_the_file_says() -> None:
    data = lines("ANSEL").encode()
    assert name_in(data) == NAME
    assert "encoding" in codes(read(data))


def test_a_line_that_is_not_utf8_is_read_and_reported() -> None:
    data = lines("UTF-8", "José").encode("cp1252")
    found = read(data)
    assert name_in(data) == "José"
    assert [line.number for line in found.report if line.code == "not_utf8"] == [6]


def test_several_marks_on_one_letter() -> None:
    assert ansel.decode(b"\xe3\xe2e") == unicodedata.normalize("NFC", "e\u0302\u0301")


def test_a_sign_that_ansel_does_not_know_is_reported() -> None:
    found = read(as_ansel(lines("ANSEL")).replace(b"Celik", b"\x81elik"))
    assert "not_ansel" in codes(found)


def test_control_characters_are_mended() -> None:
    found = read(lines("UTF-8", "Jan\x07").encode())
    assert [one.outcome for one in found.report if one.code == "control"] == [Outcome.MENDED]


def test_bytes_that_no_text_has_are_refused() -> None:
    with pytest.raises(FormatError, match="damaged"):
        read(lines("UTF-8", "Jan\0").encode())
