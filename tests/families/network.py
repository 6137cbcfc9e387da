"""A family as a light graph: what the generators make, and what tests and the bench read.

Written as GEDCOM 5.5.1 by `gedcom`, read back by `read` (only who is tied to whom), and turned into
the `Family` of the drawings by `family`. Years are kept for everybody; `is_known` tells whether the
file says them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from samenspel.family.dates import ALWAYS, UNKNOWN, PartialDate
from samenspel.family.family import Child as FamilyChild
from samenspel.family.family import Family, Parent, Twins
from samenspel.family.family import Person as FamilyPerson
from samenspel.family.family import Union as FamilyUnion
from samenspel.family.words import Parentage, Twinship

MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()


@dataclass(frozen=True)
class Person:
    """`sex` is F, M or X; `day` is a month and a day when they are known as well."""

    id: str
    name: str = ""
    sex: str = "X"
    year: int = 0
    is_known: bool = False
    day: tuple[int, int] | None = None
    died: int | None = None


@dataclass(frozen=True)
class Union:
    """`pedigree` holds (child, adopted or foster) for who was not born to the partners."""

    id: str
    partners: tuple[str, ...]
    children: tuple[str, ...] = ()
    pedigree: tuple[tuple[str, str], ...] = ()
    married: int | None = None
    ended: int | None = None

    def how(self, child: str) -> str:
        return dict(self.pedigree).get(child, "birth")


@dataclass(frozen=True)
class Network:
    people: tuple[Person, ...]
    unions: tuple[Union, ...]
    twins: tuple[tuple[str, ...], ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(person.id for person in self.people)

    def mirrored(self) -> "Network":
        """The same family, everything told from right to left."""
        unions = (
            replace(union, partners=union.partners[::-1], children=union.children[::-1])
            for union in reversed(self.unions)
        )
        return Network(self.people[::-1], tuple(unions), self.twins)

    def without_dates(self) -> "Network":
        people = tuple(replace(person, is_known=False) for person in self.people)
        return replace(self, people=people)


# --- As a family for the drawings -----------------------------------------------------------------

PARENTAGE = {"adopted": Parentage.ADOPTED, "foster": Parentage.FOSTER}


def family(network: Network) -> Family:
    return Family(
        people=tuple(
            FamilyPerson(person.id, name=person.name, birth=_birth(person))
            for person in network.people
        ),
        unions=tuple(_union(union) for union in network.unions),
        twins=tuple(Twins(children, Twinship.UNKNOWN) for children in network.twins),
    )


def _birth(person: Person) -> PartialDate:
    if not person.is_known:
        return UNKNOWN
    month_and_day = f"-{person.day[0]:02}-{person.day[1]:02}" if person.day else ""
    return PartialDate.parse(f"{person.year:04}{month_and_day}")


def _union(union: Union) -> FamilyUnion:
    def parents(child: str) -> tuple[Parent, ...]:
        parentage = PARENTAGE.get(union.how(child), Parentage.BIRTH)
        return tuple(Parent(who, parentage, ALWAYS) for who in union.partners or ("",))

    children = tuple(FamilyChild(child, parents(child)) for child in union.children)
    return FamilyUnion(union.id, union.partners, children=children)


# --- As GEDCOM 5.5.1 ------------------------------------------------------------------------------


def gedcom(network: Network) -> str:
    lines = ["0 HEAD", "1 SOUR SAMENSPEL", "1 GEDC", "2 VERS 5.5.1", "2 FORM LINEAGE-LINKED"]
    lines += ["1 CHAR UTF-8", "1 SUBM @S1@", "0 @S1@ SUBM", "1 NAME Generated"]
    child_in: dict[str, list[Union]] = {}
    partner_in: dict[str, list[Union]] = {}
    for union in network.unions:
        for child in union.children:
            child_in.setdefault(child, []).append(union)
        for partner in union.partners:
            partner_in.setdefault(partner, []).append(union)
    for person in network.people:
        lines += _person_lines(person)
        lines += [f"1 FAMS @{union.id}@" for union in partner_in.get(person.id, ())]
        for union in child_in.get(person.id, ()):
            lines += [f"1 FAMC @{union.id}@", f"2 PEDI {union.how(person.id)}"]
        lines += _twin_lines(person.id, network)
    sexes = {person.id: person.sex for person in network.people}
    for union in network.unions:
        lines += _union_lines(union, sexes)
    return "\n".join([*lines, "0 TRLR", ""])


def _person_lines(person: Person) -> Iterator[str]:
    yield f"0 @{person.id}@ INDI"
    if person.name:
        yield f"1 NAME {person.name}"
    yield f"1 SEX {person.sex if person.sex in 'FM' else 'U'}"
    if person.is_known:
        yield "1 BIRT"
        day = f"{person.day[1]} {MONTHS[person.day[0] - 1]} " if person.day else ""
        yield f"2 DATE {day}{person.year}"
    if person.died:
        yield "1 DEAT"
        yield f"2 DATE {person.died}"


def _twin_lines(who: str, network: Network) -> Iterator[str]:
    for twins in network.twins:
        if who in twins:
            for other in twins:
                if other != who:
                    yield f"1 ASSO @{other}@"
                    yield "2 RELA twin"


def _union_lines(union: Union, sexes: dict[str, str]) -> Iterator[str]:
    yield f"0 @{union.id}@ FAM"
    tags = ["HUSB", "WIFE"] if len(union.partners) == 2 else []
    if not tags and union.partners:
        tags = ["WIFE" if sexes[union.partners[0]] == "F" else "HUSB"]
    for tag, partner in zip(tags, union.partners, strict=True):
        yield f"1 {tag} @{partner}@"
    yield from (f"1 CHIL @{child}@" for child in union.children)
    if union.married:
        yield from ("1 MARR", f"2 DATE {union.married}")
    if union.ended:
        yield from ("1 DIV", f"2 DATE {union.ended}")


RECORD = re.compile(r"0 @([^@]+)@ (INDI|FAM)\b")
ROLE = re.compile(r"1 (HUSB|WIFE|CHIL) @([^@]+)@")


def read(text: str) -> Network:
    """Who is tied to whom in a GEDCOM file, and nothing else; people nobody wrote are left out."""
    people: list[str] = []
    unions: dict[str, tuple[list[str], list[str]]] = {}
    current: tuple[list[str], list[str]] | None = None
    for line in text.splitlines():
        if line.startswith("0"):
            current = None
            if found := RECORD.match(line):
                if found[2] == "INDI":
                    people.append(found[1])
                else:
                    current = unions.setdefault(found[1], ([], []))
        elif current and (found := ROLE.match(line.strip())):
            current[found[1] == "CHIL"].append(found[2])
    known = set(people)
    return Network(
        tuple(Person(who) for who in dict.fromkeys(people)),
        tuple(
            Union(key, _known(partners, known), _known(children, known))
            for key, (partners, children) in unions.items()
        ),
    )


def _known(ids: Iterable[str], known: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(who for who in ids if who in known))
