"""Frozen values to plain JSON values and back, from the types of their fields.

A field that has its default is left out. A date is its short text, or that with the words of its
source. What does not fit is refused with its place: `statements[3].fact.person`.
"""

import types
import typing
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from typing import Any

from samenspel.family.dates import DateError, PartialDate
from samenspel.family.edits import BODIES, Body
from samenspel.family.facts import FACTS, Fact

Json = dict[str, Any]
NAMES_OF_BODIES: dict[type, str] = {body: name for name, body in BODIES.items()}


class DocumentError(ValueError):
    """The text is no document of ours; the message names the place and says what to do."""

    def __init__(self, place: str, message: str) -> None:
        super().__init__(f"{place}: {message}" if place else message)


# --- Out ------------------------------------------------------------------------------------------


def encode(value: object) -> Any:
    match value:
        case StrEnum():
            return value.value
        case None | str() | int():
            return value
        case datetime():
            return _moment(value)
        case PartialDate():
            return {"date": str(value), "phrase": value.phrase} if value.phrase else str(value)
        case tuple():
            return [encode(one) for one in value]
        case frozenset():
            return sorted(value)
    return _tag(value) | _fields(value)


def _moment(value: datetime) -> str:
    if value.tzinfo is None:
        raise ValueError("A moment in a map needs a time zone.")
    return value.astimezone(UTC).isoformat()


def _tag(value: object) -> Json:
    if isinstance(value, Fact):
        return {"kind": value.kind}
    name = NAMES_OF_BODIES.get(type(value))
    return {"do": name} if name else {}


def _fields(value: Any) -> Json:
    shown = ((one, getattr(value, one.name)) for one in fields(value))
    return {one.name: encode(found) for one, found in shown if found != one.default}


# --- In -------------------------------------------------------------------------------------------


Reader = Callable[[object, str], Any]  # of what was found, and its place


def decode(kind: Any, found: object, place: str) -> Any:
    """The value of this type, or `DocumentError`."""
    return _reader(kind)(found, place)


@cache
def _reader(kind: Any) -> Reader:
    """Made once of every type: a map holds thousands of values of the same few."""
    if kind in _READERS:
        return _READERS[kind]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _choice(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        return _record(kind)
    inside = _reader(typing.get_args(kind)[0])
    origin = typing.get_origin(kind)
    if origin is types.UnionType:
        return lambda found, place: None if found is None else inside(found, place)
    assert origin in {tuple, frozenset}, kind
    return _several(origin, inside)


def _several(kind: Callable[[Iterator[Any]], Any], inside: Reader) -> Reader:
    def read(found: object, place: str) -> Any:
        if not isinstance(found, list):
            raise DocumentError(place, "give a list.")
        return kind(inside(one, f"{place}[{n}]") for n, one in enumerate(found))

    return read


def _text(found: object, place: str) -> str:
    if not isinstance(found, str):
        raise DocumentError(place, "give a text between quotes.")
    try:
        found.encode()
    except UnicodeEncodeError:
        raise DocumentError(place, "the text holds half a character; write it again.") from None
    return found


def _number(found: object, place: str) -> int:
    if not isinstance(found, int) or isinstance(found, bool):
        raise DocumentError(place, "give a whole number.")
    return found


def _yes_or_no(found: object, place: str) -> bool:
    if not isinstance(found, bool):
        raise DocumentError(place, "give true or false.")
    return found


def _read_moment(found: object, place: str) -> datetime:
    try:
        moment = datetime.fromisoformat(_text(found, place))
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise DocumentError(place, "give a moment as 2026-03-09T10:30:00+00:00.")


def _date(found: object, place: str) -> PartialDate:
    phrase = ""
    if isinstance(found, dict):
        _check_names(found, {"date", "phrase"}, {"date", "phrase"}, place)
        phrase = _text(found["phrase"], f"{place}.phrase")
        found = found["date"]
    try:
        read = PartialDate.parse(_text(found, place))
        return PartialDate(read.precision, read.at, read.until, phrase)
    except DateError as error:
        raise DocumentError(place, str(error)) from None


def _choice(kind: type[StrEnum]) -> Reader:
    choices = {one.value: one for one in kind}

    def read(found: object, place: str) -> StrEnum:
        chosen = choices.get(_text(found, place))
        if chosen is None:
            raise DocumentError(place, f"choose one of {', '.join(kind)}.")
        return chosen

    return read


def _record(kind: type) -> Reader:
    hints = typing.get_type_hints(kind)
    known = {one.name: _reader(hints[one.name]) for one in fields(kind)}
    needed = {one.name for one in fields(kind) if one.default is MISSING}

    def read(found: object, place: str) -> Any:
        values = _object(found, place)
        _check_names(values, known.keys(), needed, place)
        before = f"{place}." if place else ""
        read = {name: known[name](value, before + name) for name, value in values.items()}
        try:
            return kind(**read)
        except ValueError as error:
            raise DocumentError(place, str(error)) from None

    return read


def _object(found: object, place: str) -> Json:
    if not isinstance(found, dict):
        raise DocumentError(place, "give an object between { and }.")
    return found


def _check_names(found: Json, known: Set[str], needed: Set[str], place: str) -> None:
    if needed <= found.keys() <= known:
        return
    for name in found:
        if name not in known:
            listed = ", ".join(sorted(known))
            raise DocumentError(place, f"{name!r} is not known here; leave it out or use {listed}.")
    for name in sorted(needed):
        if name not in found:
            raise DocumentError(place, f"{name!r} is missing; add it.")


def _tagged(tag: str, kinds: Mapping[str, type]) -> Reader:
    def read(found: object, place: str) -> Any:
        values = dict(_object(found, place))
        name = values.pop(tag, None)
        if not isinstance(name, str) or name not in kinds:
            listed = ", ".join(kinds)
            raise DocumentError(f"{place}.{tag}", f"{name!r} is not known; use {listed}.")
        return _reader(kinds[name])(values, place)

    return read


_READERS: dict[Any, Reader] = {
    str: _text,
    int: _number,
    bool: _yes_or_no,
    datetime: _read_moment,
    PartialDate: _date,
    Fact: _tagged("kind", FACTS),
    Body: _tagged("do", BODIES),
}
