"""The repository says nothing about the machine it was made on, and its manual is complete."""

import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "manual" / "images"
MANUAL = ROOT / "docs" / "manual"

# Neither pattern matches itself.
INDEX_HOSTS = re.compile(
    r"py(?:pi|thonhosted)\.org|npm(?:js|mirror)\.(?:org|com)|yarn(?:pkg)\.com|jsr(?:\.)io"
    r"|deb(?:\.)debian|archive(?:\.)ubuntu|https?://[\w.-]*(?:artifac(?:tory)|nex(?:us))",
    re.IGNORECASE,
)
MACHINE_PATHS = re.compile(
    r"(?<![\w.~/-])/(?:(?:root|work)(?![\w-])|(?:home|Users)/[\w.-]+)",
)
ADDRESS = re.compile(r"https?://|file://")
IMAGE_IN_PAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)|<img[^>]*\ssrc=\"([^\"]+)\"")


@cache
def files() -> tuple[Path, ...]:
    """What is or is about to be in the repository: all files but those that git ignores."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = (ROOT / name for name in sorted(set(listed.stdout.split("\0"))) if name)
    return tuple(path for path in paths if path.is_file())


def lines_of_text_files() -> Iterator[tuple[str, str]]:
    """Every line, with where it stands."""
    for path in files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture or a font
        for number, line in enumerate(text.splitlines(), start=1):
            yield f"{path.relative_to(ROOT)}:{number}", line


def places(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{where}: {found[0]}"
        for where, line in lines_of_text_files()
        if (found := pattern.search(line))
    ]


def test_no_file_names_a_package_index() -> None:
    assert places(INDEX_HOSTS) == []


def test_no_file_names_a_path_of_a_machine() -> None:
    assert places(MACHINE_PATHS) == []


@pytest.mark.parametrize(
    "text", ["cd {}root/project", '"{}work/main"', "see {}home/anna/notes", "FOLDER={}work"]
)
def test_a_path_of_a_machine_would_be_seen(text: str) -> None:
    assert MACHINE_PATHS.search(text.format("/"))


@pytest.mark.parametrize("host", ["py{}.org", "https://files.py{}.org/", "registry.npm{}.org"])
def test_a_package_index_would_be_seen(host: str) -> None:
    names = ("pi", "thonhosted", "js")
    assert any(INDEX_HOSTS.search(host.format(name)) for name in names)


@pytest.mark.parametrize(
    "text", ["src/work/", "https://example.nl/work", "/worker", "~/work", "home/work", "/homes"]
)
def test_other_paths_are_fine(text: str) -> None:
    assert not MACHINE_PATHS.search(text)


LOCKS = ["requirements.lock", "requirements-dev.lock", "tools/node.lock"]


def test_every_lock_is_looked_at() -> None:
    assert sorted(LOCKS) == [
        str(path.relative_to(ROOT)) for path in files() if path.suffix == ".lock"
    ]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_hashes_and_no_addresses(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert not ADDRESS.search(text)
    assert "--index-url" not in text
    pins = re.findall(r"^[A-Za-z0-9][^\n]*==", text, re.MULTILINE)
    assert pins
    assert text.count("--hash=sha256:") >= len(pins)


def test_the_lock_of_npm_has_hashes_and_no_addresses() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text())
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert package["integrity"].startswith("sha512-"), name


def images_in_manual() -> set[Path]:
    """The pictures that the pages of the manual show."""
    pages = [path for path in files() if path.suffix == ".md" and MANUAL in path.parents]
    shown = set()
    for page in pages:
        for _, markdown, element in IMAGE_IN_PAGE.findall(page.read_text(encoding="utf-8")):
            address = markdown or element
            if not ADDRESS.match(address):
                shown.add((page.parent / address).resolve())
    return shown


def test_every_picture_in_the_manual_exists() -> None:
    assert sorted(path for path in images_in_manual() if not path.is_file()) == []


def test_every_picture_is_used_in_the_manual() -> None:
    assert sorted(set(IMAGES.glob("*.png")) - images_in_manual()) == []


def test_every_picture_has_words_for_who_cannot_see_it() -> None:
    pages = [path for path in files() if path.suffix == ".md" and MANUAL in path.parents]
    empty = [
        f"{page.relative_to(ROOT)}: {markdown}"
        for page in pages
        for words, markdown, _ in IMAGE_IN_PAGE.findall(page.read_text(encoding="utf-8"))
        if markdown and not words.strip()
    ]
    assert empty == []
