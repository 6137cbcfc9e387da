"""Bonds and children as sentences of their own, and the phrases that a couple's lines are of."""

from collections.abc import Sequence

from samenspel.drawing.words import lists
from samenspel.drawing.words.voice import Voice
from samenspel.family.dates import Period
from samenspel.family.facts import (
    BirthOrderFact,
    ChildFact,
    Id,
    MoreChildrenFact,
    PartnerFact,
    StageFact,
    TwinsFact,
    UnionFact,
)
from samenspel.family.words import Parentage


def union(fact: UnionFact, voice: Voice) -> str:
    return voice._("{bond}: bond on the map", bond=voice.of(fact.union))


def partner(fact: PartnerFact, voice: Voice) -> str:
    who, bond = voice.of(fact.person), voice.of(fact.union)
    return voice._("{who} is one of the partners of: {bond}", who=who, bond=bond)


def stage_phrase(fact: StageFact, voice: Voice) -> str:
    """'married since 2010'."""
    said = voice._(lists.STAGE[fact.stage])
    return f"{said} {since}" if (since := voice.since(fact.on)) else said


def stage(fact: StageFact, voice: Voice) -> str:
    return voice.joined(voice.of(fact.union), stage_phrase(fact, voice))


def child(fact: ChildFact, voice: Voice) -> str:
    parents = [fact.parent] if fact.parent else []
    return voice._(
        "{child}, child of {bond}: {how}",
        child=voice.of(fact.child),
        bond=voice.of(fact.union),
        how=how_phrase(fact.parentage, parents, fact.period, voice),
    )


def how_phrase(parentage: Parentage, parents: Sequence[Id], period: Period, voice: Voice) -> str:
    """'foster child of Bas since 2019'; without parents it is of all."""
    if parents:
        said = voice._(lists.CHILD_OF[parentage], parents=voice.all(parents))
    else:
        said = voice._(lists.CHILD[parentage])
    return f"{said} {lasting}" if (lasting := voice.period(period)) else said


def more_children(fact: MoreChildrenFact, voice: Voice) -> str:
    bond = voice.of(fact.union)
    if fact.count is None:
        return voice._("{bond}: there are more children; how many is not known", bond=bond)
    return voice._.plural(
        "{bond}: there is {count} more child, not drawn yet",
        "{bond}: there are {count} more children, not drawn yet",
        fact.count,
        bond=bond,
    )


def birth_order(fact: BirthOrderFact, voice: Voice) -> str:
    names = ", ".join(voice.of(child) for child in fact.children)
    return voice._("{bond}: in order of birth {names}", bond=voice.of(fact.union), names=names)


def twins(fact: TwinsFact, voice: Voice) -> str:
    count = len(fact.children)
    together = (
        voice._(lists.BORN_TOGETHER[count])
        if count in lists.BORN_TOGETHER
        else voice._("born together, {count} in all", count=count)
    )
    names = voice.all(fact.children)
    return voice._(lists.TWINS[fact.twinship], names=names, twins=together)
