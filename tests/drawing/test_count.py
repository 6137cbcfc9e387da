"""The counter of the bench: three pictures drawn by hand, and a slow one that must agree."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bench.count import PITCH, Counts, Picture, Segment, count

ROOT = Path(__file__).resolve().parents[2]


def drawing(people: Mapping[str, tuple[float, float]], *unions: tuple[float, float, str]) -> Any:
    """Unions as (x, y, "A B > C D"): partners, then children."""
    return {
        "people": [{"id": who, "x": x, "y": y} for who, (x, y) in people.items()],
        "unions": [
            {
                "x": x,
                "y": y,
                "partners": words.split(">")[0].split(),
                "children": words.split(">")[1].split(),
            }
            for x, y, words in unions
        ],
    }


def faults(counts: Counts) -> tuple[int, int]:
    return counts.crossings, counts.passed_over


#   A──┬──B──┬──C        nothing crosses: B has a child with A and one with C
#      D     E
BLENDED = drawing(
    {"A": (0, 0), "B": (226, 0), "C": (452, 0), "D": (113, 190), "E": (339, 190)},
    (113, 0, "A B > D"),
    (339, 0, "B C > E"),
)

#   A──┬──B    C      D  A has a child with D as well: that line runs below B and C, who is
#      │ ╰───────╮  ╭╯   single, and crosses the line to E; flat it would run through both.
#      E         F
BELOW = drawing(
    {"A": (0, 0), "B": (226, 0), "C": (452, 0), "D": (678, 0), "E": (113, 190), "F": (452, 190)},
    (113, 0, "A B > E"),
    (452, 95, "A D > F"),
)
FLAT = drawing(
    {"A": (0, 0), "B": (226, 0), "C": (452, 0), "D": (678, 0), "E": (113, 190), "F": (565, 190)},
    (113, 0, "A B > E"),
    (565, 0, "A D > F"),
)

#   A─┬─B   C─┬─D     two couples with two children each, told crosswise; F and H are a couple,
#    ╱  ╲───╱  ╲      and B has a bond with H, who stands a row lower: it runs through F
#   E    G F    H
CROSSWISE = drawing(
    {"A": (0, 0), "B": (226, 0), "C": (452, 0), "D": (678, 0)}
    | {"E": (0, 190), "F": (452, 190), "G": (226, 190), "H": (678, 190)},
    (113, 0, "A B > E F"),
    (565, 0, "C D > G H"),
    (565, 285, "F H >"),
    (339, 190, "B H >"),
)


def test_a_blended_family_that_is_drawn_well_has_no_faults() -> None:
    counts = count(BLENDED)
    assert faults(counts) == (0, 0)
    assert (counts.people, counts.twice, counts.missing) == (5, 0, 0)
    assert (counts.split_unions, counts.misplaced) == (0, 0)


def test_a_line_below_others_crosses_what_hangs_there() -> None:
    """A–F's union crosses B's and A's child line; near B it is 45 below, far enough."""
    assert faults(count(BELOW)) == (1, 0)


def test_a_flat_line_passes_over_who_stands_in_it() -> None:
    """It runs through B and C, along the line of B, and through the place of the other union."""
    assert faults(count(FLAT)) == (2, 2)


def test_crosswise_couples_and_a_bond_between_rows() -> None:
    """The lines to F and G cross each other, and B's line to its second bond crosses both."""
    counts = count(CROSSWISE)
    assert counts.split_unions == 1
    assert faults(counts) == (3, 1)


def test_a_line_comes_near_at_a_quarter_of_the_pitch() -> None:
    def passing_at(height: float) -> int:
        people = {"A": (0.0, 0.0), "B": (300.0, 0.0), "C": (600.0, height)}
        return count(drawing({**people, "D": (300.0, 95.0)}, (500, 0, "A C >"))).passed_over

    assert passing_at(0) == 1
    raised = drawing({"A": (0, 0), "B": (300, 28.5), "C": (600, 0)}, (300, 0, "A C >"))
    lower = drawing({"A": (0, 0), "B": (300, 28.501), "C": (600, 0)}, (300, 0, "A C >"))
    assert count(raised).passed_over == 1  # near both halves, and counted once
    assert count(lower).passed_over == 0


def test_touching_the_place_of_another_union_is_a_crossing() -> None:
    people = {"A": (0, 0), "B": (226, 0), "C": (400, 0), "D": (400, 190), "E": (100, 285)}
    parents, lone = (113, 95, "A B > E"), (400, 0, "C > D")
    assert count(drawing(people, parents, lone)).crossings == 0
    touching = drawing({**people, "D": (0, 95)}, parents, (226, 95, "C > D"))
    assert count(touching).crossings == 3  # with both partner lines and the child line of A and B


def test_a_person_drawn_twice_or_not_at_all_is_told() -> None:
    picture = drawing({"A": (0, 0), "B": (226, 0)}, (113, 0, "A B > C"))
    picture["people"].append({"id": "A", "x": 900, "y": 0})
    counts = count(picture, everybody=("A", "B", "C", "D"))
    assert (counts.people, counts.twice, counts.missing) == (2, 1, 2)


def test_a_line_goes_to_the_nearest_symbol_of_a_person() -> None:
    picture = drawing({"A": (2000, 0), "B": (226, 0), "C": (500, 0)}, (113, 0, "A B >"))
    assert count(picture).passed_over == 1
    picture["people"].append({"id": "A", "x": 0, "y": 0})
    assert count(picture).passed_over == 0


def test_a_union_out_of_its_place_is_told() -> None:
    people = {"A": (0, 0), "B": (226, 0), "C": (113, 190)}
    assert count(drawing(people, (113, 95, "A B > C"))).misplaced == 0
    assert count(drawing(people, (113, 96, "A B > C"))).misplaced == 1
    assert count(drawing(people, (113, -1, "A B > C"))).misplaced == 1
    assert count(drawing(people, (227, 0, "A B > C"))).misplaced == 1


def test_the_counter_is_a_command(tmp_path: Path) -> None:
    file = tmp_path / "drawing.json"
    file.write_text(json.dumps(BELOW))
    command = [sys.executable, "bench/count.py", str(file)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    assert json.loads(result.stdout) == asdict(count(BELOW))


# --- A slow and obvious counter -------------------------------------------------------------------


def slow_crossings(picture: Any) -> int:
    return sum(slowly_cross(a, b) for a, b in combinations(Picture(picture).segments, 2))


def slowly_cross(a: Segment, b: Segment) -> bool:
    if a.bond == b.bond or a.who == b.who:
        return False
    common = common_points(a, b)
    return any(point not in (a.person, b.person) for point in common)


def common_points(a: Segment, b: Segment) -> list[Any]:
    """The point where two segments meet; of an overlap its ends and middle; or nothing."""
    (x, y), (dx, dy) = a.person, (a.union[0] - a.person[0], a.union[1] - a.person[1])
    (u, v), (du, dv) = b.person, (b.union[0] - b.person[0], b.union[1] - b.person[1])
    turn = dx * dv - dy * du
    if turn:
        along_a = Fraction((u - x) * dv - (v - y) * du, turn)
        along_b = Fraction((u - x) * dy - (v - y) * dx, turn)
        meets = 0 <= along_a <= 1 and 0 <= along_b <= 1
        return [(x + along_a * dx, y + along_a * dy)] if meets else []
    ends = [p for p in (a.person, a.union) if lies_on(p, b)]
    ends += [p for p in (b.person, b.union) if lies_on(p, a)]
    return [(Fraction(p[0] + q[0], 2), Fraction(p[1] + q[1], 2)) for p in ends for q in ends]


def lies_on(point: tuple[int, int], line: Segment) -> bool:
    (x, y), (x2, y2) = line.person, line.union
    on_line = (x2 - x) * (point[1] - y) == (y2 - y) * (point[0] - x)
    return on_line and line.left <= point[0] <= line.right and line.top <= point[1] <= line.bottom


def slow_passed_over(picture: Any) -> int:
    found = set()
    for number, union in enumerate(picture["unions"]):
        at = (union["x"], union["y"])
        places = {person["id"]: (person["x"], person["y"]) for person in picture["people"]}
        for partner in union["partners"]:
            for who, place in places.items():
                if who not in union["partners"] and square(place, places[partner], at) <= 28.5**2:
                    found.add((number, who))
    return len(found)


def square(p: tuple[int, int], a: tuple[int, int], b: tuple[int, int]) -> Fraction:
    """The square of the distance from a point to a segment."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    along = Fraction((p[0] - a[0]) * dx + (p[1] - a[1]) * dy, length) if length else Fraction(0)
    along = min(max(along, Fraction(0)), Fraction(1))
    return (p[0] - a[0] - along * dx) ** 2 + (p[1] - a[1] - along * dy) ** 2


@st.composite
def pictures(draw: st.DrawFn) -> Any:
    """People on a coarse grid, so that lines often touch, overlap and pass through others."""
    across, down = st.integers(0, 8), st.integers(0, 3)
    spots = draw(st.lists(st.tuples(across, down), min_size=3, max_size=9, unique=True))
    people = {f"P{i}": (x * 57, y * 95) for i, (x, y) in enumerate(spots)}
    unions = []
    for _ in range(draw(st.integers(1, 4))):
        who = draw(st.lists(st.sampled_from(sorted(people)), min_size=1, max_size=4, unique=True))
        cut = draw(st.integers(0, min(2, len(who))))
        words = f"{' '.join(who[:cut])} > {' '.join(who[cut:])}"
        unions.append((draw(across) * 57, draw(down) * 95, words))
    return drawing(people, *unions)


@given(pictures())
def test_the_counter_agrees_with_a_slow_one(picture: Any) -> None:
    assert faults(count(picture)) == (slow_crossings(picture), slow_passed_over(picture))


@given(pictures(), st.integers(-3, 3), st.integers(-3, 3))
def test_moving_or_mirroring_a_picture_changes_no_count(picture: Any, x: int, y: int) -> None:
    before = count(picture)
    for place in [*picture["people"], *picture["unions"]]:
        place["x"], place["y"] = x * PITCH - place["x"], y * PITCH + place["y"]
    assert count(picture) == before


def test_twenty_thousand_people_are_counted_in_seconds() -> None:
    """A ladder of couples with a child each: 20 000 people, no faults."""
    people, unions = {}, []
    for n in range(6_666):
        x, y = n % 333 * 500.0, n // 333 * 190.0
        people.update({f"A{n}": (x, y), f"B{n}": (x + 226, y), f"C{n}": (x + 113, y + 80)})
        unions.append((x + 113, y, f"A{n} B{n} > C{n}"))
    assert faults(count(drawing(people, *unions))) == (0, 0)
