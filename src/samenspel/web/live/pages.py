"""The HTML of a sheet for a room: shared by all who see the same and look the same way."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.utils.translation import override

from samenspel.drawing.sheet.look import Look, Sheet, View
from samenspel.family import FamilyMap, seen_by
from samenspel.web.live.threads import drawing, thinking
from samenspel.web.maps.presenters.noticed import Near, near_everybody
from samenspel.web.maps.presenters.sheet import asked_of, sheet_html
from samenspel.web.maps.presenters.table import Table
from samenspel.web.maps.seats import Seat
from samenspel.web.maps.sheets import Order, desk


async def html_of(
    case_id: UUID,
    family_map: FamilyMap,
    seat: Seat,
    look: Look,
    *,
    shown_to: str,
    day: date,
    pins: tuple[tuple[str, float], ...],
    number: int,
) -> str:
    """Drawn at the desk, put on the page in a thread. `seat` is any of those who see the same."""
    seen = await thinking(lambda: seen_by(family_map, seat.viewer))

    async def drawn(look: Look) -> Sheet:
        order = Order(str(case_id), shown_to, seen, look, day, pins, number)
        return await drawing(lambda: desk.sheet(order))

    sheet = await drawn(look)
    near = await drawn(replace(look, around=sheet.around)) if _is_whole(look, sheet) else None

    def page() -> str:
        with override(look.lang):
            return sheet_html(sheet, near=near, people=_people(seen, seat, look, day))

    return await thinking(page)


def _is_whole(look: Look, sheet: Sheet) -> bool:
    """A narrow screen draws whom the question begins with instead of the whole family."""
    return look.view is View.GENOGRAM and not look.around and bool(sheet.around)


def _people(seen: FamilyMap, seat: Seat, look: Look, day: date) -> tuple[Near, ...]:
    if look.view is not View.SYSTEMOGRAM:
        return ()
    table = Table(
        seen=seen,
        seat=seat,
        asked=asked_of(look),
        people={},
        day=look.on or day,
        lang=look.lang,
        may_draw=False,
    )
    return near_everybody(table)
