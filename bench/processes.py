"""CPU time of a process and of all that it started, from Linux's own files."""

import os
from collections.abc import Iterator
from pathlib import Path


def cpu_of_tree(root: int) -> float:
    """Seconds of processor, of the processes that are there now."""
    ticks = os.sysconf("SC_CLK_TCK")
    parents: dict[int, int] = {}
    used: dict[int, float] = {}
    for process, fields in _processes():
        parents[process] = int(fields[1])
        used[process] = (int(fields[11]) + int(fields[12])) / ticks
    return sum(cpu for process, cpu in used.items() if _is_of(process, root, parents))


def _processes() -> Iterator[tuple[int, list[str]]]:
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            yield int(stat.parent.name), stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue


def _is_of(process: int, root: int, parents: dict[int, int]) -> bool:
    while process != root and process in parents:
        process = parents[process]
    return process == root
