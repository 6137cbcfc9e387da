"""Taking an account into use with a one-time code."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samenspel.web.accounts import actions
from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.codes import ALPHABET, digest_of, new_code
from samenspel.web.accounts.models import JoinCode, User
from samenspel.web.accounts.roles import Role
from tests.world import World, acts, errors_of, refused

PASSWORD = "appels en peren"
DOES_NOT_WORK = "This code does not work"


@pytest.fixture
def invited(world: World) -> tuple[User, str]:
    admin = world.actor(world.outsiders[Role.ADMINISTRATOR])
    return actions.make_account(username="nieuw", name="Nora", roles=[Role.FAMILY_WORKER], by=admin)


def nobody(world: World, *, after: timedelta = timedelta()) -> Actor:
    return Actor(user=None, at=world.now + after)


def join(client: Client, code: str, password: str = PASSWORD) -> Any:
    return client.post(reverse("join"), {"code": code, "password": password})


def test_a_code_gives_its_owner_a_password_and_a_session(
    world: World, invited: tuple[User, str]
) -> None:
    user, code = invited
    client = world.client()
    assert join(client, code)["Location"] == reverse("today")
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert client.get(reverse("cases")).status_code == 200
    assert acts()[1:3] == ["account.sign_in", "account.code.use"]


def test_a_code_works_once(world: World, invited: tuple[User, str]) -> None:
    join(world.client(), invited[1])
    again = join(world.english(), invited[1], "een heel ander woord")
    assert DOES_NOT_WORK in errors_of(again)
    assert User.objects.get(username="nieuw").check_password(PASSWORD)


@pytest.mark.parametrize(
    ("after", "works"),
    [
        (timedelta(), True),
        (timedelta(days=13, hours=23), True),
        (timedelta(days=14), False),
        (timedelta(days=400), False),
    ],
)
def test_a_code_works_for_fourteen_days(
    world: World, invited: tuple[User, str], after: timedelta, works: bool
) -> None:
    given: dict[str, Any] = {
        "code": invited[1],
        "password": PASSWORD,
        "by": nobody(world, after=after),
    }
    if works:
        assert actions.take_into_use(**given) == invited[0]
    else:
        with refused(DOES_NOT_WORK, "code"):
            actions.take_into_use(**given)


def test_a_new_code_ends_the_older_one(world: World, invited: tuple[User, str]) -> None:
    user, old = invited
    new = actions.make_join_code(user, by=world.actor(world.outsiders[Role.ADMINISTRATOR]))
    with refused(DOES_NOT_WORK):
        actions.take_into_use(code=old, password=PASSWORD, by=nobody(world))
    assert actions.take_into_use(code=new, password=PASSWORD, by=nobody(world)) == user


@pytest.mark.parametrize("code", ["AAAAA-22222", "nee", "' OR 1=1", "١٢٣٤٥-٦٧٨٩٠"])
def test_a_wrong_code_gives_a_sentence(world: World, invited: tuple[User, str], code: str) -> None:
    response = join(world.english(), code)
    assert response.status_code == 200
    assert DOES_NOT_WORK in errors_of(response)
    assert "_auth_user_id" not in response.wsgi_request.session


@pytest.mark.parametrize("password", ["kort", "", "password1234", "qwerty123456"])
def test_a_weak_password_is_refused_and_the_code_stays_good(
    world: World, invited: tuple[User, str], password: str
) -> None:
    client = world.client()
    assert "password" in join(client, invited[1], password).context["form"].errors
    assert join(client, invited[1]).status_code == 302


def test_a_code_may_be_typed_as_it_was_read_aloud() -> None:
    assert digest_of("abcde-23456") == digest_of("ABCDE 23456") == digest_of(" abcde23456 ")


def test_codes_have_no_look_alikes_and_differ() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert set("".join(codes)) <= {*ALPHABET, "-"}
    assert set("01ILOU").isdisjoint(ALPHABET)


def test_only_a_digest_of_the_code_is_stored(invited: tuple[User, str]) -> None:
    _user, code = invited
    assert JoinCode.objects.get().digest == digest_of(code)
    assert code not in JoinCode.objects.get().digest


def test_guessing_is_stopped_after_thirty_wrong_codes(
    world: World, invited: tuple[User, str]
) -> None:
    guesser = world.english()
    for _ in range(30):
        assert DOES_NOT_WORK in errors_of(join(guesser, "AAAAA-22222"))
    assert "Too many tries" in errors_of(join(guesser, invited[1]))


def test_a_whole_team_can_take_its_accounts_into_use_at_one_table(world: World) -> None:
    """Twelve people, one network address, a few minutes."""
    admin = world.actor(world.outsiders[Role.ADMINISTRATOR])
    for number in range(12):
        _user, code = actions.make_account(
            username=f"nieuw-{number}", name="Nora", roles=[Role.FAMILY_WORKER], by=admin
        )
        assert join(world.client(), code).status_code == 302, number


def test_a_guesser_elsewhere_does_not_stop_who_has_a_code(
    world: World, invited: tuple[User, str]
) -> None:
    guesser = Client(REMOTE_ADDR="203.0.113.9")
    for _ in range(11):
        join(guesser, "AAAAA-22222")
    assert join(world.client(), invited[1]).status_code == 302


def test_an_account_that_was_ended_is_not_opened_by_a_code(
    world: World, invited: tuple[User, str]
) -> None:
    User.objects.filter(pk=invited[0].pk).update(is_active=False)
    assert DOES_NOT_WORK in errors_of(join(world.english(), invited[1]))
