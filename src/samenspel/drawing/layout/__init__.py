"""Where everybody stands: a list of passes, read `place` first."""

from samenspel.drawing.layout.place import place, place_kinship

__all__ = ["place", "place_kinship"]
