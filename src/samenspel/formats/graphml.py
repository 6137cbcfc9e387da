"""GraphML, in the manner of Network Canvas: nodes and edges with a `type`, and keys by name.

People, households, organisations and unions are nodes. What is said between two of them is an
edge. Every other fact is a node of its own, with edges to whom it is about, named after the
field: `twins.children`. What is known of a person alone stands on the node as well, where other
programs look for it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from samenspel.family.dates import UNKNOWN, DateError, PartialDate, Period
from samenspel.family.facts import (
    FACTS,
    AliasFact,
    BirthFact,
    ChildFact,
    DeathFact,
    Fact,
    GenderFact,
    HouseholdFact,
    Id,
    IndexFact,
    InvolvedFact,
    LivesInFact,
    NameFact,
    NoteFact,
    OrganisationFact,
    PartnerFact,
    PersonFact,
    SexFact,
    SupporterFact,
    TieFact,
    UnionFact,
)
from samenspel.family.statements import NO_SOURCE, FamilyMap, Source
from samenspel.formats import graph
from samenspel.formats.fields import (
    Holds,
    Slot,
    ValueNotUnderstood,
    build,
    simple_text,
    simple_value,
    slots_of,
)
from samenspel.formats.gedcom.lines import BREAKS, FORBIDDEN
from samenspel.formats.graph import Thing
from samenspel.formats.report import Line, Outcome, Read
from samenspel.formats.said import Account, Said, accounts

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
_OF_PERSON = {kind: key for key, (kind, _) in ON_PERSON.items()}
TYPE, AGAINST, PHRASE = "type", "against", ".phrase"
SOURCE = {"who": "source_who", "on": "source_on", "conversation": "source_conversation"}
_OTHER_TYPES = ("networkCanvasType", "network_canvas_type")

# --- Values ---------------------------------------------------------------------------------------


def _put(data: dict[str, str], slot: Slot, value: Any) -> None:
    match slot.holds:
        case Holds.DATE:
            _put_date(data, slot.name, value)
        case Holds.PERIOD:
            if value.start != UNKNOWN:
                _put_date(data, "start", value.start)
            if value.end is not None:
                _put_date(data, "end", value.end)
        case Holds.ID:
            data[slot.name] = value
        case _:
            data[slot.name] = simple_text(slot, value)


def _put_date(data: dict[str, str], name: str, when: PartialDate) -> None:
    data[name] = str(when)
    if when.phrase:
        data[name + PHRASE] = when.phrase


def _get(data: dict[str, str], slot: Slot) -> Any:
    match slot.holds:
        case Holds.DATE:
            return _get_date(data, slot.name)
        case Holds.PERIOD:
            start = _get_date(data, "start") if "start" in data else UNKNOWN
            return Period(start, _get_date(data, "end") if "end" in data else None)
        case Holds.ID:
            return data[slot.name]
    return simple_value(slot, data[slot.name])


def _get_date(data: dict[str, str], name: str) -> PartialDate:
    when = PartialDate.parse(data[name])
    return PartialDate(when.precision, when.at, when.until, data.get(name + PHRASE, ""))


def _is_there(data: dict[str, str], slot: Slot) -> bool:
    if slot.holds is Holds.PERIOD:
        return "start" in data or "end" in data
    return slot.name in data


def _keys(slot: Slot) -> set[str]:
    if slot.holds is Holds.PERIOD:
        return {"start", "end", "start" + PHRASE, "end" + PHRASE}
    return {slot.name, slot.name + PHRASE} if slot.holds is Holds.DATE else {slot.name}


# --- Writing --------------------------------------------------------------------------------------


@dataclass
class _Drawing:
    nodes: dict[Id, Thing] = field(default_factory=dict)
    facts: list[Thing] = field(default_factory=list)
    edges: list[Thing] = field(default_factory=list)

    def new(self, letter: str) -> str:
        """A number that no id of the family has."""
        number = len(self.facts) + len(self.edges) + 1
        made = f"{letter}{number}"
        while made in self.nodes:
            made += "_"
        return made


def render(family_map: FamilyMap, *, made_on: date) -> bytes:
    told = list(accounts(family_map))
    drawing = _Drawing()
    for one in told:
        if one.fact.brings is not None:
            drawing.nodes[one.fact.brings] = _node(one.fact)
    for one in told:
        _draw(drawing, one)
    things = [*drawing.nodes.values(), *drawing.facts]
    return "".join(_xml(things, drawing.edges, made_on)).encode()


def _node(fact: Fact) -> Thing:
    thing = Thing(0, str(fact.brings), data={TYPE: fact.kind})
    _put_fields(thing, fact, {fact.introduces})
    return thing


def _put_fields(thing: Thing, fact: Fact, without: Iterable[str]) -> None:
    for slot in slots_of(type(fact)):
        value = getattr(fact, slot.name)
        if slot.name not in without and slot.holds is not Holds.IDS and value != slot.default:
            _put(thing.data, slot, value)


def _draw(drawing: _Drawing, account: Account) -> None:
    fact = account.fact
    plain = account.source == NO_SOURCE and not account.others
    if type(fact) in _OF_PERSON:
        _put_on_person(drawing, fact)
        if plain:
            return
    elif fact.brings is not None and plain:
        return
    against = ""
    for said, source in (*account.others, (fact, account.source)):
        thing = _thing(drawing, said)
        _put_source(thing, source)
        if against:
            thing.data[AGAINST] = against
        against = thing.id if fact.slot is None else ""


def _put_on_person(drawing: _Drawing, fact: Fact) -> None:
    key = _OF_PERSON[type(fact)]
    name = ON_PERSON[key][1]
    data = drawing.nodes[getattr(fact, "person", "")].data
    value = getattr(fact, name) if name else "Y"
    if isinstance(value, PartialDate):
        _put_date(data, key, value)
    else:
        data[key] = str(getattr(value, "value", value))


def _put_source(thing: Thing, source: Source) -> None:
    if source.who:
        thing.data[SOURCE["who"]] = source.who
    if source.on != UNKNOWN:
        _put_date(thing.data, SOURCE["on"], source.on)
    if source.conversation:
        thing.data[SOURCE["conversation"]] = source.conversation


def _thing(drawing: _Drawing, fact: Fact) -> Thing:
    ends = ENDS.get(type(fact))
    if ends is None:
        return _fact_node(drawing, fact)
    source, target = (getattr(fact, end) for end in ends)
    thing = Thing(0, drawing.new("e"), source, target, {TYPE: fact.kind})
    _put_fields(thing, fact, ends)
    drawing.edges.append(thing)
    return thing


def _fact_node(drawing: _Drawing, fact: Fact) -> Thing:
    thing = Thing(0, drawing.new("f"), data={TYPE: f"{fact.kind}.said"})
    drawing.facts.append(thing)
    ids = [slot for slot in slots_of(type(fact)) if slot.holds in (Holds.ID, Holds.IDS)]
    _put_fields(thing, fact, {slot.name for slot in ids})
    for slot in ids:
        value = getattr(fact, slot.name)
        for one in value if slot.holds is Holds.IDS else (value,):
            if one:
                data = {TYPE: f"{fact.kind}.{slot.name}"}
                drawing.edges.append(Thing(0, drawing.new("e"), thing.id, one, data))
    return thing


def _xml(nodes: list[Thing], edges: list[Thing], made_on: date) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<graphml xmlns="{graph.NAMESPACE}">\n'
    yield f"  <desc>Samenspel {made_on.isoformat()}</desc>\n"
    for key in sorted({key for thing in (*nodes, *edges) for key in thing.data}):
        name = _attribute(key)
        yield f'  <key id={name} for="all" attr.name={name} attr.type="string"/>\n'
    yield '  <graph id="family" edgedefault="directed">\n'
    for node in nodes:
        yield from _element("node", f"id={_attribute(node.id)}", node.data)
    for edge in edges:
        source, target = _attribute(edge.source), _attribute(edge.target)
        yield from _element(
            "edge", f"id={_attribute(edge.id)} source={source} target={target}", edge.data
        )
    yield "  </graph>\n</graphml>\n"


def _attribute(text: str) -> str:
    return quoteattr(FORBIDDEN.sub("�", text))


def _element(name: str, attributes: str, data: dict[str, str]) -> Iterator[str]:
    yield f"    <{name} {attributes}>\n"
    for key, value in data.items():
        clean = "\n".join(BREAKS.split(FORBIDDEN.sub("�", value)))
        yield f"      <data key={_attribute(key)}>{escape(clean)}</data>\n"
    yield f"    </{name}>\n"


# --- Reading --------------------------------------------------------------------------------------


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
                if _is_there(thing.data, slot):
                    values[slot.name] = _get(thing.data, slot)
            fact = build(kind, values)
            source = _source(thing.data)
        except (ValueNotUnderstood, DateError) as error:
            self.line(thing, Outcome.NOT_UNDERSTOOD, "value", value=error)
            return False
        against = self.statement.get(thing.data.get(AGAINST, ""), "")
        self.statement[thing.id] = self.said.say(fact, source, against=against)
        if fact.slot:
            self.told.add(fact.slot)
        known = {TYPE, AGAINST, *_SOURCE_KEYS, *own}.union(*map(_keys, left))
        about = str(fact.brings or given.get(ENDS.get(kind, ("",))[0], ""))
        self.keep(thing, about, known)
        return True

    def keep(self, thing: Thing, about: Id, known: set[str]) -> None:
        """Data of other programs, in a note."""
        for key, value in thing.data.items():
            if key not in known and key not in _OTHER_TYPES and value:
                self.said.say(NoteFact(about, value, f"GraphML {key}"))
                self.line(thing, Outcome.NOTE, "kept")


_SOURCE_KEYS = {*SOURCE.values(), SOURCE["on"] + PHRASE}
_PERSON_KEYS = {*ON_PERSON, "birth" + PHRASE, "death" + PHRASE}


def _source(data: dict[str, str]) -> Source:
    on = _get_date(data, SOURCE["on"]) if SOURCE["on"] in data else UNKNOWN
    return Source(data.get(SOURCE["who"], ""), on, data.get(SOURCE["conversation"], ""))


def _type(thing: Thing) -> str:
    found = next((thing.data[key] for key in (TYPE, *_OTHER_TYPES) if key in thing.data), "")
    return found.strip()


def parse(data: bytes) -> Read:
    found = graph.read(data)
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
        reading.said.say(kind(thing.id, **({"name": ""} if kind is OrganisationFact else {})))  # type: ignore[call-arg]
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
                values[slot.name] = _get(renamed, slot)
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
    reading.said.say(NoteFact("", text, f"GraphML {thing.id}"))
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
    """A relation of another program: a note at one end that mentions the other."""
    if len(there) < 2:
        missing = thing.target if thing.source in there else thing.source
        reading.line(thing, Outcome.MENDED, "no_record", id=missing)
    else:
        reading.line(thing, Outcome.NOTE, "kept")
    text = "\n".join(f"{key}: {value}" for key, value in thing.data.items())
    words = (
        f"{thing.source} → {thing.target}\n{text}" if text else f"{thing.source} → {thing.target}"
    )
    about, *others = there or [""]
    reading.said.say(NoteFact(about, words, "GraphML edge", tuple(others)))
