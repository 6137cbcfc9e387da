"""From the shape of an earlier schema version to the next.

Maps and edits are stored in the shape of their day and never rewritten. `UPCASTS[1]` turns a
document of schema 1 (a whole map, or one edit) into one of schema 2, and so on; the golden files
in `tests/family/golden` must open for ever.
"""

from collections.abc import Callable, Iterator

from samenspel.family.codec import DocumentError, Json
from samenspel.family.statements import SCHEMA

Upcast = Callable[[Json], Json]
UPCASTS: dict[int, Upcast] = {}


def upcast(document: Json) -> Json:
    """The same in the shape of today."""
    schema = _schema_of(document)
    while schema < SCHEMA:
        if schema not in UPCASTS:
            raise DocumentError("schema", f"there has never been a version {schema}.")
        document = UPCASTS[schema](document)
        schema += 1
    return {**document, "schema": SCHEMA}


def _schema_of(document: Json) -> int:
    schema = document.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool):
        raise DocumentError("schema", f"say which version this is; today's is {SCHEMA}.")
    if schema > SCHEMA:
        raise DocumentError(
            "schema", f"version {schema} is newer than this program reads ({SCHEMA}): update it."
        )
    return schema


def facts_in(document: Json) -> Iterator[Json]:
    """Every fact in a map or an edit, for an upcast to change in place."""
    for statement in document.get("statements", ()):
        yield statement["fact"]
    for saying in document.get("body", {}).get("sayings", ()):
        yield saying["fact"]
