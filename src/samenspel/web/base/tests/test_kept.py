"""What was typed is not lost when a session or a form expired; what others send is refused."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from samenspel.web.cases.models import Closing
from tests.world import World

NOTE = "Ze zwemt weer,\r\nmet haar nichtje <b>ernaast</b>."
OURS = "http://testserver"
TYPED = {"reason": "finished", "closed_on": "2023-05-01", "note": NOTE}


def checking(world: World, user: Any = None) -> Client:
    """A client whose forms need a token, as in a browser."""
    client = Client(enforce_csrf_checks=True, headers={"accept-language": "en"})
    if user is not None:
        client.force_login(user)
    return client


def token(client: Client) -> str:
    client.get(reverse("account_login"))
    return client.cookies["csrftoken"].value


def send(client: Client, address: str, typed: dict[str, Any], origin: str | None = OURS) -> Any:
    headers = {"Origin": origin} if origin else {}
    return client.post(address, typed, headers=headers)


def is_kept(response: Any) -> bool:
    return response.status_code == 403 and "typed" in (response.context or {})


def hidden_fields(response: Any) -> dict[str, str]:
    return dict(response.context["typed"])


# --- Without a session ----------------------------------------------------------------------------


def test_a_form_sent_without_a_session_shows_what_was_typed(world: World) -> None:
    response = world.client().post(world.page("close"), TYPED)
    page = response.content.decode()
    assert is_kept(response)
    assert "met haar nichtje &lt;b&gt;ernaast&lt;/b&gt;." in page
    assert f'action="{world.page("close")}"' in page
    assert not Closing.objects.exists()


@pytest.mark.parametrize("name", ["case", "close", "circle"])
def test_it_tells_a_visitor_nothing_about_what_exists(world: World, name: str) -> None:
    real = world.client().post(world.page(name), TYPED)
    made_up = world.client().post(reverse(name, kwargs={"case_id": uuid4()}), TYPED)
    assert real.status_code == made_up.status_code == 403
    assert world.case.code not in real.content.decode()


def test_after_signing_in_what_was_typed_is_sent_again_and_saved(world: World) -> None:
    """The way back: sign in in another tab, press “Send again”, and if need be once more."""
    client = checking(world)
    typed = {**TYPED, "closed_on": world.case.opened_on.isoformat()}
    kept = send(client, world.page("close"), {**typed, "csrfmiddlewaretoken": token(client)})
    assert is_kept(kept)
    client.force_login(world.worker)
    again = {**hidden_fields(kept), "csrfmiddlewaretoken": token(client)}
    assert send(client, world.page("close"), again).status_code == 302
    assert Closing.objects.get().note == NOTE


def test_choices_of_which_there_are_more_are_all_kept(world: World) -> None:
    themes = ["school", "grief"]
    response = world.client().post(reverse("open_case"), {"themes": themes, "question": "Wat nu?"})
    assert response.context["typed"] == [
        ("themes", "school"),
        ("themes", "grief"),
        ("question", "Wat nu?"),
    ]


# --- With an old token ----------------------------------------------------------------------------


def test_a_form_with_an_old_token_is_kept(world: World) -> None:
    response = send(
        checking(world, world.worker), world.page("close"), {**TYPED, "csrfmiddlewaretoken": "old"}
    )
    assert is_kept(response)
    assert hidden_fields(response) == TYPED
    assert not Closing.objects.exists()


def test_the_page_itself_holds_a_token_that_works(world: World) -> None:
    client = checking(world, world.worker)
    typed = {**TYPED, "closed_on": world.case.opened_on.isoformat()}
    kept = send(client, world.page("close"), typed)
    fresh = str(kept.context["csrf_token"])
    again = {**hidden_fields(kept), "csrfmiddlewaretoken": fresh}
    assert send(client, world.page("close"), again).status_code == 302
    assert Closing.objects.count() == 1


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://testserver.evil.example", "null", None, ""]
)
def test_a_form_from_elsewhere_is_refused_and_not_shown(world: World, origin: str | None) -> None:
    """Else somebody could be lured into sending what another site wrote."""
    response = send(checking(world, world.worker), world.page("close"), TYPED, origin)
    assert response.status_code == 403
    assert not is_kept(response)
    assert "nichtje" not in response.content.decode()


# --- Secrets --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "secrets"),
    [
        ("join", {"code": "ABCDE-23456", "password": "een lang wachtwoord"}),
        ("account_login", {"login": "worker", "password": "een lang wachtwoord"}),
        (
            "account_change_password",
            {"oldpassword": "oud en lang", "password1": "nieuw en lang", "password2": "x y z"},
        ),
    ],
)
@pytest.mark.parametrize("signed_in", [True, False])
def test_a_password_or_a_code_is_never_shown_again(
    world: World, address: str, secrets: dict[str, str], signed_in: bool
) -> None:
    client = checking(world, world.worker if signed_in else None)
    for response in (
        send(client, reverse(address), secrets),
        send(client, reverse(address), {**secrets, "csrfmiddlewaretoken": token(client)}),
    ):
        page = response.content.decode()
        shown = [value for name, value in secrets.items() if name not in {"login", "code"}]
        assert not any(value in page for value in shown)
        assert not is_kept(response) or "code" not in hidden_fields(response)
