"""What cannot be in a family and what is unlikely, looked up in the family as it would be drawn.

Only what is certain from partial dates counts: 'about 1990' and '1991' never contradict.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from samenspel.family.facts import ChildFact, Fact, Id, PartnerFact
from samenspel.family.family import Family
from samenspel.family.problem import Code, Problem
from samenspel.family.resolve import examine
from samenspel.family.rules_of_bonds import problems_of_bonds
from samenspel.family.rules_of_parents import problems_of_parents
from samenspel.family.rules_of_people import problems_of_people
from samenspel.family.said import LeftOut
from samenspel.family.statements import FamilyMap


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
