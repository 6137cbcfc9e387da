"""`samenspel convert`: the same family in another format.

All of it goes along, also what only some would see in the application: it is the same family in
another file, not a view of it.
"""

import argparse

from samenspel.commands.answer import Refused, today
from samenspel.commands.files import put
from samenspel.commands.reading import read_family, tell_what_was_not_understood
from samenspel.family.language import translator
from samenspel.formats import WRITTEN, FormatError, write

GEDCOM_7 = "gedcom7"


def run(arguments: argparse.Namespace) -> int:
    to = _format(arguments)
    found = read_family(arguments.file, arguments.lang)
    tell_what_was_not_understood(found, arguments.file, arguments.lang)
    try:
        content = write(found.map, to, made_on=today())
    except FormatError as error:
        raise Refused(f"{arguments.out}: {error.words(arguments.lang)}") from error
    put(content, arguments.out, arguments.lang)
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
