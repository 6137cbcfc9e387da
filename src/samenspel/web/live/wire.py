"""Between processes, on PostgreSQL: one connection that listens, and the words on the line.

Only ids and numbers go over it. On SQLite there is one process, and nothing to listen to.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

import psycopg
from django.db import connection

from samenspel.web.maps import news

log = logging.getLogger(__name__)

HERE = "samenspel_here"
"""Who takes part in a joint moment: random ids, and the ids of accounts."""
FIRST_WAIT, LONGEST_WAIT = 0.2, 3.0
LOST = (psycopg.Error, OSError)


def has_others() -> bool:
    return connection.vendor == "postgresql"


class Wire:
    """`heard` gets channel and payload; `back` is called when something may have been missed."""

    def __init__(self, heard: Callable[[str, str], None], back: Callable[[], None]) -> None:
        self._heard, self._back = heard, back
        self._line: psycopg.AsyncConnection[Any] | None = None
        self._lock = asyncio.Lock()

    async def listen(self) -> None:
        """For as long as the process serves; a lost line is taken up again."""
        wait = FIRST_WAIT
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(
                    **_parameters(), autocommit=True
                ) as line:
                    for channel in (news.CHANNEL, HERE):
                        await line.execute(f'LISTEN "{channel}"')
                    wait = FIRST_WAIT
                    self._back()
                    async for one in line.notifies():
                        self._heard(one.channel, one.payload)
            except LOST as error:
                log.warning("the line between processes is lost: %s", type(error).__name__)
            await asyncio.sleep(wait)
            wait = min(LONGEST_WAIT, wait * 2)

    async def say(self, payload: str) -> None:
        """Tell other processes; what does not come over is told again soon."""
        async with self._lock:
            try:
                if self._line is None or self._line.closed:
                    self._line = await psycopg.AsyncConnection.connect(
                        **_parameters(), autocommit=True
                    )
                await self._line.execute("SELECT pg_notify(%s, %s)", (HERE, payload))
            except LOST:
                await self._hang_up()

    async def _hang_up(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            await line.close()

    async def close(self) -> None:
        await self._hang_up()


def _parameters() -> dict[str, Any]:
    """How Django reaches the database, without what only Django knows."""
    found = connection.settings_dict
    named = {
        "dbname": found["NAME"],
        "user": found["USER"],
        "password": found["PASSWORD"],
        "host": found["HOST"],
        "port": found["PORT"],
    }
    ours = {"pool", "isolation_level", "server_side_binding", "assume_role"}
    options = {name: value for name, value in found["OPTIONS"].items() if name not in ours}
    return {name: value for name, value in {**named, **options}.items() if value}
