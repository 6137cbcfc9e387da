"""Draws a family with Graphviz dot, as well as we can make it, in the JSON that `count.py` reads.

dot gets every advantage we know: people of the size of our symbols, a point for every union, rows
told to it or left to it, partners tied closer, more rounds of its crossing minimisation, several
orders of the input (its result depends on that). Of every drawing it makes we read the unions in
three ways, and the fewest crossings + people passed over count:

- as dot put them, half a row below the couple;
- in the middle between the partners, half a row below;
- on the row where the partners stand side by side, otherwise as dot put them.

Its time is that of the quickest variant alone, without the drawing of splines.
"""

import resource
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from bench.count import Counts, count
from tests.families.network import Network, Union

ROW, DEEP = 190.0, 95.0
NODE = 44 / 72  # inches
NODESEP = 70 / 72  # from side to side; the symbols are 114 apart

Drawing = dict[str, Any]
Places = Mapping[str, tuple[float, float]]


@dataclass(frozen=True)
class Variant:
    """`rows` tells dot who stands on one row; otherwise only partners are tied to one row."""

    name: str
    rows: bool = False
    weight: int = 1
    rounds: float = 1.0
    shuffle: int = 0


VARIANTS = (
    Variant("plain"),
    Variant("heavy", weight=8, rounds=4.0),
    Variant("rows", rows=True, rounds=4.0),
    *(Variant(f"plain {n}", shuffle=n, rounds=4.0) for n in range(1, 5)),
    *(Variant(f"heavy {n}", weight=8, shuffle=n, rounds=4.0) for n in range(1, 5)),
    *(Variant(f"rows {n}", rows=True, shuffle=n, rounds=4.0) for n in range(1, 5)),
)
FEW = VARIANTS[:3]


@dataclass(frozen=True)
class Drawn:
    """The best of the variants that dot finished, and the CPU milliseconds of its quickest."""

    counts: Counts
    drawing: Drawing
    variant: str
    milliseconds: float
    finished: int


def is_installed() -> bool:
    return shutil.which("dot") is not None


def version() -> str:
    done = subprocess.run(["dot", "-V"], capture_output=True, text=True, check=True)
    return done.stderr.strip()


def draw(
    network: Network, variants: Iterable[Variant] = VARIANTS, timeout: float = 60
) -> Drawn | None:
    """None when dot finished no variant within `timeout` seconds each."""
    drawn: list[Drawn] = []
    for variant in variants:
        places, milliseconds = _run(_source(network, variant), timeout)
        if places is not None:
            drawn += [
                Drawn(
                    count(drawing, network.ids), drawing, f"{variant.name}, {how}", milliseconds, 0
                )
                for how, drawing in _readings(network, places)
            ]
    if not drawn:
        return None
    best = min(drawn, key=_badness)
    quickest = min(each.milliseconds for each in drawn)
    return replace(best, milliseconds=quickest, finished=len(drawn) // 3)


def _badness(drawn: Drawn) -> tuple[int, int, int]:
    counts = drawn.counts
    return counts.missing, counts.upside_down + counts.split_unions, counts.faults


# --- The input ------------------------------------------------------------------------------------


def _source(network: Network, variant: Variant) -> str:
    network = _shuffled(network, variant.shuffle)
    lines = [
        "digraph { splines=false; newrank=true;",
        f"nodesep={NODESEP:.4f}; ranksep=0.6; mclimit={variant.rounds};",
        f'node [shape=box, fixedsize=true, width={NODE:.4f}, height={NODE:.4f}, label=""];',
        f"edge [dir=none, weight={variant.weight}];",
        *(f'"p{who}";' for who in network.ids),
    ]
    for union in network.unions:
        lines += _union(union, variant)
    if variant.rows:
        lines += _rows(network)
    return "\n".join([*lines, "}"])


def _shuffled(network: Network, seed: int) -> Network:
    if not seed:
        return network
    dice = Random(seed)  # noqa: S311 (the same orders every time)
    people, unions = list(network.people), list(network.unions)
    dice.shuffle(people)
    dice.shuffle(unions)
    return Network(tuple(people), tuple(unions))


def _union(union: Union, variant: Variant) -> Iterator[str]:
    yield f'"u{union.id}" [shape=point, width=0.01, height=0.01];'
    yield from (f'"p{who}" -> "u{union.id}";' for who in union.partners)
    yield from (f'"u{union.id}" -> "p{who}" [weight=1];' for who in union.children)
    if len(union.partners) == 2 and not variant.rows:
        yield "{rank=same; " + "; ".join(f'"p{who}"' for who in union.partners) + "}"


def _rows(network: Network) -> Iterator[str]:
    """Everybody of a generation on one row, where the family allows that."""
    rows: dict[int, list[str]] = {}
    for who, row in generations(network).items():
        rows.setdefault(row, []).append(who)
    for people in rows.values():
        yield "{rank=same; " + "; ".join(f'"p{who}"' for who in people) + "}"


def generations(network: Network) -> dict[str, int]:
    """The length of the longest line of descent above everybody and their partners.

    Partners whose rows cannot agree (a marriage with a descendant of a partner) stay apart.
    """
    couples = [union.partners for union in network.unions if len(union.partners) == 2]
    leader = _joined({who: who for who in network.ids}, couples)
    if _depths(network, leader) is None:
        leader = {who: who for who in network.ids}
        for couple in couples:
            joined = _joined(leader, [couple])
            leader = leader if _depths(network, joined) is None else joined
    depths = _depths(network, leader)
    assert depths is not None, "somebody is their own ancestor"
    return {who: depths[leader[who]] for who in network.ids}


def _joined(leader: Mapping[str, str], couples: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """For everybody the first of all they are tied to by bonds."""
    groups: dict[str, list[str]] = {}
    for who, first in leader.items():
        groups.setdefault(first, []).append(who)
    joined = dict(leader)
    for a, b in couples:
        keep, give = joined[a], joined[b]
        if keep != give:
            for who in groups[give]:
                joined[who] = keep
            groups[keep] += groups.pop(give)
    return joined


def _depths(network: Network, leader: Mapping[str, str]) -> dict[str, int] | None:
    below: dict[str, list[str]] = {}
    waits: dict[str, int] = {leader[who]: 0 for who in network.ids}
    for union in network.unions:
        for partner in {leader[p] for p in union.partners}:
            for child in union.children:
                below.setdefault(partner, []).append(leader[child])
                waits[leader[child]] += 1
    depth = {who: 0 for who, number in waits.items() if not number}
    ready = list(depth)
    while ready:
        who = ready.pop()
        for child in below.get(who, ()):
            depth[child] = max(depth.get(child, 0), depth[who] + 1)
            waits[child] -= 1
            if not waits[child]:
                ready.append(child)
    return depth if all(not number for number in waits.values()) else None


# --- The output -----------------------------------------------------------------------------------


def _run(source: str, timeout: float) -> tuple[Places | None, float]:
    """Where dot put everything, in points, y downwards; and its CPU milliseconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        done = subprocess.run(
            ["dot", "-Tplain", "-y"],
            input=source,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None, 0.0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return _on_rows(dict(_places(done.stdout))), spent * 1000


def _on_rows(places: Places) -> Places:
    """The ranks of dot half a row apart."""
    heights = {y: i * DEEP for i, y in enumerate(sorted({y for _, y in places.values()}))}
    return {node: (x, heights[y]) for node, (x, y) in places.items()}


def _places(plain: str) -> Iterator[tuple[str, tuple[float, float]]]:
    for line in plain.splitlines():
        words = line.split()
        if words and words[0] == "node":
            yield words[1].strip('"'), (float(words[2]) * 72, float(words[3]) * 72)


def _readings(network: Network, places: Places) -> Iterator[tuple[str, Drawing]]:
    people = _people(network, places)
    for how in ("between", "in the middle", "flat"):
        unions = [_placed(union, places, people, how) for union in network.unions]
        yield (
            how,
            {
                "people": [{"id": who, "x": x, "y": y} for who, (x, y) in people.items()],
                "unions": [union for union in unions if union],
            },
        )


def _people(network: Network, places: Places) -> dict[str, tuple[float, float]]:
    return {who: places[f"p{who}"] for who in network.ids}


def _placed(
    union: Union, places: Places, people: Mapping[str, tuple[float, float]], how: str
) -> dict[str, Any]:
    x, y = places[f"u{union.id}"]
    across = sorted(people[who] for who in union.partners)
    if across:
        x = min(max(x, across[0][0]), across[-1][0])
    if len(across) == 2 and how == "in the middle":
        x = (across[0][0] + across[1][0]) / 2
    if len(across) == 2 and how == "flat" and across[0][1] == across[1][1]:
        row = sorted(p for p in people.values() if p[1] == across[0][1])
        if abs(row.index(across[0]) - row.index(across[1])) == 1:
            x, y = (across[0][0] + across[1][0]) / 2, across[0][1]
    return {"x": x, "y": y, "partners": list(union.partners), "children": list(union.children)}
