"""The page about formats names every format and every tag."""

from pathlib import Path

import pytest

from samenspel.family.facts import FACTS
from samenspel.formats import FORMATS
from samenspel.formats.fields import slots_of
from samenspel.formats.gedcom.extension import tag_of

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"
TAGS = {tag_of(name) for name in FACTS} | {
    tag_of(slot.name) for kind in FACTS.values() for slot in slots_of(kind)
}


@pytest.mark.parametrize("name", [*FORMATS, *sorted(TAGS)])
def test_it_stands_in_the_page(name: str) -> None:
    assert f"`{name}`" in PAGE.read_text()
