"""On hold in one tap, by a worker; what it does to drawing stands in `test_store`."""

import pytest
from django.core.exceptions import PermissionDenied

from samenspel.web.audit.record import Act
from samenspel.web.maps import freezing, store
from samenspel.web.maps.models import Map
from tests.world import World, acts


def test_a_worker_freezes_and_lifts(world: World) -> None:
    freezing.freeze(world.case, world.by_worker())
    assert store.load(world.case).frozen
    assert Map.objects.get().frozen_by == world.worker
    freezing.lift(world.case, world.by_worker())
    assert not store.load(world.case).frozen
    assert acts()[:2] == [Act.MAP_LIFTED, Act.MAP_FROZEN]


def test_doing_it_twice_is_doing_it_once(world: World) -> None:
    for _ in range(2):
        freezing.freeze(world.case, world.by_worker())
    assert acts().count(Act.MAP_FROZEN) == 1


@pytest.mark.parametrize("act", [freezing.freeze, freezing.lift])
def test_nobody_else_does(world: World, act) -> None:
    for user in (world.parent_in_circle, world.partner_in_circle, world.other_worker):
        with pytest.raises(PermissionDenied):
            act(world.case, world.actor(user))
    assert not Map.objects.exists()
