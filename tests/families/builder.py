"""Grows a network: adds people, bonds and children, and knows who is related to whom.

Everything is chosen by `dice` with `randrange` and `choice` only, which give the same numbers in
every version of Python.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from tests.families.network import Network, Person, Union

NOW = 2025
WOMEN = "Sanne Fatima Anouk Yara Ingrid Noor Maria Amina Lotte Els Chidi Mei Rosa Hanna".split()
MEN = "Bas Youssef Daan Piet Emre Sem Kofi Joris Ravi Henk Milan Tomasz Levi Ali".split()
SURNAMES = "de Wit/El Amrani/Bakker/Yilmaz/van Dam/Okafor/Smit/Pinas/Kowalska/Vos/Chen".split("/")

Item = TypeVar("Item")


@dataclass(eq=False)
class Somebody:
    number: int
    sex: str
    year: int
    generation: int
    surname: str
    name: str
    is_known: bool
    day: tuple[int, int] | None
    died: int | None
    child_in: list["Bond"] = field(default_factory=list)
    bonds: list["Bond"] = field(default_factory=list)

    @property
    def is_free(self) -> bool:
        return all(bond.ended for bond in self.bonds)

    @property
    def partners(self) -> Iterator["Somebody"]:
        return (other for bond in self.bonds for other in bond.partners if other is not self)

    @property
    def parents(self) -> Iterator["Somebody"]:
        return (parent for bond in self.child_in for parent in bond.partners)

    @property
    def children(self) -> Iterator["Somebody"]:
        return (child for bond in self.bonds for child in bond.children)


@dataclass(eq=False)
class Bond:
    number: int
    partners: list[Somebody]
    children: list[Somebody] = field(default_factory=list)
    pedigree: dict[int, str] = field(default_factory=dict)
    married: int | None = None
    ended: int | None = None


class Builder:
    """`unknown` is the percentage of birth dates that nobody remembers."""

    def __init__(self, seed: int, people: int, unknown: int = 12) -> None:
        self.dice = Random(seed)  # noqa: S311 (the same families every time)
        self.size = people
        self.unknown = unknown
        self.people: list[Somebody] = []
        self.bonds: list[Bond] = []
        self.twins: list[tuple[Somebody, Somebody]] = []

    @property
    def room(self) -> int:
        return self.size - len(self.people)

    def chance(self, percent: float) -> bool:
        return self.dice.randrange(10_000) < round(percent * 100)

    def pick(self, items: Sequence[Item]) -> Item | None:
        return self.dice.choice(items) if items else None

    # --- Adding -----------------------------------------------------------------------------------

    def person(self, generation: int, year: int, *, sex: str = "", surname: str = "") -> Somebody:
        sex = sex or ("X" if self.chance(2) else self.dice.choice("FM"))
        first = self.dice.choice(WOMEN if sex == "F" else MEN if sex == "M" else WOMEN + MEN)
        surname = surname or self.dice.choice(SURNAMES)
        is_known = not self.chance(self.unknown)
        day = (
            (1 + self.dice.randrange(12), 1 + self.dice.randrange(28)) if self.chance(40) else None
        )
        died = year + 55 + self.dice.randrange(35)
        new = Somebody(
            number=len(self.people) + 1,
            sex=sex,
            year=year,
            generation=generation,
            surname=surname,
            name=f"{first} /{surname}/",
            is_known=is_known,
            day=day,
            died=died if died < NOW - 2 else None,
        )
        self.people.append(new)
        return new

    def bond(self, *partners: Somebody) -> Bond:
        new = Bond(self.bonds[-1].number + 1 if self.bonds else 1, list(partners))
        if len(partners) == 2 and self.chance(60):
            new.married = max(partner.year for partner in partners) + 20 + self.dice.randrange(8)
        for partner in partners:
            partner.bonds.append(new)
        self.bonds.append(new)
        return new

    def child_of(self, bond: Bond, child: Somebody, pedigree: str = "birth") -> None:
        bond.children.append(child)
        child.child_in.append(bond)
        if pedigree != "birth":
            bond.pedigree[child.number] = pedigree

    def birth(self, bond: Bond, latest: int = NOW) -> bool:
        """One more child of their own, younger than all they have; not after `latest`."""
        siblings = [child for partner in bond.partners for child in partner.children]
        year = max(partner.year for partner in bond.partners) + 20 + self.dice.randrange(9)
        if siblings:
            year = max(year, max(child.year for child in siblings) + 1 + self.dice.randrange(4))
        if year > latest or self.room < 1:
            return False
        generation = max(partner.generation for partner in bond.partners) + 1
        surname = bond.partners[0].surname
        child = self.person(generation, year, surname=surname)
        self.child_of(bond, child)
        if self.room and self.chance(3):
            self._twin(bond, child)
        return True

    def _twin(self, bond: Bond, first: Somebody) -> None:
        second = self.person(first.generation, first.year, surname=first.surname)
        first.is_known = second.is_known = True
        second.day = first.day
        self.child_of(bond, second)
        self.twins.append((first, second))

    def part(self, bond: Bond) -> None:
        """They separate, after their youngest child was born."""
        if bond.ended or len(bond.partners) < 2:
            return
        together = [child.year for child in bond.children] + [bond.married or 0]
        together += [partner.year + 21 for partner in bond.partners]
        bond.ended = min(NOW, max(together) + 1 + self.dice.randrange(6))

    # --- Who is who -------------------------------------------------------------------------------

    def line_of(self, who: Somebody) -> set[int]:
        """Ancestors and descendants, with the person."""
        return self._walk(who, up=True) | self._walk(who, up=False)

    def _walk(self, who: Somebody, *, up: bool) -> set[int]:
        seen, waiting = {who.number}, [who]
        while waiting:
            person = waiting.pop()
            for other in person.parents if up else person.children:
                if other.number not in seen:
                    seen.add(other.number)
                    waiting.append(other)
        return seen

    def blood(self, who: Somebody, height: int = 3) -> dict[int, Somebody]:
        """Who shares an ancestor of at most `height` generations back, nearest first."""
        found: dict[int, Somebody] = {}
        above = [who]
        for _ in range(height):
            above = list(dict.fromkeys(parent for person in above for parent in person.parents))
            waiting = list(above)
            while waiting:
                person = waiting.pop(0)
                if person.number not in found:
                    found[person.number] = person
                    waiting += person.children
        return found

    def may_pair(self, who: Somebody, other: Somebody) -> bool:
        """Not their own line, nor brother or sister, nor partners before."""
        if other is who or abs(who.year - other.year) > 30:
            return False
        if set(who.child_in) & set(other.child_in) or other in who.partners:
            return False
        shares = {parent.number for parent in who.parents} & {p.number for p in other.parents}
        return not shares and other.number not in self.line_of(who)

    # --- The result -------------------------------------------------------------------------------

    def network(self) -> Network:
        return Network(
            tuple(
                Person(f"I{p.number}", p.name, p.sex, p.year, p.is_known, p.day, p.died)
                for p in self.people
            ),
            tuple(
                Union(
                    id=f"F{bond.number}",
                    partners=tuple(f"I{partner.number}" for partner in bond.partners),
                    children=tuple(f"I{child.number}" for child in _eldest_first(bond.children)),
                    pedigree=tuple((f"I{child}", how) for child, how in bond.pedigree.items()),
                    married=bond.married,
                    ended=bond.ended,
                )
                for bond in self.bonds
            ),
            tuple((f"I{a.number}", f"I{b.number}") for a, b in self.twins),
        )


def _eldest_first(children: Sequence[Somebody]) -> list[Somebody]:
    return sorted(children, key=lambda child: (child.year, child.day or (0, 0), child.number))
