"""In which order a family is told: from the oldest generation down, one family after another.

Levels come from a walk over the lines: partners level, children one below. Where lines disagree
(a marriage between generations) the first line that is met counts; the drawing's own rows are a
pass of the layout, and words need no more than an order.
"""

from collections import deque
from dataclasses import dataclass

from samenspel.family.facts import Id
from samenspel.family.family import Family, Union


@dataclass(frozen=True)
class Level:
    """Which connected family somebody is in, and the generation in it, 0 for the oldest."""

    family: int
    generation: int


def levels_of(family: Family) -> dict[Id, Level]:
    """Families in the order of whom the question begins with, then as first said."""
    starts = sorted(family.people, key=lambda person: not person.is_index)
    near = _neighbours(family)
    found: dict[Id, Level] = {}
    count = 0
    for person in starts:
        if person.id not in found:
            heights = _walk(person.id, near)
            top = min(heights.values())
            found |= {who: Level(count, height - top) for who, height in heights.items()}
            count += 1
    return found


def _neighbours(family: Family) -> dict[Id, list[tuple[Id, int]]]:
    near: dict[Id, list[tuple[Id, int]]] = {person.id: [] for person in family.people}
    for union in family.unions:
        heights = [(who, 0) for who in union.partners] + [(child.id, 1) for child in union.children]
        for who, height in heights[1:]:
            hub, hub_height = heights[0]
            near[hub].append((who, height - hub_height))
            near[who].append((hub, hub_height - height))
    return near


def _walk(start: Id, near: dict[Id, list[tuple[Id, int]]]) -> dict[Id, int]:
    heights = {start: 0}
    queue = deque([start])
    while queue:
        who = queue.popleft()
        for other, step in near[who]:
            if other not in heights:
                heights[other] = heights[who] + step
                queue.append(other)
    return heights


def unions_in_order(family: Family, levels: dict[Id, Level]) -> list[Union]:
    def place(union: Union) -> tuple[int, int]:
        if union.partners:
            level = levels[union.partners[0]]
            return level.family, level.generation
        if union.children:
            level = levels[union.children[0].id]
            return level.family, level.generation - 1
        return len(levels), 0

    return sorted(family.unions, key=place)
