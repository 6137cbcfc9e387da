"""A server with a small house, and who can talk to it."""

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.live.talking import Talk, talk
from tests.serving import Server, own_environment, running

ROOT = Path(__file__).parents[2]
NOTHING: Mapping[str, object] = {}


@dataclass
class House:
    """A server, its folder and settings, and what is in its database."""

    server: Server
    folder: Path
    settings: Mapping[str, str]
    content: Mapping[str, Any]

    @property
    def case(self) -> str:
        return str(self.content["case"])

    @property
    def other_case(self) -> str:
        return str(self.content["other_case"])

    async def talk(self, who: str, case: str = "", **options: Any) -> Talk:
        """A connection that has not said hello."""
        session = self.content["sessions"].get(who, "")
        return await talk(self.server.address, case or self.case, session, **options)

    async def join(self, who: str, **options: Any) -> Talk:
        """A connection that has said hello."""
        talking = await self.talk(who)
        await talking.hello(**options)
        return talking

    def sql(self, statement: str, values: Mapping[str, object] = NOTHING) -> list[Any]:
        """Straight into the database file, which is quick."""
        with closing(sqlite3.connect(self.folder / "var" / "samenspel.sqlite3", timeout=20)) as db:
            found = db.execute(statement, dict(values)).fetchall()
            db.commit()
        return [one[0] for one in found]

    def ask(self, code: str) -> Any:
        """What Python says in a process of its own, with the settings of this server."""
        return asked(code, self.folder, self.settings)


def asked(code: str, folder: Path, settings: Mapping[str, str]) -> Any:
    """`code` prints JSON on its last line."""
    ready = "import os, json; os.environ['DJANGO_SETTINGS_MODULE'] = 'samenspel.web.settings'\n"
    return _said(
        [sys.executable, "-c", f"{ready}import django; django.setup()\n{code}"], folder, settings
    )


def furnished(folder: Path, settings: Mapping[str, str]) -> Any:
    return _said([sys.executable, "-m", "tests.live.house"], folder, settings)


def _said(command: list[str], folder: Path, settings: Mapping[str, str]) -> Any:
    environment = own_environment(folder, {**settings, "PYTHONPATH": str(ROOT)})
    done = subprocess.run(
        command, env=environment, cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    return json.loads(lines[-1]) if lines else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test with a server of its own kind takes its time to start."""
    for item in items:
        if "furniture" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def furniture(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """A folder with the databases of a small house, to copy, and what is in them."""
    folder = tmp_path_factory.mktemp("furniture")
    return folder, furnished(folder, {})


@pytest.fixture(scope="session")
def house(furniture: tuple[Path, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One server for all tests that leave it standing."""
    with a_house_of_its_own(furniture, tmp_path_factory.mktemp("live")) as opened:
        yield opened


@contextmanager
def a_house_of_its_own(
    furniture: tuple[Path, Any], folder: Path, *, with_worker: bool = False
) -> Iterator[House]:
    """For a test that pulls it down."""
    shutil.copytree(furniture[0] / "var", folder / "var")
    with running(folder, with_worker=with_worker) as server:
        opened = House(server, folder, {}, furniture[1])
        try:
            yield opened
        finally:
            opened.server.stop()  # it may have been started again


@pytest.fixture
def logged(house: House) -> Callable[[], str]:
    """What the server logged during the test."""
    begin = house.server.log_size()
    return lambda: house.server.log(begin)
