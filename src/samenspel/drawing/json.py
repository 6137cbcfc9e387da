"""The placed drawing as JSON: where everybody stands, and how good the drawing is.

Programs read this shape, and `bench/count.py` counts crossings on it, so it does not change:

    {"people": [{"id", "x", "y"}], "unions": [{"x", "y", "partners", "children"}],
     "quality": {…}, "milliseconds"}

Ids are those of the file. y grows downwards; a person who is drawn twice would stand in it twice.
Read back it is a previous drawing, from which a new one moves as few people as possible; what it
does not hold (the id of a union) is not needed for that.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from samenspel.drawing.placement import PlacedUnion, Placement, Quality, Spot

DIGITS = 3  # a thousandth of a unit: no eye and no count sees the difference


class NotADrawing(ValueError):
    """The text is no placed drawing; the message says what it should hold."""


def drawing_json(placement: Placement) -> dict[str, Any]:
    return {
        "people": [
            {"id": person, "x": _number(spot.x), "y": _number(spot.y)}
            for person, spot in placement.people.items()
        ],
        "unions": [
            {
                "x": _number(union.x),
                "y": _number(union.y),
                "partners": list(union.partners),
                "children": list(union.children),
            }
            for union in placement.unions
        ],
        "quality": {**asdict(placement.quality), "width": _number(placement.quality.width)},
        "milliseconds": round(placement.milliseconds, 1),
    }


def _number(value: float) -> float:
    return round(float(value), DIGITS) + 0.0  # so that no zero is a negative one


def render(placement: Placement) -> str:
    """One line per person and per union, so that two drawings can be compared."""
    drawing = drawing_json(placement)
    lines = [
        f' "{part}": [\n  ' + ",\n  ".join(map(_line, drawing[part])) + "\n ]"
        if drawing[part]
        else f' "{part}": []'
        for part in ("people", "unions")
    ]
    lines += [f' "{part}": {_line(drawing[part])}' for part in ("quality", "milliseconds")]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


# --- Reading it back ------------------------------------------------------------------------------


def parse(text: str) -> Placement:
    try:
        return placement_from_json(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise NotADrawing(
            f"This is no drawing as `samenspel draw --json` writes it: {error}"
        ) from error


def placement_from_json(drawing: Mapping[str, Any]) -> Placement:
    """Raises `NotADrawing` when something is missing or is not what it should be."""
    try:
        return _placement(drawing)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise NotADrawing(f"The drawing lacks something, or holds it wrong: {error!r}.") from error


def _placement(drawing: Mapping[str, Any]) -> Placement:
    heights = sorted({_finite(person["y"]) for person in drawing["people"]})
    row = {y: number for number, y in enumerate(heights)}
    people = {
        str(person["id"]): Spot(_finite(person["x"]), _finite(person["y"]), row[person["y"]])
        for person in drawing["people"]
    }
    known = {one.name for one in fields(Quality)}
    quality = {name: value for name, value in drawing["quality"].items() if name in known}
    return Placement(
        people,
        tuple(_union(f"u{at}", one, people) for at, one in enumerate(drawing["unions"], start=1)),
        Quality(**quality),
        float(drawing["milliseconds"]),
    )


def _union(name: str, union: Mapping[str, Any], people: Mapping[str, Spot]) -> PlacedUnion:
    partners, children = tuple(map(str, union["partners"])), tuple(map(str, union["children"]))
    strange = [who for who in (*partners, *children) if who not in people]
    if strange:
        raise ValueError(f"{strange[0]} stands in a union and not among the people")
    y = _finite(union["y"])
    is_flat = bool(partners) and y == max(people[partner].y for partner in partners)
    return PlacedUnion(name, _finite(union["x"]), y, partners, children, is_flat)


def _finite(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{value!r} is no number")
    if not abs(value) < 1e12:
        raise ValueError(f"{value!r} lies too far away")
    return float(value)
