"""Writing a family map as GraphML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from samenspel.family.dates import UNKNOWN, PartialDate
from samenspel.family.facts import (
    Fact,
    Id,
)
from samenspel.family.statements import NO_SOURCE, FamilyMap, Source
from samenspel.formats.fields import (
    Holds,
    slots_of,
)
from samenspel.formats.gedcom.lines import BREAKS, FORBIDDEN
from samenspel.formats.graphml import graph
from samenspel.formats.graphml.graph import Thing
from samenspel.formats.graphml.shape import (
    AGAINST,
    ENDS,
    OF_PERSON,
    ON_PERSON,
    SOURCE,
    TYPE,
    put_date,
    put_value,
)
from samenspel.formats.said import Account, accounts


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
            put_value(thing.data, slot, value)


def _draw(drawing: _Drawing, account: Account) -> None:
    fact = account.fact
    plain = account.source == NO_SOURCE and not account.others
    if type(fact) in OF_PERSON:
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
    key = OF_PERSON[type(fact)]
    name = ON_PERSON[key][1]
    data = drawing.nodes[getattr(fact, "person", "")].data
    value = getattr(fact, name) if name else "Y"
    if isinstance(value, PartialDate):
        put_date(data, key, value)
    else:
        data[key] = str(getattr(value, "value", value))


def _put_source(thing: Thing, source: Source) -> None:
    if source.who:
        thing.data[SOURCE["who"]] = source.who
    if source.on != UNKNOWN:
        put_date(thing.data, SOURCE["on"], source.on)
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
