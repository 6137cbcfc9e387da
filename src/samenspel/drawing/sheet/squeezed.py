"""People nearer to each other, so that a phone shows a few large, and a wall everybody."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from samenspel.drawing.genogram import Genogram
from samenspel.drawing.placement import Id, Placement

# Of the distances on a large sheet, the nearest first; partners are then 113 apart, or 154.
ON_A_PHONE = (0.5, 0.68)
ON_A_WALL = (0.68, 0.8, 0.9, 1.0)


def nearest(
    placement: Placement,
    widths: Mapping[Id, float],
    shares: Sequence[float],
    draw: Callable[[Placement], Genogram],
) -> Genogram:
    """As near together as still lets most homes have their outline."""
    made: list[Genogram] = []
    for share in shares:
        made.append(draw(squeezed(placement, widths, share)))
        if _homes(made[-1]) == len(made[-1].sheet.wording.family.households):
            break
    return max(made, key=_homes)


def _homes(made: Genogram) -> int:
    return len(made.sheet.outlines)


def squeezed(placement: Placement, widths: Mapping[Id, float], share: float) -> Placement:
    """The same order with all distances made smaller alike, as far as the labels let them."""
    share = max([share, *_needed(placement, widths)])
    if share >= 1:
        return placement
    people = {who: replace(spot, x=spot.x * share) for who, spot in placement.people.items()}
    unions = tuple(replace(union, x=union.x * share) for union in placement.unions)
    return replace(placement, people=people, unions=unions)


def _needed(placement: Placement, widths: Mapping[Id, float]) -> Iterator[float]:
    """Of each distance in a row the share that two labels need."""
    spots = placement.people
    ordered = sorted(spots, key=lambda who: (spots[who].row, spots[who].x))
    for _, row in groupby(ordered, key=lambda who: spots[who].row):
        for left, right in pairwise(row):
            far = spots[right].x - spots[left].x
            if far > 0:
                yield (widths[left] + widths[right]) / 2 / far
