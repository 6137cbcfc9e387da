"""Forms that draw, as data: a gesture with its fields. The templates know no gesture.

Nothing is checked here. The same fields come in through a socket, so the gesture itself says
what is wrong with them; `filled` puts those words and everything that was typed back.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.safestring import SafeString

Pairs = tuple[tuple[str, str], ...]
NOT_TYPED = {"csrfmiddlewaretoken", "edit_id"}


@dataclass(frozen=True)
class Option:
    """`picture` is a drawing of our own beside the words."""

    value: str
    words: str
    picture: SafeString | str = ""


@dataclass(frozen=True)
class Field:
    """`look`: text, long, date, number, select, radio, many (checkboxes), lines, yes.

    `later` stands behind "More", so that the button is near.
    """

    name: str
    label: str
    look: str = "text"
    options: tuple[Option, ...] = ()
    help: str = ""
    values: tuple[str, ...] = ()
    error: str = ""
    later: bool = False

    @property
    def value(self) -> str:
        return self.values[0] if self.values else ""


@dataclass(frozen=True)
class GestureForm:
    """`hidden` goes along unseen; `place` and `of` say where around whom it stands.

    `tells` asks who said it and for whom it is; a single tap asks nothing.
    """

    do: str
    button: str
    fields: tuple[Field, ...] = ()
    hidden: Pairs = ()
    heading: str = ""
    intro: str = ""
    icon: str = ""
    place: str = ""
    of: str = ""
    tells: bool = True
    look: str = "primary"
    error: str = ""
    told: tuple[tuple[str, str], ...] = ()

    @property
    def uid(self) -> str:
        """The same for the same form on every page, so that a mistake can point to its field."""
        text = repr((self.do, self.hidden, self.place))
        return "f" + hashlib.sha256(text.encode()).hexdigest()[:8]

    @property
    def first(self) -> tuple[Field, ...]:
        return tuple(one for one in self.fields if not one.later)

    @property
    def later(self) -> tuple[Field, ...]:
        return tuple(one for one in self.fields if one.later)

    @property
    def typed(self) -> Mapping[str, str]:
        """What was typed about who said it and for whom."""
        return dict(self.told)

    @property
    def is_open(self) -> bool:
        return bool(self.error)

    def given(self, name: str, values: tuple[str, ...]) -> "GestureForm":
        """With one field filled in beforehand."""
        fields = (replace(one, values=values) if one.name == name else one for one in self.fields)
        return replace(self, fields=tuple(fields))

    def is_of(self, sent: QueryDict) -> bool:
        return sent.get("do") == self.do and all(
            value in sent.getlist(name) for name, value in self.hidden
        )

    def filled(self, sent: QueryDict, error: str, at_field: str = "") -> "GestureForm":
        """With everything that was typed, and what was wrong with it."""
        fields = tuple(
            replace(
                field,
                values=tuple(sent.getlist(field.name)),
                error=error if field.name == at_field else "",
            )
            for field in self.fields
        )
        told = tuple(
            (name, sent.get(name, "")) for name in ("said_by", "said_on", "said_in", "for")
        )
        return replace(self, fields=fields, error=error, told=told)


def resent(sent: QueryDict, button: str, error: str, labels: Mapping[str, str]) -> GestureForm:
    """A form for what was sent and has no form on the page any more, so that nothing is lost."""
    known = [name for name in sent if name not in NOT_TYPED | {"do"}]
    typed = [name for name in known if name in labels]
    return GestureForm(
        do=sent.get("do", ""),
        button=button,
        hidden=tuple((n, v) for n in known if n not in labels for v in sent.getlist(n)),
        fields=tuple(Field(n, labels[n], values=tuple(sent.getlist(n))) for n in typed),
        error=error,
        tells=False,
    )


def filled_in(
    forms: Sequence[GestureForm], sent: QueryDict, error: str, at_field: str
) -> tuple[GestureForm, ...]:
    return tuple(one.filled(sent, error, at_field) if one.is_of(sent) else one for one in forms)


def options(pairs: Iterable[tuple[str, str]]) -> tuple[Option, ...]:
    return tuple(Option(value, words) for value, words in pairs)
