"""What comes in from a form or a socket, and what came of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from samenspel.family import Body, Edit, FamilyMap

Fields = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Wanted:
    """A gesture on its way: `fields` as a form sends them, `at` from the server's clock.

    `edit_id` is made by who draws. `moment` is the joint moment the sender takes part in.
    With `alias` what is said about it names nobody.
    `bodies` says it without a gesture: an import, the demonstration. Never what a browser sent.
    """

    case_id: UUID
    user_id: int
    edit_id: UUID
    fields: Fields
    at: datetime
    origin: str
    moment: UUID | None = None
    alias: bool = False
    bodies: tuple[Body, ...] = ()


@dataclass(frozen=True)
class Drawn:
    """A stored edit with the map before and after it. The number never leaves the house."""

    number: int
    edit: Edit
    author_id: int
    before: FamilyMap
    after: FamilyMap


@dataclass(frozen=True)
class Outcome:
    """`drawn` is what was stored; empty for a repeat of what was stored before, and when refused.

    `refused` gives the reason in a language; `gone` says that the sender may not be here any more.
    """

    wanted: Wanted
    drawn: tuple[Drawn, ...] = ()
    repeated: bool = False
    refused: Callable[[str], str] | None = None
    gone: bool = False
    warnings: Callable[[str], Sequence[str]] = field(default=lambda lang: ())
