"""From a file to a proposal, which one accepts or throws away (`fitting.py` makes edits of it).

The file itself is dropped as soon as it is read. What it says waits sealed for an hour, under
fresh ids: those of a file may hold names.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from samenspel.family import Fact, FamilyMap, NoteFact, PersonFact, parse, render, resolve
from samenspel.formats import FormatError, Line, Outcome, Read, format_of, read
from samenspel.formats.said import FROM_FILE, what_stands
from samenspel.web.accounts.models import User
from samenspel.web.maps.fresh_ids import with_fresh_ids
from samenspel.web.maps.models import Map, MapProposal

MAX_BYTES = 1024 * 1024
MOST_PEOPLE = 300
LONGEST_TEXT = 5_000  # characters of one thing that is said
TOLD_LINES = 500  # lines of the report that are kept; a long file repeats itself
WAITS = timedelta(hours=1)
READ_FORMATS = {"gedcom5", "gedcom7", "graphml", "json"}

TOO_LARGE = gettext_lazy("The file is larger than 1 MB. Export a smaller part of the family.")
_OTHER_KIND = gettext_lazy("This is no file that can be read here. Use GEDCOM, GraphML or JSON.")
_NOBODY = gettext_lazy("There is nobody in this file. Look whether it is the right one.")
_TOO_LONG = gettext_lazy(
    "A text in this file is longer than %(n)s characters. Make it shorter and try again."
)
_TOO_MANY = gettext_lazy(
    "There are more than %(n)s people in this file. Export a smaller part of the family."
)


# --- Reading --------------------------------------------------------------------------------------


def read_upload(data: bytes, name: str, *, lang: str) -> Read:
    """What the file says, or `ValidationError` with one clear line."""
    if len(data) > MAX_BYTES:
        raise ValidationError(str(TOO_LARGE))
    try:
        if format_of(data, name) not in READ_FORMATS:
            raise ValidationError(str(_OTHER_KIND))
        found = read(data, name=name)
        stands = FamilyMap(tuple(what_stands(found.map)))
    except FormatError as error:
        raise ValidationError(error.words(lang)) from None
    people = sum(isinstance(one.fact, PersonFact) for one in stands)
    if not people:
        raise ValidationError(str(_NOBODY))
    if people > MOST_PEOPLE:
        raise ValidationError(str(_TOO_MANY) % {"n": MOST_PEOPLE})
    kept = _of_people(stands)
    if any(len(text) > LONGEST_TEXT for one in kept for text in _texts(one.fact)):
        raise ValidationError(str(_TOO_LONG) % {"n": LONGEST_TEXT})
    return replace(found, map=kept)


def _texts(fact: Fact) -> Iterator[str]:
    return (value for value in vars(fact).values() if isinstance(value, str))


def _of_people(stands: FamilyMap) -> FamilyMap:
    """Without what only the other program makes use of, which may hold anything."""
    return FamilyMap(tuple(one for one in stands if not _is_of_the_program(one.fact)))


def _is_of_the_program(fact: Fact) -> bool:
    return isinstance(fact, NoteFact) and fact.label.startswith(FROM_FILE)


# --- The proposal ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Proposal:
    """What would come, as a map of its own, and what the reader said of the file."""

    map: FamilyMap
    counts: dict[Outcome, int]
    lines: tuple[Line, ...]


def propose(map_: Map, found: Read, *, by: User, at: datetime) -> MapProposal:
    """Keeps what was read, sealed. What others proposed and let lie goes away."""
    map_.proposals.filter(expires_at__lte=at).delete()
    return MapProposal.objects.create(
        map=map_, made_by=by, made_at=at, expires_at=at + WAITS, body=_closed(found)
    )


def sweep(*, at: datetime) -> int:
    """Throw away what was brought and nobody said yes to in time; returns how many."""
    return MapProposal.objects.filter(expires_at__lte=at).delete()[0]


def _closed(found: Read) -> str:
    remarks = [
        (one.number, one.outcome.value, one.tag, one.code, one.values)
        for one in found.report
        if one.code or one.outcome is not Outcome.READ
    ]
    return json.dumps(
        {
            "map": render(with_fresh_ids(found.map)),
            "counts": {outcome.value: count for outcome, count in found.counts().items()},
            "lines": remarks[:TOLD_LINES],
        }
    )


def opened(proposal: MapProposal) -> Proposal:
    body: dict[str, Any] = json.loads(proposal.body)
    return Proposal(
        parse(body["map"]),
        {Outcome(outcome): count for outcome, count in body["counts"].items()},
        tuple(_line(*line) for line in body["lines"]),
    )


def _line(number: int, outcome: str, tag: str, code: str, values: list[list[str]]) -> Line:
    pairs = tuple((name, value) for name, value in values)
    return Line(number, Outcome(outcome), tag, code, pairs)


# --- What would come, counted ---------------------------------------------------------------------


@dataclass(frozen=True)
class Counts:
    people: int
    bonds: int
    homes: int
    organisations: int
    said: int


def counts(family_map: FamilyMap) -> Counts:
    family = resolve(family_map)
    return Counts(
        len(family.people),
        len(family.unions),
        len(family.households),
        len(family.organisations),
        len(family_map),
    )
