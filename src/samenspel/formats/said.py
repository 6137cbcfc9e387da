"""From facts that a file says to statements, and from statements to the facts to be written.

A file has no authors: every statement is by the same author, long ago, in the order of the file.
Whoever imports the file into a case makes edits of it, with a name and a moment.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from samenspel.family.accounts import used
from samenspel.family.build import FILE, LONG_AGO, NEXT
from samenspel.family.facts import (
    Fact,
    HouseholdFact,
    Id,
    OrganisationFact,
    PersonFact,
    UnionFact,
)
from samenspel.family.statements import NO_SOURCE, FamilyMap, Source, Statement, in_order
from samenspel.formats.report import FormatError

# What a file says of itself, and what only programs make use of: kept under such a label for the
# way back, and no part of the words of the family.
FROM_FILE = "file:"


class Said:
    """The facts of a file in their order. `say` gives the id of the statement."""

    def __init__(self) -> None:
        self.statements: list[Statement] = []

    def say(self, fact: Fact, source: Source = NO_SOURCE, *, against: Id = "") -> Id:
        number = len(self.statements) + 1
        said = Statement(
            f"s{number}", fact, FILE, LONG_AGO + number * NEXT, source=source, against=against
        )
        self.statements.append(said)
        return said.id

    def map(self) -> FamilyMap:
        return FamilyMap(tuple(self.statements))


@dataclass(frozen=True)
class Account:
    """The fact a drawing uses, and what else was said about the same thing, oldest first."""

    fact: Fact
    source: Source
    others: tuple[tuple[Fact, Source], ...] = ()


def accounts(family_map: FamilyMap) -> Iterator[Account]:
    """One account per slot, in the order in which the slots were first spoken of."""
    slots: dict[tuple[str, ...], list[Statement]] = {}
    for one in what_stands(family_map):
        told = slots.setdefault(family_map.slot_of(one), [])
        told.append(replace(one, against=told[0].id if told else ""))
    left = in_order(one for told in slots.values() for one in told)
    drawn = {one.id for one in used(FamilyMap(left, family_map.choices))}
    for told in slots.values():
        one = next(one for one in told if one.id in drawn)
        others = tuple((other.fact, other.source) for other in told if other is not one)
        yield Account(one.fact, one.source, others)


# What the ids in a field may be; those in every other field are people.
_MAY_BE: dict[str, tuple[type[Fact], ...]] = {
    "union": (UnionFact,),
    "household": (HouseholdFact,),
    "organisation": (OrganisationFact,),
    "provider": (OrganisationFact,),
    "towards": (PersonFact, HouseholdFact),
    "first": (PersonFact, HouseholdFact, OrganisationFact),
    "second": (PersonFact, HouseholdFact, OrganisationFact),
    "about": (PersonFact, UnionFact, HouseholdFact, OrganisationFact),
    "mentions": (PersonFact, UnionFact, HouseholdFact, OrganisationFact),
}
_PEOPLE = (PersonFact,)
_MAY_BE_EMPTY = {"about", "parent", "provider"}


def what_stands(family_map: FamilyMap) -> list[Statement]:
    """The statements that count and of which everything they refer to is there.

    A view leaves out more (a bond that joins nobody, a home where nobody lives); a file need not.
    """
    left = [statement for statement in family_map.statements if statement.counts]
    _check_ids(left)
    there = {(type(one.fact), one.fact.brings) for one in left if one.fact.brings}
    return [
        one if fact is one.fact else replace(one, fact=fact)
        for one in left
        if (fact := _what_stands_of(one.fact, there)) is not None
    ]


def _check_ids(statements: Iterable[Statement]) -> None:
    """A file finds things by their id alone."""
    kinds: dict[Id, str] = {}
    for one in statements:
        if one.fact.brings and kinds.setdefault(one.fact.brings, one.fact.kind) != one.fact.kind:
            raise FormatError("shared_id", id=one.fact.brings)


_There = set[tuple[type[Fact], Id]]


def _what_stands_of(fact: Fact, there: _There) -> Fact | None:
    if fact.brings == "":
        return None
    for name in fact.refers:
        value = getattr(fact, name)
        if name == fact.thins:
            continue
        ids = value if isinstance(value, tuple) else (value,)
        if not (value == "" and name in _MAY_BE_EMPTY) and not _are_there(ids, name, there):
            return None
    return _thinned(fact, there) if fact.thins else fact


def _thinned(fact: Fact, there: _There) -> Fact | None:
    ids: tuple[Id, ...] = getattr(fact, fact.thins)
    left = tuple(one for one in ids if _are_there((one,), fact.thins, there))
    if len(set(left)) < 2:
        return None
    return fact if left == ids else replace(fact, **{fact.thins: left})


def _are_there(ids: Iterable[Id], name: str, there: _There) -> bool:
    kinds = _MAY_BE.get(name, _PEOPLE)
    return all(any((kind, one) in there for kind in kinds) for one in ids)
