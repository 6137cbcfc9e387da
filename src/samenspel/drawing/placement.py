"""Where everybody stands: what the layout gives, and what the drawing and the JSON are made from.

Coordinates are in the units of the drawing (symbol 44, siblings at least 114 apart, rows 190
apart); y grows downwards. A straight segment goes from each partner to the union, and from the
union to each child; crossings are counted on those.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

Id = str

PITCH = 114.0
PARTNERS = 226.0
ROW = 190.0
DEEP = ROW / 2  # how far below its partners a union may lie
NEAR = PITCH / 4  # a partner line this near to a symbol's centre passes over that person


@dataclass(frozen=True)
class Spot:
    """A person's place. `row` counts generations from the top, 0 first."""

    x: float
    y: float
    row: int


@dataclass(frozen=True)
class PlacedUnion:
    """Where the lines of a union meet.

    `is_flat`: it lies on the row of its partners, who stand side by side. Otherwise its line runs
    below the people who stand between.
    """

    id: Id
    x: float
    y: float
    partners: tuple[Id, ...]
    children: tuple[Id, ...]
    is_flat: bool = True


@dataclass(frozen=True)
class Quality:
    """How good the drawing is. `bound` is about crossings + passed_over, `proven` when they meet.

    `moved` counts people whose order in their row changed since the previous drawing.
    """

    split_unions: int = 0
    crossings: int = 0
    passed_over: int = 0
    siblings_out_of_order: int = 0
    outside_household: int = 0
    moved: int = 0
    width: float = 0.0
    bound: int = 0
    proven: bool = True


@dataclass(frozen=True)
class Placement:
    people: Mapping[Id, Spot]
    unions: tuple[PlacedUnion, ...]
    quality: Quality = field(default_factory=Quality)
    milliseconds: float = 0.0

    def with_rows_at(self, tops: Mapping[int, float]) -> "Placement":
        """The same with other heights: `tops` gives the y of every row's symbols."""
        people = {who: replace(spot, y=tops[spot.row]) for who, spot in self.people.items()}
        unions = tuple(replace(union, y=self._height(union, tops)) for union in self.unions)
        return replace(self, people=people, unions=unions)

    def _height(self, union: PlacedUnion, tops: Mapping[int, float]) -> float:
        row = self.row_of(union)
        if not union.partners:
            return tops[row + 1] - DEEP
        if union.is_flat:
            return tops[row]
        below = [top for other, top in tops.items() if other > row]
        return tops[row] + (min(below) - tops[row]) / 2 if below else tops[row] + DEEP

    def row_of(self, union: PlacedUnion) -> int:
        """The row of the lowest partner; above its children when it has no partner."""
        if union.partners:
            return max(self.people[partner].row for partner in union.partners)
        return min(self.people[child].row for child in union.children) - 1
