"""PED, the table of pedigree programs: family, person, father, mother, sex, affected. Read only.

`0` is nobody. A parent who has no row of their own is a person all the same, of the sex that goes
with the column. The table has no names: a person is called by their number, after the family when
two families use it.
"""

from collections import Counter
from dataclasses import dataclass, field

from samenspel.family.facts import (
    ChildFact,
    Id,
    NameFact,
    NoteFact,
    PartnerFact,
    PersonFact,
    SexFact,
    UnionFact,
)
from samenspel.family.words import Sex
from samenspel.formats.limits import check_lines, check_size
from samenspel.formats.report import FormatError, Line, Outcome, Read
from samenspel.formats.said import FROM_FILE, Said
from samenspel.resting import nothing_to_collect

NOBODY = {"0", "NA", "", "."}
COLUMNS = 6
_SEXES = {"1": Sex.MALE, "2": Sex.FEMALE, "M": Sex.MALE, "F": Sex.FEMALE}
_SEXES |= {"MALE": Sex.MALE, "FEMALE": Sex.FEMALE}
NOT_AFFECTED = "not affected"
_AFFECTED = {"1": NOT_AFFECTED, "2": "affected", "0": "", "-9": "", "NA": "", ".": ""}
_FROM_ZERO = {"0": NOT_AFFECTED, "1": "affected", "NA": "", ".": ""}


@dataclass(frozen=True)
class _Row:
    number: int
    family: str
    person: str
    father: str
    mother: str
    sex: str
    affected: str


@dataclass
class _Reading:
    said: Said = field(default_factory=Said)
    report: list[Line] = field(default_factory=list)
    people: set[Id] = field(default_factory=set)
    unions: dict[tuple[Id, Id], Id] = field(default_factory=dict)
    shared: set[str] = field(default_factory=set)  # numbers that two families use

    def id_of(self, family: str, person: str) -> Id:
        return f"{family}-{person}" if person in self.shared else person

    def line(self, number: int, outcome: Outcome, code: str = "", **values: object) -> None:
        pairs = tuple((name, str(value)) for name, value in values.items())
        self.report.append(Line(number, outcome, "", code, pairs))


def parse(data: bytes) -> Read:
    check_size(data)
    with nothing_to_collect():
        return _read_all(data)


def _read_all(data: bytes) -> Read:
    text = data.decode("utf-8-sig", errors="replace")
    if "\0" in text:
        raise FormatError("nul")
    reading = _Reading()
    rows = _rows(reading, text.splitlines())
    if not rows:
        raise FormatError("no_rows")
    reading.shared = _shared(rows)
    affected = _FROM_ZERO if not any(row.affected == "2" for row in rows) else _AFFECTED
    for row in rows:
        _read_person(reading, row, affected)
    for row in rows:
        _read_parents(reading, row)
    report = tuple(sorted(reading.report, key=lambda line: line.number))
    return Read(reading.said.map(), report, "ped")


def _rows(reading: _Reading, lines: list[str]) -> list[_Row]:
    check_lines(len(lines))
    rows = []
    for number, line in enumerate(lines, 1):
        columns = line.split("\t") if line.count("\t") >= COLUMNS - 1 else line.split()
        columns = [one.strip() for one in columns]
        if not line.strip() or line.startswith("#") or _is_heading(columns):
            reading.line(number, Outcome.READ)
        elif len(columns) < COLUMNS:
            reading.line(number, Outcome.NOT_UNDERSTOOD, "columns", count=len(columns))
            reading.said.say(NoteFact("", line.strip(), f"{FROM_FILE}PED {number}"))
        else:
            rows.append(_Row(number, *columns[:COLUMNS]))
    return rows


def _is_heading(columns: list[str]) -> bool:
    return len(columns) >= COLUMNS and columns[4].casefold() in ("sex", "gender")


def _shared(rows: list[_Row]) -> set[str]:
    families = {(row.family, row.person) for row in rows}
    return {one for one, count in Counter(person for _, person in families).items() if count > 1}


def _read_person(reading: _Reading, row: _Row, affected: dict[str, str]) -> None:
    person = reading.id_of(row.family, row.person)
    if person in reading.people:
        reading.line(row.number, Outcome.MENDED, "same_id", id=row.person, new=person)
        return
    _add(reading, person, _SEXES.get(row.sex.upper()))
    word = affected.get(row.affected.upper())
    if word is None:
        reading.line(row.number, Outcome.MENDED, "value", value=row.affected)
        word = row.affected
    else:
        reading.line(row.number, Outcome.READ)
    if word:
        label = "PED" if word != NOT_AFFECTED else f"{FROM_FILE}PED"
        reading.said.say(NoteFact(person, word, label))


def _add(reading: _Reading, person: Id, sex: Sex | None) -> None:
    reading.people.add(person)
    reading.said.say(PersonFact(person))
    reading.said.say(NameFact(person, person))
    if sex is not None:
        reading.said.say(SexFact(person, sex))


def _read_parents(reading: _Reading, row: _Row) -> None:
    child = reading.id_of(row.family, row.person)
    father, mother = (
        _parent(reading, row, row.father, Sex.MALE),
        _parent(reading, row, row.mother, Sex.FEMALE),
    )
    parents = [one for one in dict.fromkeys((father, mother)) if one]
    if not parents:
        return
    union = _union(reading, father, mother, parents)
    for parent in parents:
        reading.said.say(ChildFact(union, child, parent))


def _parent(reading: _Reading, row: _Row, parent: str, sex: Sex) -> Id:
    if parent in NOBODY:
        return ""
    person = reading.id_of(row.family, parent)
    if person not in reading.people:
        reading.line(row.number, Outcome.MENDED, "no_record", id=parent)
        _add(reading, person, sex)
    return person


def _union(reading: _Reading, father: Id, mother: Id, parents: list[Id]) -> Id:
    found = reading.unions.get((father, mother))
    if found is None:
        found = f"F{len(reading.unions) + 1}"
        while found in reading.people:
            found += "_"
        reading.unions[father, mother] = found
        reading.said.say(UnionFact(found))
        for parent in parents:
            reading.said.say(PartnerFact(found, parent))
    return found
