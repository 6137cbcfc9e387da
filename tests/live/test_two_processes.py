"""Two processes on PostgreSQL, and PostgreSQL restarted under them."""

import asyncio
import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live.conftest import House, furnished
from tests.live.talking import LOOK, Talk, play
from tests.live.test_a_joint_moment import begun, initials_here
from tests.live.test_nothing_is_lost import draw_all
from tests.serving import running
from tools import postgres

STORED = """
from samenspel.web.maps.models import MapEdit
print(json.dumps([str(one) for one in MapEdit.objects.values_list("edit_id", flat=True)]))
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not os.environ.get("DATABASE_URL", "").startswith("postgres"),
        reason="several processes tell each other through PostgreSQL",
    ),
]


class Cluster:
    """A PostgreSQL of this test alone, to stop and to start again."""

    def __init__(self) -> None:
        programs = postgres.find_programs()
        assert programs is not None
        self.folder = Path(tempfile.mkdtemp(prefix="samenspel-live-", dir="/tmp"))
        self._programs, self._user = programs, postgres._server_user(self.folder)
        postgres._create_cluster(programs, self.folder, self._user)
        self.start()

    def start(self) -> None:
        self._server: subprocess.Popen[bytes] = postgres._start(
            self._programs, self.folder, self._user
        )
        postgres._wait_until_ready(self._server, self.folder)

    def stop(self) -> None:
        postgres._stop(self._server)

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    made = Cluster()
    yield made
    made.remove()


@pytest.fixture(scope="module")
def pair(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A server of two processes."""
    folder = tmp_path_factory.mktemp("pair")
    settings = {**postgres.urls(cluster.folder), "SAMENSPEL_PROCESSES": "2"}
    content = furnished(folder, settings)
    with running(folder, settings=settings, with_worker=False) as server:
        yield House(server, folder, settings, content)


async def at_both(house: House, who: str, times: int = 12) -> list[Talk]:
    """So many connections that both processes have some."""
    return [await house.join(who) for _ in range(times)]


async def hears_of(talking: Talk, who: str) -> None:
    await talking.wait("fact", where=lambda said: who in said["about"])


def test_what_is_drawn_at_one_process_is_told_at_the_other(pair: House) -> None:
    async def scene() -> None:
        workers, partners = await at_both(pair, "worker"), await at_both(pair, "partner")
        done = [await one.drawn("add_person", name=f"Bij {n}") for n, one in enumerate(workers)]
        for one in partners:
            for each in done:
                await hears_of(one, each["chosen"])
            assert [fact["n"] for fact in one.of("fact")] == list(range(1, len(done) + 1))
        last = f"Bij {len(done) - 1}"
        sheets = {(await one.shows(last))["html"] for one in (*workers, *partners)}
        assert len(sheets) == 1

    play(scene())


def test_who_sees_the_same_ends_with_the_same_drawing_at_both(pair: House) -> None:
    """Each process draws by itself, and in another rhythm."""
    genogram = {**LOOK, "view": "genogram"}

    async def scene() -> None:
        here = [await pair.join("worker", look=genogram) for _ in range(12)]
        first = (await here[0].drawn("add_person", name="Eerste"))["chosen"]
        for one in here[1:]:
            await hears_of(one, first)
        children = await asyncio.gather(
            *(one.drawn("add_child", of=first, name=f"Kind {n}") for n, one in enumerate(here))
        )
        last = await here[0].drawn("add_partner", of=children[-1]["chosen"], name="Laatste")
        sheets = [await one.shows(last["chosen"], within=30) for one in here]
        assert len({one["html"] for one in sheets}) == 1

    play(scene())


def marks_of(talking: Talk) -> frozenset[tuple[str, int]]:
    people = talking.of("here")[-1]["people"]
    return frozenset((one["initials"], one["mark"]) for one in people)


def test_who_takes_part_is_seen_over_both_processes(pair: House) -> None:
    async def scene() -> None:
        everybody = [
            await pair.join(who) for who in ("worker", "partner", "mother") for _ in range(4)
        ]
        moment = await begun(pair, *everybody)
        for one in everybody:
            await one.say("join", moment=moment)
        for one in everybody:
            await initials_here(one, 3)
        await asyncio.sleep(0.5)
        here = {marks_of(one) for one in everybody}
        assert len(here) == 1
        assert {mark for _, mark in here.pop()} == {1, 2, 3}

    play(scene())


def test_postgresql_restarted_under_it_costs_nothing_that_was_acknowledged(
    pair: House, cluster: Cluster
) -> None:
    async def scene() -> set[str]:
        ids = [[f"{number:08}-0000-4000-8000-{one:012}" for number in range(60)] for one in (1, 2)]
        drawing = [
            asyncio.create_task(draw_all(await pair.join(who), mine))
            for who, mine in zip(("worker", "partner"), ids, strict=True)
        ]
        await asyncio.sleep(0.4)
        await asyncio.to_thread(cluster.stop)
        await asyncio.sleep(0.5)
        await asyncio.to_thread(cluster.start)
        done = set().union(*await asyncio.gather(*drawing))
        assert done == {each for mine in ids for each in mine}
        again, other = await pair.join("worker"), await pair.join("partner")
        assert (await again.drawn("add_person", name="Daarna"))["t"] == "done"
        await other.wait("sheet", "fact", where=lambda said: "Daarna" in str(said), within=20)
        return done

    done = play(scene())
    stored = Counter(pair.ask(STORED))
    assert done <= set(stored)
    assert set(stored.values()) == {1}
    assert "Traceback" not in pair.server.log()
