"""What a screen reader says of each thing in a drawing.

'Yara, girl, 11 years, the question begins here, daughter of Mehmet and Sanne'
"""

from collections.abc import Iterator

from samenspel.drawing.words import lists, people
from samenspel.drawing.words.couples import stage_phrase
from samenspel.drawing.words.said import Speaker
from samenspel.drawing.words.surroundings import organisation
from samenspel.drawing.words.voice import Voice
from samenspel.family.facts import (
    DeathFact,
    GenderFact,
    Id,
    IndexFact,
    OrganisationFact,
    PersonFact,
    StageFact,
)
from samenspel.family.family import Person, Union
from samenspel.family.language import N_
from samenspel.family.words import Gender, Parentage, PersonKind

OF_BIRTH = {Parentage.BIRTH, Parentage.UNKNOWN}
CHILD_OF = {
    Gender.MAN: N_("son of {parents}"),
    Gender.WOMAN: N_("daughter of {parents}"),
    None: N_("child of {parents}"),
}


class Labels:
    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker
        self.voice: Voice = speaker.voice
        self._statements = self.voice.family_map.by_id

    def name(self, thing: Id) -> str:
        return self.voice.of(thing)

    def statement(self, one: Id) -> str:
        """The sentence of a statement; a bare fact would bring words that an alias hides."""
        return self._speaker.say_as_shown(self._statements[one].fact)

    def person(self, who: Id) -> str:
        voice, person = self.voice, self.voice.family.person[who]
        return voice.joined(voice.of(who), *_about(person, voice), *_parents(person, voice))

    def union(self, one: Id) -> str:
        voice, union = self.voice, self.voice.family.union[one]
        children = [voice.of(child.id) for child in union.children]
        return voice.joined(
            voice._("bond: {bond}", bond=voice.of(one)),
            _stage(union, voice),
            voice._("children: {names}", names=voice.listed(children)) if children else "",
        )

    def household(self, one: Id) -> str:
        voice, home = self.voice, self.voice.family.household[one]
        here = dict.fromkeys(member.person for member in home.members)
        return f"{voice.home(home)}: {voice.all(here)}"

    def organisation(self, one: Id) -> str:
        found = self.voice.family.organisation[one]
        return organisation(OrganisationFact(one, found.name, found.context), self.voice)


def _about(person: Person, voice: Voice) -> Iterator[str]:
    if person.is_a is not PersonKind.PERSON:
        yield people.kind(PersonFact(person.id, person.is_a), voice)
    if person.gender is not None:
        yield people.gender(GenderFact(person.id, person.gender), voice)
    if age := voice.age(person):
        yield voice._("{age} years", age=age)
    if person.has_died:
        day = person.death
        yield people.death(DeathFact(person.id, day), voice) if day.is_known else voice._("died")
    if person.is_index:
        yield people.index(IndexFact(person.id), voice)


def _parents(person: Person, voice: Voice) -> Iterator[str]:
    """Of birth together, of care each in its own way."""
    of_birth: list[Id] = []
    for union in voice.family.child_in.get(person.id, ()):
        child = next(one for one in union.children if one.id == person.id)
        of_birth += [one.parent for one in child.parents if one.parentage in OF_BIRTH]
    if known := dict.fromkeys(parent for parent in of_birth if parent):
        text = CHILD_OF.get(person.gender, CHILD_OF[None])
        yield voice._(text, parents=voice.all(known))
    yield from _in_care(person, voice)


def _in_care(person: Person, voice: Voice) -> Iterator[str]:
    ways: dict[Parentage, list[Id]] = {}
    for union in voice.family.child_in.get(person.id, ()):
        child = next(one for one in union.children if one.id == person.id)
        for one in child.parents:
            if one.parent and one.parentage not in OF_BIRTH:
                ways.setdefault(one.parentage, []).append(one.parent)
    for parentage, parents in ways.items():
        yield voice._(lists.CHILD_OF[parentage], parents=voice.all(dict.fromkeys(parents)))


def _stage(union: Union, voice: Voice) -> str:
    if union.stage is None:
        return ""
    return stage_phrase(StageFact(union.id, union.stage.stage, union.stage.on), voice)
