"""Who is directed at whom on a day: the arrows of a systemogram, before they have a place.

An organisation has one arrow to each person or household, however many of its people come. A tie
between two that have an arrow is shown by that arrow; any other tie with an organisation, a
household or somebody outside the homes has a line of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from samenspel.drawing.genogram.labels import Wording
from samenspel.drawing.signs.around import RHYTHM_LINES
from samenspel.family.facts import Id, InvolvedFact, TieFact
from samenspel.family.words import Flow, Involvement, PersonKind, Rhythm, Strength

# From most to least; what is drawn when there are more involvements between the same two.
_STATUS = (Involvement.ACTIVE, Involvement.WAITING, Involvement.ENDED)
_RHYTHM = tuple(Rhythm)


@dataclass(frozen=True)
class Link:
    """`style` is a key of STROKES. `points` says whether it has a head at its target."""

    source: Id
    target: Id
    style: str = "now_and_then"
    strength: Strength | None = None
    flow: Flow | None = None
    tie: TieFact | None = None
    points: bool = True
    is_now: bool = True


@dataclass(frozen=True)
class Surroundings:
    """`organisations` and `outside` (people) stand on the ring; `beside` are people without a
    home at whom somebody is directed."""

    organisations: tuple[Id, ...]
    outside: tuple[Id, ...]
    beside: tuple[Id, ...]
    links: tuple[Link, ...]


def who_to_whom(wording: Wording) -> Surroundings:
    involved = list(_involved(wording))
    beside = tuple(dict.fromkeys(_targets_without_home(wording, involved)))
    inside = {who for house in wording.family.households for who in wording.members(house)}
    inside.update(beside, wording.family.household)
    links = _with_ties(wording, involved, inside)
    people = [link.source for link in links if link.source in wording.family.person]
    return Surroundings(
        organisations=_shown(wording, involved),
        outside=tuple(dict.fromkeys(who for who in people if who not in inside)),
        beside=beside,
        links=tuple(links),
    )


def held(wording: Wording, organisation: Id) -> list[InvolvedFact]:
    """The involvements that are there on the day, ended ones without a known end too."""
    facts = wording.family.organisation[organisation].involved
    return [fact for fact in facts if fact.period.may_hold_on(wording.on)]


def _shown(wording: Wording, involved: list[Link]) -> tuple[Id, ...]:
    """Organisations with an arrow, and those of which nobody said yet at whom."""
    tied = {who for tie in _ties(wording) for who in (tie.first, tie.second)}
    sources = {link.source for link in involved} | tied
    return tuple(
        one.id for one in wording.family.organisations if one.id in sources or not one.involved
    )


def _involved(wording: Wording) -> Iterator[Link]:
    targets = {**wording.family.person, **wording.family.household}
    for organisation in wording.family.organisations:
        facts = [fact for fact in held(wording, organisation.id) if fact.towards in targets]
        for target in dict.fromkeys(fact.towards for fact in facts):
            yield _link([fact for fact in facts if fact.towards == target])


def _link(facts: list[InvolvedFact]) -> Link:
    most = min(facts, key=lambda fact: (_STATUS.index(fact.status), _often(fact.rhythm)))
    is_now = most.status is Involvement.ACTIVE
    return Link(
        source=most.organisation,
        target=most.towards,
        style=RHYTHM_LINES[most.rhythm] if is_now else "waiting",
        strength=next((fact.strength for fact in facts if fact.strength), None),
        flow=next((fact.flow for fact in facts if fact.flow), None),
        is_now=most.status is not Involvement.ENDED,
    )


def _often(rhythm: Rhythm | None) -> int:
    return len(_RHYTHM) if rhythm is None else _RHYTHM.index(rhythm)


def _targets_without_home(wording: Wording, links: list[Link]) -> Iterator[Id]:
    for link in links:
        if link.target in wording.family.person and not wording.homes(link.target):
            yield link.target


# --- Supporters and ties --------------------------------------------------------------------------


def _with_ties(wording: Wording, involved: list[Link], inside: set[Id]) -> list[Link]:
    links = [*involved, *_supporters(wording)]
    for tie in _ties(wording):
        same = [at for at, link in enumerate(links) if {link.source, link.target} == _ends(tie)]
        if same:
            links[same[0]] = replace(links[same[0]], tie=links[same[0]].tie or tie)
        else:
            links += _tie_link(wording, tie, inside)
    return links


def _ends(tie: TieFact) -> set[Id]:
    return {tie.first, tie.second}


def _ties(wording: Wording) -> Iterator[TieFact]:
    """Ties of organisations, households and people without a home that hold on the day."""
    family = wording.family
    for tie in family.ties:
        people = [who for who in (tie.first, tie.second) if who in family.person]
        if len(people) == 2 and all(wording.homes(who) for who in people):
            continue
        if tie.period.may_hold_on(wording.on) and all(_may_stand(wording, who) for who in people):
            yield tie


def _may_stand(wording: Wording, who: Id) -> bool:
    """Somebody who is alive: the dead and losses in pregnancy stand in the genogram."""
    person = wording.family.person[who]
    living = {PersonKind.PERSON, PersonKind.PET, PersonKind.UNBORN}
    return person.is_a in living and not wording.has_died(person)


def _tie_link(wording: Wording, tie: TieFact, inside: set[Id]) -> list[Link]:
    """From the ring to the middle; a tie within the ring is left to the genogram and the words."""
    first_in, second_in = tie.first in inside, tie.second in inside
    if first_in and not second_in:
        return [Link(tie.second, tie.first, tie=tie, points=False)]
    if second_in or first_in:
        return [Link(tie.first, tie.second, tie=tie, points=False)]
    return []


def _supporters(wording: Wording) -> Iterator[Link]:
    for fact in wording.family.supporters:
        holds = fact.period.may_hold_on(wording.on)
        if not holds or not wording.homes(fact.of) or not _may_stand(wording, fact.person):
            continue
        if not set(wording.homes(fact.person)) & set(wording.homes(fact.of)):
            yield Link(fact.person, fact.of)
