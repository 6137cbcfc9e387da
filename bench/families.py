"""How good and how fast families are drawn: ours beside Graphviz dot and kinship2, in one run.

    python -m bench families            every row; some minutes
    python -m bench families --quick    a few small families, in seconds

All are counted by `count.py` on the same shape. Times are CPU milliseconds on one thread.
"""

import json
import platform
import statistics
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench import dot, kinship2
from bench.count import Counts, count
from bench.ours import Ours, draw, draw_by_command
from tests.families.network import Network, gedcom, read
from tests.families.step import HARSH, step_family
from tests.families.tree import kin_marriages, tree, village

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "bench" / "families.json"
PAGE = ROOT / "bench" / "README.md"
MARKS = ("<!-- families: begin -->\n", "<!-- families: end -->")


@dataclass(frozen=True)
class Case:
    name: str
    text: bytes
    network: Network

    @classmethod
    def of(cls, name: str, network: Network) -> "Case":
        return cls(name, gedcom(network).encode(), network)

    @classmethod
    def file(cls, path: Path) -> "Case":
        data = path.read_bytes()
        return cls(path.stem, data, read(data.decode("utf-8-sig", errors="replace")))


@dataclass(frozen=True)
class Row:
    """A row of the table; `variants` are tried by dot, each for at most `timeout` seconds."""

    name: str
    cases: Sequence[Case]
    variants: tuple[dot.Variant, ...] = dot.VARIANTS
    timeout: float = 60


@dataclass(frozen=True)
class Measured:
    case: Case
    ours: Ours
    counts: Counts
    dot: dot.Drawn | None
    kinship2: Counts | None


FAULTS = ("twice", "missing", "split_unions", "upside_down", "crossings", "passed_over")


# --- The rows -------------------------------------------------------------------------------------


def rows(quick: bool) -> Iterator[Row]:
    seeds = range(1, 201, 40 if quick else 1)
    step = [Case.of(f"step {seed}", step_family(seed)) for seed in seeds]
    harsh = [Case.of(f"harsh {seed}", step_family(seed, kin=HARSH)) for seed in seeds]
    yield Row("step-families to 60", up_to(60, step))
    yield Row("step-families to 80", step)
    yield Row("harsh, 35 % kin, to 60", up_to(60, harsh))
    yield Row("harsh, 35 % kin, to 80", harsh)
    files = list(shared_families())
    if files:
        yield Row("files to 80", up_to(80, files))
    if not quick:
        yield from large_rows(files)


def large_rows(files: Iterable[Case]) -> Iterator[Row]:
    sizes = range(300, 401, 10)
    yield Row("tree-like, 300–400", [Case.of(f"tree {n}", tree(n, n)) for n in sizes])
    sizes = range(250, 501, 25)
    yield Row("kin marriages, 250–500", [Case.of(f"kin {n}", kin_marriages(n, n)) for n in sizes])
    for case in files:
        if case.name in ("house-of-habsburg", "norse-gods"):
            yield Row(case.name, [case])
    for size in (1_000, 2_000, 3_000):
        cases = [Case.of(f"village {size}", village(seed, size)) for seed in (1, 2, 3)]
        yield Row(f"{size:,} people", cases, dot.FEW, 120)
    for size in (5_000, 10_000, 20_000):
        cases = [Case.of(f"village {size}", village(1, size))]
        yield Row(f"{size:,} people", cases, dot.FEW[:1], 120)


def up_to(people: int, cases: Iterable[Case]) -> list[Case]:
    return [case for case in cases if len(case.network.people) <= people]


def shared_families() -> Iterator[Case]:
    """Files beside the project, when they are there."""
    for folder in ROOT.parents:
        found = folder / "shared" / "data" / "families"
        if found.is_dir():
            yield from (Case.file(path) for path in sorted(found.glob("*.ged")))
            return


# --- Measuring ------------------------------------------------------------------------------------


def measure(row: Row) -> list[Measured]:
    return [_measured(case, row) for case in row.cases]


def _measured(case: Case, row: Row) -> Measured:
    ours = draw(case.text)
    counts = count(ours.drawing, case.network.ids)
    quality = ours.quality
    told = (quality["crossings"], quality["passed_over"])
    assert told == (counts.crossings, counts.passed_over), f"{case.name}: told {told}, is {counts}"
    others = dot.draw(case.network, row.variants, row.timeout) if dot.is_installed() else None
    third = kinship2.draw(case.network, row.timeout) if kinship2.is_installed() else None
    return Measured(case, ours, counts, others, third)


def summary(row: Row, found: Sequence[Measured]) -> dict[str, Any]:
    people = [len(one.case.network.people) for one in found]
    bound = sum(one.ours.quality["bound"] for one in found)
    ours = sum(one.counts.faults for one in found)
    return {
        "families": row.name,
        "number": len(found),
        "people": [min(people), max(people)],
        "missing": sum(one.counts.missing for one in found),
        "twice": sum(one.counts.twice for one in found),
        "misplaced": sum(one.counts.misplaced for one in found),
        "split_unions": sum(one.counts.split_unions for one in found),
        "upside_down": sum(one.counts.upside_down for one in found),
        "crossings": sum(one.counts.crossings for one in found),
        "passed_over": sum(one.counts.passed_over for one in found),
        "bound": bound,
        "gap": ours - bound,
        "proven": sum(bool(one.ours.quality["proven"]) for one in found),
        "ms": spread([one.ours.milliseconds for one in found]),
        "layout_ms": spread([one.ours.layout_ms for one in found]),
        "dot": _of_dot(found),
        "kinship2": _of_kinship2(found),
    }


def _of_dot(found: Sequence[Measured]) -> dict[str, Any] | None:
    drawn = [(one, one.dot) for one in found if one.dot]
    if not drawn:
        return None
    return {
        "drawn": len(drawn),
        "split_unions": sum(other.counts.split_unions for _, other in drawn),
        "upside_down": sum(other.counts.upside_down for _, other in drawn),
        "crossings": sum(other.counts.crossings for _, other in drawn),
        "passed_over": sum(other.counts.passed_over for _, other in drawn),
        "better": sum(other.counts.faults < one.counts.faults for one, other in drawn),
        "ms": spread([other.milliseconds for _, other in drawn]),
    }


def _of_kinship2(found: Sequence[Measured]) -> dict[str, Any] | None:
    drawn = [one.kinship2 for one in found if one.kinship2]
    if not drawn:
        return None
    return {"drawn": len(drawn)} | {
        name: sum(asdict(counts)[name] for counts in drawn) for name in FAULTS
    }


def spread(values: Sequence[float]) -> dict[str, float]:
    """Median and 95th percentile: the smallest value that so many are not above."""
    ordered = sorted(values)
    at = max(0, -(-95 * len(ordered) // 100) - 1)
    return {"p50": round(statistics.median(ordered), 1), "p95": round(ordered[at], 1)}


# --- The table ------------------------------------------------------------------------------------

HEAD = (
    "families",
    "people",
    "once / missing",
    "in a wrong row",
    "crossings + passed over",
    "bound (gap)",
    "proven",
    "ms p50 / p95",
    "dot: crossings + passed over",
    "dot: ms p50 / p95",
    "kinship2",
)


def line(found: dict[str, Any]) -> tuple[str, ...]:
    low, high = found["people"]
    people = f"{low}" if low == high else f"{low}–{high}"
    other = found["dot"]
    return (
        f"{found['families']} ({found['number']})",
        people,
        f"{'all' if not found['twice'] else 'not all'} / {found['missing']}",
        str(found["split_unions"] + found["upside_down"]),
        faults(found),
        f"{found['bound']} ({found['gap']})",
        f"{found['proven']} of {found['number']}",
        f"{found['ms']['p50']} / {found['ms']['p95']}",
        faults(other) if other else absent(dot.is_installed()),
        f"{other['ms']['p50']} / {other['ms']['p95']}" if other else "–",
        _third(found["kinship2"]),
    )


def faults(found: dict[str, Any]) -> str:
    """Crossings and people passed over; of the others also what stands in a wrong row."""
    crossings, passed_over = found["crossings"], found["passed_over"]
    wrong = ""
    if "drawn" in found:
        named = {"split": found["split_unions"], "upside down": found["upside_down"]}
        wrong = "".join(f", {number} {name}" for name, number in named.items() if number)
    return f"{crossings + passed_over} ({crossings} + {passed_over}{wrong})"


def _third(found: dict[str, Any] | None) -> str:
    if found is None:
        return absent(kinship2.is_installed())
    return f"{faults(found)}, {found['twice']} twice, {found['drawn']} drawn"


def absent(is_installed: bool) -> str:
    return "not finished" if is_installed else "not installed"


def head() -> str:
    return "| " + " | ".join(HEAD) + " |\n|" + " --- |" * len(HEAD) + "\n"


def as_line(found: dict[str, Any]) -> str:
    return "| " + " | ".join(line(found)) + " |\n"


def same_by_command(cases: Iterable[Case]) -> bool:
    """Whether `samenspel draw --json` gives what the package gives."""
    parts = ("people", "unions", "quality")
    return all(
        [draw_by_command(case.text)[part] for part in parts]
        == [draw(case.text).drawing[part] for part in parts]
        for case in cases
    )


def main(arguments: Sequence[str]) -> int:
    """Prints every row when it is known, for the largest take minutes."""
    quick = "--quick" in arguments
    sys.stdout.write(head())
    found = []
    for row in rows(quick):
        found.append(summary(row, measure(row)))
        sys.stdout.write(as_line(found[-1]))
        sys.stdout.flush()
    few = [Case.of(f"step {seed}", step_family(seed)) for seed in (1, 3, 5)]
    same = same_by_command(few)
    sys.stdout.write(f"\nThe command draws the same as the package: {'yes' if same else 'no'}.\n")
    if not quick:
        results = {
            "python": platform.python_version(),
            "dot": dot.version() if dot.is_installed() else "not installed",
            "same_by_command": same,
            "rows": found,
        }
        RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n")
        PAGE.write_text(_quoted(PAGE.read_text(), results))
    return 0


def _quoted(page: str, results: dict[str, Any]) -> str:
    """The page with the table of this run between its marks."""
    before, _, rest = page.partition(MARKS[0])
    _, _, after = rest.partition(MARKS[1])
    lines = "".join(as_line(found) for found in results["rows"])
    made_with = f"Python {results['python']}, {results['dot']}."
    return f"{before}{MARKS[0]}{head()}{lines}\n{made_with}\n{MARKS[1]}{after}"
