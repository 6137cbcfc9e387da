"""Somebody is put to the side by hand, by who sees them."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from samenspel.web.audit.record import Act
from samenspel.web.maps import freezing, pins, store
from samenspel.web.maps.models import MapPin
from samenspel.web.maps.tests.at_the_map import add, id_of
from tests.world import World, acts, close_case


def test_a_pin_stays_until_it_is_put_elsewhere_or_taken_out(world: World) -> None:
    person = id_of(add(world, world.worker, "Noor"))
    by = world.actor(world.parent_in_circle)
    pins.pin(world.case, person, 12.5, by)
    pins.pin(world.case, person, -40.0, by)
    assert store.load(world.case).pins == {person: -40.0}
    assert acts()[0] == Act.MAP_DRAWN
    pins.unpin(world.case, person, by)
    assert store.load(world.case).pins == {}


def test_taking_out_what_is_not_pinned_writes_nothing(world: World) -> None:
    person = id_of(add(world, world.worker, "Noor"))
    before = len(acts())
    pins.unpin(world.case, person, world.by_worker())
    assert len(acts()) == before


@pytest.mark.parametrize("hidden", [True, False])
def test_what_one_does_not_see_is_like_what_is_not_there(world: World, hidden: bool) -> None:
    person = id_of(add(world, world.worker, "Noor", for_="mine"))
    with pytest.raises(ValidationError) as refusal:
        pins.pin(world.case, person if hidden else "nobody", 1, world.actor(world.parent_in_circle))
    assert len(refusal.value.messages) == 1
    assert not MapPin.objects.exists()


@pytest.mark.parametrize("x", [float("nan"), float("inf"), -1e9])
def test_a_place_off_the_sheet_is_refused(world: World, x: float) -> None:
    person = id_of(add(world, world.worker, "Noor"))
    with pytest.raises(ValidationError):
        pins.pin(world.case, person, x, world.by_worker())


def test_an_outsider_puts_nobody_anywhere(world: World) -> None:
    person = id_of(add(world, world.worker, "Noor"))
    with pytest.raises(PermissionDenied):
        pins.pin(world.case, person, 1, world.actor(world.other_worker))


def test_on_hold_and_closed_nobody_is_moved(world: World) -> None:
    person = id_of(add(world, world.worker, "Noor"))
    freezing.freeze(world.case, world.by_worker())
    with pytest.raises(ValidationError):
        pins.pin(world.case, person, 1, world.by_worker())
    freezing.lift(world.case, world.by_worker())
    close_case(world.case, world.by_worker())
    world.case.refresh_from_db()
    with pytest.raises(ValidationError):
        pins.unpin(world.case, person, world.by_worker())
