"""What is a node, what an edge, what a key; and the values of keys as text."""

from typing import Any

from samenspel.family.dates import UNKNOWN, PartialDate, Period
from samenspel.family.facts import (
    AliasFact,
    BirthFact,
    ChildFact,
    DeathFact,
    Fact,
    GenderFact,
    HouseholdFact,
    IndexFact,
    InvolvedFact,
    LivesInFact,
    NameFact,
    OrganisationFact,
    PartnerFact,
    PersonFact,
    SexFact,
    SupporterFact,
    TieFact,
    UnionFact,
)
from samenspel.formats.fields import (
    Holds,
    Slot,
    simple_text,
    simple_value,
)

THINGS: dict[str, type[Fact]] = {
    kind.kind: kind for kind in (PersonFact, HouseholdFact, OrganisationFact, UnionFact)
}
# The two fields that are the ends of the edge.
ENDS: dict[type[Fact], tuple[str, str]] = {
    PartnerFact: ("person", "union"),
    ChildFact: ("union", "child"),
    LivesInFact: ("person", "household"),
    TieFact: ("first", "second"),
    InvolvedFact: ("organisation", "towards"),
    SupporterFact: ("person", "of"),
}
# What stands on the node of a person: the kind of fact, and the field that holds it.
ON_PERSON: dict[str, tuple[type[Fact], str]] = {
    "name": (NameFact, "name"),
    "alias": (AliasFact, "alias"),
    "gender": (GenderFact, "gender"),
    "sex": (SexFact, "sex"),
    "birth": (BirthFact, "on"),
    "death": (DeathFact, "on"),
    "index": (IndexFact, ""),
}
OF_PERSON = {kind: key for key, (kind, _) in ON_PERSON.items()}
TYPE, AGAINST, PHRASE = "type", "against", ".phrase"
SOURCE = {"who": "source_who", "on": "source_on", "conversation": "source_conversation"}
OTHER_TYPES = ("networkCanvasType", "network_canvas_type")


def put_value(data: dict[str, str], slot: Slot, value: Any) -> None:
    match slot.holds:
        case Holds.DATE:
            put_date(data, slot.name, value)
        case Holds.PERIOD:
            if value.start != UNKNOWN:
                put_date(data, "start", value.start)
            if value.end is not None:
                put_date(data, "end", value.end)
        case Holds.ID:
            data[slot.name] = value
        case _:
            data[slot.name] = simple_text(slot, value)


def put_date(data: dict[str, str], name: str, when: PartialDate) -> None:
    data[name] = str(when)
    if when.phrase:
        data[name + PHRASE] = when.phrase


def value_in(data: dict[str, str], slot: Slot) -> Any:
    match slot.holds:
        case Holds.DATE:
            return date_in(data, slot.name)
        case Holds.PERIOD:
            start = date_in(data, "start") if "start" in data else UNKNOWN
            return Period(start, date_in(data, "end") if "end" in data else None)
        case Holds.ID:
            return data[slot.name]
    return simple_value(slot, data[slot.name])


def date_in(data: dict[str, str], name: str) -> PartialDate:
    when = PartialDate.parse(data[name])
    return PartialDate(when.precision, when.at, when.until, data.get(name + PHRASE, ""))


def is_there(data: dict[str, str], slot: Slot) -> bool:
    if slot.holds is Holds.PERIOD:
        return "start" in data or "end" in data
    return slot.name in data


def keys_of(slot: Slot) -> set[str]:
    if slot.holds is Holds.PERIOD:
        return {"start", "end", "start" + PHRASE, "end" + PHRASE}
    return {slot.name, slot.name + PHRASE} if slot.holds is Holds.DATE else {slot.name}
