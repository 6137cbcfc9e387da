"""Our own tags: every kind of fact, and every field of one, has a tag that is its name.

`_SAMTIE` is a tie, `_SAMSTRENGTH` its strength. The first field stands on the line itself when it
is a word or a number, the others below it. Fields at their default are left out.
"""

from collections.abc import Callable, Mapping
from typing import Any

from samenspel.family.dates import UNKNOWN, PartialDate, Period
from samenspel.family.facts import FACTS, Fact, Id
from samenspel.formats.fields import (
    Holds,
    Slot,
    ValueNotUnderstood,
    build,
    simple_text,
    simple_value,
    slots_of,
)
from samenspel.formats.gedcom import dates
from samenspel.formats.gedcom.dialect import Dialect, date_node, date_of, take
from samenspel.formats.gedcom.lines import VOID, Node

PREFIX = "_SAM"
ACCOUNT = "_SAMACCOUNT"  # another account of what it stands under
OWN_ID = "_SAMID"  # the id, when it cannot be a number of GEDCOM
LABEL = "_SAMLABEL"
START, END = "_SAMSTART", "_SAMEND"
DOCUMENTED_AT = "https://github.com/samenspel/samenspel/blob/main/docs/formats.md#"

_IN_LINE = {Holds.TEXT, Holds.CHOICE, Holds.NUMBER}


def tag_of(name: str) -> str:
    return PREFIX + name.replace("_", "").upper()


KIND_OF: Mapping[str, type[Fact]] = {tag_of(name): kind for name, kind in FACTS.items()}


def uri_of(tag: str) -> str:
    return DOCUMENTED_AT + tag.lower()


# --- Writing --------------------------------------------------------------------------------------

XrefOf = Callable[[Id], str]


def to_node(
    fact: Fact,
    dialect: Dialect,
    xref_of: XrefOf,
    *,
    tag: str = "",
    without: tuple[str, ...] = (),
) -> Node:
    """The fact as a structure; `without` names the fields that its place already tells."""
    node = Node(tag or tag_of(fact.kind))
    left = [slot for slot in slots_of(type(fact)) if slot.name not in without]
    has_words = bool(left) and left[0].holds is Holds.TEXT
    if left and left[0].holds in _IN_LINE:
        value = getattr(fact, left[0].name)
        node.text = "" if value is None else simple_text(left[0], value)
        left = left[1:]
    for slot in left:
        value = getattr(fact, slot.name)
        if value != slot.default:
            node.add(*_nodes(slot, value, dialect, xref_of))
    if not (node.text or node.children or has_words):
        node.text = "Y"
    return node


def _nodes(slot: Slot, value: Any, dialect: Dialect, xref_of: XrefOf) -> list[Node]:
    tag = tag_of(slot.name)
    match slot.holds:
        case Holds.ID:
            return [Node(tag, pointer=xref_of(value) if value else VOID)]
        case Holds.IDS:
            return [Node(tag, pointer=xref_of(one)) for one in value]
        case Holds.DATE:
            return [own_date(tag, value, dialect)]
        case Holds.PERIOD:
            return [period_node(tag, value, dialect)]
    return [Node(tag, simple_text(slot, value))]


def own_date(tag: str, when: PartialDate, dialect: Dialect) -> Node:
    node = date_node(tag, when, dialect)
    return node if node.text or node.children else Node(tag, "?")


def period_node(tag: str, period: Period, dialect: Dialect) -> Node:
    text = dates.render_period(period)
    if text is not None:
        return Node(tag, text)
    node = Node(tag)
    if period.start != UNKNOWN:
        node.add(own_date(START, period.start, dialect))
    if period.end is not None:
        node.add(own_date(END, period.end, dialect))
    return node


# --- Reading --------------------------------------------------------------------------------------

IdOf = Callable[[str], Id]


def to_fact(
    kind: type[Fact], node: Node, dialect: Dialect, id_of: IdOf, given: Mapping[str, Any]
) -> Fact:
    """The reverse of `to_node`; ValueNotUnderstood when something is missing or no value of ours.

    `id_of` gives the id behind a pointer, and says ValueNotUnderstood itself.
    """
    values = dict(given)
    left = [slot for slot in slots_of(kind) if slot.name not in given]
    taken = [node]
    if left and left[0].holds in _IN_LINE:
        _in_line(left.pop(0), node, values)
    for slot in left:
        found = list(node.all(tag_of(slot.name)))
        if found or slot.holds is Holds.IDS:
            values[slot.name] = _value(slot, found, dialect, id_of)
            taken.extend(found)
    fact = build(kind, values)
    for one in taken:
        take(one)
    return fact


def _in_line(slot: Slot, node: Node, values: dict[str, Any]) -> None:
    if slot.holds is Holds.NUMBER and node.text == "Y":
        return  # only that it is so
    values[slot.name] = simple_value(slot, node.text)


def _value(slot: Slot, nodes: list[Node], dialect: Dialect, id_of: IdOf) -> Any:
    if slot.holds is Holds.IDS:
        return tuple(id_of(one.pointer) for one in nodes)
    node = nodes[0]
    match slot.holds:
        case Holds.ID:
            return "" if node.pointer == VOID else id_of(node.pointer)
        case Holds.DATE:
            return _own_date(node, dialect)
        case Holds.PERIOD:
            return period_of(node, dialect)
    return simple_value(slot, node.text)


def _own_date(node: Node, dialect: Dialect) -> PartialDate:
    if node.text == "?":
        take(node)
        return UNKNOWN
    return date_of(node, dialect).when


def period_of(node: Node, dialect: Dialect) -> Period:
    start, end = node.first(START), node.first(END)
    if start is None and end is None:
        period = dates.parse_period(node.text)
        if period is None:
            raise ValueNotUnderstood(node.text[:80])
        return period
    return Period(
        _own_date(start, dialect) if start else UNKNOWN, _own_date(end, dialect) if end else None
    )
