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

AT_THE_TABLE = Viewer("", Side.FAMILY)
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


@dataclass(frozen=True)
class Seat:
    """`account` is the public id of the user. `workers` are the accounts of the case's workers.

    `joint`: takes part in the joint moment of now.
    """

    user_id: int
    account: str
    name: str
    initials: str
    role: CircleRole
    workers: frozenset[str]
    joint: bool = False

    @property
    def side(self) -> Side:
        return Side.FAMILY if self.role in FAMILY_ROLES else Side.PROFESSIONAL

    @property
    def author(self) -> Author:
        return Author(self.account, self.side)

    @property
    def own_viewer(self) -> Viewer:
        """What their edits are judged by: all that they themselves may see."""
        return Viewer(self.account, self.side, may_see_safety=self.role is CircleRole.WORKER)

    @property
    def viewer(self) -> Viewer:
        """What they are shown."""
        return AT_THE_TABLE if self.joint else self.own_viewer

    @property
    def choices(self) -> tuple[For, ...]:
        if self.joint:
            return (For.CIRCLE,)
        safety = (For.SAFETY,) if self.role is CircleRole.WORKER else ()
        return CHOICES[self.side] + safety

    def at_the_table(self) -> "Seat":
        return replace(self, joint=True)

    def audience(self, chosen: str) -> Audience:
        """Of what they say now. What may not be chosen becomes what counts by itself."""
        allowed = {one.value: one for one in self.choices}
        return self._audience(allowed.get(chosen, self.choices[0]))

    def _audience(self, chosen: For) -> Audience:
        match chosen:
            case For.CIRCLE:
                return CIRCLE
            case For.WORKERS:
                return Audience(Reach.PEOPLE, self.workers | {self.account})
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
        reaches = {one.audience.reach for one in family_map}
        parts = [
            self.side.value if Reach.PROFESSIONALS in reaches else "",
            "safety" if Reach.SAFETY in reaches and self.own_viewer.may_see_safety else "",
            self.account if self.account in _named(family_map) else "",
        ]
        return " ".join(parts)


def _named(family_map: FamilyMap) -> set[str]:
    """Accounts for whom something was said or chosen that not every other sees."""
    named = {choice.by.account for choice in family_map.choices}
    for one in family_map:
        if one.audience.reach is Reach.PEOPLE:
            named |= {one.by.account, *one.audience.people}
    return named
