"""Rules about two partners, and about twins."""

from collections.abc import Iterator
from datetime import timedelta

from samenspel.family.family import BondStage, Family, Person, Twins, Union
from samenspel.family.problem import Code, Problem
from samenspel.family.spans import is_certainly_beyond, is_certainly_within, years
from samenspel.family.words import PersonKind, Stage

AGES_APART = years(60)
YOUNGEST = years(12)
TWINS_DAYS = timedelta(days=3)
TWINS_MONTHS = timedelta(days=120)  # a second twin born later keeps within this

AFTERWARDS = {Stage.WIDOWED, Stage.ENDED}  # may be said of a time after a death
NOT_BORN = {
    PersonKind.UNBORN,
    PersonKind.MISCARRIAGE,
    PersonKind.STILLBIRTH,
    PersonKind.TERMINATION,
}


def problems_of_bonds(family: Family) -> Iterator[Problem]:
    for union in family.unions:
        partners = [family.person[partner] for partner in union.partners]
        yield from _partners(union, partners)
        if len(partners) == 2:
            yield from _couple(union, partners[0], partners[1])
    for twins in family.twins:
        yield from _twins(twins, family)


def _partners(union: Union, partners: list[Person]) -> Iterator[Problem]:
    for person in partners:
        if person.is_a in NOT_BORN:
            yield Problem(Code.NOT_BORN, (person.id,), union.id)
    if union.more_count is not None and union.more_count < 0:
        yield Problem(Code.FEWER_THAN_NONE, union.partners, union.id)


def _couple(union: Union, one: Person, other: Person) -> Iterator[Problem]:
    for first, second in ((one, other), (other, one)):
        if is_certainly_beyond(first.birth, second.birth, AGES_APART):
            yield Problem(Code.PARTNERS_FAR_APART, (first.id, second.id), union.id)
    for stage in union.stages:
        for person in (one, other):
            yield from _stage(union, stage, person)


def _stage(union: Union, stage: BondStage, person: Person) -> Iterator[Problem]:
    if stage.on.is_certainly_before(person.birth):
        yield Problem(Code.BOND_BEFORE_BIRTH, union.partners, union.id)
    elif is_certainly_within(person.birth, stage.on, YOUNGEST):
        yield Problem(Code.BOND_VERY_YOUNG, (person.id,), union.id)
    is_after = person.has_died and person.death.is_certainly_before(stage.on)
    if is_after and stage.stage not in AFTERWARDS:
        yield Problem(Code.BOND_AFTER_DEATH, union.partners, union.id)


def _twins(twins: Twins, family: Family) -> Iterator[Problem]:
    """Compare who may have come first with who may have come last."""
    children = [family.person[child] for child in twins.children]
    dated = [child for child in children if child.birth.middle]
    if len(dated) < 2:
        return
    ordered = sorted(dated, key=lambda child: str(child.birth.middle))
    first, last = ordered[0], ordered[-1]
    if is_certainly_beyond(first.birth, last.birth, TWINS_MONTHS):
        yield Problem(Code.TWINS_BORN_APART, (first.id, last.id))
    elif is_certainly_beyond(first.birth, last.birth, TWINS_DAYS):
        yield Problem(Code.TWINS_DAYS_APART, (first.id, last.id))
