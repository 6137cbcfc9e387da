"""From statements to the family that is drawn: one account of everything, nothing impossible.

`resolve` never fails, whatever was said by whom. `examine` also tells what was left out and why;
the rules make problems of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from samenspel.family.accounts import used
from samenspel.family.bonds import bonds_of
from samenspel.family.facts import (
    AliasFact,
    BirthFact,
    DeathFact,
    EventFact,
    Fact,
    GenderFact,
    HouseholdFact,
    Id,
    IndexFact,
    InvolvedFact,
    LivesInFact,
    NameFact,
    NoteFact,
    NotKnownFact,
    OrganisationFact,
    PatternFact,
    PersonFact,
    SexFact,
    SupporterFact,
    TieFact,
    TrajectoryFact,
    TwinsFact,
    UnionFact,
)
from samenspel.family.family import (
    Family,
    Household,
    Member,
    Organisation,
    Person,
    Twins,
    Union,
)
from samenspel.family.in_time import in_time
from samenspel.family.keep import keep_only
from samenspel.family.said import Facts, LeftOut, Why, why_gone
from samenspel.family.statements import FamilyMap

F = TypeVar("F", bound=Fact)

STRENGTHS = (None, 1, 2, 3)


@dataclass(frozen=True)
class Resolved:
    family: Family
    left_out: tuple[LeftOut, ...] = ()


def resolve(family_map: FamilyMap) -> Family:
    return examine(family_map).family


def examine(family_map: FamilyMap) -> Resolved:
    known = family_map.worked_out
    if "resolved" not in known:
        known["resolved"] = _examine(family_map)
    found: Resolved = known["resolved"]
    return found


def _examine(family_map: FamilyMap) -> Resolved:
    standing = keep_only(family_map, lambda one: one.counts)
    counting, shared = _without_shared_ids(standing)
    facts = Facts(one.fact for one in used(counting))
    gone = [
        LeftOut(Why.SHARED_ID if fact in shared else why_gone(fact), fact)
        for fact in _not_in(counting, family_map)
    ]
    ties, too_strong = _ties(facts)
    people = _people(facts)
    unions, impossible = bonds_of(facts, {person.id: person for person in people})
    twins, apart = _twins(facts, unions)
    family = Family(
        people=people,
        unions=unions,
        twins=twins,
        households=_households(facts),
        ties=ties,
        patterns=tuple(fact for fact in facts.of(PatternFact) if fact.members),
        organisations=_organisations(facts),
        supporters=facts.of(SupporterFact),
        events=tuple(fact for fact in facts.of(EventFact) if fact.who),
        trajectories=tuple(fact for fact in facts.of(TrajectoryFact) if fact.who),
        notes=_notes(facts, unions),
    )
    return Resolved(family, (*gone, *impossible, *apart, *too_strong, *_about_nobody(facts)))


def _without_shared_ids(family_map: FamilyMap) -> tuple[FamilyMap, frozenset[Fact]]:
    """An id is of a person, a bond, a home or an organisation: of what it was first."""
    first: dict[Id, str] = {}
    later = [
        one
        for one in family_map
        if one.fact.brings and first.setdefault(one.fact.brings, one.fact.kind) != one.fact.kind
    ]
    if not later:
        return family_map, frozenset()
    ids = {one.id for one in later}
    shared = frozenset(one.fact for one in later)
    return keep_only(family_map, lambda one: one.id not in ids), shared


def _ties(facts: Facts) -> tuple[tuple[TieFact, ...], list[LeftOut]]:
    """A strength that cannot be drawn is not known; the line itself stays."""
    ties = facts.of(TieFact)
    wrong = [one for one in ties if one.strength not in STRENGTHS]
    known = (one if one.strength in STRENGTHS else replace(one, strength=None) for one in ties)
    return tuple(known), [LeftOut(Why.STRENGTH_OUT_OF_RANGE, one) for one in wrong]


def _not_in(kept: FamilyMap, whole: FamilyMap) -> Iterator[Fact]:
    ids = {one.id for one in kept}
    return (one.fact for one in whole if one.counts and one.id not in ids)


def _about_nobody(facts: Facts) -> Iterator[LeftOut]:
    happened: tuple[EventFact | TrajectoryFact, ...] = (
        *facts.of(EventFact),
        *facts.of(TrajectoryFact),
    )
    yield from (LeftOut(Why.ABOUT_NOBODY, fact) for fact in happened if not fact.who)
    patterns = facts.of(PatternFact)
    yield from (LeftOut(Why.ABOUT_NOBODY, fact) for fact in patterns if not fact.members)


def _people(facts: Facts) -> tuple[Person, ...]:
    names = {fact.person: fact.name for fact in facts.of(NameFact)}
    aliases = {fact.person: fact.alias for fact in facts.of(AliasFact)}
    genders = {fact.person: fact.gender for fact in facts.of(GenderFact)}
    sexes = {fact.person: fact.sex for fact in facts.of(SexFact)}
    births = {fact.person: fact for fact in facts.of(BirthFact)}
    deaths = {fact.person: fact for fact in facts.of(DeathFact)}
    begins = {fact.person for fact in facts.of(IndexFact)}
    not_known = _grouped((fact.person, fact.topic) for fact in facts.of(NotKnownFact))
    return tuple(
        Person(
            fact.person,
            is_a=fact.is_a,
            name=names.get(fact.person, ""),
            alias=aliases.get(fact.person, ""),
            gender=genders.get(fact.person),
            sex=sexes.get(fact.person),
            birth=births[fact.person].on if fact.person in births else Person.birth,
            has_died=fact.person in deaths,
            death=deaths[fact.person].on if fact.person in deaths else Person.death,
            is_index=fact.person in begins,
            not_known=frozenset(not_known.get(fact.person, ())),
        )
        for fact in facts.of(PersonFact)
    )


def _twins(facts: Facts, unions: Iterable[Union]) -> tuple[tuple[Twins, ...], tuple[LeftOut, ...]]:
    """Twins are children of one bond, and of one birth."""
    families = _grouped((child.id, union.id) for union in unions for child in union.children)
    found: list[Twins] = []
    apart: list[LeftOut] = []
    taken: set[Id] = set()
    for fact in facts.of(TwinsFact):
        children = tuple(dict.fromkeys(fact.children))
        shared = set.intersection(*(set(families.get(child, ())) for child in children))
        if not shared or taken.intersection(children):
            apart.append(LeftOut(Why.TWINS_APART, fact))
            continue
        taken.update(children)
        found.append(Twins(children, fact.twinship))
    return tuple(found), tuple(apart)


def _households(facts: Facts) -> tuple[Household, ...]:
    lived = _grouped((fact.household, fact) for fact in facts.of(LivesInFact))
    return tuple(
        Household(fact.household, fact.name, _members(lived.get(fact.household, [])))
        for fact in facts.of(HouseholdFact)
    )


def _members(lived: list[LivesInFact]) -> tuple[Member, ...]:
    ordered = in_time(lived, lambda fact: fact.period.start)
    return tuple(Member(fact.person, fact.period, fact.share) for fact in ordered)


def _organisations(facts: Facts) -> tuple[Organisation, ...]:
    involved = _grouped((fact.organisation, fact) for fact in facts.of(InvolvedFact))
    return tuple(
        Organisation(
            fact.organisation,
            fact.name,
            fact.context,
            tuple(involved.get(fact.organisation, ())),
        )
        for fact in facts.of(OrganisationFact)
    )


def _notes(facts: Facts, unions: Iterable[Union]) -> dict[Id, tuple[str, ...]]:
    """Only about what is drawn: a bond may have gone for what cannot be. '' is nobody at all."""
    there = {"", *(fact.brings for fact in facts if fact.kind != UnionFact.kind)}
    there |= {union.id for union in unions}
    notes = _grouped(
        (fact.about, f"{fact.label}: {fact.text}" if fact.label else fact.text)
        for fact in facts.of(NoteFact)
        if fact.about in there
    )
    return {about: tuple(texts) for about, texts in notes.items()}


K = TypeVar("K")
V = TypeVar("V")


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups
