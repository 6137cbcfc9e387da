"""What is acknowledged is there, once, whatever ends; and everybody ends with the same map."""

import asyncio
import os
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from websockets.exceptions import ConnectionClosed

from tests.live.conftest import House, a_house_of_its_own
from tests.live.talking import Talk, play
from tests.serving import Server

WHO = ("worker", "partner", "mother", "father", "worker")
EACH = 200

STORED = "SELECT edit_id FROM maps_mapedit"


def stored_in(house: House) -> Counter[str]:
    return Counter(str(UUID(one)) for one in house.sql(STORED))


async def draw_all(talking: Talk, ids: list[str]) -> set[str]:
    """Send every edit until the line falls, again in the same words.

    Gives the ids of those that were acknowledged.
    """
    with suppress(ConnectionClosed, AssertionError):
        for id in ids:  # noqa: A001
            await talking.draw("add_person", id=id, name=f"Iemand {id}")
        for id in ids:  # noqa: A001
            await talking.answer(id, within=60)
    return {one["id"] for one in talking.of("done")}


async def killed_on_the_way(house: House, ids: list[list[str]]) -> set[str]:
    """Kill the server when it has acknowledged a part."""
    everybody = [await house.join(who) for who in WHO]
    pairs = zip(everybody, ids, strict=True)
    drawing = [asyncio.create_task(draw_all(*one)) for one in pairs]
    while sum(len(one.of("done")) for one in everybody) < EACH:
        await asyncio.sleep(0.01)
    await asyncio.to_thread(house.server.kill)
    return set().union(*await asyncio.gather(*drawing))


def test_after_a_kill_every_acknowledged_edit_is_there_once(
    furniture: tuple[Path, Any], tmp_path: Path
) -> None:
    with a_house_of_its_own(furniture, tmp_path) as house:
        ids = [[str(uuid4()) for _ in range(EACH)] for _ in WHO]
        acknowledged = play(killed_on_the_way(house, ids))
        stored = stored_in(house)
        assert 0 < len(acknowledged) < len(WHO) * EACH
        assert acknowledged <= set(stored)
        _start_again(house)
        again = [mine[-20:] + mine[:20] for mine in ids]

        async def come_back() -> None:
            for who, mine in zip(WHO, again, strict=True):
                assert await draw_all(await house.join(who), mine) == set(mine)

        play(come_back())
        stored = stored_in(house)
        assert set().union(*again) | acknowledged <= set(stored)
        assert set(stored.values()) == {1}


def _start_again(house: House) -> None:
    """On the same port, which nobody of before may hold."""
    house.server = Server(house.folder, with_worker=False, port=house.server.port)
    try:
        house.server.wait_until_ready()
    except RuntimeError:
        house.server.stop()
        raise


def test_nobody_lives_on_when_the_server_is_killed(
    furniture: tuple[Path, Any], tmp_path: Path
) -> None:
    with a_house_of_its_own(furniture, tmp_path) as house:
        children = [
            each for child in _children(house.server.pid) for each in (child, *_children(child))
        ]
        assert len(children) >= 2  # who serves, and who draws
        house.server.kill()
        _until(lambda: not any(_lives(each) for each in children))


def test_a_browser_that_slept_comes_back_to_the_same_map(house: House) -> None:
    async def scene() -> None:
        sleeper, worker = await house.join("worker"), await house.join("worker")
        await sleeper.sleep()
        ids = [await worker.draw("add_person", name=f"Slaap {number}") for number in range(40)]
        for each in ids:
            assert (await worker.answer(each))["t"] == "done"
        sleeper.socket.transport.abort()
        awake = await house.join("worker")
        assert (await last_of(awake, "Slaap 39"))["html"] == (await last_of(worker, "Slaap 39"))[
            "html"
        ]

    play(scene())


def test_who_is_gone_before_the_answer_finds_it_on_the_map(house: House) -> None:
    async def scene() -> None:
        for number in range(5):
            hasty = await house.join("worker")
            await hasty.draw("add_person", name=f"Haast {number}")
            hasty.socket.transport.abort()
            again = await house.join("worker")
            await again.shows(f"Haast {number}")

    play(scene())


def test_removed_by_one_and_married_by_another_at_once(house: House) -> None:
    async def scene() -> None:
        worker, other_page = await house.join("worker"), await house.join("worker")
        partner = await house.join("partner")
        for _ in range(5):
            who = (await worker.drawn("add_person", name="Beiden"))["chosen"]
            removed, married = await asyncio.gather(
                worker.drawn("remove", thing=who), partner.drawn("add_partner", of=who)
            )
            assert "done" in {removed["t"], married["t"]}
            assert all(one["t"] == "done" or one["words"] for one in (removed, married))
        await worker.drawn("add_person", name="Tot Slot")
        one, other = await last_of(worker, "Tot Slot"), await last_of(other_page, "Tot Slot")
        assert one["html"] == other["html"]

    play(scene())


async def last_of(talking: Talk, text: str) -> dict[str, Any]:
    """The sheet on which everything stands, when nothing comes after it."""
    await talking.shows(text)
    await asyncio.sleep(1.2)
    return talking.of("sheet")[-1]


def _children(pid: int) -> list[int]:
    found = []
    for each in Path("/proc").iterdir():
        with suppress(OSError, ValueError, IndexError):
            if each.name.isdigit() and int(_status(each)[3]) == pid:
                found.append(int(each.name))
    return found


def _status(process: Path) -> list[str]:
    text = (process / "stat").read_text()
    return ["", "", *text[text.rindex(")") + 2 :].split()]


def _lives(pid: int) -> bool:
    with suppress(OSError, ValueError):
        return _status(Path("/proc") / str(pid))[2] != "Z"
    return False


def _until(holds: Callable[[], bool], within: float = 10) -> None:
    deadline = time.monotonic() + within
    while not holds():
        assert time.monotonic() < deadline, os.getpid()
        time.sleep(0.1)
