"""The fields of a fact by what they hold, so that every format can write any fact.

A format that has no place of its own for a fact writes its fields one by one, by their names; a
new kind of fact needs no new code here.
"""

from dataclasses import MISSING, Field, fields
from enum import Enum, StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from samenspel.family.dates import PartialDate, Period
from samenspel.family.facts import Fact


class Holds(StrEnum):
    ID = "id"
    IDS = "ids"
    TEXT = "text"
    CHOICE = "choice"  # a value of a closed list
    NUMBER = "number"
    YES = "yes"
    DATE = "date"
    PERIOD = "period"


class ValueNotUnderstood(ValueError):
    """The text is no value of this field."""


class Slot:
    """One field of a fact: its name, what it holds and its default."""

    __slots__ = ("default", "holds", "kind", "name")

    def __init__(self, field: "Field[Any]", hint: Any, refers: bool) -> None:
        self.name = field.name
        self.kind = _without_none(hint)
        self.holds = _holds(self.kind, refers)
        self.default: Any = field.default


def _without_none(hint: Any) -> Any:
    if isinstance(hint, UnionType):
        return next(one for one in get_args(hint) if one is not type(None))
    return hint


def _holds(kind: Any, refers: bool) -> Holds:
    if get_origin(kind) is tuple:
        return Holds.IDS
    if kind is str:
        return Holds.ID if refers else Holds.TEXT
    if issubclass(kind, Enum):
        return Holds.CHOICE
    return {bool: Holds.YES, int: Holds.NUMBER, PartialDate: Holds.DATE, Period: Holds.PERIOD}[kind]


def slots_of(kind: type[Fact]) -> tuple[Slot, ...]:
    found = _SLOTS.get(kind.kind)
    if found is None:
        found = _SLOTS[kind.kind] = _slots_of(kind)
    return found


_SLOTS: dict[str, tuple[Slot, ...]] = {}


def _slots_of(kind: type[Fact]) -> tuple[Slot, ...]:
    hints = get_type_hints(kind)
    ids = {*kind.refers, kind.introduces}
    return tuple(Slot(one, hints[one.name], one.name in ids) for one in fields(kind))


def build(kind: type[Fact], values: dict[str, Any]) -> Fact:
    """The fact; ValueNotUnderstood when something it needs is missing."""
    for slot in slots_of(kind):
        if slot.default is MISSING and slot.name not in values:
            raise ValueNotUnderstood(slot.name)
    return kind(**values)


def simple_text(slot: Slot, value: Any) -> str:
    """A text, choice, number or yes as text."""
    if slot.holds is Holds.YES:
        return "Y" if value else "N"
    return str(value.value) if slot.holds is Holds.CHOICE else str(value)


def simple_value(slot: Slot, text: str) -> Any:
    """The reverse of `simple_text`; ValueNotUnderstood when it is no value of this field."""
    if slot.holds is Holds.TEXT:
        return text
    word = text.strip()
    try:
        if slot.holds is Holds.CHOICE:
            return slot.kind(word.casefold())
        if slot.holds is Holds.NUMBER:
            return int(word[:12])
        return {"Y": True, "N": False, "": True}[word.upper()]
    except (ValueError, KeyError):
        raise ValueNotUnderstood(word[:80]) from None
