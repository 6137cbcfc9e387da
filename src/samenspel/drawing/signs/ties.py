"""How it feels between two people: the sign of every kind of tie, along any curve.

Where the field has a sign it is used: the chart of standard symbols of McGoldrick, Gerson and
Petry (*Genograms*, 3rd edition, 2008, and 4th, 2020). For kinds that chart does not know the sign
is Samenspel's own; then `source` says so. Every sign can be told from every other in black and
white, and followed with a finger from one end to the other.

A direction shows as a head at the end where it points. Kinds that are about what one does to the
other have a head of their own; with the others a direction adds an open arrow.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from samenspel.drawing.scene import Place, Stroke
from samenspel.drawing.signs.curves import Curve, path, ring
from samenspel.drawing.signs.strokes import STRENGTHS
from samenspel.family.language import marked
from samenspel.family.words import Direction, TieKind

HALO = 12.0
SAW = (5.5, 8.5)
BEADS = 26.0
HEAD = 12.0
STEM = 13.0
WINGS = (9.0, 8.0)  # of an open arrow, along the line and beside it
MCGOLDRICK = "McGoldrick, Gerson & Petry"
SAMENSPEL = "Samenspel"


@dataclass(frozen=True)
class Pen:
    """Draws the parts of one tie: `start` and `end` leave room for heads."""

    curve: Curve
    start: float
    end: float
    suffix: str
    ids: tuple[str, ...]

    def stroke(self, places: Sequence[Place], style: str = "tie", closed: bool = False) -> Stroke:
        return Stroke("tie", self.ids, path(places, closed), style + self.suffix)

    def beside(self, *distances: float, style: str = "tie") -> list[Stroke]:
        return [self.stroke(self.curve.part(self.start, self.end, d), style) for d in distances]

    def ring(self, far: float, radius: float, style: str) -> Stroke:
        return Stroke("tie", self.ids, ring(self.curve.at(far), radius), style + self.suffix)

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    @property
    def beads(self) -> list[float]:
        return self.curve.spots(self.start + 4, self.end - 4, BEADS)


Draw = Callable[[Pen], list[Stroke]]


@dataclass(frozen=True)
class TieSign:
    """`word` stands in the legend. `head` is "filled", "open", "arrow" or "double".

    `aimed`: it is about what one does to the other, so that it has heads in every direction.
    `beside`: how far its outer lines run from the middle, which stop at the wings of an arrow.
    `stem`: its teeth stop before an arrow, which has a bare stem.
    """

    word: str
    source: str
    draw: Draw
    head: str = "arrow"
    aimed: bool = False
    beside: float = 0.0
    stem: bool = False

    @property
    def room(self) -> float:
        """What a head takes off the end."""
        if self.head in {"filled", "open"}:
            return HEAD - 2
        return STEM if self.stem else self.beside * WINGS[0] / WINGS[1]


def tie_strokes(
    kind: TieKind,
    curve: Sequence[Place],
    direction: Direction = Direction.BOTH,
    strength: int | None = None,
    ids: tuple[str, ...] = (),
) -> tuple[Stroke, ...]:
    """Everything of a tie, halo first. `curve` runs from 2 outside the first symbol to the second.

    `strength` 1 to 3 makes it lighter or heavier; None is as 2.
    """
    sign, line = TIES[kind], Curve(curve)
    suffix, _ = STRENGTHS[strength or 2]
    at_start, at_end = _heads(sign, direction)
    pen = Pen(line, sign.room * at_start, line.length - sign.room * at_end, suffix, ids)
    halo = Stroke("halo", ids, path(line.part(1, max(line.length - 1, 2))), "halo")
    heads = [
        *(_head(pen, sign, 0.0, 1) if at_start else ()),
        *(_head(pen, sign, line.length, -1) if at_end else ()),
    ]
    return (halo, *sign.draw(pen), *heads)


def _heads(sign: TieSign, direction: Direction) -> tuple[bool, bool]:
    """Whether there is a head at the start and at the end."""
    if direction is Direction.BOTH:
        return sign.aimed, sign.aimed
    return direction is Direction.BACK, direction is Direction.FORTH


def _head(pen: Pen, sign: TieSign, tip: float, way: int) -> list[Stroke]:
    if sign.head in {"filled", "open"}:
        style = "tie_head" if sign.head == "filled" else "tie_open_head"
        return [pen.stroke(_wings(pen.curve, tip, way * HEAD, 6), style, closed=True)]
    back, half = WINGS
    tips = [tip, tip + way * 7] if sign.head == "double" else [tip]
    stem = [pen.stroke(pen.curve.part(tip + way * STEM, tip))] if sign.stem else []
    return [*stem, *(pen.stroke(_wings(pen.curve, one, way * back, half)) for one in tips)]


def _wings(curve: Curve, tip: float, back: float, half: float) -> list[Place]:
    return [curve.at(tip + back, -half), curve.at(tip), curve.at(tip + back, half)]


# --- The signs ------------------------------------------------------------------------------------


def _lines(*distances: float) -> Draw:
    return lambda pen: pen.beside(*distances)


def _saw(pen: Pen) -> list[Stroke]:
    return [pen.stroke(pen.curve.saw(pen.start, pen.end, *SAW))]


def _distant(pen: Pen) -> list[Stroke]:
    return pen.beside(0, style="tie_dots")


def _fused(pen: Pen) -> list[Stroke]:
    """A ladder: two lines held together."""
    rungs = [pen.stroke(pen.curve.across(far, 3.5)) for far in _spots(pen, 8)]
    return [*pen.beside(-3.5, 3.5), *rungs]


def _indifferent(pen: Pen) -> list[Stroke]:
    """Dashes that pass each other: now on this side, now on that."""
    spots = _spots(pen, 12)
    return [
        pen.stroke(pen.curve.part(far - 5, far + 5, 3.0 if n % 2 else -3.0))
        for n, far in enumerate(spots)
    ]


def _hostile(pen: Pen) -> list[Stroke]:
    """Two saws against each other."""
    high, step = SAW
    return [
        pen.stroke(pen.curve.saw(pen.start, pen.end, side * high, step)) for side in (1.0, -1.0)
    ]


def _close_hostile(pen: Pen) -> list[Stroke]:
    return [*pen.beside(-3, 3), *_saw(pen)]


def _halves(pen: Pen, gap: float, style: str = "tie") -> list[Stroke]:
    """The line with a gap in its middle."""
    curve, middle = pen.curve, pen.middle
    return [
        pen.stroke(curve.part(pen.start, middle - gap / 2), style),
        pen.stroke(curve.part(middle + gap / 2, pen.end), style),
    ]


def _cut_off(pen: Pen) -> list[Stroke]:
    bars = [pen.stroke(pen.curve.across(pen.middle + side * 4, 9)) for side in (-1, 1)]
    return [*_halves(pen, 8), *bars]


def _repaired(pen: Pen) -> list[Stroke]:
    bars = [pen.stroke(pen.curve.across(pen.middle + side * 11, 9)) for side in (-1, 1)]
    return [*_halves(pen, 22), *bars, pen.ring(pen.middle, 6, "tie_open_head")]


def _never_met(pen: Pen) -> list[Stroke]:
    """Two ends that never came together."""
    rings = [pen.ring(pen.middle + side * 12, 4, "tie_open_head") for side in (-1, 1)]
    return [*_halves(pen, 32, "tie_dashes"), *rings]


def _waves(pen: Pen) -> list[Stroke]:
    return [pen.stroke(pen.curve.wave(pen.start, pen.end, 4.5, 9))]


def _double_saw(pen: Pen) -> list[Stroke]:
    """A saw between two lines that keep it in."""
    high, step = SAW
    lines = [pen.stroke(pen.curve.part(pen.start + 4, pen.end - 2, d)) for d in (-8, 8)]
    return [pen.stroke(pen.curve.saw(pen.start, pen.end, high, step)), *lines]


def _controlling(pen: Pen) -> list[Stroke]:
    beads = [pen.stroke(_square(pen.curve, far, 4), "tie_bead", closed=True) for far in pen.beads]
    return [*pen.beside(0), *beads]


def _trust(pen: Pen) -> list[Stroke]:
    return [*pen.beside(0), *(pen.ring(far, 4.5, "tie_bead") for far in pen.beads)]


def _distrust(pen: Pen) -> list[Stroke]:
    crosses = [pen.stroke(pen.curve.across(far, 5, lean)) for far in pen.beads for lean in (-5, 5)]
    return [*pen.beside(0), *crosses]


def _spots(pen: Pen, step: float) -> list[float]:
    return pen.curve.spots(pen.start, pen.end, step)


def _square(curve: Curve, far: float, half: float) -> list[Place]:
    sides = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    return [curve.at(far + along * half, beside * half) for along, beside in sides]


def _aimed(word: str, source: str, draw: Draw, head: str = "filled") -> TieSign:
    return TieSign(word, source, draw, head, aimed=True)


TIES: dict[TieKind, TieSign] = {
    TieKind.CLOSE: TieSign(marked("close"), MCGOLDRICK, _lines(-3, 3), beside=3),
    TieKind.VERY_CLOSE: TieSign(marked("very close"), MCGOLDRICK, _lines(-5, 0, 5), beside=5),
    TieKind.FUSED: TieSign(marked("grown together"), SAMENSPEL, _fused, beside=3.5),
    TieKind.DISTANT: TieSign(marked("distant"), MCGOLDRICK, _distant),
    TieKind.INDIFFERENT: TieSign(marked("indifferent"), SAMENSPEL, _indifferent, beside=3),
    TieKind.CONFLICT: TieSign(marked("often clash"), MCGOLDRICK, _saw, stem=True),
    TieKind.HOSTILE: TieSign(marked("hostile"), SAMENSPEL, _hostile, stem=True),
    TieKind.CLOSE_HOSTILE: TieSign(
        marked("close and clashing"), MCGOLDRICK, _close_hostile, stem=True
    ),
    TieKind.CUT_OFF: TieSign(marked("no more contact"), MCGOLDRICK, _cut_off),
    TieKind.REPAIRED: TieSign(marked("in touch again"), MCGOLDRICK, _repaired),
    TieKind.FOCUSED_ON: _aimed(marked("focused on"), MCGOLDRICK, _lines(0), "double"),
    TieKind.CARES_FOR: _aimed(marked("cares for"), MCGOLDRICK, _lines(0)),
    TieKind.PHYSICAL_ABUSE: _aimed(marked("physical abuse"), MCGOLDRICK, _saw),
    TieKind.SEXUAL_ABUSE: _aimed(marked("sexual abuse"), MCGOLDRICK, _double_saw),
    TieKind.EMOTIONAL_ABUSE: _aimed(marked("emotional abuse"), SAMENSPEL, _waves),
    TieKind.NEGLECT: _aimed(marked("neglect"), SAMENSPEL, _distant, "open"),
    TieKind.CONTROLLING: _aimed(marked("controlling"), SAMENSPEL, _controlling),
    TieKind.TRUST: TieSign(marked("trust"), SAMENSPEL, _trust),
    TieKind.DISTRUST: TieSign(marked("distrust"), SAMENSPEL, _distrust),
    TieKind.NEVER_MET: TieSign(marked("never met"), SAMENSPEL, _never_met),
}
