"""`samenspel convert`: the same family in another format.

Our own JSON keeps all of it, and who may see it. The other formats cannot say who may see a thing:
they get what the whole circle may see, unless `--all` is given. What is left behind is said.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from samenspel.commands.answer import Refused, tell, today
from samenspel.commands.files import put
from samenspel.commands.reading import read_family, tell_what_was_not_understood
from samenspel.family import FamilyMap, Reach, Statement
from samenspel.family.keep import keep_only
from samenspel.family.language import translator
from samenspel.formats import WRITTEN, FormatError, write
from samenspel.resting import nothing_to_collect

GEDCOM_7 = "gedcom7"
KEEPS_ALL = "json"


def run(arguments: argparse.Namespace) -> int:
    with nothing_to_collect():
        return _convert(arguments)


def _convert(arguments: argparse.Namespace) -> int:
    to = _format(arguments)
    found = read_family(arguments.file, arguments.lang)
    tell_what_was_not_understood(found, arguments.file, arguments.lang)
    family_map = found.map
    if to != KEEPS_ALL and not arguments.all:
        family_map = for_the_circle(family_map)
    try:
        content = write(family_map, to, made_on=today())
    except FormatError as error:
        raise Refused(f"{arguments.out}: {error.words(arguments.lang)}") from error
    put(content, arguments.out, arguments.lang)
    if to != KEEPS_ALL:
        _tell_what_is_lost(found.map, family_map, arguments.out, arguments.lang)
    return 0


def _format(arguments: argparse.Namespace) -> str:
    _ = translator(arguments.lang)
    ending = arguments.out.suffix.lower()
    if ending not in WRITTEN:
        endings = ", ".join(WRITTEN)
        raise Refused(_("{file}: give it one of {endings}.", file=arguments.out, endings=endings))
    if arguments.gedcom and ending != ".ged":
        raise Refused(_("--gedcom is about a .ged; {file} is none.", file=arguments.out))
    return GEDCOM_7 if arguments.gedcom == "7" else WRITTEN[ending]


# --- What the whole circle may see ----------------------------------------------------------------


def for_the_circle(family_map: FamilyMap) -> FamilyMap:
    """Without what only some may see, and without what then refers to nothing."""
    if all(map(_is_for_all, family_map)):
        return family_map
    return keep_only(family_map, _is_for_all)


def _is_for_all(statement: Statement) -> bool:
    return statement.audience.reach is Reach.CIRCLE


def _tell_what_is_lost(whole: FamilyMap, written: FamilyMap, out: Path, lang: str) -> None:
    parts = list(_lost(whole, written, lang))
    if parts:
        _ = translator(lang)
        tell(_("Not in {file}: {parts}. Only .json keeps all.", file=out, parts="; ".join(parts)))


def _lost(whole: FamilyMap, written: FamilyMap, lang: str) -> Iterator[str]:
    _ = translator(lang)
    left_out = _counting(whole) - _counting(written)
    shared = sum(one.counts and not _is_for_all(one) for one in written)
    taken_back = sum(not one.counts for one in whole)
    choices = len(whole.choices)
    if left_out:
        yield _.plural(
            "one thing that not everybody may see (--all writes it too)",
            "{count} things that not everybody may see (--all writes them too)",
            left_out,
        )
    if shared:
        yield _.plural(
            "who may see one thing that not everybody may see",
            "who may see {count} things that not everybody may see",
            shared,
        )
    if taken_back:
        yield _.plural(
            "one thing that was taken back", "{count} things that were taken back", taken_back
        )
    if choices:
        yield _.plural("one choice between accounts", "{count} choices between accounts", choices)


def _counting(family_map: FamilyMap) -> int:
    return sum(one.counts for one in family_map)
