"""Labels and outlines of homes together: who cannot be enclosed is told where by the label.

Heights are from the centre of a row, since the rows have no height yet.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from samenspel.drawing import text
from samenspel.drawing.genogram.house_shapes import Ground, Stretch, corners, stretches
from samenspel.drawing.genogram.house_steps import Steps, steps_of
from samenspel.drawing.genogram.houses import Enclosure, Homes, homes_of
from samenspel.drawing.genogram.label_places import LabelPlace, place_labels, row_spaces
from samenspel.drawing.genogram.labels import Wording, label_of
from samenspel.drawing.genogram.plans import Plan
from samenspel.drawing.genogram.space import Box
from samenspel.drawing.placement import Id, Placement
from samenspel.drawing.scene import Place
from samenspel.drawing.signs import star_box

TOP = 28.0  # from what is highest inside an outline to its upper edge
BOTTOM = 14.0  # from the last baseline to the lower edge
FIRST = 18.0  # from what is lowest to the name of the home
LINE = 17.0
NAME_WIDTH = 150.0
SIDE = 12.0  # between the name of the home and the outline


@dataclass(frozen=True)
class Outline:
    """`name` holds lines of text, their middle at `x`, the first baseline at `y` below the centre
    of the last row; `top` is above that of the first."""

    enclosure: Enclosure
    shape: tuple[Stretch, ...]
    top: float
    name: tuple[str, ...]
    x: float
    y: float

    @property
    def bottom(self) -> float:
        return self.y + LINE * (len(self.name) - 1) + BOTTOM

    def places(self, tops: Mapping[int, float], steps: Mapping[int, Steps]) -> list[Place]:
        """Its corners, now that rows have a height; it changes width right below the labels."""
        lefts = rights = [tops[self.shape[0].row] + self.top]
        for upper, lower in pairwise(self.shape):
            y, step = tops[upper.row], steps.get(upper.row, Steps(0.0, 0.0))
            left, right = lower.left < upper.left, lower.right > upper.right
            lefts = [*lefts, y + (step.wider if left else step.narrower)]
            rights = [*rights, y + (step.wider if right else step.narrower)]
        return corners(self.shape, rights, tops[self.shape[-1].row] + self.bottom, lefts)


@dataclass(frozen=True)
class Arrangement:
    labels: Mapping[Id, LabelPlace]
    outlines: tuple[Outline, ...]
    outside: int
    below: Mapping[int, float]
    above: Mapping[int, float]
    steps: Mapping[int, Steps]


def arrange(
    wording: Wording, placement: Placement, plan: Plan, reach: Callable[[Id], float]
) -> Arrangement:
    """Tries all homes; where outlines do not fit the smallest is left out, and tried no more."""
    without: frozenset[Id] = frozenset()
    while True:
        homes = homes_of(wording, placement, without)
        trial = _Trial(wording, placement, plan, reach, homes)
        outlines = {one.household.id: trial.outline(one) for one in homes.enclosures}
        failed = [one for one in homes.enclosures if outlines[one.household.id] is None]
        if not failed:
            return trial.arrangement(tuple(one for one in outlines.values() if one))
        without |= {min(failed, key=lambda one: len(one.people)).household.id}


class _Trial:
    def __init__(
        self,
        wording: Wording,
        placement: Placement,
        plan: Plan,
        reach: Callable[[Id], float],
        homes: Homes,
    ) -> None:
        self.wording, self.placement, self.homes, self.reach = wording, placement, homes, reach
        self.stars = {
            who: star_box(wording.family.person[who], (spot.x, 0.0))
            for who, spot in placement.people.items()
            if who in wording.supporters
        }
        self.spaces = row_spaces(placement, plan, reach, self.stars)
        labels = {who: label_of(wording, who, homes.beside[who]) for who in placement.people}
        self.labels = place_labels(
            placement, labels, self.spaces, plan.leaves_below(), reach, self.stars
        )
        self.housed = frozenset(who for one in homes.enclosures for who in one.people)
        self.upright: dict[int, list[float]] = {}
        for row, x, _, _ in plan.verticals():
            self.upright.setdefault(row, []).append(x)
        for bar in plan.bars:
            for row in (bar.band, bar.band + 1):
                self.upright.setdefault(row, []).extend((*bar.tops, *bar.bottoms))
        self.rows: dict[int, list[Id]] = {}
        for who in sorted(placement.people, key=lambda one: placement.people[one].x):
            self.rows.setdefault(placement.people[who].row, []).append(who)
        self.ground = Ground(placement, self.boxes, self.rows, self.housed, self.upright)

    def boxes(self, who: Id) -> list[Box]:
        x, r = self.placement.people[who].x, self.reach(who)
        label = self.labels.get(who)
        found = [(x - r, -r, x + r, r), *([label.box] if label else [])]
        return [*found, self.stars[who]] if who in self.stars else found

    def outline(self, enclosure: Enclosure) -> Outline | None:
        """With its name in the middle; wider when a line comes down there."""
        name = self.wording.home(enclosure.household)
        wide = text.widest(text.lines(name, "house", NAME_WIDTH), "house") + 2 * SIDE
        narrow = text.widest(text.lines(name, "house", 1.0), "house")
        found = None
        for width in (wide, max(wide, 2 * (narrow + SIDE + 5))):
            shape = stretches(enclosure, self.ground, width)
            if shape is None:
                return None
            found, is_free = self._named(enclosure, shape, name)
            if is_free:
                break
        return found

    def _named(
        self, enclosure: Enclosure, shape: tuple[Stretch, ...], name: str
    ) -> tuple[Outline, bool]:
        """Its name where no line comes down, in more lines when that helps; whether it is free."""
        stretch, space = shape[-1], self.spaces[shape[-1].row]
        first, last = enclosure.rows[shape[0].row], enclosure.rows[stretch.row]
        top = min(box[1] for who in first for box in self.boxes(who)) - TOP
        y = max(box[3] for who in last for box in self.boxes(who)) + FIRST
        wide = stretch.right - stretch.left - 2 * SIDE
        options = []
        for share in (1.0, 0.6, 0.4, 0.0):
            lines = text.lines(name, "house", min(wide, text.width(name, "house") * share + 1))
            half = text.widest(lines, "house") / 2
            for x in _spread(stretch.left + SIDE + half, stretch.right - SIDE - half):
                box = (x - half, y - 12, x + half, y + 4 + LINE * (len(lines) - 1))
                if space.is_free(box, 4.0):
                    return Outline(enclosure, shape, top, tuple(lines), x, y), True
                options.append((space.overlap(box), x, tuple(lines)))
        _, x, words = min(options)
        return Outline(enclosure, shape, top, words, x, y), False

    def arrangement(self, outlines: tuple[Outline, ...]) -> Arrangement:
        below: dict[int, float] = {}
        above: dict[int, float] = {}
        for who, spot in self.placement.people.items():
            for box in self.boxes(who):
                below[spot.row] = max(below.get(spot.row, 0.0), box[3] + 2)
                above[spot.row] = max(above.get(spot.row, 0.0), 2 - box[1])
        ends: dict[int, float] = {}
        for one in outlines:
            first, last = one.shape[0].row, one.shape[-1].row
            above[first] = max(above[first], -one.top)
            ends[last] = max(ends.get(last, 0.0), one.bottom)
        below |= {row: max(below[row], end) for row, end in ends.items()}
        steps = steps_of({one.enclosure.household.id: one.shape for one in outlines}, below, ends)
        below |= {row: step.below for row, step in steps.items()}
        return Arrangement(self.labels, outlines, self.homes.outside, below, above, steps)


def _spread(left: float, right: float) -> list[float]:
    """Places between two, from the middle outwards."""
    middle = (left + right) / 2
    steps = (0.0, 0.2, -0.2, 0.4, -0.4, 0.6, -0.6, 0.8, -0.8, 1.0, -1.0)
    return [middle + step * max(right - left, 0.0) / 2 for step in steps]
