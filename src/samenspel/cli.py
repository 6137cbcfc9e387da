"""`samenspel`: draw families, serve, work, count and keep the house in order.

What a command needs is imported inside its function: drawing needs no Django and starts fast.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from samenspel.commands import arguments as written


@dataclass(frozen=True)
class Command:
    """`run` gets what was parsed and returns the exit code."""

    name: str
    help: str
    run: Callable[[argparse.Namespace], int]
    arguments: Callable[[argparse.ArgumentParser], object] = lambda parser: None


def main(argv: Sequence[str] | None = None) -> int:
    arguments = parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """The whole command line; docs/commands.md names every command, and a test compares."""
    top = written.Parser(prog="samenspel", description=__doc__)
    commands = top.add_subparsers(required=True, metavar="command")
    for command in COMMANDS:
        sub = commands.add_parser(command.name, help=command.help, description=command.help)
        command.arguments(sub)
        sub.set_defaults(run=command.run)
    return top


def _draw(arguments: argparse.Namespace) -> int:
    from samenspel.commands import answer, draw

    return answer.answered(draw.run, arguments)


def _convert(arguments: argparse.Namespace) -> int:
    from samenspel.commands import answer, convert

    return answer.answered(convert.run, arguments)


def _check(arguments: argparse.Namespace) -> int:
    from samenspel.commands import answer, check

    return answer.answered(check.run, arguments)


def _django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenspel.web.settings")
    import django

    django.setup()


def _serve(arguments: argparse.Namespace) -> int:
    _django()
    from samenspel.web.serve import serve

    return serve(with_worker=not arguments.without_worker)


def _worker(_arguments: argparse.Namespace) -> int:
    _django()
    from samenspel.web.worker import work

    return work()


def _migrate(_arguments: argparse.Namespace) -> int:
    _django()
    from samenspel.web.serve import prepare_databases

    prepare_databases()
    return 0


def _figures(arguments: argparse.Namespace) -> int:
    _django()
    from django.utils import timezone

    from samenspel.web.figures.commands import as_text
    from samenspel.web.figures.interim import interim_figures

    figures = interim_figures(timezone.localdate())
    text = json.dumps(figures.as_json(), indent=2) if arguments.json else as_text(figures)
    sys.stdout.write(text + "\n")
    return 0


def _audit(arguments: argparse.Namespace) -> int:
    _django()
    from samenspel.web.audit.commands import anchor_now, verify

    return verify() if arguments.what == "verify" else anchor_now()


def _keys(arguments: argparse.Namespace) -> int:
    _django()
    from samenspel.web.cases.commands import sweep_orphans
    from samenspel.web.vault.commands import rotate_keys

    return rotate_keys() if arguments.what == "rotate" else sweep_orphans()


def _docs(_arguments: argparse.Namespace) -> int:
    _django()
    from samenspel.web.docs import write_pages

    for path in write_pages():
        sys.stdout.write(f"{path}\n")
    return 0


def _manage(arguments: argparse.Namespace) -> int:
    _django()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["samenspel manage", *arguments.rest])
    return 0


COMMANDS: tuple[Command, ...] = (
    Command("draw", "Draw the family in a file, or put it into words.", _draw, written.of_draw),
    Command("convert", "Write a family in another format.", _convert, written.of_convert),
    Command(
        "check",
        "Tell per line what was not understood, what cannot be and what is unlikely.",
        _check,
        written.of_check,
    ),
    Command(
        "serve",
        "Start the application; the first time with the demonstration pilot.",
        _serve,
        lambda p: p.add_argument(
            "--without-worker", action="store_true", help="start no worker beside the server"
        ),
    ),
    Command("worker", "Do what has its time: the daily digest, sweeping keys.", _worker),
    Command("migrate", "Bring both databases up to date.", _migrate),
    Command(
        "figures",
        "Print the interim figures, exact.",
        _figures,
        lambda p: p.add_argument("--json", action="store_true", help="as JSON"),
    ),
    Command(
        "audit",
        "Check the audit chains, or write the digest of today outside the database.",
        _audit,
        lambda p: p.add_argument("what", choices=["verify", "anchor"]),
    ),
    Command(
        "keys",
        "Wrap all keys with the newest wrapping key, or sweep keys without a case.",
        _keys,
        lambda p: p.add_argument("what", choices=["rotate", "sweep"]),
    ),
    Command("docs", "Print the pages of docs/ that are made from the code.", _docs),
    Command(
        "manage",
        "Run a command of Django, such as `makemigrations`.",
        _manage,
        lambda p: p.add_argument("rest", nargs=argparse.REMAINDER),
    ),
)

if __name__ == "__main__":
    sys.exit(main())
