"""What can be counted around a family: faces, helpers side by side, who nobody is directed at.

An involvement counts on a day unless it certainly lies outside its period. Help that somebody
waits for is directed at them, but brings no face yet; help that has ended is neither. An
organisation that is directed at a household is not thereby directed at each person who lives
there: "op Bas richt zich nu niemand" may be true in a house full of helpers.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from samenspel.family.dates import Period, whole_years
from samenspel.family.facts import Id, InvolvedFact
from samenspel.family.family import Family, Household, Organisation, Person
from samenspel.family.language import say_list, translator
from samenspel.family.words import ContextKind, Involvement, PersonKind

ADULT = 18
MOST_MONTHS = 1200  # a year written wrong makes no endless list

# Kinds that help by profession: two schools, two friends or two employers are no parallel help.
HELPING = (
    ContextKind.TEAM,
    ContextKind.PROVIDER,
    ContextKind.GP,
    ContextKind.HEALTH,
    ContextKind.INSTITUTION,
    ContextKind.JUSTICE,
    ContextKind.MUNICIPALITY,
)


@dataclass(frozen=True)
class Face:
    """Somebody who comes, by name, for an organisation."""

    organisation: Id
    name: str


@dataclass(frozen=True)
class Month:
    """`faces` certainly came in this month; `perhaps` more may have, for a date is not known."""

    first: date
    faces: int
    perhaps: int


@dataclass(frozen=True)
class Parallel:
    """Organisations of one helping kind, at the same time."""

    context: ContextKind
    organisations: tuple[Id, ...]


@dataclass(frozen=True)
class Around:
    """The counts on a day; ids in the order in which the family has them."""

    on: date
    organisations: tuple[Id, ...]
    faces: tuple[Face, ...]
    months: tuple[Month, ...]
    directed: dict[Id, tuple[Id, ...]]  # per person or household the organisations
    only_children: dict[Id, tuple[Id, ...]]  # organisation: the children it is directed at
    nobody: tuple[Id, ...]
    parallel: tuple[Parallel, ...]


def around(family: Family, on: date) -> Around:
    now = directed_on(family, on)
    towards = [fact.towards for facts in now.values() for fact in facts]
    at_home = [who for house in family.households for who in people_of(family, house, on)]
    return Around(
        on=on,
        organisations=tuple(now),
        faces=tuple(dict.fromkeys(_faces(now.values()))),
        months=tuple(_months(family, on)),
        directed=_per_target(now),
        only_children=dict(_only_children(family, now, on)),
        nobody=tuple(who for who in dict.fromkeys(at_home) if who not in towards),
        parallel=tuple(_parallel(family, now, on)),
    )


def directed_on(family: Family, on: date) -> dict[Id, tuple[InvolvedFact, ...]]:
    """Per organisation its involvements on that day, waiting ones too, ended ones not."""
    found = {one.id: tuple(_held(one, on)) for one in family.organisations}
    return {organisation: facts for organisation, facts in found.items() if facts}


def _held(organisation: Organisation, on: date) -> Iterator[InvolvedFact]:
    for fact in organisation.involved:
        if fact.status is not Involvement.ENDED and fact.period.may_hold_on(on):
            yield fact


def people_of(family: Family, house: Household, on: date) -> list[Id]:
    """Who lives there that day; pets are members, but nobody has to be directed at them."""
    here = (member.person for member in house.members if member.period.may_hold_on(on))
    return [who for who in dict.fromkeys(here) if _is_alive(family.person[who], on)]


def _is_alive(person: Person, on: date) -> bool:
    has_died = person.has_died and not person.death.is_certainly_after_day(on)
    return person.is_a is PersonKind.PERSON and not has_died


def is_child(family: Family, who: Id, on: date) -> bool:
    """Under 18 that day; when the age is not known: a child of somebody in the same household."""
    age = whole_years(family.person[who].birth, on)
    if age is not None:
        return age[0] < ADULT
    parents = {partner for union in family.child_in.get(who, ()) for partner in union.partners}
    homes = [people_of(family, house, on) for house in family.households]
    return any(who in home and parents & set(home) for home in homes)


def _faces(involved: Iterable[Iterable[InvolvedFact]]) -> Iterator[Face]:
    for facts in involved:
        for fact in facts:
            if fact.face and fact.status is Involvement.ACTIVE:
                yield Face(fact.organisation, fact.face)


def _per_target(now: dict[Id, tuple[InvolvedFact, ...]]) -> dict[Id, tuple[Id, ...]]:
    found: dict[Id, dict[Id, None]] = {}
    for organisation, facts in now.items():
        for fact in facts:
            found.setdefault(fact.towards, {})[organisation] = None
    return {target: tuple(organisations) for target, organisations in found.items()}


def _only_children(
    family: Family, now: dict[Id, tuple[InvolvedFact, ...]], on: date
) -> Iterator[tuple[Id, tuple[Id, ...]]]:
    for organisation, facts in now.items():
        targets = tuple(dict.fromkeys(fact.towards for fact in facts))
        if all(who in family.person and is_child(family, who, on) for who in targets):
            yield organisation, targets


def _parallel(
    family: Family, now: dict[Id, tuple[InvolvedFact, ...]], on: date
) -> Iterator[Parallel]:
    helping = [
        organisation
        for organisation, facts in now.items()
        if any(fact.status is Involvement.ACTIVE for fact in facts)
    ]
    for context in HELPING:
        same = tuple(one for one in helping if family.organisation[one].context is context)
        if len(same) > 1:
            yield Parallel(context, same)


# --- Month by month -------------------------------------------------------------------------------


def _months(family: Family, on: date) -> Iterator[Month]:
    facts = [fact for one in family.organisations for fact in one.involved if _comes(fact)]
    starts = [fact.period.start.earliest or fact.period.start.latest for fact in facts]
    ends = [fact.period.end.earliest for fact in facts if fact.period.end]
    known = [day for day in (*starts, *ends) if day and day <= on]
    if not known:
        return
    for first, last in _calendar(min(known), on):
        yield _month(facts, first, last)


def _comes(fact: InvolvedFact) -> bool:
    return bool(fact.face) and fact.status is not Involvement.WAITING


def _month(facts: list[InvolvedFact], first: date, last: date) -> Month:
    surely = {
        (fact.organisation, fact.face)
        for fact in facts
        if _surely_overlaps(fact.period, fact.status, first, last)
    }
    maybe = {
        (fact.organisation, fact.face) for fact in facts if _may_overlap(fact.period, first, last)
    }
    return Month(first, len(surely), len(maybe - surely))


def _surely_overlaps(period: Period, status: Involvement, first: date, last: date) -> bool:
    begun, end = period.start.latest, period.end
    if begun is None or begun > last:
        return False
    if end is None:
        return status is not Involvement.ENDED or begun >= first
    still = end.earliest or begun
    return max(still, begun) >= first


def _may_overlap(period: Period, first: date, last: date) -> bool:
    if period.start.is_certainly_after_day(last):
        return False
    return period.end is None or not period.end.is_certainly_before_day(first)


def _calendar(start: date, until: date) -> Iterator[tuple[date, date]]:
    """First and last day of each month; of a longer life the last hundred years."""
    last = until.year * 12 + until.month - 1
    for number in range(max(start.year * 12 + start.month - 1, last - MOST_MONTHS + 1), last + 1):
        year, month = divmod(number, 12)
        days = monthrange(year, month + 1)[1]
        yield date(year, month + 1, 1), date(year, month + 1, days)


# --- In words -------------------------------------------------------------------------------------


def nobody_words(names: list[str], lang: str, count: int) -> str:
    """'Op Bas richt zich nu niemand': a fact, not an alarm. Some may have no name."""
    _ = translator(lang)
    if len(names) < count:
        return _.plural(
            "Nobody is directed at {count} person now",
            "Nobody is directed at {count} people now",
            count,
        )
    return _("Nobody is directed at {names} now", names=say_list(names, lang))


def numbers_in_words(numbers: Around, names: dict[Id, str], lang: str) -> list[str]:
    """The counts as sentences; `names` gives a word for every person and organisation."""
    _ = translator(lang)
    count = len(numbers.organisations)
    said = [
        _.plural(
            "{count} organisation around this family",
            "{count} organisations around this family",
            count,
        )
    ]
    if numbers.faces:
        said.append(_.plural("{count} face, by name", "{count} faces, by name", len(numbers.faces)))
    said += _only_words(numbers, names, lang)
    if numbers.nobody:
        said.append(_nobody(numbers, names, lang))
    for one in numbers.parallel:
        same = say_list([names[organisation] for organisation in one.organisations], lang)
        said.append(_("At the same time, with the same kind of help: {names}", names=same))
    return said


def _nobody(numbers: Around, names: dict[Id, str], lang: str) -> str:
    return nobody_words([names[who] for who in numbers.nobody], lang, len(numbers.nobody))


def _only_words(numbers: Around, names: dict[Id, str], lang: str) -> Iterator[str]:
    _ = translator(lang)
    for targets in dict.fromkeys(tuple(sorted(t)) for t in numbers.only_children.values()):
        same = [one for one, at in numbers.only_children.items() if tuple(sorted(at)) == targets]
        children = say_list([names[who] for who in targets], lang)
        yield _.plural(
            "{count} is directed only at {names}",
            "{count} are directed only at {names}",
            len(same),
            names=children,
        )
