"""Reading GraphML: of ours all facts, of other programs the people and what can be kept."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from samenspel.family.dates import UNKNOWN, DateError
from samenspel.family.facts import (
    FACTS,
    Fact,
    Id,
    NoteFact,
    OrganisationFact,
    PersonFact,
)
from samenspel.family.statements import Source
from samenspel.formats.fields import (
    Holds,
    ValueNotUnderstood,
    build,
    slots_of,
)
from samenspel.formats.graphml import graph
from samenspel.formats.graphml.graph import Graph, Thing
from samenspel.formats.graphml.shape import (
    AGAINST,
    ENDS,
    ON_PERSON,
    OTHER_TYPES,
    PHRASE,
    SOURCE,
    THINGS,
    TYPE,
    date_in,
    is_there,
    keys_of,
    value_in,
)
from samenspel.formats.report import Line, Outcome, Read
from samenspel.formats.said import FROM_FILE, Said
from samenspel.resting import nothing_to_collect


@dataclass
class _Reading:
    said: Said = field(default_factory=Said)
    things: dict[Id, Thing] = field(default_factory=dict)
    of_fact: dict[str, dict[str, list[Id]]] = field(default_factory=dict)
    statement: dict[str, Id] = field(default_factory=dict)  # by the id of the node or edge
    report: list[Line] = field(default_factory=list)
    told: set[tuple[str, ...]] = field(default_factory=set)

    def line(self, thing: Thing, outcome: Outcome, code: str = "", **values: object) -> None:
        tag = "edge" if thing.source else "node"
        pairs = tuple((name, str(value)) for name, value in values.items())
        self.report.append(Line(thing.number, outcome, tag, code, pairs))

    def say(self, thing: Thing, kind: type[Fact], given: dict[str, Any], own: set[str]) -> bool:
        """The fact that a node or edge tells; False, and reported, when it does not."""
        values = dict(given)
        left = [slot for slot in slots_of(kind) if slot.name not in given]
        try:
            for slot in left:
                if is_there(thing.data, slot):
                    values[slot.name] = value_in(thing.data, slot)
            fact = build(kind, values)
            source = _source(thing.data)
        except ValueNotUnderstood as error:
            self.line(thing, Outcome.NOT_UNDERSTOOD, "value", value=error)
            return False
        except DateError:
            self.line(thing, Outcome.NOT_UNDERSTOOD, "date_value")
            return False
        against = self.statement.get(thing.data.get(AGAINST, ""), "")
        self.statement[thing.id] = self.said.say(fact, source, against=against)
        if fact.slot:
            self.told.add(fact.slot)
        known = {TYPE, AGAINST, *_SOURCE_KEYS, *own}.union(*map(keys_of, left))
        about = str(fact.brings or given.get(ENDS.get(kind, ("",))[0], ""))
        self.keep(thing, about, known)
        return True

    def keep(self, thing: Thing, about: Id, known: set[str]) -> None:
        """Data of other programs, in a note."""
        for key, value in thing.data.items():
            if key not in known and key not in OTHER_TYPES and value:
                self.said.say(NoteFact(about, value, f"GraphML {key}"))
                self.line(thing, Outcome.NOTE, "kept")


_SOURCE_KEYS = {*SOURCE.values(), SOURCE["on"] + PHRASE}
_PERSON_KEYS = {*ON_PERSON, "birth" + PHRASE, "death" + PHRASE}


def _source(data: dict[str, str]) -> Source:
    on = date_in(data, SOURCE["on"]) if SOURCE["on"] in data else UNKNOWN
    return Source(data.get(SOURCE["who"], ""), on, data.get(SOURCE["conversation"], ""))


def _type(thing: Thing) -> str:
    found = next((thing.data[key] for key in (TYPE, *OTHER_TYPES) if key in thing.data), "")
    return found.strip()


def parse(data: bytes) -> Read:
    with nothing_to_collect():
        return _read_all(graph.read(data))


def _read_all(found: Graph) -> Read:
    reading = _Reading()
    for thing in found.nodes:
        _read_thing(reading, thing)
    for thing in found.edges:
        kind, _, name = _type(thing).partition(".")
        if kind in FACTS and name:
            reading.of_fact.setdefault(thing.source, {}).setdefault(name, []).append(thing.target)
    for thing in found.nodes:
        _read_fact(reading, thing)
    for thing in found.nodes:
        _read_person(reading, thing)
    for thing in found.edges:
        _read_edge(reading, thing)
    lines = [*reading.report, *_skipped(found.skipped)]
    return Read(reading.said.map(), tuple(sorted(lines, key=lambda one: one.number)), "graphml")


def _skipped(elements: list[tuple[int, str]]) -> Iterator[Line]:
    return (Line(number, Outcome.NOT_UNDERSTOOD, tag, "skipped") for number, tag in elements)


def _read_thing(reading: _Reading, thing: Thing) -> None:
    """People, households, organisations, unions. A node without a type is a person."""
    kind = THINGS.get(_type(thing).casefold() or "person")
    if kind is None or not thing.id or thing.id in reading.things:
        return
    reading.things[thing.id] = thing
    own = _PERSON_KEYS if kind is PersonFact else set()
    if not reading.say(thing, kind, {kind.introduces: thing.id}, own):
        is_organisation = kind is OrganisationFact
        bare = OrganisationFact(thing.id, "") if is_organisation else kind(thing.id)  # type: ignore[call-arg]  # all THINGS begin with their id
        reading.said.say(bare)
        return
    if not any(line.number == thing.number for line in reading.report[-3:]):
        reading.line(thing, Outcome.READ)


def _read_person(reading: _Reading, thing: Thing) -> None:
    """What stands on the node of a person, unless a node of its own said it."""
    if reading.things.get(thing.id) is not thing or _type(thing).casefold() not in ("", "person"):
        return
    for key, (kind, name) in ON_PERSON.items():
        if key not in thing.data or (kind.kind, thing.id) in reading.told:
            continue
        slot = next((one for one in slots_of(kind) if one.name == name), None)
        try:
            values: dict[str, Any] = {"person": thing.id}
            if slot is not None:
                renamed = {slot.name + end: thing.data.get(key + end, "") for end in ("", PHRASE)}
                values[slot.name] = value_in(renamed, slot)
            reading.said.say(build(kind, values))
        except (ValueNotUnderstood, DateError):
            reading.line(thing, Outcome.NOT_UNDERSTOOD, "value", value=thing.data[key])
            reading.said.say(NoteFact(thing.id, thing.data[key], f"GraphML {key}"))


def _read_fact(reading: _Reading, thing: Thing) -> None:
    """A node that is a fact of its own: `twins.said`."""
    if reading.things.get(thing.id) is thing:
        return
    name, _, said = _type(thing).partition(".")
    kind = FACTS.get(name) if said == "said" else None
    if kind is None:
        _keep_thing(reading, thing)
        return
    given: dict[str, Any] = {}
    ends = reading.of_fact.get(thing.id, {})
    for slot in slots_of(kind):
        if slot.holds is Holds.IDS:
            given[slot.name] = tuple(ends.get(slot.name, ()))
        elif slot.holds is Holds.ID:
            given[slot.name] = ends.get(slot.name, [""])[0]
    if reading.say(thing, kind, given, set()):
        reading.line(thing, Outcome.READ)
    else:
        _keep_thing(reading, thing)


def _keep_thing(reading: _Reading, thing: Thing) -> None:
    text = "\n".join(f"{key}: {value}" for key, value in thing.data.items())
    reading.said.say(NoteFact("", text, f"{FROM_FILE}GraphML {thing.id}"))
    reading.line(thing, Outcome.NOT_UNDERSTOOD, "kept")


def _read_edge(reading: _Reading, thing: Thing) -> None:
    name = _type(thing)
    kind = FACTS.get(name)
    ends = ENDS.get(kind) if kind else None
    there = [one for one in (thing.source, thing.target) if one in reading.things]
    if name.partition(".")[0] in FACTS and "." in name:
        reading.line(thing, Outcome.READ)
        return
    if kind is not None and ends is not None and len(there) == 2:
        given = dict(zip(ends, (thing.source, thing.target), strict=True))
        if reading.say(thing, kind, given, set()):
            reading.line(thing, Outcome.READ)
            return
    _keep_edge(reading, thing, there)


def _keep_edge(reading: _Reading, thing: Thing, there: list[Id]) -> None:
    """A relation of another program: a note at one end that mentions the other.

    Ids stand in it only when they name nobody: an id may be a name.
    """
    text = "\n".join(f"{key}: {value}" for key, value in thing.data.items())
    if len(there) == 2:
        reading.line(thing, Outcome.NOTE, "kept")
        about, other = there
        others = (other,) if other != about else ()
        reading.said.say(NoteFact(about, text, "GraphML edge", others))
        return
    missing = thing.target if thing.source in there else thing.source
    reading.line(thing, Outcome.MENDED, "no_record", id=missing)
    words = f"{thing.source} → {thing.target}\n{text}".strip()
    reading.said.say(NoteFact("".join(there), words, f"{FROM_FILE}GraphML edge"))
