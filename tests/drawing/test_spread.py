"""The near-linear places keep every distance that the linear program keeps."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given

from samenspel.drawing.layout import coordinates, place
from samenspel.drawing.placement import PARTNERS, PITCH, Placement
from tests.families.network import Network, family
from tests.families.strategies import any_families
from tests.families.tree import kin_marriages, tree, village

HAIR = 0.01


@pytest.fixture(autouse=True, scope="module")
def _without_a_linear_program() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(coordinates, "MANY", 0)
        yield


def check(placement: Placement) -> None:
    rows: dict[float, list[float]] = {}
    for spot in placement.people.values():
        rows.setdefault(spot.y, []).append(spot.x)
    for row in rows.values():
        assert all(b - a > PITCH - HAIR for a, b in pairwise(sorted(row)))
    for union in placement.unions:
        spots = [placement.people[partner] for partner in union.partners]
        if len(spots) == 2 and spots[0].row == spots[1].row:
            left, right = sorted(spot.x for spot in spots)
            assert left < union.x < right
            if union.is_flat:
                assert union.x == pytest.approx((left + right) / 2)
                assert right - left > PARTNERS - HAIR


@given(any_families(12))
def test_people_keep_their_distance_and_unions_lie_between_partners(network: Network) -> None:
    check(place(family(network)))


@pytest.mark.parametrize("network", [kin_marriages(7, 200), village(2, 400), tree(9, 300)])
def test_the_same_holds_for_large_families(network: Network) -> None:
    check(place(family(network)))


def test_a_tree_has_no_crossing() -> None:
    quality = place(family(tree(300, 300))).quality
    assert (quality.crossings, quality.passed_over) == (0, 0)
