"""What can be written behind `samenspel draw`, `convert` and `check`.

Apart from the commands themselves, so that the command line starts without them.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

LANGUAGES = ("nl", "en")
VIEWS = ("genogram", "systemogram", "timeline", "words")
FILE = "a family: GEDCOM (.ged, .gdz), GraphML, PED, or our own JSON"


class Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with the words behind a command, in the language they ask."""

    words: Sequence[str] = ()

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        self.words = tuple(sys.argv[1:] if args is None else args)
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        from samenspel.commands.wrong import in_words

        self.exit(2, f"samenspel: {in_words(message, self.words, self.prog)}\n")


def of_draw(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--view", choices=VIEWS, help="what to draw; a genogram when not said")
    parser.add_argument("--at", metavar="DATE", help="as it was then: 2019, 2019-04 or 2019-04-14")
    parser.add_argument("--alias", action="store_true", help="aliases in place of names")
    parser.add_argument(
        "--deadline",
        type=_seconds,
        default=10.0,
        metavar="SECONDS",
        help="how long to look for the proven best drawing (10); 0 gives a good one at once",
    )
    parser.add_argument("--siblings", choices=["strict"], help="age order as a rule, not a wish")
    parser.add_argument(
        "--previous",
        type=_file_name,
        metavar="DRAWING.json",
        help="stay near this drawing, written before by --json",
    )
    parser.add_argument("--json", action="store_true", help="the placed drawing, as JSON")
    parser.add_argument(
        "-o",
        dest="out",
        type=_file_name,
        metavar="OUT",
        help="where to write: .svg, .pdf, .png, .json or .txt; without it SVG on standard output",
    )
    _language(parser)


def of_convert(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    out = ".ged, .gdz, .graphml or .json"
    parser.add_argument("out", type=_file_name, metavar="OUT", help=out)
    parser.add_argument(
        "--gedcom", choices=["5.5.1", "7"], help="version of a .ged (5.5.1); a .gdz is always 7"
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help="also what not the whole circle may see, in a format that does not keep who may",
    )
    _language(parser)


def of_check(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    _language(parser)


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=_file_name, metavar="FILE", help=FILE)


def _language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=LANGUAGES, default="nl", help="language (nl)")


def _file_name(text: str) -> Path:
    if not text.strip():
        raise ValueError(text)
    return Path(text)


_file_name.__name__ = "name of a file"


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 <= seconds <= 24 * 3600:
        raise ValueError(text)
    return seconds


_seconds.__name__ = "number of seconds"  # argparse calls a wrong value by this name
