"""Every fact as a sentence, and who says so.

What is contradicted stands side by side; what was taken back says by whom; what the drawing
leaves out says why.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from samenspel.drawing.words import couples, happened, lists, people, surroundings
from samenspel.drawing.words.accounts import Said
from samenspel.drawing.words.voice import Voice
from samenspel.family.dates import UNKNOWN
from samenspel.family.facts import (
    BirthOrderFact,
    ChildFact,
    EventFact,
    Fact,
    HouseholdFact,
    InvolvedFact,
    LivesInFact,
    MoreChildrenFact,
    NoteFact,
    NotKnownFact,
    OrganisationFact,
    PartnerFact,
    PatternFact,
    StageFact,
    SupporterFact,
    TieFact,
    TrajectoryFact,
    TwinsFact,
    UnionFact,
)
from samenspel.family.language import N_
from samenspel.family.said import Why
from samenspel.family.statements import Reach, Side, Source, Statement

SENTENCES: dict[type[Fact], Callable[[Any, Voice], str]] = {
    **dict.fromkeys(people.PHRASES, people.about_person),
    NotKnownFact: people.not_known,
    SupporterFact: people.supporter,
    UnionFact: couples.union,
    PartnerFact: couples.partner,
    StageFact: couples.stage,
    ChildFact: couples.child,
    MoreChildrenFact: couples.more_children,
    BirthOrderFact: couples.birth_order,
    TwinsFact: couples.twins,
    HouseholdFact: surroundings.household,
    LivesInFact: surroundings.lives_in,
    TieFact: surroundings.tie,
    PatternFact: surroundings.pattern,
    OrganisationFact: surroundings.organisation,
    InvolvedFact: surroundings.involved,
    NoteFact: surroundings.note,
    EventFact: happened.event,
    TrajectoryFact: happened.trajectory,
}

WHY = {
    Why.REFERS_TO_NOTHING: N_("it speaks of somebody or something that is not there"),
    Why.ABOUT_NOBODY: N_("it is about nobody"),
    Why.STAGE_NEEDS_TWO: N_("a couple is two people"),
    Why.HOUSEHOLD_IS_EMPTY: N_("nobody lives there"),
    Why.BOND_JOINS_NOBODY: N_("it joins nobody"),
    Why.THIRD_PARTNER: N_("this bond already has two partners"),
    Why.PARENT_NOT_PARTNER: N_("this parent is not a partner in this bond"),
    Why.OWN_ANCESTOR: N_("somebody would descend from themself"),
    Why.TWINS_APART: N_("they are not children of one bond, born together"),
    Why.STRENGTH_OUT_OF_RANGE: N_(
        "the line stands there without this strength: it can be 1, 2 or 3"
    ),
    Why.SHARED_ID: N_("something else has the same number"),
}


def sentence(fact: Fact, voice: Voice) -> str:
    return SENTENCES[type(fact)](fact, voice)


# --- Who says so ----------------------------------------------------------------------------------


def with_note(text: str, statements: Iterable[Statement], voice: Voice) -> str:
    """'… (says oma, home visit, 14 April 2019; only for professionals)'.

    Once, when the text ends with the same note already: a bond told together with its stage.
    """
    said = note(statements, voice)
    noted = f" ({said})"
    return text if not said or text.endswith(noted) else f"{text}{noted}"


def note(statements: Iterable[Statement], voice: Voice) -> str:
    notes = (_note(one, voice) for one in statements)
    return "; ".join(dict.fromkeys(one for one in notes if one))


def _note(statement: Statement, voice: Voice) -> str:
    source = statement.source
    who = voice.free(source.who)
    parts = [
        voice.joined(voice._("says {who}", who=who) if who else "", _occasion(source, voice)),
        _reach(statement, voice),
    ]
    return "; ".join(part for part in parts if part)


def _occasion(source: Source, voice: Voice) -> str:
    told_on = "" if source.on == UNKNOWN else voice.date(source.on)
    if told_on and not source.who and not source.conversation:
        told_on = voice._("told: {date}", date=told_on)
    return voice.joined(voice.free(source.conversation), told_on)


def _reach(statement: Statement, voice: Voice) -> str:
    reach = statement.audience.reach
    return "" if reach is Reach.CIRCLE else voice._(lists.REACH[reach])


# --- What does not simply stand in the drawing ----------------------------------------------------


def beside(said: Said[Any], voice: Voice) -> Iterator[str]:
    """What has to be told besides the account that stands in the drawing."""
    if said.is_contradicted:
        stories = " · ".join(_story(group, said, voice) for group in said.accounts)
        yield voice._("The accounts differ. {accounts}", accounts=stories)
    elif said.unused:
        fact = said.unused[0].fact
        told = with_note(sentence(fact, voice), said.unused, voice)
        why = voice._(WHY[voice.why[fact]] if fact in voice.why else N_("it does not fit"))
        yield voice._("Not in the drawing, because {why}: {told}", why=why, told=told)
    for one in said.retracted:
        yield _retracted(one, voice)


def _story(group: tuple[Statement, ...], said: Said[Any], voice: Voice) -> str:
    told = f"{_according_to(group, voice)}: {sentence(group[0].fact, voice)}"
    if group != said.used:
        return told
    return voice._("{told} (so it stands in the drawing)", told=told)


def _according_to(group: tuple[Statement, ...], voice: Voice) -> str:
    tellers = [_teller(one, voice) for one in group]
    return voice._("According to {who}", who=voice.listed(dict.fromkeys(tellers)))


def _teller(statement: Statement, voice: Voice) -> str:
    nameless = N_("somebody") if voice.alias else N_("who drew it")
    who = voice.free(statement.source.who) or voice._(nameless)
    more = [_occasion(statement.source, voice), _reach(statement, voice)]
    around = "; ".join(part for part in more if part)
    return f"{who} ({around})" if around else who


def _retracted(statement: Statement, voice: Voice) -> str:
    taken_back = statement.retracted
    assert taken_back
    told = with_note(sentence(statement.fact, voice), [statement], voice)
    who = voice.account(taken_back.by.account) or voice._(_SIDE[taken_back.by.side])
    if not (reason := voice.free(taken_back.reason)):
        return voice._("Taken back by {who}: {told}", who=who, told=told)
    return voice._(
        "Taken back by {who} (reason: {reason}): {told}", who=who, reason=reason, told=told
    )


_SIDE = {Side.FAMILY: N_("the family"), Side.PROFESSIONAL: N_("a professional")}
