"""Rules about one person, and about the lines between two."""

from collections.abc import Iterator
from datetime import date

from samenspel.family.family import Family, Household, Person
from samenspel.family.problem import Code, Problem
from samenspel.family.spans import before_day, is_certainly_beyond, years
from samenspel.family.words import PersonKind

OLDEST = years(115)


def problems_of_people(family: Family, today: date | None) -> Iterator[Problem]:
    for person in family.people:
        if person.is_a is PersonKind.PERSON:
            yield from _life(person, today)
    for household in family.households:
        yield from _home(household, family)
    yield from _lines(family)


def _life(person: Person, today: date | None) -> Iterator[Problem]:
    if person.has_died and person.death.is_certainly_before(person.birth):
        yield Problem(Code.DEATH_BEFORE_BIRTH, (person.id,))
    if person.has_died and is_certainly_beyond(person.birth, person.death, OLDEST):
        yield Problem(Code.VERY_OLD, (person.id,))
    if today is None:
        return
    if not person.has_died and before_day(person.birth, today, OLDEST):
        yield Problem(Code.VERY_OLD, (person.id,))
    if person.birth.is_certainly_after_day(today):
        yield Problem(Code.BORN_IN_FUTURE, (person.id,))


def _home(household: Household, family: Family) -> Iterator[Problem]:
    for member in household.members:
        person = family.person[member.person]
        if person.has_died and person.death.is_certainly_before(member.period.start):
            yield Problem(Code.HOME_AFTER_DEATH, (person.id,), household.id)
        end = member.period.end
        if end is not None and end.is_certainly_before(person.birth):
            yield Problem(Code.HOME_BEFORE_BIRTH, (person.id,), household.id)


def _lines(family: Family) -> Iterator[Problem]:
    for tie in family.ties:
        if tie.first == tie.second:
            yield Problem(Code.TIE_TO_ONESELF, (tie.first,))
    for supporter in family.supporters:
        if supporter.person == supporter.of:
            yield Problem(Code.SUPPORTS_ONESELF, (supporter.person,))
