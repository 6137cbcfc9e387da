"""The timeline: what happened, to whom, and which help there was."""

from samenspel.drawing.timeline.picture import timeline

__all__ = ["timeline"]
