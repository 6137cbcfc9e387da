"""The pages of docs/ that are made from the code; a test fails when one is behind."""

from pathlib import Path

from django.utils.translation import override

from samenspel.web import environment
from samenspel.web.accounts.rights import MEANING, RIGHTS, Function
from samenspel.web.accounts.roles import Role
from samenspel.web.cases import states

FOLDER = Path("docs")


def pages() -> dict[str, str]:
    """File name to content."""
    with override("en"):
        return {
            "environment.md": environment.page(),
            "who-sees-what.md": who_sees_what(),
            "states.md": states.page(),
        }


def write_pages() -> list[Path]:
    written = []
    for name, text in pages().items():
        path = FOLDER / name
        path.write_text(text)
        written.append(path)
    return written


def who_sees_what() -> str:
    """The table of rights: a row a function, a column a role."""
    heads = " | ".join(str(role.label) for role in Role)
    rows = [_row(function) for function in Function]
    return "\n".join(
        [
            "# Who sees what",
            "",
            "Printed by `samenspel docs` from `src/samenspel/web/accounts/rights.py`.",
            "",
            "A role gives functions. It opens no case: only a place in the circle of that case",
            "does, and only who is there as its worker writes in it. Who lacks a function",
            "gets 404.",
            "",
            f"| function | layer | {heads} |",
            f"| --- | --- | {' | '.join('---' for _ in Role)} |",
            *rows,
            "",
            "*Exact outcomes* and *rows behind a number* are functions of their own: who has",
            'neither sees case outcomes in fixed groups of at least five, or "too few to show".',
            "",
        ]
    )


def _row(function: Function) -> str:
    meaning = MEANING[function]
    marks = " | ".join("yes" if function in RIGHTS[role] else "" for role in Role)
    return f"| {meaning.words} | {meaning.layer} | {marks} |"
