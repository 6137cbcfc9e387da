"""The family as the layout sees it: people, and unions that tie partners to children.

Two unions of the same two partners (married twice) become one; a union without lines disappears.
`pairs` are what the order of a row should respect: see `Kinship`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

from samenspel.drawing.placement import Id
from samenspel.family.family import Family, Member
from samenspel.family.family import Union as Bond
from samenspel.family.words import Parentage

Pair = tuple[Id, Id]
MOST = 100  # brothers and sisters whose age order is looked at: more are an error in a file
CARE = {Parentage.FOSTER, Parentage.STEP, Parentage.GUARDIAN}


@dataclass(frozen=True)
class Union:
    id: Id
    partners: tuple[Id, ...]
    children: tuple[Id, ...]


@dataclass(frozen=True)
class Kinship:
    """`elder` holds (elder, younger) of siblings whose dates are both known.

    `listed` holds pairs that stand left to right when nothing else decides: partners as they were
    told, siblings as they were told. `twins` and `homes` are groups that belong together.
    """

    people: tuple[Id, ...]
    unions: tuple[Union, ...]
    elder: frozenset[Pair] = frozenset()
    listed: tuple[Pair, ...] = ()
    twins: tuple[tuple[Id, ...], ...] = ()
    homes: tuple[tuple[Id, ...], ...] = ()

    @classmethod
    def of(cls, family: Family, on: date | None = None) -> "Kinship":
        """`on` is the day for who lives where; without it, what has not ended."""
        unions = tuple(_merged(family))
        return cls(
            people=tuple(person.id for person in family.people),
            unions=unions,
            elder=frozenset(_elder(family)),
            listed=tuple(_listed(unions)),
            twins=tuple(twins.children for twins in family.twins),
            homes=tuple(_homes(family, on)),
        )

    def guests(self) -> dict[Id, tuple[Id, ...]]:
        """People without a line to anybody (a pet, a lodger), and those of their house who have."""
        tied = {person for u in self.unions for person in (*u.partners, *u.children)}
        found: dict[Id, tuple[Id, ...]] = {}
        for home in self.homes:
            mates = tuple(person for person in home if person in tied)
            if mates:
                found.update((person, mates) for person in home if person not in tied)
        return found

    def parts(self) -> tuple["Kinship", ...]:
        """The families in it that nothing ties together, the first person's first."""
        leader = self._leaders()
        groups: dict[Id, list[Id]] = {}
        for person in self.people:
            groups.setdefault(leader[person], []).append(person)
        if len(groups) < 2:
            return (self,)
        unions: dict[Id, list[Union]] = {}
        for union in self.unions:
            unions.setdefault(leader[(*union.partners, *union.children)[0]], []).append(union)
        return tuple(self._part(people, unions.get(top, [])) for top, people in groups.items())

    def _leaders(self) -> dict[Id, Id]:
        """Everybody's family, named by one of its people (disjoint sets)."""
        leader = {person: person for person in self.people}

        def find(person: Id) -> Id:
            while leader[person] != person:
                leader[person] = leader[leader[person]]
                person = leader[person]
            return person

        groups = [(*union.partners, *union.children) for union in self.unions]
        groups += [(guest, mates[0]) for guest, mates in self.guests().items()]
        for group in groups:
            for a, b in pairwise(group):
                leader[find(b)] = find(a)
        return {person: find(person) for person in self.people}

    def _part(self, people: list[Id], unions: list[Union]) -> "Kinship":
        inside = set(people)
        kept = (tuple(p for p in group if p in inside) for group in self.homes)
        return Kinship(
            people=tuple(people),
            unions=tuple(unions),
            elder=frozenset(p for p in self.elder if p[0] in inside),
            listed=tuple(p for p in self.listed if p[0] in inside),
            twins=tuple(group for group in self.twins if inside.issuperset(group)),
            homes=tuple(group for group in kept if len(group) > 1),
        )


def _merged(family: Family) -> Iterator[Union]:
    found: dict[tuple[Id, ...], Bond] = {}
    children: dict[Id, dict[Id, None]] = {}
    for bond in family.unions:
        key = tuple(sorted(bond.partners)) if len(bond.partners) == 2 else (bond.id,)
        first = found.setdefault(key, bond)
        children.setdefault(first.id, {}).update(dict.fromkeys(c.id for c in bond.children))
    for bond in found.values():
        if len(bond.partners) + len(children[bond.id]) > 1:
            yield Union(bond.id, bond.partners, tuple(children[bond.id]))


def _elder(family: Family) -> Iterator[Pair]:
    """Pairs of siblings of whom one is certainly the elder, of up to `MOST` in one union."""
    birth = {person.id: person.birth for person in family.people}
    for union in family.unions:
        cared_for = {child.id for child in union.children if child.parentages <= CARE}
        for a, b in combinations([child.id for child in union.children[:MOST]], 2):
            if (a in cared_for) != (b in cared_for):
                continue
            if birth[a].is_certainly_before(birth[b]):
                yield a, b
            elif birth[b].is_certainly_before(birth[a]):
                yield b, a


def _listed(unions: tuple[Union, ...]) -> Iterator[Pair]:
    for union in unions:
        yield from pairwise(union.partners)
        yield from pairwise(union.children)


def _homes(family: Family, on: date | None) -> Iterator[tuple[Id, ...]]:
    """Who lives where; somebody with two homes counts where they are without 'at weekends'."""
    main: dict[Id, Id] = {}
    for whole in (True, False):
        for household in family.households:
            for member in household.members:
                if bool(member.share) != whole and _lives_there(member, on):
                    main.setdefault(member.person, household.id)
    for household in family.households:
        people = dict.fromkeys(member.person for member in household.members)
        members = tuple(person for person in people if main.get(person) == household.id)
        if len(members) > 1:
            yield members


def _lives_there(member: Member, on: date | None) -> bool:
    return member.period.end is None if on is None else member.period.may_hold_on(on)
