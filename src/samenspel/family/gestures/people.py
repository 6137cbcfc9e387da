"""Somebody new, where the hand put them: above, left, right or below somebody who is there."""

from collections.abc import Iterator
from dataclasses import dataclass

from samenspel.family.dates import UNKNOWN, PartialDate
from samenspel.family.facts import (
    BirthFact,
    ChildFact,
    Fact,
    GenderFact,
    Id,
    IndexFact,
    NameFact,
    PartnerFact,
    PersonFact,
    StageFact,
    UnionFact,
)
from samenspel.family.family import Family, Union
from samenspel.family.gestures import kin
from samenspel.family.gestures.table import Gesture, Table
from samenspel.family.gestures.wrong import GestureError
from samenspel.family.language import marked
from samenspel.family.words import Gender, Parentage, PersonKind, Stage

TWO_PARENTS = marked(
    "{name} already has two parents in the drawing. "
    "Say of one of them first: adopted, foster, step, donor or surrogate."
)
SOMEBODY = marked("Somebody without a name already has two parents in the drawing.")


@dataclass(frozen=True, kw_only=True)
class Somebody(Gesture):
    """What is said of somebody new; each may be left out."""

    name: str = ""
    gender: Gender | None = None
    is_a: PersonKind = PersonKind.PERSON
    birth: PartialDate = UNKNOWN

    def somebody(self, person: Id) -> Iterator[Fact]:
        yield PersonFact(person, self.is_a)
        if self.name:
            yield NameFact(person, self.name)
        if self.gender:
            yield GenderFact(person, self.gender)
        if self.birth != UNKNOWN:
            yield BirthFact(person, self.birth)


@dataclass(frozen=True, kw_only=True)
class AddPerson(Somebody):
    """Without ties; with `index` the question begins with them."""

    index: bool = False

    def facts(self, table: Table) -> Iterator[Fact]:
        person = table.new("person")
        yield from self.somebody(person)
        if self.index:
            yield IndexFact(person)


@dataclass(frozen=True, kw_only=True)
class AddParent(Somebody):
    of: Id
    parentage: Parentage = Parentage.BIRTH

    def facts(self, table: Table) -> Iterator[Fact]:
        _check_room(table, self.of, self.parentage)
        parent = table.new("person")
        yield from self.somebody(parent)
        yield from _above(table, self.of, (parent,), self.parentage)


@dataclass(frozen=True, kw_only=True)
class AddParents(Gesture):
    """Two at once, without names; one when one is there already."""

    of: Id

    def facts(self, table: Table) -> Iterator[Fact]:
        _check_room(table, self.of, Parentage.BIRTH)
        missing = 2 - len(kin.parents_by_birth(table.family, self.of))
        parents = tuple(table.new(what) for what in ("person", "person-2")[:missing])
        yield from map(PersonFact, parents)
        yield from _above(table, self.of, parents, Parentage.BIRTH)


@dataclass(frozen=True, kw_only=True)
class AddSibling(Somebody):
    """With the same parents, in the same way; or of parents who are not known."""

    of: Id

    def facts(self, table: Table) -> Iterator[Fact]:
        table.person(self.of, "of")
        sibling = table.new("person")
        yield from self.somebody(sibling)
        bonds = kin.raised_in(table.family, self.of)
        for union in bonds:
            for parent in kin.as_child(union, self.of).parents:
                yield ChildFact(union.id, sibling, parent.parent, parent.parentage)
        if not bonds:
            union_id = table.new("union")
            yield UnionFact(union_id)
            yield from (ChildFact(union_id, child) for child in (self.of, sibling))


@dataclass(frozen=True, kw_only=True)
class AddPartner(Somebody):
    of: Id
    stage: Stage | None = None
    on: PartialDate = UNKNOWN

    def facts(self, table: Table) -> Iterator[Fact]:
        table.person(self.of, "of")
        partner = table.new("person")
        yield from self.somebody(partner)
        bond = kin.new_bond(table, self.of, partner)
        yield from bond.made
        yield from stage_of(bond.id, self.stage, self.on)


@dataclass(frozen=True, kw_only=True)
class AddChild(Somebody):
    """`of` is a parent or a bond; `with_` the other parent, "" the partner of now, or `alone`."""

    of: Id
    with_: Id = ""
    parentage: Parentage = Parentage.BIRTH

    def facts(self, table: Table) -> Iterator[Fact]:
        bond = kin.bond_of(table, self.of, self.with_)
        child = table.new("person")
        yield from self.somebody(child)
        yield from bond.made
        yield from bond.with_child(child, self.parentage)


def stage_of(union: Id, stage: Stage | None, on: PartialDate) -> Iterator[Fact]:
    """A day without more is that of a relationship."""
    if stage or on != UNKNOWN:
        yield StageFact(union, stage or Stage.RELATIONSHIP, on)


# --- Above somebody -------------------------------------------------------------------------------


def _check_room(table: Table, child: Id, how: Parentage) -> None:
    name = table.person(child, "of").name
    if how in kin.BY_BIRTH and len(kin.parents_by_birth(table.family, child)) > 1:
        raise GestureError("of", TWO_PARENTS if name else SOMEBODY, nameless=SOMEBODY, name=name)


def _above(table: Table, child: Id, parents: tuple[Id, ...], how: Parentage) -> Iterator[Fact]:
    """In the bond of the parents as far as it is drawn, or a new one.

    Who joins a bond is a parent of all children born of it: it is the place of the other parent.
    """
    union = _with_room(table.family, child, how, len(parents))
    bond = table.new("union") if union is None else union.id
    if union is None:
        yield UnionFact(bond)
    yield from (PartnerFact(bond, parent) for parent in parents)
    children = _full_siblings(table.family, union, child, how) if union else ()
    for one in (child, *children):
        yield from (ChildFact(bond, one, parent, how) for parent in parents)


def _with_room(family: Family, child: Id, how: Parentage, places: int) -> Union | None:
    bonds = kin.raised_in(family, child, kin.alike(how))
    return next((union for union in bonds if len(union.partners) + places <= 2), None)


def _full_siblings(family: Family, union: Union, child: Id, how: Parentage) -> tuple[Id, ...]:
    if how not in kin.BY_BIRTH:
        return ()
    return tuple(
        one.id
        for one in union.children
        if one.id != child
        and one.parentages <= kin.BY_BIRTH
        and kin.parents_by_birth(family, one.id) <= set(union.partners)
    )
