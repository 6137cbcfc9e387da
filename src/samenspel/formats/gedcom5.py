"""GEDCOM 5.5.1, and 5.5 and older as far as they are the same. Written in UTF-8."""

from datetime import date

from samenspel.family.statements import FamilyMap
from samenspel.formats.gedcom.dialect import GEDCOM_5
from samenspel.formats.gedcom.reader import read
from samenspel.formats.gedcom.writer import write
from samenspel.formats.report import Read


def parse(data: bytes) -> Read:
    """The file says itself which version it is."""
    return read(data)


def render(family_map: FamilyMap, *, made_on: date) -> bytes:
    return write(family_map, GEDCOM_5, made_on=made_on).encode()
