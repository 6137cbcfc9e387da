"""Judging an edit, and carrying it out.

An edit is judged on what its author sees. What only hidden facts forbid is kept: it stands beside
them as another account, and `resolve` draws what can be. So a refusal never tells what is hidden.
Taking back one's own words, a choice, or striking out is never refused for what it uncovers.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from samenspel.family.edits import Edit, Retract, Say, Unchoose, Withdraw
from samenspel.family.facts import Id, NameFact, PersonFact
from samenspel.family.keep import keep_only
from samenspel.family.ledger import carry_out
from samenspel.family.permits import changes
from samenspel.family.problem import Code, Problem
from samenspel.family.refusals import Reason, Refusal
from samenspel.family.rules import are_harmless, problems
from samenspel.family.said import Why, why_gone
from samenspel.family.settle import settled
from samenspel.family.statements import FamilyMap, Statement, Viewer
from samenspel.family.views import choices_explained, may_see, reaches, seen_by

TAKES_BACK = (Withdraw, Retract, Unchoose)


@dataclass(frozen=True)
class Applied:
    """`edit` is what to keep: perhaps with other ids, and for fewer people than was said.

    `warnings`: what is unlikely now and was not before, and what is for fewer people.
    """

    map: FamilyMap
    edit: Edit
    warnings: tuple[Problem, ...] = ()


def apply(family_map: FamilyMap, edit: Edit, *, viewer: Viewer) -> Applied:
    """The map after the edit, or `Refusal`. An edit that was carried out before changes nothing.

    `viewer` is who drew: the author, with what they may see.
    """
    if (viewer.account, viewer.side) != (edit.by.account, edit.by.side):
        raise ValueError("An edit is judged by what its own author sees.")
    here = within_reach(family_map, viewer)
    if not changes(family_map, here, edit):
        return Applied(family_map, edit)
    before = seen_by(here, viewer)
    kept = settled(family_map, before, edit)
    carried_out = carry_out(family_map, kept)
    after = seen_by(carried_out if here is family_map else carry_out(here, kept), viewer)
    if isinstance(kept.body, Say):
        _check_stands(kept.body, after, viewer)
    warnings = (*_judge(kept, before, after), *_for_fewer(edit, kept, after))
    return Applied(carried_out, kept, warnings)


def within_reach(family_map: FamilyMap, viewer: Viewer) -> FamilyMap:
    """What the author sees, and their own words that they took back."""

    def is_near(one: Statement) -> bool:
        return may_see(one, viewer) and (not one.withdrawn or one.by.account == viewer.account)

    choices = _choices_near(family_map, viewer)
    return keep_only(family_map, is_near, lambda one: one.id in choices)


def _choices_near(family_map: FamilyMap, viewer: Viewer) -> set[Id]:
    if not family_map.choices:
        return set()
    seen = seen_by(family_map, viewer)
    own = [one for one in family_map.choices if one.by.account == viewer.account]
    if viewer.at_the_table:
        there = [one for one in own if one.statement in seen.by_id]
        own = list(choices_explained(replace(seen, choices=tuple(there)), viewer))
    return {one.id for one in (*seen.choices, *own)}


def _judge(edit: Edit, before: FamilyMap, after: FamilyMap) -> tuple[Problem, ...]:
    said = [one.fact for one in edit.body.sayings] if isinstance(edit.body, Say) else []
    if said and are_harmless(said, before):
        return ()
    today: date = edit.at.date()
    found = problems(after, today=today)
    known = set(problems(before, today=today)) if found else set()
    new = [problem for problem in found if problem not in known]
    certain = [problem for problem in new if problem.is_certain]
    if certain and not isinstance(edit.body, TAKES_BACK):
        raise Refusal(Reason.CANNOT_BE, certain)
    return tuple(new)


def _for_fewer(edit: Edit, kept: Edit, after: FamilyMap) -> Iterator[Problem]:
    """Of every saying with a narrower audience than was said, about whom it is."""
    if not isinstance(edit.body, Say) or not isinstance(kept.body, Say):
        return
    pairs = zip(edit.body.sayings, kept.body.sayings, strict=True)
    fewer = [now for said, now in pairs if now.audience != said.audience]
    if not fewer:
        return
    names = {one.fact.person: one.fact.name for one in after if isinstance(one.fact, NameFact)}
    there = {one.fact.brings for one in after if isinstance(one.fact, PersonFact)}
    for now in fewer:
        people = tuple(one for one in now.fact.refers_to() if one in there)
        yield Problem(Code.FOR_FEWER, people).named(names)


def _check_stands(body: Say, after: FamilyMap, viewer: Viewer) -> None:
    """What one says, one sees: it refers only to what is there and counts."""
    counting = keep_only(after, lambda one: one.counts).by_id
    gone: list[Why] = []
    for saying in body.sayings:
        stands = counting.get(saying.id)
        if stands and stands.fact == saying.fact:
            continue
        if not reaches(saying.audience, viewer.account, viewer):
            raise Refusal(Reason.AUDIENCE_WITHOUT_YOU)
        gone.append(why_gone(saying.fact))
    if gone:
        telling = [why for why in gone if why is not Why.REFERS_TO_NOTHING] or gone
        raise Refusal(Reason.CANNOT_BE, [Problem(Code(telling[0].value))])
