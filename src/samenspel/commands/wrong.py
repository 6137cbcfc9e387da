"""What argparse says of wrong arguments, in our own words and two languages.

Its messages are English and have no code to know them by; one that is not known here becomes a
sentence that says where to look.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from samenspel.commands.arguments import LANGUAGES
from samenspel.family.language import N_, translator

_LONGEST = 80
_KNOWN = (
    (
        re.compile(r"the following arguments are required: (?P<names>.*)"),
        N_("{names} is missing; `{command} --help` tells what to write."),
    ),
    (
        re.compile(r"unrecognized arguments: (?P<names>.*)"),
        N_("{names} is not known here; `{command} --help` tells what to write."),
    ),
    (
        re.compile(
            r"argument (?P<name>\S+): invalid choice: (?P<value>.*) \(choose from (?P<of>.*)\)"
        ),
        N_("{name}: {value} is not possible; choose one of {of}."),
    ),
    (
        re.compile(r"argument (?P<name>\S+): invalid (?:.*) value: (?P<value>.*)"),
        N_("{name}: {value} cannot be used; `{command} --help` tells what to write."),
    ),
    (
        re.compile(r"argument (?P<name>\S+): expected (?:one|at least one) argument.*"),
        N_("{name}: something has to stand behind it; `{command} --help` tells what."),
    ),
    (
        re.compile(r"argument (?P<name>\S+): ignored explicit argument (?P<value>.*)"),
        N_("{name}: nothing can stand behind it; leave out {value}."),
    ),
    (
        re.compile(r"ambiguous option: (?P<name>\S+) could match (?P<of>.*)"),
        N_("{name} can mean {of}; write it in full."),
    ),
)
_OTHERWISE = N_("This cannot be done like this; `{command} --help` tells what to write.")


def in_words(message: str, words: Sequence[str], command: str) -> str:
    _ = translator(_language(words))
    flat = " ".join(message.split())
    for pattern, text in _KNOWN:
        found = pattern.fullmatch(flat)
        if found:
            return _(text, command=command, **_cut(found.groupdict()))
    return _(_OTHERWISE, command=command)


def _cut(values: dict[str, str]) -> dict[str, str]:
    return {
        name: text if name == "of" or len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        for name, text in values.items()
    }


def _language(words: Sequence[str]) -> str:
    """What --lang says, wherever it stands."""
    asked = [word.partition("=")[2] for word in words if word.startswith("--lang=")]
    asked += [after for word, after in pairwise(words) if word == "--lang"]
    return next((lang for lang in asked if lang in LANGUAGES), LANGUAGES[0])
