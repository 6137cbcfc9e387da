"""A free place for words: the first of a row of wishes that touches nothing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from samenspel.drawing import text
from samenspel.drawing.genogram.labels import Line
from samenspel.drawing.scene import Place, Text
from samenspel.drawing.systemogram.routes import Box, grown, overlap, touches

AIR = 4.0  # between words and lines
STEP = 18.0


@dataclass
class Taken:
    """What is there already: areas that words may not touch, and lines."""

    boxes: list[Box] = field(default_factory=list)
    lines: list[Sequence[Place]] = field(default_factory=list)

    def is_free(self, box: Box) -> bool:
        room = grown(box, AIR)
        if any(overlap(room, other) for other in self.boxes):
            return False
        return not any(touches(line, room) for line in self.lines)


@dataclass(frozen=True)
class Words:
    """Lines of text as a block; its place is the upper left corner."""

    role: str
    lines: tuple[Line, ...]
    ids: tuple[str, ...] = ()
    indent: float = 0.0  # room before the lines, for a sign

    @property
    def wide(self) -> float:
        return max((line.width for line in self.lines), default=0.0) + self.indent

    @property
    def high(self) -> float:
        return STEP * len(self.lines)

    def box(self, at: Place) -> Box:
        return (at[0], at[1], at[0] + self.wide, at[1] + self.high)

    def items(self, at: Place) -> Iterator[Text]:
        for nth, line in enumerate(self.lines):
            base = at[1] + STEP * nth + STEP / 2 + text.capital(line.style) / 2
            place = (at[0] + self.indent, base)
            yield Text(self.role, self.ids, place, line.text, line.style, "start")


def wrapped(said: str, style: str, wide: float) -> tuple[Line, ...]:
    """In no more lines than that width needs, and those about equally long."""
    lines = text.lines(said, style, wide)
    while wide > 60 and len(text.lines(said, style, wide - 8)) == len(lines) > 1:
        wide -= 8
    return tuple(Line(line, style) for line in text.lines(said, style, wide))


def first_free(taken: Taken, wishes: Iterable[tuple[Words, Place]]) -> tuple[Words, Place] | None:
    return next((wish for wish in wishes if taken.is_free(wish[0].box(wish[1]))), None)


def along_edges(words: Words, box: Box, inset: float, step: float = 6.0) -> Iterator[Place]:
    """Above the box, below it, then inside it along the same edges; from the left."""
    left, top, right, bottom = box
    room = right - left - 2 * inset - words.wide
    heights = (top - words.high - 6, bottom + 6, bottom - words.high - 8, top + 8)
    for y in heights:
        for nth in range(int(max(room, 0.0) / step) + 1):
            yield (left + inset + nth * step, y)


def along_sides(words: Words, box: Box, step: float = 12.0) -> Iterator[Place]:
    """Right and left of the box, from the top."""
    left, top, right, bottom = box
    for x in (right + 10, left - 10 - words.wide):
        for nth in range(int((bottom - top) / step)):
            yield (x, top + nth * step)


def beside(words: Words, box: Box, room: Box, step: float = 8.0) -> Iterator[Place]:
    """Above and below a box, as near to its middle as can be, inside the room."""
    left, right = room[0] + AIR, room[2] - AIR - words.wide
    middle = (box[0] + box[2] - words.wide) / 2
    count = int((box[2] - box[0]) / step)
    offsets = sorted((nth * step for nth in range(-count, count + 1)), key=abs)
    for y in (box[3], box[1] - words.high):
        if room[1] + AIR < y and y + words.high < room[3] - AIR:
            yield from ((middle + off, y) for off in offsets if left < middle + off < right)
