"""What a good order of the layers is: the wishes, level by level, and how an order is judged.

Every wish is about the order of nodes within layers, so that an exact method and a heuristic
minimise the same. A level counts before all levels after it.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from samenspel.drawing.kinship import Kinship
from samenspel.drawing.layers import Layers, Node
from samenspel.drawing.placement import Id

Order = list[list[Node]]  # the layers of a drawing, each from left to right
Cost = tuple[int, int, int, int, int]
LEVELS = ("crossings", "apart", "siblings", "homes", "moved")


@dataclass(frozen=True)
class Wishes:
    """`together`: pairs nobody should stand between (partners, twins; of a split union the bend
    of the line that comes from another row). `before`: pairs of
    siblings, elder first. `homes`: per row the people of one house. `stay`: pairs as they stood,
    or as they were told. `fixed`: pairs of pinned people, left to right."""

    together: tuple[tuple[Node, Node], ...]
    before: tuple[tuple[Node, Node], ...]
    homes: tuple[tuple[Node, ...], ...]
    stay: tuple[tuple[Node, Node], ...]
    fixed: tuple[tuple[Node, Node], ...] = ()
    strict: bool = False

    @classmethod
    def of(
        cls,
        kinship: Kinship,
        layers: Layers,
        previous: Mapping[Id, float] | None = None,
        *,
        pinned: frozenset[Id] = frozenset(),
        strict: bool = False,
    ) -> "Wishes":
        number = {person: i for i, person in enumerate(kinship.people)}
        row, before = layers.layer, previous or {}

        def same_row(pairs: Iterator[tuple[Id, Id]]) -> tuple[tuple[Node, Node], ...]:
            nodes = ((number[a], number[b]) for a, b in pairs)
            return tuple(dict.fromkeys(p for p in nodes if row[p[0]] == row[p[1]]))

        twins = (pair for group in kinship.twins for pair in combinations(group, 2))
        couples = (nodes for nodes in layers.partners.values() if len(nodes) == 2)
        placed = sorted((p for p in kinship.people if p in before), key=lambda p: before[p])
        stay = combinations(placed, 2) if placed else iter(kinship.listed)
        pins = combinations([person for person in placed if person in pinned], 2)
        return cls(
            together=(*((a, b) for a, b in couples), *same_row(twins)),
            before=same_row(iter(sorted(kinship.elder))),
            homes=tuple(_by_row(kinship, layers, number)),
            stay=same_row(stay),
            fixed=same_row(pins),
            strict=strict,
        )


def _by_row(
    kinship: Kinship, layers: Layers, number: Mapping[Id, Node]
) -> Iterator[tuple[Node, ...]]:
    for home in kinship.homes:
        rows: dict[int, list[Node]] = {}
        for person in home:
            rows.setdefault(layers.layer[number[person]], []).append(number[person])
        yield from (tuple(nodes) for nodes in rows.values() if len(nodes) > 1)


def cost_of(layers: Layers, wishes: Wishes, order: Order) -> Cost:
    place = {node: i for nodes in order for i, node in enumerate(nodes)}
    crossings = sum(_crossings(layers, order, place, k) for k in range(len(order) - 1))
    apart = sum(abs(place[a] - place[b]) - 1 for a, b in wishes.together)
    siblings = sum(place[a] > place[b] for a, b in wishes.before)
    homes = sum(_strangers(home, place) for home in wishes.homes)
    moved = sum(place[a] > place[b] for a, b in wishes.stay)
    return crossings, apart, siblings, homes, moved


def _strangers(home: Sequence[Node], place: Mapping[Node, int]) -> int:
    """People who stand between two people of one house, counted once for every pair."""
    taken = sorted(place[node] for node in home)
    gaps = [b - a - 1 for a, b in pairwise(taken)]
    count = len(taken)
    return sum(gap * (i + 1) * (count - i - 1) for i, gap in enumerate(gaps))


def _crossings(layers: Layers, order: Order, place: Mapping[Node, int], layer: int) -> int:
    """Crossings of the lines between a layer and the next, those of flat childless couples out."""
    ends: list[int] = []
    count = 0
    for a in order[layer]:
        below = sorted(place[b] for b in layers.below[a] if not is_aside(layers, place, b))
        count += sum(len(ends) - _right_of(ends, end) for end in below)
        for end in below:
            insort(ends, end)
    return count


def _right_of(ends: list[int], end: int) -> int:
    low = bisect_left(ends, end)
    while low < len(ends) and ends[low] == end:
        low += 1
    return low


def is_aside(layers: Layers, place: Mapping[Node, int], node: Node) -> bool:
    """A couple without children who stand side by side: its line crosses nothing."""
    if node not in layers.partners or layers.below[node]:
        return False
    partners = layers.partners[node]
    return (
        len(partners) == 2
        and all(layers.is_person(p) for p in partners)
        and abs(place[partners[0]] - place[partners[1]]) == 1
    )
