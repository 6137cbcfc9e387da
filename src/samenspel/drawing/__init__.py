"""Drawings of a family: genogram, systemogram, timeline, and the same facts in words.

`place` finds where everybody stands, with proof of how good that is.
"""

from samenspel.drawing.layout import place
from samenspel.drawing.placement import PlacedUnion, Placement, Quality, Spot

__all__ = ["PlacedUnion", "Placement", "Quality", "Spot", "place"]
