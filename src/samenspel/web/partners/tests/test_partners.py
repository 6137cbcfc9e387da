"""The list of partners, and adding one."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from samenspel.web.accounts.roles import Role
from samenspel.web.partners.actions import add_organisation
from samenspel.web.partners.models import Organisation, Sector
from tests.world import World, acts


def add(world: World, role: Role = Role.FACILITATOR, query: str = "", **changes: str) -> Any:
    typed = {"name": "Sportclub Noord", "sector": "social_base", **changes}
    return world.client(world.outsiders[role]).post(reverse("new_partner") + query, typed)


def test_an_organisation_is_added_to_the_list(world: World) -> None:
    assert add(world)["Location"] == reverse("partners")
    assert acts()[0] == "organisation.add"
    page = world.client(world.worker).get(reverse("partners")).content.decode()
    assert "Sportclub Noord" in page


@pytest.mark.parametrize(
    "name", ["Basisschool De Boomhut", "basisschool de boomhut", "  Basisschool De Boomhut "]
)
def test_an_organisation_is_in_the_list_once(world: World, name: str) -> None:
    assert list(add(world, name=name).context["form"].errors) == ["name"]
    assert Organisation.objects.count() == 1


def test_the_database_refuses_a_second_one_as_well(world: World) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        add_organisation(name="BASISSCHOOL DE BOOMHUT", sector=Sector.SCHOOL, by=world.by_worker())


@pytest.mark.parametrize(
    ("field", "value"), [("name", ""), ("name", "x" * 121), ("sector", ""), ("sector", "magie")]
)
def test_wrong_input_is_named(world: World, field: str, value: Any) -> None:
    assert list(add(world, **{field: value}).context["form"].errors) == [field]
    assert Organisation.objects.count() == 1


@pytest.mark.parametrize("role", [Role.FAMILY_WORKER, Role.REFLEXIVE_MONITOR, Role.FAMILY_MEMBER])
def test_who_does_not_keep_partners_adds_none(world: World, role: Role) -> None:
    assert add(world, role).status_code == 404
    assert Organisation.objects.count() == 1


def test_from_a_session_one_goes_back_to_that_session(world: World) -> None:
    session = reverse("meeting", kwargs={"meeting_id": world.session.public_id})
    assert add(world, query=f"?terug={session}")["Location"] == session


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "case", "\\\\evil"]
)
def test_one_is_led_nowhere_else(world: World, back: str) -> None:
    assert add(world, query=f"?terug={back}")["Location"] == reverse("partners")
