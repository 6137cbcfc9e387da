"""The family map as text, for who reads or hears it instead of seeing the drawing.

`words` gives the whole map in order, `paragraphs` the same with the ids each line is about, and
`summary` the one or two sentences that describe a drawing. Every fact of the map is in the words:
also accounts that the drawing does not use, what was taken back, and what cannot be drawn. Of what
only an imported file says no more than the count is told; with aliases no words that people wrote.
"""

from collections.abc import Mapping
from datetime import date

from samenspel.drawing.words.names import labels_of
from samenspel.drawing.words.paragraphs import Line, Paragraphs, Section
from samenspel.drawing.words.sections import NO_ACCOUNTS, paragraphs
from samenspel.drawing.words.summary import summary
from samenspel.family.statements import FamilyMap


def words(
    family_map: FamilyMap,
    *,
    on: date | None = None,
    lang: str = "nl",
    alias: bool = False,
    accounts: Mapping[str, str] = NO_ACCOUNTS,
) -> str:
    """The text of `paragraphs`."""
    return str(paragraphs(family_map, on=on, lang=lang, alias=alias, accounts=accounts))


__all__ = ["Line", "Paragraphs", "Section", "labels_of", "paragraphs", "summary", "words"]
