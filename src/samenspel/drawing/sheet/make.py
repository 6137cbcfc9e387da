"""From a map as somebody sees it to a sheet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from samenspel.drawing.placement import Placement, Spot
from samenspel.drawing.scene import Scene
from samenspel.drawing.sheet.ids import StatementIds
from samenspel.drawing.sheet.labels import Labels
from samenspel.drawing.sheet.layers import layers
from samenspel.drawing.sheet.look import Id, Look, Sheet, View
from samenspel.drawing.sheet.moments import moments_of
from samenspel.drawing.sheet.thing import Thing
from samenspel.drawing.svg import keys, svg
from samenspel.drawing.words import paragraphs
from samenspel.drawing.words.paragraphs import Section
from samenspel.drawing.words.said import Speaker
from samenspel.family.family import Family
from samenspel.family.near import near
from samenspel.family.resolve import resolve
from samenspel.family.statements import FamilyMap
from samenspel.family.views import map_at

PATIENCE = 0.25  # seconds for the order of a genogram; most need a tenth of that
NO_PINS: Mapping[Id, float] = {}
TRIM = 18.0  # what goes off the margins of a picture; 10 stay, for what lights up
NOWHERE = Spot(0.0, 0.0, 0)


def sheet(
    seen: FamilyMap,
    look: Look,
    *,
    today: date,
    previous: Placement | None = None,
    pins: Mapping[Id, float] = NO_PINS,
    placement: Placement | None = None,
) -> Sheet:
    """`seen` went through `seen_by`. `pins` is where people were put by hand: x by id.

    A genogram stays near to `previous` (the `placement` of an earlier sheet of this look) and
    leaves who is pinned where they are; around somebody it has places of its own, without pins.
    With `placement` (of a sheet that was made from the same) it is drawn just so.
    """
    asked = _Asked(seen, look, today, previous, pins, placement)
    drawn = asked.drawn
    left, top, right, bottom = drawn.scene.box if drawn else (0.0, 0.0, 0.0, 0.0)
    return Sheet(
        look=look,
        svg=_svg(drawn, look) if drawn else "",
        width=right - left,
        height=bottom - top,
        words=paragraphs(asked.on_the_day, on=asked.day, lang=look.lang, alias=look.alias),
        moments=moments_of(seen, today),
        names=asked.names,
        around=asked.begins_with,
        placement=drawn.placement if drawn else None,
        legend=keys(drawn.scene) if drawn else "",
        years=drawn.years if drawn else (),
    )


@dataclass(frozen=True)
class _Drawn:
    scene: Scene
    things: tuple[Thing, ...]
    placement: Placement | None = None
    years: tuple[Section, ...] = ()


def _svg(drawn: _Drawn, look: Look) -> str:
    return svg(
        drawn.scene,
        standalone=False,
        with_legend=False,
        layers=layers(drawn.things, look),
    )


@dataclass(frozen=True)
class _Asked:
    """What was asked, and what follows from it for every view."""

    seen: FamilyMap
    look: Look
    today: date
    previous: Placement | None
    pins: Mapping[Id, float]
    placement: Placement | None

    @property
    def day(self) -> date:
        return self.look.on or self.today

    @cached_property
    def on_the_day(self) -> FamilyMap:
        return map_at(self.seen, self.look.on) if self.look.on else self.seen

    @cached_property
    def shown(self) -> FamilyMap:
        """What is drawn: all, or in a genogram who is near somebody who is there."""
        if self.look.view is not View.GENOGRAM or not self.look.around:
            return self.on_the_day
        return near(self.on_the_day, self.look.around)

    @cached_property
    def family(self) -> Family:
        return self.labels_family if self.shown is self.on_the_day else resolve(self.shown)

    @cached_property
    def labels_family(self) -> Family:
        return resolve(self.on_the_day)

    @cached_property
    def labels(self) -> Labels:
        look = self.look
        return Labels(Speaker(self.on_the_day, look.lang, look.alias, self.day))

    @cached_property
    def ids(self) -> StatementIds:
        return StatementIds(self.shown)

    @property
    def names(self) -> dict[Id, str]:
        family = self.labels_family
        things = (*family.person, *family.union, *family.household, *family.organisation)
        return {one: self.labels.name(one) for one in things}

    @property
    def begins_with(self) -> Id:
        people = self.labels_family.people
        begins = [person.id for person in people if person.is_index]
        return next(iter([*begins, *(person.id for person in people)]), "")

    @property
    def drawn(self) -> _Drawn | None:
        draw = _DRAW.get(self.look.view)
        is_empty = not (self.family.people or self.family.organisations)
        return None if draw is None or is_empty else draw(self)


# --- The views, each imported when it is asked for ------------------------------------------------


def _genogram(asked: _Asked) -> _Drawn | None:
    from samenspel.drawing.genogram import Genogram, genogram
    from samenspel.drawing.genogram.labels import Wording, widths_of
    from samenspel.drawing.layout import place
    from samenspel.drawing.sheet.of_genogram import things_of
    from samenspel.drawing.sheet.squeezed import ON_A_PHONE, ON_A_WALL, nearest

    family, on, look = asked.family, asked.day, asked.look
    if not family.people:
        return None
    terse = bool(look.around) or look.big
    widths = widths_of(Wording(family, on, look.lang, look.alias, terse))
    pins = {} if look.around else {who: x for who, x in asked.pins.items() if who in family.person}
    placed = asked.placement or place(
        family,
        on=on,
        widths=widths,
        previous=_pinned(asked.previous, pins),
        pinned=frozenset(pins),
        deadline=PATIENCE,
    )

    def draw(shown: Placement) -> Genogram:
        return genogram(family, shown, on=on, lang=look.lang, alias=look.alias, terse=terse)

    shares = ON_A_PHONE if look.around else ON_A_WALL
    made = nearest(placed, widths, shares, draw) if terse else draw(placed)
    scene = made.scene if terse else replace(made.scene, box=_trimmed(made.scene.box))
    return _Drawn(scene, things_of(made, asked.labels, asked.ids), placed)


def _trimmed(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """A page has margins of its own."""
    left, top, right, bottom = box
    return left + TRIM, top + TRIM, right - TRIM, bottom - TRIM


def _pinned(previous: Placement | None, pins: Mapping[Id, float]) -> Placement | None:
    """The drawing before, with who was put somewhere by hand at that place."""
    before = previous or Placement({}, ())
    put = {who: replace(before.people.get(who, NOWHERE), x=x) for who, x in pins.items()}
    people = {**before.people, **put}
    return replace(before, people=people) if people else None


def _systemogram(asked: _Asked) -> _Drawn:
    from samenspel.drawing.genogram.labels import Wording
    from samenspel.drawing.sheet.of_systemogram import things_of
    from samenspel.drawing.systemogram.picture import drawn
    from samenspel.drawing.systemogram.plan import plan

    look = asked.look
    planned = plan(Wording(asked.family, asked.day, look.lang, look.alias))
    return _Drawn(drawn(planned), things_of(planned, asked.labels, asked.ids))


def _timeline(asked: _Asked) -> _Drawn:
    from samenspel.drawing.genogram.labels import Wording
    from samenspel.drawing.sheet.of_timeline import things_of
    from samenspel.drawing.sheet.years import years_of
    from samenspel.drawing.timeline.picture import drawn, lay_out

    look = asked.look
    wording = Wording(asked.family, asked.day, look.lang, look.alias)
    laid, ids = lay_out(wording), StatementIds(asked.shown)
    years = years_of(wording, asked.labels.voice, ids)
    return _Drawn(drawn(laid), things_of(laid, asked.labels, asked.ids), years=years)


_DRAW: dict[View, Callable[[_Asked], _Drawn | None]] = {
    View.GENOGRAM: _genogram,
    View.SYSTEMOGRAM: _systemogram,
    View.TIMELINE: _timeline,
}
