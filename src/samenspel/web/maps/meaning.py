"""What is wanted, as bodies of edits on the map as its author sees it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from django.utils import timezone
from django.utils.functional import Promise

from samenspel.family import (
    Audience,
    Author,
    Body,
    Edit,
    Withdraw,
    opened,
    seen_by,
)
from samenspel.family.apply import within_reach
from samenspel.family.gestures import GestureError, Restore, body_of, gesture_of, new_id
from samenspel.family.refusals import Reason, Refusal
from samenspel.family.restore import restore_bodies
from samenspel.family.undo import Done, is_all_in_reach, next_redo, next_undo, taking_back
from samenspel.family.undo import Way as FamilyWay
from samenspel.web.maps.histories import number_of
from samenspel.web.maps.loading import Point, versions
from samenspel.web.maps.models import MapEdit, Way
from samenspel.web.maps.refusing import NOTHING_TO_BRING_BACK, NOTHING_TO_TAKE_BACK, Refused
from samenspel.web.maps.rows import rows
from samenspel.web.maps.seats import For
from samenspel.web.maps.table import Place, Table
from samenspel.web.maps.wanted import Fields, Wanted

__all__ = ["Meant", "meant", "new_id"]


@dataclass(frozen=True)
class Meant:
    body: Body
    way: Way = Way.DONE
    undoes: int | None = None


def meant(table: Table, wanted: Wanted, place: Place) -> Iterable[Meant]:
    """One body or several, each to be carried out before the next is asked for.

    Raises with a reason when it cannot be read.
    """
    if wanted.bodies:
        return [Meant(body) for body in wanted.bodies]
    act = {"undo": _undone, "redo": _redone, "restore": _restored}.get(first(wanted.fields, "do"))
    return act(table, wanted, place) if act else [Meant(_gesture(table, wanted, place))]


def first(fields: Fields, name: str) -> str:
    return next(iter(fields.get(name, ())), "")


def _gesture(table: Table, wanted: Wanted, place: Place) -> Body:
    try:
        return body_of(
            gesture_of(wanted.fields),
            seen_by(table.family_map, place.seat.viewer),
            edit_id=str(wanted.edit_id),
            by=place.seat.author,
            audience=_audience(wanted.fields, place),
            today=timezone.localdate(place.at),
        )
    except GestureError as error:
        raise Refused(error.words_without_names if wanted.alias else error.words) from None


def _audience(fields: Fields, place: Place) -> Audience:
    """Who came too late for the joint moment did not choose the circle: the moment did."""
    chosen = first(fields, "for")
    return place.seat.audience("" if place.late and chosen == For.CIRCLE else chosen)


OWN_EDITS = 500
"""So many steps back one can go; the edits of years are not looked through for it."""

Step = Callable[[Sequence[Done], Callable[[Done], bool]], Done | None]
NOT_OPENED = Edit("", Author(""), datetime.min.replace(tzinfo=UTC), Withdraw(()))
"""Stands for an edit of which only the place in the row matters."""


def _undone(table: Table, wanted: Wanted, place: Place) -> Iterator[Meant]:
    return _step(table, place, next_undo, Way.UNDONE, otherwise=NOTHING_TO_TAKE_BACK)


def _redone(table: Table, wanted: Wanted, place: Place) -> Iterator[Meant]:
    return _step(table, place, next_redo, Way.REDONE, otherwise=NOTHING_TO_BRING_BACK)


def _step(
    table: Table, place: Place, step: Step, way: Way, *, otherwise: str | Promise
) -> Iterator[Meant]:
    """One step that changes something; what others left nothing of is passed over."""
    before = table.family_map
    while table.family_map is before:
        found = step(_own(table, place.seat.user_id), _may_step_over(table, place))
        if found is None:
            raise Refused(otherwise)
        back = taking_back(
            _edit(table, found.number),
            before,
            id="back",
            at=place.at,
            viewer=place.seat.judged_as,
        )
        yield Meant(back.body, way, found.number)


def _may_step_over(table: Table, place: Place) -> Callable[[Done], bool]:
    """At the table what is private is passed over, and stays."""
    if not place.seat.joint:
        return lambda done: True
    whole, viewer = table.family_map, place.seat.judged_as
    return lambda done: is_all_in_reach(_edit(table, done.number), whole, viewer)


def _own(table: Table, user_id: int) -> list[Done]:
    """The newest of what somebody drew in this map, in order, also in this batch."""
    stored = MapEdit.objects.filter(map=table.map, author=user_id).order_by("-number")
    columns = stored.values_list("number", "redacted", "way", "undoes")[:OWN_EDITS]
    done = [
        Done(number, None if redacted else NOT_OPENED, _way(way), undoes)
        for number, redacted, way, undoes in reversed(columns)
    ]
    return done + [
        Done(one.drawn.number, one.drawn.edit, _way(one.way), one.undoes)
        for one in table.kept
        if one.by.person.pk == user_id
    ]


def _way(way: str) -> FamilyWay:
    return cast(FamilyWay, way)


def _edit(table: Table, number: int) -> Edit:
    if number > table.map.last_number:
        return table.kept[number - table.map.last_number - 1].drawn.edit
    (row,) = rows(MapEdit.objects.filter(map=table.map, number=number))
    edit = opened(row.envelope(table.key))
    assert edit, "a redacted edit is never the next to take back"
    return edit


def _restored(table: Table, wanted: Wanted, place: Place) -> Iterator[Meant]:
    gesture = gesture_of(wanted.fields)
    assert isinstance(gesture, Restore)
    number = number_of(table.case, place.by.person, gesture.moment)
    if number is None:
        raise Refusal(Reason.NOT_HERE)
    point = Point(table.map, min(number, table.map.last_number))
    keys = {table.case.key_id: table.key}
    then = seen_by(versions([point], keys)[table.map.pk].family_map, place.seat.viewer)
    now = within_reach(table.family_map, place.seat.judged_as)
    for body in restore_bodies(then, now, place.seat.author).bodies:
        yield Meant(body)
