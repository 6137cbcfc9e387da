"""A fact about one person as a phrase, to stand after the name: 'girl', 'born in 2014'."""

from collections.abc import Callable
from typing import Any

from samenspel.drawing.words import lists
from samenspel.drawing.words.voice import Voice
from samenspel.family.facts import (
    AliasFact,
    BirthFact,
    DeathFact,
    Fact,
    GenderFact,
    IndexFact,
    NameFact,
    NotKnownFact,
    PersonFact,
    SexFact,
    SupporterFact,
)
from samenspel.family.language import N_
from samenspel.family.words import PersonKind


def kind(fact: PersonFact, voice: Voice) -> str:
    return voice._(lists.PERSON[fact.is_a])


def name(fact: NameFact, voice: Voice) -> str:
    return voice._("is called {name}", name=voice.free(fact.name))


def alias(fact: AliasFact, voice: Voice) -> str:
    return voice._("alias {alias}", alias=" ".join(fact.alias.split()))


def gender(fact: GenderFact, voice: Voice) -> str:
    person = voice.family.person.get(fact.person)
    if person and fact.gender in lists.YOUNG and voice.is_young(person):
        return voice._(lists.YOUNG[fact.gender])
    return voice._(lists.GENDER[fact.gender])


def sex(fact: SexFact, voice: Voice) -> str:
    return voice._(lists.SEX[fact.sex])


def birth(fact: BirthFact, voice: Voice) -> str:
    person = voice.family.person.get(fact.person)
    when = voice.when(fact.on)
    if person and person.is_a is PersonKind.UNBORN:
        return voice._("expected {when}", when=when)
    if person and person.is_a in _LOSSES:
        return when
    return voice._("born {when}", when=when)


_LOSSES = {PersonKind.MISCARRIAGE, PersonKind.TERMINATION}


def death(fact: DeathFact, voice: Voice) -> str:
    return voice._("died {when}", when=voice.when(fact.on))


def index(fact: IndexFact, voice: Voice) -> str:
    return voice._("the question begins here")


PHRASES: dict[type[Fact], Callable[[Any, Voice], str]] = {
    IndexFact: index,
    PersonFact: kind,
    NameFact: name,
    GenderFact: gender,
    SexFact: sex,
    BirthFact: birth,
    DeathFact: death,
    AliasFact: alias,
}


def about_person(fact: Any, voice: Voice) -> str:
    """The phrase as a sentence of its own."""
    return voice.joined(voice.of(fact.person), PHRASES[type(fact)](fact, voice))


def not_known(fact: NotKnownFact, voice: Voice) -> str:
    return voice._(lists.NOT_KNOWN[fact.topic], who=voice.of(fact.person))


def supporter(fact: SupporterFact, voice: Voice) -> str:
    text = N_("{person} is the JIM of {of}") if fact.jim else N_("{person} stands by {of}")
    said = voice._(text, person=voice.of(fact.person), of=voice.of(fact.of))
    return voice.joined(said, voice.period(fact.period))
