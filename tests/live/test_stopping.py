"""Told to stop the server says goodbye and is gone; killed, it leaves nobody behind."""

import asyncio
import signal
import time
from pathlib import Path
from typing import Any

import pytest

from tests.live.conftest import House, a_house_of_its_own
from tests.live.talking import Talk, play

SECONDS = 10


def children_of(pid: int) -> set[int]:
    """Processes that it started, and those that these started."""
    told = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    own = {int(one) for one in told.split()}
    return own.union(*(children_of(one) for one in own))


def is_there(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


async def five(house: House) -> list[Talk]:
    return [await house.join(who) for who in ("worker", "partner", "mother", "father", "worker")]


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_a_server_that_must_stop_closes_every_map_and_stops(
    furniture: tuple[Path, Any], tmp_path: Path, told: signal.Signals
) -> None:
    async def scene(house: House) -> None:
        here = await five(house)
        began = time.monotonic()
        house.server.tell(told)
        assert [await one.closed(within=SECONDS) for one in here] == [1001] * 5
        await asyncio.to_thread(house.server.wait, SECONDS)
        assert time.monotonic() - began < SECONDS
        assert "Traceback" not in house.server.log()

    with a_house_of_its_own(furniture, tmp_path) as house:
        play(scene(house))


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks the kernel for processes")
def test_who_works_for_a_server_does_not_outlive_it(
    furniture: tuple[Path, Any], tmp_path: Path
) -> None:
    async def scene(house: House) -> None:
        await five(house)
        helpers = children_of(house.server.pid)
        assert len(helpers) >= 3  # one that serves, one that draws, the worker
        house.server.kill()
        deadline = time.monotonic() + SECONDS
        while any(is_there(one) for one in helpers):
            assert time.monotonic() < deadline
            await asyncio.sleep(0.1)

    with a_house_of_its_own(furniture, tmp_path, with_worker=True) as house:
        play(scene(house))
