"""What every section is made with: a voice, what is left to tell, and lines that end well."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from samenspel.drawing.words.accounts import Said, Told
from samenspel.drawing.words.order import Level
from samenspel.drawing.words.paragraphs import Line, Section
from samenspel.drawing.words.sentences import beside, note, sentence, with_note
from samenspel.drawing.words.voice import Voice, capital, full_stop
from samenspel.family.facts import Fact, Id
from samenspel.family.family import Family


@dataclass(frozen=True)
class Telling:
    """`is_quiet` leaves out who says so, for what is said once at the end of a line."""

    voice: Voice
    told: Told
    levels: dict[Id, Level]
    is_quiet: bool = False

    @property
    def family(self) -> Family:
        return self.voice.family

    def named(self, who: Id) -> str:
        """'Yara (11)', 'Oma Riet (died)'."""
        person, voice = self.family.person[who], self.voice
        about = voice._("died") if person.has_died else voice.age(person)
        return f"{voice.of(who)} ({about})" if about else voice.of(who)

    def line(self, text: str, *about: Id) -> Line:
        return Line(full_stop(capital(text)), tuple(dict.fromkeys(one for one in about if one)))

    def whole(self, said: Iterable[Said[Any]]) -> Iterator[Line]:
        """Everything about these: what stands in the drawing, then what stands beside it."""
        for one in said:
            if one.used:
                yield self.line(self.told_by(one), *ids_of(one.used[0].fact))
            yield from self.beside([one])

    def told_by(self, said: Said[Any]) -> str:
        return with_note(sentence(said.used[0].fact, self.voice), said.used, self.voice)

    def noted(self, text: str, said: Iterable[Said[Any]]) -> str:
        """The text with who says so."""
        return (
            text
            if self.is_quiet
            else with_note(text, [one for each in said for one in each.used], self.voice)
        )

    def once(self, said: Sequence[Said[Any]], tell: Callable[["Telling"], str]) -> str:
        """A line about all of these; who says so stands at its end when that is always the same."""
        used = [one.used for one in said if one.used]
        notes = {note(one, self.voice) for one in used}
        if len(used) < 2 or len(notes) != 1:
            return tell(self)
        text = tell(replace(self, is_quiet=True))
        return with_note(text, used[0], self.voice) if text else tell(self)

    def beside(self, said: Iterable[Said[Any]]) -> Iterator[Line]:
        for one in said:
            for text in beside(one, self.voice):
                yield self.line(text, *ids_of(one.any_fact))

    def section(self, heading: str, lines: Iterable[Line]) -> Iterator[Section]:
        """Nothing when there is nothing to tell."""
        if found := tuple(lines):
            yield Section(capital(heading), found)


def ids_of(fact: Fact) -> tuple[Id, ...]:
    return (*([fact.brings] if fact.brings else []), *fact.refers_to())
