"""`samenspel check`: what became of the lines of a file, and whether the family can be.

Ends with 1 when a line was not understood or something cannot be; what is unlikely is only said.
"""

import argparse
from collections.abc import Iterator

from samenspel.commands.answer import today
from samenspel.commands.files import print_bytes
from samenspel.commands.reading import as_seen_in_a_file, read_family
from samenspel.family import contradictions
from samenspel.family.language import translator
from samenspel.family.problem import Problem
from samenspel.family.rules import problems
from samenspel.formats import Line, Outcome, Read
from samenspel.formats.report import OUTCOMES, say
from samenspel.resting import nothing_to_collect

FINE, NOT_FINE = 0, 1
# What a reader could not draw because it cannot be, and kept as a note.
CANNOT_BE = {"own_ancestor", "same_partner"}


def run(arguments: argparse.Namespace) -> int:
    with nothing_to_collect():
        return _check(arguments)


def _check(arguments: argparse.Namespace) -> int:
    found = read_family(arguments.file, arguments.lang)
    seen = as_seen_in_a_file(found.map)
    wrong = problems(seen, today=today())
    circles = [line for line in found.report if line.code in CANNOT_BE]
    told = [
        *_lines(found, arguments.lang),
        *_wrong(circles, wrong, arguments.lang),
        *_contradicting(len(contradictions(seen)), arguments.lang),
    ]
    print_bytes("".join(f"{line}\n" for line in told).encode())
    not_understood = found.counts()[Outcome.NOT_UNDERSTOOD]
    cannot_be = circles or any(one.is_certain for one in wrong)
    return NOT_FINE if not_understood or cannot_be else FINE


def _lines(found: Read, lang: str) -> Iterator[str]:
    """Lines with a remark one by one, and how many there were of each kind."""
    _ = translator(lang)
    remarks = found.remarks()
    if remarks:
        yield _("Lines worth a look")
        yield from (f"  {line.words(lang)}" for line in remarks)
    counts = {outcome: count for outcome, count in found.counts().items() if count}
    if counts:
        said = ", ".join(f"{count} {_(OUTCOMES[outcome])}" for outcome, count in counts.items())
        yield _("Lines: {counts}.", counts=said)


def _wrong(circles: list[Line], wrong: tuple[Problem, ...], lang: str) -> Iterator[str]:
    """What cannot be, in the lines of the file and in the family, and what is unlikely."""
    _ = translator(lang)
    cannot_be = [*_told(circles, lang), *(one.words(lang) for one in wrong if one.is_certain)]
    unlikely = [one.words(lang) for one in wrong if not one.is_certain]
    for heading, some in ((_("Cannot be"), cannot_be), (_("Unlikely"), unlikely)):
        if some:
            yield heading
            yield from (f"  {said}" for said in some)
    if not cannot_be and not unlikely:
        yield _("Everything in this family can be.")


def _told(circles: list[Line], lang: str) -> Iterator[str]:
    _ = translator(lang)
    for line in circles:
        message = say(line.code, dict(line.values), lang)
        yield _("Line {number}: {message}", number=line.number, message=message)


def _contradicting(count: int, lang: str) -> Iterator[str]:
    if count:
        yield translator(lang).plural(
            "One thing is said in more than one way; the words show every account.",
            "{count} things are said in more than one way; the words show every account.",
            count,
        )
