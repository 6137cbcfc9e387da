"""What is asked of the desk where sheets are drawn, and the drawing. Knows no Django."""

from dataclasses import dataclass
from datetime import date

from samenspel.drawing.placement import Placement
from samenspel.drawing.sheet import Look, Sheet, sheet
from samenspel.family import FamilyMap


@dataclass(frozen=True)
class Order:
    """`seen` went through `seen_by`; `shown_to` is `Seat.sees_like`; `pins` are x by id.

    `number` is that of the last edit of the map of this case; without it the drawing is of
    something else, and not kept near a former one.
    """

    case: str
    shown_to: str
    seen: FamilyMap
    look: Look
    today: date
    pins: tuple[tuple[str, float], ...] = ()
    number: int | None = None


def make(order: Order, former: Placement | None, placement: Placement | None) -> Sheet:
    """Near the former placement, or just as it was placed."""
    return sheet(
        order.seen,
        order.look,
        today=order.today,
        previous=former,
        pins=dict(order.pins),
        placement=placement,
    )
