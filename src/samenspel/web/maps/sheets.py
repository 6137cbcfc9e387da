"""Making sheets: in a process of their own when the server runs, else here and now.

A new sheet stays near the former one of who is shown the same, so nobody jumps. The former places
are kept in memory; after a restart the first sheet is drawn afresh.
"""

from collections import OrderedDict
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from threading import Lock

from samenspel.drawing.placement import Placement
from samenspel.drawing.sheet import Look, Sheet, sheet
from samenspel.family import FamilyMap
from samenspel.web.maps.beside_us import Helper

KEPT = 500
"""Placements kept in memory, each of one map as shown to some and in one look."""


@dataclass(frozen=True)
class Order:
    """`seen` went through `seen_by`; `shown_to` is `Seat.sees_like`; `pins` are x by id."""

    case: str
    shown_to: str
    seen: FamilyMap
    look: Look
    today: date
    pins: tuple[tuple[str, float], ...] = ()


class Desk:
    """Where sheets are drawn; one per process."""

    def __init__(self) -> None:
        self._helper: Helper[Sheet] | None = None
        self._former: OrderedDict[tuple[str, str, Look], Placement] = OrderedDict()
        self._lock = Lock()

    def open(self) -> None:
        """From now on sheets are made in a process of their own, which begins at once."""
        if self._helper is None:
            self._helper = Helper(_make)

    def close(self) -> None:
        helper, self._helper = self._helper, None
        if helper is not None:
            helper.close()

    def ask(self, order: Order) -> "Future[Sheet]":
        former = self._former_of(order)
        done = self._start(order, former)
        done.add_done_callback(lambda future: self._keep(order, future))
        return done

    def _start(self, order: Order, former: Placement | None) -> "Future[Sheet]":
        helper = self._helper
        if helper is not None:
            return helper.ask(order, former)
        done: Future[Sheet] = Future()
        try:
            done.set_result(_make(order, former))
        except Exception as error:
            done.set_exception(error)
        return done

    def _former_of(self, order: Order) -> Placement | None:
        with self._lock:
            return self._former.get((order.case, order.shown_to, order.look))

    def _keep(self, order: Order, future: "Future[Sheet]") -> None:
        if future.cancelled() or future.exception() is not None:
            return
        placement = future.result().placement
        if placement is None:
            return
        with self._lock:
            self._former[(order.case, order.shown_to, order.look)] = placement
            self._former.move_to_end((order.case, order.shown_to, order.look))
            while len(self._former) > KEPT:
                self._former.popitem(last=False)


def _make(order: Order, former: Placement | None) -> Sheet:
    return sheet(order.seen, order.look, today=order.today, previous=former, pins=dict(order.pins))


desk = Desk()
