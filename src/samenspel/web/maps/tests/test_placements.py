"""A drawing keeps its places: over processes, after a restart, and in a race."""

from dataclasses import replace
from typing import Any
from unittest import mock

import pytest
from django.utils import timezone

from samenspel.drawing.placement import Placement
from samenspel.drawing.sheet import Look, Sheet, View
from samenspel.family import seen_by
from samenspel.web.maps import sheets, store
from samenspel.web.maps.access import seats_of
from samenspel.web.maps.models import MapPlacement, Redacted
from samenspel.web.maps.orders import Order, make
from samenspel.web.maps.placements import KEPT, Found, look_up
from samenspel.web.maps.placements_later import Later
from samenspel.web.maps.sheets import Desk
from samenspel.web.maps.tests.at_the_map import add, draw
from samenspel.web.maps.tests.drawn import SANNE, YARA, family, saying
from samenspel.web.maps.tests.drawn import draw as say
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def drawn(world: World) -> World:
    say(world, world.worker, saying(*family()))
    return world


def order(world: World, look: Look | None = None, **more: Any) -> Order:
    loaded = store.load(world.case)
    seat = seats_of(world.case, timezone.now())[world.worker.pk]
    made = Order(
        case=str(world.case.public_id),
        shown_to=seat.sees_like(loaded.family_map),
        seen=seen_by(loaded.family_map, seat.viewer),
        look=look or Look(),
        today=timezone.localdate(),
        number=loaded.number,
    )
    return replace(made, **more)


class Slips:
    """Draws, but puts everybody elsewhere every time that it may choose."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.former: list[Placement | None] = []
        self.just_so: list[Placement | None] = []
        monkeypatch.setattr(sheets, "make", self)

    def __call__(
        self, order: Order, former: Placement | None, placement: Placement | None
    ) -> Sheet:
        self.former.append(former)
        self.just_so.append(placement)
        made = make(order, former, placement)
        if placement is not None or made.placement is None:
            return made
        shift = 1000.0 * len(self.former)
        people = {
            who: replace(spot, x=spot.x + shift) for who, spot in made.placement.people.items()
        }
        return make(order, None, replace(made.placement, people=people))


@pytest.fixture
def slips(monkeypatch: pytest.MonkeyPatch) -> Slips:
    return Slips(monkeypatch)


def people(sheet: Sheet) -> dict[str, Any]:
    assert sheet.placement is not None
    return dict(sheet.placement.people)


def test_another_process_draws_the_same_from_the_same(drawn: World, slips: Slips) -> None:
    first, second = Desk().sheet(order(drawn)), Desk().sheet(order(drawn))
    assert first.svg == second.svg
    assert people(first) == people(second)
    assert MapPlacement.objects.count() == 1


def test_the_next_drawing_is_near_the_last_also_after_a_restart(drawn: World, slips: Slips) -> None:
    first = Desk().sheet(order(drawn))
    add(drawn, drawn.worker, "Noor")
    Desk().sheet(order(drawn))
    assert slips.former[0] is None
    assert dict(slips.former[-1].people) == people(first)  # type: ignore[union-attr]


def test_who_was_first_decides(drawn: World, slips: Slips, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both began when nothing was kept yet."""
    settle = Found.settle
    firsts = []

    def after_another(found: Found, placement: Placement) -> Placement | None:
        monkeypatch.setattr(Found, "settle", settle)
        firsts.append(Desk().sheet(found.order))
        return settle(found, placement)

    monkeypatch.setattr(Found, "settle", after_another)
    late = Desk().sheet(order(drawn))
    assert [one.svg for one in firsts] == [late.svg]


def test_an_edit_that_is_not_seen_changes_no_drawing(drawn: World, slips: Slips) -> None:
    first = Desk().sheet(order(drawn))
    draw(drawn, drawn.parent_in_circle, do="add_person", name="Geheim", for_="mine")
    assert Desk().sheet(order(drawn)).svg == first.svg


def test_another_place_by_hand_or_another_day_is_another_drawing(drawn: World) -> None:
    for more in (
        {},
        {"pins": ((SANNE, 900.0),)},
        {"today": timezone.localdate().replace(year=2030)},
    ):
        Desk().sheet(order(drawn, **more))
    assert MapPlacement.objects.count() == 3


def test_few_are_kept_and_late_ones_do_not_come_back(drawn: World, slips: Slips) -> None:
    late = order(drawn)
    for number in range(6):
        add(drawn, drawn.worker, f"N{number}")
        last = Desk().sheet(order(drawn))
    Desk().sheet(late)
    assert MapPlacement.objects.count() <= KEPT + 1
    add(drawn, drawn.worker, "Saar")
    Desk().sheet(order(drawn))
    assert dict(slips.former[-1].people) == people(last)  # type: ignore[union-attr]


def test_a_past_day_is_near_the_drawing_of_today_and_not_kept(drawn: World, slips: Slips) -> None:
    first = Desk().sheet(order(drawn))
    past = order(drawn, Look(on=timezone.localdate().replace(year=2020)))
    Desk().sheet(past)
    assert dict(slips.former[-1].people) == people(first)  # type: ignore[union-attr]
    assert MapPlacement.objects.count() == 1


@pytest.mark.parametrize("view", [View.SYSTEMOGRAM, View.TIMELINE, View.WORDS])
def test_of_other_views_nothing_is_kept(drawn: World, view: View) -> None:
    Desk().sheet(order(drawn, Look(view)))
    assert not MapPlacement.objects.exists()


def test_nothing_that_is_kept_names_anybody(drawn: World) -> None:
    draw(drawn, drawn.worker, do="add_person", name="Zelf", for_="mine")
    mine = order(drawn)
    assert str(drawn.worker.public_id) in mine.shown_to
    Desk().sheet(mine)
    (row,) = MapPlacement.objects.values_list("shown", "made_from", "document")
    assert YARA.encode() not in row[2].stored
    assert str(drawn.worker.public_id) not in "".join(row[:2])


def test_what_is_emptied_leaves_no_place(drawn: World) -> None:
    outcome = add(drawn, drawn.worker, "Noor")
    Desk().sheet(order(drawn))
    by = drawn.actor(drawn.worker)
    store.redact(drawn.case, outcome.wanted.edit_id, Redacted.ASKED, by)
    assert not MapPlacement.objects.exists()


def test_what_waits_to_be_written_counts_as_kept(drawn: World) -> None:
    """As on SQLite, where a drawing does not wait for the writer."""
    later, wanted = Later(), order(drawn)
    made = [made for _ in range(2) if (made := make(wanted, None, None).placement)]
    first, other = look_up(wanted, later), look_up(wanted, later)
    assert first is not None
    assert other is not None
    with mock.patch.object(later, "_thread"):
        assert first.settle(made[0]) is None
        assert other.settle(made[1]) is made[0]
        assert other.exact is made[0]
        add(drawn, drawn.worker, "Noor")
        newer = look_up(order(drawn), later)
        assert newer is not None
        assert newer.exact is None
        assert newer.former is made[0]
    assert not MapPlacement.objects.exists()
    later._write((first.map.pk, next(iter(later._waiting))[1]))
    assert MapPlacement.objects.get().made_from == first.made_from
    assert later._waiting == {}
