"""`samenspel serve`: databases up to date, the demonstration when empty, then serve."""

import os
import socket
import sys
from importlib.metadata import version
from multiprocessing import get_context
from multiprocessing.process import BaseProcess

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from granian import Granian
from granian.constants import Interfaces, Loops

from samenspel import cli
from samenspel.web.demonstration.accounts import demonstration_accounts
from samenspel.web.demonstration.loader import holds_demonstration, is_empty, load_demonstration
from samenspel.web.environment import read
from samenspel.web.vault.router import KEYS

PATIENCE = 8
"""Seconds that answers under way get when we are told to stop."""


def serve(*, with_worker: bool) -> int:
    """Serve until stopped. The worker is a process of its own and stops along."""
    os.umask(0o077)  # databases and keys of this machine are for this account only
    processes = number_of_processes()
    _refuse_a_taken_port()
    prepare_databases()
    if settings.PRODUCTION and holds_demonstration():
        raise SystemExit(
            "This database holds the demonstration, with its public password. Choose an empty one."
        )
    if not settings.PRODUCTION and is_empty():
        _say("Loading the demonstration pilot …")
        load_demonstration()
    _say_where()
    worker = _start_worker() if with_worker else None
    _let_go_of_the_databases()
    try:
        Granian(
            "samenspel.web.asgi:application",
            address=settings.LISTEN,
            port=settings.PORT,
            interface=Interfaces.ASGI,
            loop=Loops.asyncio,
            workers=processes,
            websockets=True,
            log_level="warning",  # type: ignore[arg-type]
            workers_kill_timeout=PATIENCE,
        ).serve()
    finally:
        if worker is not None:
            worker.terminate()
            worker.join(timeout=10)
    return 0


def number_of_processes() -> int:
    """SQLite has nothing by which one process tells another what was drawn."""
    told = read("SAMENSPEL_PROCESSES")
    if not told.isascii() or not told.isdigit() or not 1 <= int(told) <= 64:
        raise SystemExit("SAMENSPEL_PROCESSES is a number from 1 to 64.")
    if int(told) > 1 and connection.vendor != "postgresql":
        raise SystemExit(
            "More than one process needs PostgreSQL: set DATABASE_URL, or SAMENSPEL_PROCESSES=1."
        )
    return int(told)


def prepare_databases() -> None:
    """Migrate both databases and make the table that counts attempts to sign in."""
    if not settings.PRODUCTION:
        settings.VAR.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("migrate", database=KEYS, verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)


def _let_go_of_the_databases() -> None:
    """The processes that serve are forked from this one; no connection may go along."""
    for one in connections.all(initialized_only=True):
        one.close()
        if hasattr(one, "close_pool"):
            one.close_pool()


def _refuse_a_taken_port() -> None:
    """granian would share the port silently with another server."""
    with socket.socket() as probe:
        if probe.connect_ex((settings.LISTEN, settings.PORT)) == 0:
            raise SystemExit(
                f"Port {settings.PORT} is taken. Stop what runs there, or set SAMENSPEL_PORT."
            )


def _start_worker() -> BaseProcess:
    """`samenspel worker`, which ends with us however that is."""
    worker = get_context("spawn").Process(target=cli.main, args=(["worker"],), name="worker")
    worker.start()
    return worker


def _say_where() -> None:
    _say(
        f"Samenspel {version('samenspel')} runs at http://localhost:{settings.PORT}  (Ctrl-C stops)"
    )
    accounts = demonstration_accounts()
    if accounts:
        _say(f"\nAccounts of the demonstration, all with the password {accounts[0].password}:")
        for account in accounts:
            _say(f"  {account.username:<20}{account.name:<18}{', '.join(account.role_words)}")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
