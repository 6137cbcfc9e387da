"""`python -m bench web`: CPU time and query counts of the list, case and figures pages.

Measured at 1,000 and 100,000 generated cases, in one run, through Django's own client. Times are
CPU milliseconds (the machine may be busy), the median of the requests; read them as ratios.
Nothing here passes or fails: tests assert the query counts, people read the times.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

SIZES = (1_000, 100_000)
REQUESTS = 15


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="samenspel-bench-") as folder:
        os.environ["SAMENSPEL_VAR"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "samenspel.web.settings"
        import django

        django.setup()
        results = measure_all()
    sys.stdout.write(table(results))
    Path("bench/results.json").write_text(json.dumps(results, indent=2) + "\n")
    return 0


def measure_all() -> dict[str, Any]:
    from django.db import connection
    from django.utils import timezone

    from bench.generate import add_cases, found_town
    from samenspel.web.serve import prepare_databases

    prepare_databases()
    town = found_town(timezone.now())
    pages: dict[str, Any] = {}
    there = 0
    for size in SIZES:
        began = time.perf_counter()
        add_cases(town, size - there, seed=size)
        there = size
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        sys.stderr.write(f"{size} cases in {time.perf_counter() - began:.0f} s\n")
        for name, user, path in _pages(town):
            pages.setdefault(name, {})[str(size)] = measure(user, path)
    return {"database": connection.vendor, "requests": REQUESTS, "pages": pages}


def _pages(town: Any) -> list[tuple[str, Any, str]]:
    from samenspel.web.cases.models import Case

    case = Case.objects.visible_to(town.worker, town.now).first()
    return [
        ("list of a worker", town.worker, "/gezinnen/"),
        ("list of who is in every circle", town.everybody, "/gezinnen/"),
        ("case", town.worker, f"/gezinnen/{case.public_id}/" if case else "/"),
        ("figures", town.worker, "/cijfers/"),
    ]


def measure(user: Any, path: str) -> dict[str, float]:
    from django.db import connections
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    client.get(path)
    with (
        CaptureQueriesContext(connections["default"]) as data,
        CaptureQueriesContext(connections["keys"]) as keys,
    ):
        client.get(path)
        queries = len(data.connection.queries_log) + len(keys.connection.queries_log)
        queries -= data.initial_queries + keys.initial_queries
    cpu, wall = [], []
    for _ in range(REQUESTS):
        start, clock = time.process_time(), time.perf_counter()
        assert client.get(path).status_code == 200
        cpu.append((time.process_time() - start) * 1000)
        wall.append((time.perf_counter() - clock) * 1000)
    return {
        "queries": queries,
        "cpu_ms": round(statistics.median(cpu), 1),
        "wall_ms": round(statistics.median(wall), 1),
    }


def table(results: dict[str, Any]) -> str:
    lines = [f"{results['database']}, median of {results['requests']} requests", ""]
    lines.append(f"{'page':<32}{'cases':>9}{'queries':>9}{'CPU ms':>9}{'wall ms':>9}{'ratio':>7}")
    for name, sizes in results["pages"].items():
        smallest = sizes[str(SIZES[0])]["cpu_ms"]
        for size, values in sizes.items():
            ratio = values["cpu_ms"] / smallest if smallest else 0
            lines.append(
                f"{name:<32}{size:>9}{values['queries']:>9}{values['cpu_ms']:>9}"
                f"{values['wall_ms']:>9}{ratio:>7.1f}"
            )
    return "\n".join(lines) + "\n"
