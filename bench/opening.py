"""`python -m bench opening`: what opening a map costs, and how heavy its page is.

A map after 100 and after 10,000 edits (people are named again and again, notes come and go), opened
from the database with nothing in memory: CPU milliseconds of the map and of its page. Then the page
of a family of 40 as a browser gets it: bytes as they are transferred, and, where Chromium is, when
the drawing is first on the screen over a slow line on a slow processor.
"""

import gzip
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from bench.live_report import between

PEOPLE = 40
EDITS = (100, 10_000)
TIMES = 5
SLOW = {"downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8, "latency": 150}
SLOWER = 4  # so many times slower than this processor
RESULTS = Path("bench/opening.json")


def main(options: Sequence[str]) -> None:
    if "--measure" in options:
        json.dump(measured(), sys.stdout)
        return
    results = {"opening": _in_a_process_of_its_own(), "page": page()}
    lines = table(results)
    sys.stdout.write("\n".join(lines) + "\n")
    if "--quick" not in options:
        RESULTS.write_text(json.dumps(results, indent=2) + "\n")
        between("opening", lines)


def _in_a_process_of_its_own() -> Any:
    with tempfile.TemporaryDirectory(prefix="samenspel-opening-") as var:
        done = subprocess.run(
            [sys.executable, "-m", "bench", "opening", "--measure"],
            env={**os.environ, "SAMENSPEL_VAR": var},
            stdout=subprocess.PIPE,
            check=True,
        )
    return json.loads(done.stdout)


# --- After many edits -----------------------------------------------------------------------------


def measured() -> dict[str, Any]:
    os.environ["DJANGO_SETTINGS_MODULE"] = "samenspel.web.settings"
    import django

    django.setup()
    from bench.live_town import found
    from samenspel.web.cases.models import Case

    (room,) = found(PEOPLE, [1])
    case = Case.objects.get(public_id=room["case"])
    return {str(count): _after(case, room, count) for count in EDITS}


def _after(case: Any, room: Any, count: int) -> dict[str, Any]:
    from django.test import Client

    from samenspel.web.maps.cache import cache
    from samenspel.web.maps.store import load

    family_map = _drawn_on(case, room["people"], count)
    name, _, session = room["members"][0]["cookie"].partition("=")
    client = Client(headers={"host": "localhost"})
    client.cookies[name] = session
    address = f"/gezinnen/{case.public_id}/kaart/"

    def open_page() -> None:
        assert client.get(address).status_code == 200

    open_page()
    return {
        "statements": len(family_map),
        "taken_back": sum(bool(one.withdrawn) for one in family_map),
        "map_ms": _cpu(lambda: load(case, is_whole=False), cache.clear),
        "page_ms": _cpu(open_page, cache.clear),
        "again_ms": _cpu(open_page, lambda: None),
    }


def _cpu(act: Any, before: Any) -> float:
    found = []
    for _ in range(TIMES):
        before()
        began = time.process_time()
        act()
        found.append((time.process_time() - began) * 1000)
    return round(statistics.median(found), 1)


def _drawn_on(case: Any, people: Sequence[str], count: int) -> Any:
    """The rows that so many edits leave; of every two one says something, one takes it back."""
    from samenspel.family import SCHEMA, Author, Envelope, enclose, replay
    from samenspel.web.maps.batch import snapshot
    from samenspel.web.maps.cache import cache
    from samenspel.web.maps.models import Map, MapEdit
    from samenspel.web.maps.rows import BODY, sealed
    from samenspel.web.maps.store import load
    from samenspel.web.maps.table import Table
    from samenspel.web.vault.keys import fetch

    found = Map.objects.select_related("case").get(case=case)
    author = found.edits.select_related("author").first().author
    by = Author(str(author.public_id))
    key = fetch([case.key_id])[case.key_id]
    family_map, envelopes = load(case).family_map, list[Envelope]()
    for number in range(found.last_number + 1, count + 1):
        edit = _edit(number, by, people)
        envelopes.append(enclose(edit, map=str(found.pk), number=number))
    family_map = replay(envelopes, onto=family_map)
    MapEdit.objects.bulk_create(
        MapEdit(
            map=found,
            number=one.number,
            edit_id=one.id,
            at=one.at,
            author=author,
            side=by.side.value,
            schema=SCHEMA,
            body=sealed(BODY, one.body or "", key=key, key_id=case.key_id),
        )
        for one in envelopes
    )
    Map.objects.filter(pk=found.pk).update(last_number=count)
    found.last_number = count
    snapshot(Table(case, found, key, family_map, (), [], {})).save()
    cache.clear()
    return family_map


def _edit(number: int, by: Any, people: Sequence[str]) -> Any:
    from uuid import NAMESPACE_OID, uuid5

    from django.utils import timezone

    from samenspel.family import Edit, NameFact, NoteFact, Say, Saying, Withdraw

    def statement(of: int) -> str:
        return str(uuid5(NAMESPACE_OID, f"statement {of}"))

    about = people[number // 2 % len(people)]
    if number % 2:
        body: Any = Withdraw((statement(number - 1),))
    elif number % 4:
        body = Say((Saying(statement(number), NameFact(about, f"Jo {number}")),))
    else:
        body = Say((Saying(statement(number), NoteFact(about, f"houdt van muziek {number}")),))
    return Edit(str(uuid5(NAMESPACE_OID, f"edit {number}")), by, timezone.now(), body)


# --- The page -------------------------------------------------------------------------------------


def page() -> dict[str, Any]:
    from bench.live import _server, _town

    with tempfile.TemporaryDirectory(prefix="samenspel-page-") as var:
        env = {**os.environ, "SAMENSPEL_VAR": var}
        (room,) = _town(env, "found", str(PEOPLE), "1")
        with _server(env, Path(var)) as (host, _):
            address = f"http://{host}/gezinnen/{room['case']}/kaart/"
            cookie = room["members"][0]["cookie"]
            return {
                **_weights(address, cookie),
                "first_drawing_ms": _first_drawing(address, cookie),
            }


def _weights(address: str, cookie: str) -> dict[str, float]:
    """Kilobytes as they come over the line, without fonts."""
    weight, html = _transferred(address, cookie)
    kinds = {"html_kb": weight, "script_kb": 0, "css_kb": 0}
    host = address.split("/gezinnen/")[0]
    for path in dict.fromkeys(re.findall(r'(?:src|href)="(/static/[^"]+\.(?:js|css))"', html)):
        kinds["script_kb" if path.endswith(".js") else "css_kb"] += _transferred(host + path, "")[0]
    return {name: round(value / 1000, 1) for name, value in kinds.items()}


def _transferred(address: str, cookie: str) -> tuple[int, str]:
    headers = {"Accept-Encoding": "gzip", "Cookie": cookie}
    with urlopen(Request(address, headers=headers)) as answer:  # noqa: S310 (our own server)
        body = answer.read()
        is_small = answer.headers.get("Content-Encoding") == "gzip"
    return len(body), (gzip.decompress(body) if is_small else body).decode()


def _first_drawing(address: str, cookie: str) -> float | None:
    """Milliseconds from asking for the page until its drawing is painted; the middle of three."""
    from tools.prerequisites import find_chromium

    if find_chromium() is None:
        return None
    from playwright.sync_api import sync_playwright

    from tests.journeys.browser import start_browser

    with sync_playwright() as playwright:
        browser = start_browser(playwright)
        found = [_painted(browser, address, cookie) for _ in range(3)]
        browser.close()
    return round(statistics.median(found))


PAINTED = """() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => {
    const [first] = performance.getEntriesByName("first-contentful-paint");
    done(Math.max(performance.now(), first?.startTime ?? 0));
}, 0)))"""


def _painted(browser: Any, address: str, cookie: str) -> float:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_extra_http_headers({"Cookie": cookie})
    opened = context.new_page()
    line = context.new_cdp_session(opened)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", {"offline": False, **SLOW})
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    opened.goto(address, wait_until="commit")
    opened.wait_for_selector("#sheet svg", state="visible", timeout=60_000)
    found: float = opened.evaluate(PAINTED)
    context.close()
    return found


# --- Telling --------------------------------------------------------------------------------------


def table(results: dict[str, Any]) -> list[str]:
    opening, weights = results["opening"], results["page"]
    lines = [
        "| edits | statements (taken back) | map, CPU ms | page, CPU ms | page again, CPU ms |",
        "| --- | --- | --- | --- | --- |",
    ]
    for count, one in opening.items():
        told = f"{one['statements']} ({one['taken_back']})"
        times = " | ".join(str(one[name]) for name in ("map_ms", "page_ms", "again_ms"))
        lines.append(f"| {int(count):,} | {told} | {times} |")
    few, many = (opening[str(count)] for count in EDITS)
    ratios = [f"{many[name] / few[name]:.1f}" for name in ("map_ms", "page_ms", "again_ms")]
    lines += [f"| ratio | | {' | '.join(ratios)} |", ""]
    drawn = weights["first_drawing_ms"]
    sizes = [weights[name] for name in ("html_kb", "script_kb", "css_kb")]
    lines += [
        "Page of {} people, kB as transferred: {} HTML, {} script, {} CSS.".format(PEOPLE, *sizes),
        f"First drawing over the slow line: {f'{drawn:.0f} ms' if drawn else 'no Chromium here'}.",
    ]
    return lines
