"""`samenspel serve` as a process of its own, for journeys and for several processes at once."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

START_SECONDS = 180  # making and filling the databases included
STOP_SECONDS = 20
# A journey must not meet the settings or the database of whoever runs it.
OWN_SETTINGS = re.compile(r"SAMENSPEL_|DATABASE_URL$|KEYSTORE_URL$|AUDIT_ANCHOR_FILE$")


class Account(Protocol):
    @property
    def username(self) -> str: ...
    @property
    def password(self) -> str: ...
    @property
    def roles(self) -> Any: ...


class Server:
    """`samenspel serve` in a folder of its own; with the demonstration when that is empty."""

    def __init__(
        self,
        folder: Path,
        *,
        settings: Mapping[str, str] | None = None,
        with_worker: bool = True,
        port: int = 0,
    ) -> None:
        self.port = port or free_port()
        self.address = f"http://localhost:{self.port}"
        self._log = folder / "log"
        environment = own_environment(
            folder, {"SAMENSPEL_PORT": str(self.port), **(settings or {})}
        )
        command = [str(Path(sys.executable).with_name("samenspel")), "serve"]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                command if with_worker else [*command, "--without-worker"],
                env=environment,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def accounts(self) -> list[Account]:
        from samenspel.web.demonstration.accounts import demonstration_accounts

        return list(demonstration_accounts())

    def account(self, role: str) -> Account:
        """The first account of the demonstration with this role, or with this user name."""
        for account in self.accounts:
            if role == account.username or role in account.roles:
                return account
        known = sorted({each for account in self.accounts for each in account.roles})
        raise LookupError(f"No account with the role {role!r}; the roles are {known}")

    def wait_until_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self._process.poll() is None:
            if _answers(f"http://127.0.0.1:{self.port}/readyz"):
                return
            time.sleep(0.1)
        raise RuntimeError(f"samenspel serve did not start:\n{self.log()}")

    def log(self, start: int = 0) -> str:
        return self._log.read_bytes()[start:].decode(errors="replace")

    def log_size(self) -> int:
        return self._log.stat().st_size

    def tell(self, told: signal.Signals) -> None:
        self._process.send_signal(told)

    def wait(self, seconds: float) -> int:
        return self._process.wait(seconds)

    def stop(self) -> None:
        for request in (signal.SIGTERM, signal.SIGKILL):
            self._process.send_signal(request)
            try:
                self._process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                continue
            return

    def kill(self) -> None:
        """As when the power fails: kill -9, with no word of goodbye."""
        self._process.kill()
        self._process.wait(STOP_SECONDS)


def own_environment(folder: Path, settings: Mapping[str, str]) -> dict[str, str]:
    """Ours without settings, and these."""
    kept = {name: value for name, value in os.environ.items() if not OWN_SETTINGS.match(name)}
    return {**kept, "SAMENSPEL_VAR": str(folder / "var"), **settings}


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _answers(address: str) -> bool:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


@contextmanager
def running(folder: Path, **options: Any) -> Iterator[Server]:
    started = Server(folder, **options)
    try:
        started.wait_until_ready()
        yield started
    finally:
        started.stop()
