"""A statement: a fact with who said it, when, in which conversation, and who may know.

`FamilyMap` is nothing but statements in order, so that history, provenance, contradiction and
privacy are one mechanism. What a drawing shows is made from it by `family.family`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from samenspel.family.dates import UNKNOWN, PartialDate
from samenspel.family.facts import Fact, Id

SCHEMA = 1


class Side(StrEnum):
    FAMILY = "family"
    PROFESSIONAL = "professional"


@dataclass(frozen=True)
class Author:
    """Who drew: the id of an account, and on which side of the table."""

    account: str
    side: Side = Side.PROFESSIONAL


@dataclass(frozen=True)
class Source:
    """Who said it, when, in which conversation: 'Mother, home visit'. All may be empty."""

    who: str = ""
    on: PartialDate = UNKNOWN
    conversation: str = ""


NO_SOURCE = Source()


class Reach(StrEnum):
    CIRCLE = "circle"
    PEOPLE = "people"  # named accounts, and the author
    PROFESSIONALS = "professionals"
    SAFETY = "safety"
    WORKERS = "workers"  # who is a worker of the case when they look, and the author


@dataclass(frozen=True)
class Audience:
    reach: Reach = Reach.CIRCLE
    people: frozenset[str] = frozenset()


CIRCLE = Audience()


@dataclass(frozen=True)
class Viewer:
    """Who looks. The caller has checked that the viewer is in the circle of the case.

    `is_worker`: is a worker of the case now; who may see what is about safety is one.
    `at_the_table`: draws together with others, and sees only what the whole circle may see,
    whoever they are.
    """

    account: str
    side: Side = Side.PROFESSIONAL
    may_see_safety: bool = False
    at_the_table: bool = False
    is_worker: bool = False


@dataclass(frozen=True)
class Retraction:
    """The statement no longer counts for who retracted it; it stays readable, struck out."""

    edit: Id
    by: Author
    at: datetime
    reason: str = ""


@dataclass(frozen=True)
class Statement:
    """`at` is when it was drawn: one moment for all that one edit says.

    `against` names the statement it contradicts, for facts without a slot of their own.
    `withdrawn` holds the edit that took it back (undo): it is in no view, and can come back.
    """

    id: Id
    fact: Fact
    by: Author
    at: datetime
    source: Source = NO_SOURCE
    audience: Audience = CIRCLE
    against: Id = ""
    retracted: Retraction | None = None
    withdrawn: Id = ""

    @property
    def counts(self) -> bool:
        return self.retracted is None and not self.withdrawn


@dataclass(frozen=True)
class Choice:
    """The drawing should use this statement, of those in its slot; the latest choice counts.

    `id` is that of the edit that chose; `withdrawn` holds the edit that took it back.
    """

    id: Id
    statement: Id
    by: Author
    at: datetime
    withdrawn: Id = ""


@dataclass(frozen=True)
class FamilyMap:
    """All that was said, in order. Two maps are equal when the same was said, by the same."""

    statements: tuple[Statement, ...] = ()
    choices: tuple[Choice, ...] = ()
    schema: int = field(default=SCHEMA)

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.statements)

    def __len__(self) -> int:
        return len(self.statements)

    @cached_property
    def worked_out(self) -> dict[Any, Any]:
        """What was made of this map, so that it is made once. It goes when the map goes."""
        return {}

    def __reduce__(self) -> tuple[Any, ...]:
        """To another process goes what was said, not what was made of it."""
        return FamilyMap, (self.statements, self.choices, self.schema)

    @cached_property
    def by_id(self) -> dict[Id, Statement]:
        return {statement.id: statement for statement in self.statements}

    @cached_property
    def _first_accounts(self) -> dict[Id, Id]:
        """Of every statement the first of those it contradicts, one after another."""
        first: dict[Id, Id] = {}
        kinds: dict[Id, str] = {}
        for one in self.statements:
            is_account = kinds.get(one.against) == one.fact.kind
            first[one.id] = first[one.against] if is_account else one.id
            kinds[one.id] = one.fact.kind
        return first

    def slot_of(self, statement: Statement) -> tuple[str, ...]:
        """What a statement is about; statements with the same slot stand beside each other.

        `against` counts when it names an earlier statement of the same kind.
        """
        own = statement.fact.slot
        return own or ("statement", self._first_accounts.get(statement.id, statement.id))


def in_order(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """By moment; what was said at one moment stays as it stood. Who leaves leaves no gap."""
    return tuple(sorted(statements, key=lambda one: one.at))


__all__ = [
    "CIRCLE",
    "NO_SOURCE",
    "SCHEMA",
    "Audience",
    "Author",
    "Choice",
    "FamilyMap",
    "Reach",
    "Retraction",
    "Side",
    "Source",
    "Statement",
    "Viewer",
    "in_order",
]
