"""Reading a GEDCOM file of either version: characters, lines, people, families, the rest."""

from collections.abc import Iterator

from samenspel.family.facts import FACTS, HouseholdFact, Id, NoteFact, OrganisationFact
from samenspel.formats.gedcom import characters, extension, lines, raw
from samenspel.formats.gedcom.dialect import GEDCOM_5, GEDCOM_7, SYSTEM, Dialect, take
from samenspel.formats.gedcom.kin import bonds_of
from samenspel.formats.gedcom.lines import Node, Parsed
from samenspel.formats.gedcom.people import read_person
from samenspel.formats.gedcom.reading import (
    BRINGS,
    HOUSEHOLD,
    ORGANISATION,
    Handler,
    Reading,
    extended,
    read_note,
    read_parts,
)
from samenspel.formats.gedcom.unions import read_union
from samenspel.formats.limits import check_lines, check_size
from samenspel.formats.report import FormatError, Line, Outcome, Read
from samenspel.resting import nothing_to_collect

NOTE = extension.tag_of("note")


def read(data: bytes) -> Read:
    check_size(data)
    with nothing_to_collect():
        return _read_all(data)


def _read_all(data: bytes) -> Read:
    text = characters.decode(data)
    check_lines(len(text.lines))
    dialect = _dialect(text.lines)
    parsed = lines.parse(text.lines, doubled=dialect.doubled)
    reading = Reading(dialect)
    for number, code, values in text.mended:
        reading.mend(number, "", code, values)
    for number, tag, code, values in parsed.mended:
        reading.mend(number, tag, code, values)
    _read(reading, parsed.records)
    return Read(reading.said.map(), tuple(_report(reading, parsed)), dialect.name)


def _dialect(said: list[str]) -> Dialect:
    """By GEDC.VERS in the head; a file that does not say is of the old kind."""
    start = next((number for number, line in enumerate(said) if line.strip()), 0)
    if not said or not said[start].strip().upper().startswith("0 HEAD"):
        raise FormatError("no_head", line=start + 1)
    above = ""
    for line in said[start + 1 :]:
        level, _, rest = line.strip().partition(" ")
        if level == "0":
            break
        tag, _, value = rest.partition(" ")
        if level == "2" and tag == "VERS" and above == "GEDC":
            return _dialect_of(value.strip())
        above = tag if level == "1" else above
    return GEDCOM_5


def _dialect_of(version: str) -> Dialect:
    if version.startswith("7"):
        return GEDCOM_7
    if version[:1] in ("", "3", "4", "5"):
        return GEDCOM_5
    raise FormatError("version", version=version[:20])


def _read(reading: Reading, records: list[Node]) -> None:
    _number(reading, records)
    people = [one for one in records if one.tag == "INDI"]
    families = [one for one in records if one.tag == "FAM"]
    _read_head(reading, records[0])
    bonds = bonds_of(reading, people, families)
    for record in people:
        read_person(reading, record, reading.id_by[id(record)])
    for bond in bonds:
        read_union(reading, bond)
    for record in records:
        if record.tag in _OWN_RECORDS:
            _read_own_record(reading, record)
    for record in records:
        if record.tag in _OWN_FACTS:
            _read_own_fact(reading, record)
    _keep_the_rest(reading, records)


# --- Numbers --------------------------------------------------------------------------------------


def _number(reading: Reading, records: list[Node]) -> None:
    """Every person, family, household and organisation gets an id: its own number, if it can."""
    made = _Maker({record.xref for record in records})
    for record in records:
        again = record.xref in reading.records
        if record.xref and not again:
            reading.records[record.xref] = record
        if record.tag not in BRINGS:
            continue
        own = _id_of(reading, record, made, again)
        reading.id_by[id(record)] = own
        reading.known.add(own)
        if record.xref and not again:
            reading.ids[record.xref] = own


class _Maker:
    """Makes numbers that are not in use."""

    def __init__(self, used: set[str]) -> None:
        self.used = used
        self.last: dict[str, int] = {}

    def new(self, wish: str) -> str:
        while True:
            self.last[wish] = self.last.get(wish, 1) + 1
            made = f"{wish}-{self.last[wish]}"
            if made not in self.used:
                self.used.add(made)
                return made


def _id_of(reading: Reading, record: Node, made: _Maker, again: bool) -> Id:
    own = record.first(extension.OWN_ID)
    if own is not None and own.text and reading.own_ids.get(own.text) is None:
        reading.own_ids[own.text] = record
        return own.text
    if record.xref and not again:
        return record.xref
    new = made.new(record.xref or record.tag)
    code = "same_id" if record.xref else "no_id"
    reading.remark(record, Outcome.MENDED, code, id=record.xref, new=new)
    return new


# --- The head, and what is ours -------------------------------------------------------------------


def _read_head(reading: Reading, head: Node) -> None:
    """Of a file of ours nothing needs keeping: what mattered stands elsewhere too."""
    system = head.first("SOUR")
    reading.ours = system is not None and system.text == SYSTEM
    if reading.ours:
        for node in head.walk():
            take(node)
        return
    for node in head.walk():
        node.outcome = Outcome.READ if node.tag in ("HEAD", "GEDC", "VERS") else Outcome.NOTE
    reading.said.say(NoteFact("", raw.as_text(head), raw.label_of("HEAD", "")))


_OWN_RECORDS = {HOUSEHOLD: HouseholdFact, ORGANISATION: OrganisationFact}
_OWN_FACTS = {extension.tag_of(name): kind for name, kind in FACTS.items()}


def _read_own_record(reading: Reading, record: Node) -> None:
    about = reading.id_by[id(record)]
    given = {BRINGS[record.tag]: about}
    for own in record.all(extension.OWN_ID):
        take(own)
    fact = reading.fact_in(record, _OWN_RECORDS[record.tag], given)
    if fact is None:
        del reading.id_by[id(record)]
        return
    reading.say(fact, record, given)
    read_parts(reading, record, about, _OWN_PARTS[record.tag])


def _part_of_household(reading: Reading, node: Node, about: Id) -> bool:
    return extended(reading, node, about, "household")


def _part_of_organisation(reading: Reading, node: Node, about: Id) -> bool:
    return extended(reading, node, about, "organisation")


_OWN_PARTS: dict[str, dict[str, Handler]] = {
    HOUSEHOLD: {"NOTE": read_note, extension.tag_of("lives_in"): _part_of_household},
    ORGANISATION: {"NOTE": read_note, extension.tag_of("involved"): _part_of_organisation},
}


def _read_own_fact(reading: Reading, record: Node) -> None:
    if record.tag in _OWN_RECORDS:
        return
    given = {"about": ""} if record.tag == NOTE else {}
    fact = reading.fact_in(record, _OWN_FACTS[record.tag], given)
    if fact is not None:
        reading.say(fact, record, given)


# --- The rest -------------------------------------------------------------------------------------


def _keep_the_rest(reading: Reading, records: list[Node]) -> None:
    """Sources, shared notes, pictures, who sent it: about nobody in particular."""
    for record in records:
        if record.tag == "TRLR":
            _end(reading, record)
        elif reading.ours and _is_our_submitter(record):
            for one in record.walk():
                take(one)
        elif record.outcome is None:
            label = f"@{record.xref}@ {record.tag}" if record.xref else record.tag
            reading.keep(record, "", label)
        elif record.tag not in ("INDI", "FAM", "HEAD") and record.tag not in BRINGS:
            reading.keep_the_rest(record, "", record.tag)


def _is_our_submitter(record: Node) -> bool:
    return record.tag == "SUBM" and [one.text for one in record.children] == ["Samenspel"]


def _end(reading: Reading, record: Node) -> None:
    take(record)
    if record.children:
        for below in record.children:
            reading.keep(below, "", f"TRLR.{below.tag}")


def _report(reading: Reading, parsed: Parsed) -> Iterator[Line]:
    """Every line once, in order; more often when there is more to say about it."""
    found: dict[int, Line] = {}
    for record in parsed.records:
        for node in record.walk():
            if node.number:
                outcome = node.outcome or Outcome.NOTE
                code = "empty" if outcome is Outcome.MENDED else ""
                found[node.number] = Line(node.number, outcome, node.tag, code)
    for number, tag, owner in parsed.continued:
        found[number] = Line(number, owner.outcome or Outcome.NOTE, tag)
    tags = [record.tag for record in parsed.records]
    if "TRLR" not in tags:
        reading.remark(parsed.records[-1].walk()[-1], Outcome.MENDED, "no_end")
    elif tags[-1] != "TRLR":
        reading.remark(parsed.records[tags.index("TRLR") + 1], Outcome.MENDED, "after_end")
    for number in sorted({*found, *reading.remarks}):
        yield from reading.remarks.get(number) or (found[number],)
