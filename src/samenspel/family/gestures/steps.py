"""Steps through what was drawn before. The store knows the edits, and makes bodies of these."""

from dataclasses import dataclass

from samenspel.family.gestures.table import Gesture


@dataclass(frozen=True, kw_only=True)
class Undo(Gesture):
    """See `family.undo`."""


@dataclass(frozen=True, kw_only=True)
class Redo(Gesture):
    """See `family.undo`."""


@dataclass(frozen=True, kw_only=True)
class Restore(Gesture):
    """`moment` is what the history gave for it; see `family.restore`."""

    moment: str
