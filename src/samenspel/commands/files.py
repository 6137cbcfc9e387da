"""Reading a family from a file and writing what was made of it; mistakes as one clear line."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from samenspel.commands.answer import Refused
from samenspel.family.language import translator
from samenspel.formats.limits import MAX_BYTES, check_size
from samenspel.formats.report import FormatError

Result = TypeVar("Result")


def read_bytes(path: Path, lang: str) -> bytes:
    """No more than we take: a device or a pipe may have no end."""
    data = _with_reason(path, lang, lambda: _beginning(path))
    try:
        check_size(data)
    except FormatError as error:
        raise Refused(f"{path}: {error.words(lang)}") from error
    return data


def _beginning(path: Path) -> bytes:
    with path.open("rb") as opened:
        return opened.read(MAX_BYTES + 1)


def read_text(path: Path, lang: str) -> str:
    try:
        return read_bytes(path, lang).decode()
    except UnicodeDecodeError:
        _ = translator(lang)
        raise Refused(_("{file} is not a text in UTF-8.", file=path)) from None


def put(content: bytes, out: Path | None, lang: str) -> None:
    """In the file, or on standard output when there is none."""
    if out is None:
        print_bytes(content)
        return
    if not out.parent.is_dir():
        _ = translator(lang)
        raise Refused(_("The folder {folder} is not there; make it first.", folder=out.parent))
    _with_reason(out, lang, lambda: out.write_bytes(content))


def print_bytes(content: bytes) -> None:
    """Ends quietly when who reads has seen enough (`samenspel draw … | head`)."""
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _with_reason(path: Path, lang: str, do: Callable[[], Result]) -> Result:
    try:
        return do()
    except OSError as error:
        raise Refused(_reason(error, path, lang)) from error


def _reason(error: OSError, path: Path, lang: str) -> str:
    _ = translator(lang)
    if isinstance(error, FileNotFoundError):
        return _("{file} is not there; look at the name and the folder.", file=path)
    if isinstance(error, IsADirectoryError):
        return _("{file} is a folder; name a file in it.", file=path)
    if isinstance(error, PermissionError):
        return _("You may not open {file}.", file=path)
    return _("{file} cannot be opened: {reason}.", file=path, reason=error.strerror or error)
