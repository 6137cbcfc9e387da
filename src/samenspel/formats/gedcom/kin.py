"""Who belongs to which family, from both ends: what FAM says of people and INDI of families.

Programs often write one end only; either counts. A pointer that cannot be used (to nothing, a
third partner, somebody who would be their own ancestor) is left for a note.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from samenspel.family.ancestry import circular
from samenspel.family.facts import ChildFact, Id
from samenspel.family.words import Parentage
from samenspel.formats.gedcom.dialect import take
from samenspel.formats.gedcom.lines import Node
from samenspel.formats.gedcom.names import name_of
from samenspel.formats.gedcom.reading import Reading
from samenspel.formats.report import Outcome

_PEDIGREE = {
    "BIRTH": Parentage.BIRTH,
    "ADOPTED": Parentage.ADOPTED,
    "FOSTER": Parentage.FOSTER,
    "SEALING": Parentage.BIRTH,  # a rite; the word itself is kept beside it
}
_RELATIONS = {
    "natural": Parentage.BIRTH,
    "birth": Parentage.BIRTH,
    "biological": Parentage.BIRTH,
    "adopted": Parentage.ADOPTED,
    "foster": Parentage.FOSTER,
    "step": Parentage.STEP,
    "guardian": Parentage.GUARDIAN,
    "unknown": Parentage.UNKNOWN,
}
RELATION_TAGS = {"HUSB": "_FREL", "WIFE": "_MREL"}


@dataclass
class Link:
    """A child of a family: the line in the family, and those of the child.

    `facts` are what those lines say of each parent, unless our own tags say it.
    """

    child: Id
    in_family: Node | None = None
    in_child: list[Node] = field(default_factory=list)
    facts: list[ChildFact] = field(default_factory=list)

    def nodes(self) -> Iterator[Node]:
        if self.in_family:
            yield self.in_family
        yield from self.in_child


@dataclass
class Bond:
    """A family: `partners` with the tag they stand under."""

    record: Node
    id: Id
    partners: dict[Id, str] = field(default_factory=dict)
    only_said_by_partner: list[Id] = field(default_factory=list)
    children: dict[Id, Link] = field(default_factory=dict)

    def link(self, child: Id) -> Link:
        return self.children.setdefault(child, Link(child))


def bonds_of(reading: Reading, people: list[Node], families: list[Node]) -> list[Bond]:
    bonds = {reading.id_by[id(one)]: Bond(one, reading.id_by[id(one)]) for one in families}
    for bond in bonds.values():
        _partners(reading, bond)
        _children(reading, bond)
    for person in people:
        _from_person(reading, bonds, person)
    if not reading.ours:  # in ours every account stands as it was said
        _without_circles(reading, bonds, people)
    for bond in bonds.values():
        for link in bond.children.values():
            link.facts = _child_facts(reading, bond, link)
    return list(bonds.values())


def _partners(reading: Reading, bond: Bond) -> None:
    for node in bond.record.children:
        if node.tag not in RELATION_TAGS:
            continue
        person = reading.id_to(node, "INDI")
        if person is None:
            continue
        if person in bond.partners:
            reading.remark(node, Outcome.MENDED, "same_partner")
        elif len(bond.partners) == 2:
            reading.remark(node, Outcome.MENDED, "third_partner")
        else:
            bond.partners[person] = node.tag
            _linked(reading, node)


def _children(reading: Reading, bond: Bond) -> None:
    for node in bond.record.all("CHIL"):
        child = reading.id_to(node, "INDI")
        if child is None:
            continue
        link = bond.link(child)
        if link.in_family:
            reading.remark(node, Outcome.MENDED, "same_child")
        else:
            link.in_family = node
            _linked(reading, node)


def _linked(reading: Reading, node: Node) -> None:
    take(node)
    reading.linked.add(id(node))


def _from_person(reading: Reading, bonds: dict[Id, Bond], record: Node) -> None:
    person = reading.id_by[id(record)]
    for node in record.children:
        if node.tag == "ADOP":
            _adopted(reading, node, person)
        if node.tag not in ("FAMS", "FAMC"):
            continue
        family = reading.id_to(node, "FAM")
        if family is None:
            continue
        if node.tag == "FAMS":
            _as_partner(reading, bonds[family], person, node)
        else:
            bonds[family].link(person).in_child.append(node)
            _linked(reading, node)


def _adopted(reading: Reading, node: Node, person: Id) -> None:
    """ADOP with the family that adopted: by one of its partners, or by both."""
    family = node.first("FAMC")
    if family is not None and family.pointer in reading.ids:
        by = family.first("ADOP")
        said = by.text.strip().upper() if by else "BOTH"
        reading.adopted[reading.ids[family.pointer], person] = said


def _as_partner(reading: Reading, bond: Bond, person: Id, node: Node) -> None:
    if person not in bond.partners:
        if len(bond.partners) == 2:
            reading.remark(node, Outcome.MENDED, "third_partner")
            return
        reading.remark(node, Outcome.MENDED, "only_partner")
        bond.partners[person] = ""
        bond.only_said_by_partner.append(person)
    _linked(reading, node)


# --- Nobody is their own ancestor -----------------------------------------------------------------


def _without_circles(reading: Reading, bonds: dict[Id, Bond], people: Iterable[Node]) -> None:
    pairs = [(bond.id, child) for bond in bonds.values() for child in bond.children]
    skipped = circular({bond.id: tuple(bond.partners) for bond in bonds.values()}, pairs)
    if skipped:
        names = {reading.id_by[id(one)]: _name(one) for one in people}
        for union, child in pairs:
            if (union, child) in skipped:
                _skip(reading, bonds[union].children.pop(child), names[child])


def _name(record: Node) -> str:
    name = record.first("NAME")
    return (name_of(name) if name else "") or record.xref


def _skip(reading: Reading, link: Link, name: str) -> None:
    for node in link.nodes():
        reading.remark(node, Outcome.NOTE, "own_ancestor", name=name)
        reading.linked.discard(id(node))
        node.outcome = None


# --- Parents, one by one --------------------------------------------------------------------------


def _child_facts(reading: Reading, bond: Bond, link: Link) -> list[ChildFact]:
    """A fact per parent, and per way to be a parent when the file tells of more than one."""
    ways = list(dict.fromkeys(_pedigrees(reading, link)))
    own_ways = _ways_by_parent(reading, bond, link, with_pedigree=bool(ways))
    facts = (
        ChildFact(bond.id, link.child, parent, own_ways.get(parent, way))
        for way in ways or [Parentage.BIRTH]
        for parent in list(bond.partners) or [""]
    )
    return list(dict.fromkeys(facts))


def _pedigrees(reading: Reading, link: Link) -> Iterator[Parentage]:
    for node in link.in_child:
        pedigree = node.first("PEDI")
        if pedigree is None:
            continue
        word = pedigree.text.strip().upper()
        way = _PEDIGREE.get(word)
        if way is None:
            reading.remark(pedigree, Outcome.NOT_UNDERSTOOD, "value", value=pedigree.text)
            yield Parentage.UNKNOWN
            continue
        if word != "SEALING":
            take(pedigree)
        yield way


def _ways_by_parent(
    reading: Reading, bond: Bond, link: Link, *, with_pedigree: bool
) -> dict[Id, Parentage]:
    found: dict[Id, Parentage] = {}
    adopted_by = "" if with_pedigree else reading.adopted.get((bond.id, link.child), "")
    for parent, tag in bond.partners.items():
        way = _relation(link, RELATION_TAGS.get(tag, ""))
        if way is None and adopted_by and adopted_by in (tag, "BOTH"):
            way = Parentage.ADOPTED
        if way is not None:
            found[parent] = way
    return found


def _relation(link: Link, tag: str) -> Parentage | None:
    node = link.in_family.first(tag) if link.in_family and tag else None
    way = _RELATIONS.get(node.text.strip().casefold()) if node else None
    if node and way:
        take(node)
    return way
