"""Between two rows an outline may become narrower or wider: at what height, so that no two outlines
share a stretch of edge.

Where one becomes narrower and another wider below it, the wider one begins lower.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from samenspel.drawing.genogram.house_shapes import APART, Stretch
from samenspel.drawing.placement import Id

FROM_LABELS = 8.0  # from what is lowest in a row to such an edge
TO_BARS = 4.0  # more than bars keep from labels


@dataclass(frozen=True)
class Steps:
    """Heights from the centre of a row, for outlines that become narrower and wider below it."""

    narrower: float
    wider: float

    @property
    def below(self) -> float:
        return self.wider + TO_BARS


@dataclass(frozen=True)
class _Edge:
    """A level stretch of the outline of a home in the band below a row."""

    home: Id
    row: int
    left: float
    right: float
    is_wider: bool

    def meets(self, other: "_Edge") -> bool:
        if self.home == other.home or self.is_wider == other.is_wider:
            return False
        return self.left < other.right + APART and other.left < self.right + APART


def steps_of(
    shapes: Mapping[Id, Sequence[Stretch]],
    below: Mapping[int, float],
    ends: Mapping[int, float],
) -> dict[int, Steps]:
    """For each row below which some outline changes; `ends` is where others end."""
    found: dict[int, list[_Edge]] = {}
    for home, shape in shapes.items():
        for edge in _edges(home, shape):
            found.setdefault(edge.row, []).append(edge)
    return {row: _steps(edges, below[row], ends.get(row)) for row, edges in found.items()}


def _steps(edges: Sequence[_Edge], below: float, end: float | None) -> Steps:
    first = below + FROM_LABELS
    if end is not None:
        first = max(first, end + APART)
    meet = any(a.meets(b) for a, b in combinations(edges, 2))
    return Steps(first, first + APART if meet else first)


def _edges(home: Id, shape: Sequence[Stretch]) -> Iterator[_Edge]:
    for upper, lower in pairwise(shape):
        for a, b, is_wider in (
            (upper.left, lower.left, lower.left < upper.left),
            (upper.right, lower.right, lower.right > upper.right),
        ):
            if a != b:
                yield _Edge(home, upper.row, min(a, b), max(a, b), is_wider)
