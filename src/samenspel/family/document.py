"""The family map and its edits as JSON: what is stored, and what `samenspel draw` reads.

`parse(render(map)) == map`, and equal maps give equal bytes.
"""

import json
from typing import Any

from samenspel.family.codec import DocumentError, Json, decode, encode
from samenspel.family.edits import Body, Edit
from samenspel.family.statements import SCHEMA, FamilyMap
from samenspel.family.upcasts import upcast


def render(family_map: FamilyMap) -> str:
    return _text({"schema": family_map.schema} | encode(family_map))


def condensed(family_map: FamilyMap) -> str:
    """As `render`, for machines: a fraction of the time and less than half the length."""
    return _line({"schema": family_map.schema} | encode(family_map))


def parse(text: str) -> FamilyMap:
    """The map; what is not there to refer to is kept, as in every map from a file."""
    read: FamilyMap = decode(FamilyMap, upcast(_object(text)), "")
    for name, ids in (
        ("statements", [one.id for one in read.statements]),
        ("choices", [one.id for one in read.choices]),
    ):
        if len(set(ids)) < len(ids):
            raise DocumentError(name, "two have the same id; give each its own.")
    return read


def edit_to_json(edit: Edit) -> str:
    return _text({"schema": SCHEMA} | encode(edit))


def edit_from_json(text: str) -> Edit:
    values = upcast(_object(text))
    del values["schema"]
    read: Edit = decode(Edit, values, "")
    return read


def body_to_json(body: Body) -> str:
    """Only what was said, for an envelope that tells the rest."""
    return _line({"schema": SCHEMA, "body": encode(body)})


def body_from_json(text: str) -> Body:
    values = upcast(_object(text))
    read: Body = decode(Body, values.get("body"), "body")
    return read


def _text(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _line(value: Json) -> str:
    """Without `indent`, for then Python writes it in C."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _object(text: str) -> Json:
    try:
        found = json.loads(text, object_pairs_hook=_once)
    except DocumentError:
        raise
    except RecursionError:
        raise DocumentError("", "This is nested too deep to be a family map.") from None
    except ValueError as error:
        raise DocumentError("", f"This is not JSON: {error}.") from None
    if not isinstance(found, dict):
        raise DocumentError("", 'This is no family map; it begins with {"schema": 1, …}.')
    return found


def _once(pairs: list[tuple[str, Any]]) -> Json:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise DocumentError("", f"{twice!r} stands twice in one object; keep one.")
    return found
