"""The map of one case while a batch of edits is drawn in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from samenspel.family import FamilyMap
from samenspel.web.accounts.actor import Actor
from samenspel.web.cases.models import Case, CircleMember
from samenspel.web.maps.models import JointMoment, Map, Way
from samenspel.web.maps.seats import Seat
from samenspel.web.maps.wanted import Drawn


@dataclass(frozen=True)
class Place:
    """Who sits where, from when an edit counts, and whether their joint moment is over."""

    by: Actor
    seat: Seat
    at: datetime
    late: bool = False


@dataclass(frozen=True)
class Kept:
    """An edit that will be stored, with who drew it and how it came about."""

    drawn: Drawn
    edit_id: UUID
    by: Actor
    way: Way = Way.DONE
    undoes: int | None = None


@dataclass(frozen=True)
class Known:
    """An edit that was there before. `said` is a digest of what was sent, or empty."""

    author_id: int
    said: str = ""


@dataclass
class Table:
    """The row of the map is locked. `key` opens and seals its bodies.

    `known` has every edit id of this batch that was there before.
    """

    case: Case
    map: Map
    key: bytes
    family_map: FamilyMap
    circle: Sequence[CircleMember] = ()
    moments: Sequence[JointMoment] = ()
    known: dict[UUID, Known] = field(default_factory=dict)
    kept: list[Kept] = field(default_factory=list)

    @property
    def number(self) -> int:
        return self.map.last_number + len(self.kept)

    def is_on(self, moment: UUID, at: datetime) -> bool:
        return any(one.public_id == moment and one.holds_at(at) for one in self.moments)

    def not_before_the_last(self, at: datetime) -> datetime:
        """What was said stands in order of time, also when the clocks of two servers differ."""
        statements, choices = self.family_map.statements, self.family_map.choices
        said = [one.at for one in statements[-1:]] + [one.at for one in choices[-1:]]
        return max([at, *said])
