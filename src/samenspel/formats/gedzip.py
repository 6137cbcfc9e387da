"""GEDZIP: a zip with a GEDCOM 7 file. Pictures in it are named in the report and not read.

The zip is never unpacked to disk; only `gedcom.ged` is read, in memory, up to our limit whatever
the zip says its size is.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from samenspel.family.statements import FamilyMap
from samenspel.formats import gedcom7
from samenspel.formats.limits import MAX_BYTES, MAX_FILES, check_size
from samenspel.formats.report import FormatError, Line, Outcome, Read

NAME = "gedcom.ged"
SIGNATURE = b"PK\x03\x04"
ENCRYPTED = 1  # a flag of a file in a zip
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # as GEDZIP has it
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError,
    OverflowError, LookupError, MemoryError,
)  # fmt: skip


def parse(data: bytes) -> Read:
    check_size(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inside, others = _gedcom_in(archive)
    except FormatError:
        raise
    except _DAMAGED:
        raise FormatError("zip") from None
    found = gedcom7.parse(inside)
    return replace(found, format="gedzip", report=(*found.report, *_not_read(others)))


def _gedcom_in(archive: zipfile.ZipFile) -> tuple[bytes, list[str]]:
    names = [info.filename for info in archive.infolist()]
    if len(names) > MAX_FILES:
        raise FormatError("zip_files", limit=MAX_FILES)
    for name in names:
        if _leaves(name):
            raise FormatError("zip_name", name=name[:80])
    if NAME not in names:
        raise FormatError("zip_no_gedcom")
    return _unpacked(archive), [name for name in names if name != NAME]


def _leaves(name: str) -> bool:
    """Names a place outside the archive."""
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or not parts[0] or ":" in parts[0]


def _unpacked(archive: zipfile.ZipFile) -> bytes:
    limit = FormatError("zip_size", megabytes=MAX_BYTES // (1024 * 1024))
    info = archive.getinfo(NAME)
    if info.compress_type not in _PLAIN or info.flag_bits & ENCRYPTED:
        raise FormatError("zip_packing")
    if info.file_size > MAX_BYTES:
        raise limit
    with archive.open(NAME) as opened:
        inside = opened.read(MAX_BYTES + 1)
    if len(inside) > MAX_BYTES:
        raise limit
    return inside


def _not_read(names: list[str]) -> Iterator[Line]:
    return (Line(0, Outcome.NOT_UNDERSTOOD, name, "skipped") for name in names)


def render(family_map: FamilyMap, *, made_on: date) -> bytes:
    kept = io.BytesIO()
    info = zipfile.ZipInfo(NAME, (made_on.year, made_on.month, made_on.day, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr(info, gedcom7.render(family_map, made_on=made_on))
    return kept.getvalue()
