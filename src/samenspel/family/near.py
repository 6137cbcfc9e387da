"""The few people around somebody, for a small screen: two generations, and who lives with them.

Somebody with their parents, the partners of those parents, brothers and sisters, also half; their
own partners and children; and who lives in the same home. Others leave no gap.
"""

from collections.abc import Iterator

from samenspel.family.facts import Id, PersonFact
from samenspel.family.family import Family, Union
from samenspel.family.keep import keep_only
from samenspel.family.resolve import resolve
from samenspel.family.statements import FamilyMap

FEW = 9
"""How many people a phone shows well. The nearest are always there, also when they are more."""


def near(family_map: FamilyMap, person: Id) -> FamilyMap:
    """The map with only who is near; the whole map when this person is not in it."""
    family = resolve(family_map)
    if person not in family.person:
        return family_map
    people = near_people(family, person)
    return keep_only(
        family_map,
        lambda one: not isinstance(one.fact, PersonFact) or one.fact.person in people,
    )


def near_people(family: Family, person: Id) -> set[Id]:
    """Group after group, as long as they are few together."""
    people = {person}
    for group in _nearest(family, person):
        people |= group
    for group in _further(family, person):
        if len(people | group) <= FEW:
            people |= group
    return people


def _nearest(family: Family, person: Id) -> Iterator[set[Id]]:
    """Parents, with whom somebody grew up in one bond, and their own partners and children."""
    for union in family.child_in.get(person, ()):
        yield {*union.partners, *_children(union)}
    for union in family.partner_in.get(person, ()):
        yield {*union.partners, *_children(union)}


def _further(family: Family, person: Id) -> Iterator[set[Id]]:
    """The other bonds of the parents, each whole, those at home first; then who shares the home."""
    parents = [one for union in family.child_in.get(person, ()) for one in union.partners]
    others = [union for parent in parents for union in family.partner_in.get(parent, ())]
    home = _at_home(family, person)
    for union in sorted(others, key=lambda union: not home & {*union.partners, *_children(union)}):
        yield {*union.partners, *_children(union)}
    yield from ({one} for one in sorted(home, key=list(family.person).index))


def _at_home(family: Family, person: Id) -> set[Id]:
    """Who lives now where this person lives now."""
    homes = (
        {member.person for member in home.members if member.period.end is None}
        for home in family.households
    )
    return {one for home in homes if person in home for one in home}


def _children(union: Union) -> set[Id]:
    return {child.id for child in union.children}
