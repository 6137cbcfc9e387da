"""A seat at the table: in which role somebody draws, what they see, and for whom they say it.

Outside a joint moment what a parent adds is theirs and the worker's, until they share it. Within
a joint moment everybody who takes part sees what the whole circle may see, and nothing else:
so all drawings in it are equal, and what is private stays off the table and off the wall.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from samenspel.family import (
    CIRCLE,
    Audience,
    Author,
    FamilyMap,
    Reach,
    Side,
    Viewer,
)
from samenspel.web.cases.choices import FAMILY_ROLES, CircleRole
from samenspel.web.maps.refusing import NOT_FOR_THESE, ONLY_FOR_THE_CIRCLE, Refused

AT_THE_TABLE = Viewer("", Side.FAMILY, at_the_table=True)
"""Who sees what everybody in the circle sees."""


class For(StrEnum):
    """For whom something is said, as a form asks it."""

    CIRCLE = "circle"
    WORKERS = "workers"
    PROFESSIONALS = "professionals"
    MINE = "mine"
    SAFETY = "safety"


CHOICES: dict[Side, tuple[For, ...]] = {
    Side.FAMILY: (For.WORKERS, For.CIRCLE, For.MINE),
    Side.PROFESSIONAL: (For.CIRCLE, For.PROFESSIONALS, For.MINE),
}
"""For whom each side may say something; the first is what counts when nothing was chosen."""

FOR_WORKERS = {Reach.SAFETY, Reach.WORKERS}


@dataclass(frozen=True)
class Seat:
    """`account` is the public id of the user.

    `joint`: takes part in the joint moment of now.
    """

    user_id: int
    account: str
    name: str
    initials: str
    role: CircleRole
    joint: bool = False

    @property
    def side(self) -> Side:
        return Side.FAMILY if self.role in FAMILY_ROLES else Side.PROFESSIONAL

    @property
    def author(self) -> Author:
        return Author(self.account, self.side)

    @property
    def own_viewer(self) -> Viewer:
        """All that they themselves may see, when they are not at the table."""
        is_worker = self.role is CircleRole.WORKER
        return Viewer(self.account, self.side, may_see_safety=is_worker, is_worker=is_worker)

    @property
    def viewer(self) -> Viewer:
        """What they are shown."""
        return AT_THE_TABLE if self.joint else self.own_viewer

    @property
    def judged_as(self) -> Viewer:
        """What their edits are judged by: at the table no word tells of what is not on it."""
        return replace(self.own_viewer, at_the_table=True) if self.joint else self.own_viewer

    @property
    def choices(self) -> tuple[For, ...]:
        if self.joint:
            return (For.CIRCLE,)
        safety = (For.SAFETY,) if self.role is CircleRole.WORKER else ()
        return CHOICES[self.side] + safety

    def at_the_table(self) -> "Seat":
        return replace(self, joint=True)

    def away_from_the_table(self) -> "Seat":
        return replace(self, joint=False)

    def audience(self, chosen: str) -> Audience:
        """Of what they say now. Raises for what may not be chosen: it is never for more people."""
        allowed = {one.value: one for one in self.choices}
        if chosen and chosen not in allowed:
            raise Refused(ONLY_FOR_THE_CIRCLE if self.joint else NOT_FOR_THESE)
        return self._audience(allowed.get(chosen, self.choices[0]))

    def _audience(self, chosen: For) -> Audience:
        match chosen:
            case For.CIRCLE:
                return CIRCLE
            case For.WORKERS:
                return Audience(Reach.WORKERS)
            case For.PROFESSIONALS:
                return Audience(Reach.PROFESSIONALS)
            case For.MINE:
                return Audience(Reach.PEOPLE, frozenset({self.account}))
            case For.SAFETY:
                return Audience(Reach.SAFETY)

    def sees_like(self, family_map: FamilyMap) -> str:
        """Two seats with the same answer are shown the same map; the answer is not for outside."""
        if self.joint:
            return "table"
        reaches, named = _audiences(family_map)
        parts = [
            self.side.value if Reach.PROFESSIONALS in reaches else "",
            "worker" if reaches & FOR_WORKERS and self.own_viewer.is_worker else "",
            self.account if self.account in named else "",
        ]
        return " ".join(parts)


def _audiences(family_map: FamilyMap) -> tuple[set[Reach], set[str]]:
    """For whom things were said, and the accounts that see something which not every other sees."""
    known = family_map.worked_out
    if "audiences" not in known:
        said = [one for one in family_map if not one.withdrawn]
        named = {choice.by.account for choice in family_map.choices if not choice.withdrawn}
        for one in said:
            if one.audience.reach in (Reach.PEOPLE, Reach.WORKERS):
                named |= {one.by.account, *one.audience.people}
        known["audiences"] = {one.audience.reach for one in said}, named
    found: tuple[set[Reach], set[str]] = known["audiences"]
    return found
