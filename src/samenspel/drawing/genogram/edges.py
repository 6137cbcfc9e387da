"""Where a line from above or below meets the outline of a symbol, also beside its middle."""

from math import sqrt

from samenspel.drawing.signs import reach_of, sign_of
from samenspel.family.family import Person

ROUND = {"circle", "stillborn_circle", "miscarriage"}
POINTED = {"diamond", "stillborn_diamond"}


def edge_beside(person: Person, beside: float) -> float:
    """How far above the centre a symbol ends, so far beside its middle."""
    sign, reach = sign_of(person), reach_of(person) - 1
    aside = min(abs(beside), reach)
    if sign in ROUND:
        return sqrt(reach * reach - aside * aside)
    if sign in POINTED:
        return reach - aside
    if sign == "triangle":
        return reach - 1.9 * aside
    return reach
