"""A large family without its twigs: what remains decides where lines must cross.

A child whose family only goes down (itself, partners without other lines, descendants) is a twig.
All twigs of a union can hang side by side, so that in the core one line as long as the longest
stands for all of them: where that line crosses nothing, the twigs do not either. A partner without
other lines is left out of the core and stands beside the other one later; a couple of which that
leaves no line at all goes with it.

Every crossing of the core is a crossing of the family, so that the fewest of the core is a bound.
A core of a few dozen people is left of most families of hundreds.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from samenspel.drawing.layout.layers import Layers, Node
from samenspel.drawing.layout.legal import musts
from samenspel.drawing.layout.order import Wishes, may_be_aside

Line = tuple[Node, Node]


@dataclass
class Core:
    """`layers` numbers the nodes anew; `nodes` gives the number each has in the whole family.

    `twigs[n]` is what stands where n stands in the core, from left to right, as numbers of the
    whole family. `beside` holds (union, who stays, who is left out); `late` are the unions without
    children of such couples, whose lines cross nothing. `couples` are the unions that may be aside
    (see `order`). `many` is how many lines a line of the core stands for, `surely` how many of
    those cross whatever it crosses. `elder` counts the siblings of whom the first should stand
    left, by who they are or hang from in the core, and `must` are pairs of whom the first
    has to.
    """

    layers: Layers
    nodes: list[Node]
    twigs: dict[Node, list[Node]]
    beside: list[tuple[Node, Node, Node]]
    late: list[Node] = field(default_factory=list)
    couples: frozenset[Node] = frozenset()
    many: dict[Line, int] = field(default_factory=dict)
    surely: dict[Line, int] = field(default_factory=dict)
    elder: dict[Line, int] = field(default_factory=dict)
    must: tuple[Line, ...] = ()


def pruned(layers: Layers, wishes: Wishes, *, by_age: bool = True, bare: bool = False) -> Core:
    """With `by_age`, twigs are apart that have a child of the core between them in age.

    A `bare` core is smaller still, to find a bound with, and cannot be grown again: twigs are left
    out where another child of the union stays.
    """
    return _Pruning(layers, wishes, by_age=by_age and not bare, bare=bare).core()


class _Pruning:
    def __init__(self, layers: Layers, wishes: Wishes, *, by_age: bool, bare: bool) -> None:
        self.layers, self.wishes, self.by_age, self.bare = layers, wishes, by_age, bare
        self.pinned = {node for pair in wishes.fixed for node in pair}
        self.lone = self._lone_partners()
        self.late = dict.fromkeys(union for union in self.lone if self._is_aside(union))
        self.out = {*self.lone.values(), *self.late}
        self.height: dict[Node, int] = {}  # of twigs, by their highest node
        self._find_twigs()
        self.age = Age(wishes)
        self.twigs: dict[Node, list[Node]] = {}
        self.many: dict[Line, int] = {}
        self.surely: dict[Line, int] = {}

    def core(self) -> Core:
        carried: set[Node] = set()
        for nodes in self.layers.rows[::2]:
            for union in nodes:
                if union not in carried and not self.layers.is_bend(union):
                    self._gather(union, carried)
        beside = [
            (union, next(p for p in self.layers.partners[union] if p != lone), lone)
            for union, lone in self.lone.items()
            if union not in carried
        ]
        return self._renumbered(beside)

    # --- What is a twig ---------------------------------------------------------------------------

    def _lone_partners(self) -> dict[Node, Node]:
        """Per union of two the partner who has no other line, the second when both have none."""
        found: dict[Node, Node] = {}
        for union, partners in self.layers.partners.items():
            if len(partners) == 2:
                found.update((union, p) for p in partners if self._is_lone(p))
        return found

    def _is_lone(self, node: Node) -> bool:
        is_free = self.layers.is_person(node) and node not in self.pinned
        return is_free and not self.layers.above[node] and len(self.layers.below[node]) == 1

    def _is_aside(self, union: Node) -> bool:
        is_couple = all(self.layers.is_person(p) for p in self.layers.partners[union])
        return is_couple and not self.layers.below[union]

    def _below(self, node: Node) -> list[Node]:
        return [other for other in self.layers.below[node] if other not in self.out]

    def _find_twigs(self) -> None:
        for nodes in reversed(self.layers.rows):
            for node in nodes:
                if self._is_twig(node):
                    heights = (self.height[other] for other in self._below(node))
                    self.height[node] = 1 + max(heights, default=-1)

    def _is_twig(self, node: Node) -> bool:
        if any(below not in self.height for below in self._below(node)):
            return False
        if node in self.layers.partners:
            return len(self.layers.partners[node]) == 1 or node in self.lone
        return len(self.layers.above[node]) == 1 and node not in self.pinned

    # --- One line for all twigs of a union --------------------------------------------------------

    def _gather(self, union: Node, carried: set[Node]) -> None:
        children = self.layers.below[union]
        twigs = [child for child in children if child in self.height]
        is_whole = len(twigs) == len(children)
        groups = [twigs]
        if not is_whole and self.wishes.strict:
            groups = [[twig] for twig in twigs]
        elif not is_whole and self.by_age:
            groups = self._by_age(children)
        for group in filter(None, groups):
            self._carry(union, group, carried)
            if self.bare and not is_whole:
                self.out.update(node for twig in group for node in self._line(twig))

    def _by_age(self, children: Sequence[Node]) -> list[list[Node]]:
        """Twigs apart that have a child of the core between them in age."""
        groups: list[list[Node]] = [[]]
        for child in self.age.ordered(children):
            if child in self.height:
                groups[-1].append(child)
            else:
                groups.append([])
        return groups

    def _carry(self, union: Node, group: list[Node], carried: set[Node]) -> None:
        levels = self._levels(self.age.ordered(group))
        line = self._line(max(group, key=lambda node: (self.height[node], -node)))
        for top, node in zip([union, *line], line, strict=False):
            level = levels[self.layers.layer[node]]
            carried.update(level)
            carried.update(u for other in level for u in self.layers.below[other] if u in self.late)
            self.out.update(other for other in level if other != node)
            self.twigs[node] = level
            self.many[top, node] = sum(len(self.layers.above[other]) for other in level)
        if len(line) == 1:
            self.surely[union, line[0]] = len(group)

    def _line(self, top: Node) -> list[Node]:
        line = [top]
        while below := [n for n in self.layers.below[line[-1]] if n not in self.late]:
            line.append(max(below, key=lambda node: (self.height[node], -node)))
        return line

    def _levels(self, group: Sequence[Node]) -> dict[int, list[Node]]:
        """The twigs side by side, layer by layer, without a crossing where that can be."""
        levels: dict[int, list[Node]] = {}
        todo = list(reversed(group))
        while todo:
            node = todo.pop()
            level = levels.setdefault(self.layers.layer[node], [])
            if node in self.layers.partners:
                level.append(node)
                todo += reversed(self.age.ordered(self.layers.below[node]))
                continue
            left, right = self._sides(node)
            level += [*(self.lone[u] for u in left if u in self.lone), node]
            level += [self.lone[u] for u in reversed(right) if u in self.lone]
            todo += reversed([u for u in (*left, *right) if u not in self.late])
        return levels

    def _sides(self, person: Node) -> tuple[list[Node], list[Node]]:
        """The unions whose lone partner stands left, and those to the right of them."""
        unions = self.layers.below[person]
        couples = [union for union in unions if union in self.lone]
        alone = [union for union in unions if union not in self.lone]
        if len(couples) == 1 and self.age.stands_left(person, self.lone[couples[0]]):
            return [], [*alone, *couples]
        half = (len(couples) + 1) // 2
        return couples[:half], [*alone, *couples[half:]]

    # --- The core ---------------------------------------------------------------------------------

    def _renumbered(self, beside: list[tuple[Node, Node, Node]]) -> Core:
        whole = self.layers
        nodes = [node for node in range(len(whole.layer)) if node not in self.out]
        layers, number = part_of(whole, nodes)
        unions = (u for u in whole.partners if u in number and u not in self.lone)
        couples = frozenset(number[union] for union in unions if may_be_aside(whole, union))
        if self.bare:
            return Core(layers, nodes, {}, [], couples=couples)

        def renumbered(lines: Mapping[Line, int]) -> dict[Line, int]:
            return {(number[a], number[b]): count for (a, b), count in lines.items() if count > 1}

        return Core(
            layers,
            nodes,
            self.twigs,
            beside,
            late=[*self.late],
            couples=couples,
            many=renumbered(self.many),
            surely=renumbered(self.surely),
            elder=self._pairs(self.wishes.before, number),
            must=tuple(self._pairs(musts(self.wishes), number)),
        )

    def _pairs(self, pairs: Iterable[Line], number: Mapping[Node, Node]) -> dict[Line, int]:
        stands_for = {other: node for node, level in self.twigs.items() for other in level}
        found: Counter[Line] = Counter()
        for left, right in pairs:
            a, b = stands_for.get(left, left), stands_for.get(right, right)
            if a != b and a in number and b in number:
                found[number[a], number[b]] += 1
        return dict(found)


def part_of(whole: Layers, nodes: Sequence[Node]) -> tuple[Layers, dict[Node, Node]]:
    """Some nodes and the lines between them, and their new numbers; the nodes come in order.

    A union of which a partner is missing has none: it may lie anywhere, as where that one stands
    is not known.
    """
    number = {node: i for i, node in enumerate(nodes)}

    def kept(some: Sequence[Node]) -> list[Node]:
        return [number[node] for node in some if node in number]

    def partners(union: Node) -> tuple[Node, ...]:
        found = kept(whole.partners[union])
        return tuple(found) if len(found) == len(whole.partners[union]) else ()

    unions = [node for node in nodes if whole.first_union <= node < whole.first_bend]
    layers = Layers(
        tuple(whole.people[node] for node in nodes if node < whole.first_union),
        tuple(whole.union_ids[node - whole.first_union] for node in unions),
        rows=[kept(row) for row in whole.rows],
        layer=[whole.layer[node] for node in nodes],
        above=[kept(whole.above[node]) for node in nodes],
        below=[kept(whole.below[node]) for node in nodes],
        partners={number[union]: partners(union) for union in unions},
        line={number[n]: ends for n, ends in whole.line.items() if n in number},
    )
    return layers, number


class Age:
    """Who of two stands left when nothing else decides: the elder, or as they were told."""

    def __init__(self, wishes: Wishes) -> None:
        self.elder = frozenset(wishes.before)
        self.told = frozenset(wishes.stay)

    def stands_left(self, a: Node, b: Node) -> bool:
        return (a, b) in self.elder or ((a, b) in self.told and (b, a) not in self.elder)

    def ordered(self, children: Sequence[Node]) -> list[Node]:
        """Each after their elders and before who is younger, for the rest as told."""
        row: list[Node] = []
        for child in children:
            at = len(row)
            while at and self.stands_left(child, row[at - 1]):
                at -= 1
            younger = (i for i, other in enumerate(row) if (child, other) in self.elder)
            row.insert(min(at, next(younger, at)), child)
        return row
