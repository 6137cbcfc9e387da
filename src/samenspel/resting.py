"""Python's search for circular garbage rests while much is made that is all in use."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_to_collect() -> Iterator[None]:
    """For a reader of a large file, or a proof with ten thousands of clauses.

    All that is made is still in use at the end; looking through it again and again takes a third of
    the time of a large file, and a fifth of a hard proof.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
