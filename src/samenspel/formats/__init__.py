"""Family files of other programs, and our own: one module per format, each with what it can.

`read` looks at what is in a file before it believes its name. Every reader gives the map and a
line of report for every line of the file; every refusal is a `FormatError` that says what to do.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from samenspel.family.statements import FamilyMap
from samenspel.formats import document, gedcom5, gedcom7, gedzip, graphml, ped
from samenspel.formats.limits import check_size
from samenspel.formats.report import FormatError, Line, Outcome, Read


class Render(Protocol):
    def __call__(self, family_map: FamilyMap, /, *, made_on: date) -> bytes: ...


@dataclass(frozen=True)
class Format:
    """`render` is None for a format that is only read."""

    name: str
    endings: tuple[str, ...]
    parse: Callable[[bytes], Read]
    render: Render | None


_ALL = (
    Format("gedcom5", (".ged",), gedcom5.parse, gedcom5.render),
    Format("gedcom7", (".ged",), gedcom7.parse, gedcom7.render),
    Format("gedzip", (".gdz", ".zip"), gedzip.parse, gedzip.render),
    Format("graphml", (".graphml", ".xml"), graphml.parse, graphml.render),
    Format("json", (".json",), document.parse, document.render),
    Format("ped", (".ped", ".fam"), ped.parse, None),
)
FORMATS: Mapping[str, Format] = {one.name: one for one in _ALL}
# What a name that we write ends in. The older GEDCOM is what other programs read.
WRITTEN: Mapping[str, str] = {
    ".ged": "gedcom5",
    ".gdz": "gedzip",
    ".graphml": "graphml",
    ".json": "json",
}

_GEDCOM = re.compile(r"\s*0\s+HEAD\b", re.IGNORECASE)
_START = 400


def read(data: bytes, *, name: str = "") -> Read:
    check_size(data)
    return FORMATS[format_of(data, name)].parse(data)


def format_of(data: bytes, name: str = "") -> str:
    """By what the file begins with, then by the end of its name."""
    if data.startswith(gedzip.SIGNATURE):
        return "gedzip"
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1"
    start = data[:_START].decode(encoding, errors="replace").removeprefix("ï»¿").replace("\0", "")
    if _GEDCOM.match(start):
        return "gedcom5"
    if start.lstrip().startswith("<"):
        return "graphml"
    if start.lstrip().startswith("{"):
        return "json"
    ending = name[name.rfind(".") :].casefold() if "." in name else ""
    for one in _ALL:
        if ending in one.endings:
            return one.name
    raise FormatError("unknown_format")


def write(family_map: FamilyMap, format: str, *, made_on: date) -> bytes:  # noqa: A002 (the word of its users)
    """Of what the map holds, what this format can say; `docs/formats.md` tells what that is."""
    found = FORMATS.get(format)
    if found is None or found.render is None:
        known = ", ".join(one.name for one in _ALL if one.render)
        raise FormatError("unknown_name", format=format, known=known)
    return found.render(family_map, made_on=made_on)


__all__ = [
    "FORMATS",
    "WRITTEN",
    "Format",
    "FormatError",
    "Line",
    "Outcome",
    "Read",
    "format_of",
    "read",
    "write",
]
