"""What every panel is made of, and what was said about the thing it shows."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from samenspel.family import (
    Fact,
    Id,
    NoteFact,
    Statement,
)
from samenspel.web.maps.forms import GestureForm
from samenspel.web.maps.presenters.adding import Adding
from samenspel.web.maps.presenters.rows import Row, row
from samenspel.web.maps.presenters.table import Table

FROM_A_FILE = "file:"
MARKS = '“”„"'


@dataclass(frozen=True)
class Way:
    """A link to a form of its own."""

    words: str
    href: str
    icon: str


@dataclass(frozen=True)
class Link:
    """Words that lead to something else; `label` says what that is to this."""

    label: str
    words: str
    href: str


@dataclass(frozen=True)
class Links:
    """Those with the same label, under it once."""

    label: str
    links: tuple[Link, ...]


def grouped(links: Iterable[Link]) -> tuple[Links, ...]:
    found: dict[str, list[Link]] = {}
    for link in dict.fromkeys(links):
        found.setdefault(link.label, []).append(link)
    return tuple(Links(label, tuple(same)) for label, same in found.items())


@dataclass(frozen=True)
class Panel:
    """`places` stand around a person, `more` are the forms behind "Add something"."""

    heading: str
    sub: str = ""
    thing: Id = ""
    rows: tuple[Row, ...] = ()
    details: tuple[Row, ...] = ()
    links: tuple[Links, ...] = ()
    voices: tuple[Row, ...] = ()
    places: tuple[GestureForm, ...] = ()
    taps: tuple[GestureForm, ...] = ()
    more: tuple[GestureForm, ...] = ()
    ways: tuple[Way, ...] = ()
    remove: GestureForm | None = None
    adding: Adding | None = None
    is_open: bool = False

    @property
    def forms(self) -> Iterator[GestureForm]:
        """Every form on it, to find the one that was sent."""
        yield from (*self.places, *self.taps, *self.more)
        if self.remove:
            yield self.remove
        yield from self.adding.forms if self.adding else ()
        for one in (*self.rows, *self.details, *self.voices):
            yield from (one.form,) if one.form else ()
            for account in one.accounts:
                yield from account.forms


# --- What was said about a thing ------------------------------------------------------------------


def groups(table: Table, about: Callable[[Fact], bool]) -> Iterator[tuple[Statement, ...]]:
    """The statements about something, side by side per thing."""
    for statements in table.slots.values():
        if about(statements[0].fact):
            yield statements


def rows_of(kinds: Iterable[type[Fact]], field_: str, thing: Id, table: Table) -> tuple[Row, ...]:
    found: list[Row] = []
    for kind in kinds:
        found += [
            row(statements, table) for statements in groups(table, _is_about(kind, field_, thing))
        ]
    return tuple(found)


def _is_about(kind: type[Fact], field_: str, thing: Id) -> Callable[[Fact], bool]:
    return lambda fact: isinstance(fact, kind) and getattr(fact, field_) == thing


def voices_of(thing: Id, table: Table) -> tuple[Row, ...]:
    """What somebody said in their own words; not what a file held beside it."""
    if table.asked.alias:
        return ()
    said = groups(
        table,
        lambda fact: (
            isinstance(fact, NoteFact)
            and fact.about == thing
            and not fact.label.startswith(FROM_A_FILE)
        ),
    )
    found = []
    for statements in said:
        fact = statements[0].fact
        assert isinstance(fact, NoteFact)
        found.append(row(statements, table, label=_quoted(fact.text)))
    return tuple(found)


def _quoted(text: str) -> str:
    """Within quotation marks; what has some of its own inside keeps only those."""
    inner = text.strip()
    if len(inner) > 1 and inner[0] in MARKS and inner[-1] in MARKS:
        inner = inner[1:-1]
    return text if set(inner) & set(MARKS) else f"“{inner}”"


def remove(thing: Id, words: str, table: Table) -> GestureForm | None:
    if not table.may_draw:
        return None
    return GestureForm("remove", words, hidden=(("thing", thing),), tells=False, look="danger")
