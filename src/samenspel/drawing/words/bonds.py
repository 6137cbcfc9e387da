"""A section per bond, from the oldest generation down: partners, how it went, their children."""

from collections.abc import Iterator, Sequence
from functools import partial

from samenspel.drawing.words.accounts import Said
from samenspel.drawing.words.couples import how_phrase, stage_phrase
from samenspel.drawing.words.order import unions_in_order
from samenspel.drawing.words.paragraphs import Line, Section
from samenspel.drawing.words.sentences import note
from samenspel.drawing.words.telling import Telling
from samenspel.family.dates import ALWAYS, UNKNOWN, PartialDate, Period
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
from samenspel.family.family import Union
from samenspel.family.in_time import in_time
from samenspel.family.words import Parentage, PersonKind, Topic

Children = dict[Id, list[Said[ChildFact]]]


def bonds(telling: Telling) -> Iterator[Section]:
    twins = _twins_by_union(telling)
    for union in unions_in_order(telling.family, telling.levels):
        lines = [*_lines(union, twins.get(union.id, []), telling)]
        yield from telling.section(telling.voice.of(union.id), lines)
    others = [one for left in twins.values() for one in left if not one.used]
    yield from telling.section(telling.voice._("Twins"), telling.beside(others))
    yield from _without_a_bond(telling)


def _twins_by_union(telling: Telling) -> dict[Id, list[Said[TwinsFact]]]:
    """Under the bond they are children of; twins that are not drawn under no bond."""
    found: dict[Id, list[Said[TwinsFact]]] = {}
    child_in = telling.family.child_in
    for said in telling.told.about(TwinsFact):
        of = child_in.get(said.fact.children[0], ()) if said.fact else ()
        found.setdefault(of[0].id if of else "", []).append(said)
    return found


def _lines(union: Union, twins: Sequence[Said[TwinsFact]], telling: Telling) -> Iterator[Line]:
    told = telling.told
    itself, partners = told.about(UnionFact, union.id), told.about(PartnerFact, union.id)
    stages, children = told.about(StageFact, union.id), told.about(ChildFact, union.id)
    first = telling.once(
        [*itself, *partners, *stages], partial(_first, union, itself, partners, stages)
    )
    if first != telling.voice.of(union.id):  # the heading says that already
        yield telling.line(first, union.id, *union.partners)
    if union.children:
        ids = [child.id for child in union.children]
        text = telling.once(children, partial(_children, union, children))
        yield telling.line(text, union.id, *ids)
    yield from telling.whole(told.about(MoreChildrenFact, union.id))
    yield from telling.whole(told.about(BirthOrderFact, union.id))
    yield from telling.whole([one for one in twins if one.used])
    yield from telling.beside([*itself, *partners, *stages, *children])


def _first(
    union: Union,
    itself: Sequence[Said[UnionFact]],
    partners: Sequence[Said[PartnerFact]],
    stages: Sequence[Said[StageFact]],
    telling: Telling,
) -> str:
    return telling.noted(_partners(union, partners, stages, telling), itself)


# --- Partners -------------------------------------------------------------------------------------


def _partners(
    union: Union,
    partners: Sequence[Said[PartnerFact]],
    stages: Sequence[Said[StageFact]],
    telling: Telling,
) -> str:
    _, voice = telling.voice._, telling.voice
    drawn = {one.fact.person: one for one in partners if one.fact}
    names = [telling.noted(voice.of(who), [drawn[who]]) for who in union.partners if who in drawn]
    if _is_care(union):
        return voice.listed(names)
    if not names:
        missing = _("not known") if _is_asked(union, telling) else _("not drawn yet")
        return _("Parents: {names}", names=missing)
    said = _lead(union, telling).format(names=voice.listed(names))
    text = voice.joined(said, *_stages(stages, telling))
    return text if len(names) > 1 or not union.children else f"{text}. {_other(union, telling)}"


def _lead(union: Union, telling: Telling) -> str:
    _ = telling.voice._
    if union.children or union.more_children:
        return _("Parents: {names}") if len(union.partners) > 1 else _("Parent: {names}")
    return _("Partners: {names}") if len(union.partners) > 1 else _("Partner: {names}")


def _stages(stages: Sequence[Said[StageFact]], telling: Telling) -> list[str]:
    drawn = [one for one in stages if one.fact]
    return [
        telling.noted(stage_phrase(one.fact, telling.voice), [one])
        for one in in_time(drawn, _began)
        if one.fact
    ]


def _began(said: Said[StageFact]) -> PartialDate:
    return said.fact.on if said.fact else UNKNOWN


def _other(union: Union, telling: Telling) -> str:
    _ = telling.voice._
    if _is_asked(union, telling):
        return _("The other parent is not known")
    return _("The other parent is not drawn yet")


def _is_care(union: Union) -> bool:
    """Whether the one who stands here is a donor, a guardian, …: nobody misses another parent."""
    ways = {way for child in union.children for way in child.parentages}
    is_parent = ways & {Parentage.BIRTH, Parentage.UNKNOWN}
    return len(union.partners) == 1 and bool(ways) and not is_parent


def _is_asked(union: Union, telling: Telling) -> bool:
    """Whether somebody asked who the parents are, and nobody knows."""
    asked = {Topic.PARENTS, Topic.FATHER, Topic.MOTHER}
    person = telling.family.person
    return any(asked & person[child.id].not_known for child in union.children)


# --- Children -------------------------------------------------------------------------------------


def _children(union: Union, said: Sequence[Said[ChildFact]], telling: Telling) -> str:
    _ = telling.voice._
    by_child: Children = {}
    for one in said:
        if one.fact:
            by_child.setdefault(one.fact.child, []).append(one)
    ids = [child.id for child in union.children]
    phrases = [_child(who, union, by_child.get(who, []), telling) for who in ids]
    names = ("; " if any(", " in phrase for phrase in phrases) else ", ").join(phrases)
    lead = _lead_of_children(union, telling)
    return lead.format(names=names, parent=telling.voice.of(union.id))


def _lead_of_children(union: Union, telling: Telling) -> str:
    _ = telling.voice._
    is_one = len(union.children) == 1
    if not union.partners:
        return _("Child: {names}") if is_one else _("Brothers and sisters, eldest first: {names}")
    if _is_care(union):
        return _("With {parent}: {names}")
    if len(union.partners) == 1:
        return (
            _("Child of {parent}: {names}")
            if is_one
            else _("Children of {parent}, eldest first: {names}")
        )
    if is_one:
        return _("Child of this couple: {names}")
    return _("Children of this couple, eldest first: {names}")


def _child(who: Id, union: Union, said: Sequence[Said[ChildFact]], telling: Telling) -> str:
    """'Noor (3), foster child of Bas since 2019 (says oma)'; born of both goes without saying."""
    groups: dict[tuple[Parentage, Period, str], list[Id]] = {}
    for one in said:
        if one.fact:
            noted = "" if telling.is_quiet else note(one.used, telling.voice)
            key = (one.fact.parentage, one.fact.period, noted)
            groups.setdefault(key, []).append(one.fact.parent)
    how = [_how(key, parents, union, telling) for key, parents in groups.items()]
    return telling.voice.joined(telling.named(who), *how)


def _how(
    key: tuple[Parentage, Period, str], parents: list[Id], union: Union, telling: Telling
) -> str:
    parentage, period, noted = key
    of_all = set(parents) >= set(union.partners)
    if of_all and parentage is Parentage.BIRTH and period == ALWAYS and not noted:
        return ""
    names_all = of_all and not _is_care(union)
    named = [] if names_all else [parent for parent in parents if parent]
    phrase = how_phrase(parentage, named, period, telling.voice)
    return f"{phrase} ({noted})" if noted else phrase


def _without_a_bond(telling: Telling) -> Iterator[Section]:
    family = telling.family
    alone = [
        person.id
        for person in family.people
        if person.id not in family.partner_in
        and person.id not in family.child_in
        and person.is_a is not PersonKind.PET
    ]
    if alone:
        names = telling.voice.listed(telling.named(who) for who in alone)
        heading = telling.voice._("Without a line to others")
        yield from telling.section(heading, [telling.line(names, *alone)])
