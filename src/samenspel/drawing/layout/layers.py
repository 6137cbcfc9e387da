"""The layers of a drawing: rows of people with, half a row below each, the unions of that row.

Every line runs between neighbouring layers. A line over more layers (a union whose partners stand
in different rows, a child two rows down) gets a bend in each layer it passes. Layer 0 is the band
above the first row, for unions whose partners are not drawn; row r is layer 2r + 1.
"""

from dataclasses import dataclass, field

from samenspel.drawing.layout.generations import Rows
from samenspel.drawing.layout.kinship import Kinship
from samenspel.drawing.placement import Id

Node = int


@dataclass
class Layers:
    """Nodes are numbers: people first, in their order, then unions, then bends.

    `below[n]` are n's neighbours one layer down, `above[n]` one layer up. `partners[u]` are the
    nodes just above union u through which its partners' lines come. `line[b]` is the line that a
    bend lies on: its two ends, from the top down.
    """

    people: tuple[Id, ...]
    union_ids: tuple[Id, ...]
    rows: list[list[Node]] = field(default_factory=list)
    layer: list[int] = field(default_factory=list)
    above: list[list[Node]] = field(default_factory=list)
    below: list[list[Node]] = field(default_factory=list)
    partners: dict[Node, tuple[Node, ...]] = field(default_factory=dict)
    line: dict[Node, tuple[Node, Node]] = field(default_factory=dict)

    @property
    def first_union(self) -> Node:
        return len(self.people)

    @property
    def first_bend(self) -> Node:
        return len(self.people) + len(self.union_ids)

    @classmethod
    def of(cls, kinship: Kinship, rows: Rows) -> "Layers":
        layers = cls(kinship.people, tuple(union.id for union in kinship.unions))
        number = {person: i for i, person in enumerate(kinship.people)}
        height = 2 * max(rows.values(), default=0) + 3
        layers.rows = [[] for _ in range(height)]
        for person in kinship.people:
            layers._add(2 * rows[person] + 1)
        for union in kinship.unions:
            if union.partners:
                layers._add(2 * max(rows[p] for p in union.partners) + 2)
            else:
                layers._add(2 * min(rows[c] for c in union.children))
        for i, union in enumerate(kinship.unions):
            node = layers.first_union + i
            layers.partners[node] = tuple(layers._join(number[p], node) for p in union.partners)
            for child in union.children:
                layers._join(node, number[child])
        return layers

    def _add(self, layer: int) -> Node:
        node = len(self.layer)
        self.layer.append(layer)
        self.rows[layer].append(node)
        self.above.append([])
        self.below.append([])
        return node

    def _join(self, top: Node, bottom: Node) -> Node:
        """A line down from `top` to `bottom`; the last node before the bottom."""
        last = top
        for layer in range(self.layer[top] + 1, self.layer[bottom]):
            bend = self._add(layer)
            self.line[bend] = (top, bottom)
            self._tie(last, bend)
            last = bend
        self._tie(last, bottom)
        return last

    def _tie(self, top: Node, bottom: Node) -> None:
        self.below[top].append(bottom)
        self.above[bottom].append(top)

    def is_person(self, node: Node) -> bool:
        return node < self.first_union

    def is_bend(self, node: Node) -> bool:
        return node >= self.first_bend

    def edges(self, layer: int) -> list[tuple[Node, Node]]:
        """Lines from this layer to the next."""
        return [(a, b) for a in self.rows[layer] for b in self.below[a]]
