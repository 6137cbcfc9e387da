"""What one text says that another does not: for a start beside now, and for since last time.

    changes(paragraphs(map_at(seen, start), lang=lang), paragraphs(seen, lang=lang))

Both texts are asked for without a day: then nobody has an age, and that all grew older is no
change.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from samenspel.drawing.words.paragraphs import Line, Paragraphs


@dataclass(frozen=True)
class Changes:
    """Lines that stand in one of the two texts only, in the order of its sections."""

    gone: tuple[Line, ...] = ()
    new: tuple[Line, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.gone or self.new)


def changes(before: Paragraphs, after: Paragraphs) -> Changes:
    """A line that moved within its section is no change; one that changed is gone and new."""
    return Changes(tuple(_only_in(before, after)), tuple(_only_in(after, before)))


def _only_in(text: Paragraphs, other: Paragraphs) -> Iterator[Line]:
    known = {section.heading: section.lines for section in other.sections}
    for section in text.sections:
        yield from _left(section.lines, known.get(section.heading, ()))


def _left(lines: tuple[Line, ...], known: tuple[Line, ...]) -> Iterator[Line]:
    there = Counter(line.text for line in known)
    for line in lines:
        if there[line.text]:
            there[line.text] -= 1
        else:
            yield line
