"""How much of a file we take. Above these a reader refuses at once, in bounded time and memory.

A family tree of 20,000 people has about 280,000 lines and 5 MB; a team meets dozens.
"""

from samenspel.formats.report import FormatError

MAX_BYTES = 32 * 1024 * 1024
MAX_LINES = 300_000
MAX_DEPTH = 99  # the highest level GEDCOM 5.5.1 knows; deeper lines are an attack or an accident
MAX_FILES = 2_000  # in one GEDZIP, pictures and documents included
MAX_XML_DEPTH = 20
MAX_XML_ELEMENTS = 300_000
MAX_ATTRIBUTE = 10_000  # characters


def check_size(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise FormatError("too_large", megabytes=MAX_BYTES // (1024 * 1024))


def check_lines(count: int) -> None:
    if count > MAX_LINES:
        raise FormatError("too_many_lines", count=count, limit=MAX_LINES)
