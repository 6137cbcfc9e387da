"""The name inside a large symbol; below it when the symbol has no room for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from samenspel.drawing import text
from samenspel.drawing.genogram.labels import Line, Wording
from samenspel.drawing.scene import Item, Place, Text
from samenspel.drawing.signs.symbols import reach_of, sign_of
from samenspel.drawing.systemogram.homes import SYMBOL
from samenspel.drawing.systemogram.routes import Box
from samenspel.family.facts import Id

STEP = 17.0
BELOW = 112.0  # how wide a name below the symbol may be
# How wide one, two and three lines may be inside.
ROOM = {
    "square": (60.0, 60.0, 60.0),
    "not_said": (58.0, 58.0, 54.0),
    "unknown": (58.0, 58.0, 54.0),
    "circle": (60.0, 52.0, 40.0),
    "diamond": (54.0, 36.0, 0.0),
}


@dataclass(frozen=True)
class Name:
    """`below` is how much the name adds under the symbol; 0 when it stands inside."""

    who: Id
    lines: tuple[Line, ...]
    inside: bool
    reach: float

    @property
    def below(self) -> float:
        return 0.0 if self.inside or not self.lines else STEP * len(self.lines) + 4

    def with_label(self, box: Box, at: Place) -> Box:
        """The box of a symbol with its label."""
        if not self.below:
            return box
        half = max(line.width for line in self.lines) / 2
        left, right = min(box[0], at[0] - half), max(box[2], at[0] + half)
        return (left, box[1], right, max(box[3], at[1] + self.reach + self.below))

    def items(self, at: Place) -> Iterator[Item]:
        """Each line as a text."""
        first = at[1] + self.reach + STEP
        if self.inside:
            style = self.lines[0].style if self.lines else "name"
            first = at[1] + text.capital(style) / 2 - (len(self.lines) - 1) * STEP / 2
        for nth, line in enumerate(self.lines):
            yield Text("label", (self.who,), (at[0], first + nth * STEP), line.text, line.style)


def name_of(wording: Wording, who: Id) -> Name:
    person, name = wording.family.person[who], wording.name(who)
    reach = reach_of(person, SYMBOL)
    for style, count in (("name", 1), ("strong", 1), ("strong", 2), ("strong", 3)):
        room = ROOM.get(sign_of(person), (0.0, 0.0, 0.0))[count - 1]
        lines = text.lines(name, style, room) if room else []
        if lines and len(lines) <= count and text.widest(lines, style) <= room:
            return Name(who, tuple(Line(line, style) for line in lines), True, reach)
    lines = text.lines(name, "strong", BELOW)
    return Name(who, tuple(Line(line, "strong") for line in lines), False, reach)
