"""From something wanted to the edits that are kept: who may, and whether it can be."""

import logging
from uuid import UUID

from django.db import DatabaseError
from django.utils.functional import Promise

from samenspel.family import CIRCLE, Applied, Edit, FamilyMap, Refusal, apply
from samenspel.family.refusals import Reason
from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.rights import Function
from samenspel.web.maps.access import seats_at
from samenspel.web.maps.meaning import Meant, meant, new_id
from samenspel.web.maps.models import Way
from samenspel.web.maps.naming import spoken
from samenspel.web.maps.refusing import (
    CLOSED,
    FOR_YOU_AND_WORKER,
    FROZEN,
    MAY_NOT_DRAW,
    NO_LONGER_TOGETHER,
    NO_SUCH_PAGE,
    NOT_UNDERSTOOD,
    SENT_OTHERWISE,
    Refused,
    Words,
    in_language,
)
from samenspel.web.maps.same_again import digest
from samenspel.web.maps.seats import Seat
from samenspel.web.maps.table import Kept, Known, Place, Table
from samenspel.web.maps.wanted import Drawn, Outcome, Wanted

log = logging.getLogger(__name__)


def judged(table: Table, wanted: Wanted) -> Outcome:
    """What came of it. The table moves on when it is drawn; a refusal leaves it as it was."""
    before = len(table.kept), table.family_map
    try:
        return _judged(table, wanted)
    except DatabaseError:
        raise
    except Exception as error:
        _put_back(table, *before)
        return _refused(wanted, error)


def refused_outside(wanted: Wanted) -> Outcome:
    """Outside the circle there is no such map."""
    return Outcome(wanted, refused=in_language(NO_SUCH_PAGE), gone=True)


def _refused(wanted: Wanted, error: Exception) -> Outcome:
    if isinstance(error, Refused):
        return Outcome(wanted, refused=error.words, gone=error.gone)
    if isinstance(error, Refusal):
        return Outcome(wanted, refused=error.words)
    # Whatever it was, it is about this edit only. Its text may hold names, so it is not told.
    log.error("an edit of a map could not be judged: %s", type(error).__qualname__)
    return Outcome(wanted, refused=in_language(NOT_UNDERSTOOD))


def _put_back(table: Table, kept: int, family_map: FamilyMap) -> None:
    del table.kept[kept:]
    table.family_map = family_map


def _judged(table: Table, wanted: Wanted) -> Outcome:
    seat, by = _who(table, wanted)
    if wanted.edit_id in table.known:
        return _again(table, wanted, by)
    _check_may_draw(table, by)
    return _drawn(table, wanted, _place(table, wanted, seat, by))


def _who(table: Table, wanted: Wanted) -> tuple[Seat, Actor]:
    seat = seats_at(table.circle, wanted.at).get(wanted.user_id)
    if seat is None:
        raise Refused(NO_SUCH_PAGE, gone=True)
    user = next(one.user for one in table.circle if one.user_id == wanted.user_id)
    return seat, Actor.of(user, at=wanted.at, origin=wanted.origin)


def _again(table: Table, wanted: Wanted, by: Actor) -> Outcome:
    """The same once more is done already; the id of somebody else's is just an id in use."""
    known = table.known[wanted.edit_id]
    if known.author_id != by.person.pk:
        raise Refusal(Reason.ID_TAKEN)
    if known.said and known.said != digest(wanted.fields, table.key):
        raise Refused(SENT_OTHERWISE)
    return Outcome(wanted, repeated=True)


def _check_may_draw(table: Table, by: Actor) -> None:
    if not by.may(Function.DRAW_MAP):
        raise Refused(MAY_NOT_DRAW)
    if table.case.is_closed:
        raise Refused(CLOSED)
    if table.map.frozen_at is not None:
        raise Refused(FROZEN)


def _place(table: Table, wanted: Wanted, seat: Seat, by: Actor) -> Place:
    joint = wanted.moment is not None and table.is_on(wanted.moment, wanted.at)
    late = wanted.moment is not None and not joint
    at = table.not_before_the_last(wanted.at)
    return Place(by, seat.at_the_table() if joint else seat, at, late)


def _drawn(table: Table, wanted: Wanted, place: Place) -> Outcome:
    before = len(table.kept)
    told: list[Words] = [in_language(_late_words(place.seat))] if place.late else []
    for one in meant(table, wanted, place):
        edit_id = _next_id(wanted, len(table.kept) - before)
        told += _enter(table, one, place, edit_id, alias=wanted.alias)
    drawn = tuple(one.drawn for one in table.kept[before:])
    if drawn:
        table.known[wanted.edit_id] = Known(wanted.user_id, digest(wanted.fields, table.key))
    return Outcome(
        wanted,
        drawn=drawn,
        repeated=not drawn,
        warnings=lambda lang: [words(lang) for words in told],
    )


def _late_words(seat: Seat) -> str | Promise:
    is_narrower = seat.audience("") != CIRCLE
    return FOR_YOU_AND_WORKER if is_narrower else NO_LONGER_TOGETHER


def _next_id(wanted: Wanted, drawn: int) -> UUID:
    """The first edit of a gesture has its id, so that a retry is known; the others follow."""
    return wanted.edit_id if drawn == 0 else UUID(new_id(str(wanted.edit_id), str(drawn)))


def _enter(table: Table, one: Meant, place: Place, edit_id: UUID, *, alias: bool) -> list[Words]:
    """Carry it out and keep it, when it changes anything; what should be said about it.

    A step back or forward is kept in any case, for the next one begins where it ends.
    """
    edit = Edit(str(edit_id), place.seat.author, place.at, one.body)
    before = table.family_map
    applied = _applied(before, edit, place.seat, alias=alias)
    if applied.map is not before or one.way is not Way.DONE:
        drawn = Drawn(table.number + 1, applied.edit, place.seat.user_id, before, applied.map)
        table.kept.append(Kept(drawn, edit_id, place.by, one.way, one.undoes))
        table.family_map = applied.map
    seat, after = place.seat, applied.map
    return [spoken([one], after, seat, alias=alias) for one in applied.warnings]


def _applied(before: FamilyMap, edit: Edit, seat: Seat, *, alias: bool) -> Applied:
    try:
        return apply(before, edit, viewer=seat.judged_as)
    except Refusal as error:
        if not error.problems:
            raise
        raise Refused(spoken(error.problems, before, seat, alias=alias)) from None
