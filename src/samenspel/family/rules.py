"""What cannot be in a family and what is unlikely, looked up in the family as it would be drawn.

Only what is certain from partial dates counts: 'about 1990' and '1991' never contradict.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from samenspel.family.facts import (
    AliasFact,
    ChildFact,
    EventFact,
    Fact,
    Id,
    IndexFact,
    InvolvedFact,
    NameFact,
    NoteFact,
    NotKnownFact,
    OrganisationFact,
    PartnerFact,
    PatternFact,
    PersonFact,
    SupporterFact,
    TieFact,
    TrajectoryFact,
)
from samenspel.family.family import Family
from samenspel.family.problem import Code, Problem
from samenspel.family.resolve import STRENGTHS, examine
from samenspel.family.rules_of_bonds import problems_of_bonds
from samenspel.family.rules_of_parents import problems_of_parents
from samenspel.family.rules_of_people import problems_of_people
from samenspel.family.said import LeftOut
from samenspel.family.statements import FamilyMap

_HARMLESS: dict[type[Fact], Callable[[Any], bool]] = {
    AliasFact: lambda fact: True,
    EventFact: lambda fact: bool(fact.who),
    IndexFact: lambda fact: True,
    InvolvedFact: lambda fact: True,
    NameFact: lambda fact: True,
    NotKnownFact: lambda fact: True,
    NoteFact: lambda fact: True,
    PatternFact: lambda fact: bool(fact.members),
    SupporterFact: lambda fact: fact.person != fact.of,
    TieFact: lambda fact: fact.first != fact.second and fact.strength in STRENGTHS,
    TrajectoryFact: lambda fact: bool(fact.who),
}


def are_harmless(facts: Sequence[Fact], before: FamilyMap) -> bool:
    """Whether facts that stand surely bring no problem, so that the family need not be looked at.

    Of some no rule looks at more than the fact itself; of who is new nothing was said before.
    """
    brought = [fact.brings for fact in facts if fact.brings is not None]
    is_new = len(set(brought)) == len(brought) and not _are_there(brought, before)
    return all(_is_harmless(fact, is_new) for fact in facts)


def _are_there(ids: list[Id], family_map: FamilyMap) -> bool:
    return bool(ids) and any(one.fact.brings in ids for one in family_map)


def _is_harmless(fact: Fact, is_new: bool) -> bool:
    if isinstance(fact, PersonFact | OrganisationFact):
        return is_new
    return type(fact) in _HARMLESS and _HARMLESS[type(fact)](fact)


def problems(family_map: FamilyMap, *, today: date | None = None) -> tuple[Problem, ...]:
    """Each once, with the names of the people. Without `today` nobody is born too late."""
    resolved = examine(family_map)
    family = resolved.family
    names = {person.id: person.name for person in family.people}
    found = [
        *_left_out(resolved.left_out, family),
        *problems_of_people(family, today),
        *problems_of_parents(family),
        *problems_of_bonds(family),
    ]
    return tuple(problem.named(names) for problem in dict.fromkeys(found))


def _left_out(left_out: Iterable[LeftOut], family: Family) -> Iterator[Problem]:
    for one in left_out:
        people = tuple(person for person in _people(one.fact) if person in family.person)
        where: Id = getattr(one.fact, "union", "") or getattr(one.fact, "household", "")
        yield Problem(Code(one.why.value), people, where)


def _people(fact: Fact) -> Iterable[Id]:
    """Who the words are about, first to last."""
    match fact:
        case PartnerFact():
            return (fact.person,)
        case ChildFact():
            return (fact.child, fact.parent)
    return dict.fromkeys(fact.refers_to())
