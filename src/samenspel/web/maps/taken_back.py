"""A map without what was taken back, and the rest apart.

What was taken back is in no view, and of a map that is drawn in for years it is most. So who only
looks opens a map without it. The whole map is the two together; it is needed to draw, and to play
later edits that name something of the rest.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from samenspel.family import (
    Choose,
    Edit,
    FamilyMap,
    Id,
    Rechoose,
    Say,
    Unchoose,
    condensed,
    parse,
)


@dataclass(frozen=True)
class Parts:
    """`rest` is empty when nothing was taken back."""

    document: str
    rest: str


def parted(family_map: FamilyMap) -> Parts:
    """As they are stored. The rest begins with the places of its statements in the whole."""
    said = family_map.statements
    places = [place for place, one in enumerate(said) if one.withdrawn]
    gone = {said[place].id for place in places}
    choices = family_map.choices
    gone_choices = tuple(one for one in choices if one.withdrawn or one.statement in gone)
    if not (gone or gone_choices):
        return Parts(condensed(family_map), "")
    left = FamilyMap(
        tuple(one for one in said if one.id not in gone),
        tuple(one for one in choices if one not in gone_choices),
        family_map.schema,
    )
    rest = FamilyMap(tuple(said[place] for place in places), gone_choices, family_map.schema)
    return Parts(condensed(left), f"{json.dumps(places)}\n{condensed(rest)}")


def whole(left: FamilyMap, rest: str) -> FamilyMap:
    """The map of which these are the parts."""
    if not rest:
        return left
    listed, _, document = rest.partition("\n")
    gone = parse(document)
    there = dict(zip(json.loads(listed), gone.statements, strict=True))
    others = iter(left.statements)
    count = len(left) + len(gone)
    statements = tuple(there.get(place) or next(others) for place in range(count))
    choices = sorted([*left.choices, *gone.choices], key=lambda one: (one.at, one.id))
    return FamilyMap(statements, tuple(choices), left.schema)


def is_enough(left: FamilyMap, later: Iterable[Edit]) -> bool:
    """Whether later edits name nothing of the rest, so that they can be played on this part."""
    there = _There(left)
    return all(there.has_all_of(edit) for edit in later)


class _There:
    """The ids that edits may name, also those of edits before them."""

    def __init__(self, left: FamilyMap) -> None:
        self._statements = {"", *(one.id for one in left)}
        self._against = {one.id: one.against for one in left}
        self._choices = {one.id for one in left.choices}
        self._things = {one.fact.brings for one in left if one.fact.brings}

    def has_all_of(self, edit: Edit) -> bool:
        match edit.body:
            case Say() as said:
                return self._has_all_said(said)
            case Choose(statement):
                self._choices.add(edit.id)
                return statement in self._statements
            case Unchoose(choice) | Rechoose(choice):
                return choice in self._choices
            case changed:
                return self._statements.issuperset(changed.ids)

    def _has_all_said(self, said: Say) -> bool:
        facts = [one.fact for one in said.sayings]
        self._things |= {fact.brings for fact in facts if fact.brings}
        self._statements |= {one.id for one in said.sayings}
        self._against |= {one.id: one.against for one in said.sayings}
        named = {one.against for one in said.sayings}
        named |= {self._against.get(one, "") for one in named}
        about = set[Id]().union(*(fact.refers_to() for fact in facts))
        return named <= self._statements and about <= self._things
