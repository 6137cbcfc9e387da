"""Writing a family map as GEDCOM of either version."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from samenspel.family.facts import (
    EventFact,
    Fact,
    HouseholdFact,
    Id,
    InvolvedFact,
    LivesInFact,
    NoteFact,
    OrganisationFact,
    PersonFact,
    SupporterFact,
    UnionFact,
)
from samenspel.family.statements import NO_SOURCE, FamilyMap
from samenspel.formats.gedcom import dates, extension, lines, raw
from samenspel.formats.gedcom.dialect import GEDCOM_5, GEDCOM_7, SYSTEM, Dialect
from samenspel.formats.gedcom.lines import Node
from samenspel.formats.gedcom.people_out import person_record
from samenspel.formats.gedcom.unions_out import Bonds, union_record
from samenspel.formats.gedcom.writing import Writing
from samenspel.formats.said import Account, accounts

NOTE = extension.tag_of("note")
RESERVED = {"INDI", "FAM", "HEAD", "TRLR"}


@dataclass
class Sorted:
    """The facts by what they are about; `others` stand as records of their own."""

    things: dict[str, list[Account]] = field(default_factory=dict)  # by kind
    about: dict[Id, list[Account]] = field(default_factory=dict)
    others: list[Account] = field(default_factory=list)
    of_the_file: list[Account] = field(default_factory=list)


def write(family_map: FamilyMap, dialect: Dialect, *, made_on: date) -> str:
    found = _sort(accounts(family_map))
    head = next((one for one in found.of_the_file if _path(one) == "HEAD"), None)
    was = raw.from_text("HEAD", _text(head)) if head else None
    writing = Writing(dialect, _version(was))
    of_the_file = [_record_of_file(writing, one) for one in found.of_the_file]
    for kind, letter in _LETTERS.items():
        things = found.things.get(kind.kind, ())
        writing.number((str(one.fact.brings) for one in things), letter)
    body = [*_things(writing, found), *(writing.own(one) for one in found.others)]
    rest = [_file_note(writing, one) if node is None else node for node, one in of_the_file]
    records = [*body, *_renumbered(writing, rest)]
    whole = [*_head(writing, records, was, made_on), *records, Node("TRLR")]
    return lines.render(whole, doubled=dialect.doubled)


_LETTERS: dict[type[Fact], str] = {
    PersonFact: "I",
    UnionFact: "F",
    HouseholdFact: "H",
    OrganisationFact: "O",
}


def _sort(found: Iterable[Account]) -> Sorted:
    result = Sorted()
    for one in found:
        fact = one.fact
        if fact.brings is not None:
            result.things.setdefault(fact.kind, []).append(one)
        elif isinstance(fact, NoteFact) and not fact.about:
            result.of_the_file.append(one)
        elif about := _about(fact):
            result.about.setdefault(about, []).append(one)
        else:
            result.others.append(one)
    return result


def _about(fact: Fact) -> Id:
    """The record a fact is written below; empty when it stands alone."""
    match fact:
        case NoteFact():
            return fact.about
        case EventFact():
            return fact.who[0] if fact.who else ""
        case SupporterFact():
            return ""
        case LivesInFact():
            return fact.household
        case InvolvedFact():
            return fact.organisation
    found: Id = getattr(fact, "union", "") or getattr(fact, "person", "")
    return found


def _things(writing: Writing, found: Sorted) -> Iterator[Node]:
    bonds = Bonds.of(found.things.get(UnionFact.kind, []), found.about)
    for one in found.things.get(PersonFact.kind, []):
        yield person_record(writing, one, found.about.get(str(one.fact.brings), []), bonds)
    for one in found.things.get(UnionFact.kind, []):
        yield union_record(writing, one, found.about.get(str(one.fact.brings), []), bonds)
    for kind in (HouseholdFact, OrganisationFact):
        for one in found.things.get(kind.kind, []):
            yield _own_record(writing, one, found.about.get(str(one.fact.brings), []))


def _own_record(writing: Writing, account: Account, parts: list[Account]) -> Node:
    name = account.fact.introduces
    record = writing.own(account, name)
    writing.numbered(record, str(account.fact.brings))
    for part in parts:
        is_note = isinstance(part.fact, NoteFact)
        record.add(writing.note(part) if is_note else writing.own(part, name))
    return record


# --- What the file said of itself -----------------------------------------------------------------


def _path(account: Account) -> str:
    assert isinstance(account.fact, NoteFact)
    return raw.path_of(account.fact.label, "")


def _text(account: Account) -> str:
    assert isinstance(account.fact, NoteFact)
    return account.fact.text


def _version(head: Node | None) -> Dialect | None:
    if head is None:
        return None
    gedcom = head.first("GEDC")
    version = gedcom.first("VERS") if gedcom else None
    return GEDCOM_7 if version and version.text.startswith("7") else GEDCOM_5


def _record_of_file(writing: Writing, account: Account) -> tuple[Node | None, Account]:
    """A record that was kept, of a file of this version; its number is then taken."""
    found = raw.RECORD.fullmatch(_path(account))
    if found is None or found[2] in RESERVED or writing.came_from is not writing.dialect:
        return None, account
    fact = account.fact
    assert isinstance(fact, NoteFact)
    node = raw.from_text(found[2], fact.text)
    is_plain = not account.others and account.source == NO_SOURCE and not fact.mentions
    if node is None or not is_plain or found[2] in extension.KIND_OF:
        return None, account
    if found[1]:
        if found[1] in writing.taken:
            return None, account
        node.xref = found[1]
        writing.taken.add(found[1])
    return node, account


def _file_note(writing: Writing, account: Account) -> Node:
    return writing.own(account, "about")


def _renumbered(writing: Writing, records: list[Node]) -> list[Node]:
    for record in records:
        if record.tag != NOTE:
            for one in record.walk():
                one.pointer = writing.xrefs.get(one.pointer, one.pointer)
    return records


# --- The head -------------------------------------------------------------------------------------


def _head(writing: Writing, records: list[Node], was: Node | None, made_on: date) -> Iterator[Node]:
    head = Node("HEAD")
    kept = was if was is not None and writing.came_from is writing.dialect else Node("HEAD")
    system = Node("SOUR", SYSTEM).add(Node("NAME", "Samenspel"))
    month = dates.MONTHS[made_on.month - 1]
    made = Node("DATE", f"{made_on.day} {month} {made_on.year}")
    version = Node("GEDC").add(Node("VERS", writing.dialect.version))
    if writing.dialect.is_7:
        yield head.add(version, *_schema(records, kept), system, made, *kept.all("SUBM"))
        return
    version.add(Node("FORM", "LINEAGE-LINKED"))
    submitter = kept.first("SUBM") or Node("SUBM", pointer=_free(writing, "SUBM"))
    yield head.add(system, made, submitter, version, Node("CHAR", "UTF-8"))
    if kept.first("SUBM") is None:
        yield Node("SUBM", xref=submitter.pointer).add(Node("NAME", "Samenspel"))


def _free(writing: Writing, wish: str) -> str:
    number = 1
    while f"{wish}{number}" in writing.taken:
        number += 1
    return f"{wish}{number}"


def _schema(records: list[Node], kept: Node) -> Iterator[Node]:
    """The tags that are not of GEDCOM, with where they are explained."""
    used = {one.tag for record in records for one in record.walk()}
    ours = sorted(tag for tag in used if tag.startswith(extension.PREFIX))
    schema = Node("SCHMA")
    schema.add(*(Node("TAG", f"{tag} {extension.uri_of(tag)}") for tag in ours))
    for old in kept.all("SCHMA"):
        schema.add(*(one for one in old.all("TAG") if one.text.split(" ")[0] not in ours))
    if schema.children:
        yield schema
