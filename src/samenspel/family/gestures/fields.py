"""From the fields of a form to the typed fields of a dataclass, by their types.

Every value comes as a list of strings. What is not asked, does not fit, is too long or cannot be
shown is refused at its field. Nothing that comes in makes an error of another kind.
"""

import re
import types
import typing
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from samenspel.family.dates import UNKNOWN, DateError, PartialDate, Period
from samenspel.family.gestures import wrong
from samenspel.family.gestures.dates import read_date
from samenspel.family.gestures.wrong import GestureError
from samenspel.family.statements import Source

T = TypeVar("T")

NAME, TEXT = 120, 4000
"""How many characters a name and a longer text may have."""
MANY = 40
"""How many people, statements and so on one gesture may be about."""

LONG = frozenset({"text", "words", "help", "worked", "did_not_work", "reason"})
WRITTEN = LONG | {"name", "alias"}
NOT_OURS = frozenset({"csrfmiddlewaretoken", "edit_id"})
"""What a form carries beside the gesture."""

_SEVERAL_INPUTS = {Period: ("start", "end"), Source: ("said_by", "said_on", "said_in")}
_YES_OR_NO = {"yes": True, "on": True, "true": True, "no": False, "false": False, "": False}
_NUMBER = re.compile(r"[0-9]{1,3}")


class Form:
    """The values by name, cleaned; a field without a value is not there."""

    def __init__(self, sent: Mapping[str, Sequence[str]]) -> None:
        self._values: dict[str, tuple[str, ...]] = {}
        for name, values in sent.items():
            name = _shown(name)
            if name not in NOT_OURS:
                self._values[name] = _cleaned(name, values)

    def check_names(self, known: Iterable[str]) -> None:
        strange = [name for name in self._values if name not in set(known)]
        if strange:
            raise GestureError(strange[0], wrong.NOT_ASKED, field=strange[0])

    def many(self, name: str) -> tuple[str, ...]:
        """Each once, without the empty ones."""
        return tuple(dict.fromkeys(one for one in self._values.get(name, ()) if one))

    def one(self, name: str) -> str:
        """The value, or "" """
        found = self.many(name)
        if len(found) > 1:
            raise GestureError(name, wrong.ONLY_ONE)
        return found[0] if found else ""


def _shown(name: object) -> str:
    """The name of a field as it can stand in a sentence."""
    return "".join(sign for sign in str(name)[:40] if sign.isprintable())


TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def _cleaned(name: str, values: object) -> tuple[str, ...]:
    listed = [values] if isinstance(values, str) else values
    if not isinstance(listed, list | tuple) or not all(isinstance(one, str) for one in listed):
        raise GestureError(name, wrong.NOT_KNOWN)
    if len(listed) > MANY:
        raise GestureError(name, wrong.TOO_MANY, count=MANY)
    return tuple(_clean(name, one) for one in listed)


def _clean(name: str, value: str) -> str:
    most = TEXT if name in LONG else NAME
    value = value.replace("\r\n", "\n").strip()
    if len(value) > most:
        raise GestureError(name, wrong.TOO_LONG, count=most)
    allowed = "\n\t" if name in LONG else ""
    if any(_is_strange(one) and one not in allowed for one in value):
        raise GestureError(name, wrong.STRANGE_SIGN)
    return value


def _is_strange(sign: str) -> bool:
    """Control signs, halves of characters, and what turns the rest of a sentence round."""
    is_turn = unicodedata.bidirectional(sign) in TURNING
    return is_turn or unicodedata.category(sign) in {"Cc", "Cs"}


# --- By type --------------------------------------------------------------------------------------


def record(kind: type[T], form: Form, *, may_lack: str = "") -> T:
    """The dataclass; `may_lack` names a needed field that may be empty all the same."""
    known: Any = kind
    return kind(**{one.name: _value(one, hint, form, may_lack) for one, hint in _fields_of(known)})


def names_of(kind: type) -> frozenset[str]:
    """The names that a form has for this dataclass."""
    return frozenset(
        name
        for one, hint in _fields_of(kind)
        for name in _SEVERAL_INPUTS.get(hint, (input_name(one.name),))
    )


def input_name(field: str) -> str:
    """`with_` is `with` in a form."""
    return field.removesuffix("_")


@cache
def _fields_of(kind: Any) -> tuple[tuple[Field[Any], Any], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((one, hints[one.name]) for one in fields(kind) if one.init)


def _value(field: Field[Any], hint: Any, form: Form, may_lack: str) -> Any:
    if hint in _SEVERAL_INPUTS:
        return _READERS[hint](form, field.name)
    name = input_name(field.name)
    if form.many(name):
        return _read(hint, form, name)
    if field.default is not MISSING:
        return field.default
    if hint is PartialDate:
        return UNKNOWN
    if name == may_lack:
        return ""
    raise GestureError(name, wrong.EMPTY if name in WRITTEN else wrong.NEEDED)


def _read(hint: Any, form: Form, name: str) -> Any:
    if typing.get_origin(hint) is types.UnionType:
        hint = typing.get_args(hint)[0]
    if typing.get_origin(hint) is tuple:
        return form.many(name)
    if issubclass(hint, StrEnum):
        return _choice(hint, form, name)
    return _READERS[hint](form, name)


def _choice(kind: type[StrEnum], form: Form, name: str) -> StrEnum:
    try:
        return kind(form.one(name))
    except GestureError:
        raise
    except ValueError:
        raise GestureError(name, wrong.CHOOSE_ONE) from None


def _number(form: Form, name: str) -> int:
    if not _NUMBER.fullmatch(form.one(name)):
        raise GestureError(name, wrong.A_NUMBER)
    return int(form.one(name))


def _yes_or_no(form: Form, name: str) -> bool:
    found = _YES_OR_NO.get(form.one(name))
    if found is None:
        raise GestureError(name, wrong.CHOOSE_ONE)
    return found


def _date(form: Form, name: str) -> PartialDate:
    try:
        return read_date(form.one(name))
    except DateError as error:
        raise GestureError(name, str(error)) from None


def _period(form: Form, name: str) -> Period:
    """An end that is left open has not come; "?" is some day."""
    start = _date(form, "start")
    end = _date(form, "end") if form.one("end") else None
    try:
        return Period(start, end)
    except DateError:
        raise GestureError("end", wrong.END_FIRST) from None


def _source(form: Form, name: str) -> Source:
    return Source(form.one("said_by"), _date(form, "said_on"), form.one("said_in"))


_READERS: dict[Any, Callable[[Form, str], Any]] = {
    str: Form.one,
    int: _number,
    bool: _yes_or_no,
    PartialDate: _date,
    Period: _period,
    Source: _source,
}
