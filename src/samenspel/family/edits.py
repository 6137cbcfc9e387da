"""What somebody does to a map: a named value with who and when, that can be undone.

Statements are added, taken back by who said them (undo), struck out by others, and chosen among
accounts that differ. Nothing is overwritten. Ids are made by who draws, so that a retry is
harmless; `at` comes from the server's clock.
"""

from dataclasses import dataclass
from datetime import datetime

from samenspel.family.facts import Fact, Id
from samenspel.family.statements import CIRCLE, NO_SOURCE, Audience, Author, Source


@dataclass(frozen=True)
class Saying:
    """A new statement; `against` names the one it contradicts, for a fact without a slot."""

    id: Id
    fact: Fact
    source: Source = NO_SOURCE
    audience: Audience = CIRCLE
    against: Id = ""


@dataclass(frozen=True)
class Say:
    sayings: tuple[Saying, ...]


@dataclass(frozen=True)
class Withdraw:
    """Take one's own words back: nobody sees them any more, and they can come back."""

    ids: tuple[Id, ...]


@dataclass(frozen=True)
class Resay:
    """Bring back what was withdrawn; with `of`, only what that edit withdrew."""

    ids: tuple[Id, ...]
    of: Id = ""


@dataclass(frozen=True)
class Retract:
    """Strike out: it stays readable and no longer counts."""

    ids: tuple[Id, ...]
    reason: str = ""


@dataclass(frozen=True)
class Reinstate:
    """Let count again what was struck out; with `of`, only what that edit struck out."""

    ids: tuple[Id, ...]
    of: Id = ""


@dataclass(frozen=True)
class Choose:
    """The drawing should use this statement. The choice gets the id of the edit."""

    statement: Id


@dataclass(frozen=True)
class Unchoose:
    choice: Id


@dataclass(frozen=True)
class Rechoose:
    """Bring back a choice, at its own moment."""

    choice: Id


Body = Say | Withdraw | Resay | Retract | Reinstate | Choose | Unchoose | Rechoose

# The name of each in the JSON document.
BODIES: dict[str, type[Body]] = {
    "say": Say,
    "withdraw": Withdraw,
    "resay": Resay,
    "retract": Retract,
    "reinstate": Reinstate,
    "choose": Choose,
    "unchoose": Unchoose,
    "rechoose": Rechoose,
}


@dataclass(frozen=True)
class Edit:
    id: Id
    by: Author
    at: datetime
    body: Body

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("The moment of an edit needs a time zone.")


def undo_of(edit: Edit, *, id: Id, at: datetime, by: Author) -> Edit:  # noqa: A002 (as the field is called)
    """The edit that takes back what `apply` gave to keep.

    The reason of a reinstated retraction is not kept.
    """
    return Edit(id, by, at, _opposite(edit))


def _opposite(edit: Edit) -> Body:
    match edit.body:
        case Say(sayings):
            return Withdraw(tuple(saying.id for saying in sayings))
        case Withdraw(ids):
            return Resay(ids, of=edit.id)
        case Resay(ids):
            return Withdraw(ids)
        case Retract(ids):
            return Reinstate(ids, of=edit.id)
        case Reinstate(ids):
            return Retract(ids)
        case Choose() | Unchoose() | Rechoose() as choice:
            return _opposite_choice(edit.id, choice)


def _opposite_choice(edit: Id, body: Choose | Unchoose | Rechoose) -> Body:
    match body:
        case Choose():
            return Unchoose(edit)
        case Unchoose(choice):
            return Rechoose(choice)
        case Rechoose(choice):
            return Unchoose(choice)
