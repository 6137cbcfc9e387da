"""What `live.py` tells: a table, and what must not be."""

import re
from pathlib import Path
from typing import Any

README = Path("bench/README.md")

WRONG = {
    "unanswered": "edits without an answer",
    "lost": "answered edits that are not in the database",
    "not_as_often": "answered edits that do not stand once in the stored map",
    "doubled": "facts that somebody heard twice",
    "missed": "facts that somebody never heard",
    "different_sheets": "audiences that ended with different drawings",
    "different_words": "audiences that ended with different words",
    "without_words": "audiences without words beside the drawing",
}


def faults_of(result: dict[str, Any]) -> list[str]:
    found = [
        f"{result['name']}: {result[one]} {words}" for one, words in WRONG.items() if result[one]
    ]
    return [*found, *(f"{result['name']}: {words}" for words in result["strange"])]


def table(results: list[dict[str, Any]]) -> list[str]:
    head = [
        "scenario",
        "edits (refused)",
        "done p50 / p95",
        "fact p50 / p95",
        "drawing p50 / p95",
        "clients late p95",
        "CPU server + clients",
        "wrong",
    ]
    lines = [f"| {' | '.join(head)} |", "| --- " * len(head) + "|"]
    for one in results:
        cells = [
            one["name"],
            f"{one['sent']} ({one['refused']})",
            *(_cell(one[name]) for name in ("done", "fact", "sheet")),
            f"{one['late']['p95']:.0f}",
            f"{one['cpu']:.2f} + {one['cpu_of_clients']:.2f}",
            str(len(faults_of(one)) or "nothing"),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def _cell(spread: dict[str, float]) -> str:
    return f"{spread['p50']:.0f} / {spread['p95']:.0f}"


def write_table(results: list[dict[str, Any]]) -> None:
    between("live", table(results))


def between(name: str, lines: list[str]) -> None:
    """Write these lines in the README, between the marks of this measurement."""
    text = README.read_text(encoding="utf-8")
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    pattern = re.compile(f"{re.escape(begin)}.*{re.escape(end)}", re.DOTALL)
    written = "\n".join([begin, *lines, end])
    README.write_text(pattern.sub(lambda found: written, text), encoding="utf-8")
