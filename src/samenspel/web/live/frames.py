"""What a browser may say over the socket: JSON text, checked before anything is done with it."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from samenspel.drawing.sheet.look import Look, View
from samenspel.web.maps.wanted import Fields

LONGEST = 64 * 1024
"""Bytes of one frame."""
NAMES, VALUES = 60, 500
"""Fields of one edit, and values of one field."""
ID = re.compile(r"[\w.:@-]{0,64}")
WHOLE_FAMILY = "nee"  # as `rond` says it in an address
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that no drawing and no database takes."""


class BadFrame(Exception):
    """Not one of ours. What was in it is nobody's business, so it tells nothing."""


@dataclass(frozen=True)
class Hello:
    look: Look
    moment: UUID | None


@dataclass(frozen=True)
class Drawing:
    """An edit: the fields of a gesture, under the id that the browser gave it."""

    id: UUID
    fields: Fields


@dataclass(frozen=True)
class Looking:
    look: Look


@dataclass(frozen=True)
class Selecting:
    about: str


@dataclass(frozen=True)
class Joining:
    moment: UUID


@dataclass(frozen=True)
class Leaving:
    pass


@dataclass(frozen=True)
class Ping:
    pass


Frame = Hello | Drawing | Looking | Selecting | Joining | Leaving | Ping
Read = Callable[[Mapping[str, Any]], Frame]


def is_too_long(text: str) -> bool:
    return len(text) > LONGEST or len(text.encode(errors="replace")) > LONGEST


def read(text: str) -> Frame:
    """The frame that this is; `BadFrame` for anything else."""
    try:
        said = json.loads(text)
        return READERS[said["t"]](said)
    except (KeyError, TypeError, ValueError, RecursionError, AttributeError):
        raise BadFrame from None


def edit_in(text: str) -> str:
    """The id of the edit that a bad frame wanted, or "" """
    try:
        return str(UUID(json.loads(text)["id"]))
    except (KeyError, TypeError, ValueError, RecursionError, AttributeError):
        return ""


def _look(value: Mapping[str, Any]) -> Look:
    alias = value.get("alias", False)
    if not isinstance(alias, bool):
        raise BadFrame
    return Look(
        view=View(value.get("view", View.GENOGRAM)),
        on=_day(value.get("on")),
        alias=alias,
        around=_around(value.get("around")),
    )


def _day(value: object) -> date | None:
    if value in (None, ""):
        return None
    if not isinstance(value, str) or len(value) != 10:
        raise BadFrame
    return date.fromisoformat(value)


def _around(value: object) -> str:
    about = "" if value is None else _id(value)
    return "" if about == WHOLE_FAMILY else about


def _id(value: object) -> str:
    if not isinstance(value, str) or not ID.fullmatch(value):
        raise BadFrame
    return value


def _uuid(value: object) -> UUID:
    if not isinstance(value, str):
        raise BadFrame
    return UUID(value)


def _fields(value: object) -> Fields:
    if not isinstance(value, dict) or not 0 < len(value) <= NAMES:
        raise BadFrame
    if not all(_is_field(name, values) for name, values in value.items()):
        raise BadFrame
    return {name: tuple(values) for name, values in value.items()}


def _is_field(name: str, values: object) -> bool:
    if len(name) > 64 or not isinstance(values, list) or len(values) > VALUES:
        return False
    return all(isinstance(one, str) and not UNSEEN.search(one) for one in (name, *values))


def _hello(said: Mapping[str, Any]) -> Hello:
    moment = said.get("moment")
    return Hello(_look(said.get("look", {})), _uuid(moment) if moment else None)


READERS: dict[str, Read] = {
    "hello": _hello,
    "edit": lambda said: Drawing(_uuid(said["id"]), _fields(said["fields"])),
    "look": lambda said: Looking(_look(said["look"])),
    "select": lambda said: Selecting(_id(said["about"])),
    "join": lambda said: Joining(_uuid(said["moment"])),
    "leave": lambda said: Leaving(),
    "ping": lambda said: Ping(),
}
