"""The way a line of how it feels takes between two people: a bow round what stands between.

Of a number of bows to both sides the one is taken that covers least: no symbol, no words, and no
other line for long. Ties that have their way count for those that come after, so that two ties
between the same people fan out.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import floor, hypot, inf

from samenspel.drawing.genogram.space import Box, Space, widened
from samenspel.drawing.scene import Place

BOWS = (0.0, 0.12, -0.12, 0.22, -0.22, 0.34, -0.34, 0.5, -0.5, 0.7, -0.7, 0.95, -0.95)
LEANS = (0.0, -0.6, 0.6)  # where along the way the bow is furthest out
WINDINGS = (0.25, -0.25, 0.5, -0.5)  # out to one side, then to the other
MORE_BOWS = (
    0.06,
    0.12,
    0.17,
    0.22,
    0.28,
    0.42,
    0.6,
    0.82,
    1.1,
    1.3,
)  # when all of these cover something
MORE_LEANS = (0.0, -0.35, 0.35, -0.85, 0.85)
ALONGS = ((0.3, 0.7), (-0.06, 0.55), (0.45, 1.06))  # where along the way the two controls are
CLEAR = 34.0  # between two in one row a tie goes so far above or below it
STEP = 9.0  # between the places where a way is judged
FINE = 4.0  # between the places of a finished way
CELL = 48.0
SYMBOL, WORDS, LIGHT_WORDS, TIE = 90.0, 60.0, 8.0, 5.0  # for each place of a way that covers one
ACROSS, ALONG = 3.0, 28.0  # the same for a line
NEAR_WORDS, CLOSE_AIR = 12.0, 3.0  # to come near words is not so bad as to come very near
BEND = 26.0  # the cost of a bow as high as the way is long
LENGTH = 0.02
SYMBOL_AIR, WORDS_AIR, LINE_AIR, TIE_AIR = 12.0, 7.0, 4.0, 10.0
OWN_AIR = 3.0  # from the symbols that a way runs between, but at its ends

Leave = Callable[[str, Place], Place]  # where a line from somebody towards a place begins


class Ground:
    """What a way costs at each place, in a fine grid."""

    def __init__(
        self,
        symbols: Mapping[str, Box],
        words: Iterable[Box],
        light_words: Iterable[Box],
        lines: Iterable[Box],
    ) -> None:
        """Light words can still be moved."""
        self._cells: dict[tuple[int, int], list[tuple[Box, float, str]]] = {}
        for who, box in symbols.items():
            self._take(box, SYMBOL_AIR, SYMBOL, who)
        for box in words:
            self._take(box, CLOSE_AIR, WORDS - NEAR_WORDS)
            self._take(box, WORDS_AIR, NEAR_WORDS)
        for box in light_words:
            self._take(box, WORDS_AIR, LIGHT_WORDS)
        for box in lines:
            self._take(box, LINE_AIR, 0.0, UPRIGHT if box[2] - box[0] < box[3] - box[1] else LEVEL)

    def take_way(self, way: Sequence[Place]) -> None:
        """A tie that has its way; near its ends others may come close."""
        for x, y in way[4:-4:2]:
            self._take((x, y, x, y), TIE_AIR, TIE)

    def cost(self, places: Sequence[Place], first: str, second: str, limit: float) -> float:
        """For a way between these two, whose own symbols only count where it does not begin or
        end; stops at the limit."""
        found, before, own = 0.0, places[0], {first, second}
        for n, place in enumerate(places):
            inside = 1 < n < len(places) - 2
            for box, cost, who in self._cells.get(
                (int(place[0] // CELL), int(place[1] // CELL)), ()
            ):
                air = SYMBOL_AIR - OWN_AIR if who in own else 0.0
                if (inside or not air) and _holds(box, place, air):
                    found += cost or _over_line(before, place, who)
            if found >= limit:
                break
            before = place
        return found

    def _take(self, box: Box, air: float, cost: float, who: str = "") -> None:
        wide = widened(box, air)
        for column in range(floor(wide[0] / CELL), floor(wide[2] / CELL) + 1):
            for row in range(floor(wide[1] / CELL), floor(wide[3] / CELL) + 1):
                self._cells.setdefault((column, row), []).append((wide, cost, who))


def _holds(box: Box, place: Place, air: float) -> bool:
    """Whether a place is in a box that is made so much smaller."""
    x, y = place
    return box[0] + air < x < box[2] - air and box[1] + air < y < box[3] - air


UPRIGHT, LEVEL = "|", "-"


def _over_line(before: Place, place: Place, way: str) -> float:
    """Across a line costs little, along it much: the line would be hidden."""
    dx, dy = place[0] - before[0], place[1] - before[1]
    far = dx * dx + dy * dy or 1.0
    along = (dy * dy if way == UPRIGHT else dx * dx) / far
    return ACROSS + ALONG * along * along


Out = tuple[float, float, float, float]
Way = tuple[Place, Place, Place, Place]  # a cubic curve: begin, two controls, end


def best_way(
    first: str,
    second: str,
    at: Mapping[str, Place],
    leave: Leave,
    ground: Ground,
    *,
    in_haste: bool = False,
) -> list[Place]:
    """From 2 outside one symbol to 2 outside the other, as a dense polyline.

    In haste only a few ways are tried: for a drawing with more ties than anybody can read.
    """
    tried = _shapes(at[first], at[second], _OUT[:HASTE] if in_haste else _OUT)
    best, least = _cheapest(tried, first, second, leave, ground, inf)
    if best is None or (least >= WORDS and not in_haste):
        more = _shapes(at[first], at[second], _MORE_OUT)
        other, least = _cheapest(more, first, second, leave, ground, least)
        best = other or best
    assert best is not None
    found = _places(best, FINE)
    if not in_haste:
        ground.take_way(found)
    return found


def _cheapest(
    shapes: Iterable[Way], first: str, second: str, leave: Leave, ground: Ground, least: float
) -> tuple[Way | None, float]:
    """The way that costs least, if that is less than `least`."""
    best: Way | None = None
    for shape in shapes:
        way = (leave(first, shape[1]), shape[1], shape[2], leave(second, shape[2]))
        cost = _bend(way)
        if cost < least:
            cost += ground.cost(_places(way, STEP), first, second, least - cost)
        if cost < least:
            best, least = way, cost
    return best, least


def _shapes(a: Place, b: Place, out: Iterable[Out]) -> Iterator[Way]:
    """Cubic curves between two centres. In one row a straight line would read as a bond."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    in_row = abs(dy) < CLEAR
    for first, second, near, far in out:
        if in_row and abs(first + second) * 3 / 8 * abs(dx) < CLEAR:
            continue
        yield (
            a,
            (a[0] + dx * near - dy * first, a[1] + dy * near + dx * first),
            (a[0] + dx * far - dy * second, a[1] + dy * far + dx * second),
            b,
        )


# How far out the two controls are and how far along, in lengths of the way; a curve reaches three
# quarters as far out.
_OUT: tuple[Out, ...] = (
    (0.0, 0.0, *ALONGS[0]),
    *(
        (bow * 4 / 3 * (1 - lean), bow * 4 / 3 * (1 + lean), *ALONGS[0])
        for bow in BOWS[1:]
        for lean in LEANS
    ),
    *((bow * 4 / 3, -bow * 4 / 3, *ALONGS[0]) for bow in WINDINGS),
)
HASTE = 5
_MORE_OUT: tuple[Out, ...] = tuple(
    (side * bow * 4 / 3 * (1 - lean), side * bow * 4 / 3 * (1 + lean), *along)
    for bow in MORE_BOWS
    for lean in MORE_LEANS
    for along in ALONGS
    for side in (1, -1)
)


def _bend(way: Way) -> float:
    """What a bow costs by itself."""
    far = hypot(way[3][0] - way[0][0], way[3][1] - way[0][1]) or 1.0
    out = max(_aside(way[0], way[3], way[1]), _aside(way[0], way[3], way[2]))
    return BEND * min(out / far, 2.0) + LENGTH * out


def _aside(a: Place, b: Place, place: Place) -> float:
    """How far a place lies beside the straight line."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    far = hypot(dx, dy) or 1.0
    return abs(dx * (place[1] - a[1]) - dy * (place[0] - a[0])) / far


def _places(way: Way, step: float) -> list[Place]:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = way
    length = hypot(bx - ax, by - ay) + hypot(cx - bx, cy - by) + hypot(dx - cx, dy - cy)
    count = max(8, round(length / step))
    found = []
    for n in range(count + 1):
        t = n / count
        s = 1 - t
        p, q, r, u = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        found.append((p * ax + q * bx + r * cx + u * dx, p * ay + q * by + r * cy + u * dy))
    return found


def spot_on(ways: Sequence[Sequence[Place]], space: Space, wide: float) -> Place:
    """Where on one of these ways something so wide covers least, as near to a middle as can be."""
    half = wide / 2
    best, least = ways[0][len(ways[0]) // 2], inf
    for way in ways:
        middle = len(way) // 2
        order = sorted(range(len(way) // 8, len(way) * 7 // 8 + 1), key=lambda n: abs(n - middle))
        for n in order[::3]:
            x, y = way[n]
            taken = space.overlap((x - half, y - half, x + half, y + half))
            if taken < least:
                best, least = way[n], taken
            if not taken:
                return best
    return best


def take_way(space: Space, way: Sequence[Place]) -> None:
    """So that words stay clear of it."""
    for x, y in way[::2]:
        space.take((x - 6, y - 6, x + 6, y + 6))
