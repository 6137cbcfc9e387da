"""The map as somebody sees it, and as it was on a day: pure, total, and without a gap.

Two maps that differ only in what a viewer may not see give that viewer the same map.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from samenspel.family.accounts import accounts, used
from samenspel.family.dates import UNKNOWN
from samenspel.family.facts import (
    BirthFact,
    ChildFact,
    DeathFact,
    EventFact,
    Fact,
    Id,
    PersonFact,
    StageFact,
    TrajectoryFact,
    UnionFact,
)
from samenspel.family.keep import keep_only
from samenspel.family.said import Facts
from samenspel.family.statements import (
    CIRCLE,
    Audience,
    Choice,
    FamilyMap,
    Reach,
    Side,
    Statement,
    Viewer,
)
from samenspel.family.words import PersonKind

PREGNANCY = timedelta(days=300)  # the longest one to reckon with


def may_see(statement: Statement, viewer: Viewer) -> bool:
    """Whether the audience holds the viewer; what it refers to may still be hidden."""
    return statement.audience is CIRCLE or reaches(statement.audience, statement.by.account, viewer)


def reaches(audience: Audience, author: str, viewer: Viewer) -> bool:
    if viewer.at_the_table:
        return audience.reach is Reach.CIRCLE
    match audience.reach:
        case Reach.CIRCLE:
            return True
        case Reach.PROFESSIONALS:
            return viewer.side is Side.PROFESSIONAL
        case Reach.PEOPLE:
            return viewer.account in {author, *audience.people}
        case Reach.SAFETY:
            return viewer.may_see_safety
        case Reach.WORKERS:
            return viewer.is_worker or viewer.may_see_safety or viewer.account == author


def seen_by(family_map: FamilyMap, viewer: Viewer) -> FamilyMap:
    """What is not seen leaves no id, count or gap. What was taken back is seen by nobody."""
    known: dict[Viewer, FamilyMap | None] = family_map.worked_out.setdefault("seen by", {})
    like = _like(family_map, viewer)
    if like not in known:
        seen = _seen_by(family_map, like)
        known[like] = None if seen is family_map else seen
    found = known[like]
    return family_map if found is None else found


AT_THE_TABLE = Viewer("", Side.FAMILY, at_the_table=True)


def _like(family_map: FamilyMap, viewer: Viewer) -> Viewer:
    """One for all who are shown the same."""
    if viewer.at_the_table:
        return AT_THE_TABLE
    is_named = _named(family_map).intersection({viewer.account, ""})
    return viewer if is_named else replace(viewer, account="")


def _named(family_map: FamilyMap) -> set[str]:
    """The accounts that see something, or see a choice, as nobody else of their side does."""
    known = family_map.worked_out
    if "named" not in known:
        close = (Reach.PEOPLE, Reach.WORKERS)
        private = [one for one in family_map.statements if one.audience.reach in close]
        named = {one.by.account for one in private}
        named |= {choice.by.account for choice in family_map.choices}
        known["named"] = named.union(*(one.audience.people for one in private))
    found: set[str] = known["named"]
    return found


def _seen_by(family_map: FamilyMap, viewer: Viewer) -> FamilyMap:
    seen = keep_only(
        family_map,
        lambda one: not one.withdrawn and may_see(one, viewer),
        lambda choice: not choice.withdrawn,
    )
    explained = tuple(choices_explained(seen, viewer))
    return seen if explained == seen.choices else replace(seen, choices=explained)


def choices_explained(seen: FamilyMap, viewer: Viewer) -> Iterator[Choice]:
    """One's own, and those between accounts one sees; another would tell of a hidden account.

    At the table one's own would tell too.
    """
    slots = accounts(seen) if seen.choices else {}
    for choice in seen.choices:
        chosen = seen.by_id[choice.statement]
        rivals = slots[seen.slot_of(chosen)]
        is_own = choice.by.account == viewer.account and not viewer.at_the_table
        if is_own or any(one.fact != chosen.fact and one.at <= choice.at for one in rivals):
            yield choice


def map_at(family_map: FamilyMap, day: date) -> FamilyMap:
    """What may hold on a day: nobody who is not yet born, nothing that is over or yet to come.

    What happened, and help that was given, stays known afterwards.
    """
    is_there = _there_on(day, Facts(one.fact for one in used(family_map)))
    return keep_only(family_map, lambda one: is_there(one.fact) and _may_hold(one.fact, day))


def _may_hold(fact: Fact, day: date) -> bool:
    if isinstance(fact, StageFact | DeathFact):
        return not fact.on.is_certainly_after_day(day)
    if isinstance(fact, EventFact | TrajectoryFact):
        return not fact.period.start.is_certainly_after_day(day)
    period = getattr(fact, "period", None)
    return period is None or bool(period.may_hold_on(day))


def _there_on(day: date, facts: Facts) -> Callable[[Fact], bool]:
    unborn = _not_yet_born(day, facts)
    to_come = _bonds_to_come(day, facts, unborn)

    def is_there(fact: Fact) -> bool:
        if isinstance(fact, PersonFact):
            return fact.person not in unborn
        return not (isinstance(fact, UnionFact) and fact.union in to_come)

    return is_there


def _not_yet_born(day: date, facts: Facts) -> set[Id]:
    """A child that is expected is there from the beginning of the pregnancy."""
    births = {fact.person: fact.on for fact in facts.of(BirthFact)}
    return {
        fact.person
        for fact in facts.of(PersonFact)
        if births.get(fact.person, UNKNOWN).is_certainly_after_day(_latest_birth(fact, day))
    }


def _latest_birth(fact: PersonFact, day: date) -> date:
    is_expected = fact.is_a is PersonKind.UNBORN and date.max - day > PREGNANCY
    return day + PREGNANCY if is_expected else day


def _bonds_to_come(day: date, facts: Facts, unborn: set[Id]) -> set[Id]:
    """Bonds of which every stage is still to come, without a child that is there."""
    parents = {fact.union for fact in facts.of(ChildFact) if fact.child not in unborn}
    stages = facts.of(StageFact)
    begun = {fact.union for fact in stages if not fact.on.is_certainly_after_day(day)}
    return {fact.union for fact in stages} - begun - parents
