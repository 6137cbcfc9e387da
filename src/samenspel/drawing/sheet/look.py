"""What is asked of a sheet, and what it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from samenspel.drawing.placement import Placement
from samenspel.drawing.words.paragraphs import Paragraphs, Section

Id = str

MOST_MOMENTS = 60  # on a slider; more cannot be told apart by a finger


class View(StrEnum):
    """The four views of one map; the values stand in addresses."""

    GENOGRAM = "genogram"
    SYSTEMOGRAM = "systemogram"
    TIMELINE = "tijdlijn"
    WORDS = "lijst"


@dataclass(frozen=True)
class Look:
    """`on` None is today. `around` leaves of the genogram only who is near that person; `big` is
    for a wall: everybody nearer together and with fewer words, so that these can be large."""

    view: View = View.GENOGRAM
    on: date | None = None
    alias: bool = False
    around: Id = ""
    lang: str = "nl"
    big: bool = False


@dataclass(frozen=True)
class Sheet:
    """`svg` is empty for the words, and for a map without anybody to draw.

    Inside the SVG stand, from back to front: layers `<g class="grounds">` with for every thing a
    honey shape `<path class="ground" display="none" data-id>` that the page shows when it is
    selected, with the drawing itself around them, and a layer `<g class="things">` with for every
    thing that can be chosen an `<a class="thing" data-id data-kind aria-label href
    data-up data-down data-left data-right data-next data-previous>` around transparent shapes
    `class="touch"`, of which the first is at least 24 px.

    Kinds: person, union, household, organisation, and of statements tie, pattern, supporter,
    involved, event, trajectory. The four directions are for the arrow keys: in a genogram up is
    a parent, down the eldest child, left and right the neighbour in the row; from a bond, a tie
    or a home they lead to whom it joins. `data-next` and `data-previous` go round along all
    things in reading order, also those to which no arrow leads. `href` keeps the look.

    `legend` is one small SVG per sign that occurs, to flow below the drawing.

    `moments` are the days on which something changed, for the date slider, earliest first.
    `years` is a timeline as text, for where it is too wide.
    `words` is the whole map as text on the day of the look (always there, also with a picture).
    `names` is what everybody and everything that is drawn is called in this look (an alias when
    asked), by id; `around` is whom the question begins with (or else the first person), or "".
    """

    look: Look
    svg: str
    width: float
    height: float
    words: Paragraphs
    moments: tuple[date, ...] = ()
    names: Mapping[Id, str] = field(default_factory=dict)
    around: Id = ""
    placement: Placement | None = None
    legend: str = ""
    years: tuple[Section, ...] = ()
