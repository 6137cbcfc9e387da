"""Work that would stop the sockets of others, in threads.

What asks the database waits for it, in a few threads. What only thinks (words, pages) has one: more
would fight over one interpreter. Who waits for a drawing waits apart.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import TypeVar

from django.db import connections

Result = TypeVar("Result")

_asking = ThreadPoolExecutor(4, thread_name_prefix="asking")
_thinking = ThreadPoolExecutor(1, thread_name_prefix="thinking")
_drawing = ThreadPoolExecutor(2, thread_name_prefix="drawing")


async def in_thread(work: Callable[[], Result]) -> Result:
    """What asks the database."""
    return await _run(_asking, lambda: _asked(work))


async def thinking(work: Callable[[], Result]) -> Result:
    """What does not."""
    return await _run(_thinking, work)


async def drawing(work: Callable[[], Result]) -> Result:
    """What waits for the desk; so many at once that it always has something to do."""
    return await _run(_drawing, lambda: _asked(work))


async def _run(threads: Executor, work: Callable[[], Result]) -> Result:
    return await asyncio.get_running_loop().run_in_executor(threads, work)


def _asked(work: Callable[[], Result]) -> Result:
    try:
        return work()
    finally:
        _let_go()


def _let_go() -> None:
    """Back to the pool, where there is one; to open a file of SQLite again takes longer than most
    of what is asked of it."""
    for one in connections.all(initialized_only=True):
        if one.vendor != "sqlite" or one.errors_occurred:
            one.close()
