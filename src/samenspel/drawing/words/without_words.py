"""The map for who looks on at a projected drawing: no words that people wrote, only aliases.

A name can stand in any sentence, also of somebody nobody drew, so no list of names can take them
all out. What is left is the structure: kinds, dates, and who by alias. Every field with words is
left out unless it stands here, so that a new one is silent until somebody decides otherwise.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from samenspel.drawing.words import lists
from samenspel.family.dates import PartialDate, Period
from samenspel.family.facts import (
    AliasFact,
    Fact,
    Id,
    InvolvedFact,
    NameFact,
    NoteFact,
    OrganisationFact,
    TrajectoryFact,
)
from samenspel.family.language import Translator, translator
from samenspel.family.statements import FamilyMap, Source, Statement
from samenspel.family.words import ContextKind

F = TypeVar("F", bound=Fact)

FROM_A_FILE = "file:"  # begins the label of what an imported file held and no drawing has


def without_words(family_map: FamilyMap, lang: str) -> FamilyMap:
    """The same statements in neutral words; without what somebody is called, and who told."""
    instead = Instead.of(family_map, lang)
    told = (one for one in family_map if not isinstance(one.fact, NameFact))
    return replace(family_map, statements=tuple(_neutral(one, instead) for one in told))


@dataclass(frozen=True)
class Instead:
    """What stands instead of the words; helpers and organisations by number."""

    _: Translator
    faces: dict[str, int]
    kinds: dict[ContextKind, list[Id]]

    @classmethod
    def of(cls, family_map: FamilyMap, lang: str) -> "Instead":
        return cls(translator(lang), _faces(family_map), _kinds(family_map))

    def fact(self, fact: F) -> F:
        """The same fact in neutral words."""
        return replace(fact, **{one.name: _value(fact, one.name, self) for one in fields(fact)})

    def face(self, fact: InvolvedFact) -> str:
        """One who is not in the map gets the next number."""
        number = self.faces.get(fact.face, len(self.faces) + 1)
        return self._("helper {number}", number=number) if fact.face else ""

    def organisation(self, fact: OrganisationFact) -> str:
        """'a school', or 'a school (2)' when there are more."""
        said = self._(lists.ORGANISATION[fact.context])
        same = self.kinds.get(fact.context, [])
        if len(same) < 2 or fact.organisation not in same:
            return said
        return f"{said} ({same.index(fact.organisation) + 1})"

    def left_out(self, words: str) -> str:
        return self._("(words left out)") if words.strip() else ""


_WORDS: dict[tuple[type[Fact], str], Callable[[Any, Instead], str]] = {
    (AliasFact, "alias"): lambda fact, _: fact.alias,
    (OrganisationFact, "name"): lambda fact, instead: instead.organisation(fact),
    (InvolvedFact, "face"): lambda fact, instead: instead.face(fact),
    (NoteFact, "label"): lambda fact, _: FROM_A_FILE if is_from_a_file(fact) else "",
    (NoteFact, "text"): lambda fact, instead: instead.left_out(fact.text),
    (TrajectoryFact, "worked"): lambda fact, instead: instead.left_out(fact.worked),
    (TrajectoryFact, "did_not_work"): lambda fact, instead: instead.left_out(fact.did_not_work),
}


def is_from_a_file(fact: Fact) -> bool:
    return isinstance(fact, NoteFact) and fact.label.startswith(FROM_A_FILE)


def _faces(family_map: FamilyMap) -> dict[str, int]:
    facts = (one.fact for one in family_map if isinstance(one.fact, InvolvedFact))
    names = dict.fromkeys(fact.face for fact in facts if fact.face)
    return {name: number for number, name in enumerate(names, start=1)}


def _kinds(family_map: FamilyMap) -> dict[ContextKind, list[Id]]:
    kinds: dict[ContextKind, list[Id]] = {}
    for fact in (one.fact for one in family_map):
        if isinstance(fact, OrganisationFact):
            same = kinds.setdefault(fact.context, [])
            if fact.organisation not in same:
                same.append(fact.organisation)
    return kinds


# --- Statement by statement -----------------------------------------------------------------------


def _neutral(statement: Statement, instead: Instead) -> Statement:
    taken_back = statement.retracted and replace(statement.retracted, reason="")
    return replace(
        statement,
        fact=instead.fact(statement.fact),
        source=Source(on=_date(statement.source.on)),
        retracted=taken_back,
    )


def _value(fact: Fact, name: str, instead: Instead) -> Any:
    value = getattr(fact, name)
    if isinstance(value, PartialDate):
        return _date(value)
    if isinstance(value, Period):
        return Period(_date(value.start), None if value.end is None else _date(value.end))
    if type(value) is not str or name in (fact.introduces, *fact.refers):
        return value
    said = _WORDS.get((type(fact), name))
    return said(fact, instead) if said else ""


def _date(when: PartialDate) -> PartialDate:
    return replace(when, phrase="")
