"""A drawing for a small screen is nearer together, and nothing lies over anything."""

from datetime import date

import pytest
from hypothesis import given

from samenspel.drawing.genogram import Genogram, genogram
from samenspel.drawing.genogram.labels import Wording, widths_of
from samenspel.drawing.layout.place import place
from samenspel.drawing.placement import Placement, Spot
from samenspel.drawing.sheet.squeezed import ON_A_PHONE, ON_A_WALL, nearest, squeezed
from samenspel.family.family import Family
from samenspel.family.near import near
from samenspel.family.resolve import resolve
from tests.drawing.overlaps import overlaps
from tests.families import shapes
from tests.families.network import Network, family
from tests.families.strategies import any_families

ON = date(2026, 4, 14)


def small(one: Family, patience: float = 0.0, shares: tuple[float, ...] = ON_A_PHONE) -> Genogram:
    widths = widths_of(Wording(one, ON, terse=True))
    placed = place(one, on=ON, widths=widths, deadline=patience)
    return nearest(placed, widths, shares, lambda shown: drawn(one, shown))


def drawn(one: Family, shown: Placement) -> Genogram:
    return genogram(one, shown, on=ON, lang="nl", terse=True)


def test_short_labels_let_people_stand_nearer() -> None:
    two = Placement({"a": Spot(0, 0, 0), "b": Spot(114, 0, 0)}, ())
    assert squeezed(two, {"a": 50, "b": 50}, 0.6).people["b"].x == pytest.approx(114 * 0.6)


def test_no_label_gets_less_than_it_needs() -> None:
    two = Placement({"a": Spot(0, 0, 0), "b": Spot(114, 0, 0)}, ())
    assert squeezed(two, {"a": 100, "b": 80}, 0.6).people["b"].x == pytest.approx(90)
    assert squeezed(two, {"a": 140, "b": 110}, 0.6) == two


def test_the_blended_family_fits_a_phone_with_both_homes() -> None:
    found = small(resolve(near(shapes.blended(), "liva")), patience=10.0)
    left, _, right, _ = found.scene.box
    assert right - left < 500
    assert len(found.scene.of("house")) == 2
    assert overlaps(found.scene) == []


@given(any_families(most=7))
def test_everybody_keeps_their_order_in_the_row(network: Network) -> None:
    one = family(network)
    widths = widths_of(Wording(one, ON, terse=True))
    placed = place(one, on=ON, widths=widths, deadline=0.0)
    shown = squeezed(placed, widths, ON_A_PHONE[0])
    assert sorted(placed.people, key=lambda who: placed.people[who].x) == sorted(
        shown.people, key=lambda who: shown.people[who].x
    )


def test_on_a_wall_everybody_is_larger_and_every_home_keeps_its_outline() -> None:
    one = resolve(shapes.blended())
    found = small(one, patience=10.0, shares=ON_A_WALL)
    whole = genogram(one, place(one, on=ON, deadline=10.0), on=ON, lang="nl")
    assert len(found.scene.of("house")) == len(whole.scene.of("house")) == 2
    assert _wide(found) < _wide(whole)
    assert _high(found) < _high(whole)
    assert overlaps(found.scene) == []


def _wide(made: Genogram) -> float:
    left, _, right, _ = made.scene.box
    return right - left


def _high(made: Genogram) -> float:
    _, top, _, bottom = made.scene.box
    return bottom - top
