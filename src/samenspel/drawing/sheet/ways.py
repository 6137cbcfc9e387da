"""Where the arrow keys lead.

In a genogram left and right go along a row of people; up goes to a parent, down to the eldest
child. Where no kin joins one row with the next, the two people nearest to each other do, so that
everybody can be reached from everybody by arrows alone. In the other views an arrow leads to what
is nearest in its direction.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from samenspel.drawing.placement import PlacedUnion, Placement
from samenspel.drawing.sheet.thing import Id, Thing
from samenspel.family.family import Family
from samenspel.family.words import Parentage

Ways = dict[str, Id]

ASIDE = 2.0  # so much worse is it to be aside than to be far


def with_ways(things: Sequence[Thing], known: Mapping[Id, Ways]) -> tuple[Thing, ...]:
    """With the ways that are known; from what joins others to those, from the rest to the
    nearest; and with the ring of all things, in their order."""
    by_id = {one.id: one for one in things}
    found = []
    for nth, one in enumerate(things):
        joined = [by_id[other] for other in one.joins if other in by_id]
        ways = known.get(one.id) or _nearest(one, joined or things)
        found.append(replace(one, ways={**ways, **_ring(things, nth)}))
    return tuple(found)


def _ring(things: Sequence[Thing], nth: int) -> Ways:
    if len(things) < 2:
        return {}
    return {"next": things[(nth + 1) % len(things)].id, "previous": things[nth - 1].id}


# --- Kinship --------------------------------------------------------------------------------------


def kin_ways(family: Family, placement: Placement) -> dict[Id, Ways]:
    rows = _rows(placement)
    ways: dict[Id, Ways] = {who: {} for row in rows for who in row}
    for row in rows:
        for left, right in pairwise(row):
            ways[left]["right"], ways[right]["left"] = right, left
    for who in ways:
        ways[who] |= _kin(who, family, placement)
    for upper, lower in pairwise(rows):
        _join(upper, lower, "down", ways, placement)
        _join(lower, upper, "up", ways, placement)
    for union in placement.unions:
        ways[union.id] = _of_bond(union, family, placement)
    return ways


def _of_bond(union: PlacedUnion, family: Family, placement: Placement) -> Ways:
    """Between its partners and to the eldest child; a lone parent stands above it."""
    partners = sorted(union.partners, key=lambda who: placement.people[who].x)
    sides = ("left", "right") if len(partners) > 1 else ("up",)
    ways = dict(zip(sides, partners, strict=False))
    if union.children:
        ways["down"] = _eldest_first(union.children, family)[0]
    return ways


def _rows(placement: Placement) -> list[list[Id]]:
    spots = placement.people
    rows: dict[int, list[Id]] = {}
    for who in sorted(spots, key=lambda one: (spots[one].row, spots[one].x)):
        rows.setdefault(spots[who].row, []).append(who)
    return list(rows.values())


def _kin(who: Id, family: Family, placement: Placement) -> Ways:
    """Only to who is drawn; the parents of birth before those of care."""
    rows = {one: spot.row for one, spot in placement.people.items()}
    above = (one for one in _parents(who, family) if rows.get(one, rows[who]) < rows[who])
    below = (one for one in _children(who, family) if rows.get(one, rows[who]) > rows[who])
    found = {"up": next(above, ""), "down": next(below, "")}
    return {way: one for way, one in found.items() if one}


def _parents(who: Id, family: Family) -> Iterator[Id]:
    unions = sorted(
        family.child_in.get(who, ()),
        key=lambda union: (
            not any(
                child.id == who and Parentage.BIRTH in child.parentages for child in union.children
            )
        ),
    )
    return (parent for union in unions for parent in union.partners)


def _children(who: Id, family: Family) -> list[Id]:
    """Eldest first; of one bond as they stand there."""
    children = [child.id for union in family.partner_in.get(who, ()) for child in union.children]
    return _eldest_first(children, family)


def _eldest_first(children: Sequence[Id], family: Family) -> list[Id]:
    return sorted(children, key=lambda one: family.person[one].birth.middle or date.max)


def _join(
    here: Sequence[Id], there: Sequence[Id], way: str, ways: dict[Id, Ways], placement: Placement
) -> None:
    """One step from a row to the next, where kinship gives none."""
    goal = set(there)
    if any(ways[who].get(way) in goal for who in here):
        return
    spots = placement.people
    free = [who for who in here if way not in ways[who]] or here
    who, other = min(
        ((one, two) for one in free for two in there),
        key=lambda pair: abs(spots[pair[0]].x - spots[pair[1]].x),
    )
    ways[who][way] = other


# --- What is nearest ------------------------------------------------------------------------------


def _nearest(one: Thing, things: Sequence[Thing]) -> Ways:
    """In each of the four directions the nearest; what is aside counts as further."""
    best: dict[str, tuple[float, Id]] = {}
    for other in things:
        if other.id != one.id:
            for way, far in _directions(other.at[0] - one.at[0], other.at[1] - one.at[1]):
                if way not in best or (far, other.id) < best[way]:
                    best[way] = far, other.id
    return {way: found for way, (_, found) in best.items()}


def _directions(x: float, y: float) -> Iterator[tuple[str, float]]:
    if abs(x) > 1:
        yield ("right" if x > 0 else "left"), abs(x) + ASIDE * abs(y)
    if abs(y) > 1:
        yield ("down" if y > 0 else "up"), abs(y) + ASIDE * abs(x)
