"""What was just said, as one sentence: "Noor was born in 2021", "Ria and Yara are close".

For who hears what others draw, and for who reads what changed. The words of the whole map have
phrases for people and bonds, which stand behind a name; here they are sentences of their own.
"""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any

from samenspel.drawing.words import lists
from samenspel.drawing.words.people import PHRASES
from samenspel.drawing.words.sentences import SENTENCES
from samenspel.drawing.words.voice import Voice, capital
from samenspel.drawing.words.without_words import Instead, without_words
from samenspel.family.dates import UNKNOWN
from samenspel.family.facts import (
    AliasFact,
    BirthFact,
    ChildFact,
    DeathFact,
    Fact,
    GenderFact,
    IndexFact,
    LivesInFact,
    NameFact,
    PartnerFact,
    PersonFact,
    SexFact,
    StageFact,
    UnionFact,
)
from samenspel.family.language import N_
from samenspel.family.resolve import examine
from samenspel.family.statements import FamilyMap, Statement
from samenspel.family.words import Parentage, PersonKind, Stage, Topic


def said(one: Statement | Fact, seen: FamilyMap, lang: str, alias: bool = False) -> str:
    """One sentence, without a full stop. Who says more than one makes a `Speaker` once."""
    return Speaker(seen, lang, alias).say(one)


class Speaker:
    """Knows what everybody is called in a map as somebody sees it; `on` is the day for ages."""

    def __init__(
        self, seen: FamilyMap, lang: str, alias: bool = False, on: date | None = None
    ) -> None:
        self._seen, self._lang, self._alias, self._on = seen, lang, alias, on

    @cached_property
    def voice(self) -> Voice:
        shown = without_words(self._seen, self._lang) if self._alias else self._seen
        return Voice(shown, examine(shown), self._lang, self._on, self._alias)

    @cached_property
    def _instead(self) -> Instead:
        return Instead.of(self._seen, self._lang)

    def say(self, one: Statement | Fact) -> str:
        fact = one.fact if isinstance(one, Statement) else one
        if self._alias and isinstance(fact, NameFact):
            return capital(self.voice._("{who} has a name", who=self.voice.of(fact.person)))
        return self.say_as_shown(self._instead.fact(fact) if self._alias else fact)

    def say_as_shown(self, fact: Fact) -> str:
        """Of a fact of the voice's own map, which with aliases holds no words of people."""
        return capital(SAID[type(fact)](fact, self.voice))


# --- People ---------------------------------------------------------------------------------------


def _person(fact: PersonFact, voice: Voice) -> str:
    who = voice.of(fact.person)
    if fact.is_a is PersonKind.PERSON:
        return voice._("{who} is on the map", who=who)
    if fact.is_a is PersonKind.UNBORN:
        return voice._("{who} is not born yet", who=who)
    return _phrase(fact, voice)


def _phrase(fact: Any, voice: Voice) -> str:
    """'Yara: girl'."""
    return f"{voice.of(fact.person)}: {PHRASES[type(fact)](fact, voice)}"


def _name(fact: NameFact, voice: Voice) -> str:
    name, who = voice.free(fact.name), voice.of(fact.person)
    if who == name:
        return voice._("Somebody is called {name}", name=name)
    return voice._("{who} is called {name}", who=who, name=name)


def _alias(fact: AliasFact, voice: Voice) -> str:
    alias, who = voice.free(fact.alias), voice.of(fact.person)
    if who == alias:
        return voice._("Somebody has the alias {alias}", alias=alias)
    return voice._("{who} has the alias {alias}", who=who, alias=alias)


def _birth(fact: BirthFact, voice: Voice) -> str:
    who, person = voice.of(fact.person), voice.family.person.get(fact.person)
    kind = person.is_a if person else PersonKind.PERSON
    if kind not in _BORN:
        return _phrase(fact, voice)
    if fact.on == UNKNOWN:
        return voice._(lists.NOT_KNOWN[Topic.BIRTH], who=who)
    return voice._(_BORN[kind], who=who, when=voice.when(fact.on))


_BORN = {
    PersonKind.PERSON: N_("{who} was born {when}"),
    PersonKind.PET: N_("{who} was born {when}"),
    PersonKind.STILLBIRTH: N_("{who} was stillborn {when}"),
    PersonKind.UNBORN: N_("{who} is expected {when}"),
}


def _death(fact: DeathFact, voice: Voice) -> str:
    who = voice.of(fact.person)
    if fact.on == UNKNOWN:
        return voice._("{who} has died", who=who)
    return voice._("{who} died {when}", who=who, when=voice.when(fact.on))


def _index(fact: IndexFact, voice: Voice) -> str:
    return voice._("The question begins with {names}", names=voice.of(fact.person))


# --- Bonds and children ---------------------------------------------------------------------------


def _partner(fact: PartnerFact, voice: Voice) -> str:
    union = voice.family.union.get(fact.union)
    others = [who for who in union.partners if who != fact.person] if union else []
    if fact.person not in (union.partners if union else ()) or not others:
        return SENTENCES[PartnerFact](fact, voice)
    who, other = voice.of(fact.person), voice.of(others[0])
    return voice._("{who} and {other} are or were together", who=who, other=other)


def _union(fact: UnionFact, voice: Voice) -> str:
    union = voice.family.union.get(fact.union)
    if union is None or not union.partners:
        return SENTENCES[UnionFact](fact, voice)
    if len(union.partners) == 1:
        return voice._("{who} has a family", who=voice.of(union.partners[0]))
    who, other = (voice.of(one) for one in union.partners)
    return voice._("{who} and {other} are or were together", who=who, other=other)


def _stage(fact: StageFact, voice: Voice) -> str:
    said_of = voice._(_STAGE[fact.stage], bond=voice.of(fact.union))
    return said_of if fact.on == UNKNOWN else f"{said_of} {voice.when(fact.on)}"


_STAGE = {
    Stage.RELATIONSHIP: N_("{bond} became a couple"),
    Stage.SECRET: N_("{bond} began a secret relationship"),
    Stage.LIVING_TOGETHER: N_("{bond} began to live together"),
    Stage.REGISTERED: N_("{bond} became registered partners"),
    Stage.MARRIED: N_("{bond} married"),
    Stage.LIVING_APART: N_("{bond} began to live in two homes"),
    Stage.ENDED: N_("{bond} parted"),
    Stage.DIVORCED: N_("{bond} divorced"),
    Stage.WIDOWED: N_("{bond} were parted by death"),
    Stage.RECONCILED: N_("{bond} came together again"),
}


def _child(fact: ChildFact, voice: Voice) -> str:
    child = voice.of(fact.child)
    if not fact.parent:
        union = voice.family.union.get(fact.union)
        others = [one.id for one in union.children if one.id != fact.child] if union else []
        if not others or fact.parentage is not Parentage.BIRTH:
            return SENTENCES[ChildFact](fact, voice)
        return voice._(
            "{child} is of one family with {others}", child=child, others=voice.all(others)
        )
    text = voice._(_CHILD_OF[fact.parentage], child=child, parent=voice.of(fact.parent))
    return voice.joined(text, voice.period(fact.period))


_CHILD_OF = {
    Parentage.BIRTH: N_("{child} is a child of {parent}"),
    Parentage.ADOPTED: N_("{child} is adopted by {parent}"),
    Parentage.FOSTER: N_("{child} is a foster child of {parent}"),
    Parentage.STEP: N_("{child} is a stepchild of {parent}"),
    Parentage.GUARDIAN: N_("{child} is under the guardianship of {parent}"),
    Parentage.DONOR: N_("{parent} was the donor of {child}"),
    Parentage.SURROGATE: N_("{parent} was the surrogate mother of {child}"),
    Parentage.UNKNOWN: N_("{child} is a child of {parent} in a way that is not known"),
}


def _lives_in(fact: LivesInFact, voice: Voice) -> str:
    text = voice._(
        "{who} lives in {home}", who=voice.of(fact.person), home=voice.of(fact.household)
    )
    return voice.joined(text, voice.free(fact.share), voice.period(fact.period))


SAID: dict[type[Fact], Callable[[Any, Voice], str]] = {
    **SENTENCES,
    PersonFact: _person,
    NameFact: _name,
    AliasFact: _alias,
    GenderFact: _phrase,
    SexFact: _phrase,
    BirthFact: _birth,
    DeathFact: _death,
    IndexFact: _index,
    UnionFact: _union,
    PartnerFact: _partner,
    StageFact: _stage,
    ChildFact: _child,
    LivesInFact: _lives_in,
}
