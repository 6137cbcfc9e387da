"""What stands on the lanes of a timeline: everything of a family that has a date, each once.

What is about several people stands on the lane of the first of them, and says who else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from samenspel.drawing.genogram.labels import Wording
from samenspel.drawing.signs.around import (
    CONTEXT_WORDS,
    EVENT_WORDS,
    STAGE_WORDS,
    STATUS_WORDS,
)
from samenspel.drawing.signs.symbols import sector_of
from samenspel.family.dates import PartialDate, Period
from samenspel.family.facts import EventFact, Id, InvolvedFact, TrajectoryFact
from samenspel.family.family import Person
from samenspel.family.language import marked, say_date, say_list
from samenspel.family.words import (
    Certainty,
    ContextKind,
    Impact,
    Involvement,
    PersonKind,
    Stage,
)


@dataclass(frozen=True)
class Entry:
    """A mark at `when`, or a bar over `period`. `kind` is the role of its items; `fact` is what
    it stands for, when that is one fact."""

    lane: Id
    kind: str
    words: str
    ids: tuple[Id, ...]
    when: PartialDate | None = None
    period: Period | None = None
    impact: Impact | None = None
    certainty: Certainty = Certainty.CERTAIN
    sign: str = ""
    fact: EventFact | TrajectoryFact | InvolvedFact | None = None

    def days(self) -> Iterator[date]:
        """All days that the axis must have room for."""
        dates = [self.when] if self.when else []
        if self.period:
            dates += [self.period.start, *([self.period.end] if self.period.end else [])]
        for one in dates:
            yield from (day for day in (one.earliest, one.latest) if day)


def lane_order(wording: Wording) -> tuple[Id, ...]:
    """People: the home of the index person first, then other homes; eldest first. A home that
    somebody is directed at has a lane above its people."""
    homes = sorted(wording.family.households, key=lambda house: not _has_index(wording, house.id))
    shared = {fact.towards for one in wording.family.organisations for fact in one.involved}
    lanes: list[Id] = []
    for house in homes:
        lanes += [house.id] if house.id in shared else []
        lanes += _by_age(wording, wording.members(house))
    lanes += _by_age(wording, tuple(person.id for person in wording.family.people))
    return tuple(dict.fromkeys(lanes))


def _has_index(wording: Wording, house: Id) -> bool:
    members = wording.members(wording.family.household[house])
    return any(wording.family.person[who].is_index for who in members)


def _by_age(wording: Wording, people: Sequence[Id]) -> list[Id]:
    """Eldest first; who has no birth date stands behind a partner, else where said."""
    born = {who: wording.family.person[who].birth.middle for who in people}
    known = sorted(day for day in born.values() if day)
    between = known[len(known) // 2] if known else date.max

    def key(who: Id) -> date:
        partners = (
            one for union in wording.family.partner_in.get(who, ()) for one in union.partners
        )
        return born[who] or next((born[one] for one in partners if born.get(one)), None) or between

    return sorted(people, key=key)


def entries(wording: Wording, lanes: Sequence[Id]) -> list[Entry]:
    first = {lane: nth for nth, lane in enumerate(lanes)}
    found = [
        *_lives(wording),
        *_bonds(wording, first),
        *_homes(wording),
        *(_event(wording, fact, first) for fact in wording.family.events),
        *(_help(wording, fact, first) for fact in wording.family.trajectories),
        *_involvements(wording, first),
    ]
    return [entry for entry in found if entry.lane in first]


# --- People ---------------------------------------------------------------------------------------

_BORN = {
    PersonKind.PERSON: marked("born"),
    PersonKind.PET: marked("born"),
    PersonKind.UNBORN: marked("expected"),
    PersonKind.MISCARRIAGE: marked("miscarriage"),
    PersonKind.STILLBIRTH: marked("stillborn"),
    PersonKind.TERMINATION: marked("pregnancy ended"),
}


def _lives(wording: Wording) -> Iterator[Entry]:
    for person in wording.family.people:
        is_loss = person.is_a not in {PersonKind.PERSON, PersonKind.PET}
        if person.birth.is_known or is_loss:
            yield _life(wording, person, "birth", _BORN[person.is_a], person.birth)
        if person.has_died and not is_loss:
            yield _life(wording, person, "death", marked("died"), person.death)


def _life(wording: Wording, person: Person, kind: str, words: str, when: PartialDate) -> Entry:
    said = wording._(words)
    if when.is_known:
        said = wording._("{words} {date}", words=said, date=say_date(when, wording.lang))
    return Entry(person.id, kind, said, (person.id,), when)


def _bonds(wording: Wording, first: dict[Id, int]) -> Iterator[Entry]:
    for union in wording.family.unions:
        partners = sorted((one for one in union.partners if one in first), key=first.__getitem__)
        for stage in union.stages if partners else ():
            who = _of_whom(wording, partners, stage.stage)
            other = wording.names(tuple(one for one in partners if one != who))
            words = wording._(STAGE_WORDS[stage.stage], name=other or wording._("somebody"))
            yield Entry(who, "bond", words, (union.id, *partners), stage.on)


def _of_whom(wording: Wording, partners: list[Id], stage: Stage) -> Id:
    """A stage stands with the first partner, being widowed with who is left."""
    if stage is not Stage.WIDOWED:
        return partners[0]
    return min(partners, key=lambda one: wording.family.person[one].has_died)


def _homes(wording: Wording) -> Iterator[Entry]:
    for house in wording.family.households:
        for member in house.members:
            words = _home_words(wording, house.id, member.person)
            if member.share and not wording.alias:
                words = f"{words}, {member.share}"
            yield Entry(
                member.person, "home", words, (house.id, member.person), period=member.period
            )


def _home_words(wording: Wording, house: Id, who: Id) -> str:
    """'at home with Sanne', for who is Sanne: 'at home with Bas and Yara'."""
    home = wording.family.household[house]
    if home.name and not wording.alias:
        return wording._("home: {name}", name=home.name)
    others = tuple(one for one in dict.fromkeys(m.person for m in home.members) if one != who)
    names = wording.names(others[:3])
    return wording._("at home with {names}", names=names) if names else wording._("own home")


# --- What happened, and help ----------------------------------------------------------------------


def _event(wording: Wording, fact: EventFact, first: dict[Id, int]) -> Entry:
    who = _in_order(fact.who, first)
    words = wording._(EVENT_WORDS[fact.event]) if wording.alias or not fact.words else fact.words
    period = fact.period
    is_point = period.end is not None and period.start == period.end
    is_bare = period.end is None and period.start == PartialDate()
    return Entry(
        lane=who[0] if who else "",
        kind="event",
        words=_with(wording, words, who),
        ids=who,
        when=period.start if is_point or is_bare else None,
        period=None if is_point or is_bare else period,
        impact=fact.impact,
        certainty=fact.certainty,
        fact=fact,
    )


def _help(wording: Wording, fact: TrajectoryFact, first: dict[Id, int]) -> Entry:
    who = _in_order(fact.who, first)
    provider = wording.family.organisation.get(fact.provider)
    context = provider.context if provider else ContextKind.PROVIDER
    by = provider.name if provider else fact.by
    words = " · ".join(filter(None, (fact.help, by)))
    if wording.alias or not words:
        words = wording._(CONTEXT_WORDS[context])
    return Entry(
        lane=who[0] if who else "",
        kind="help",
        words=_with(wording, words, who),
        ids=(*who, *filter(None, (fact.provider,))),
        period=fact.period,
        sign=sector_of(context),
        fact=fact,
    )


def _involvements(wording: Wording, first: dict[Id, int]) -> Iterator[Entry]:
    for organisation in wording.family.organisations:
        for fact in organisation.involved:
            words = wording._(CONTEXT_WORDS[organisation.context])
            if not wording.alias:
                words = " · ".join(filter(None, (organisation.name or words, fact.face)))
            if fact.status is not Involvement.ACTIVE:
                words = f"{words} ({wording._(STATUS_WORDS[fact.status])})"
            yield Entry(
                lane=fact.towards,
                kind="involved",
                words=words,
                ids=(organisation.id, fact.towards),
                period=_ended(fact),
                sign=sector_of(organisation.context),
                fact=fact,
            )


def _ended(fact: InvolvedFact) -> Period:
    """Ended, also when nobody said when."""
    if fact.status is Involvement.ENDED and fact.period.end is None:
        return Period(fact.period.start, PartialDate())
    return fact.period


def _in_order(who: Sequence[Id], first: dict[Id, int]) -> tuple[Id, ...]:
    return tuple(sorted((one for one in dict.fromkeys(who) if one in first), key=first.__getitem__))


def _with(wording: Wording, words: str, who: Sequence[Id]) -> str:
    names = [name for one in who[1:] if (name := wording.name(one))]
    if not names:
        return words
    return wording._("{words}, with {names}", words=words, names=say_list(names, wording.lang))
