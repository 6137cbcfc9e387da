"""The facts a family is made from, by kind; and those that were left out, with the reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar, cast

from samenspel.family.facts import Fact, HouseholdFact, StageFact, UnionFact

F = TypeVar("F", bound=Fact)


class Why(StrEnum):
    """Why something that was said is not drawn."""

    REFERS_TO_NOTHING = "refers_to_nothing"
    ABOUT_NOBODY = "about_nobody"
    STAGE_NEEDS_TWO = "stage_needs_two"
    HOUSEHOLD_IS_EMPTY = "household_is_empty"
    BOND_JOINS_NOBODY = "bond_joins_nobody"
    THIRD_PARTNER = "third_partner"
    PARENT_NOT_PARTNER = "parent_not_partner"
    OWN_ANCESTOR = "own_ancestor"
    TWINS_APART = "twins_apart"
    STRENGTH_OUT_OF_RANGE = "strength_out_of_range"
    SHARED_ID = "shared_id"


@dataclass(frozen=True)
class LeftOut:
    why: Why
    fact: Fact


class Facts:
    """What `used` gives, in the order it was first said, each once however many said it."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        by_type: dict[type[Fact], list[Fact]] = {}
        for fact in facts:
            by_type.setdefault(type(fact), []).append(fact)
        self._by_type = {
            kind: tuple(found if kind.slot_fields else dict.fromkeys(found))
            for kind, found in by_type.items()
        }

    def of(self, kind: type[F]) -> tuple[F, ...]:
        return cast(tuple[F, ...], self._by_type.get(kind, ()))

    def __iter__(self) -> Iterator[Fact]:
        return (fact for facts in self._by_type.values() for fact in facts)


def why_gone(fact: Fact) -> Why:
    """Why `keep_only` left a fact out that was wanted."""
    match fact:
        case StageFact():
            return Why.STAGE_NEEDS_TWO
        case HouseholdFact():
            return Why.HOUSEHOLD_IS_EMPTY
        case UnionFact():
            return Why.BOND_JOINS_NOBODY
    return Why.REFERS_TO_NOTHING
