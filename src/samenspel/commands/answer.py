"""What the commands share: the day of today, and how one ends that cannot do what was asked."""

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime

CANNOT = 2


class Refused(Exception):
    """The message says what to do, in the language of who asks."""


def answered(run: Callable[[argparse.Namespace], int], arguments: argparse.Namespace) -> int:
    try:
        return run(arguments)
    except Refused as refused:
        tell(str(refused))
        return CANNOT


def tell(line: str) -> None:
    """Beside what the command writes, so that a drawing on standard output stays a drawing."""
    sys.stderr.write(f"samenspel: {line}\n")


def today() -> date:
    """By the clock of the machine; the packages below read no clock."""
    return datetime.now(tz=UTC).astimezone().date()
