"""A family from a file, as who holds the file may see it."""

from dataclasses import replace
from pathlib import Path

from samenspel.commands.answer import Refused, tell
from samenspel.commands.files import read_bytes
from samenspel.family import FamilyMap, Reach, Side, Statement, Viewer, seen_by
from samenspel.family.language import translator
from samenspel.formats import FormatError, Outcome, Read, read

HOLDER = Viewer("holder-of-the-file", Side.PROFESSIONAL, may_see_safety=True, is_worker=True)


def read_family(file: Path, lang: str) -> Read:
    try:
        return read(read_bytes(file, lang), name=file.name)
    except FormatError as error:
        raise Refused(f"{file}: {error.words(lang)}") from error


def family_map(file: Path, lang: str) -> FamilyMap:
    """What may be seen of it; what was not understood is told beside it."""
    found = read_family(file, lang)
    tell_what_was_not_understood(found, file, lang)
    return as_seen_in_a_file(found.map)


def as_seen_in_a_file(family_map: FamilyMap) -> FamilyMap:
    """A file has no accounts and no circle: who holds it can read all of it with any editor.

    To leave things out of the picture would only seem to hide them. So its holder sees what is for
    professionals and for safety, and is one of the people of what is for named people. The
    drawings still get a map that went through `seen_by`, as everywhere.
    """
    statements = tuple(_shown_to_holder(one) for one in family_map)
    return seen_by(replace(family_map, statements=statements), HOLDER)


def _shown_to_holder(statement: Statement) -> Statement:
    audience = statement.audience
    if audience.reach is not Reach.PEOPLE:
        return statement
    return replace(statement, audience=replace(audience, people=audience.people | {HOLDER.account}))


def tell_what_was_not_understood(found: Read, file: Path, lang: str) -> None:
    count = found.counts()[Outcome.NOT_UNDERSTOOD]
    if count:
        tell(
            translator(lang).plural(
                "one line was not understood; `samenspel check {file}` tells which.",
                "{count} lines were not understood; `samenspel check {file}` tells which.",
                count,
                file=file,
            )
        )
