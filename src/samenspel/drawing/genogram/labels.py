"""What stands beside a person: name, a line of facts, and the home when no outline shows it.

With aliases no name stands anywhere: who has no alias has no name line. Texts are broken into
lines here, so that the layout can ask for room with `label_widths` before anybody has a place.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from samenspel.drawing import text
from samenspel.family.dates import PartialDate, Period, Precision
from samenspel.family.family import Family, Household, Person
from samenspel.family.language import N_, Translator, say_list, translator
from samenspel.family.words import Gender, Parentage, PersonKind, Topic

Id = str

NAME_WIDTH = 132.0  # a wider name goes on to a second line
FACT_WIDTH = 112.0
HOME_WIDTH = 92.0
AIR = 10.0  # kept free between two labels in a row, so half of it on either side
BETWEEN_HOMES = 6.0  # more, so that two outlines can pass between
FIRST = 20.0  # from the edge of the symbol to the first baseline
STEP = 17.0  # from baseline to baseline
NAMES_IN_A_HOME = 3


@dataclass(frozen=True)
class Line:
    text: str
    style: str

    @cached_property
    def width(self) -> float:
        return text.width(self.text, self.style)


@dataclass(frozen=True)
class Label:
    lines: tuple[Line, ...]

    @cached_property
    def width(self) -> float:
        return max((line.width for line in self.lines), default=0.0)

    def narrowed(self, width: float) -> "Label":
        """In more and shorter lines."""
        parts = (
            Line(part, line.style)
            for line in self.lines
            for part in text.lines(line.text, line.style, width)
        )
        return Label(tuple(parts))


@dataclass(frozen=True)
class Wording:
    """How this drawing speaks: about which family, on which day, in which language, with aliases
    or names. `terse` is for a small screen: nothing beside a name but a home without outline."""

    family: Family
    on: date
    lang: str = "nl"
    alias: bool = False
    terse: bool = False

    @cached_property
    def _(self) -> Translator:
        return translator(self.lang)

    def name(self, who: Id) -> str:
        person = self.family.person[who]
        return person.alias if self.alias else person.name

    def names(self, people: tuple[Id, ...]) -> str:
        """'Sanne and Bas'; those without a name are left out."""
        return say_list([name for who in people if (name := self.name(who))], self.lang)

    def has_died(self, person: Person) -> bool:
        return person.has_died and not person.death.is_certainly_after_day(self.on)

    @cached_property
    def supporters(self) -> frozenset[Id]:
        """Who has a star."""
        return frozenset(one.person for one in self.family.supporters)

    def homes(self, who: Id) -> tuple[Household, ...]:
        """Where somebody lives on the day, the first told first."""
        return self._homes.get(who, ())

    @cached_property
    def _homes(self) -> dict[Id, tuple[Household, ...]]:
        found: dict[Id, tuple[Household, ...]] = {}
        for household in self.family.households:
            for who in self.members(household):
                found[who] = (*found.get(who, ()), household)
        return found

    def members(self, household: Household) -> tuple[Id, ...]:
        here = (m.person for m in household.members if m.period.may_hold_on(self.on))
        return tuple(dict.fromkeys(here))

    def share(self, household: Household, who: Id) -> str:
        """Which part of the time somebody is there, as it was told: 'every other weekend'."""
        shares = (m.share for m in household.members if m.person == who)
        return next((share for share in shares if share), "")

    def home_of(self, household: Household, who: Id) -> str:
        """As in a label: 'every other weekend with Mehmet'. What was told may hold a name."""
        share = "" if self.alias else self.share(household, who)
        if not share:
            return self.home(household)
        if household.name:
            return f"{share}: {household.name}"
        names = self.names(self._heads(self.members(household))[:NAMES_IN_A_HOME])
        return self._("{share} with {names}", share=share, names=names) if names else share

    def home(self, household: Household) -> str:
        """'at home with Sanne and Bas', or the name that was given."""
        if household.name and not self.alias:
            return household.name
        names = self.names(self._heads(self.members(household))[:NAMES_IN_A_HOME])
        return self._("at home with {names}", names=names) if names else self._("one house")

    def is_own(self, household: Household, who: Id) -> bool:
        """Whether a home is named after this person alone, who then needs no telling."""
        named = self.alias or not household.name
        return bool(named and self._heads(self.members(household)) == (who,))

    def _heads(self, members: tuple[Id, ...]) -> tuple[Id, ...]:
        """Who a home is named after: those with a partner or a child in it."""
        inside = set(members)
        heads: set[Id] = set()
        for who in members:
            for union in self.family.partner_in.get(who, ()):
                others = {*union.partners, *(child.id for child in union.children)} - {who}
                if others & inside:
                    heads.add(who)
        if heads:
            return tuple(who for who in members if who in heads)
        people = (w for w in members if self.family.person[w].is_a is not PersonKind.PET)
        return tuple(people)


def label_lines(
    family: Family,
    who: Id,
    *,
    on: date,
    lang: str,
    alias: bool = False,
    homes: tuple[Household, ...] = (),
) -> tuple[Line, ...]:
    """Name, facts, and 'at home with …' for each home in `homes`."""
    return label_of(Wording(family, on, lang, alias), who, homes).lines


def label_widths(
    family: Family, *, on: date, lang: str = "nl", alias: bool = False
) -> dict[Id, float]:
    """How much room each person's label asks for in its row, symbol and air included."""
    return widths_of(Wording(family, on, lang, alias))


def widths_of(wording: Wording) -> dict[Id, float]:
    family = wording.family
    if wording.terse:
        return {one.id: max(44.0, label_of(wording, one.id).width) + AIR for one in family.people}
    more = BETWEEN_HOMES if len(family.households) > 1 else 0.0
    return {
        person.id: max(44.0, label_of(wording, person.id, wording.homes(person.id)).width)
        + (AIR + more if wording.homes(person.id) else AIR)
        for person in family.people
    }


def label_of(wording: Wording, who: Id, homes: tuple[Household, ...] = ()) -> Label:
    person = wording.family.person[who]
    facts = [] if wording.terse else [(fact, FACT_WIDTH) for fact in _facts(wording, person)]
    facts += [
        (wording.home_of(one, who), HOME_WIDTH) for one in homes if not wording.is_own(one, who)
    ]
    lines = [Line(part, "name") for part in text.lines(wording.name(who), "name", NAME_WIDTH)]
    for fact, width in facts:
        lines += [Line(part, "fact") for part in text.lines(fact, "fact", width)]
    return Label(tuple(lines))


# --- Facts ----------------------------------------------------------------------------------------


def _facts(wording: Wording, person: Person) -> Iterator[str]:
    if person.is_a in _PREGNANCIES:
        yield _pregnancy(wording, person)
    elif wording.has_died(person):
        yield _life(wording, person)
    else:
        care = _care(wording, person)
        if care or person.birth.is_known:
            yield care or _born(wording, person.birth)
    for topic in _NOT_KNOWN:
        if topic in person.not_known and not _stands_at_the_line(wording, person, topic):
            yield wording._(_NOT_KNOWN[topic])


def _stands_at_the_line(wording: Wording, person: Person, topic: Topic) -> bool:
    """A line without a parent, or with one of two, says itself that the other is not known."""
    unions = wording.family.child_in.get(person.id, ())
    about_parents = topic in {Topic.PARENTS, Topic.FATHER, Topic.MOTHER}
    return about_parents and any(len(union.partners) < 2 for union in unions)


_PREGNANCIES = {
    PersonKind.UNBORN: N_("expected"),
    PersonKind.MISCARRIAGE: N_("miscarriage"),
    PersonKind.STILLBIRTH: N_("stillborn"),
    PersonKind.TERMINATION: N_("pregnancy ended"),
}

_NOT_KNOWN = {
    Topic.PARENTS: N_("parents not known"),
    Topic.FATHER: N_("father not known"),
    Topic.MOTHER: N_("mother not known"),
    Topic.SIBLINGS: N_("siblings not known"),
    Topic.PARTNERS: N_("partners not known"),
    Topic.CHILDREN: N_("children not known"),
    Topic.HOME: N_("home not known"),
}

_BORN = {
    Precision.ON: N_("b. {year}"),
    Precision.ABOUT: N_("b. about {year}"),
    Precision.BEFORE: N_("b. before {year}"),
    Precision.AFTER: N_("b. after {year}"),
}

_CARE = {
    (Parentage.FOSTER, Gender.MAN): N_("foster son"),
    (Parentage.FOSTER, Gender.WOMAN): N_("foster daughter"),
    (Parentage.FOSTER, None): N_("foster child"),
    (Parentage.ADOPTED, None): N_("adopted"),
}


def _pregnancy(wording: Wording, person: Person) -> str:
    words = wording._(_PREGNANCIES[person.is_a])
    return f"{words}, {year(wording, person.birth)}" if person.birth.is_known else words


def _born(wording: Wording, when: PartialDate) -> str:
    if when.at is None:
        return ""
    if when.until is not None:
        return wording._("b. {first} to {last}", first=when.at.year, last=when.until.year)
    return wording._(_BORN[when.precision], year=when.at.year)


def _life(wording: Wording, person: Person) -> str:
    """'1950 – 2019', or what is known of it."""
    if not person.birth.is_known:
        known = person.death.is_known
        return wording._("died {year}", year=year(wording, person.death)) if known else ""
    if not person.death.is_known:
        return _born(wording, person.birth)
    return f"{year(wording, person.birth)} – {year(wording, person.death)}"


def _care(wording: Wording, person: Person) -> str:
    """'foster son, 2023' for who is cared for by others than the parents of birth."""
    for union in wording.family.child_in.get(person.id, ()):
        child = next(child for child in union.children if child.id == person.id)
        if Parentage.BIRTH in child.parentages:
            continue
        for parent in child.parents:
            words = _care_words(parent.parentage, person.gender)
            if words and parent.period.may_hold_on(wording.on):
                return _since(wording, wording._(words), parent.period)
    return ""


def _care_words(parentage: Parentage, gender: Gender | None) -> str:
    return _CARE.get((parentage, gender)) or _CARE.get((parentage, None), "")


def _since(wording: Wording, words: str, period: Period) -> str:
    return f"{words}, {year(wording, period.start)}" if period.start.is_known else words


def year(wording: Wording, when: PartialDate) -> str:
    """A date by its year, as short as a label asks: '2019', 'about 1950', '2010 to 2012'."""
    if when.at is None:
        return "?"
    if when.until is not None:
        return wording._("{first} to {last}", first=when.at.year, last=when.until.year)
    return wording._(_YEAR[when.precision], year=when.at.year)


_YEAR = {
    Precision.ON: "{year}",
    Precision.ABOUT: N_("about {year}"),
    Precision.BEFORE: N_("before {year}"),
    Precision.AFTER: N_("after {year}"),
}
