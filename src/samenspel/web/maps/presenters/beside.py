"""Two sheets of one family, and what of the words came, went and changed between them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from samenspel.drawing.sheet.look import Look, Sheet
from samenspel.drawing.words import paragraphs
from samenspel.drawing.words.changes import changes
from samenspel.drawing.words.paragraphs import Line, Paragraphs
from samenspel.family import FamilyMap, map_at
from samenspel.web.maps.presenters.still import Still, still


@dataclass(frozen=True)
class Side:
    on: date
    still: Still


@dataclass(frozen=True)
class Changed:
    before: str
    after: str


@dataclass(frozen=True)
class BesidePage:
    """`came` and `went` are lines under their headings, in the order of the words."""

    then: Side
    now: Side
    came: Mapping[str, Sequence[str]]
    went: Mapping[str, Sequence[str]]
    changed: Sequence[Changed]

    @property
    def is_same(self) -> bool:
        return not (self.came or self.went or self.changed)


def beside_page(
    seen: FamilyMap, then: Sheet, now: Sheet, *, then_on: date, now_on: date
) -> BesidePage:
    before, after = _without_ages(seen, then_on, then.look), _without_ages(seen, now_on, now.look)
    found = changes(before, after)
    gone, new = _headed(before, found.gone), _headed(after, found.new)
    pairs = list(_pairs(gone, new))
    changed = {id(line) for pair in pairs for line in pair}
    return BesidePage(
        Side(then_on, still(then)),
        Side(now_on, still(now)),
        came=_by_heading(one for one in new if id(one[1]) not in changed),
        went=_by_heading(one for one in gone if id(one[1]) not in changed),
        changed=[Changed(then_.text, now_.text) for then_, now_ in pairs],
    )


def _without_ages(seen: FamilyMap, on: date, look: Look) -> Paragraphs:
    """The words of that day; that everybody grew older is no change."""
    return paragraphs(map_at(seen, on), lang=look.lang, alias=look.alias)


Headed = tuple[str, Line]


def _headed(text: Paragraphs, lines: Iterable[Line]) -> list[Headed]:
    """Lines of a text with the heading under which they stand."""
    headings = {id(line): section.heading for section in text.sections for line in section.lines}
    return [(headings[id(line)], line) for line in lines]


def _by_heading(lines: Iterable[Headed]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for heading, line in lines:
        found.setdefault(heading, []).append(line.text)
    return found


def _pairs(gone: Iterable[Headed], new: Iterable[Headed]) -> Iterator[tuple[Line, Line]]:
    """A line that went and one that came, under one heading and about the same, are a change."""
    waiting = [(heading, line) for heading, line in new if line.about]
    for heading, line in gone:
        for other in waiting:
            if (other[0], other[1].about) == (heading, line.about):
                waiting.remove(other)
                yield line, other[1]
                break
