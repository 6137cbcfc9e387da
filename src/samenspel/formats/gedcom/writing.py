"""What a writer has at hand: the numbers of the records, and how a fact becomes a structure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from samenspel.family.facts import Fact, Id, NoteFact
from samenspel.family.statements import NO_SOURCE, Source
from samenspel.formats.gedcom import extension, raw
from samenspel.formats.gedcom.dialect import GEDCOM_5, GEDCOM_7, Dialect, source_node
from samenspel.formats.gedcom.lines import VOID, Node
from samenspel.formats.gedcom.names import readable
from samenspel.formats.said import Account

_NUMBERS = {
    GEDCOM_5.name: re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,19}"),
    GEDCOM_7.name: re.compile(r"[A-Z0-9_]+"),
}
LINKS = {"HUSB", "WIFE", "CHIL", "FAMS", "FAMC"}  # what the file said of it could not be used
MENTIONS = extension.tag_of("mentions")


@dataclass
class Writing:
    """`came_from` is the version of the file the map was read from, if it was."""

    dialect: Dialect
    came_from: Dialect | None = None
    xrefs: dict[Id, str] = field(default_factory=dict)
    numbers: set[str] = field(default_factory=set)  # of people, families, homes, organisations
    taken: set[str] = field(default_factory=lambda: {VOID})

    def number(self, ids: Iterable[Id], letter: str) -> None:
        """Its own id where that can be a number of GEDCOM, else a new one."""
        waiting = []
        for one in ids:
            if self._is_free(one):
                self._give(one, one)
            else:
                waiting.append(one)
        last = 0
        for one in waiting:
            while f"{letter}{last}" in self.taken or not last:
                last += 1
            self._give(one, f"{letter}{last}")

    def _is_free(self, one: Id) -> bool:
        return one not in self.taken and bool(_NUMBERS[self.dialect.name].fullmatch(one))

    def _give(self, one: Id, xref: str) -> None:
        self.xrefs[one] = xref
        self.numbers.add(xref)
        self.taken.add(xref)

    def xref_of(self, one: Id) -> str:
        return self.xrefs[one]

    def record(self, tag: str, one: Id) -> Node:
        return self.numbered(Node(tag), one)

    def numbered(self, node: Node, one: Id) -> Node:
        node.xref = self.xrefs[one]
        if node.xref != one:
            node.add(Node(extension.OWN_ID, one))
        return node

    # --- Facts ------------------------------------------------------------------------------------

    def own(self, account: Account, *without: str, tag: str = "") -> Node:
        """In our own tags, with who said it and what else was said."""
        node = extension.to_node(account.fact, self.dialect, self.xref_of, tag=tag, without=without)
        return self.told(node, account, *without)

    def told(self, node: Node, account: Account, *without: str) -> Node:
        self.cite(node, account.source)
        for fact, source in account.others:
            node.add(self._other(fact, source, without))
        return node

    def _other(self, fact: Fact, source: Source, without: tuple[str, ...]) -> Node:
        node = extension.to_node(
            fact, self.dialect, self.xref_of, tag=extension.ACCOUNT, without=without
        )
        return self.cite(node, source)

    def cite(self, node: Node, source: Source) -> Node:
        return node if source == NO_SOURCE else node.add(source_node(source, self.dialect))

    # --- Notes ------------------------------------------------------------------------------------

    def note(self, account: Account) -> Node:
        """A note in words, with its label."""
        fact = account.fact
        assert isinstance(fact, NoteFact)
        node = Node("NOTE", fact.text)
        if fact.label:
            node.add(Node(extension.LABEL, fact.label))
        node.add(*(Node(MENTIONS, pointer=self.xref_of(one)) for one in fact.mentions))
        return self.told(node, account, "about")

    def as_it_was(self, account: Account, tag: str) -> Node | None:
        """The structure that a note keeps; None when it is a note in words, or fits no longer."""
        fact = account.fact
        assert isinstance(fact, NoteFact)
        if account.others or account.source != NO_SOURCE:
            return None
        node = raw.from_text(tag, fact.text)
        if node is None or not self._fits(node):
            return None
        others = (one for one in raw.pointers(fact.text) if one in self.xrefs and one != fact.about)
        if tuple(dict.fromkeys(others)) != fact.mentions:
            return None
        for one in node.walk():
            one.pointer = self.xrefs.get(one.pointer, one.pointer)
        return node

    def _fits(self, node: Node) -> bool:
        return self.came_from is self.dialect or raw.is_same_in_both(node)


def restore(writing: Writing, record: Node, notes: list[Account], made: list[Node]) -> None:
    """Put the notes of a record back as what they were, where that can be; else as notes.

    `made` are the structures that were written for facts, in the order in which a reader counts
    them.
    """
    by_tag: dict[str, list[Node]] = {}
    for node in made:
        by_tag.setdefault(node.tag, []).append(node)
    for one in notes:
        _restore(writing, record, one, by_tag)


def _note(account: Account) -> NoteFact:
    assert isinstance(account.fact, NoteFact)
    return account.fact


def _restore(writing: Writing, record: Node, account: Account, made: dict[str, list[Node]]) -> None:
    note = _note(account)
    path = raw.PATH.fullmatch(raw.path_of(note.label, note.about))
    node = writing.as_it_was(account, path[2]) if path and path[1] == record.tag else None
    if path is None or node is None:
        told = writing.note(account)
        record.add(told)
        made.setdefault("NOTE", []).append(told)
    elif not path[3]:
        refused = path[2] in LINKS and node.pointer in writing.numbers
        record.add(writing.note(account) if refused else node)
    elif not _put_back(node, made.get(node.tag, []), int(path[4] or 1)):
        record.add(writing.note(account))


def _put_back(node: Node, made: list[Node], nth: int) -> bool:
    if node.pointer:
        found = [one for one in made if one.pointer == node.pointer]
        nth = min(nth, len(found)) if len(found) == 1 else nth
    else:
        found = made
    if not 0 < nth <= len(found):
        return False
    there = found[nth - 1]
    if node.text:
        if not _may_say(there, node.text):
            return False
        there.text = node.text
    _without_doubles(there, node)
    raw.merge(there, node)
    return True


def _may_say(there: Node, text: str) -> bool:
    """The line may be written as it was as long as it means what is known now."""
    if there.tag != "NAME":
        return there.text in ("", "Y")
    return there.text == readable(text)


def _without_doubles(there: Node, extra: Node) -> None:
    """What the file said itself goes before what we would say in its place."""
    for tag in ("SOUR", "TYPE"):
        if extra.first(tag) is not None and not (tag == "TYPE" and _type_counts(there)):
            there.children = [one for one in there.children if one.tag != tag]


def _type_counts(there: Node) -> bool:
    typed = there.first("TYPE")
    return typed is not None and typed.text != "other"
