"""What a gesture needs to become an edit: what its author sees, and new ids.

`Gesture` is the base of all: its fields are what every form may carry.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Self
from uuid import UUID, uuid5

from samenspel.family.edits import Body, Say, Saying
from samenspel.family.facts import Fact, Id
from samenspel.family.family import Family, Person
from samenspel.family.gestures.fields import Form, names_of, record
from samenspel.family.gestures.wrong import NOT_HERE, NOT_KNOWN, GestureError
from samenspel.family.resolve import resolve
from samenspel.family.statements import NO_SOURCE, Audience, Author, FamilyMap, Source


def new_id(edit_id: str, what: str) -> Id:
    """Of what an edit brings: `person` for the first new person, `statement-0` for what is said."""
    return str(uuid5(UUID(edit_id), what))


@dataclass(frozen=True)
class Table:
    """`seen` is the map as the author sees it; `by` tells which words are their own."""

    seen: FamilyMap
    edit_id: str
    by: Author
    audience: Audience
    today: date

    @cached_property
    def family(self) -> Family:
        return resolve(self.seen)

    def new(self, what: str) -> Id:
        return new_id(self.edit_id, what)

    def person(self, person: Id, field: str) -> Person:
        found = self.family.person.get(person)
        if found is None:
            raise GestureError(field, NOT_HERE)
        return found

    def say(self, facts: Iterable[Fact], source: Source) -> Say:
        return Say(
            tuple(
                Saying(self.new(f"statement-{n}"), fact, source, self.audience)
                for n, fact in enumerate(facts)
            )
        )


@dataclass(frozen=True, kw_only=True)
class Gesture:
    """`for_` is for whom it is said, as the form asks it; the seat makes an audience of it."""

    source: Source = NO_SOURCE
    for_: str = ""

    @classmethod
    def read(cls, form: Form) -> Self:
        form.check_names({"do", *names_of(cls)})
        return record(cls, form)

    def body(self, table: Table) -> Body:
        return table.say(self.facts(table), self.source)

    def facts(self, table: Table) -> Iterator[Fact]:
        """What is said; a gesture that says nothing has a `body` of its own."""
        raise GestureError("do", NOT_KNOWN)
