"""Pages made from the code are up to date, and every command and setting is documented."""

import os
import re
from pathlib import Path

import pytest

from samenspel.cli import COMMANDS
from samenspel.web import docs, environment

FOLDER = Path(__file__).parent.parent / "docs"
SOURCES = Path(__file__).parent.parent / "src"


@pytest.mark.parametrize("name", ["environment.md", "who-sees-what.md", "states.md"])
def test_the_page_is_what_the_code_says(name: str) -> None:
    """Behind? Run `samenspel docs`."""
    assert (FOLDER / name).read_text() == docs.pages()[name]


def test_every_command_is_documented() -> None:
    text = (FOLDER / "commands.md").read_text()
    assert [command.name for command in COMMANDS if f"`samenspel {command.name}" not in text] == []


def test_every_setting_of_the_code_stands_in_the_table() -> None:
    found = {
        name
        for path in SOURCES.rglob("*.py")
        for name in re.findall(r'(?:read|switched_on|folder)\("([A-Z_]+)"\)', path.read_text())
    }
    assert found == set(environment.DEFAULTS)


def test_nothing_else_reads_the_environment() -> None:
    readers = {
        path.name
        for path in SOURCES.rglob("*.py")
        if re.search(r"environ(\[|\.get)", path.read_text())
    }
    assert readers == {"environment.py"}


def test_an_unknown_setting_is_a_mistake_in_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "SAMENSPEL_UNHEARD_OF", "yes")
    with pytest.raises(KeyError):
        environment.read("SAMENSPEL_UNHEARD_OF_TOO")


def test_links_between_pages_lead_somewhere() -> None:
    broken = []
    for page in [*FOLDER.rglob("*.md"), *FOLDER.parent.glob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)\)", page.read_text()):
            if "://" not in target and not (page.parent / target).exists():
                broken.append(f"{page.name}: {target}")
    assert broken == []
