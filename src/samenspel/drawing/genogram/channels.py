"""Which bar runs above which in the band between two rows, so that lines cross least there.

A net is one horizontal bar with lines to it from above and from below. Bars that would overlap
get tracks of their own. When bar A runs above bar B, A's lines down cross B where B lies under
them, and B's lines up cross A: an order of the bars is a linear ordering, exact for the small
groups of bars that overlap and by inserting each where it costs least for the large ones. (The
problem is known from chip design as channel routing: Hashimoto and Stevens, 1971.)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

APART = 14.0  # two bars on one track leave at least this between them
SAME = 6.0  # lines nearer than this are taken for one line
ON_TOP = 1000  # the cost of two lines that lie on each other
EXACT = 6  # groups up to this many bars are ordered exactly


@dataclass(frozen=True)
class Net:
    """Where its lines come from above and go to below.

    A net can hang from another in the same band (`hangs_from` is that one's `name`): the children
    of a couple from the bracket between its partners.
    """

    tops: tuple[float, ...]
    bottoms: tuple[float, ...]
    name: str = ""
    hangs_from: str = ""

    @cached_property
    def left(self) -> float:
        return min((*self.tops, *self.bottoms))

    @cached_property
    def right(self) -> float:
        return max((*self.tops, *self.bottoms))

    @property
    def has_bar(self) -> bool:
        return self.right - self.left > SAME / 2 or not self.tops or not self.bottoms

    def touches(self, other: "Net") -> bool:
        return self.left < other.right + APART and other.left < self.right + APART


def crossings_above(upper: Net, lower: Net) -> int:
    """How often the two cross when the bar of `upper` runs above that of `lower`."""
    if lower.hangs_from and lower.hangs_from == upper.name:
        return 0
    if upper.hangs_from and upper.hangs_from == lower.name:
        return ON_TOP
    down = sum(lower.left <= x <= lower.right for x in upper.bottoms)
    up = sum(upper.left <= x <= upper.right for x in lower.tops)
    on_top = sum(abs(a - b) < SAME for a in upper.bottoms for b in lower.tops)
    return down + up + ON_TOP * on_top


def tracks(nets: Sequence[Net]) -> list[int]:
    """The track of each net's bar, 0 at the top; no two bars on one track come near each other."""
    bars = [index for index, net in enumerate(nets) if net.has_bar]
    near = _near(nets, bars)
    found = [0] * len(nets)
    for group in _groups(bars, near):
        done: list[int] = []
        for index in _ordered(nets, group, near):
            found[index] = max((found[i] + 1 for i in done if i in near[index]), default=0)
            done.append(index)
    return found


def _near(nets: Sequence[Net], bars: Sequence[int]) -> dict[int, dict[int, None]]:
    """For each bar those that cannot share its track, by one sweep from left to right."""
    near: dict[int, dict[int, None]] = {index: {} for index in bars}
    reached: list[int] = []
    for index in sorted(bars, key=lambda i: (nets[i].left, i)):
        reached = [i for i in reached if nets[i].touches(nets[index])]
        for other in reached:
            near[other][index] = near[index][other] = None
        reached.append(index)
    return near


def _groups(bars: Sequence[int], near: dict[int, dict[int, None]]) -> list[list[int]]:
    found: list[list[int]] = []
    seen: set[int] = set()
    for start in bars:
        if start in seen:
            continue
        seen.add(start)
        group = [start]
        for index in group:
            fresh = [other for other in near[index] if other not in seen]
            seen.update(fresh)
            group += fresh
        found.append(group)
    return found


def _ordered(nets: Sequence[Net], group: list[int], near: dict[int, dict[int, None]]) -> list[int]:
    if len(group) == 1:
        return group
    costs = {
        (a, b): crossings_above(nets[a], nets[b]) for a in group for b in near[a] if a in near[b]
    }
    group = sorted(group, key=lambda i: (nets[i].right - nets[i].left, i), reverse=True)
    if len(group) <= EXACT:
        return _best(group, costs)
    return _inserted(group, costs)


def _best(group: list[int], costs: dict[tuple[int, int], int]) -> list[int]:
    """The best order over all subsets that can lie on top (Held and Karp)."""
    best: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    for chosen in range(1, 1 << len(group)):
        options = []
        for bit, last in enumerate(group):
            if chosen >> bit & 1:
                cost, order = best[chosen ^ (1 << bit)]
                extra = sum(costs.get((above, last), 0) for above in order)
                options.append((cost + extra, (*order, last)))
        best[chosen] = min(options, key=lambda option: option[0])
    return list(best[(1 << len(group)) - 1][1])


def _inserted(group: list[int], costs: dict[tuple[int, int], int]) -> list[int]:
    """Each bar where it costs least among those before it; then once more, in that order."""
    order: list[int] = []
    for index in (*group, *group):
        order = [other for other in order if other != index]
        order.insert(_cheapest_place(order, index, costs), index)
    return order


def _cheapest_place(order: list[int], index: int, costs: dict[tuple[int, int], int]) -> int:
    cost = best = place = 0
    for at, other in enumerate(order):
        cost += costs.get((other, index), 0) - costs.get((index, other), 0)
        if cost < best:
            best, place = cost, at + 1
    return place
