"""A map from plain facts, all said by one author: what a file holds, and what tests start from."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from samenspel.family.facts import Fact
from samenspel.family.statements import NO_SOURCE, Author, FamilyMap, Source, Statement

FILE = Author("file")
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
NEXT = timedelta(microseconds=1)  # keeps the order in which things were said


def map_of(
    facts: Iterable[Fact],
    *,
    by: Author = FILE,
    at: datetime = LONG_AGO,
    source: Source = NO_SOURCE,
) -> FamilyMap:
    """Statements `s1`, `s2`, … of one moment. Nothing is checked: a file may hold errors."""
    return FamilyMap(
        tuple(
            Statement(f"s{number}", fact, by, at, source)
            for number, fact in enumerate(facts, start=1)
        )
    )
