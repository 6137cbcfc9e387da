"""Clients that send garbage, too much, too fast, or what is not theirs."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from tests.live.conftest import House
from tests.live.talking import play

GARBAGE = [
    "",
    "{",
    "null",
    "[]",
    '"hello"',
    "[" * 30_000,
    '{"t": "nothing"}',
    '{"t": ["edit"]}',
    '{"t": "edit", "id": 4, "fields": {}}',
    '{"t": "edit", "id": "x", "fields": {"do": ["add_person"]}}',
    '{"t": "look", "look": {"view": "kelder"}}',
    '{"t": "look", "look": {"on": "9999999999"}}',
    '{"t": "select", "about": {"a": 1}}',
    '{"t": "join", "moment": 7}',
    b"\x00\xff\x00",
]


@pytest.mark.parametrize("text", GARBAGE, ids=range(len(GARBAGE)))
def test_garbage_is_answered_in_words_and_goes_no_further(house: House, text: str | bytes) -> None:
    async def scene() -> None:
        talking = await house.join("worker")
        await talking.socket.send(text)
        assert (await talking.wait("bad"))["words"]
        await talking.say("ping")
        await talking.wait("pong")

    play(scene())


def test_an_edit_that_cannot_be_read_is_refused_by_its_id(house: House) -> None:
    async def scene() -> None:
        talking = await house.join("worker")
        wanted = "00000000-0000-4000-8000-000000000000"
        await talking.socket.send(json.dumps({"t": "edit", "id": wanted, "fields": {"do": "add"}}))
        assert (await talking.wait("refused"))["id"] == wanted

    play(scene())


def test_who_goes_on_with_garbage_is_closed(house: House, logged: Callable[[], str]) -> None:
    async def scene() -> int | None:
        talking = await house.join("worker")
        for _ in range(25):
            await talking.socket.send("Sanne is geen JSON")
        return await talking.closed()

    assert play(scene()) == 4400
    assert "Sanne" not in logged()
    assert "Traceback" not in logged()


def test_ten_megabytes_is_too_long(house: House, logged: Callable[[], str]) -> None:
    async def scene() -> int | None:
        talking = await house.join("worker")
        await talking.socket.send(json.dumps({"t": "edit", "fields": {"name": ["x" * 10_000_000]}}))
        return await talking.closed()

    assert play(scene()) == 1009
    assert "Traceback" not in logged()


def test_of_a_flood_nothing_is_lost_and_others_go_on(house: House) -> None:
    async def scene() -> None:
        flood, other = await house.join("worker"), await house.join("partner")
        ids = [await flood.draw("add_person") for _ in range(150)]
        done = await other.drawn("add_person", name="Tussendoor")
        assert done["t"] == "done"
        answers = [await flood.answer(each, within=30) for each in ids]
        assert {one["t"] for one in answers} == {"done"}
        assert [one["id"] for one in flood.of("done")] == ids

    play(scene())


def test_an_edit_of_another_familys_map_is_refused_and_told_to_nobody(house: House) -> None:
    async def scene() -> None:
        stranger = await house.talk("stranger", case=house.other_case)
        await stranger.hello()
        theirs = (await stranger.drawn("add_person", name="Vreemde"))["chosen"]
        worker, partner = await house.join("worker"), await house.join("partner")
        for fields in ({"of": theirs}, {"of": theirs, "name": "Kind"}):
            assert (await worker.drawn("add_child", **fields))["t"] == "refused"
        assert (await worker.drawn("remove", thing=theirs))["t"] == "refused"
        done = await worker.drawn("add_person", name="Eigen")
        await partner.wait("fact", where=lambda one: done["chosen"] in one["about"])
        assert [one for one in partner.of("fact") if theirs in one["about"]] == []
        assert stranger.of("fact") == []

    play(scene())


def test_an_edit_id_of_somebody_else_is_refused(house: House) -> None:
    async def scene() -> None:
        worker, partner = await house.join("worker"), await house.join("partner")
        id = str(uuid4())  # noqa: A001
        await worker.draw("add_person", id=id, name="Eerst")
        assert (await worker.answer(id))["t"] == "done"
        await partner.draw("add_person", id=id, name="Ook")
        assert (await partner.answer(id))["t"] == "refused"

    play(scene())


def test_the_servers_clock_counts(house: House) -> None:
    async def scene() -> str:
        worker = await house.join("worker")
        id = str(uuid4())  # noqa: A001
        await worker.say("edit", id=id, at="2001-01-01T00:00:00Z", fields={"do": ["add_person"]})
        assert (await worker.answer(id))["t"] == "done"
        return id

    id = play(scene())  # noqa: A001
    row = {"id": UUID(id).hex}
    at = house.sql("SELECT at FROM maps_mapedit WHERE edit_id = :id", row)[0]
    drawn = datetime.fromisoformat(at).replace(tzinfo=UTC)
    assert timedelta(0) <= datetime.now(UTC) - drawn < timedelta(minutes=1)
