"""What stays of a map when statements are left out: nothing refers to what is not there.

The one mechanism behind "as seen by somebody", "as it was on a day" and "as it can be drawn".
What goes, goes without a gap: an id stays only while something that is kept brings it, a bond
only while it joins two (partners, children, or children that are not drawn), a stage only
between two partners, a household only while somebody lives there.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from samenspel.family.facts import (
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


def keep_only(
    family_map: FamilyMap,
    wanted: Callable[[Statement], bool],
    choices: Callable[[Choice], bool] = lambda choice: True,
) -> FamilyMap:
    """The map with only the wanted statements, and of those only what still stands."""
    kept = close([one for one in family_map.statements if wanted(one)])
    ids = {one.id for one in kept}
    return FamilyMap(
        tuple(_without_gaps(kept, ids)),
        tuple(one for one in family_map.choices if one.statement in ids and choices(one)),
        family_map.schema,
    )


def close(statements: list[Statement]) -> list[Statement]:
    """Leave out what refers to nothing, until nothing more has to go."""
    while True:
        there = Things.brought_by(one.fact for one in statements)
        kept = [left for one in statements if (left := _left_of(one, there))]
        if len(kept) == len(statements) and all(map(_is, kept, statements)):
            return kept
        statements = kept


def _is(one: Statement, other: Statement) -> bool:
    return one is other


def _left_of(statement: Statement, there: "Things") -> Statement | None:
    fact = there.what_stands_of(statement.fact)
    if fact is statement.fact:
        return statement
    return replace(statement, fact=fact) if fact else None


def _without_gaps(statements: list[Statement], ids: set[Id]) -> Iterator[Statement]:
    """Accounts that contradict one that is gone contradict the first that is left."""
    first_left: dict[tuple[Id, str], Id] = {}
    for one in statements:
        if not one.against or one.against in ids:
            yield one
            continue
        first = first_left.setdefault((one.against, one.fact.kind), one.id)
        yield replace(one, against="" if first == one.id else first)


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
    def brought_by(cls, facts: Iterable[Fact]) -> "Things":
        ids: dict[str, set[Id]] = {PERSON: set(), UNION: set(), HOUSEHOLD: set()}
        joins = _Joins()
        for fact in facts:
            if fact.brings is not None:
                ids.setdefault(fact.kind, set()).add(fact.brings)
            else:
                joins.note(fact)
        ids[UNION] = {union for union in ids[UNION] if joins.are_two(union)}
        ids[HOUSEHOLD] &= joins.lived_in
        return cls(ids, joins.couples())

    def what_stands_of(self, fact: Fact) -> Fact | None:
        """The fact, the fact without the ids it may lose, or None when it cannot stand."""
        if fact.brings is not None:
            return fact if fact.brings in self.ids[fact.kind] else None
        if isinstance(fact, StageFact) and fact.union not in self.couples:
            return None
        for name in fact.refers:
            if name != fact.thins and not self._are_there(name, getattr(fact, name)):
                return None
        return self._thinned(fact) if fact.thins else fact

    def _are_there(self, name: str, value: Id | tuple[Id, ...]) -> bool:
        there = self._by_field.get(name, self._people)
        if isinstance(value, tuple):
            return there.issuperset(value)
        return value in there or (not value and name in _MAY_BE_EMPTY)

    def _thinned(self, fact: Fact) -> Fact | None:
        ids: tuple[Id, ...] = getattr(fact, fact.thins)
        left = tuple(one for one in ids if one in self._people)
        if len(set(left)) < 2:
            return None
        return fact if left == ids else replace(fact, **{fact.thins: left})


@dataclass
class _Joins:
    """Who is joined by which bond, and which households somebody lives in."""

    partners: dict[Id, set[Id]] = field(default_factory=dict)
    children: dict[Id, set[Id]] = field(default_factory=dict)
    more: set[Id] = field(default_factory=set)
    lived_in: set[Id] = field(default_factory=set)

    def note(self, fact: Fact) -> None:
        if isinstance(fact, PartnerFact):
            self.partners.setdefault(fact.union, set()).add(fact.person)
        elif isinstance(fact, ChildFact):
            self.children.setdefault(fact.union, set()).add(fact.child)
        elif isinstance(fact, MoreChildrenFact):
            self.more.add(fact.union)
        elif isinstance(fact, LivesInFact):
            self.lived_in.add(fact.household)

    def are_two(self, union: Id) -> bool:
        drawn = len(self.partners.get(union, ())) + len(self.children.get(union, ()))
        return drawn + (union in self.more) >= 2

    def couples(self) -> set[Id]:
        return {union for union, people in self.partners.items() if len(people) >= 2}
