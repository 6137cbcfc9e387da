"""Who gets a socket, and how long they keep it."""

import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from tests.live.conftest import House
from tests.live.talking import play

PLACE = "UPDATE cases_circlemember SET until = {} WHERE user_id = :user"
ACCOUNT = "UPDATE accounts_user SET is_active = {} WHERE id = :user"
ROLE = "UPDATE accounts_rolegrant SET until = {} WHERE user_id = :user"
STATE = "UPDATE cases_case SET state = '{}'"
PASSWORD = "UPDATE accounts_user SET password = {} WHERE id = :user"
NOW = "datetime('now')"
END = {
    "their place in the circle": ("partner", PLACE.format(NOW), PLACE.format("NULL")),
    "the account": ("mother", ACCOUNT.format(0), ACCOUNT.format(1)),
    "the role": ("mother", ROLE.format(NOW), ROLE.format("NULL")),
    "the case": ("worker", STATE.format("closed"), STATE.format("open")),
    "the password": (
        "partner",
        PASSWORD.format("password || 'x'"),
        PASSWORD.format("substr(password, 1, length(password) - 1)"),
    ),
    "the session": ("father", "DELETE FROM django_session WHERE session_key = :session", ""),
}
"""Who loses what, by which statement, and what gives it back."""


async def refused(house: House, who: str, **options: Any) -> tuple[int, bytes]:
    with pytest.raises(InvalidStatus) as caught:
        await house.talk(who, **options)
    answer = caught.value.response
    return answer.status_code, bytes(answer.body or b"")


def test_everybody_else_gets_one_answer(house: House, logged: Callable[[], str]) -> None:
    async def scene() -> list[tuple[int, bytes]]:
        return [
            await refused(house, "nobody"),
            await refused(house, "stranger"),
            await refused(house, "worker", case=house.other_case),
            await refused(house, "worker", case=str(uuid4())),
            await refused(house, "worker", origin="http://elsewhere.example"),
            await refused(house, "worker", origin=None),
            await refused(house, "worker", origin="null"),
            await refused(house, "worker", origin=house.server.address.replace("http", "ftp")),
        ]

    assert set(play(scene())) == {(403, b"")}
    assert "Traceback" not in logged()


def test_a_page_is_no_socket(house: House, logged: Callable[[], str]) -> None:
    async def scene() -> None:
        address = house.server.address.replace("http", "ws")
        for path in ("/", f"/gezinnen/{house.case}/kaart/", "/gezinnen/x/kaart/levend/"):
            with pytest.raises(InvalidStatus):
                await connect(address + path, proxy=None)

    play(scene())
    assert "Traceback" not in logged()


def test_before_hello_nothing_is_done(house: House) -> None:
    async def scene() -> None:
        early = await house.talk("worker")
        await early.draw("add_person", name="Te Vroeg")
        assert (await early.wait("bad"))["words"]
        assert not early.of("done")

    play(scene())


@pytest.mark.parametrize("what", END)
def test_the_socket_closes_within_a_second_when_it_ends(house: House, what: str) -> None:
    who, ends, begins_again = END[what]
    values = {
        "user": house.content["users"][who],
        "session": house.content["sessions"][who],
    }

    async def scene() -> tuple[int | None, float, str]:
        here = await house.join(who)
        house.sql(ends, values)
        ended = time.monotonic()
        code = await here.closed(within=30)
        return code, time.monotonic() - ended, here.heard[-1]["t"]

    try:
        code, seconds, last = play(scene())
    finally:
        if begins_again:
            house.sql(begins_again, values)
    assert (code, last) == (4403, "gone")
    assert seconds < 1


def test_to_connect_is_recorded(house: House) -> None:
    count = "SELECT count(*) FROM audit_auditrow WHERE event_type_code = 'case.map.connect'"

    async def scene() -> None:
        await (await house.join("worker")).close()

    before = house.sql(count)[0]
    play(scene())
    assert house.sql(count) == [before + 1]
