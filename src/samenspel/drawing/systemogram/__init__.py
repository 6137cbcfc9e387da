"""The systemogram: who is around the family, and to whom each is directed."""

from samenspel.drawing.systemogram.picture import systemogram

__all__ = ["systemogram"]
