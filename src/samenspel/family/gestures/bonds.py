"""A bond, a parentage, a home or an organisation with those who are there already."""

from collections.abc import Iterator
from dataclasses import dataclass

from samenspel.family.dates import UNKNOWN, PartialDate
from samenspel.family.facts import (
    ChildFact,
    Fact,
    HouseholdFact,
    Id,
    InvolvedFact,
    LivesInFact,
    OrganisationFact,
)
from samenspel.family.gestures import kin
from samenspel.family.gestures.people import stage_of
from samenspel.family.gestures.table import Gesture, Table
from samenspel.family.gestures.wrong import EMPTY, NEEDED, NOT_HERE, GestureError
from samenspel.family.language import marked
from samenspel.family.words import ContextKind, Involvement, Parentage, Rhythm, Stage

PARTNERS_ALREADY = marked("These two are drawn as partners. Choose what there is between them.")
CHILD_ALREADY = marked("This is drawn already.")
WHO_LIVES_HERE = marked("Say who lives in this home.")


@dataclass(frozen=True, kw_only=True)
class ConnectPartner(Gesture):
    of: Id
    with_: Id
    stage: Stage | None = None
    on: PartialDate = UNKNOWN

    def facts(self, table: Table) -> Iterator[Fact]:
        bond = kin.bond_of(table, table.person(self.of, "of").id, self.with_)
        stages = tuple(stage_of(bond.id, self.stage, self.on))
        if not bond.made and not stages:
            raise GestureError("stage", PARTNERS_ALREADY)
        yield from bond.made
        yield from stages


@dataclass(frozen=True, kw_only=True)
class ConnectChild(Gesture):
    """`union`, or `of` and `with_` as for a new child."""

    child: Id
    union: Id = ""
    of: Id = ""
    with_: Id = ""
    parentage: Parentage = Parentage.BIRTH

    def facts(self, table: Table) -> Iterator[Fact]:
        table.person(self.child, "child")
        if self.union and self.union not in table.family.union:
            raise GestureError("union", NOT_HERE)
        if not self.union and not self.of:
            raise GestureError("of", NEEDED)
        bond = kin.bond_of(table, self.union or self.of, self.with_)
        said = {one.fact for one in table.seen if one.counts and isinstance(one.fact, ChildFact)}
        new = [one for one in bond.with_child(self.child, self.parentage) if one not in said]
        if not new:
            raise GestureError("child", CHILD_ALREADY)
        yield from bond.made
        yield from new


@dataclass(frozen=True, kw_only=True)
class AddHousehold(Gesture):
    name: str = ""
    who: tuple[Id, ...] = ()
    share: str = ""

    def facts(self, table: Table) -> Iterator[Fact]:
        if not self.who:
            raise GestureError("who", WHO_LIVES_HERE)
        household = table.new("household")
        yield HouseholdFact(household, self.name)
        for one in self.who:
            yield LivesInFact(household, table.person(one, "who").id, share=self.share)


@dataclass(frozen=True, kw_only=True)
class AddOrganisation(Gesture):
    """Directed at people or homes; without `towards` it is only there."""

    name: str = ""
    context: ContextKind = ContextKind.OTHER
    towards: tuple[Id, ...] = ()
    face: str = ""
    role: str = ""
    rhythm: Rhythm | None = None
    status: Involvement = Involvement.ACTIVE

    def facts(self, table: Table) -> Iterator[Fact]:
        if not self.name and self.context is ContextKind.OTHER:
            raise GestureError("name", EMPTY)
        there = {*table.family.person, *table.family.household}
        if not there.issuperset(self.towards):
            raise GestureError("towards", NOT_HERE)
        organisation = table.new("organisation")
        yield OrganisationFact(organisation, self.name, self.context)
        for one in self.towards:
            yield InvolvedFact(organisation, one, self.face, self.role, self.rhythm, self.status)
