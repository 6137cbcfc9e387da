"""Signing in, being kept out after too many tries, and that nobody signs up."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samenspel.web.accounts.models import User
from tests.world import World, acts

PASSWORD = "een lang wachtwoord"
TOO_MANY = "Too many tries"


def sign_in(client: Client, login: str, password: str = PASSWORD, **more: str) -> Any:
    typed = {"login": login, "password": password, **more}
    return client.post(reverse("account_login"), typed)


def is_signed_in(client: Client) -> bool:
    return client.get(reverse("today")).status_code == 200


def test_who_knows_name_and_password_is_signed_in(world: World) -> None:
    client = world.client()
    assert sign_in(client, "worker")["Location"] == reverse("today")
    assert is_signed_in(client)
    assert "account.sign_in" in acts()


def test_capitals_in_the_name_do_not_matter(world: World) -> None:
    client = world.client()
    sign_in(client, "Worker")
    assert is_signed_in(client)


@pytest.mark.parametrize(
    ("login", "password"),
    [("worker", "iets anders"), ("niemand", PASSWORD), ("", PASSWORD), ("worker", "")],
)
def test_who_does_not_is_told_so_and_stays_outside(world: World, login: str, password: str) -> None:
    client = world.client()
    response = sign_in(client, login, password)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not is_signed_in(client)


def test_a_refused_try_is_recorded_without_what_was_typed(world: World) -> None:
    sign_in(world.client(), "mijn-wachtwoord-per-ongeluk", "iets")
    assert acts()[0] == "account.sign_in_refused"


def test_the_answer_does_not_tell_whether_an_account_exists(world: World) -> None:
    wrong = [sign_in(world.client(), name, "iets anders") for name in ("worker", "niemand")]
    messages = [response.context["form"].errors for response in wrong]
    assert messages[0] == messages[1]


def test_after_five_wrong_tries_the_right_password_has_to_wait(world: World) -> None:
    client = world.english()
    for _ in range(5):
        assert TOO_MANY not in sign_in(client, "worker", "iets anders").content.decode()
    assert TOO_MANY in sign_in(client, "worker").content.decode()
    assert not is_signed_in(client)


def test_wrong_tries_on_one_account_do_not_lock_another(world: World) -> None:
    for _ in range(6):
        sign_in(world.client(), "worker", "iets anders")
    client = world.client()
    sign_in(client, "other-worker")
    assert is_signed_in(client)


def test_many_tries_from_one_address_do_not_lock_other_addresses(world: World, settings) -> None:
    """Behind a proxy every request comes from the proxy: the address it saw is what counts."""
    settings.PROXIES = 1
    attacker, colleague = (
        Client(headers={"X-Forwarded-For": address}) for address in ("203.0.113.9", "192.0.2.7")
    )
    for number in range(11):
        sign_in(attacker, f"gok-{number}", "iets anders")
    sign_in(colleague, "worker")
    assert is_signed_in(colleague)


def test_a_request_that_passed_fewer_proxies_than_usual_is_no_error(world: World, settings) -> None:
    settings.PROXIES = 2
    client = Client(headers={"X-Forwarded-For": "192.0.2.7"})
    sign_in(client, "worker")
    assert is_signed_in(client)


def test_an_account_that_was_ended_does_not_sign_in(world: World) -> None:
    User.objects.filter(username="worker").update(is_active=False)
    client = world.client()
    sign_in(client, "worker")
    assert not is_signed_in(client)


def test_one_comes_back_to_the_page_one_asked_for(world: World) -> None:
    client = world.client()
    asked = client.get(reverse("cases"))
    assert asked["Location"] == f"{reverse('account_login')}?next={reverse('cases')}"
    assert sign_in(client, "worker", next=reverse("cases"))["Location"] == reverse("cases")


def test_one_is_not_led_to_another_site(world: World) -> None:
    response = sign_in(world.client(), "worker", next="https://evil.example/")
    assert response["Location"] == reverse("today")


def test_signing_out_takes_a_button_and_is_recorded(world: World) -> None:
    client = world.client(world.worker)
    assert client.get(reverse("account_logout")).status_code == 200
    client.post(reverse("account_logout"))
    assert acts()[0] == "account.sign_out"
    assert not is_signed_in(client)


@pytest.mark.parametrize("way", ["get", "post"])
def test_nobody_signs_up(world: World, way: str) -> None:
    before = User.objects.count()
    typed = {"username": "ik", "password1": PASSWORD, "password2": PASSWORD}
    assert getattr(world.client(), way)(reverse("account_signup"), typed).status_code == 404
    assert User.objects.count() == before


def test_one_chooses_another_password(world: World) -> None:
    client = world.client(world.worker)
    new = "nog een lang woord"
    typed = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    client.post(reverse("account_change_password"), typed)
    world.worker.refresh_from_db()
    assert world.worker.check_password(new)
