"""Homes, ties, patterns and organisations as sentences."""

from samenspel.drawing.words import lists
from samenspel.drawing.words.voice import Voice
from samenspel.family.facts import (
    HouseholdFact,
    InvolvedFact,
    LivesInFact,
    NoteFact,
    OrganisationFact,
    PatternFact,
    TieFact,
)
from samenspel.family.words import ContextKind, Direction, Involvement

# --- Homes ----------------------------------------------------------------------------------------


def household(fact: HouseholdFact, voice: Voice) -> str:
    named = voice.free(fact.name)
    if named:
        return voice._("Home: {home}", home=named)
    return voice._("Home without a name: {home}", home=voice.of(fact.household))


def member_phrase(fact: LivesInFact, voice: Voice) -> str:
    """'Yara (every other weekend, since 2018)'."""
    more = voice.joined(voice.free(fact.share), voice.period(fact.period))
    return f"{voice.of(fact.person)} ({more})" if more else voice.of(fact.person)


def lives_in(fact: LivesInFact, voice: Voice) -> str:
    return f"{voice.of(fact.household)}: {member_phrase(fact, voice)}"


# --- How it feels ---------------------------------------------------------------------------------


def tie(fact: TieFact, voice: Voice) -> str:
    first, second = voice.of(fact.first), voice.of(fact.second)
    table = lists.TIE_BETWEEN if fact.direction is Direction.BOTH else lists.TIE_FROM
    if fact.direction is Direction.BACK:
        first, second = second, first
    said = voice._(table[fact.tie], first=first, second=second)
    return voice.joined(said, _strength(fact.strength, voice), voice.period(fact.period))


def _strength(strength: int | None, voice: Voice) -> str:
    if strength is None:
        return ""
    if strength in lists.TIE_STRENGTH:
        return voice._(lists.TIE_STRENGTH[strength])
    return voice._("strength {number}", number=strength)


def pattern(fact: PatternFact, voice: Voice) -> str:
    said = voice._(lists.PATTERN[fact.pattern], members=voice.all(fact.members))
    against = voice._("against {others}", others=voice.all(fact.against)) if fact.against else ""
    said = voice.joined(said, against, voice.period(fact.period))
    return f"{said}: {words}" if (words := voice.free(fact.words)) else said


# --- Around the family ----------------------------------------------------------------------------


def organisation(fact: OrganisationFact, voice: Voice) -> str:
    name = voice.free(fact.name)
    if voice.alias or fact.context is ContextKind.OTHER:  # an alias is its kind
        return name
    return f"{name}: {voice._(lists.CONTEXT[fact.context])}"


def involved(fact: InvolvedFact, voice: Voice) -> str:
    """'Wijkteam Noord is there for Yara: Iris, family worker, every week'."""
    names = {"organisation": voice.of(fact.organisation), "towards": voice.of(fact.towards)}
    said = voice._("{organisation} is there for {towards}", **names)
    how = voice.joined(
        voice.free(fact.face),
        voice.free(fact.role),
        voice._(lists.RHYTHM[fact.rhythm]) if fact.rhythm else "",
        voice._(lists.INVOLVEMENT[fact.status]) if fact.status is not Involvement.ACTIVE else "",
        voice._(lists.STRENGTH[fact.strength]) if fact.strength else "",
        voice._(lists.FLOW[fact.flow]) if fact.flow else "",
        voice.period(fact.period),
    )
    return f"{said}: {how}" if how else said


def note(fact: NoteFact, voice: Voice) -> str:
    """'About Yara, hobby: plays chess (also about Emir)'."""
    about = voice._("About {what}", what=voice.of(fact.about)) if fact.about else ""
    lead = voice.joined(about, voice.free(fact.label)) or voice._("Note")
    said = f"{lead}: {voice.free(fact.text)}"
    if not fact.mentions:
        return said
    return voice._("{note} (also about {names})", note=said, names=voice.all(fact.mentions))
