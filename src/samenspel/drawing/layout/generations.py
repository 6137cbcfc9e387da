"""First pass: which row everybody stands in.

Partners share a row and a child stands below its parents. A walk over all lines gives rows when
every line agrees. Where they do not (a marriage between generations), the rows are those with the
shortest lines, found as a linear program whose corners are whole numbers; and where they cannot
(somebody's partner is also an ancestor), the fewest unions are split, found as the smallest set
of unions that hits every contradiction.
"""

from collections import deque
from collections.abc import Sequence
from itertools import pairwise

from pysat.examples.hitman import Hitman

from samenspel.drawing.layout.kinship import Kinship
from samenspel.drawing.layout.program import INFINITY, Program
from samenspel.drawing.placement import Id

Rows = dict[Id, int]
SPLIT = 20.0  # a row between two partners weighs as much as twenty rows to children
Line = tuple[int, int, int, int]  # from, to, the least difference in rows, union (-1: a child)


def rows_of(kinship: Kinship) -> tuple[Rows, frozenset[Id]]:
    """Rows from the top, 0 first, for one connected family; and the unions that were split.

    Who has no line to anybody stands in the lowest row of their house.
    """
    rows, split = _walk(kinship), frozenset[Id]()
    if not _agree(kinship, rows):
        split = _fewest_splits(kinship)
        rows = _shortest(kinship, split)
    for guest, mates in kinship.guests().items():
        rows[guest] = max(rows[mate] for mate in mates)
    return _from_top(rows), split


def _from_top(rows: Rows) -> Rows:
    top = min(rows.values(), default=0)
    return {person: row - top for person, row in rows.items()}


def _walk(kinship: Kinship) -> Rows:
    """Rows by walking from the first person: partner the same, child one lower, parent higher."""
    near: dict[Id, list[tuple[Id, int]]] = {person: [] for person in kinship.people}
    for union in kinship.unions:
        heights = [(p, 0) for p in union.partners] + [(c, 1) for c in union.children]
        hub, hub_row = heights[0]
        for other, row in heights[1:]:
            near[hub].append((other, row - hub_row))
            near[other].append((hub, hub_row - row))
    rows: Rows = {}
    for start in kinship.people:
        if start in rows:
            continue
        rows[start] = 0
        queue = deque([start])
        while queue:
            person = queue.popleft()
            for other, step in near[person]:
                if other not in rows:
                    rows[other] = rows[person] + step
                    queue.append(other)
    return rows


def _agree(kinship: Kinship, rows: Rows) -> bool:
    return all(
        len({*(rows[p] for p in u.partners), *(rows[c] - 1 for c in u.children)}) == 1
        for u in kinship.unions
    )


def _lines(kinship: Kinship) -> list[Line]:
    number = {person: i for i, person in enumerate(kinship.people)}
    lines: list[Line] = []
    for index, union in enumerate(kinship.unions):
        for a, b in pairwise(union.partners):
            lines.append((number[a], number[b], 0, index))
            lines.append((number[b], number[a], 0, index))
        lines += [(number[p], number[c], 1, -1) for p in union.partners for c in union.children]
    return lines


def _fewest_splits(kinship: Kinship) -> frozenset[Id]:
    """The fewest unions to split so that everybody can stand below their parents."""
    lines = _lines(kinship)
    split: set[int] = set()
    with Hitman(htype="sorted") as chooser:
        while conflict := _contradiction(len(kinship.people), lines, split):
            chooser.hit(sorted(conflict))
            split = set(chooser.get())
    return frozenset(kinship.unions[index].id for index in split)


def _contradiction(count: int, lines: Sequence[Line], split: set[int]) -> set[int]:
    """Unions of a circle of lines that goes down only; empty when there is none."""
    kept = [line for line in lines if line[3] not in split]
    rows, came = [0] * count, [-1] * count
    for _ in range(count + 1):
        last = -1
        for index, (a, b, step, _union) in enumerate(kept):
            if rows[a] + step > rows[b]:
                rows[b] = rows[a] + step
                came[b] = index
                last = b
        if last < 0:
            return set()
    for _ in range(count):
        last = kept[came[last]][0]
    circle, at = [came[last]], kept[came[last]][0]
    while at != last:
        circle.append(came[at])
        at = kept[came[at]][0]
    found = {kept[index][3] for index in circle} - {-1}
    assert found, "somebody is their own ancestor"
    return found


def _shortest(kinship: Kinship, split: frozenset[Id]) -> Rows:
    """Rows with the least total length of lines. The corners of this program are whole numbers."""
    program = Program()
    people = {person: program.column(floor=0.0) for person in kinship.people}
    for union in kinship.unions:
        own = program.column()
        for partner in union.partners:
            stays = INFINITY if union.id in split else 0.0
            program.row([(own, 1.0), (people[partner], -1.0)], low=0.0, high=stays)
            program.pull(people[partner], own, SPLIT)
        for child in union.children:
            program.row([(people[child], 1.0), (own, -1.0)], low=1.0)
            program.pull(own, people[child], 1.0)
    values = program.solve()
    return {person: round(values[column]) for person, column in people.items()}
