"""Writing a union as FAM, and at its people the pointers to it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from samenspel.family.dates import UNKNOWN
from samenspel.family.facts import (
    BirthOrderFact,
    ChildFact,
    GenderFact,
    Id,
    NoteFact,
    PartnerFact,
    SexFact,
    StageFact,
)
from samenspel.family.words import Gender, Parentage, Sex, Stage
from samenspel.formats.gedcom.dialect import date_node
from samenspel.formats.gedcom.lines import Node
from samenspel.formats.gedcom.unions import CHILD, REGISTERED, tag_for
from samenspel.formats.gedcom.writing import Writing, restore
from samenspel.formats.said import Account

_PEDIGREE = {
    Parentage.BIRTH: "birth",
    Parentage.ADOPTED: "adopted",
    Parentage.FOSTER: "foster",
}
_HE = (Sex.MALE, Gender.MAN)
_SHE = (Sex.FEMALE, Gender.WOMAN)


@dataclass
class Bond:
    """The partners and children of a union; `ways` when GEDCOM can say how a child belongs."""

    partners: list[Account] = field(default_factory=list)
    children: dict[Id, list[Account]] = field(default_factory=dict)
    order: tuple[Id, ...] = ()

    def in_order(self) -> list[Id]:
        """Eldest first where somebody said so of all of them, else as they were spoken of.

        Dates tell the rest, to every program that reads them.
        """
        said = self.order if set(self.order) == set(self.children) else self.children
        return list(dict.fromkeys(said))

    def ways(self, child: Id) -> list[Parentage]:
        """The pedigrees that say all of it, or none when it takes more words than that."""
        said = self.children[child]
        facts = [one.fact for one in said]
        ways = list(dict.fromkeys(getattr(fact, "parentage", Parentage.BIRTH) for fact in facts))
        simple = all(not one.others and one.source == said[0].source for one in said)
        union = getattr(facts[0], "union", "")
        parents = [getattr(one.fact, "person", "") for one in self.partners[:2]] or [""]
        expected = [ChildFact(union, child, parent, way) for way in ways for parent in parents]
        known = all(way in _PEDIGREE for way in ways)
        return ways if simple and known and facts == expected else []


@dataclass
class Bonds:
    by_id: dict[Id, Bond] = field(default_factory=dict)
    partner_in: dict[Id, list[Id]] = field(default_factory=dict)
    child_in: dict[Id, list[Id]] = field(default_factory=dict)
    sexes: dict[Id, Sex | Gender] = field(default_factory=dict)

    @classmethod
    def of(cls, unions: list[Account], about: dict[Id, list[Account]]) -> "Bonds":
        bonds = cls({str(one.fact.brings): Bond() for one in unions})
        for accounts in about.values():
            for one in accounts:
                bonds._note(one)
        for union, bond in bonds.by_id.items():
            for one in bond.partners[:2]:
                bonds.partner_in.setdefault(getattr(one.fact, "person", ""), []).append(union)
            for child in bond.children:
                bonds.child_in.setdefault(child, []).append(union)
        return bonds

    def _note(self, account: Account) -> None:
        match account.fact:
            case PartnerFact(union=union):
                self.by_id[union].partners.append(account)
            case ChildFact(union=union, child=child):
                self.by_id[union].children.setdefault(child, []).append(account)
            case BirthOrderFact(union=union, children=children):
                self.by_id[union].order = children
            case SexFact(person=person, sex=sex):
                self.sexes.setdefault(person, sex)
            case GenderFact(person=person, gender=gender):
                self.sexes[person] = gender

    def of_person(self, writing: Writing, person: Id) -> list[Node]:
        return [
            *self._child_of(writing, person),
            *(
                Node("FAMS", pointer=writing.xref_of(union))
                for union in self.partner_in.get(person, ())
            ),
        ]

    def _child_of(self, writing: Writing, child: Id) -> Iterator[Node]:
        for union in self.child_in.get(child, ()):
            ways = self.by_id[union].ways(child)
            for way in ways or [Parentage.BIRTH]:
                node = Node("FAMC", pointer=writing.xref_of(union))
                if way is not Parentage.BIRTH or len(ways) > 1:
                    word = _PEDIGREE[way]
                    node.add(Node("PEDI", word.upper() if writing.dialect.is_7 else word))
                yield node


def union_record(writing: Writing, account: Account, said: list[Account], bonds: Bonds) -> Node:
    union = str(account.fact.brings)
    bond = bonds.by_id[union]
    record = writing.told(writing.record("FAM", union), account, "union")
    made = list(_partners(writing, bond, bonds))
    made += [_child(writing, bond, child) for child in bond.in_order()]
    notes = []
    for one in said:
        match one.fact:
            case NoteFact():
                notes.append(one)
            case StageFact():
                made.append(writing.told(_stage(writing, one.fact), one, "union"))
            case PartnerFact() | ChildFact():
                pass
            case _:
                made.append(writing.own(one, "union"))
    record.add(*made)
    restore(writing, record, notes, made)
    return record


def _partners(writing: Writing, bond: Bond, bonds: Bonds) -> Iterator[Node]:
    people = [getattr(one.fact, "person", "") for one in bond.partners[:2]]
    tags = _tags([bonds.sexes.get(person) for person in people])
    for one, person, tag in zip(bond.partners, people, tags, strict=False):
        node = Node(tag, pointer=writing.xref_of(person))
        yield writing.told(node, one, "union", "person")
    for one in bond.partners[2:]:
        yield writing.own(one, "union")


def _tags(sexes: list[Sex | Gender | None]) -> list[str]:
    """HUSB and WIFE, one each, by sex where that tells them apart."""
    if len(sexes) == 1:
        return ["WIFE" if sexes[0] in _SHE else "HUSB"]
    turned = len(sexes) == 2 and (
        (sexes[0] in _SHE and sexes[1] not in _SHE) or (sexes[1] in _HE and sexes[0] not in _HE)
    )
    return ["WIFE", "HUSB"] if turned else ["HUSB", "WIFE"]


def _child(writing: Writing, bond: Bond, child: Id) -> Node:
    node = Node("CHIL", pointer=writing.xref_of(child))
    said = bond.children[child]
    if bond.ways(child):
        return writing.cite(node, said[0].source)
    return node.add(*(writing.own(one, "union", "child", tag=CHILD) for one in said))


def _stage(writing: Writing, fact: StageFact) -> Node:
    node = Node(tag_for(fact.stage))
    if fact.stage is Stage.REGISTERED:
        node.add(Node("TYPE", REGISTERED))
    elif node.tag == "EVEN":
        node.add(Node("TYPE", fact.stage.value))
    if fact.on != UNKNOWN:
        node.add(date_node("DATE", fact.on, writing.dialect))
    elif node.tag != "EVEN":
        node.text = "Y"
    return node
