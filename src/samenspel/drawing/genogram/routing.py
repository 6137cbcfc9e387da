"""The way every line of descent and every bracket between partners takes, before heights are known.

Lines run along the axes only, but for the last bit to twins. A line over more rows passes each row
through a gap between people.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from samenspel.drawing.genogram.channels import tracks
from samenspel.drawing.genogram.couples import Bond
from samenspel.drawing.genogram.passages import Gaps, flat_bonds, pins, ports
from samenspel.drawing.genogram.plans import Bar, Level, Line, Plan, Turn
from samenspel.drawing.placement import Id, Placement
from samenspel.family.family import Family, Twins
from samenspel.family.words import Parentage, Twinship

NOTE = 20.0  # room above a bar for words
# Other kinds are told by their last stretch; the way there is solid.
OWN_BAR = (Parentage.FOSTER, Parentage.STEP, Parentage.DONOR)
TWINS = 46.0  # from the point where twins begin to the top of their symbols

Edge = Callable[[Id, float], float]  # how far above its centre a symbol ends, so far beside it


def plan(
    family: Family,
    placement: Placement,
    bonds: Sequence[Bond],
    edge: Edge,
    width: Callable[[Id], float],
) -> Plan:
    planner = _Planner(family, placement, bonds, edge, width)
    for bond in bonds:
        planner.add(bond)
    planner.give_tracks()
    return Plan(
        tuple(planner.lines),
        tuple(planner.bars),
        tuple(bonds),
        planner.sibling_bars,
        planner.flat,
    )


class _Planner:
    def __init__(
        self,
        family: Family,
        placement: Placement,
        bonds: Sequence[Bond],
        edge: Edge,
        width: Callable[[Id], float],
    ) -> None:
        self.family, self.placement, self.edge = family, placement, edge
        self.people = placement.people
        self.flat = flat_bonds(placement, bonds)
        self.gaps = Gaps(placement, bonds, self.flat, width)
        self.ports = ports(placement, bonds, self.flat)
        self.pins = pins(placement, bonds, self.ports)
        self.twins: dict[Id, list[Twins]] = {}
        for twins in family.twins:
            for child in twins.children:
                self.twins.setdefault(child, []).append(twins)
        self.lines: list[Line] = []
        self.bars: list[Bar] = []
        self.sibling_bars: dict[Id, Bar] = {}

    def add(self, bond: Bond) -> None:
        """Everything of one union: partner line or bracket, stem, bar, lines to the children."""
        row = self.placement.row_of(bond.placed)
        source = self._bond_line(bond, row)
        if not bond.descents:
            self._more_only(bond, row, source)
            return
        if isinstance(source[1], Bar) and self._hangs_from(bond, source[1]):
            self._children(bond, source[1], None)
            return
        bar = self._bar(row)
        if bond.partners:
            bar.tops.append(source[0])
            if isinstance(source[1], Bar):
                source[1].bottoms.append(source[0])
                source[1].name = bar.hangs_from = bond.id
        else:
            bar.note = NOTE
        self._children(bond, bar, source if bond.partners else None)

    def _more_only(self, bond: Bond, row: int, source: Turn) -> None:
        """Children who are there but not drawn: a stem with words at its end."""
        if bond.more_children:
            bar = self._bar(row, [source[0]])
            if isinstance(source[1], Bar):
                source[1].bottoms.append(source[0])
                source[1].name = bar.hangs_from = bond.id
            bar.note = NOTE
            self.sibling_bars[bond.id] = bar
            self.lines.append(Line("stem", bond.id, bond.partners, (source, (source[0], bar))))

    def give_tracks(self) -> None:
        bands: dict[int, list[Bar]] = {}
        for bar in self.bars:
            bands.setdefault(bar.band, []).append(bar)
        for bars in bands.values():
            for bar, track in zip(bars, tracks([bar.net for bar in bars]), strict=True):
                bar.track = track

    def _bar(self, band: int, tops: Sequence[float] = (), bottoms: Sequence[float] = ()) -> Bar:
        bar = Bar(band, list(tops), list(bottoms))
        self.bars.append(bar)
        return bar

    # --- Between partners -------------------------------------------------------------------------

    def _bond_line(self, bond: Bond, row: int) -> Turn:
        """The line between the partners; where the line to the children begins."""
        placed = bond.placed
        if len(bond.partners) < 2:
            if not bond.partners:
                return placed.x, Level(row)
            x, below = self._port(bond.partners[0], bond)
            return x, Level(row, below)
        if bond.id in self.flat:
            ends = sorted(bond.partners, key=lambda who: self.people[who].x)
            turns = tuple((self.people[who].x, Level(row)) for who in ends)
            self.lines.append(Line("bond", bond.id, bond.partners, turns))
            return placed.x, Level(row)
        bar = self._bar(row)
        first, second = (self._down(who, bond, bar) for who in bond.partners)
        self.lines.append(Line("bond", bond.id, bond.partners, (*first, *reversed(second))))
        return min(max(placed.x, bar.net.left), bar.net.right), bar

    def _port(self, who: Id, bond: Bond) -> tuple[float, float]:
        offset = self.ports[who, bond.id]
        return self.people[who].x + offset, self.edge(who, offset)

    def _down(self, who: Id, bond: Bond, bar: Bar) -> list[Turn]:
        """From below a partner to a bar, perhaps past other rows."""
        x, below = self._port(who, bond)
        row = self.people[who].row
        turns: list[Turn] = [(x, Level(row, below))]
        for band in range(row, bar.band):
            x = self._jog(turns, band, x, bond.placed.x)
        bar.tops.append(x)
        turns.append((x, bar))
        return turns

    def _jog(self, turns: list[Turn], band: int, x: float, target: float) -> float:
        """Sideways in a band to a gap in the row below it; gives the x of that gap."""
        gap = self.gaps.near(band + 1, x, target)
        jog = self._bar(band, [x], [gap])
        turns += [(x, jog), (gap, jog)]
        return gap

    def _hangs_from(self, bond: Bond, bracket: Bar) -> bool:
        """Whether a single child hangs straight from the bracket of its parents."""
        if len(bond.descents) != 1:
            return False
        return bracket.net.left <= self.people[bond.descents[0].child].x <= bracket.net.right

    # --- Children ---------------------------------------------------------------------------------

    def _children(self, bond: Bond, bar: Bar, stem: Turn | None) -> None:
        self.sibling_bars[bond.id] = bar
        branches = [*self._twins(bond, bar)]
        twins = {who for branch in branches for who in branch.ids}
        branches += [
            self._branch(bond, bar, descent.child, descent.parentage)
            for descent in bond.descents
            if descent.child not in twins
        ]
        self.lines += _hang(bond, bar, stem, branches)

    def _branch(self, bond: Bond, bar: Bar, child: Id, parentage: Parentage) -> Line:
        """From a bar down to the child."""
        row = self.people[child].row
        x = self.people[child].x + self.pins[child, bond.id]
        start = x
        turns: list[Turn] = []
        if row > bar.band + 1:
            start = self.gaps.near(bar.band + 1, bond.placed.x, x)
        bar.bottoms.append(start)
        turns.append((start, bar))
        at = start
        for band in range(bar.band + 1, row - 1):
            at = self._jog(turns, band, at, x)
        if row > bar.band + 1:
            jog = self._bar(row - 1, [at], [x])
            turns += [(at, jog), (x, jog)]
        turns.append((x, Level(row, -self.edge(child, self.pins[child, bond.id]))))
        return Line("drop", bond.id, (child,), tuple(turns), parentage)

    def _twins(self, bond: Bond, bar: Bar) -> Iterator[Line]:
        """One line for all of a multiple birth, and from its end a slanting line to each."""
        descents = {descent.child: descent.parentage for descent in bond.descents}
        for twins in self._twins_of(descents):
            born = tuple(who for who in twins.children if who in descents)
            rows = {self.people[who].row for who in born}
            if len(born) < 2 or rows != {bar.band + 1} or len({descents[w] for w in born}) > 1:
                continue
            row, parentage = bar.band + 1, descents[born[0]]
            ends = [(who, self.pins[who, bond.id]) for who in born]
            x = sum(self.people[who].x + pin for who, pin in ends) / len(ends)
            point = Level(row, -22.0 - TWINS)
            bar.bottoms.append(x)
            feet = [
                (self.people[who].x + pin, Level(row, -self.edge(who, pin))) for who, pin in ends
            ]
            for who, foot in zip(born, feet, strict=True):
                self.lines.append(Line("twin", bond.id, (who,), ((x, point), foot), parentage))
            feet.sort(key=_x)
            shown = feet[:2] if twins.twinship is Twinship.UNKNOWN else (feet[0], feet[-1])
            turns = ((x, point), *shown)
            self.lines.append(Line("twins", bond.id, born, turns, twinship=twins.twinship))
            yield Line("drop", bond.id, born, ((x, bar), (x, point)), parentage)

    def _twins_of(self, children: Iterable[Id]) -> list[Twins]:
        found = {twins.children: twins for child in children for twins in self.twins.get(child, ())}
        return list(found.values())


def _x(turn: Turn) -> float:
    return turn[0]


def _hang(bond: Bond, bar: Bar, stem: Turn | None, branches: Sequence[Line]) -> Iterator[Line]:
    """Stem and bar in the style of the strongest descent; the others branch off where it ends."""
    kinds = sorted(
        {_bar_kind(branch) for branch in branches}, key=(Parentage.BIRTH, *OWN_BAR).index
    )
    if stem:
        yield Line("stem", bond.id, bond.everybody, (stem, (stem[0], bar)), kinds[0])
    reach = _reach(bar.tops, branches, kinds[0])
    if not bar.tops:
        yield Line("bar", bond.id, bond.everybody, tuple((x, bar) for x in reach), kinds[0])
    for kind in kinds:
        ours = [branch for branch in branches if _bar_kind(branch) is kind]
        starts = [branch.turns[0][0] for branch in ours]
        wider = (min(reach[0], *starts), max(reach[1], *starts))
        ids = (*bond.partners, *(who for branch in ours for who in branch.ids))
        for near, far in zip(reach, wider, strict=True):
            if near != far:
                yield Line("bar", bond.id, ids, ((near, bar), (far, bar)), kind)
        reach = wider
        yield from ours


def _reach(
    tops: Sequence[float], branches: Sequence[Line], first: Parentage
) -> tuple[float, float]:
    """What of a bar is there before children hang from it; without parents, that to the first."""
    xs = tops or [line.turns[0][0] for line in branches if _bar_kind(line) is first]
    return min(xs), max(xs)


def _bar_kind(branch: Line) -> Parentage:
    return branch.parentage if branch.parentage in OWN_BAR else Parentage.BIRTH
