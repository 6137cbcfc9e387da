"""What reading a file gives: a family map, and for every line what became of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from samenspel.family.language import N_, translator
from samenspel.family.statements import FamilyMap


class Outcome(StrEnum):
    READ = "read"
    NOTE = "note"  # kept as a note, word for word
    MENDED = "mended"
    NOT_UNDERSTOOD = "not_understood"  # kept too, but nothing could be made of it


OUTCOMES: Mapping[Outcome, str] = {
    Outcome.READ: N_("read"),
    Outcome.NOTE: N_("kept as a note"),
    Outcome.MENDED: N_("mended"),
    Outcome.NOT_UNDERSTOOD: N_("not understood"),
}

MESSAGES: Mapping[str, str] = {
    # about a line
    "continued": N_("This line has no level and tag; it is read as the rest of the line above."),
    "level": N_("The level jumps; it is read as part of the line above it."),
    "empty": N_("Nothing is said here."),
    "blank": N_("An empty line."),
    "not_utf8": N_("This line is not UTF-8; it is read as Windows-1252."),
    "not_ansel": N_("This line has characters that ANSEL does not know; they are shown as �."),
    "control": N_("This line has control characters; they are shown as �."),
    "encoding": N_("The file says {said}, but it is {found}."),
    "no_end": N_("The file has no end line (TRLR); perhaps a part is missing."),
    "after_end": N_("This stands after the end line (TRLR); it is read all the same."),
    # about what is said
    "no_record": N_("@{id}@ points to nothing in this file."),
    "wrong_record": N_("@{id}@ is not a {wanted}."),
    "same_id": N_("@{id}@ is used twice; this one is called {new}."),
    "no_id": N_("This record has no number of its own; it is called {new}."),
    "date": N_("The date “{date}” is not understood; it is kept as words."),
    "value": N_("“{value}” is not understood."),
    "date_value": N_("A date or period here is not understood."),
    "capitals": N_("Read as {value}."),
    "only_child": N_("Only the family names this child; it is read as a child all the same."),
    "only_parent": N_("Only the child names this family; it is read as a child all the same."),
    "only_partner": N_("Only the partner names this family; it is read as a partner all the same."),
    "third_partner": N_("A family has two partners at most; this one is kept as a note."),
    "same_partner": N_("The same person stands here as both partners; read once."),
    "same_child": N_("This child is named twice; read once."),
    "own_ancestor": N_("{name} would be their own ancestor; this line is kept as a note."),
    "died": N_("Read as: has died."),
    "annulled": N_("Read as: divorced."),
    "not_known": N_("Read as: not said."),
    "kept": N_("There is no place for this in the drawing."),
    "shared_id": N_("“{id}” is the id of two different things. Give each its own."),
    "columns": N_("A line needs 6 columns; this one has {count}."),
    "skipped": N_("This is not read."),
    # about the whole file
    "unknown_format": N_(
        "This is no file that can be read. Use GEDCOM, GEDZIP, GraphML, JSON or PED."
    ),
    "unknown_name": N_("{format} is no format. Choose {known}."),
    "too_large": N_("The file is larger than {megabytes} MB. Export a smaller part of the family."),
    "too_many_lines": N_(
        "The file has {count} lines; at most {limit} are read. Export a smaller part of the family."
    ),
    "too_deep": N_("Level {level} is deeper than {limit}. Is this a GEDCOM file?"),
    "nul": N_("The file has bytes that no text has. Is it damaged, or another kind of file?"),
    "no_head": N_("A GEDCOM file begins with the line 0 HEAD. Is this another kind of file?"),
    "version": N_("GEDCOM {version} is not read. Export as GEDCOM 5.5.1 or 7."),
    "zip": N_("The GEDZIP file is damaged. Make it again."),
    "zip_packing": N_(
        "gedcom.ged in the GEDZIP file is packed in a way that is not read, or with a password. "
        "Pack it again the usual way (deflate)."
    ),
    "zip_name": N_("The GEDZIP file holds “{name}”, a place outside itself. It is refused."),
    "zip_files": N_("The GEDZIP file holds more than {limit} files. Leave out the pictures."),
    "zip_no_gedcom": N_("The GEDZIP file holds no gedcom.ged. Make it again."),
    "zip_size": N_("gedcom.ged in the GEDZIP file is larger than {megabytes} MB."),
    "xml": N_("The XML is damaged here. Export it again."),
    "xml_encoding": N_("The XML names an encoding that is not known. Export it as UTF-8."),
    "xml_doctype": N_("The XML has a DOCTYPE or entities; those are refused. Export without them."),
    "xml_deep": N_("The XML is nested deeper than {limit}. Is this a GraphML file?"),
    "xml_elements": N_("The XML has more than {limit} elements. Export a smaller part."),
    "xml_attribute": N_("An attribute in the XML is longer than {limit} characters."),
    "xml_root": N_("The XML is no GraphML: it begins with “{tag}”."),
    "no_graph": N_("The GraphML holds no graph."),
    "no_rows": N_("The PED file holds no people."),
    # about our own JSON
    "json": N_("This is not a family map of Samenspel: it does not say which schema it has."),
    "json_text": N_("This is not JSON: it goes wrong at character {column} of this line."),
    "json_number": N_("This is not a family map: a number in it is far too long."),
    "json_deep": N_("This is not a family map: it is nested too deep."),
    "json_utf8": N_("This is not JSON: it is not a text in UTF-8."),
    "json_place": N_("This is not a family map: what stands at {place} does not belong there."),
    "json_missing": N_("This is not a family map: at {place} {name} is missing. Add it."),
    "json_extra": N_("This is not a family map: {name} is not known at {place}. Leave it out."),
    "json_choose": N_("This is not a family map: at {place}, choose one of {choices}."),
    "json_twice": N_("This is not a family map: {name} stands twice. Keep one."),
    "json_same_id": N_("This is not a family map: in {place} two have the same id."),
    "json_newer": N_(
        "This file is of a newer version of Samenspel ({version}). Update the program."
    ),
}


def say(code: str, values: Mapping[str, object], lang: str) -> str:
    return translator(lang)(MESSAGES[code], **values)


class FormatError(ValueError):
    """The file cannot be read or written as this format; the message says what to do."""

    def __init__(self, code: str, *, line: int = 0, **values: object) -> None:
        self.code = code
        self.line = line
        self.values = values
        super().__init__(self.words("en"))

    def words(self, lang: str) -> str:
        _ = translator(lang)
        said = say(self.code, self.values, lang)
        return _("Line {number}: {message}", number=self.line, message=said) if self.line else said


class Line(NamedTuple):
    """What became of one line; `code` is the key of a message, empty when there is none."""

    number: int
    outcome: Outcome
    tag: str
    code: str = ""
    values: tuple[tuple[str, str], ...] = ()

    def words(self, lang: str) -> str:
        """'12 BIRT: mended. The date …'"""
        outcome = translator(lang)(OUTCOMES[self.outcome])
        said = f"{self.number} {self.tag}: {outcome}."
        return f"{said} {say(self.code, dict(self.values), lang)}" if self.code else said


@dataclass(frozen=True)
class Read:
    """`report` holds every line of the file, in order; `format` is a name from `FORMATS`."""

    map: FamilyMap
    report: tuple[Line, ...]
    format: str

    def counts(self) -> dict[Outcome, int]:
        found = Counter(line.outcome for line in self.report)
        return {outcome: found[outcome] for outcome in Outcome}

    def remarks(self) -> tuple[Line, ...]:
        """The lines that are worth a look: those with a message."""
        return tuple(line for line in self.report if line.code)
