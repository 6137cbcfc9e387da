"""How many crossings a large family must have at least.

What must cross in parts of a family that have nobody in common must cross in the family. The core
is cut across into slabs, each of which is solved as far as a fixed effort goes.
"""

import time

from samenspel.drawing.layout.layers import Layers
from samenspel.drawing.layout.prune import Core, part_of
from samenspel.drawing.layout.sweep import calmest
from samenspel.drawing.layout.windows import Window

SLAB = 110  # nodes
SLABS = 12  # of a very large core no more are tried
EFFORT = 1_500_000  # propagations for one


def least_crossings(core: Core, until: float) -> int:
    slabs = max(1, round(len(core.nodes) / SLAB))
    along = calmest(core.layers)[:, 0]
    nodes = sorted(range(len(core.nodes)), key=lambda node: (along[node], node))
    bound = 0
    for slab in range(min(slabs, SLABS)):
        if time.perf_counter() > until:
            break
        inside = nodes[slab * len(nodes) // slabs : (slab + 1) * len(nodes) // slabs]
        bound += _least(core, sorted(inside))
    return bound


def _least(core: Core, nodes: list[int]) -> int:
    part, number = part_of(core.layers, nodes)
    couples = (u for u in core.couples if u in number and part.partners[number[u]])
    free = frozenset(range(len(nodes)))
    aside = frozenset(number[union] for union in couples)
    return Window(part, part.rows, free, {}, couples=aside).solved(EFFORT).bound


def clauses(layers: Layers) -> int:
    """How many it takes to say that every layer has an order."""
    return sum(len(row) * (len(row) - 1) * (len(row) - 2) // 3 for row in layers.rows)
