"""FamilySearch GEDCOM 7. What we add is declared in HEAD.SCHMA."""

import codecs
from datetime import date

from samenspel.family.statements import FamilyMap
from samenspel.formats.gedcom.dialect import GEDCOM_7
from samenspel.formats.gedcom.reader import read
from samenspel.formats.gedcom.writer import write
from samenspel.formats.report import Read


def parse(data: bytes) -> Read:
    """The file says itself which version it is."""
    return read(data)


def render(family_map: FamilyMap, *, made_on: date) -> bytes:
    return codecs.BOM_UTF8 + write(family_map, GEDCOM_7, made_on=made_on).encode()
