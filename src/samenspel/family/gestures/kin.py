"""Which bond a gesture means: of somebody's parents, with somebody's partner."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samenspel.family.facts import ChildFact, Fact, Id, PartnerFact, UnionFact
from samenspel.family.family import Child, Family, Union
from samenspel.family.gestures.table import Table
from samenspel.family.gestures.wrong import GestureError
from samenspel.family.language import marked
from samenspel.family.words import Parentage, Stage

BY_BIRTH = frozenset({Parentage.BIRTH, Parentage.UNKNOWN})
OVER = frozenset({Stage.ENDED, Stage.DIVORCED, Stage.WIDOWED})
ALONE = "alone"
"""In place of a partner: the other parent is not drawn."""

WITH_ONESELF = marked("A bond is between two people. Choose somebody else.")


@dataclass(frozen=True)
class Bond:
    """`made` are the facts that bring it, when it is not there yet."""

    id: Id
    partners: tuple[Id, ...]
    made: tuple[Fact, ...] = ()

    def with_child(self, child: Id, parentage: Parentage) -> Iterator[Fact]:
        for parent in self.partners or ("",):
            yield ChildFact(self.id, child, parent, parentage)


def new_bond(table: Table, *partners: Id) -> Bond:
    union = table.new("union")
    joined = (PartnerFact(union, one) for one in partners)
    return Bond(union, partners, (UnionFact(union), *joined))


def as_child(union: Union, person: Id) -> Child:
    return next(child for child in union.children if child.id == person)


def alike(parentage: Parentage) -> frozenset[Parentage]:
    return BY_BIRTH if parentage in BY_BIRTH else frozenset({parentage})


def raised_in(
    family: Family, person: Id, how: frozenset[Parentage] = BY_BIRTH
) -> tuple[Union, ...]:
    """The bonds somebody is a child of in this way."""
    bonds = family.child_in.get(person, ())
    return tuple(union for union in bonds if as_child(union, person).parentages & how)


def parents_by_birth(family: Family, person: Id) -> set[Id]:
    return {
        parent.parent
        for union in raised_in(family, person)
        for parent in as_child(union, person).parents
        if parent.parent and parent.parentage in BY_BIRTH
    }


def couple(family: Family, one: Id, other: Id) -> Union | None:
    """The bond of these two: the latest that was drawn."""
    bonds = [bond for bond in family.partner_in.get(one, ()) if other in bond.partners]
    return bonds[-1] if bonds and one != other else None


def alone(family: Family, person: Id) -> Union | None:
    """The bond of a parent alone."""
    bonds = [bond for bond in family.partner_in.get(person, ()) if bond.partners == (person,)]
    return bonds[-1] if bonds else None


def present_couple(family: Family, person: Id, today: date) -> Union | None:
    """The bond with the partner of now, or else the latest one."""
    bonds = [bond for bond in family.partner_in.get(person, ()) if len(bond.partners) == 2]
    lasting = [bond for bond in bonds if not is_over(bond, today)]
    found = lasting or bonds
    return found[-1] if found else None


def is_over(union: Union, today: date) -> bool:
    begun = [one for one in union.stages if not one.on.is_certainly_after_day(today)]
    return bool(begun) and begun[-1].stage in OVER


def bond_of(table: Table, of: Id, with_: Id) -> Bond:
    """`of` is a bond, or somebody whose bond it is: with the partner named, of now, or alone."""
    family = table.family
    if of in family.union:
        return Bond(of, family.union[of].partners)
    table.person(of, "of")
    if with_ in {"", ALONE}:
        present = None if with_ else present_couple(family, of, table.today)
        return _found(present or alone(family, of)) or new_bond(table, of)
    table.person(with_, "with")
    if with_ == of:
        raise GestureError("with", WITH_ONESELF)
    return _found(couple(family, of, with_)) or new_bond(table, of, with_)


def _found(union: Union | None) -> Bond | None:
    return Bond(union.id, union.partners) if union else None
