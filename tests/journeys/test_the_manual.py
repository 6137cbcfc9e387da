"""The manual quotes the screens: what stands in italics there stands on a page here."""

import re

from tests.journeys.axe import ROOT
from tools.translations import WEB, read_catalogue

ITALICS = re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)")
PLACEHOLDER = re.compile(r"%\\\(\w+\\\)s")
NOT_TRANSLATED = {"English", "berk-417"}


def test_words_in_italics_stand_on_a_screen() -> None:
    manual = (ROOT / "docs" / "manual" / "README.md").read_text(encoding="utf-8")
    screens = re.compile("|".join(patterns_of_the_catalogue()))
    quoted = set(ITALICS.findall(manual.replace("\n", " "))) - NOT_TRANSLATED
    assert sorted(words for words in quoted if not screens.fullmatch(words)) == []


def patterns_of_the_catalogue() -> list[str]:
    """The Dutch texts; where one has a number or a name, anything may stand."""
    catalogue = read_catalogue(WEB.file("nl"), "nl")
    texts = [text for message in catalogue for text in _strings(message.string) if text]
    return [f"(?:{PLACEHOLDER.sub('.+', re.escape(text))})" for text in texts]


def _strings(string: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [string] if isinstance(string, str) else list(string or [])
