"""The few people around somebody, nearer to each other, so that a phone shows them large."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby, pairwise

from samenspel.drawing.placement import Id, Placement

SHARE = 0.68  # of the distances on a large sheet; partners are then 154 apart


def squeezed(placement: Placement, widths: Mapping[Id, float]) -> Placement:
    """The same order with all distances made smaller alike, as far as the labels let them."""
    share = max([SHARE, *_needed(placement, widths)])
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
