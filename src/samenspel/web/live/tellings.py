"""What others are told at once about an edit: in words, and where somebody new comes.

Only maps as somebody sees them are looked at, the one before and the one after the edit; when these
are equal nothing happened for who sees like that.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from samenspel.drawing.words.said import Speaker
from samenspel.family import (
    ChildFact,
    Fact,
    FamilyMap,
    GenderFact,
    Id,
    IndexFact,
    InvolvedFact,
    LivesInFact,
    NameFact,
    PartnerFact,
    PersonFact,
    Say,
    Statement,
    UnionFact,
    Viewer,
    seen_by,
)
from samenspel.family.gestures import GestureError, gesture_of
from samenspel.family.gestures.beside import Beside, beside_of
from samenspel.web.maps.wanted import Drawn, Fields

MOST_SENTENCES = 2
MOST_IDS = 20

TELLING = (ChildFact, PartnerFact, LivesInFact, InvolvedFact)
"""Of many things that one edit says, these tell most."""
TELLING_LITTLE = (NameFact, GenderFact, PersonFact, UnionFact, IndexFact)


@dataclass(frozen=True)
class Happening:
    """An edit that was stored; with the fields of the gesture when they came to this process."""

    drawn: Drawn
    fields: Fields | None = None


@dataclass(frozen=True)
class Ears:
    """Who hears alike: who is shown the same, in one language, with or without aliases.

    `shown` is how they saw before and see after the edit; `viewer` is any one of them.
    """

    viewer: Viewer = field(compare=False)
    lang: str
    alias: bool
    shown: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Told:
    words: str
    about: tuple[Id, ...]
    beside: dict[str, Any] | None


@dataclass(frozen=True)
class _Change:
    """Something that a viewer sees change; `seen` is the map in which it can be said."""

    statement: Statement
    seen: FamilyMap
    frame: Callable[[str], str]


def tell(happening: Happening, ears: Ears) -> Told | None:
    """None when there is nothing to tell to who sees like this."""
    drawn = happening.drawn
    before, after = seen_by(drawn.before, ears.viewer), seen_by(drawn.after, ears.viewer)
    if before == after:
        return None
    changes = _told_of(list(_changes(before, after)))
    beside = _beside(happening, after)
    with override(ears.lang):
        words = ". ".join(_said(changes, ears)) or _("Something changed")
    return Told(
        words=words,
        about=_ids(one.statement.fact for one in changes),
        beside=asdict(beside) | ({"name": ""} if ears.alias else {}) if beside else None,
    )


def _said(changes: Sequence[_Change], ears: Ears) -> Iterator[str]:
    speakers: dict[int, Speaker] = {}
    for one in changes[:MOST_SENTENCES]:
        if id(one.seen) not in speakers:
            speakers[id(one.seen)] = Speaker(one.seen, ears.lang, ears.alias)
        yield one.frame(speakers[id(one.seen)].say(one.statement))


def _changes(before: FamilyMap, after: FamilyMap) -> Iterator[_Change]:
    for one in after:
        former = before.by_id.get(one.id)
        if former is None:
            yield _Change(one, after, lambda said: said)
        elif (former.retracted is None) != (one.retracted is None):
            yield _Change(one, after, _struck if one.retracted else _counts)
    for one in before:
        if one.id not in after.by_id:
            yield _Change(one, before, _taken_back)
    there = {choice.id for choice in before.choices}
    for choice in after.choices:
        if choice.id not in there:
            yield _Change(after.by_id[choice.statement], after, _chosen)


def _struck(said: str) -> str:
    return _("Struck out: %(said)s") % {"said": said}


def _counts(said: str) -> str:
    return _("Counts again: %(said)s") % {"said": said}


def _taken_back(said: str) -> str:
    return _("Taken back: %(said)s") % {"said": said}


def _chosen(said: str) -> str:
    return _("Now used in the drawing: %(said)s") % {"said": said}


def _told_of(changes: list[_Change]) -> list[_Change]:
    """Those that tell most, and of those only the ones of one kind."""
    changes = sorted(changes, key=lambda one: _weight(one.statement.fact))
    telling = [one for one in changes if _weight(one.statement.fact) == _first_weight(changes)]
    bonds = [getattr(one.statement.fact, "union", "") for one in telling]
    # Of two partners each is told to be with the other; once is enough.
    return [
        one
        for at, one in enumerate(telling)
        if not (isinstance(one.statement.fact, PartnerFact) and bonds[at] in bonds[:at])
    ]


def _first_weight(changes: list[_Change]) -> int:
    return _weight(changes[0].statement.fact)


def _weight(fact: Fact) -> int:
    kinds = (*TELLING, Fact, *TELLING_LITTLE)
    exact = [number for number, kind in enumerate(kinds) if type(fact) is kind]
    return exact[0] if exact else len(TELLING)


def _ids(facts: Iterable[Fact]) -> tuple[Id, ...]:
    found: dict[Id, None] = {}
    for fact in facts:
        if fact.brings:
            found[fact.brings] = None
        found |= dict.fromkeys(fact.refers_to())
    return tuple(found)[:MOST_IDS]


def _beside(happening: Happening, after: FamilyMap) -> Beside | None:
    """Only for who sees all that the edit says, and whom it is beside."""
    body = happening.drawn.edit.body
    if happening.fields is None or not isinstance(body, Say):
        return None
    if not all(one.id in after.by_id for one in body.sayings):
        return None
    try:
        beside = beside_of(gesture_of(happening.fields), body)
    except GestureError:
        return None
    there = {one.fact.brings for one in after}
    return beside if beside and beside.of in there else None
