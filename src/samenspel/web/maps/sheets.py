"""Making sheets: in a process of their own when the server runs, else here and now.

A genogram stays near the former one of who is shown the same, so nobody jumps; see `placements`.
"""

import logging

from django.db import DatabaseError, connection

from samenspel.drawing.placement import Placement
from samenspel.drawing.sheet import Sheet
from samenspel.drawing.sheet.look import View
from samenspel.web.maps.beside_us import Helper
from samenspel.web.maps.orders import Order, make
from samenspel.web.maps.placements import Found, look_up
from samenspel.web.maps.placements_later import Later, later
from samenspel.web.vault.keys import KeyIsGone

__all__ = ["Desk", "Order", "desk"]

log = logging.getLogger(__name__)

PATIENCE = 40.0
"""Seconds for a drawing; the drawing itself takes far less, but others may be before it."""


class Desk:
    """Where sheets are drawn; one per process."""

    def __init__(self) -> None:
        self._helper: Helper[Sheet] | None = None

    def open(self) -> None:
        """From now on sheets are made in a process of their own, which begins at once."""
        if self._helper is None:
            self._helper = Helper(make)

    def close(self) -> None:
        helper, self._helper = self._helper, None
        if helper is not None:
            helper.close()

    def sheet(self, order: Order) -> Sheet:
        """The thread waits for it, and asks the database."""
        if order.look.view is not View.GENOGRAM or order.number is None:
            return self._make(order)
        try:
            found = look_up(order, self._later)
            return self._kept(order, found) if found else self._make(order)
        except (DatabaseError, KeyIsGone) as error:
            log.warning("a drawing was not kept: %s", type(error).__qualname__)
            return self._make(order)

    @property
    def _later(self) -> Later | None:
        is_alone = self._helper is not None and connection.vendor == "sqlite"
        return later if is_alone else None

    def _kept(self, order: Order, found: Found) -> Sheet:
        if exact := found.exact:
            return self._make(order, placement=exact)
        made = self._make(order, former=found.former)
        if made.placement is None or order.look.on is not None:
            return made
        theirs = found.settle(made.placement)
        return self._make(order, placement=theirs) if theirs else made

    def _make(
        self, order: Order, former: Placement | None = None, placement: Placement | None = None
    ) -> Sheet:
        helper = self._helper
        if helper is None:
            return make(order, former, placement)
        return helper.ask(order, former, placement).result(timeout=PATIENCE)


desk = Desk()
