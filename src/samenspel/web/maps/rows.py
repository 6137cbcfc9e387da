"""Edits as they lie in the database, opened and sealed with the key of their case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from samenspel.family import Author, Envelope, Side
from samenspel.web.maps.models import MapEdit, MapPlacement, MapSnapshot
from samenspel.web.vault.fields import Sealed, SealedText, seal
from samenspel.web.vault.keys import KeyIsGone

Keys = Mapping[UUID, bytes]

BODY = MapEdit._meta.get_field("body")
DOCUMENT = MapSnapshot._meta.get_field("document")
REST = MapSnapshot._meta.get_field("rest")
PLACES = MapPlacement._meta.get_field("document")

COLUMNS = (
    "map_id",
    "number",
    "edit_id",
    "at",
    "author_id",
    "author__public_id",
    "side",
    "way",
    "undoes",
    "schema",
    "body",
    "redacted",
)


@dataclass(frozen=True)
class Row:
    """One row of `MapEdit`, its body still sealed."""

    map_id: int
    number: int
    edit_id: UUID
    at: datetime
    author_id: int
    account: UUID
    side: str
    way: str
    undoes: int | None
    schema: int
    body: Sealed | None
    redacted: str

    def envelope(self, key: bytes) -> Envelope:
        author = Author(str(self.account), Side(self.side))
        body = self.body.open(key) if self.body else None
        return Envelope(
            map=str(self.map_id),
            number=self.number,
            id=str(self.edit_id),
            at=self.at,
            author=author,
            schema=self.schema,
            body=body,
            redacted=self.redacted,
        )


def rows(found: "QuerySet[MapEdit]") -> list[Row]:
    return [Row(*values) for values in found.order_by("map", "number").values_list(*COLUMNS)]


def rows_between(spans: Mapping[int, tuple[int, int]]) -> list[Row]:
    """Of each map the edits after the first number, up to the second, in one query."""
    wanted = [
        Q(map=one, number__gt=after, number__lte=upto)
        for one, (after, upto) in spans.items()
        if after < upto
    ]
    return rows(MapEdit.objects.filter(_any(wanted))) if wanted else []


@dataclass(frozen=True)
class Snapshot:
    """One row of `MapSnapshot`, still sealed; `rest` only when it is asked for."""

    map_id: int
    number: int
    document: Sealed
    has_rest: bool
    rest: Sealed | None = None


def snapshots_before(upto: Mapping[int, int], *, with_rest: bool) -> dict[int, Snapshot]:
    """Of each map the last snapshot up to a number; two queries."""
    last: dict[int, int] = {}
    there = MapSnapshot.objects.filter(map__in=upto).order_by("number")
    for one, number in there.values_list("map_id", "number"):
        if number <= upto[one]:
            last[one] = number
    if not last:
        return {}
    wanted = _any([Q(map=one, number=number) for one, number in last.items()])
    columns = ["map_id", "number", "document", "has_rest", *(["rest"] if with_rest else [])]
    found = MapSnapshot.objects.filter(wanted).annotate(has_rest=Q(rest__isnull=False))
    return {values[0]: Snapshot(*values) for values in found.values_list(*columns)}


def key_of(keys: Keys, key_id: UUID) -> bytes:
    try:
        return keys[key_id]
    except KeyError:
        raise KeyIsGone(str(key_id)) from None


def sealed(column: SealedText, text: str, *, key: bytes, key_id: UUID) -> Sealed:
    """For a model that is stored among many, so that no row looks its key up."""
    return Sealed(seal(text, key=key, key_id=key_id, place=column.place), column.place)


def _any(conditions: Iterable[Q]) -> Q:
    found = Q()
    for one in conditions:
        found |= one
    return found
