"""The middle of a systemogram: each household as a block with its people in rows.

Parents stand above children, partners beside each other, eldest left. The home of the index
person is in the middle, other homes at its sides. People without a home in the map, at whom
somebody is directed all the same, stand in a block of their own, without an outline.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from samenspel.drawing.genogram.labels import Wording
from samenspel.drawing.scene import Place
from samenspel.family.dates import whole_years
from samenspel.family.facts import Id
from samenspel.family.family import Family, Household
from samenspel.family.words import PersonKind

SYMBOL = 68.0
ACROSS = 132.0  # from symbol to symbol in a row
DOWN = 136.0  # from row to row
PAD = 40.0  # from the outline to the symbols
BETWEEN = 110.0  # from outline to outline
WIDEST = 5  # people in a row before it is broken

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Home:
    """A block. `id` is empty for people who have no home in the map; `also` live here too, but
    are drawn in another home."""

    id: Id
    box: Box
    people: dict[Id, Place]
    also: tuple[Id, ...] = ()


def place_homes(wording: Wording, others: Iterable[Id]) -> tuple[Home, ...]:
    """All homes of that day without overlap; and the `others` who must be drawn: people without
    a home, and homes where nobody lives."""
    blocks = _blocks(wording, list(others))
    homes: list[Home] = []
    for number, (house, people, also) in enumerate(blocks):
        home = _block(wording.family, wording.on, house, people, also)
        homes.append(_beside(home, homes, on_right=number % 2 == 1))
    return tuple(homes)


def _blocks(
    wording: Wording, others: Sequence[Id]
) -> list[tuple[Id, tuple[Id, ...], tuple[Id, ...]]]:
    drawn: set[Id] = set()
    found = []
    for house in sorted(wording.family.households, key=lambda house: _rank(wording, house)):
        members = wording.members(house)
        if not members and house.id not in others:
            continue
        found.append(
            (
                house.id,
                tuple(who for who in members if who not in drawn),
                tuple(who for who in members if who in drawn),
            )
        )
        drawn.update(members)
    people = dict.fromkeys(who for who in others if who in wording.family.person)
    loose = tuple(who for who in people if who not in drawn)
    return [*found, ("", loose, ())] if loose else found


def _rank(wording: Wording, house: Household) -> tuple[bool, int, int]:
    """The home of the index person first, then the fullest."""
    members = wording.members(house)
    has_index = any(wording.family.person[who].is_index for who in members)
    return not has_index, -len(members), wording.family.households.index(house)


def _block(
    family: Family, on: date, house: Id, people: tuple[Id, ...], also: tuple[Id, ...]
) -> Home:
    rows = in_rows(family, on, people)
    wide = max((len(row) for row in rows), default=1) * ACROSS - (ACROSS - SYMBOL) + 2 * PAD
    high = max(len(rows), 1) * DOWN - (DOWN - SYMBOL) + 2 * PAD
    box = (-wide / 2, -high / 2, wide / 2, high / 2)
    places = {
        who: ((nth - (len(row) - 1) / 2) * ACROSS, box[1] + PAD + SYMBOL / 2 + down * DOWN)
        for down, row in enumerate(rows)
        for nth, who in enumerate(row)
    }
    return Home(house, box, places, also)


def _beside(home: Home, placed: Sequence[Home], on_right: bool) -> Home:
    if not placed:
        return home
    if on_right:
        shift = max(one.box[2] for one in placed) + BETWEEN - home.box[0]
    else:
        shift = min(one.box[0] for one in placed) - BETWEEN - home.box[2]
    left, top, right, bottom = home.box
    people = {who: (x + shift, y) for who, (x, y) in home.people.items()}
    return Home(home.id, (left + shift, top, right + shift, bottom), people, home.also)


# --- Rows -----------------------------------------------------------------------------------------


def in_rows(family: Family, on: date, people: Sequence[Id]) -> list[list[Id]]:
    depth = _depths(family, on, people)
    rows: list[list[Id]] = []
    for level in sorted(set(depth.values())):
        row = [who for who in people if depth[who] == level]
        ordered = _ordered(family, row, rows[-1] if rows else [])
        rows += _broken(ordered)
    return rows


def _depths(family: Family, on: date, people: Sequence[Id]) -> dict[Id, int]:
    """How many generations below the eldest: children below parents, partners level."""
    depth = dict.fromkeys(people, 0)
    for _ in people:  # no chain is longer than there are people
        for union in family.unions:
            partners = [who for who in union.partners if who in depth]
            level = max((depth[who] for who in partners), default=0)
            depth.update(dict.fromkeys(partners, level))
            for child in union.children:
                if child.id in depth and partners:
                    depth[child.id] = min(max(depth[child.id], level + 1), len(people))
    lowest = max(depth.values(), default=0)
    for who in people:
        if _stands_low(family, on, who, people):
            depth[who] = max(lowest, 1)
    return depth


def _stands_low(family: Family, on: date, who: Id, people: Sequence[Id]) -> bool:
    """A pet, or a child who lives with nobody of the own family."""
    person = family.person[who]
    if person.is_a is not PersonKind.PERSON:
        return person.is_a is PersonKind.PET
    age = whole_years(person.birth, on)
    if age is None or age[0] >= 18 or family.partner_in.get(who):
        return False
    parents = {one for union in family.child_in.get(who, ()) for one in union.partners}
    adults = {one for one in people if not _is_young(family, on, one)}
    return not parents & set(people) and bool(adults)


def _is_young(family: Family, on: date, who: Id) -> bool:
    age = whole_years(family.person[who].birth, on)
    return age is not None and age[0] < 18


def _ordered(family: Family, row: list[Id], above: list[Id]) -> list[Id]:
    """Below their parents, eldest left; partners beside each other."""
    order: list[Id] = []
    for who in sorted(row, key=lambda who: _sort_key(family, who, row, above)):
        if who in order:
            continue
        partners = [one for one in _partners(family, who) if one in row and one not in order]
        order += [*partners[1:], who, *partners[:1]]
    return order


def _sort_key(
    family: Family, who: Id, row: list[Id], above: list[Id]
) -> tuple[bool, float, date, int]:
    parents = {one for union in family.child_in.get(who, ()) for one in union.partners}
    at = [above.index(one) for one in above if one in parents]
    born = family.person[who].birth.middle or date.max
    is_pet = family.person[who].is_a is PersonKind.PET
    return is_pet, sum(at) / len(at) if at else len(above) / 2, born, row.index(who)


def _partners(family: Family, who: Id) -> list[Id]:
    unions = family.partner_in.get(who, ())
    return [one for union in unions for one in union.partners if one != who]


def _broken(row: list[Id]) -> list[list[Id]]:
    """In rows of nearly the same length, none too wide."""
    if not row:
        return []
    count = -(-len(row) // WIDEST)
    size = -(-len(row) // count)
    return [row[start : start + size] for start in range(0, len(row), size)]
