"""What a reader has at hand: the records of the file, what was said so far, the report."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from samenspel.family.dates import DateError, PartialDate
from samenspel.family.facts import Fact, Id, NoteFact
from samenspel.family.statements import NO_SOURCE, Source
from samenspel.formats.fields import ValueNotUnderstood
from samenspel.formats.gedcom import extension, raw
from samenspel.formats.gedcom.dialect import Dialect, date_of, source_in_words, take
from samenspel.formats.gedcom.lines import VOID, Node
from samenspel.formats.report import Line, Outcome
from samenspel.formats.said import Said

HOUSEHOLD, ORGANISATION = extension.tag_of("household"), extension.tag_of("organisation")
BRINGS = {"INDI": "person", "FAM": "union", HOUSEHOLD: "household", ORGANISATION: "organisation"}


@dataclass
class Reading:
    """`ours`: the file was written by Samenspel, so that nothing has to be guessed."""

    dialect: Dialect
    ours: bool = False
    said: Said = field(default_factory=Said)
    records: dict[str, Node] = field(default_factory=dict)  # by number, without @
    ids: dict[str, Id] = field(default_factory=dict)  # of what the map has an id for
    id_by: dict[int, Id] = field(default_factory=dict)  # by the id() of the record
    known: set[Id] = field(default_factory=set)
    own_ids: dict[Id, Node] = field(default_factory=dict)
    adopted: dict[tuple[Id, Id], str] = field(default_factory=dict)  # by whom of the family
    written_as: dict[int, str] = field(default_factory=dict)  # the id() of what we name otherwise
    births: dict[Id, PartialDate] = field(default_factory=dict)  # as they are drawn
    named: set[Id] = field(default_factory=set)
    linked: set[int] = field(
        default_factory=set
    )  # the id() of pointers between people and families
    remarks: dict[int, list[Line]] = field(default_factory=dict)

    def remark(self, node: Node, outcome: Outcome, code: str, **values: object) -> None:
        said = tuple((name, " ".join(str(value).split())[:200]) for name, value in values.items())
        self._remark(Line(node.number, outcome, node.tag, code, said))

    def _remark(self, line: Line) -> None:
        self.remarks.setdefault(line.number, []).append(line)

    def mend(self, number: int, tag: str, code: str, values: Mapping[str, str]) -> None:
        self._remark(Line(number, Outcome.MENDED, tag, code, tuple(values.items())))

    # --- Pointers ---------------------------------------------------------------------------------

    def id_to(self, node: Node, tag: str) -> Id | None:
        """The id of the INDI or FAM it points to; None, and remarked, when it does not."""
        if node.pointer == VOID and self.dialect.is_7:
            return None
        there = self.records.get(node.pointer)
        if there is None:
            wanted = node.pointer or node.text
            self.remark(node, Outcome.MENDED, "no_record", id=wanted)
            return None
        if there.tag != tag:
            self.remark(node, Outcome.MENDED, "wrong_record", id=node.pointer, wanted=tag)
            return None
        return self.ids[node.pointer]

    def is_null(self, node: Node) -> bool:
        """Says only that there is something that is not in the file, as version 7 may."""
        return self.dialect.is_7 and node.pointer == VOID and not node.children

    def id_of(self, pointer: str) -> Id:
        if pointer not in self.ids:
            raise ValueNotUnderstood(f"@{pointer}@")
        return self.ids[pointer]

    # --- Facts ------------------------------------------------------------------------------------

    def say(self, fact: Fact, node: Node, given: Mapping[str, Any]) -> None:
        """The fact, after what else was said about the same thing below `node`."""
        if not node.children:
            self.said.say(fact)
            return
        against = ""
        for other in node.all(extension.ACCOUNT):
            found = self.fact_in(other, type(fact), given)
            if found is not None:
                said = self.said.say(found, self.source_of(other), against=against)
                against = said if fact.slot is None else ""
        self.said.say(fact, self.source_of(node), against=against)

    def fact_in(self, node: Node, kind: type[Fact], given: Mapping[str, Any]) -> Fact | None:
        """A fact in our own tags; None, and remarked, when it is not understood."""
        try:
            return extension.to_fact(kind, node, self.dialect, self.id_of, given)
        except ValueNotUnderstood as error:
            self.remark(node, Outcome.NOT_UNDERSTOOD, "value", value=error)
        except DateError:
            self.remark(node, Outcome.NOT_UNDERSTOOD, "date_value")
        return None

    def date(self, node: Node) -> PartialDate:
        said = date_of(node, self.dialect)
        if not said.understood:
            self.remark(node, Outcome.MENDED, "date", date=node.text)
        return said.when

    def source_of(self, node: Node) -> Source:
        """Who says so. A citation that points to a record is named, and kept as it is."""
        citation = node.first("SOUR")
        if citation is None:
            return NO_SOURCE
        return source_in_words(citation, self.dialect) or Source(self._title(citation))

    def _title(self, citation: Node) -> str:
        record = self.records.get(citation.pointer)
        titles = (record.first("TITL"), record.first("ABBR")) if record else ()
        title = next((one.text for one in titles if one), "") if record else citation.text
        page = citation.first("PAGE")
        return ", ".join(
            " ".join(part.split()) for part in (title, page.text if page else "") if part
        )

    # --- Notes ------------------------------------------------------------------------------------

    def keep(self, node: Node, about: Id, label: str) -> None:
        """Word for word in a note, with all below it."""
        raw.keep(node)
        if not self.remarks.get(node.number):
            self.remark(node, Outcome.NOTE, "kept")
        self.keep_text(raw.as_text(node), about, label)

    def keep_text(self, text: str, about: Id, label: str) -> None:
        """Pointers stand in it as the ids they point to."""
        label = raw.label_of(label, about)
        if "@" not in text:
            self.said.say(NoteFact(about, text, label))
            return
        text = raw.repointed(text, self.ids)
        others = (one for one in raw.pointers(text) if one in self.known)
        mentions = tuple(one for one in dict.fromkeys(others) if one != about)
        self.said.say(NoteFact(about, text, label, mentions))

    def keep_the_rest(self, node: Node, about: Id, above: str, tag: str = "", nth: int = 1) -> None:
        """What nobody took of a structure that was read."""
        text = _not_read(node)
        if not node.children and not text:
            return
        left = raw.leftover(node, text)
        if left is not None:
            path = f"{above}.{tag}" if tag else above
            self.keep_text(raw.as_text(left), about, f"{path}+{nth if nth > 1 else ''}")


_YES_OR_NOTHING = {"BIRT", "DEAT", "MARR", "DIV"}


def _not_read(node: Node) -> str:
    """What stands on the line of an event; it should be Y or nothing, but programs write more."""
    is_more = node.tag in _YES_OR_NOTHING and node.text.strip().upper() not in ("", "Y")
    return node.text if is_more else ""


Handler = Callable[[Reading, Node, Id], bool]


def read_parts(reading: Reading, record: Node, about: Id, handlers: Mapping[str, Handler]) -> None:
    """Every structure of a record goes to its handler; what none takes is kept as a note."""
    counts: dict[str, int] = {}
    for node in record.children:
        if node.outcome is not None and id(node) not in reading.linked:
            continue
        if reading.is_null(node):
            take(node)
            continue
        handler = handlers.get(node.tag)
        if handler is None or not handler(reading, node, about):
            reading.keep(node, about, f"{record.tag}.{node.tag}")
            continue
        take_if_new(node)
        tag = reading.written_as.get(id(node), node.tag)
        counts[tag] = counts.get(tag, 0) + 1
        reading.keep_the_rest(node, about, record.tag, tag, counts[tag])


def take_if_new(node: Node) -> None:
    if node.outcome is None:
        take(node)


def is_linked(reading: Reading, node: Node, about: Id) -> bool:
    """Read with the families; see `kin`."""
    return id(node) in reading.linked


def read_note(reading: Reading, node: Node, about: Id) -> bool:
    """Plain words. A shared note that is only words is repeated at everybody it is about."""
    if node.pointer:
        return _shared_note(reading, node, about)
    label, mentions = node.first(extension.LABEL), list(node.all(extension.tag_of("mentions")))
    ours = {id(one) for one in (label, *mentions)} | {id(one) for one in node.all("SOUR")}
    if any(id(one) not in ours and one.tag != extension.ACCOUNT for one in node.children):
        return False
    for one in (node, label, *mentions):
        if one is not None:
            take(one)
    named = (reading.ids.get(one.pointer, "") for one in mentions)
    text = label.text if label else ""
    fact = NoteFact(about, node.text, text, tuple(one for one in named if one))
    reading.say(fact, node, {"about": about})
    return True


def _shared_note(reading: Reading, node: Node, about: Id) -> bool:
    record = reading.records.get(node.pointer)
    if record is None or record.tag not in ("NOTE", "SNOTE"):
        if not (node.pointer == VOID and reading.dialect.is_7):
            reading.remark(node, Outcome.MENDED, "no_record", id=node.pointer)
        return False
    if record.children or node.children:
        return False
    take(record)
    take(node)
    reading.said.say(NoteFact(about, record.text))
    return True


def extended(reading: Reading, node: Node, about: Id, field_name: str) -> bool:
    """A fact in our own tags, below the record of the person or union it is about."""
    kind = extension.KIND_OF.get(node.tag)
    if kind is None:
        return False
    given = {field_name: about}
    fact = reading.fact_in(node, kind, given)
    if fact is None:
        return False
    reading.say(fact, node, given)
    return True


__all__ = ["BRINGS", "Handler", "Reading", "extended", "is_linked", "read_note", "read_parts"]
