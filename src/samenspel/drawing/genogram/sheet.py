"""The sheet of paper of a genogram: everything that has a place on it, first come, first served."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from samenspel.drawing.genogram import drawn
from samenspel.drawing.genogram.bands import heights
from samenspel.drawing.genogram.couples import bonds_of
from samenspel.drawing.genogram.edges import edge_beside
from samenspel.drawing.genogram.house_shapes import outline_boxes
from samenspel.drawing.genogram.labels import Wording, label_of
from samenspel.drawing.genogram.notes import box_of
from samenspel.drawing.genogram.outlines import LINE, Outline, arrange
from samenspel.drawing.genogram.routing import TWINS, plan
from samenspel.drawing.genogram.space import Box, Space
from samenspel.drawing.genogram.tie_routes import take_way
from samenspel.drawing.placement import ROW, Id, Placement
from samenspel.drawing.scene import Place, Text
from samenspel.drawing.signs import edge_of, reach_of, star_box
from samenspel.family.facts import PatternFact, TieFact

MARGIN = 28.0
NARROW = 12.0  # the margin on a small screen
CLOSE = 150.0  # between rows with few words
NUMERAL = 40.0  # from what is furthest left to the numerals of the generations
HALO = 6.0  # half the band around a tie


class Sheet:
    """Lines, symbols, labels and homes have their place when it is made; the rest comes after.

    `felt` are the ties with the way each takes, `discs` the patterns with where their number is.
    """

    def __init__(self, wording: Wording, placement: Placement) -> None:
        self.wording, self.person = wording, wording.family.person
        self._reach = {who: reach_of(self.person[who]) - 1 for who in placement.people}
        bonds = bonds_of(wording.family, placement)
        self.plan = plan(wording.family, placement, bonds, self._edge, self._width)
        self.arrangement = arrange(wording, placement, self.plan, self.reach)
        self.tops = self._heights(placement)
        self.placement = placement.with_rows_at(self.tops)
        self.at = {who: (spot.x, spot.y) for who, spot in self.placement.people.items()}
        self.symbols = {who: self._symbol_box(who) for who in self.at}
        self.stars = [
            star_box(self.person[who], at)
            for who, at in self.at.items()
            if who in wording.supporters
        ]
        self.lines = list(drawn.boxes(self.plan, self.tops))
        self.outlines = [
            (one, one.places(self.tops, self.arrangement.steps))
            for one in self.arrangement.outlines
        ]
        self.written: list[Text] = []
        self.slashes: list[Box] = []
        self.ways: list[Sequence[Place]] = []
        self.felt: list[tuple[TieFact, Sequence[Place]]] = []
        self.discs: list[tuple[PatternFact, Place]] = []
        self.space = Space(chain(self.lines, self.symbols.values(), self.stars, self._sides()))
        for who, label in self.arrangement.labels.items():
            self.write(label.texts(self.at[who][1]))
        for one in self.arrangement.outlines:
            self.write(self.home_name(one))

    def write(self, texts: Iterable[Text]) -> None:
        for item in texts:
            self.written.append(item)
            self.space.take(box_of(item))

    def take_slashes(self, box: Box) -> None:
        self.slashes.append(box)
        self.space.take(box)

    def take_disc(self, at: Place, radius: float) -> None:
        x, y = at
        self.space.take((x - radius, y - radius, x + radius, y + radius))

    def take_way(self, way: Sequence[Place]) -> None:
        self.ways.append(way)
        take_way(self.space, way)

    def reach(self, who: Id) -> float:
        """From the centre of a symbol to its side."""
        return self._reach[who]

    def leave(self, who: Id, towards: Place) -> Place:
        """Where a tie towards a place begins."""
        return edge_of(self.person[who], self.at[who], towards)

    @property
    def left(self) -> float:
        return min((box[0] for box in self._boxes()), default=0.0)

    @property
    def box(self) -> Box:
        boxes = list(self._boxes()) or [(0.0, 0.0, 0.0, 0.0)]
        terse = self.wording.terse
        margin, numeral = (NARROW, 0.0) if terse else (MARGIN, NUMERAL)
        return (
            min(box[0] for box in boxes) - numeral - margin,
            min(box[1] for box in boxes) - margin,
            max(box[2] for box in boxes) + margin,
            max(box[3] for box in boxes) + margin,
        )

    def _edge(self, who: Id, beside: float) -> float:
        return edge_beside(self.person[who], beside)

    def _width(self, who: Id) -> float:
        return label_of(self.wording, who).width

    def _heights(self, placement: Placement) -> dict[int, float]:
        rows = max((spot.row for spot in placement.people.values()), default=-1) + 1
        above = dict(self.arrangement.above)
        for row, _, _ in self.plan.slants():
            above[row] = max(above[row], 22 + TWINS)
        least = CLOSE if self.wording.terse else ROW
        return heights(rows, self.arrangement.below, above, self.plan.bars, least)

    def _symbol_box(self, who: Id) -> Box:
        (x, y), r = self.at[who], self.reach(who)
        return x - r, y - r, x + r, y + r

    def _sides(self) -> Iterator[Box]:
        """The outlines of homes."""
        for _, corners in self.outlines:
            yield from outline_boxes(corners)

    def home_name(self, one: Outline) -> Iterator[Text]:
        top = self.tops[one.shape[-1].row] + one.y
        for n, line in enumerate(one.name):
            yield Text("home", one.enclosure.people, (one.x, top + LINE * n), line, "house")

    def _boxes(self) -> Iterator[Box]:
        yield from self.symbols.values()
        yield from self.lines
        yield from self._sides()
        yield from map(box_of, self.written)
        for way in self.ways:
            for x, y in way:
                yield x - HALO, y - HALO, x + HALO, y + HALO
