"""The start page and the menu: each sees only what leads somewhere."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samenspel.web.accounts.models import User
from samenspel.web.accounts.roles import Role
from samenspel.web.cases.choices import ConsentBy
from samenspel.web.desk.presenters import CARDS, Today
from samenspel.web.meetings.models import Meeting
from tests.world import SECRET, World, close_case, consent, open_case


def today(world: World, user: User | None = None) -> Today:
    return world.client(user or world.worker).get(reverse("today")).context["today"]


def menu(world: World, user: User) -> list[str]:
    page = world.client(user).get(reverse("more"))
    return [item.address for item in page.context["navigation"]]


def test_a_worker_begins_with_the_families_and_the_sessions_to_come(world: World) -> None:
    shown = today(world)
    assert [card.question for card in shown.cards] == [SECRET]
    assert list(shown.coming) == [world.session]


def test_closed_cases_are_not_for_today(world: World) -> None:
    close_case(world.case, world.by_worker())
    assert today(world).cards == []


def test_more_cards_than_fit_lead_to_the_list(world: World) -> None:
    for _ in range(CARDS):
        open_case(world.by_worker(), world.west)
    shown = today(world)
    assert (len(shown.cards), shown.has_more_cards) == (CARDS, True)


def test_when_no_session_is_planned_the_latest_are_shown(world: World) -> None:
    yesterday = timezone.localdate(world.now) - timedelta(days=1)
    Meeting.objects.update(held_on=yesterday)
    shown = today(world)
    assert (list(shown.coming), list(shown.recent)) == ([], [world.session])


@pytest.mark.parametrize(("days", "reminded"), [(0, True), (30, True), (31, False), (-1, False)])
def test_a_consent_that_ends_soon_is_pointed_out(world: World, days: int, reminded: bool) -> None:
    day = timezone.localdate(world.now)
    youth, until = world.case.youths.get(), day + timedelta(days=days)
    since = day - timedelta(days=5)
    consent(youth, ConsentBy.PARENTS, since=since, until=until, by=world.by_worker())
    assert bool(today(world).consents_ending) == reminded
    assert not today(world, world.other_worker).consents_ending
    assert not today(world, world.partner_in_circle).consents_ending


def test_who_has_no_role_is_told_whom_to_ask(world: World) -> None:
    nobody = User.objects.create(username="nieuw", name="Nieuw")
    page = world.english(nobody).get(reverse("today")).content.decode()
    assert "Ask the administrator for a role" in page


@pytest.mark.parametrize("role", Role)
def test_every_word_of_the_menu_leads_somewhere(world: World, role: Role) -> None:
    client = world.client(world.outsiders[role])
    addresses = menu(world, world.outsiders[role])
    assert addresses[0] == "/"
    assert {client.get(address).status_code for address in addresses} == {200}


def test_the_menu_holds_nothing_that_is_not_ones_own(world: World) -> None:
    assert menu(world, world.outsiders[Role.FAMILY_MEMBER]) == ["/", reverse("cases")]
    assert reverse("cases") not in menu(world, world.outsiders[Role.POLICY_OFFICER])


@pytest.mark.parametrize(
    ("address", "here"),
    [("tariffs", "tariffs"), ("figures", "figures"), ("new_product", "tariffs")],
)
def test_the_menu_tells_where_one_is(world: World, address: str, here: str) -> None:
    page = world.client(world.outsiders[Role.POLICY_OFFICER]).get(reverse(address))
    current = [item.address for item in page.context["navigation"] if item.current]
    assert current == [reverse(here)]
