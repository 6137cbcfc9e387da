"""Everything that was said, ready to be told: side by side what is about the same thing.

`Told` hands out what was said about something once, and remembers; `rest` gives what nobody asked
for, so that nothing can be forgotten.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from samenspel.drawing.words.drawn import Drawn
from samenspel.family.accounts import accounts, used
from samenspel.family.facts import (
    ChildFact,
    EventFact,
    Fact,
    Id,
    NoteFact,
    PatternFact,
    SupporterFact,
    TieFact,
    TrajectoryFact,
    TwinsFact,
)
from samenspel.family.family import Family
from samenspel.family.keep import keep_only
from samenspel.family.statements import FamilyMap, Statement

F = TypeVar("F", bound=Fact)

# What a fact is told under: the id in this field; of a fact about several, nothing.
_SUBJECT = {
    TwinsFact: "",
    TieFact: "",
    PatternFact: "",
    EventFact: "",
    TrajectoryFact: "",
    SupporterFact: "",
    NoteFact: "about",
    ChildFact: "union",
}


def subject_of(fact: Fact) -> Id:
    field = _SUBJECT.get(type(fact), fact.introduces or (fact.refers[0] if fact.refers else ""))
    return cast(Id, getattr(fact, field)) if field else ""


@dataclass(frozen=True)
class Said(Generic[F]):
    """What was said about one thing. `used` stands in the drawing, with who agrees.

    `accounts` is every different thing that counts, `unused` what counts and was left out of the
    drawing though nothing contradicts it, `retracted` what was taken back.
    """

    used: tuple[Statement, ...]
    accounts: tuple[tuple[Statement, ...], ...]
    retracted: tuple[Statement, ...]

    @property
    def fact(self) -> F | None:
        """What stands in the drawing."""
        return cast(F, self.used[0].fact) if self.used else None

    @property
    def any_fact(self) -> Fact:
        return (*self.used, *(one for group in self.accounts for one in group), *self.retracted)[
            0
        ].fact

    @property
    def is_contradicted(self) -> bool:
        return len(self.accounts) > 1

    @property
    def unused(self) -> tuple[Statement, ...]:
        return () if self.used or self.is_contradicted or not self.accounts else self.accounts[0]


class Told:
    def __init__(self, family_map: FamilyMap, family: Family) -> None:
        self._drawn = Drawn(family)
        counting = keep_only(family_map, lambda one: one.counts)
        self._used = {one.id for one in used(counting)}
        self._by_subject: dict[tuple[type[Fact], Id], list[Said[Fact]]] = {}
        for statements in accounts(family_map).values():
            kept = [one for one in statements if not one.withdrawn]
            if kept:
                key = (type(kept[0].fact), subject_of(kept[0].fact))
                self._by_subject.setdefault(key, []).append(self._said(kept))

    def _said(self, statements: Sequence[Statement]) -> Said[Fact]:
        groups: dict[Fact, list[Statement]] = {}
        for one in statements:
            if one.counts:
                groups.setdefault(one.fact, []).append(one)
        drawn: tuple[Statement, ...] = ()
        for fact, group in groups.items():
            if any(one.id in self._used for one in group) and self._drawn.has(fact):
                drawn = tuple(group)
        retracted = tuple(one for one in statements if one.retracted)
        return Said(drawn, tuple(map(tuple, groups.values())), retracted)

    def about(self, kind: type[F], subject: Id = "") -> list[Said[F]]:
        """What was said of this kind about something; each is handed out once."""
        found = self._by_subject.pop((kind, subject), [])
        return cast(list[Said[F]], found)

    def every(self, kind: type[F]) -> list[Said[F]]:
        """What was said of this kind, about whatever."""
        subjects = [subject for asked, subject in self._by_subject if asked is kind]
        return [said for subject in subjects for said in self.about(kind, subject)]

    def rest(self) -> Iterator[Said[Fact]]:
        while self._by_subject:
            yield from self._by_subject.pop(next(iter(self._by_subject)))
