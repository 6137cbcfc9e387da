"""Which facts stand in the drawing: those that can be read back from the resolved family."""

from collections.abc import Iterator

from samenspel.family.facts import (
    AliasFact,
    BirthFact,
    BirthOrderFact,
    ChildFact,
    DeathFact,
    Fact,
    GenderFact,
    HouseholdFact,
    IndexFact,
    LivesInFact,
    MoreChildrenFact,
    NameFact,
    NoteFact,
    NotKnownFact,
    OrganisationFact,
    PartnerFact,
    PersonFact,
    SexFact,
    StageFact,
    TwinsFact,
    UnionFact,
)
from samenspel.family.family import Family, Organisation, Person, Union


class Drawn:
    def __init__(self, family: Family) -> None:
        self._facts = set(_facts(family))
        self._twins = {
            (child, twins.twinship) for twins in family.twins for child in twins.children
        }
        self._unions = set(family.union)
        self._things = {*family.person, *family.union, *family.household, *family.organisation}

    def has(self, fact: Fact) -> bool:
        if isinstance(fact, NoteFact):  # in the family a note is its words only
            return not fact.about or fact.about in self._things
        if isinstance(fact, BirthOrderFact):  # there it is the order of the children
            return fact.union in self._unions
        if isinstance(fact, TwinsFact):  # may have lost a child that is not there
            return any((child, fact.twinship) in self._twins for child in fact.children)
        return fact in self._facts


def _facts(family: Family) -> Iterator[Fact]:
    for person in family.people:
        yield from _of_person(person)
    for union in family.unions:
        yield from _of_union(union)
    for home in family.households:
        yield HouseholdFact(home.id, home.name)
        for member in home.members:
            yield LivesInFact(home.id, member.person, member.period, member.share)
    for organisation in family.organisations:
        yield from _of_organisation(organisation)
    for facts in (family.ties, family.patterns, family.supporters, family.events):
        yield from facts
    yield from family.trajectories


def _of_person(person: Person) -> Iterator[Fact]:
    yield PersonFact(person.id, person.is_a)
    yield NameFact(person.id, person.name)
    yield AliasFact(person.id, person.alias)
    yield BirthFact(person.id, person.birth)
    if person.gender:
        yield GenderFact(person.id, person.gender)
    if person.sex:
        yield SexFact(person.id, person.sex)
    if person.has_died:
        yield DeathFact(person.id, person.death)
    if person.is_index:
        yield IndexFact(person.id)
    for topic in sorted(person.not_known):
        yield NotKnownFact(person.id, topic)


def _of_union(union: Union) -> Iterator[Fact]:
    yield UnionFact(union.id)
    for partner in union.partners:
        yield PartnerFact(union.id, partner)
    for stage in union.stages:
        yield StageFact(union.id, stage.stage, stage.on)
    for child in union.children:
        for parent in child.parents:
            yield ChildFact(union.id, child.id, parent.parent, parent.parentage, parent.period)
    if union.more_children:
        yield MoreChildrenFact(union.id, union.more_count)


def _of_organisation(organisation: Organisation) -> Iterator[Fact]:
    yield OrganisationFact(organisation.id, organisation.name, organisation.context)
    yield from organisation.involved
