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
from samenspel.formats import Outcome, Read
from samenspel.formats.report import OUTCOMES

FINE, NOT_FINE = 0, 1


def run(arguments: argparse.Namespace) -> int:
    found = read_family(arguments.file, arguments.lang)
    seen = as_seen_in_a_file(found.map)
    wrong = problems(seen, today=today())
    told = [
        *_lines(found, arguments.lang),
        *_family(wrong, len(contradictions(seen)), arguments.lang),
    ]
    print_bytes("".join(f"{line}\n" for line in told).encode())
    not_understood = found.counts()[Outcome.NOT_UNDERSTOOD]
    return NOT_FINE if not_understood or any(one.is_certain for one in wrong) else FINE


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


def _family(wrong: tuple[Problem, ...], contradicting: int, lang: str) -> Iterator[str]:
    _ = translator(lang)
    for heading, cannot_be in ((_("Cannot be"), True), (_("Unlikely"), False)):
        some = [one for one in wrong if one.is_certain is cannot_be]
        if some:
            yield heading
            yield from (f"  {one.words(lang)}" for one in some)
    if contradicting:
        yield _.plural(
            "One thing is said in more than one way; the words show every account.",
            "{count} things are said in more than one way; the words show every account.",
            contradicting,
        )
    if not wrong:
        yield _("Everything in this family can be.")
