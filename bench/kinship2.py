"""Draws a family with R's kinship2, where that is installed, in the JSON that `count.py` reads.

kinship2 wants a father and a mother for everybody who has parents: a parent alone gets an unknown
partner, who is left out of the count. It draws a person who has more partners more than once.
"""

import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from typing import Any

from bench.count import Counts, count
from tests.families.network import Network, Union

PITCH, ROW = 114.0, 190.0
INSTALLED = 'quit(status = !requireNamespace("kinship2", quietly = TRUE))'
PROGRAM = """
suppressMessages(library(kinship2))
lines <- readLines(file("stdin"))
table <- function(kind) {
  rows <- lines[startsWith(lines, paste0(kind, "\\t"))]
  do.call(rbind, lapply(strsplit(rows, "\\t"), function(row) row[-1]))
}
people <- table("person")
bonds <- table("bond")
relation <- NULL
if (!is.null(bonds)) {
  relation <- data.frame(id1 = bonds[, 1], id2 = bonds[, 2], code = 4)
}
blank <- function(ids) ifelse(ids == "-", NA, ids)
family <- if (is.null(relation)) {
  pedigree(people[, 1], blank(people[, 2]), blank(people[, 3]), as.integer(people[, 4]))
} else {
  pedigree(people[, 1], blank(people[, 2]), blank(people[, 3]), as.integer(people[, 4]),
           relation = relation)
}
plan <- align.pedigree(family)
for (level in seq_along(plan$n)) {
  for (at in seq_len(plan$n[level])) {
    cat(family$id[floor(plan$nid[level, at])], level - 1, plan$pos[level, at], sep = "\\t")
    cat("\\n")
  }
}
"""


@cache
def is_installed() -> bool:
    if shutil.which("Rscript") is None:
        return False
    return subprocess.run(["Rscript", "-e", INSTALLED], capture_output=True).returncode == 0


def draw(network: Network, timeout: float = 60) -> Counts | None:
    """None when kinship2 refuses the family, or needs more time."""
    try:
        done = subprocess.run(
            ["Rscript", "-e", PROGRAM],
            input="\n".join(_lines(network)) + "\n",
            capture_output=True,
            text=True,
            timeout=timeout,
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    return count(drawing(network, done.stdout), network.ids)


def _lines(network: Network) -> Iterator[str]:
    """Rows of people (id, father, mother, sex) and bonds; sexes follow from the roles."""
    fathers = {union.partners[0] for union in network.unions if len(union.partners) == 2}
    parents: dict[str, tuple[str, str]] = {}
    for union in network.unions:
        couple = _couple(union)
        for child in union.children:
            parents.setdefault(child, couple)
        if len(union.partners) < 2 and union.children:
            for unknown in set(couple) - set(union.partners):
                yield f"person\t{unknown}\t-\t-\t{1 if unknown == couple[0] else 2}"
        yield f"bond\t{couple[0]}\t{couple[1]}"
    for person in network.people:
        father, mother = parents.get(person.id, ("-", "-"))
        yield f"person\t{person.id}\t{father}\t{mother}\t{1 if person.id in fathers else 2}"


def _couple(union: Union) -> tuple[str, str]:
    if len(union.partners) == 2:
        return union.partners[0], union.partners[1]
    mother = union.partners[0] if union.partners else f"mother of {union.id}"
    return f"father of {union.id}", mother


def drawing(network: Network, plan: str) -> dict[str, Any]:
    """From lines of id, level and position, tab-separated."""
    known = set(network.ids)
    rows = [line.split("\t") for line in plan.splitlines()]
    symbols: list[dict[str, Any]] = [
        {"id": who, "x": float(x) * PITCH, "y": int(level) * ROW}
        for who, level, x in rows
        if who in known
    ]
    places: dict[str, list[tuple[float, float]]] = {}
    for symbol in symbols:
        places.setdefault(symbol["id"], []).append((symbol["x"], symbol["y"]))
    return {"people": symbols, "unions": [_placed(u, places) for u in network.unions]}


def _placed(union: Union, places: dict[str, list[tuple[float, float]]]) -> dict[str, Any]:
    """Between the two nearest symbols of the partners; below a parent alone."""
    first, *rest = (places.get(who, [(0.0, 0.0)]) for who in union.partners or union.children[:1])
    pairs = [(a, b) for a in first for b in (rest[0] if rest else first)]
    a, b = min(pairs, key=lambda pair: (abs(pair[0][1] - pair[1][1]), abs(pair[0][0] - pair[1][0])))
    is_flat = len(union.partners) == 2 and a[1] == b[1] and abs(a[0] - b[0]) < 1.5 * PITCH
    y = max(a[1], b[1]) + (0 if is_flat else ROW / 2)
    if not union.partners:
        y = a[1] - ROW / 2
    return {
        "x": (a[0] + b[0]) / 2,
        "y": y,
        "partners": list(union.partners),
        "children": list(union.children),
    }
