"""The whole page: toolbar, sheet, slider and panel, for one seat at one map."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samenspel.drawing.sheet.look import Look, Sheet, View
from samenspel.family import FamilyMap, seen_by
from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.rights import Function
from samenspel.web.cases.access import can_work
from samenspel.web.cases.models import Case
from samenspel.web.maps.loading import Loaded
from samenspel.web.maps.moments import can_end
from samenspel.web.maps.presenters.asked import WHOLE, Asked
from samenspel.web.maps.presenters.noticed import near_everybody
from samenspel.web.maps.presenters.sheet import sheet_html
from samenspel.web.maps.presenters.slider import Slider, slider
from samenspel.web.maps.presenters.table import Table
from samenspel.web.maps.seats import Seat
from samenspel.web.maps.sheets import Order, desk


@dataclass(frozen=True)
class ViewLink:
    value: str
    words: str
    icon: str
    href: str
    is_here: bool


@dataclass(frozen=True)
class Opened:
    """A map as one seat sees it, on one moment; everything a page of it is made from."""

    case: Case
    seat: Seat
    loaded: Loaded
    actor: Actor
    asked: Asked

    @property
    def lang(self) -> str:
        return "en" if (get_language() or "nl").startswith("en") else "nl"

    @property
    def seen(self) -> FamilyMap:
        return seen_by(self.loaded.family_map, self.seat.viewer)

    def sheet(self, look: Look) -> Sheet:
        order = Order(
            str(self.case.public_id),
            self.seat.sees_like(self.loaded.family_map),
            self.seen,
            look,
            timezone.localdate(self.actor.at),
            tuple(sorted(self.loaded.pins.items())),
            self.loaded.number,
        )
        return desk.sheet(order)

    @property
    def why_not(self) -> str:
        """Why nothing can be drawn now; empty when it can."""
        if self.case.is_closed:
            return _("This family's question is closed. You can read the map.")
        if self.loaded.frozen:
            return _("The map is closed for now. A family worker can open it again.")
        if not self.actor.may(Function.DRAW_MAP):
            return _("You can read this map, but not draw in it.")
        return ""

    def table(self) -> Table:
        today = timezone.localdate(self.actor.at)
        return Table(
            seen=self.seen,
            seat=self.seat,
            asked=self.asked,
            people={str(one.user.public_id): one.user.name for one in self.case.circle.all()},
            day=self.asked.on or today,
            lang=self.lang,
            may_draw=not self.why_not,
        )


@dataclass(frozen=True)
class MapPage:
    """`near` is whom a narrow screen draws around."""

    views: tuple[ViewLink, ...]
    html: SafeString | str
    slider: Slider | None
    near: str
    is_empty: bool
    joined: bool
    can_freeze: bool
    can_end: bool


VIEWS = (
    (View.GENOGRAM, lambda: _("Genogram"), "genogram"),
    (View.SYSTEMOGRAM, lambda: _("Systemogram"), "systemogram"),
    (View.TIMELINE, lambda: _("Timeline"), "timeline"),
    (View.WORDS, lambda: _("List"), "list"),
)


def map_page(opened: Opened, sheet: Sheet, table: Table) -> MapPage:
    asked, moment = opened.asked, opened.loaded.moment
    return MapPage(
        views=tuple(_views(asked)),
        html=page_sheet(opened, sheet, table),
        slider=slider(sheet.moments, on=asked.on, today=timezone.localdate(opened.actor.at)),
        near=_near_whom(opened, sheet),
        is_empty=not table.persons,
        joined=opened.seat.joint,
        can_freeze=can_work(opened.actor, opened.case),
        can_end=moment is not None and can_end(moment, opened.case, opened.actor),
    )


def _views(asked: Asked) -> Iterable[ViewLink]:
    for view, words, icon in VIEWS:
        yield ViewLink(view.value, words(), icon, asked.address(view=view), asked.view is view)


def page_sheet(opened: Opened, sheet: Sheet, table: Table) -> SafeString:
    """The sheet with what a narrow screen shows instead of the whole family."""
    asked = opened.asked
    near = None
    if whom := _near_whom(opened, sheet):
        near = opened.sheet(replace(sheet.look, around=whom))
    people = near_everybody(table) if asked.view is View.SYSTEMOGRAM and not asked.big else ()
    whole = asked.around == WHOLE
    return sheet_html(sheet, chosen=asked.chosen, near=near, people=people, whole=whole)


def _near_whom(opened: Opened, sheet: Sheet) -> str:
    """Around whom a phone draws, unless somebody was asked for."""
    asked = opened.asked
    if asked.view is not View.GENOGRAM or asked.around or asked.big:
        return ""
    return asked.chosen if asked.chosen in opened_people(sheet) else sheet.around


def opened_people(sheet: Sheet) -> set[str]:
    placement = sheet.placement
    return set(placement.people) if placement else set()
