"""Where everybody stands in a drawing, kept for all processes and after a restart.

Of every map as shown to some in one look the last placements are there, each with what it was made
from. Who drew the same from the same first decides: others draw again with that placement, so
all that are shown the same see the same drawing, and nobody jumps.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, partial
from importlib.metadata import version

from django.utils.crypto import salted_hmac

from samenspel.drawing.placement import PlacedUnion, Placement, Spot
from samenspel.web.maps.models import Map, MapPlacement
from samenspel.web.maps.orders import Order
from samenspel.web.maps.placements_later import Key, Later, Waiting
from samenspel.web.maps.rows import PLACES, sealed
from samenspel.web.vault.keys import fetch_one

KEPT = 3
"""Of each map, look and audience; two processes may be a drawing apart."""
MADE_BY = version("samenspel")


@dataclass(frozen=True)
class Found:
    """What is kept of an order: the placement made from just this, or else the one before.

    With `later` writing waits until there is time for it.
    """

    order: Order
    map: Map
    rows: tuple[MapPlacement, ...]
    later: Later | None = None

    @cached_property
    def key(self) -> bytes:
        return fetch_one(self.map.case.key_id)

    @cached_property
    def made_from(self) -> str:
        return _made_from(self.order)

    @property
    def _place(self) -> Key:
        return self.map.pk, _shown(self.order)

    @property
    def _waiting(self) -> Waiting | None:
        return self.later.at(self._place) if self.later else None

    @property
    def exact(self) -> Placement | None:
        waiting = self._waiting
        if waiting is not None and waiting.made_from == self.made_from:
            return waiting.placement
        same = (row for row in self.rows if row.made_from == self.made_from)
        return next((self._opened(row) for row in same), None)

    @property
    def former(self) -> Placement | None:
        waiting = self._waiting
        if waiting is not None and all(waiting.number >= row.number for row in self.rows[:1]):
            return waiting.placement
        return self._opened(self.rows[0]) if self.rows else None

    def settle(self, placement: Placement) -> Placement | None:
        """Keep it; when somebody else was first, theirs."""
        if self.later is None:
            return self._write(placement)
        number = self.order.number or 0
        write = partial(self._write, placement)
        return self.later.put(self._place, Waiting(number, self.made_from, placement, write))

    def _write(self, placement: Placement) -> Placement | None:
        case = self.map.case
        document = sealed(PLACES, _written(placement), key=self.key, key_id=case.key_id)
        row, is_ours = MapPlacement.objects.get_or_create(
            map=self.map,
            shown=_shown(self.order),
            made_from=self.made_from,
            defaults={"number": self.order.number or 0, "document": document},
        )
        old = [one.pk for one in self.rows[KEPT - 1 :]]
        if is_ours and old:
            MapPlacement.objects.filter(pk__in=old).delete()
        return None if is_ours else self._opened(row)

    def _opened(self, row: MapPlacement) -> Placement:
        return _read(row.__dict__["document"].open(self.key))


def look_up(order: Order, later: Later | None = None) -> Found | None:
    """None while there is no map. A past day has no placement of its own; it stays near today's."""
    found = Map.objects.select_related("case").filter(case__public_id=order.case).first()
    if found is None:
        return None
    rows = found.placements.filter(shown=_shown(order)).order_by("-number", "-pk")
    return Found(order, found, tuple(rows), later)


# --- What a placement is of -----------------------------------------------------------------------


def _shown(order: Order) -> str:
    """Without the ids of accounts that are in it."""
    return _digest([order.shown_to, repr(replace(order.look, on=None))])


def _made_from(order: Order) -> str:
    """All from which a placement follows, apart from the one before. An id is of one fact only."""
    seen = order.seen
    return _digest(
        [
            *(one.id if one.counts else f"-{one.id}" for one in seen),
            *(choice.id for choice in seen.choices),
            *(f"{who} {x!r}" for who, x in order.pins),
            f"{order.today} {order.look.on}",
            MADE_BY,
        ]
    )


def _digest(parts: Iterable[str]) -> str:
    return salted_hmac(__name__, "\n".join(parts), algorithm="sha256").hexdigest()


def _written(placement: Placement) -> str:
    people = {who: (one.x, one.y, one.row) for who, one in placement.people.items()}
    unions = [
        (one.id, one.x, one.y, one.partners, one.children, one.is_flat) for one in placement.unions
    ]
    return json.dumps({"people": people, "unions": unions})


def _read(text: str) -> Placement:
    found = json.loads(text)
    people = {who: Spot(*spot) for who, spot in found["people"].items()}
    unions = (
        PlacedUnion(union, x, y, tuple(partners), tuple(children), is_flat)
        for union, x, y, partners, children, is_flat in found["unions"]
    )
    return Placement(people, tuple(unions))
