"""Rules about parents and their children."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from samenspel.family.facts import Id
from samenspel.family.family import Family, Person
from samenspel.family.problem import Code, Problem
from samenspel.family.spans import (
    is_certainly_beyond,
    is_certainly_within,
    is_same_day,
    years,
)
from samenspel.family.words import Gender, Parentage, PersonKind, Sex

BY_BODY = {Parentage.BIRTH, Parentage.DONOR, Parentage.SURROGATE}
CARRIED = {Parentage.BIRTH, Parentage.SURROGATE}
TEN_MONTHS = timedelta(days=310)
EIGHT_MONTHS = timedelta(days=243)
YOUNGEST = years(12)
OLDEST_MOTHER = years(60)
OLDEST_FATHER = years(90)

_Parentage = tuple[Person, Person, Parentage]  # a parent, a child, and how


def problems_of_parents(family: Family) -> Iterator[Problem]:
    parentages = list(_parentages(family))
    for parent, child, how in parentages:
        if PersonKind.PET not in {parent.is_a, child.is_a}:
            yield from _ages(parent, child, how)
            yield from _deaths(parent, child, how)
    yield from _too_many(parentages)
    yield from _born_close(parentages, family)


def _parentages(family: Family) -> Iterator[_Parentage]:
    for union in family.unions:
        for child in union.children:
            for parent in child.parents:
                if parent.parent in family.person:
                    pair = family.person[parent.parent], family.person[child.id]
                    yield (*pair, parent.parentage)


def _ages(parent: Person, child: Person, how: Parentage) -> Iterator[Problem]:
    if not (parent.birth.is_known and child.birth.is_known):
        return
    people = (parent.id, child.id)
    is_younger = child.birth.is_certainly_before(parent.birth)
    if how not in BY_BODY:
        if is_younger:
            yield Problem(Code.CARER_YOUNGER, people)
        return
    if is_younger or is_same_day(parent.birth, child.birth):
        yield Problem(Code.PARENT_NOT_OLDER, people)
    elif is_certainly_within(parent.birth, child.birth, YOUNGEST):
        yield Problem(Code.PARENT_VERY_YOUNG, people)
    oldest = OLDEST_MOTHER if _is_mother(parent, how) else OLDEST_FATHER
    if how in CARRIED and is_certainly_beyond(parent.birth, child.birth, oldest):
        yield Problem(Code.PARENT_VERY_OLD, people)


def _deaths(parent: Person, child: Person, how: Parentage) -> Iterator[Problem]:
    """A donor may have died; of who carried the child one does not ask ten months."""
    if not parent.has_died or how not in CARRIED:
        return
    people = (parent.id, child.id)
    if _is_mother(parent, how):
        if parent.death.is_certainly_before(child.birth):
            yield Problem(Code.BORN_AFTER_DEATH, people)
    elif is_certainly_beyond(parent.death, child.birth, TEN_MONTHS):
        yield Problem(Code.BORN_LONG_AFTER_DEATH, people)


def _is_mother(person: Person, how: Parentage = Parentage.BIRTH) -> bool:
    if how is Parentage.SURROGATE:
        return True
    return person.sex is Sex.FEMALE or (person.sex is None and person.gender is Gender.WOMAN)


def _too_many(parentages: list[_Parentage]) -> Iterator[Problem]:
    by_birth: dict[Id, set[Id]] = {}
    for parent, child, how in parentages:
        if how is Parentage.BIRTH:
            by_birth.setdefault(child.id, set()).add(parent.id)
    for person, parents in by_birth.items():
        if len(parents) > 2:
            yield Problem(Code.TOO_MANY_BIRTH_PARENTS, (person,))


def _born_close(parentages: list[_Parentage], family: Family) -> Iterator[Problem]:
    """Children of one mother, neighbours in age."""
    children: dict[Id, dict[Id, Person]] = {}
    for parent, child, how in parentages:
        if how is Parentage.BIRTH and child.is_a is PersonKind.PERSON and _is_mother(parent):
            children.setdefault(parent.id, {})[child.id] = child
    twins = {child: number for number, one in enumerate(family.twins) for child in one.children}
    for found in children.values():
        by_age = sorted(found.values(), key=lambda one: one.birth.earliest or date.max)
        for elder, younger in pairwise(by_age):
            is_close = is_certainly_within(elder.birth, younger.birth, EIGHT_MONTHS)
            if is_close and not _are_twins(elder, younger, twins):
                yield Problem(Code.SIBLINGS_CLOSE, (elder.id, younger.id))


def _are_twins(one: Person, other: Person, twins: dict[Id, int]) -> bool:
    return one.id in twins and twins[one.id] == twins.get(other.id)
