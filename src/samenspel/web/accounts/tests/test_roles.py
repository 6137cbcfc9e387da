"""Roles are given and ended, and a role that ended ends by the clock."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from samenspel.web.accounts import actions
from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.models import RoleGrant, User
from samenspel.web.accounts.rights import MEANING, RIGHTS, Function, Layer
from samenspel.web.accounts.roles import Role
from samenspel.web.audit.models import AuditRow
from tests.world import World, acts


def choose_roles(world: World, user: User, *roles: str) -> Any:
    admin = world.client(world.outsiders[Role.ADMINISTRATOR])
    typed = {"roles": roles, "csrfmiddlewaretoken": "a browser always sends it"}
    return admin.post(reverse("person", kwargs={"user_id": user.public_id}), typed)


def roles_of(user: User, *, at: Any) -> set[Role]:
    return set(User.objects.get(pk=user.pk).roles_at(at))


@pytest.mark.parametrize(
    ("days", "holds"), [(-1, False), (0, True), (1, True), (6, True), (7, False), (8, False)]
)
def test_a_role_holds_from_its_first_moment_until_its_last(
    world: World, days: int, holds: bool
) -> None:
    """From day 0 until day 7."""
    week = world.now + timedelta(days=7)
    RoleGrant.objects.create(user=world.worker, role=Role.FACILITATOR, since=world.now, until=week)
    moment = world.now + timedelta(days=days)
    assert (Role.FACILITATOR in roles_of(world.worker, at=moment)) == holds
    held = RoleGrant.objects.holding_at(moment).filter(role=Role.FACILITATOR)
    assert held.filter(user=world.worker).exists() == holds


def test_a_role_that_ended_opens_no_page_any_more(world: World) -> None:
    client = world.client(world.worker)
    assert client.get(reverse("cases")).status_code == 200
    world.worker.grants.update(until=world.now - timedelta(seconds=1))
    assert client.get(reverse("cases")).status_code == 404
    assert client.get(world.page("case")).status_code == 404


def test_ticking_gives_a_role_and_unticking_ends_one(world: World) -> None:
    choose_roles(world, world.worker, Role.FACILITATOR, Role.REFLEXIVE_MONITOR)
    now = Actor.of(User.objects.get(username="worker"), at=world.now + timedelta(minutes=1))
    assert now.roles == {Role.FACILITATOR, Role.REFLEXIVE_MONITOR}
    assert acts()[:3] == ["account.role.end", "account.role.grant", "account.role.grant"]


def test_a_role_that_ended_stays_on_record(world: World) -> None:
    choose_roles(world, world.worker)
    grant = world.worker.grants.get(role=Role.FAMILY_WORKER)
    assert grant.until is not None
    assert Role.FAMILY_WORKER in roles_of(world.worker, at=world.now - timedelta(days=1))


def test_what_stays_ticked_is_left_alone(world: World) -> None:
    before = acts()
    choose_roles(world, world.worker, Role.FAMILY_WORKER)
    assert set(acts()[: -len(before)]) <= {"account.sign_in"}
    assert world.worker.grants.count() == 1


def test_a_role_is_given_once(world: World) -> None:
    by = world.actor(world.outsiders[Role.ADMINISTRATOR])
    actions.grant_role(world.worker, Role.FAMILY_WORKER, by=by)
    actions.end_role(world.worker, Role.FACILITATOR, by=by)  # never had it
    assert world.worker.grants.count() == 1


def test_a_role_that_does_not_exist_is_refused(world: World) -> None:
    response = choose_roles(world, world.worker, "koning")
    assert "roles" in response.context["form"].errors
    assert roles_of(world.worker, at=world.now) == {Role.FAMILY_WORKER}


def test_who_does_not_keep_accounts_gives_no_roles(world: World) -> None:
    address = reverse("person", kwargs={"user_id": world.worker.public_id})
    response = world.client(world.worker).post(address, {"roles": [Role.ADMINISTRATOR]})
    assert response.status_code == 404
    assert roles_of(world.worker, at=world.now) == {Role.FAMILY_WORKER}


def test_somebody_who_does_not_exist_has_no_page(world: World) -> None:
    admin = world.client(world.outsiders[Role.ADMINISTRATOR])
    assert admin.get(reverse("person", kwargs={"user_id": uuid4()})).status_code == 404


def test_the_list_names_everybody_with_their_roles(world: World) -> None:
    admin = world.english(world.outsiders[Role.ADMINISTRATOR])
    page = admin.get(reverse("people")).content.decode()
    assert "Other worker" in page
    assert "Reflexive monitor" in page


# --- The table of rights --------------------------------------------------------------------------


def test_every_role_and_every_function_stands_in_the_tables() -> None:
    assert set(RIGHTS) == set(Role)
    assert set(MEANING) == set(Function)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.PRIVACY_OFFICER, Role.POLICY_OFFICER])
def test_who_keeps_the_house_has_no_function_of_the_case_layer(role: Role) -> None:
    assert Layer.CASE not in {MEANING[function].layer for function in RIGHTS[role]}


def test_who_works_with_families_does_not_read_the_rows_of_the_figures() -> None:
    with_cases = {role for role in Role if Function.READ_CASE in RIGHTS[role]}
    with_rows = {role for role in Role if Function.SEE_ROWS in RIGHTS[role]}
    assert with_cases.isdisjoint(with_rows)


def test_nobody_changes_their_own_roles(world: World) -> None:
    administrator = world.outsiders[Role.ADMINISTRATOR]
    address = reverse("person", kwargs={"user_id": administrator.public_id})
    for roles in ([], ["administrator", "reflexive_monitor"]):
        answer = world.client(administrator).post(address, {"roles": roles, "sent": "yes"})
        assert answer.context["form"].non_field_errors()
    assert administrator.roles_at(world.now + timedelta(days=1)) == {Role.ADMINISTRATOR}


def test_a_new_code_for_somebody_is_told_to_the_families(world: World) -> None:
    address = reverse("fresh_code", kwargs={"user_id": world.parent_in_circle.public_id})
    world.client(world.outsiders[Role.ADMINISTRATOR]).post(address)
    rows = AuditRow.objects.filter(segment__chain=world.case.public_id)
    assert rows.filter(event_type_code="account.code.make").exists()
