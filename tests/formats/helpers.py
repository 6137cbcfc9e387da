"""What the tests of the formats share: where files are, and when two families are the same."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from samenspel.family.family import Family
from samenspel.family.resolve import resolve
from samenspel.family.statements import FamilyMap
from samenspel.formats import Read, read, write

FILES = Path(__file__).parent / "files"
MADE_ON = date(2026, 1, 2)
HEAD = b"0 HEAD\n1 GEDC\n2 VERS 5.5.1\n1 CHAR UTF-8\n"
HEAD_7 = b"0 HEAD\n1 GEDC\n2 VERS 7.0\n"
END = b"0 TRLR\n"


def shared_families() -> Path:
    """The folder with families of others, beside the repository; skips when it is not there."""
    for folder in Path(__file__).resolve().parents:
        found = folder / "shared" / "data" / "families"
        if found.is_dir():
            return found
    pytest.skip("the folder shared/data/families is not beside the project")


def there_and_back(family_map: FamilyMap, format_name: str) -> Read:
    return read(write(family_map, format_name, made_on=MADE_ON))


def comparable(family_map: FamilyMap) -> Family:
    """GEDCOM keeps events and notes with a person: their order among others is not kept."""
    family = resolve(family_map)
    notes = {about: tuple(sorted(texts)) for about, texts in sorted(family.notes.items())}
    return replace(family, events=tuple(sorted(family.events, key=repr)), notes=notes)


def with_accounts_only(family_map: FamilyMap) -> FamilyMap:
    """Without an `against` that names no earlier account of the same thing: it says nothing."""
    kinds: dict[str, str] = {}
    statements = []
    for one in family_map:
        meant = kinds.get(one.against) == one.fact.kind
        statements.append(one if meant else replace(one, against=""))
        kinds[one.id] = one.fact.kind
    return FamilyMap(tuple(statements), family_map.choices)


def said(family_map: FamilyMap) -> Counter[object]:
    return Counter((one.fact, one.source) for one in family_map)


def codes(found: Read) -> set[str]:
    return {line.code for line in found.report if line.code}


def person(*lines: str) -> bytes:
    """A file with one person, `I1`."""
    return HEAD + b"0 @I1@ INDI\n" + "".join(f"{one}\n" for one in lines).encode() + END
