"""What a plan of lines consists of: lines are lists of turns, on bars and beside rows.

The height of a turn is that of a row (with so much above or below its symbols) or that of a bar
in the band below a row; both get a number only when the rows have their distance.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from samenspel.drawing.genogram.channels import Net
from samenspel.drawing.genogram.couples import Bond
from samenspel.drawing.placement import Id
from samenspel.drawing.signs.bonds import BESIDE, RAILS
from samenspel.family.words import Parentage, Twinship

ROW_SPAN = 1000.0  # heights of rows while the real ones are not known


@dataclass
class Bar:
    """A horizontal line in the band below row `band`; `track` counts from the top of the band.

    `note` is room for words above it; for `name` and `hangs_from` see `Net`.
    """

    band: int
    tops: list[float] = field(default_factory=list)
    bottoms: list[float] = field(default_factory=list)
    note: float = 0.0
    name: str = ""
    hangs_from: str = ""
    track: int = 0
    y: float = 0.0

    @property
    def net(self) -> Net:
        return Net(tuple(self.tops), tuple(self.bottoms), self.name, self.hangs_from)


@dataclass(frozen=True)
class Level:
    """So far below (or above) the centre of the symbols of a row."""

    row: int
    below: float = 0.0


Turn = tuple[float, Level | Bar]


@dataclass(frozen=True)
class Line:
    """`kind`: bond (flat or bracket), stem, bar, drop, twin (to one of them) or twins (their sign,
    between the lines from a point to two feet)."""

    kind: str
    union: Id
    ids: tuple[Id, ...]
    turns: tuple[Turn, ...]
    parentage: Parentage = Parentage.BIRTH
    twinship: Twinship = Twinship.UNKNOWN

    @property
    def strands(self) -> tuple[float, ...]:
        """How far beside its way something is drawn: an adoption has a second line, and kin have
        two between them."""
        if self.kind == "drop" and self.parentage is Parentage.ADOPTED:
            return 0.0, BESIDE
        return (-RAILS, RAILS) if self.kind == "bond" else (0.0,)


@dataclass(frozen=True)
class Plan:
    lines: tuple[Line, ...]
    bars: tuple[Bar, ...]
    bonds: tuple[Bond, ...]
    sibling_bars: Mapping[Id, Bar]
    flat: frozenset[Id]

    def verticals(self) -> Iterator[tuple[int, float, float, float]]:
        """Row, x, and from where to where (from the row's centre) of each vertical piece."""
        for line in self.lines:
            for (x, start), (other, end) in pairwise(line.turns):
                for beside in line.strands if x == other else ():
                    yield from _by_row(x + beside, *sorted((_height(start), _height(end))))

    @cached_property
    def _by_union(self) -> dict[Id, list[Line]]:
        found: dict[Id, list[Line]] = {}
        for line in self.lines:
            found.setdefault(line.union, []).append(line)
        return found

    def lines_of(self, union: Id) -> list[Line]:
        return self._by_union.get(union, [])

    def flat_bonds(self) -> Iterator[tuple[int, float, float]]:
        """Row and ends of the straight lines between partners."""
        for line in self.lines:
            if line.kind == "bond" and len(line.turns) == 2:
                (left, level), (right, _) = line.turns
                assert isinstance(level, Level)
                yield level.row, left, right

    def leaves_below(self) -> Iterator[Id]:
        """People from below whom a line leaves."""
        for bond in self.bonds:
            if bond.id not in self.flat:
                yield from bond.partners

    def slants(self) -> Iterator[tuple[int, float, float]]:
        """Row and reach of the lines to twins."""
        for line in self.lines:
            if line.kind == "twin":
                (x, _), (end, level) = line.turns
                assert isinstance(level, Level)
                yield level.row, min(x, end), max(x, end)


def _height(level: Level | Bar) -> float:
    if isinstance(level, Bar):
        return (level.band + 0.5) * ROW_SPAN
    return level.row * ROW_SPAN + level.below


def _by_row(x: float, top: float, bottom: float) -> Iterator[tuple[int, float, float, float]]:
    half = ROW_SPAN / 2
    for row in range(round((top + 1) / ROW_SPAN), round((bottom - 1) / ROW_SPAN) + 1):
        centre = row * ROW_SPAN
        yield row, x, max(top - centre, -half), min(bottom - centre, half)
