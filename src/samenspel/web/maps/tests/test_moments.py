"""Drawing together: begun by somebody of the circle, one at a time, over by itself."""

import pytest
from django.core.exceptions import PermissionDenied

from samenspel.web.accounts.models import User
from samenspel.web.audit.record import Act
from samenspel.web.maps import moments, news, store
from samenspel.web.maps.models import JointMoment
from tests.world import World, acts, close_case, refused


def begin(world: World, user: User) -> JointMoment:
    return moments.begin(world.case, world.actor(user))


@pytest.mark.parametrize("who", ["worker", "partner_in_circle", "parent_in_circle"])
def test_everybody_in_the_circle_can_begin(world: World, who: str) -> None:
    moment = begin(world, getattr(world, who))
    assert store.load(world.case, world.now).moment == moment
    assert acts()[0] == Act.MOMENT_BEGUN


def test_an_outsider_cannot_begin(world: World) -> None:
    for outsider in [world.other_worker, *world.outsiders.values()]:
        with pytest.raises(PermissionDenied):
            begin(world, outsider)
    assert not JointMoment.objects.exists()


def test_who_begins_while_the_others_do_joins_them(world: World) -> None:
    assert begin(world, world.worker) == begin(world, world.parent_in_circle)
    assert acts().count(Act.MOMENT_BEGUN) == 1


def test_it_is_over_by_itself_and_another_can_begin(world: World) -> None:
    first = begin(world, world.worker)
    later = world.now + moments.LASTS
    assert store.load(world.case, later).moment is None
    assert moments.begin(world.case, world.by_worker(later)) != first


def test_who_began_it_and_a_worker_can_end_it(world: World) -> None:
    for user in (world.parent_in_circle, world.worker):
        begin(world, world.parent_in_circle)
        moments.end(world.case, world.actor(user))
        assert store.load(world.case, world.now).moment is None
        assert acts()[0] == Act.MOMENT_ENDED


def test_somebody_else_cannot_end_it(world: World) -> None:
    begin(world, world.worker)
    for user in (world.parent_in_circle, world.partner_in_circle, world.other_worker):
        with pytest.raises(PermissionDenied):
            moments.end(world.case, world.actor(user))


def test_ending_twice_is_ending_once(world: World) -> None:
    begin(world, world.worker)
    moments.end(world.case, world.by_worker())
    moments.end(world.case, world.by_worker())
    assert acts().count(Act.MOMENT_ENDED) == 1


def test_in_a_closed_case_nobody_begins(world: World) -> None:
    close_case(world.case, world.by_worker())
    world.case.refresh_from_db()
    with refused("closed"):
        begin(world, world.worker)


def test_who_follows_the_map_hears_it(world: World, django_capture_on_commit_callbacks) -> None:
    heard: list[news.News] = []
    stop = news.listen(heard.append)
    with django_capture_on_commit_callbacks(execute=True):
        begin(world, world.worker)
    stop()
    begin(world, world.worker)
    assert heard == [news.News(world.case.public_id, 0, news.Kind.STATE)]


def test_news_can_be_read_by_another_process(world: World) -> None:
    told = news.News(world.case.public_id, 7, news.Kind.EDIT)
    assert news.read(told.payload) == (told, news.PROCESS)
    with pytest.raises(ValueError, match=r"."):
        news.read("something else")
