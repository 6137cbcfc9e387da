"""The family maps of the demonstration: what was said at each visit, drawn through the store.

Four files: when somebody drew along, the people, the bonds, and everything else that was said.
Ids in them are for the reader; a map gets random ones, as when it is drawn by hand.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import uuid4, uuid5

from samenspel.family import (
    FACTS,
    AliasFact,
    BirthFact,
    ChildFact,
    DeathFact,
    Fact,
    Gender,
    GenderFact,
    Id,
    IndexFact,
    NameFact,
    Parentage,
    PartialDate,
    PartnerFact,
    PersonFact,
    PersonKind,
    Say,
    Saying,
    Source,
    Stage,
    StageFact,
    UnionFact,
)
from samenspel.family.codec import decode
from samenspel.web.accounts.models import User
from samenspel.web.cases.models import Case
from samenspel.web.maps import store
from samenspel.web.maps.access import seats_of
from samenspel.web.maps.wanted import Wanted

Row = Mapping[str, str]

LISTS = {"who", "children", "members", "against", "mentions"}
YES = {"yes": True}


class CannotBeDrawn(Exception):
    """What the files say does not fit in a map; the message says which visit and why."""


@dataclass(frozen=True)
class Visit:
    """A time that somebody drew along in a map."""

    case: int
    number: str
    day: date
    hour: int
    username: str
    source: Source

    @classmethod
    def of(cls, row: Row) -> "Visit":
        on = date.fromisoformat(row["day"])
        said_on = PartialDate.on(on) if row["said_by"] else PartialDate()
        return cls(
            case=int(row["case"]),
            number=row["visit"],
            day=on,
            hour=int(row["hour"]),
            username=row["username"],
            source=Source(row["said_by"], said_on, row["conversation"]),
        )


@dataclass(frozen=True)
class Drawings:
    """The rows of the three files with what was said."""

    people: Sequence[Row]
    bonds: Sequence[Row]
    facts: Sequence[Row]

    def draw(self, visit: Visit, case: Case, user: User, at: datetime) -> None:
        seat = seats_of(case, at)[user.pk]
        sayings = [
            Saying(str(uuid4()), fact, visit.source, seat.audience(for_))
            for fact, for_ in self._said(visit, case)
        ]
        wanted = Wanted(
            case_id=case.public_id,
            user_id=user.pk,
            edit_id=uuid4(),
            fields={},
            at=at,
            origin="house",
            bodies=(Say(tuple(sayings)),),
        )
        (outcome,) = store.write([wanted])
        if outcome.refused:
            raise CannotBeDrawn(
                f"map of case {visit.case}, visit {visit.number}: {outcome.refused('en')}"
            )

    def _said(self, visit: Visit, case: Case) -> Iterator[tuple[Fact, str]]:
        """Everything of one visit, with for whom it is."""
        ids = _Ids(case)
        for row in _of(visit, self.people):
            yield from ((fact, "circle") for fact in _person(row, ids))
        for row in _of(visit, self.bonds):
            yield from ((fact, "circle") for fact in _bond(row, ids, self.bonds))
        for row in _of(visit, self.facts):
            yield _fact(row, ids), row["for"] or "circle"


class _Ids:
    """An id of a file as a random one, the same at every visit."""

    def __init__(self, case: Case) -> None:
        self._case = case.public_id

    def __call__(self, name: str) -> Id:
        return str(uuid5(self._case, name)) if name else ""


def _of(visit: Visit, rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if (int(row["case"]), row["visit"]) == (visit.case, visit.number)]


def _person(row: Row, ids: _Ids) -> Iterator[Fact]:
    person = ids(row["person"])
    yield PersonFact(person, PersonKind(row["is_a"] or PersonKind.PERSON))
    yield NameFact(person, row["name"])
    if row["gender"]:
        yield GenderFact(person, Gender(row["gender"]))
    yield BirthFact(person, PartialDate.parse(row["birth"]))
    if row["death"]:
        yield DeathFact(person, PartialDate.parse(row["death"]))
    if row["alias"]:
        yield AliasFact(person, row["alias"])
    if row["begins"]:
        yield IndexFact(person)


def _bond(row: Row, ids: _Ids, bonds: Sequence[Row]) -> Iterator[Fact]:
    """A bond, or with the name of another bond for its partner: more children of that one."""
    earlier = next((one for one in bonds if one["bond"] == row["partners"]), None)
    union, partners = ids((earlier or row)["bond"]), (earlier or row)["partners"].split("+")
    if earlier is None:
        yield UnionFact(union)
        yield from (PartnerFact(union, ids(one)) for one in partners)
    for stage in filter(None, row["stages"].split(";")):
        name, _, on = stage.partition(":")
        yield StageFact(union, Stage(name), PartialDate.parse(on))
    for child in filter(None, row["children"].split("+")):
        for one in partners:
            yield ChildFact(union, ids(child), ids(one), Parentage(row["how"]))


def _fact(row: Row, ids: _Ids) -> Fact:
    kind = FACTS[row["kind"]]
    values: dict[str, Any] = {"kind": row["kind"]}
    for pair in row["fields"].split("|"):
        name, _, value = pair.partition("=")
        found: Any = value.split("+") if name in LISTS else YES.get(value, value)
        values[name] = _renamed(found, ids) if name in {*kind.refers, kind.introduces} else found
    period = {name: row[name] for name in ("start", "end") if row[name]}
    fact: Fact = decode(Fact, values | ({"period": period} if period else {}), row["fields"])
    return fact


def _renamed(value: Any, ids: _Ids) -> Any:
    return [ids(one) for one in value] if isinstance(value, list) else ids(value)
