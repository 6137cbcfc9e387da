"""The list of the cases in whose circle one is."""

import pytest
from django.urls import reverse

from samenspel.web.accounts.roles import Role
from samenspel.web.cases.models import Case
from tests.world import World, acts, close_case, open_case


def listed(world: World, who: str = "worker", **asked: str) -> list[Case]:
    response = world.client(getattr(world, who)).get(reverse("cases"), asked)
    return [card.case for card in response.context["cards"]]


def test_one_sees_ones_own_cases_the_newest_first(world: World) -> None:
    newer = open_case(world.by_worker(), world.west)
    assert listed(world) == [newer, world.case]
    assert listed(world, "other_worker") == [world.other_case]
    assert listed(world, "parent_in_circle") == [world.case]


def test_a_case_stands_in_the_list_once_however_often_somebody_came_in(world: World) -> None:
    """Two places in the circle of one case, of which one ended."""
    world.case.circle.filter(user=world.worker).update(until=world.now)
    world.case.circle.create(
        user=world.worker,
        role="worker",
        purpose="support",
        since=world.now,
        granted_by=world.worker,
    )
    assert listed(world) == [world.case]


def test_closed_cases_are_shown_when_asked_for(world: World) -> None:
    close_case(world.case, world.by_worker())
    assert listed(world) == []
    assert listed(world, staat="closed") == [world.case]
    assert listed(world, staat="open") == []


def test_a_case_is_found_by_the_beginning_of_its_code(world: World) -> None:
    open_case(world.by_worker(), world.west)
    Case.objects.filter(pk=world.case.pk).update(code="zzberk-417")
    assert listed(world, code=" ZZBerk ") == [world.case]
    assert listed(world, code="berk-417") == []
    assert acts()[0] == "case.search"


def test_searching_finds_nothing_outside_ones_circle(world: World) -> None:
    assert listed(world, code=world.other_case.code) == []


@pytest.mark.parametrize(
    "asked",
    [
        {"code": "%"},
        {"code": "_" * 4},
        {"code": "'; DROP TABLE"},
        {"code": "\x00"},
        {"code": "x" * 5000},
        {"staat": "weg"},
        {"staat": "\x00"},
        {"page": "-1"},
        {"page": "1e9"},
    ],
)
def test_nonsense_in_the_address_is_no_error(world: World, asked: dict[str, str]) -> None:
    assert world.client(world.worker).get(reverse("cases"), asked).status_code == 200


def test_who_works_without_families_finds_no_list(world: World) -> None:
    client = world.client(world.outsiders[Role.PROGRAMME_TEAM])
    assert client.get(reverse("cases")).status_code == 404


def test_looking_at_the_list_is_recorded(world: World) -> None:
    listed(world)
    assert acts()[0] == "case.list"
