"""Work that would stop the sockets of others: the database, words, pages. Done in a few threads."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import close_old_connections

Result = TypeVar("Result")

_threads = ThreadPoolExecutor(4, thread_name_prefix="live")


async def in_thread(work: Callable[[], Result]) -> Result:
    return await asyncio.get_running_loop().run_in_executor(_threads, _done, work)


def _done(work: Callable[[], Result]) -> Result:
    try:
        return work()
    finally:
        close_old_connections()
