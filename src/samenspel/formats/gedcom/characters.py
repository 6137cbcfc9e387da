"""Bytes to text: UTF-8 with or without mark, UTF-16, ANSEL, and what programs wrote instead.

What a file says of itself is often wrong. Valid UTF-8 that is more than ASCII is UTF-8, whatever
the file says: text in another encoding is hardly ever valid UTF-8 by chance.
"""

import codecs
import re
from dataclasses import dataclass, field

from samenspel.formats.gedcom import ansel
from samenspel.formats.report import FormatError

_SAID = re.compile(rb"^[ \t]*1[ \t]+CHAR[ \t]+([^\r\n]*)", re.MULTILINE)
_BREAK = re.compile(r"\r\n?|\n")
_BYTES_BREAK = re.compile(rb"\r\n?|\n")
_CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ufffe\uffff]")
_HEAD = 8192

ENCODINGS = {
    "ANSEL": "ansel",
    "ASCII": "cp1252",
    "ANSI": "cp1252",
    "WINDOWS": "cp1252",
    "IBM WINDOWS": "cp1252",
    "IBM_WINDOWS": "cp1252",
    "WINDOWS-1252": "cp1252",
    "CP1252": "cp1252",
    "WINDOWS-1250": "cp1250",
    "WINDOWS-1251": "cp1251",
    "ISO-8859-1": "cp1252",
    "ISO8859-1": "cp1252",
    "ISO-8859-15": "iso8859-15",
    "LATIN1": "cp1252",
    "IBMPC": "cp437",
    "IBM": "cp437",
    "IBM DOS": "cp850",
    "MSDOS": "cp850",
    "MACINTOSH": "mac-roman",
}
# Encodings of one byte per character can be read with the wrong name on; UTF-8 cannot.
_NAMES_OF_UTF8 = {"", "UTF-8", "UTF8", "UNICODE", "UTF-16", "UTF16"}


@dataclass
class Text:
    """The lines, and what was mended on the way, as (line number, code, values)."""

    lines: list[str]
    mended: list[tuple[int, str, dict[str, str]]] = field(default_factory=list)


def decode(data: bytes) -> Text:
    wide = _wide(data)
    if wide:
        return _cleaned(Text(_BREAK.split(data.decode(wide, errors="replace"))))
    data = data.removeprefix(codecs.BOM_UTF8)
    found = _SAID.search(data, 0, _HEAD)
    said = found[1].decode("latin-1").strip().upper() if found else ""
    number = data.count(b"\n", 0, found.start()) + 1 if found else 1
    return _cleaned(_narrow(data, said, number))


def _wide(data: bytes) -> str:
    """The name of the UTF-16 this is in, with a mark or without; empty when it is not."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if data.startswith(b"0\0 \0"):
        return "utf-16-le"
    return "utf-16-be" if data.startswith(b"\x000\0 ") else ""


def _narrow(data: bytes, said: str, number: int) -> Text:
    try:
        text = Text(_BREAK.split(data.decode("utf-8")))
    except UnicodeDecodeError:
        return _not_utf8(data, said)
    if not data.isascii() and said not in _NAMES_OF_UTF8:
        text.mended.append((number, "encoding", {"said": said, "found": "UTF-8"}))
    return text


def _not_utf8(data: bytes, said: str) -> Text:
    if said in _NAMES_OF_UTF8 and said:
        return _line_by_line(data)
    encoding = ENCODINGS.get(said, "ansel" if not said else "cp1252")
    if encoding == "ansel":
        text = Text(_BREAK.split(ansel.decode(data)))
        code = "not_ansel"
    else:
        text = Text(_BREAK.split(data.decode(encoding, errors="replace")))
        code = "control"
    for number, line in enumerate(text.lines, 1):
        if ansel.UNKNOWN in line:
            text.mended.append((number, code, {}))
    return text


def _line_by_line(data: bytes) -> Text:
    """A UTF-8 file into which another program wrote lines of its own."""
    text = Text([])
    for number, line in enumerate(_BYTES_BREAK.split(data), 1):
        try:
            text.lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            text.lines.append(line.decode("cp1252", errors="replace"))
            text.mended.append((number, "not_utf8", {}))
    return text


def _cleaned(text: Text) -> Text:
    lines = text.lines
    if lines:
        lines[0] = lines[0].removeprefix("\ufeff")
    while lines and not lines[-1].strip(" \t\x1a"):
        lines.pop()
    for number, line in enumerate(lines, 1):
        if "\0" in line:
            raise FormatError("nul", line=number)
        if not line.isprintable() and _CONTROL.search(line):
            lines[number - 1] = _CONTROL.sub(ansel.UNKNOWN, line)
            text.mended.append((number, "control", {}))
    return text
