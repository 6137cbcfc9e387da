"""What an account shows of its owner, and from where somebody acts."""

import pytest
from django.test import RequestFactory

from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.middleware import address_of
from samenspel.web.accounts.models import User
from tests.world import World


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Hanna Visser", "HV"),
        ("Wietske van der Dijk", "WD"),
        ("Mira", "Mi"),
        ("Åsa Öberg", "ÅÖ"),
        ("Jan Piet Klaas", "JK"),
        ("mama", "FA"),
        ("X", "X"),
    ],
)
def test_initials(name: str, initials: str) -> None:
    """Small words in between do not count; without a capital the sign-in name gives them."""
    assert User(username="familie", name=name).initials == initials


@pytest.mark.parametrize(
    ("proxies", "passed", "address"),
    [
        (0, "", "192.0.2.1"),
        (0, "203.0.113.9", "192.0.2.1"),  # no proxy of ours: anybody can send this
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "10.0.0.1, 203.0.113.9", "203.0.113.9"),  # the first was made up by the sender
        (2, "10.0.0.1, 203.0.113.9, 192.0.2.2", "203.0.113.9"),
        (2, "203.0.113.9", "203.0.113.9"),
        (1, "", "192.0.2.1"),
        (1, " , ", "192.0.2.1"),
    ],
)
def test_the_address_is_the_one_that_our_outermost_proxy_saw(
    settings, proxies: int, passed: str, address: str
) -> None:
    settings.PROXIES = proxies
    request = RequestFactory(REMOTE_ADDR="192.0.2.1").get("/", headers={"X-Forwarded-For": passed})
    assert address_of(request) == address


def test_a_request_without_an_address_is_from_somewhere_unknown() -> None:
    assert address_of(RequestFactory(REMOTE_ADDR="").get("/")) == "unknown"


def test_what_needs_somebody_is_not_done_by_the_house(world: World) -> None:
    with pytest.raises(ValueError, match="somebody with an account"):
        _ = Actor(user=None, at=world.now).person
