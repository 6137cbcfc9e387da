"""Reading a family: FAM and what stands below it."""

from itertools import pairwise

from samenspel.family.dates import UNKNOWN, PartialDate
from samenspel.family.facts import (
    BirthOrderFact,
    ChildFact,
    Id,
    PartnerFact,
    StageFact,
    UnionFact,
)
from samenspel.family.statements import NO_SOURCE
from samenspel.family.words import Stage
from samenspel.formats.gedcom import extension
from samenspel.formats.gedcom.dialect import take
from samenspel.formats.gedcom.kin import Bond, Link
from samenspel.formats.gedcom.lines import Node
from samenspel.formats.gedcom.reading import (
    Handler,
    Reading,
    extended,
    is_linked,
    read_note,
    read_parts,
)
from samenspel.formats.report import Outcome

CHILD = extension.tag_of("child")
REGISTERED = "registered partnership"
STAGE_WORDS = {stage.value: stage for stage in Stage}
_SEPARATED = {"separation", "separated", "uit elkaar", "gescheiden van tafel en bed"}
_REGISTERED = {
    REGISTERED, "civil partnership", "civil union", "civil", "partners", "pacs",
    "geregistreerd partnerschap",
}  # fmt: skip
_TOGETHER = {"common law", "common law marriage", "cohabitation", "samenwonend", "unmarried"}


def read_union(reading: Reading, bond: Bond) -> None:
    record = bond.record
    take(record)
    for own in record.all(extension.OWN_ID):
        take(own)
    reading.say(UnionFact(bond.id), record, {"union": bond.id})
    for node in record.children:
        if id(node) in reading.linked and node.tag != "CHIL":
            person = reading.ids[node.pointer]
            given = {"union": bond.id, "person": person}
            reading.say(PartnerFact(bond.id, person), node, given)
    for person in bond.only_said_by_partner:
        reading.said.say(PartnerFact(bond.id, person))
    for link in bond.children.values():
        _read_child(reading, bond, link)
    read_parts(reading, record, bond.id, _HANDLERS)
    if not reading.ours:
        _birth_order(reading, bond)


def _read_child(reading: Reading, bond: Bond, link: Link) -> None:
    given = {"union": bond.id, "child": link.child}
    explicit = list(link.in_family.all(CHILD)) if link.in_family else []
    found = [(node, reading.fact_in(node, ChildFact, given)) for node in explicit]
    for node, fact in found:
        if fact is not None:
            reading.say(fact, node, given)
    if not any(fact for _, fact in found):
        source = reading.source_of(link.in_family) if link.in_family else NO_SOURCE
        for fact in link.facts:
            reading.said.say(fact, source)
    if not link.in_child and link.in_family:
        reading.remark(link.in_family, Outcome.MENDED, "only_child")
    if not link.in_family:
        reading.remark(link.in_child[0], Outcome.MENDED, "only_parent")


def _birth_order(reading: Reading, bond: Bond) -> None:
    """The order in the file tells who is elder, unless dates do or contradict it."""
    children = [link.child for link in bond.children.values() if link.in_family]
    if len(children) < 2:
        return
    births = [reading.births.get(child, UNKNOWN) for child in children]
    if _are_in_order(births):
        reading.said.say(BirthOrderFact(bond.id, tuple(children)))


def _are_in_order(births: list[PartialDate]) -> bool:
    """Not all known, and those that are known are not the other way round."""
    known = [when for when in births if when.middle]
    pairs = list(pairwise(known))
    if any(later.is_certainly_before(earlier) for earlier, later in pairs):
        return False
    certain = all(earlier.is_certainly_before(later) for earlier, later in pairs)
    return not (certain and len(known) == len(births))


# --- Stages ---------------------------------------------------------------------------------------


def _stage(reading: Reading, node: Node, union: Id) -> bool:
    stage = _which_stage(node)
    if stage is None:
        return False
    date = node.first("DATE")
    when = reading.date(date) if date and (date.text or date.children) else UNKNOWN
    if node.tag == "ANUL":
        reading.remark(node, Outcome.MENDED, "annulled")
        node.add(Node("TYPE", "annulment"))
    reading.written_as[id(node)] = tag_for(stage)
    reading.say(StageFact(union, stage, when), node, {"union": union})
    return True


def tag_for(stage: Stage) -> str:
    """What we write a stage as."""
    if stage is Stage.DIVORCED:
        return "DIV"
    return "MARR" if stage in (Stage.MARRIED, Stage.REGISTERED) else "EVEN"


def _which_stage(node: Node) -> Stage | None:
    typed = node.first("TYPE")
    word = " ".join(typed.text.casefold().split()) if typed else ""
    match node.tag:
        case "DIV" | "ANUL":
            return Stage.DIVORCED if node.text.strip().upper() != "N" else None
        case "_SEPR":
            return Stage.LIVING_APART
        case "MARR":
            return _kind_of_marriage(node, typed, word)
    return _kind_of_event(node, typed, word)


def _kind_of_marriage(node: Node, typed: Node | None, word: str) -> Stage | None:
    if node.text.strip().upper() == "N":
        return None
    if typed is not None and word == REGISTERED:
        take(typed)
    if word in _REGISTERED:
        return Stage.REGISTERED
    return Stage.LIVING_TOGETHER if word in _TOGETHER else Stage.MARRIED


def _kind_of_event(node: Node, typed: Node | None, word: str) -> Stage | None:
    """EVEN with a TYPE that is a stage of ours, or that says they live apart."""
    if typed is None or node.text:
        return None
    stage = STAGE_WORDS.get(typed.text)
    if stage is not None:
        take(typed)
        return stage
    return Stage.LIVING_APART if word in _SEPARATED else None


def _own_tag(reading: Reading, node: Node, union: Id) -> bool:
    return extended(reading, node, union, "union")


_HANDLERS: dict[str, Handler] = {
    "HUSB": is_linked,
    "WIFE": is_linked,
    "CHIL": is_linked,
    **dict.fromkeys(("MARR", "DIV", "ANUL", "EVEN", "_SEPR"), _stage),
    "NOTE": read_note,
    "SNOTE": read_note,
    **dict.fromkeys(
        map(extension.tag_of, ("more_children", "birth_order", "partner", "stage")), _own_tag
    ),
}
