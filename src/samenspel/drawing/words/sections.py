"""The whole text of a map, section by section.

Each section asks for what was said about its subject; the last one tells what no other asked for,
so that every fact of the map is in the words.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from samenspel.drawing.words.accounts import Said, Told
from samenspel.drawing.words.bonds import bonds
from samenspel.drawing.words.order import levels_of
from samenspel.drawing.words.paragraphs import Line, Paragraphs, Section
from samenspel.drawing.words.people import PHRASES
from samenspel.drawing.words.summary import summary
from samenspel.drawing.words.surroundings import member_phrase
from samenspel.drawing.words.telling import Telling
from samenspel.drawing.words.voice import Voice
from samenspel.drawing.words.without_words import is_from_a_file, without_words
from samenspel.family.dates import UNKNOWN, PartialDate
from samenspel.family.facts import (
    AliasFact,
    EventFact,
    Fact,
    HouseholdFact,
    Id,
    IndexFact,
    InvolvedFact,
    LivesInFact,
    NameFact,
    NoteFact,
    NotKnownFact,
    OrganisationFact,
    PatternFact,
    PersonFact,
    SupporterFact,
    TieFact,
    TrajectoryFact,
)
from samenspel.family.family import Household, Organisation, Person
from samenspel.family.in_time import in_time
from samenspel.family.resolve import examine
from samenspel.family.statements import FamilyMap
from samenspel.family.words import PersonKind, Topic

NO_ACCOUNTS: Mapping[str, str] = {}


def paragraphs(
    family_map: FamilyMap,
    *,
    on: date | None = None,
    lang: str = "nl",
    alias: bool = False,
    accounts: Mapping[str, str] = NO_ACCOUNTS,
) -> Paragraphs:
    """A map as somebody sees it, in words; `on` is the day that ages are given for.

    The caller has let the map through `seen_by`, and through `map_at` for a day in the past.
    """
    shown = without_words(family_map, lang) if alias else family_map
    voice = Voice(shown, examine(shown), lang, on, alias, accounts)
    telling = Telling(voice, Told(shown, voice.family), levels_of(voice.family))
    return Paragraphs(
        title=_title(voice),
        summary=summary(voice.family, lang, alias),
        sections=tuple(_sections(telling)),
    )


def _title(voice: Voice) -> str:
    begins = [person.id for person in voice.family.people if person.is_index]
    title = (
        voice._("The family of {names}", names=voice.all(begins))
        if begins
        else voice._("The family map")
    )
    return voice.joined(title, voice.when(PartialDate.on(voice.on)) if voice.on else "")


def _sections(telling: Telling) -> Iterator[Section]:
    _, section = telling.voice._, telling.section
    yield from section(_("Where the question begins"), _start(telling))
    yield from bonds(telling)
    yield from section(_("Everybody on the map"), _people(telling))
    yield from section(_("Homes"), _homes(telling))
    yield from section(_("How it feels"), telling.whole(telling.told.about(TieFact)))
    yield from section(_("Patterns"), telling.whole(telling.told.about(PatternFact)))
    yield from section(_("Around the family"), _organisations(telling))
    yield from section(_("Who stands by them"), telling.whole(telling.told.about(SupporterFact)))
    yield from section(_("What happened"), telling.whole(_events(telling)))
    yield from section(_("Help"), telling.whole(_help(telling)))
    yield from section(_("Also written down"), _notes(telling))
    yield from section(_("Not known, not drawn yet"), _open(telling))
    yield from section(_("What else was said"), telling.whole([*telling.told.rest()]))


# --- People ---------------------------------------------------------------------------------------


def _start(telling: Telling) -> Iterator[Line]:
    _ = telling.voice._
    begins = [person.id for person in telling.family.people if person.is_index]
    if not begins:
        yield telling.line(_("With whom the question begins is not drawn yet"))
        return
    said = {who: telling.told.about(IndexFact, who) for who in begins}
    names = [telling.noted(telling.named(who), said[who]) for who in begins]
    names_said = telling.voice.listed(names)
    yield telling.line(_("The question begins with {names}", names=names_said), *begins)
    yield from telling.beside(one for each in said.values() for one in each)


def _people(telling: Telling) -> Iterator[Line]:
    levels = telling.levels

    def place(person: Person) -> tuple[int, int]:
        return levels[person.id].family, levels[person.id].generation

    for person in sorted(telling.family.people, key=place):
        said = [one for kind in PHRASES for one in telling.told.about(kind, person.id)]
        about = telling.once(said, partial(_phrases, said))
        name = telling.named(person.id)
        yield telling.line(f"{name}: {about}" if about else name, person.id)
        yield from telling.beside(said)


def _phrases(said: Sequence[Said[Fact]], telling: Telling) -> str:
    return telling.voice.joined(*(_phrase(one, telling) for one in said if one.used))


def _phrase(said: Said[Fact], telling: Telling) -> str:
    """Nothing for what the name before it tells already."""
    fact = said.used[0].fact
    phrase = PHRASES[type(fact)](fact, telling.voice)
    noted = telling.noted(phrase, [said])
    return "" if noted == phrase and _goes_without_saying(fact, telling) else noted


def _goes_without_saying(fact: Fact, telling: Telling) -> bool:
    if isinstance(fact, PersonFact):
        return fact.is_a is PersonKind.PERSON or not telling.voice.is_named(fact.person)
    return isinstance(fact, NameFact) or (isinstance(fact, AliasFact) and telling.voice.alias)


def _notes(telling: Telling) -> Iterator[Line]:
    """What people wrote down; of what only an imported file says, no more than how much it is."""
    notes = telling.told.every(NoteFact)
    from_a_file = [one for one in notes if is_from_a_file(one.any_fact)]
    yield from telling.whole(one for one in notes if not is_from_a_file(one.any_fact))
    if count := len(from_a_file):
        text = telling.voice._.plural(
            "From the file {count} line is kept that has no place in the drawing",
            "From the file {count} lines are kept that have no place in the drawing",
            count,
        )
        yield telling.line(text)


def _open(telling: Telling) -> Iterator[Line]:
    yield from telling.whole(telling.told.every(NotKnownFact))
    waiting = [*_without_parents(telling)]
    if waiting:
        names = telling.voice.all(waiting)
        text = telling.voice._("Not drawn yet: the parents of {names}", names=names)
        yield telling.line(text, *waiting)


def _without_parents(telling: Telling) -> Iterator[Id]:
    """Of the two youngest generations: with their parents a drawing has three."""
    youngest: dict[int, int] = {}
    for level in telling.levels.values():
        youngest[level.family] = max(youngest.get(level.family, 0), level.generation)
    for person in telling.family.people:
        level = telling.levels[person.id]
        has_parents = any(one.partners for one in telling.family.child_in.get(person.id, ()))
        is_asked = Topic.PARENTS in person.not_known
        is_recent = level.generation >= youngest[level.family] - 1
        if person.is_a is PersonKind.PERSON and is_recent and not (has_parents or is_asked):
            yield person.id


# --- Around them ----------------------------------------------------------------------------------


def _homes(telling: Telling) -> Iterator[Line]:
    for home in telling.family.households:
        itself = telling.told.about(HouseholdFact, home.id)
        members = telling.told.about(LivesInFact, home.id)
        text = telling.once([*itself, *members], partial(_home, home, itself, members))
        yield telling.line(text, home.id, *_living_in(home))
        yield from telling.beside([*itself, *members])


def _living_in(home: Household) -> list[Id]:
    return [member.person for member in home.members]


def _home(
    home: Household,
    itself: list[Said[HouseholdFact]],
    members: list[Said[LivesInFact]],
    telling: Telling,
) -> str:
    here = [
        telling.noted(member_phrase(one.fact, telling.voice), [one]) for one in members if one.fact
    ]
    label = telling.noted(telling.voice.home(home), itself)
    return f"{label}: {telling.voice.listed(here)}" if here else label


def _organisations(telling: Telling) -> Iterator[Line]:
    for organisation in telling.family.organisations:
        yield from telling.whole(telling.told.about(OrganisationFact, organisation.id))
        yield from _nobody(organisation, telling)
        yield from telling.whole(telling.told.about(InvolvedFact, organisation.id))


def _nobody(organisation: Organisation, telling: Telling) -> Iterator[Line]:
    if not organisation.involved:
        name = telling.voice.of(organisation.id)
        text = telling.voice._("Not drawn yet: for whom {organisation} is there", organisation=name)
        yield telling.line(text, organisation.id)


def _events(telling: Telling) -> list[Said[EventFact]]:
    return in_time(telling.told.about(EventFact), _start_of)


def _help(telling: Telling) -> list[Said[TrajectoryFact]]:
    return in_time(telling.told.about(TrajectoryFact), _start_of)


def _start_of(said: Said[EventFact] | Said[TrajectoryFact]) -> PartialDate:
    return said.fact.period.start if said.fact else UNKNOWN
