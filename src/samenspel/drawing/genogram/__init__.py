"""The genogram: lines on tracks, labels in free places, houses, ties."""

from samenspel.drawing.genogram.picture import Genogram, genogram

__all__ = ["Genogram", "genogram"]
