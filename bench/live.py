"""`python -m bench live`: people who draw together, over real websockets, on a real server.

Server, database and clients run on this machine, in a temporary folder. What is measured, in
milliseconds from sending: the answer at who drew (`done`), the fact at the others, and the drawing
in which the edit is to be seen at the others. It fails, other than the other measurements, when an
edit that was answered is lost or there twice, or when members of one audience end with different
drawings. `--quick` is short; without it every scenario runs for half a minute. `--only=WORDS` plays
the scenarios with these words in their name.
"""

import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.live_report import faults_of, table, write_table
from bench.processes import cpu_of_tree
from tools.postgres import running_postgres, urls

RESULTS = Path("bench/soak.json")
TWELVES = (12,) * 20 + (10,)
FAMILY = 12


@dataclass(frozen=True)
class Scenario:
    """`every`: seconds between the edits of one member. `people` are drawn when it begins."""

    name: str
    rooms: tuple[int, ...]
    every: float
    seconds: float
    processes: int = 1
    on_postgres: bool = False
    clients: int = 1
    people: int = FAMILY


SCENARIOS = (
    Scenario("one edit at a time in one room, SQLite", (4,), 8, 30, people=40),
    Scenario("one edit at a time in 50 rooms, SQLite", (2,) * 50, 20, 30),
    Scenario("20 members in one room, SQLite", (20,), 1, 30),
    Scenario("two rooms of 12, PostgreSQL, two processes", (12, 12), 1, 20, 2, on_postgres=True),
    Scenario("250 members in 21 rooms, SQLite", TWELVES, 1, 30, clients=2),
    Scenario("250 members in 21 rooms, PostgreSQL", TWELVES, 1, 30, on_postgres=True, clients=2),
    Scenario(
        "250 members in 21 rooms, PostgreSQL, two processes",
        TWELVES,
        1,
        30,
        processes=2,
        on_postgres=True,
        clients=2,
    ),
)
QUICK = (
    Scenario("one edit at a time in one room, SQLite", (4,), 4, 5, people=40),
    Scenario("20 members in one room, SQLite", (20,), 1, 5),
    Scenario("two rooms, PostgreSQL, two processes", (12, 12), 1, 5, 2, on_postgres=True),
)


def main(options: Sequence[str]) -> int:
    is_quick = "--quick" in options
    wanted = [option.removeprefix("--only=") for option in options if option.startswith("--only=")]
    results = []
    for scenario in QUICK if is_quick else SCENARIOS:
        if not wanted or any(part in scenario.name for part in wanted):
            sys.stderr.write(f"{scenario.name} …\n")
            results.append(play(scenario))
    sys.stdout.write("\n".join(table(results)) + "\n")
    faults = [fault for one in results for fault in faults_of(one)]
    for fault in faults:
        sys.stderr.write(f"WRONG: {fault}\n")
    if not is_quick and not wanted:
        RESULTS.write_text(json.dumps(results, indent=2) + "\n")
        write_table(results)
    return 1 if faults else 0


def play(scenario: Scenario) -> dict[str, Any]:
    with ExitStack() as stack:
        var = stack.enter_context(tempfile.TemporaryDirectory(prefix="samenspel-live-"))
        env = {**os.environ, "SAMENSPEL_VAR": var, "SAMENSPEL_PROCESSES": str(scenario.processes)}
        if scenario.on_postgres:
            env |= urls(stack.enter_context(running_postgres()))
        sizes = ",".join(map(str, scenario.rooms))
        rooms = _town(env, "found", str(scenario.people), sizes)
        with _server(env, Path(var)) as (host, server):
            told, cpu = _load(scenario, rooms, host, server)
        stored = _town(env, "stored")
    return _summary(scenario, told, stored, cpu)


def _town(env: dict[str, str], *words: str) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "bench.live_town", *words],
        env=env,
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(done.stdout)


@contextmanager
def _server(env: dict[str, str], var: Path) -> Iterator[tuple[str, int]]:
    """The address and the process id of a started server."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (var / "log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "samenspel.cli", "serve", "--without-worker"],
            env={**env, "SAMENSPEL_PORT": str(port)},
            stdout=log,
            stderr=log,
        )
    try:
        _wait_until_open(port, server, var / "log")
        yield f"127.0.0.1:{port}", server.pid
    finally:
        _stop(server)
        sys.stderr.write(_complaints(var / "log"))


def _stop(process: "subprocess.Popen[Any]") -> None:
    process.terminate()
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        sys.stderr.write("A process did not stop when asked.\n")
        process.kill()
        process.wait()


def _wait_until_open(port: int, server: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError(f"The server did not start:\n{log.read_text()}")


def _complaints(log: Path) -> str:
    """What the server logged, apart from where it runs and who may sign in."""
    usual = ("Samenspel ", "Accounts of ", "  ", "\n")
    lines = log.read_text(errors="replace").splitlines(keepends=True)
    return "".join([line for line in lines if not line.startswith(usual)][-40:])


def _load(scenario: Scenario, rooms: list[Any], host: str, server: int) -> tuple[Any, float]:
    """All clients sit down, and then begin together."""
    clients = [_client(plan) for plan in _plans(scenario, rooms, host)]
    try:
        for one in clients:
            _wait_until_ready(one)
        time.sleep(2)  # the first sheets
        began, clock = cpu_of_tree(server), time.monotonic()
        for one in clients:
            _tell(one, "begin")
        time.sleep(scenario.seconds)
        used = (cpu_of_tree(server) - began) / (time.monotonic() - clock)
        return [_told(one) for one in clients], used
    finally:
        for one in clients:
            if one.poll() is None:
                _stop(one)


def _plans(scenario: Scenario, rooms: list[Any], host: str) -> Iterator[dict[str, Any]]:
    first = 0
    for number in range(scenario.clients):
        own = rooms[number :: scenario.clients]
        every, seconds = scenario.every, scenario.seconds
        yield {"host": host, "rooms": own, "first": first, "every": every, "seconds": seconds}
        first += sum(len(room["members"]) for room in own)


def _wait_until_ready(client: "subprocess.Popen[str]") -> None:
    assert client.stderr
    if (line := client.stderr.readline()) != "ready\n":
        raise RuntimeError(f"Clients could not sit down:\n{line}{client.stderr.read()}")


def _told(client: "subprocess.Popen[str]") -> Any:
    out, err = client.communicate()
    sys.stderr.write(err)
    return json.loads(out)


def _tell(client: "subprocess.Popen[str]", words: str) -> None:
    assert client.stdin
    client.stdin.write(words + "\n")
    client.stdin.flush()


def _client(plan: Any) -> "subprocess.Popen[str]":
    client = subprocess.Popen(
        [sys.executable, "-m", "bench.live_clients"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    _tell(client, json.dumps(plan))
    return client


def _summary(scenario: Scenario, told: list[Any], stored: Any, cpu: float) -> dict[str, Any]:
    rooms = [room for one in told for room in one["rooms"]]
    added = {
        name: sum(room[name] for room in rooms)
        for name in (
            "sent",
            "unanswered",
            "doubled",
            "missed",
            "different_sheets",
            "different_words",
            "without_words",
        )
    }
    return {
        "name": scenario.name,
        **added,
        "members": sum(scenario.rooms),
        "seconds": scenario.seconds,
        "refused": sum(len(room["refused"]) for room in rooms),
        "reasons": sorted({words for room in rooms for words in room["refused"]})[:5],
        "strange": sorted({words for room in rooms for words in room["strange"]})[:5],
        "lost": sum(len(set(room["edits"]) - set(stored[room["case"]]["edits"])) for room in rooms),
        "not_as_often": sum(_not_as_often(room, stored[room["case"]]["texts"]) for room in rooms),
        "done": _spread([ms for room in rooms for ms in room["done_ms"]]),
        "fact": _spread([ms for room in rooms for ms in room["fact_ms"]]),
        "sheet": _spread([ms for room in rooms for ms in room["sheet_ms"]]),
        "late": _spread([ms for one in told for ms in one["lag_ms"]]),
        "sheet_kb": max(room["sheet_kb"] for room in rooms),
        "cpu": round(cpu, 2),
        "cpu_of_clients": round(sum(one["cpu"] for one in told) / scenario.seconds, 2),
    }


def _not_as_often(room: Any, texts: Any) -> int:
    """Marks of answered edits that do not stand once in what each side sees of the stored map."""
    wrong = 0
    for side in ("family", "professional"):
        words = [text.rsplit(" ", 1)[-1] for text in texts[side]]
        for mark, is_hidden in room["marks"].items():
            wrong += words.count(mark) != (0 if is_hidden and side == "family" else 1)
    return wrong


def _spread(values: list[float]) -> dict[str, float]:
    if len(values) < 2:
        return {"p50": 0, "p95": 0, "count": len(values)}
    cuts = statistics.quantiles(values, n=20)
    return {"p50": round(cuts[9], 1), "p95": round(cuts[18], 1), "count": len(values)}
