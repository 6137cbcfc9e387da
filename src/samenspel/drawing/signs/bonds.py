"""Lines between partners and from parents to children: what they were and are to each other.

A bond is drawn in the style of how they were together last; what ended it are slashes through
that line. So a divorce is a solid line with two, and an ended living together a dashed one.
Kin who are partners get a second line, as in the pedigrees of genetic counsellors.
"""

from collections.abc import Sequence
from math import hypot

from samenspel.drawing.scene import Item, Place, Stroke, Text
from samenspel.drawing.signs.curves import path, ring
from samenspel.drawing.text import capital
from samenspel.family.language import marked
from samenspel.family.words import Parentage, Stage, Twinship

SLASH = (4.0, 9.0)  # how far a slash leans and how far it reaches, from its middle
APART = 8.0  # between two slashes
BESIDE = 6.0  # between the two lines of an adoption
RAILS = 2.5  # of two thin lines, to both sides
RING = 5.0  # of a surrogate mother, its radius
QUESTION = 10.0  # half the gap that a question mark needs in a line

TOGETHER = {
    Stage.RELATIONSHIP: "relationship",
    Stage.SECRET: "secret",
    Stage.LIVING_TOGETHER: "living_together",
    Stage.REGISTERED: "married",
    Stage.MARRIED: "married",
}
# What a bond must have been before, when only its end was told.
BEFORE_THE_END = {Stage.DIVORCED: "married", Stage.WIDOWED: "married"}
SLASHES = {
    Stage.LIVING_APART: "one",
    Stage.ENDED: "two",
    Stage.DIVORCED: "two",
    Stage.RECONCILED: "back",
}

# The words of the legend, per style of bond and kind of slashes.
BOND_WORDS = {
    "married": marked("married, registered partners"),
    "living_together": marked("living together"),
    "relationship": marked("relationship, living apart"),
    "secret": marked("secret relationship"),
    "bond_unsaid": marked("partners, not said how"),
    "kin": marked("partners who are kin"),
}
SLASH_WORDS = {
    "one": marked("went to live apart"),
    "two": marked("divorced, separated"),
    "back": marked("together again"),
}
PARENTAGE_WORDS = {
    Parentage.BIRTH: marked("born"),
    Parentage.ADOPTED: marked("adopted"),
    Parentage.FOSTER: marked("foster child"),
    Parentage.STEP: marked("stepchild, came along"),
    Parentage.GUARDIAN: marked("guardian"),
    Parentage.DONOR: marked("donor"),
    Parentage.SURROGATE: marked("surrogate mother"),
    Parentage.UNKNOWN: marked("not known how"),
}
TWIN_WORDS = {
    Twinship.IDENTICAL: marked("identical twins"),
    Twinship.FRATERNAL: marked("fraternal twins"),
    Twinship.UNKNOWN: marked("twins, not known which kind"),
}


def bond_style(stages: Sequence[Stage]) -> str:
    """A key of STROKES: how they are together now, or were last."""
    together = [TOGETHER[stage] for stage in stages if stage in TOGETHER]
    if together:
        return together[-1]
    ends = [BEFORE_THE_END[stage] for stage in stages if stage in BEFORE_THE_END]
    return ends[-1] if ends else "bond_unsaid"


def bond_slashes(stages: Sequence[Stage]) -> str:
    """A key of SLASH_WORDS, or empty: "one", "two", or "back" for together again after an end."""
    ends = [SLASHES[stage] for stage in stages if stage in SLASHES]
    if not ends:
        return ""
    return "back" if stages[-1] in TOGETHER else ends[-1]


def bond_strokes(
    stages: Sequence[Stage],
    points: Sequence[Place],
    at: Place,
    ids: tuple[str, ...] = (),
    *,
    kin: bool = False,
) -> tuple[Stroke, ...]:
    """The line along `points`, from side to side, with its slashes around `at`."""
    style = bond_style(stages)
    sides = (-RAILS, RAILS) if kin else (0.0,)
    lines = [Stroke("bond", ids, path(beside(points, side)), style) for side in sides]
    return (*lines, *slash_strokes(bond_slashes(stages), at, ids))


def slash_strokes(slashes: str, at: Place, ids: tuple[str, ...] = ()) -> tuple[Stroke, ...]:
    x, y = at
    lean, reach = SLASH
    pair = (x - APART / 2, x + APART / 2)
    middles = {"": (), "one": (x,), "two": pair, "back": pair}[slashes]
    lines = [[(m - lean, y + reach), (m + lean, y - reach)] for m in middles]
    if slashes == "back":
        lines.append([(x - 14, y - 8), (x + 14, y + 8)])
    return tuple(Stroke("slash", ids, path(line), "slash") for line in lines)


def descent_strokes(
    parentage: Parentage, points: Sequence[Place], ids: tuple[str, ...] = ()
) -> tuple[Item, ...]:
    """The line from the parents at the first point to the child at the last.

    An unknown parentage has a question mark in its last stretch, where that is long enough.
    """
    if parentage is Parentage.ADOPTED:
        solid = Stroke("child", ids, path(points), "birth")
        return solid, Stroke("child", ids, path(beside(points, -BESIDE)), "adopted")
    if parentage is Parentage.GUARDIAN:
        sides = (-RAILS, RAILS)
        return tuple(Stroke("child", ids, path(beside(points, s)), "guardian") for s in sides)
    if parentage is Parentage.SURROGATE:
        return _with_ring(points, ids)
    if parentage is Parentage.UNKNOWN:
        return _with_question(points, ids)
    return (Stroke("child", ids, path(points), parentage.value),)


def _with_ring(points: Sequence[Place], ids: tuple[str, ...]) -> tuple[Item, ...]:
    """A ring halfway the last stretch: the child was carried there."""
    middle = between(points[-2], points[-1], 0.5)
    line = Stroke("child", ids, path(points), "birth")
    return line, Stroke("child", ids, ring(middle, RING), "surrogate")


def _with_question(points: Sequence[Place], ids: tuple[str, ...]) -> tuple[Item, ...]:
    style = "parentage_unknown"
    (x1, y1), (x2, y2) = points[-2], points[-1]
    length = hypot(x2 - x1, y2 - y1)
    if length < 3 * QUESTION:
        return (Stroke("child", ids, path(points), style),)
    before, after = ((length / 2 + side * QUESTION) / length for side in (-1, 1))
    upper = Stroke(
        "child", ids, path([*points[:-1], between(points[-2], points[-1], before)]), style
    )
    lower = Stroke("child", ids, path([between(points[-2], points[-1], after), points[-1]]), style)
    x, y = between(points[-2], points[-1], 0.5)
    return upper, lower, Text("mark", ids, (x, y + capital("strong") / 2), "?", "strong")


def twin_strokes(
    twinship: Twinship, top: Place, feet: Sequence[Place], ids: tuple[str, ...] = ()
) -> tuple[Item, ...]:
    """From one point to each child; identical with a bar between, unknown with a question mark.

    The lines to the children are solid; give children of another parentage lines of their own.
    """
    legs = tuple(Stroke("child", ids, path([top, foot]), "birth") for foot in feet)
    return legs + twin_mark(twinship, top, feet, ids)


def twin_mark(
    twinship: Twinship, top: Place, feet: Sequence[Place], ids: tuple[str, ...] = ()
) -> tuple[Item, ...]:
    """What tells the kind of twins, between the lines to the first and the last child."""
    left, right = between(top, feet[0], 0.55), between(top, feet[-1], 0.55)
    if twinship is Twinship.IDENTICAL:
        return (Stroke("twins", ids, path([left, right]), "plain"),)
    if twinship is Twinship.FRATERNAL:
        return ()
    x, y = (left[0] + right[0]) / 2, (left[1] + right[1]) / 2
    return (Text("mark", ids, (x, y + capital("strong")), "?", "strong"),)


def between(first: Place, last: Place, share: float) -> Place:
    return first[0] + (last[0] - first[0]) * share, first[1] + (last[1] - first[1]) * share


def beside(points: Sequence[Place], distance: float) -> list[Place]:
    """The same corners on a line that runs `distance` to the right of the way one goes."""
    if distance == 0:
        return list(points)
    ways = [_unit(points[n], points[n + 1]) for n in range(len(points) - 1)]
    found = []
    for n, (x, y) in enumerate(points):
        ux, uy = ways[max(n - 1, 0)]
        vx, vy = ways[min(n, len(ways) - 1)]
        turn = 1 + ux * vx + uy * vy  # at a corner it keeps its distance to both stretches
        scale = distance / turn if turn > 0.01 else 0.0
        found.append((x - (uy + vy) * scale, y + (ux + vx) * scale))
    return found


def _unit(first: Place, last: Place) -> Place:
    dx, dy = last[0] - first[0], last[1] - first[1]
    length = hypot(dx, dy) or 1.0
    return dx / length, dy / length
