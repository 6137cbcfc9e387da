"""A process beside this one that does one kind of work, one after another, and knows no Django.

It ends with us, however that is: when our end of the pipe is gone there is nothing more to do. When
it dies itself, another takes its place; what it was doing is tried once more.
"""

import os
import signal
from collections.abc import Callable
from concurrent.futures import Future
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import Any, Generic, TypeVar

Result = TypeVar("Result")
Work = Callable[..., Result]
Job = tuple[tuple[Any, ...], "Future[Result]"]

TRIES = 2
NICE = 5
"""Who asks, and those it talks to, go before."""
PATIENCE = 20.0
"""Seconds for one piece of work; who takes longer never finishes."""


class Helper(Generic[Result]):
    """`work` is a function of a module that can be imported without Django."""

    def __init__(self, work: Work[Result]) -> None:
        self._work = work
        self._jobs: SimpleQueue[Job[Result] | None] = SimpleQueue()
        self._start()
        Thread(target=self._hand_out, name="helper", daemon=True).start()

    def ask(self, *arguments: object) -> "Future[Result]":
        done: Future[Result] = Future()
        self._jobs.put((arguments, done))
        return done

    def close(self) -> None:
        self._jobs.put(None)

    def _start(self) -> None:
        context = get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(
            target=_help, args=(theirs, self._work), name="helper", daemon=True
        )
        self._process.start()
        theirs.close()

    def _hand_out(self) -> None:
        while (job := self._jobs.get()) is not None:
            arguments, done = job
            if done.set_running_or_notify_cancel():
                self._do_or_say(arguments, done)
        self._ours.close()
        self._process.join()

    def _do_or_say(self, arguments: tuple[Any, ...], done: "Future[Result]") -> None:
        """Whatever goes wrong is told to who waits; the next one in line gets its turn."""
        try:
            self._do(arguments, done)
        except Exception as error:
            done.set_exception(error)

    def _do(self, arguments: tuple[Any, ...], done: "Future[Result]") -> None:
        for _ in range(TRIES):
            try:
                self._ours.send(arguments)
                if not self._ours.poll(PATIENCE):
                    raise EOFError
                is_done, result = self._ours.recv()
            except (OSError, EOFError):
                self._process.kill()
                self._ours.close()
                self._start()
                continue
            except Exception as error:
                done.set_exception(error)
                return
            if is_done:
                done.set_result(result)
            else:
                done.set_exception(RuntimeError(result))
            return
        done.set_exception(RuntimeError("the helper died of it"))


def _help(pipe: Connection, work: Work[Any]) -> None:
    """Only the kind of a mistake goes back: its text may hold what people said."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for our parent
    os.nice(NICE)
    while True:
        try:
            arguments = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer = (True, work(*arguments))
        except Exception as error:
            answer = (False, type(error).__qualname__)
        pipe.send(answer)
