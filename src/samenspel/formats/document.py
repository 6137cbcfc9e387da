"""Our own JSON: all of a family map, with who said what, for whom, and what was taken back."""

import re
from datetime import date

from samenspel.family import document
from samenspel.family.codec import DocumentError
from samenspel.family.statements import FamilyMap
from samenspel.formats.limits import check_size
from samenspel.formats.report import FormatError, Line, Outcome, Read
from samenspel.resting import nothing_to_collect


def parse(data: bytes) -> Read:
    check_size(data)
    try:
        with nothing_to_collect():
            found = document.parse(data.decode("utf-8-sig"))
    except DocumentError as error:
        raise _refusal(str(error)) from None
    except UnicodeDecodeError:
        raise FormatError("json_utf8") from None
    except RecursionError:
        raise FormatError("json_deep") from None
    report = tuple(
        Line(number, Outcome.READ, statement.fact.kind)
        for number, statement in enumerate(found.statements, 1)
    )
    return Read(found, report, "json")


# What is wrong by what the error says, which is English and meant for who writes programs.
_WRONG = (
    (re.compile(r"This is not JSON: Exceeds.*"), "json_number"),
    (re.compile(r"This is not JSON: .*line (?P<line>\d+) column (?P<column>\d+).*"), "json_text"),
    (re.compile(r"This is nested too deep.*"), "json_deep"),
    (re.compile(r"(?P<name>'.*') stands twice in one object.*"), "json_twice"),
    (re.compile(r"(?:(?P<place>\S+): )?(?P<name>'.*') is missing; .*"), "json_missing"),
    (re.compile(r"(?:(?P<place>\S+): )?(?P<name>'.*') is not known here; .*"), "json_extra"),
    (re.compile(r"(?P<place>\S+): .* is not known; use (?P<choices>.*)\."), "json_choose"),
    (re.compile(r"(?P<place>\S+): choose one of (?P<choices>.*)\."), "json_choose"),
    (re.compile(r"(?P<place>\S+): two have the same id.*"), "json_same_id"),
    (re.compile(r"schema: version (?P<version>\S+) is newer.*"), "json_newer"),
    (re.compile(r"schema: .*"), "json"),
    (re.compile(r"(?P<place>[\w.\[\]]+): .*"), "json_place"),
)
_LONGEST = 120


def _refusal(said: str) -> FormatError:
    """In our own words, in the language of who reads them."""
    flat = " ".join(said.split())
    for pattern, code in _WRONG:
        found = pattern.fullmatch(flat)
        if found:
            values = {name: (text or "{ }")[:_LONGEST] for name, text in found.groupdict().items()}
            return FormatError(code, line=int(values.pop("line", "0")), **values)
    return FormatError("json")


def render(family_map: FamilyMap, *, made_on: date) -> bytes:
    """`made_on` is not in it: equal maps give equal bytes."""
    return document.render(family_map).encode()
