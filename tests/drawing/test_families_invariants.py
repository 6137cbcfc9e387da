"""What is true of every drawing, for any family there can be; and how it compares with brute force.

`any_families` are small and stranger than life, `step_families` are such as teams meet.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.count import Counts, count
from samenspel.drawing.json import drawing_json
from samenspel.drawing.layout import place
from samenspel.drawing.placement import DEEP, PITCH, Placement, Quality
from tests.drawing.slow_order import TooMany, fewest_crossings
from tests.families.network import Network, family
from tests.families.step import HARSH, step_family
from tests.families.strategies import any_families, step_families
from tests.families.tree import tree

ROOT = Path(__file__).resolve().parents[2]
HAIR = 0.01
EVERY_FAMILY = st.one_of(any_families(), any_families(14), step_families(10, 30))


@cache
def placed(network: Network) -> Placement:
    return place(family(network))


def counted(network: Network) -> Counts:
    return count(drawing_json(placed(network)), network.ids)


def wishes(quality: Quality) -> tuple[int, int, int]:
    """What a drawing is judged by, most important first."""
    return (
        quality.split_unions,
        quality.crossings + quality.passed_over,
        quality.siblings_out_of_order,
    )


# --- Everybody has one right place ----------------------------------------------------------------


@given(EVERY_FAMILY)
def test_everybody_stands_in_the_drawing_once(network: Network) -> None:
    counts = counted(network)
    assert (counts.people, counts.twice, counts.missing) == (len(network.people), 0, 0)


@given(EVERY_FAMILY)
def test_children_stand_below_their_parents(network: Network) -> None:
    spots = placed(network).people
    for union in network.unions:
        for child in union.children:
            assert all(spots[child].y > spots[parent].y for parent in union.partners)


@given(EVERY_FAMILY)
def test_partners_share_a_row_unless_it_is_told(network: Network) -> None:
    quality = placed(network).quality
    assert quality.split_unions == counted(network).split_unions


@given(EVERY_FAMILY)
def test_nobody_stands_nearer_than_the_pitch(network: Network) -> None:
    for row in rows_of(placed(network)):
        assert all(b - a > PITCH - HAIR for a, b in pairwise(row))


def rows_of(placement: Placement) -> Iterator[list[float]]:
    heights: dict[float, list[float]] = {}
    for spot in placement.people.values():
        heights.setdefault(spot.y, []).append(spot.x)
    yield from (sorted(row) for row in heights.values())


@given(EVERY_FAMILY)
def test_a_union_lies_between_its_partners(network: Network) -> None:
    placement = placed(network)
    for union in placement.unions:
        spots = [placement.people[partner] for partner in union.partners]
        if len(spots) == 2 and spots[0].row == spots[1].row:
            assert min(s.x for s in spots) < union.x < max(s.x for s in spots)
        if spots:
            lowest = max(spot.y for spot in spots)
            assert lowest <= union.y <= lowest + DEEP + HAIR


# --- What is told about the drawing is true -------------------------------------------------------


@given(EVERY_FAMILY)
def test_the_drawing_is_counted_as_the_bench_counts_it(network: Network) -> None:
    quality, counts = placed(network).quality, counted(network)
    assert (quality.crossings, quality.passed_over) == (counts.crossings, counts.passed_over)


@given(EVERY_FAMILY)
def test_the_bound_is_below_what_is_drawn_and_equal_when_proven(network: Network) -> None:
    quality = placed(network).quality
    cost = quality.crossings + quality.passed_over
    assert quality.bound <= cost
    assert quality.proven == (quality.bound == cost)


@given(any_families(8))
def test_the_bound_is_what_trying_every_order_finds(network: Network) -> None:
    placement = placed(network)
    rows = {who: spot.row for who, spot in placement.people.items()}
    try:
        fewest = fewest_crossings(network, rows, most=5_000, flat=1)
    except TooMany:
        return
    assert placement.quality.bound == fewest


@given(any_families(7))
def test_age_order_as_a_rule_costs_no_fewer_crossings(network: Network) -> None:
    strict = place(family(network), siblings="strict").quality
    assert strict.bound >= placed(network).quality.bound
    assert strict.siblings_out_of_order == 0


# --- The drawing depends on the family only -------------------------------------------------------


@given(EVERY_FAMILY)
def test_the_same_family_gives_the_same_drawing(network: Network) -> None:
    again = place(family(network))
    assert replace(again, milliseconds=0) == replace(placed(network), milliseconds=0)


@given(EVERY_FAMILY)
def test_a_family_told_in_mirror_image_is_drawn_as_well(network: Network) -> None:
    mirrored = place(family(network.mirrored()))
    assert wishes(mirrored.quality) == wishes(placed(network).quality)


PROGRAM = """
import json
from samenspel.drawing.json import drawing_json
from samenspel.drawing.layout import place
from tests.families.network import family
from tests.families.step import step_family
drawings = [drawing_json(place(family(step_family(seed, 24, 0.35)))) for seed in range(3)]
for drawing in drawings:
    del drawing["milliseconds"]
print(json.dumps(drawings))
"""


def test_the_drawing_does_not_depend_on_hash_seeds() -> None:
    drawings = {drawn_with_hash_seed(seed) for seed in ("0", "1", "424242")}
    assert len(drawings) == 1


def drawn_with_hash_seed(seed: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
        text=True,
    )
    return json.dumps(json.loads(done.stdout))


# --- Families of the bench ------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(1, 200, 40))
@pytest.mark.parametrize("kin", [0.05, HARSH])
def test_a_step_family_is_proven(seed: int, kin: float) -> None:
    network = step_family(seed, people=30, kin=kin)
    counts, quality = counted(network), placed(network).quality
    assert quality.proven
    assert (counts.missing, counts.twice, counts.upside_down) == (0, 0, 0)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_large_tree_is_drawn_without_a_crossing(seed: int) -> None:
    counts = counted(tree(seed, 320))
    assert (counts.crossings, counts.passed_over, counts.split_unions) == (0, 0, 0)


def test_the_families_are_the_same_everywhere() -> None:
    """The bench can be repeated only when a seed gives the same family on every machine."""
    network = step_family(7, 40)
    assert len(network.people) == 40
    assert [union.partners for union in network.unions][:4] == FIRST_COUPLES


FIRST_COUPLES = [("I1", "I2"), ("I7",), ("I1", "I7"), ("I2", "I12")]
