"""Where lines reach a child, leave a person below, and pass a row between people."""

from bisect import bisect
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import inf

from samenspel.drawing.genogram.couples import Bond
from samenspel.drawing.placement import ROW, Id, Placement

PINS = 16.0  # between two lines that reach one child
PORTS = 20.0  # between two lines that leave one person below
EDGE = 17.0  # no line reaches a symbol further from its middle
STRAIGHT = 12.0  # a bend smaller than this is left out where the line may reach beside the middle
CLEAR = 32.0  # from a symbol's centre to a line that passes
WIRES = 12.0  # between two lines that pass through one gap


class Rows:
    """Who stands where in each row, from left to right."""

    def __init__(self, placement: Placement) -> None:
        self.people: dict[int, list[tuple[float, Id]]] = {}
        for who, spot in placement.people.items():
            self.people.setdefault(spot.row, []).append((spot.x, who))
        for row in self.people.values():
            row.sort()

    def between(self, row: int, left: float, right: float) -> list[Id]:
        people = self.people.get(row, [])
        return [
            who for _, who in people[bisect(people, (left, "\uffff")) : bisect(people, (right, ""))]
        ]


def flat_bonds(placement: Placement, bonds: Sequence[Bond]) -> frozenset[Id]:
    """Unions whose partners stand in one row, nobody between: a straight line will do."""
    rows, people = Rows(placement), placement.people
    found = set()
    for bond in bonds:
        if len(bond.partners) == 2:
            left, right = sorted((people[who] for who in bond.partners), key=lambda spot: spot.x)
            alone = left.row == right.row and not rows.between(left.row, left.x, right.x)
            if alone and left.x + CLEAR <= bond.placed.x <= right.x - CLEAR:
                found.add(bond.id)
    return frozenset(found)


def pins(
    placement: Placement, bonds: Sequence[Bond], leaving: Mapping[tuple[Id, Id], float]
) -> dict[tuple[Id, Id], float]:
    """How far beside the middle of a child each of its lines arrives: child and union.

    `leaving` are the ports.
    """
    lines: dict[Id, list[Bond]] = {}
    for bond in bonds:
        for descent in bond.descents:
            lines.setdefault(descent.child, []).append(bond)
    return {
        (child, bond): pin
        for child, ours in lines.items()
        for bond, pin in _pins_of(placement, child, ours, leaving).items()
    }


def _pins_of(
    placement: Placement, child: Id, ours: list[Bond], leaving: Mapping[tuple[Id, Id], float]
) -> dict[Id, float]:
    """Spread around the middle; or so that a line from almost straight above needs no bend."""
    x = placement.people[child].x
    source = {bond.id: _source(placement, bond, leaving) for bond in ours}
    ours = sorted(ours, key=lambda bond: (source[bond.id], bond.id))
    step = min(PINS, 2 * EDGE / max(len(ours) - 1, 1))
    starts = [-step * (len(ours) - 1) / 2]
    for index, bond in enumerate(ours):
        off = source[bond.id] - x
        reach = STRAIGHT if len(bond.descents) == 1 else STRAIGHT / 2
        if bond.partners and abs(off) < reach:
            starts.insert(0, off - step * index)
    farthest = EDGE + 2
    fit = (s for s in starts if -farthest <= s and s + step * (len(ours) - 1) <= farthest)
    start = next(fit, starts[-1])
    return {bond.id: start + step * index for index, bond in enumerate(ours)}


def _source(placement: Placement, bond: Bond, leaving: Mapping[tuple[Id, Id], float]) -> float:
    """The x from which the line to the children comes down."""
    if len(bond.partners) == 1:
        who = bond.partners[0]
        return placement.people[who].x + leaving[who, bond.id]
    return bond.placed.x


def ports(
    placement: Placement, bonds: Sequence[Bond], flat: frozenset[Id]
) -> dict[tuple[Id, Id], float]:
    """How far beside the middle of a person each line leaves below: person and union."""
    leaving: dict[Id, list[Bond]] = {}
    for bond in bonds:
        if bond.id not in flat:
            for who in bond.partners:
                leaving.setdefault(who, []).append(bond)
    found: dict[tuple[Id, Id], float] = {}
    for who, ours in leaving.items():
        x = placement.people[who].x
        ours.sort(key=lambda bond: (_nested(bond, _aim(placement, bond, who) - x), bond.id))
        step = min(PORTS, 2 * EDGE / max(len(ours) - 1, 1))
        for index, bond in enumerate(ours):
            found[who, bond.id] = step * (index - (len(ours) - 1) / 2)
    return found


def _aim(placement: Placement, bond: Bond, who: Id) -> float:
    """Where a line from below a person goes: to the other partner, else to the children."""
    others = [one for one in bond.partners if one != who] or bond.placed.children
    xs = [placement.people[one].x for one in others]
    return sum(xs) / len(xs) if xs else placement.people[who].x


def _nested(bond: Bond, aim: float) -> tuple[int, float]:
    """Brackets to the left leave at the left, those to the right at the right, lines to children
    between them. Of two brackets to one side the further goes round the nearer."""
    if len(bond.partners) == 1:
        return 1, aim
    return (2, -aim) if aim > 0 else (0, -aim)


class Gaps:
    """Places in a row where a line can pass between people, each used by one line."""

    def __init__(
        self,
        placement: Placement,
        bonds: Sequence[Bond],
        flat: frozenset[Id],
        width: Callable[[Id], float],
    ) -> None:
        self.rows = Rows(placement)
        self.width = width
        self.couples = {frozenset(bond.partners) for bond in bonds if bond.id in flat}
        self.used: dict[int, list[float]] = {}

    def near(self, row: int, start: float, target: float) -> float:
        """The gap with the shortest way from `start` to `target`; a partner line is a detour."""
        people = self.rows.people.get(row, [])
        middle = bisect(people, ((start + target) / 2, ""))
        nearby = range(max(middle - 6, 0), min(middle + 6, len(people)) + 1)
        options = [
            (abs(x - start) + abs(x - target) + extra, x)
            for index in nearby
            for x, extra in self._in_gap(row, people, index, target)
        ]
        x = min(options)[1] if options else target
        self.used.setdefault(row, []).append(x)
        return x

    def _in_gap(
        self, row: int, people: list[tuple[float, Id]], index: int, target: float
    ) -> Iterator[tuple[float, float]]:
        """The best place between person index - 1 and person index of a row: beside their labels,
        or else beside their symbols."""
        before, after = people[index - 1 : index], people[index : index + 1]
        couple = frozenset(who for _, who in (*before, *after))
        detour = 2 * ROW if couple in self.couples else 0.0
        for by_label, extra in ((True, detour), (False, detour + ROW)):
            left = max((x + self._half(who, by_label) for x, who in before), default=-inf)
            right = min((x - self._half(who, by_label) for x, who in after), default=inf)
            x = self._free(row, left, right, target)
            if x is not None:
                yield x, extra
                return

    def _half(self, who: Id, by_label: bool) -> float:
        return max(self.width(who) / 2, CLEAR) if by_label else CLEAR

    def _free(self, row: int, left: float, right: float, target: float) -> float | None:
        """As near to the target as other lines that pass here allow."""
        used = self.used.get(row, ())
        wish = min(max(target, left), right)
        for step in range(40):
            x = wish + WIRES * ((step + 1) // 2) * (1 if step % 2 else -1)
            if left <= x <= right and all(abs(x - other) >= WIRES for other in used):
                return x
        return None
