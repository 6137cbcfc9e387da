"""What a good order of the layers is: the wishes, level by level, and how an order is judged.

Every wish is about the order of nodes within layers, so that an exact method and a heuristic
minimise the same. A level counts before all levels after it.
"""

from bisect import bisect_right, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from samenspel.drawing.layout.kinship import Kinship
from samenspel.drawing.layout.layers import Layers, Node
from samenspel.drawing.placement import Id

Order = list[list[Node]]  # the layers of a drawing, each from left to right
Cost = tuple[int, int, int, int, int, int]
LEVELS = ("crossings", "apart", "siblings", "homes", "moved", "between")


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
        in_row: dict[int, list[Id]] = {}
        for person in placed:
            in_row.setdefault(row[number[person]], []).append(person)
        stood = (pair for people in in_row.values() for pair in combinations(people, 2))
        stay = stood if placed else iter(kinship.listed)
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
    between = [abs(place[a] - place[b]) - 1 for a, b in wishes.together]
    apart = sum(count > 0 for count in between)
    siblings = sum(place[a] > place[b] for a, b in wishes.before)
    homes = sum(_strangers(home, place) for home in wishes.homes)
    moved = sum(place[a] > place[b] for a, b in wishes.stay)
    return crossings, apart, siblings, homes, moved, sum(between)


def _strangers(home: Sequence[Node], place: Mapping[Node, int]) -> int:
    """People who stand between two people of one house, counted once for every pair."""
    taken = sorted(place[node] for node in home)
    gaps = [b - a - 1 for a, b in pairwise(taken)]
    count = len(taken)
    return sum(gap * (i + 1) * (count - i - 1) for i, gap in enumerate(gaps))


def _crossings(layers: Layers, order: Order, place: Mapping[Node, int], layer: int) -> int:
    """Crossings of the lines between a layer and the next."""
    count = 0
    ends: list[int] = []
    for _, below in _bundles(layers, order, place, layer):
        count += sum(len(ends) - bisect_right(ends, end) for end in below)
        for end in below:
            insort(ends, end)
    return count


def _bundles(
    layers: Layers, order: Order, place: Mapping[Node, int], layer: int
) -> list[tuple[float, list[int]]]:
    """The lines by where they begin, from left to right.

    Those of a couple aside are one line from between the partners, or none without a child.
    """
    bundles: dict[float, list[int]] = {}
    for a in order[layer]:
        for b in layers.below[a]:
            at = float(place[a])
            if is_aside(layers, place, b):
                at = max(place[partner] for partner in layers.partners[b]) - 0.5
                if not layers.below[b] or a != layers.partners[b][0]:
                    continue
            bundles.setdefault(at, []).append(place[b])
    return sorted(bundles.items())


def may_be_aside(layers: Layers, union: Node) -> bool:
    """Only a couple with at most one child gains by having its line on the row."""
    partners = layers.partners.get(union, ())
    return (
        len(partners) == 2
        and len(layers.below[union]) < 2
        and all(layers.is_person(partner) for partner in partners)
    )


def is_aside(layers: Layers, place: Mapping[Node, int], union: Node) -> bool:
    """A couple that stands side by side and has its line on the row, where nothing crosses it.

    Its one child's line goes down from there, through whatever line passes below the couple.
    """
    if not may_be_aside(layers, union):
        return False
    left, right = layers.partners[union]
    return abs(place[left] - place[right]) == 1
