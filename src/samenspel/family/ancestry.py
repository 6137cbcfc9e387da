"""Who descends from whom, and which parentage would make somebody their own ancestor.

Whoever is a child of a bond descends from its partners. Parentages are taken in the order they
were said; one that closes a circle is skipped. Only people on a circle are looked at one by one,
from both ends at once, so that a family without circles costs no more than reading it.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from samenspel.family.facts import Id

Pair = tuple[Id, Id]  # a union and a child of it

LOOKS = 10_000
LOOKS_PER_PAIR = 100  # a hostile file makes long searches; then more is skipped than is needed


def circular(partners: Mapping[Id, Sequence[Id]], pairs: Sequence[Pair]) -> set[Pair]:
    """The pairs to skip."""
    between = _between_circles(partners, pairs)
    if not between:
        return set()
    doubtful = [
        (union, child)
        for union, child in pairs
        if child in between and any(parent in between for parent in partners.get(union, ()))
    ]
    tree = _Tree(budget=LOOKS + LOOKS_PER_PAIR * len(doubtful))
    return {
        (union, child)
        for union, child in doubtful
        if not tree.grow(child, [one for one in partners[union] if one in between])
    }


def _between_circles(partners: Mapping[Id, Sequence[Id]], pairs: Iterable[Pair]) -> set[Id]:
    """People on a circle, or between two: peel off, again and again, who has nobody above."""
    edges = [(parent, child) for union, child in pairs for parent in partners.get(union, ())]
    left = {person for edge in edges for person in edge}
    left = _peeled(left, edges)
    return _peeled(left, [(child, parent) for parent, child in edges])


def _peeled(people: set[Id], edges: Iterable[Pair]) -> set[Id]:
    below: dict[Id, list[Id]] = {}
    above: dict[Id, int] = dict.fromkeys(people, 0)
    for parent, child in edges:
        if parent in people and child in people:
            below.setdefault(parent, []).append(child)
            above[child] += 1
    top = [person for person, count in above.items() if not count]
    while top:
        person = top.pop()
        del above[person]
        for child in below.get(person, ()):
            above[child] -= 1
            if not above[child]:
                top.append(child)
    return set(above)


@dataclass
class _Tree:
    """Grows parentage by parentage and stays without circles."""

    budget: int
    above: dict[Id, list[Id]] = field(default_factory=dict)
    below: dict[Id, list[Id]] = field(default_factory=dict)

    def grow(self, child: Id, parents: Sequence[Id]) -> bool:
        if child in parents or self.budget <= 0 or self._descends(parents, child):
            return False
        for parent in parents:
            self.above.setdefault(child, []).append(parent)
            self.below.setdefault(parent, []).append(child)
        return True

    def _descends(self, people: Sequence[Id], ancestor: Id) -> bool:
        """Look down from the one and up from the others, a step each, until one side ends."""
        up, down = _Search(people, self.above), _Search([ancestor], self.below)
        while up.waiting and down.waiting and self.budget > 0:
            self.budget -= up.cost + down.cost
            if up.step() in down.seen or down.step() in up.seen:
                return True
        return bool(up.waiting and down.waiting)


class _Search:
    def __init__(self, start: Sequence[Id], edges: Mapping[Id, Sequence[Id]]) -> None:
        self.seen = set(start)
        self.waiting = deque(start)
        self._edges = edges

    @property
    def cost(self) -> int:
        return 1 + len(self._edges.get(self.waiting[0], ()))

    def step(self) -> Id:
        person = self.waiting.popleft()
        for other in self._edges.get(person, ()):
            if other not in self.seen:
                self.seen.add(other)
                self.waiting.append(other)
        return person
