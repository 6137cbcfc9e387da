"""What stays of a map when statements are left out: nothing refers to what is not there.

The one mechanism behind "as seen by somebody", "as it was on a day" and "as it can be drawn".
What goes, goes without a gap: an id stays only while something that is kept brings it, a bond
only while it joins two (partners, children, or children that are not drawn), a stage only
between two partners, a household only while somebody lives there.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from itertools import chain
from operator import attrgetter, is_
from typing import Any, get_origin

from samenspel.family.facts import (
    FACTS,
    ChildFact,
    Fact,
    HouseholdFact,
    Id,
    LivesInFact,
    MoreChildrenFact,
    OrganisationFact,
    PartnerFact,
    PersonFact,
    StageFact,
    UnionFact,
)
from samenspel.family.statements import Choice, FamilyMap, Statement

PERSON, UNION = PersonFact.kind, UnionFact.kind
HOUSEHOLD, ORGANISATION = HouseholdFact.kind, OrganisationFact.kind
BRINGING: tuple[type[Fact], ...] = (PersonFact, UnionFact, HouseholdFact, OrganisationFact)

# What the id in a field may be; every other field holds the ids of people.
_MAY_BE = {
    "union": (UNION,),
    "household": (HOUSEHOLD,),
    "organisation": (ORGANISATION,),
    "provider": (ORGANISATION,),
    "towards": (PERSON, HOUSEHOLD),
    "first": (PERSON, HOUSEHOLD, ORGANISATION),
    "second": (PERSON, HOUSEHOLD, ORGANISATION),
    "about": (PERSON, UNION, HOUSEHOLD, ORGANISATION),
    "mentions": (PERSON, UNION, HOUSEHOLD, ORGANISATION),
}
_MAY_BE_EMPTY = {"parent", "provider", "about"}
_MANY = {
    one.name for kind in FACTS.values() for one in fields(kind) if get_origin(one.type) is tuple
}


def _stands(family_map: FamilyMap) -> FamilyMap:
    family_map.worked_out["stands"] = True
    return family_map


def keep_only(
    family_map: FamilyMap,
    wanted: Callable[[Statement], bool],
    choices: Callable[[Choice], bool] = lambda choice: True,
) -> FamilyMap:
    """The map with only the wanted statements, and of those only what still stands.

    The same map when that is all of it.
    """
    asked = [one for one in family_map.statements if wanted(one)]
    is_known = len(asked) == len(family_map) and "stands" in family_map.worked_out
    kept = asked if is_known else close(asked)
    ids = {one.id for one in kept}
    without_gaps = tuple(_without_gaps(kept, ids))
    left = tuple(one for one in family_map.choices if one.statement in ids and choices(one))
    if left == family_map.choices and _are_same(without_gaps, family_map.statements):
        return _stands(family_map)
    return _stands(FamilyMap(without_gaps, left, family_map.schema))


def _are_same(some: tuple[Statement, ...], all_: tuple[Statement, ...]) -> bool:
    return len(some) == len(all_) and all(map(is_, some, all_))


def close(statements: list[Statement]) -> list[Statement]:
    """Leave out what refers to nothing, until nothing more has to go."""
    while True:
        columns = Columns(one.fact for one in statements)
        there = Things.brought_by(columns)
        if there.are_all_for(columns):
            return statements
        statements = [left for one in statements if (left := _left_of(one, there))]


def _left_of(statement: Statement, there: "Things") -> Statement | None:
    fact = there.what_stands_of(statement.fact)
    if fact is statement.fact:
        return statement
    return replace(statement, fact=fact) if fact else None


def _without_gaps(statements: list[Statement], ids: set[Id]) -> Iterable[Statement]:
    """Accounts that contradict one that is gone contradict the first that is left."""
    if {one.against for one in statements} <= ids | {""}:
        return statements
    first_left: dict[tuple[Id, str], Id] = {}
    return [_pointing_on(one, first_left) if one.against not in ids else one for one in statements]


def _pointing_on(one: Statement, first_left: dict[tuple[Id, str], Id]) -> Statement:
    if not one.against:
        return one
    first = first_left.setdefault((one.against, one.fact.kind), one.id)
    return replace(one, against="" if first == one.id else first)


class Columns:
    """Facts by their type, to look at one field of all of them at once."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.by_type: dict[type[Fact], list[Fact]] = {}
        for fact in facts:
            kind = type(fact)
            if kind in self.by_type:
                self.by_type[kind].append(fact)
            else:
                self.by_type[kind] = [fact]

    def column(self, kind: type[Fact], name: str) -> Iterator[Any]:
        return map(attrgetter(name), self.by_type.get(kind, ()))

    def pairs(self, kind: type[Fact], name: str, other: str) -> Iterator[tuple[Id, Id]]:
        return map(attrgetter(name, other), self.by_type.get(kind, ()))


class Things:
    """The ids that are there, by what they are, and the bonds that have two partners."""

    def __init__(self, ids: dict[str, set[Id]], couples: set[Id]) -> None:
        self.ids = ids
        self.couples = couples
        self._people = ids[PERSON]
        self._by_field = {
            name: set[Id]().union(*(ids.get(kind, ()) for kind in kinds))
            for name, kinds in _MAY_BE.items()
        }

    @classmethod
    def brought_by(cls, columns: Columns) -> "Things":
        ids = {kind.kind: set(columns.column(kind, kind.introduces)) for kind in BRINGING}
        partners = set(columns.pairs(PartnerFact, "union", "person"))
        children = set(columns.pairs(ChildFact, "union", "child"))
        more = set(columns.column(MoreChildrenFact, "union"))
        joined = Counter(union for union, _ in chain(partners, children))
        joined.update(more)
        ids[UNION] = {union for union in ids[UNION] if joined[union] >= 2}
        ids[HOUSEHOLD] &= set(columns.column(LivesInFact, "household"))
        joining = Counter(union for union, _ in partners)
        return cls(ids, {union for union, people in joining.items() if people >= 2})

    def are_all_for(self, columns: Columns) -> bool:
        """Whether every fact stands as it is."""
        return all(self._are_for(kind, columns) for kind in columns.by_type)

    def _are_for(self, kind: type[Fact], columns: Columns) -> bool:
        if kind.introduces:
            return self.ids[kind.kind].issuperset(columns.column(kind, kind.introduces))
        if kind is StageFact and not self.couples.issuperset(columns.column(kind, "union")):
            return False
        return self._refers_to_these(kind, columns) and (
            not kind.thins or all(map(_are_two, columns.column(kind, kind.thins)))
        )

    def _refers_to_these(self, kind: type[Fact], columns: Columns) -> bool:
        for name in kind.refers:
            found = columns.column(kind, name)
            absent = set(chain.from_iterable(found) if name in _MANY else found) - self._of(name)
            if absent and not (absent == {""} and name in _MAY_BE_EMPTY):
                return False
        return True

    def what_stands_of(self, fact: Fact) -> Fact | None:
        """The fact, the fact without the ids it may lose, or None when it cannot stand."""
        if fact.brings is not None:
            return fact if fact.brings in self.ids[fact.kind] else None
        if isinstance(fact, StageFact) and fact.union not in self.couples:
            return None
        for name in fact.refers:
            if name != fact.thins and not self._has(name, getattr(fact, name)):
                return None
        return self._thinned(fact) if fact.thins else fact

    def _has(self, name: str, value: Id | tuple[Id, ...]) -> bool:
        if isinstance(value, tuple):
            return self._of(name).issuperset(value)
        return value in self._of(name) or (not value and name in _MAY_BE_EMPTY)

    def _of(self, name: str) -> set[Id]:
        """What the id in a field may be."""
        return self._by_field.get(name, self._people)

    def _thinned(self, fact: Fact) -> Fact | None:
        ids: tuple[Id, ...] = getattr(fact, fact.thins)
        left = tuple(one for one in ids if one in self._people)
        if not _are_two(left):
            return None
        return fact if left == ids else replace(fact, **{fact.thins: left})


def _are_two(people: tuple[Id, ...]) -> bool:
    return len(set(people)) >= 2
