"""The bonds of a family: at most two partners each, children eldest first, nobody in a circle."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from samenspel.family.ancestry import circular
from samenspel.family.dates import UNKNOWN, PartialDate
from samenspel.family.facts import (
    BirthOrderFact,
    ChildFact,
    Id,
    MoreChildrenFact,
    PartnerFact,
    StageFact,
    UnionFact,
)
from samenspel.family.family import BondStage, Child, Parent, Person, Union
from samenspel.family.in_time import in_time, sorted_into_place
from samenspel.family.said import Facts, LeftOut, Why


@dataclass
class _Bond:
    """A union while it is put together."""

    fact: UnionFact
    partners: list[Id] = field(default_factory=list)
    children: dict[Id, list[ChildFact]] = field(default_factory=dict)
    stages: list[StageFact] = field(default_factory=list)
    order: tuple[Id, ...] = ()
    more: MoreChildrenFact | None = None

    @property
    def joins_two(self) -> bool:
        return len(self.partners) + len(self.children) + (self.more is not None) >= 2


def bonds_of(facts: Facts, people: Mapping[Id, Person]) -> tuple[tuple[Union, ...], list[LeftOut]]:
    """The unions, and what was left out of them because it cannot be."""
    bonds = {fact.union: _Bond(fact) for fact in facts.of(UnionFact)}
    left_out = [
        *_add_partners(bonds, facts.of(PartnerFact)),
        *_add_children(bonds, facts.of(ChildFact)),
    ]
    _add_the_rest(bonds, facts)
    unions = tuple(_union(bond, people) for bond in bonds.values() if bond.joins_two)
    return unions, [*left_out, *_joining_nobody(bonds.values())]


def _add_partners(bonds: dict[Id, _Bond], partners: Iterable[PartnerFact]) -> list[LeftOut]:
    third = []
    for fact in partners:
        bond = bonds[fact.union]
        if len(bond.partners) == 2:
            third.append(LeftOut(Why.THIRD_PARTNER, fact))
        else:
            bond.partners.append(fact.person)
    return third


def _add_children(bonds: dict[Id, _Bond], children: Iterable[ChildFact]) -> list[LeftOut]:
    mine: list[ChildFact] = []
    others: list[ChildFact] = []
    for fact in children:
        is_ours = not fact.parent or fact.parent in bonds[fact.union].partners
        (mine if is_ours else others).append(fact)
    circles = circular(
        {union: bond.partners for union, bond in bonds.items()},
        list(dict.fromkeys((fact.union, fact.child) for fact in mine)),
    )
    left_out = [LeftOut(Why.PARENT_NOT_PARTNER, fact) for fact in others]
    for fact in mine:
        if (fact.union, fact.child) in circles:
            left_out.append(LeftOut(Why.OWN_ANCESTOR, fact))
        else:
            bonds[fact.union].children.setdefault(fact.child, []).append(fact)
    return left_out


def _add_the_rest(bonds: dict[Id, _Bond], facts: Facts) -> None:
    for stage in facts.of(StageFact):
        bonds[stage.union].stages.append(stage)
    for order in facts.of(BirthOrderFact):
        bonds[order.union].order = order.children
    for more in facts.of(MoreChildrenFact):
        bonds[more.union].more = more


def _joining_nobody(bonds: Iterable[_Bond]) -> list[LeftOut]:
    return [LeftOut(Why.BOND_JOINS_NOBODY, bond.fact) for bond in bonds if not bond.joins_two]


def _union(bond: _Bond, people: Mapping[Id, Person]) -> Union:
    stages = in_time(bond.stages, lambda stage: stage.on) if len(bond.partners) == 2 else []
    return Union(
        bond.fact.union,
        tuple(bond.partners),
        stages=tuple(BondStage(stage.stage, stage.on) for stage in stages),
        children=tuple(_children(bond, people)),
        more_children=bond.more is not None,
        more_count=bond.more.count if bond.more else None,
    )


def _children(bond: _Bond, people: Mapping[Id, Person]) -> list[Child]:
    """Eldest first: by dates that are certain, then as was said, then in the order of saying."""
    said = sorted_into_place(list(bond.children), bond.order)
    eldest_first = in_time(said, lambda child: _birth(child, people))
    return [Child(child, _parents(bond.children[child])) for child in eldest_first]


def _birth(child: Id, people: Mapping[Id, Person]) -> PartialDate:
    return people[child].birth if child in people else UNKNOWN


def _parents(facts: list[ChildFact]) -> tuple[Parent, ...]:
    """A child of nobody in particular is one only while no parent is known."""
    named = [fact for fact in facts if fact.parent] or facts
    return tuple(Parent(fact.parent, fact.parentage, fact.period) for fact in named)
