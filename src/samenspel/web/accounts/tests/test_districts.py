"""Districts and their teams."""

from typing import Any

import pytest
from django.urls import reverse

from samenspel.web.accounts.models import District, Team
from samenspel.web.accounts.roles import Role
from tests.world import World, acts


def post(world: World, role: Role = Role.ADMINISTRATOR, **typed: Any) -> Any:
    return world.client(world.outsiders[role]).post(reverse("districts"), typed)


def add_team(world: World, role: Role = Role.ADMINISTRATOR, **changes: Any) -> Any:
    typed = {"team-name": "Team Zuid", "team-district": world.zuid.pk, **changes}
    return post(world, role, add_team="yes", **typed)


def test_a_district_is_added_with_a_key_made_of_its_name(world: World) -> None:
    assert post(world, name="Noord-Oost é")["Location"] == reverse("districts")
    assert District.objects.get(name="Noord-Oost é").key == "noord-oost-e"
    assert acts()[0] == "district.add"


def test_a_team_is_added_to_its_district(world: World) -> None:
    assert add_team(world)["Location"] == reverse("districts")
    assert world.zuid.teams.get().name == "Team Zuid"
    assert acts()[0] == "team.add"


@pytest.mark.parametrize("name", ["", "West", " wEST ", "x" * 81, "!!!"])
def test_wrong_input_is_named(world: World, name: str) -> None:
    response = post(world, name=name, csrfmiddlewaretoken="a browser always sends it")
    assert list(response.context["district_form"].errors) == ["name"]
    assert District.objects.count() == 2


def test_a_long_name_is_a_name(world: World) -> None:
    long = "Het gebied tussen de oude spoorlijn en het nieuwe kanaal, met de buurtschappen"
    assert post(world, name=long).status_code == 302
    assert District.objects.count() == 3


@pytest.mark.parametrize(("field", "value"), [("team-name", ""), ("team-district", "999")])
def test_a_team_needs_a_name_and_a_district(world: World, field: str, value: Any) -> None:
    response = add_team(world, **{field: value})
    assert list(response.context["team_form"].errors) == [field.removeprefix("team-")]
    assert Team.objects.count() == 1


@pytest.mark.parametrize("role", [Role.FAMILY_WORKER, Role.POLICY_OFFICER])
def test_only_the_administrator_adds_them(world: World, role: Role) -> None:
    assert post(world, role, name="Noord").status_code == 404
    assert add_team(world, role).status_code == 404
    assert (District.objects.count(), Team.objects.count()) == (2, 1)
