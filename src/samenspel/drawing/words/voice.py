"""How one text speaks: about which family, in which language, on which day, names or aliases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from samenspel.drawing.words.names import bond_label, called, heads_of, labels_of
from samenspel.family.dates import PartialDate, Period, Precision, whole_years
from samenspel.family.facts import (
    Fact,
    HouseholdFact,
    Id,
    NameFact,
    OrganisationFact,
    PartnerFact,
    PersonFact,
)
from samenspel.family.family import Family, Household, Person
from samenspel.family.language import (
    Translator,
    say_date,
    say_list,
    say_period,
    say_when,
    translator,
)
from samenspel.family.resolve import Resolved
from samenspel.family.said import Why
from samenspel.family.statements import FamilyMap
from samenspel.family.words import PersonKind

ADULT = 18


@dataclass(frozen=True)
class Voice:
    """`accounts` gives names of accounts, for who retracted something; it may be empty.

    With `alias` the map has been through `without_words`.
    """

    family_map: FamilyMap
    resolved: Resolved
    lang: str
    on: date | None = None
    alias: bool = False
    accounts: Mapping[str, str] = field(default_factory=dict)

    @property
    def family(self) -> Family:
        return self.resolved.family

    @cached_property
    def why(self) -> dict[Fact, Why]:
        """Why something that was said does not stand in the drawing."""
        return {one.fact: one.why for one in self.resolved.left_out}

    @cached_property
    def _(self) -> Translator:
        return translator(self.lang)

    # --- Who ------------------------------------------------------------------------------------

    def of(self, thing: Id) -> str:
        """What a person, bond, home or organisation is called."""
        return self._labels.get(thing) or self._("somebody")

    def all(self, ids: Iterable[Id]) -> str:
        return self.listed(self.of(thing) for thing in ids)

    def listed(self, items: Iterable[str]) -> str:
        return say_list(list(items), self.lang)

    def account(self, account: str) -> str:
        """Whose account it is, where that may show."""
        return "" if self.alias else self.accounts.get(account, "")

    def is_named(self, who: Id) -> bool:
        """Whether there is a name to call somebody by; without one the label says what they are."""
        person = self.family.person[who]
        return bool(called(person, self.alias))

    def age(self, person: Person) -> str:
        """'14', 'about 14', or nothing for who has died, is not born or has no known birth."""
        if self.on is None or person.has_died or person.is_a not in _WITH_AGE:
            return ""
        years = whole_years(person.birth, self.on)
        if years is None or person.birth.is_certainly_after_day(self.on):
            return ""
        exact = person.birth.precision is Precision.ON  # a year alone is near enough
        return f"{years[0]}" if exact else self._("about {age}", age=years[0])

    def is_young(self, person: Person) -> bool:
        years = whole_years(person.birth, self.on) if self.on else None
        return years is not None and years[0] < ADULT

    @cached_property
    def _people(self) -> dict[Id, str]:
        return labels_of([*self.family.people, *self._left_out()], self.lang, self.alias)

    def _left_out(self) -> Iterable[Person]:
        """People that statements speak of though the drawing does not show them."""
        left: dict[Id, Person] = {}
        for one in self.family_map:
            if isinstance(one.fact, PersonFact) and one.fact.person not in self.family.person:
                left[one.fact.person] = Person(one.fact.person, one.fact.is_a)
            elif isinstance(one.fact, NameFact) and one.fact.person in left:
                left[one.fact.person] = replace(left[one.fact.person], name=one.fact.name)
        return left.values()

    @cached_property
    def _labels(self) -> dict[Id, str]:
        family, people = self.family, self._people
        bonds = {one.id: bond_label(one, people, self.lang) for one in family.unions}
        homes = {
            one.id: self._home(one, self._("the home of {names}")) for one in family.households
        }
        organisations = {one.id: self.free(one.name) for one in family.organisations}
        return {**self._undrawn(), **organisations, **homes, **bonds, **people}

    def home(self, home: Household) -> str:
        """The same as a heading: 'at home with Sanne and Bas'."""
        return self._home(home, self._("at home with {names}"))

    def _home(self, home: Household, template: str) -> str:
        """The name that was given, or whose home it is."""
        heads = self.listed(self._people[who] for who in heads_of(home, self.family))
        if home.name.strip() or not heads:
            return self.free(home.name) or self._("a home")
        return template.format(names=heads)

    def _undrawn(self) -> dict[Id, str]:
        """Bonds, homes and organisations that were said, drawn or not."""
        labels: dict[Id, str] = {}
        partners: dict[Id, list[Id]] = {}
        for fact in (one.fact for one in self.family_map):
            if isinstance(fact, HouseholdFact):
                labels[fact.household] = self.free(fact.name) or self._("a home")
            elif isinstance(fact, OrganisationFact):
                labels[fact.organisation] = self.free(fact.name)
            elif isinstance(fact, PartnerFact):
                partners.setdefault(fact.union, []).append(fact.person)
        for union, people in partners.items():
            labels[union] = say_list(
                [self.of_person(who) for who in dict.fromkeys(people)], self.lang
            )
        return labels

    # --- What -----------------------------------------------------------------------------------

    def free(self, text: str) -> str:
        """Words that people wrote, on one line."""
        return " ".join(text.split())

    def of_person(self, who: Id) -> str:
        return self._people.get(who) or self._("somebody")

    def date(self, when: PartialDate) -> str:
        return say_date(self._clean(when), self.lang)

    def when(self, when: PartialDate) -> str:
        return say_when(self._clean(when), self.lang)

    def period(self, period: Period) -> str:
        end = None if period.end is None else self._clean(period.end)
        return say_period(Period(self._clean(period.start), end), self.lang)

    def joined(self, *parts: str) -> str:
        """The parts that say something, with commas."""
        return ", ".join(part for part in parts if part)

    def since(self, when: PartialDate) -> str:
        return self.period(Period(when))

    def _clean(self, when: PartialDate) -> PartialDate:
        return replace(when, phrase=self.free(when.phrase)) if when.phrase else when


_WITH_AGE = {PersonKind.PERSON, PersonKind.PET}


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def full_stop(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…", ".”", "!”", "?”")) else f"{text}."
