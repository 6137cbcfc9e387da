"""The unions of a family as they are drawn: one per couple, each child with one line of descent.

The layout makes two unions of the same couple (married twice) one; here their stages and children
come together in the same way.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from samenspel.drawing.placement import Id, PlacedUnion, Placement
from samenspel.family.family import BondStage, Child, Family, Union
from samenspel.family.words import Parentage

SOLID = (Parentage.BIRTH, Parentage.ADOPTED, Parentage.GUARDIAN)
STRONGEST = (*SOLID, Parentage.FOSTER, Parentage.STEP, Parentage.SURROGATE, Parentage.DONOR)


@dataclass(frozen=True)
class Descent:
    child: Id
    parentage: Parentage


@dataclass(frozen=True)
class Bond:
    placed: PlacedUnion
    stages: tuple[BondStage, ...]
    descents: tuple[Descent, ...]
    more_children: bool = False
    more_count: int | None = None

    @property
    def id(self) -> Id:
        return self.placed.id

    @property
    def partners(self) -> tuple[Id, ...]:
        return self.placed.partners

    @property
    def everybody(self) -> tuple[Id, ...]:
        return (*self.partners, *self.placed.children)


def bonds_of(family: Family, placement: Placement) -> tuple[Bond, ...]:
    told: dict[tuple[Id, ...], list[Union]] = {}
    for union in family.unions:
        told.setdefault(_couple(union.partners, union.id), []).append(union)
    return tuple(
        _bond(family, placed, told[_couple(placed.partners, placed.id)])
        for placed in (*placement.unions, *_only_more(family, placement))
    )


def _only_more(family: Family, placement: Placement) -> Iterator[PlacedUnion]:
    """Somebody with children, or brothers and sisters, none of whom is drawn: the layout knows no
    such union, for its line has one end."""
    known = {union.id for union in placement.unions}
    for union in family.unions:
        children = tuple(child.id for child in union.children)
        drawn = (*union.partners, *children)
        if union.more_children and len(drawn) == 1 and union.id not in known:
            x = placement.people[drawn[0]].x
            yield PlacedUnion(union.id, x, 0.0, union.partners, children)


def _couple(partners: tuple[Id, ...], union: Id) -> tuple[Id, ...]:
    return tuple(sorted(partners)) if len(partners) == 2 else (union,)


def _bond(family: Family, placed: PlacedUnion, unions: list[Union]) -> Bond:
    stages = [stage for union in unions for stage in union.stages]
    if len(unions) > 1:
        stages.sort(key=lambda stage: (stage.on.middle is None, stage.on.middle))
    children: dict[Id, Child] = {}
    for union in unions:
        for child in union.children:
            children.setdefault(child.id, child)
    counts = [union.more_count for union in unions if union.more_count is not None]
    return Bond(
        placed,
        tuple(stages),
        tuple(Descent(who, _parentage(family, placed, children[who])) for who in placed.children),
        any(union.more_children for union in unions),
        sum(counts) if counts else None,
    )


def _parentage(family: Family, placed: PlacedUnion, child: Child) -> Parentage:
    """One kind for the line from a couple to a child.

    Birth goes before care, but where the parent of birth is already reached through another
    union, this line tells what is new in this one: a stepfather's, say.
    """
    kinds = dict.fromkeys(parent.parentage for parent in child.parents)
    elsewhere = set(_born_elsewhere(family, placed, child.id))
    new = dict.fromkeys(p.parentage for p in child.parents if p.parent not in elsewhere)
    if {Parentage.BIRTH, Parentage.ADOPTED} <= set(kinds):
        return Parentage.ADOPTED  # solid for one parent with dashes for the other
    ranked = sorted(new or kinds, key=lambda kind: _rank(kind))
    return ranked[0] if ranked else Parentage.UNKNOWN


def _rank(kind: Parentage) -> int:
    return STRONGEST.index(kind) if kind in STRONGEST else len(STRONGEST)


def _born_elsewhere(family: Family, placed: PlacedUnion, who: Id) -> Iterator[Id]:
    for union in family.child_in.get(who, ()):
        if set(union.partners) == set(placed.partners):
            continue
        child = next(child for child in union.children if child.id == who)
        yield from (p.parent for p in child.parents if p.parentage is Parentage.BIRTH and p.parent)


def is_kin(family: Family, partners: tuple[Id, ...]) -> bool:
    """Whether two partners share an ancestor by birth, or one descends from the other."""
    if len(partners) < 2 or not all(who in family.child_in for who in partners):
        return False
    first, second = (_line_of(family, who) for who in partners)
    return bool((first & second) - {""})


def _line_of(family: Family, who: Id) -> set[Id]:
    """Somebody and all ancestors by birth."""
    found, todo = {who}, [who]
    while todo:
        one = todo.pop()
        for union in family.child_in.get(one, ()):
            for child in union.children:
                if child.id == one:
                    born = {p.parent for p in child.parents if p.parentage is Parentage.BIRTH}
                    todo += sorted(born - found - {""})
                    found |= born
    return found
