"""The administrator makes an account and hands over its code."""

from typing import Any

import pytest
from django.urls import reverse

from samenspel.web.accounts import actions
from samenspel.web.accounts.models import User
from samenspel.web.accounts.roles import Role
from tests.world import World, acts, errors_of


def typed(**changes: Any) -> dict[str, Any]:
    return {"name": "Nora Smit", "username": "nora", "roles": [Role.FACILITATOR], **changes}


def make(world: World, **changes: Any) -> Any:
    admin = world.english(world.outsiders[Role.ADMINISTRATOR])
    return admin.post(reverse("new_account"), typed(**changes))


def test_an_account_comes_with_a_code_that_works(world: World) -> None:
    response = make(world, team=world.team.pk)
    user = User.objects.get(username="nora")
    code = response.context["code"]
    assert code in response.content.decode()
    taken = actions.take_into_use(code=code, password="x" * 12, by=world.by_worker())
    assert (taken, taken.team) == (user, world.team)


def test_making_an_account_is_recorded_with_its_roles_and_its_code(world: World) -> None:
    make(world)
    assert acts()[:3] == ["account.code.make", "account.role.grant", "account.make"]


def test_without_the_code_a_new_account_opens_for_nobody(world: World) -> None:
    make(world)
    assert not User.objects.get(username="nora").has_usable_password()


@pytest.mark.parametrize("username", ["worker", "Worker", "  worker "])
def test_a_sign_in_name_is_given_out_once(world: World, username: str) -> None:
    before = User.objects.count()
    assert "has this sign-in name already" in errors_of(make(world, username=username))
    assert User.objects.count() == before


@pytest.mark.parametrize("missing", ["name", "username", "roles"])
def test_what_is_missing_is_named(world: World, missing: str) -> None:
    response = make(world, **{missing: ""})
    assert list(response.context["form"].errors) == [missing]
    assert not User.objects.filter(username="nora").exists()


@pytest.mark.parametrize("role", ["koning", Role.FAMILY_MEMBER])
def test_a_role_that_is_not_in_the_list_is_refused(world: World, role: str) -> None:
    """The account of somebody of the family is made by the worker, in the circle of the case."""
    assert "roles" in make(world, roles=[role]).context["form"].errors


def test_who_does_not_keep_accounts_finds_no_such_page(world: World) -> None:
    response = world.client(world.worker).post(reverse("new_account"), typed())
    assert response.status_code == 404
    assert not User.objects.filter(username="nora").exists()


def test_who_lost_the_password_gets_a_fresh_code(world: World) -> None:
    admin = world.client(world.outsiders[Role.ADMINISTRATOR])
    response = admin.post(reverse("fresh_code", kwargs={"user_id": world.worker.public_id}))
    code = response.context["code"]
    assert actions.take_into_use(code=code, password="x" * 12, by=world.by_worker()).pk
    assert world.worker.check_password("een lang wachtwoord")  # until the code is used


def test_a_code_is_not_made_by_following_a_link(world: World) -> None:
    admin = world.client(world.outsiders[Role.ADMINISTRATOR])
    address = reverse("fresh_code", kwargs={"user_id": world.worker.public_id})
    assert admin.get(address).status_code == 405
