"""Our own JSON: all of a family map, with who said what, for whom, and what was taken back."""

from datetime import date

from samenspel.family import document
from samenspel.family.codec import DocumentError
from samenspel.family.statements import FamilyMap
from samenspel.formats.limits import check_size
from samenspel.formats.report import FormatError, Line, Outcome, Read


def parse(data: bytes) -> Read:
    check_size(data)
    try:
        found = document.parse(data.decode("utf-8-sig"))
    except (DocumentError, UnicodeDecodeError, RecursionError) as error:
        raise FormatError("json", why=error) from None
    report = tuple(
        Line(number, Outcome.READ, statement.fact.kind)
        for number, statement in enumerate(found.statements, 1)
    )
    return Read(found, report, "json")


def render(family_map: FamilyMap, *, made_on: date) -> bytes:
    """`made_on` is not in it: equal maps give equal bytes."""
    return document.render(family_map).encode()
