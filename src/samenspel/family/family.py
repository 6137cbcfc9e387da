"""The family as a drawing needs it: of every slot one account, nothing that cannot be.

`resolve` turns statements into a `Family`. It is total: whatever was said, also by people who do
not see each other's statements, it gives a family that can be drawn. What it leaves out (an
account that was not chosen, a parent who would be their own ancestor) stays in the words.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from samenspel.family.dates import UNKNOWN, PartialDate, Period
from samenspel.family.facts import (
    EventFact,
    Id,
    InvolvedFact,
    PatternFact,
    SupporterFact,
    TieFact,
    TrajectoryFact,
)
from samenspel.family.words import (
    ContextKind,
    Gender,
    Parentage,
    PersonKind,
    Sex,
    Stage,
    Topic,
    Twinship,
)


@dataclass(frozen=True)
class Person:
    id: Id
    is_a: PersonKind = PersonKind.PERSON
    name: str = ""
    alias: str = ""
    gender: Gender | None = None
    sex: Sex | None = None
    birth: PartialDate = UNKNOWN
    has_died: bool = False
    death: PartialDate = UNKNOWN
    is_index: bool = False
    not_known: frozenset[Topic] = frozenset()


@dataclass(frozen=True)
class BondStage:
    stage: Stage
    on: PartialDate = UNKNOWN


@dataclass(frozen=True)
class Parent:
    """`parent` is empty when the union has no partner."""

    parent: Id
    parentage: Parentage
    period: Period


@dataclass(frozen=True)
class Child:
    id: Id
    parents: tuple[Parent, ...]

    @property
    def parentages(self) -> frozenset[Parentage]:
        return frozenset(parent.parentage for parent in self.parents)


@dataclass(frozen=True)
class Union:
    """`partners` has 0, 1 or 2 ids; `stages` are in order of time, `children` eldest first."""

    id: Id
    partners: tuple[Id, ...]
    stages: tuple[BondStage, ...] = ()
    children: tuple[Child, ...] = ()
    more_children: bool = False
    more_count: int | None = None

    @property
    def stage(self) -> BondStage | None:
        """The last stage."""
        return self.stages[-1] if self.stages else None


@dataclass(frozen=True)
class Twins:
    children: tuple[Id, ...]
    twinship: Twinship


@dataclass(frozen=True)
class Member:
    person: Id
    period: Period
    share: str = ""


@dataclass(frozen=True)
class Household:
    id: Id
    name: str
    members: tuple[Member, ...]


@dataclass(frozen=True)
class Organisation:
    id: Id
    name: str
    context: ContextKind
    involved: tuple[InvolvedFact, ...]


@dataclass(frozen=True)
class Family:
    """Everything in the order it was first said, so that equal maps give equal drawings.

    In `unions` no person is their own ancestor, each person is at most once a child of a union,
    no union has more than two partners, and every id is known.
    """

    people: tuple[Person, ...] = ()
    unions: tuple[Union, ...] = ()
    twins: tuple[Twins, ...] = ()
    households: tuple[Household, ...] = ()
    ties: tuple[TieFact, ...] = ()
    patterns: tuple[PatternFact, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    supporters: tuple[SupporterFact, ...] = ()
    events: tuple[EventFact, ...] = ()
    trajectories: tuple[TrajectoryFact, ...] = ()
    notes: dict[Id, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def person(self) -> dict[Id, Person]:
        return {person.id: person for person in self.people}

    @cached_property
    def union(self) -> dict[Id, Union]:
        return {union.id: union for union in self.unions}

    @cached_property
    def household(self) -> dict[Id, Household]:
        return {household.id: household for household in self.households}

    @cached_property
    def organisation(self) -> dict[Id, Organisation]:
        return {organisation.id: organisation for organisation in self.organisations}

    @cached_property
    def child_in(self) -> dict[Id, tuple[Union, ...]]:
        """The unions somebody is a child of: of birth, of care."""
        return _by_person((child.id, union) for union in self.unions for child in union.children)

    @cached_property
    def partner_in(self) -> dict[Id, tuple[Union, ...]]:
        return _by_person((partner, union) for union in self.unions for partner in union.partners)


def _by_person(pairs: Iterable[tuple[Id, Union]]) -> dict[Id, tuple[Union, ...]]:
    found: dict[Id, list[Union]] = {}
    for person, union in pairs:
        found.setdefault(person, []).append(union)
    return {person: tuple(unions) for person, unions in found.items()}
