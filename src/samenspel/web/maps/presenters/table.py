"""What everything on the panel is made from: a map as somebody may see it, and who looks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from samenspel.drawing.words.voice import Voice
from samenspel.drawing.words.without_words import without_words
from samenspel.family import Family, FamilyMap, Id, Statement, accounts, examine
from samenspel.family.accounts import used
from samenspel.family.keep import keep_only
from samenspel.web.maps.forms import Option
from samenspel.web.maps.presenters.asked import Asked
from samenspel.web.maps.seats import Seat

Slots = dict[tuple[str, ...], tuple[Statement, ...]]


@dataclass(frozen=True)
class Table:
    """`seen` went through `seen_by`; `people` gives the names of accounts in the circle.

    `day` is the day of the drawing, `may_draw` whether this map takes edits from this seat now.
    """

    seen: FamilyMap
    seat: Seat
    asked: Asked
    people: Mapping[str, str]
    day: date
    lang: str
    may_draw: bool

    @cached_property
    def voice(self) -> Voice:
        shown = without_words(self.seen, self.lang) if self.asked.alias else self.seen
        names = {} if self.asked.alias else self.people
        return Voice(shown, examine(shown), self.lang, self.day, self.asked.alias, names)

    @property
    def family(self) -> Family:
        return self.voice.family

    @cached_property
    def slots(self) -> Slots:
        """What was said about the same thing, beside each other."""
        return accounts(self.voice.family_map)

    @cached_property
    def used(self) -> frozenset[Id]:
        """The statements that the drawing uses."""
        counting = keep_only(self.voice.family_map, lambda one: one.counts)
        return frozenset(one.id for one in used(counting))

    def of(self, thing: Id) -> str:
        return self.voice.of(thing)

    def link(self, thing: Id) -> str:
        return self.asked.address(chosen=thing)

    @cached_property
    def persons(self) -> tuple[Option, ...]:
        return tuple(Option(one.id, self.of(one.id)) for one in self.family.people)

    @cached_property
    def homes(self) -> tuple[Option, ...]:
        return tuple(Option(one.id, self.of(one.id)) for one in self.family.households)

    @cached_property
    def organisations(self) -> tuple[Option, ...]:
        return tuple(Option(one.id, self.of(one.id)) for one in self.family.organisations)

    @property
    def names(self) -> tuple[str, ...]:
        """Who may have said something: suggestions beside a field."""
        return () if self.asked.alias else tuple(one.words for one in self.persons)
