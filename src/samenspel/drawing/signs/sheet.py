"""The sign sheet: every sign of the drawings with its word, on one sheet.

    python -m samenspel.drawing.signs.sheet OUT.svg [nl|en]

It is made from the same tables as the drawings and their legends, so it cannot fall behind.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from samenspel.drawing.scene import Area, Item, Place, Scene, Sign, Stroke, Text
from samenspel.drawing.signs.bonds import (
    BOND_WORDS,
    PARENTAGE_WORDS,
    SLASH_WORDS,
    TWIN_WORDS,
    bond_strokes,
    descent_strokes,
    twin_strokes,
)
from samenspel.drawing.signs.curves import path, rounded
from samenspel.drawing.signs.legend import HOUSE_WORD, INVOLVED_WORDS, STAGE_OF
from samenspel.drawing.signs.symbols import SYMBOL_WORDS, symbol, unknown_person
from samenspel.drawing.signs.ties import SAMENSPEL, TIES, tie_strokes
from samenspel.drawing.svg import svg
from samenspel.drawing.text import height, lines, width
from samenspel.family.dates import PartialDate
from samenspel.family.family import Person
from samenspel.family.language import Translator, marked, translator
from samenspel.family.words import (
    Direction,
    Gender,
    Parentage,
    PersonKind,
    Sex,
    Stage,
    TieKind,
    Twinship,
)

COLUMNS = 5
CELL = (232.0, 144.0)
APART = 12.0
WIDE = COLUMNS * (CELL[0] + APART) - APART
DAY = date(2026, 4, 14)
OWN_SIGN = marked("Samenspel's own sign")
SOURCES = marked("as McGoldrick, Gerson and Petry draw it, unless another source is named")

# Draws a sign around a place: the middle of the upper part of its cell.
Draw = Callable[[Place], tuple[Item, ...]]


@dataclass(frozen=True)
class Cell:
    word: str
    draw: Draw
    remark: str = ""


def sign_sheet(lang: str) -> Scene:
    _ = translator(lang)
    title = _("Sign sheet")
    about = _("Every sign of the family map with its meaning, readable without colour.")
    items: list[Item] = [
        Text("title", (), (0, 24), title, "title", "start"),
        Text("remark", (), (0, 50), about, "fact", "start"),
    ]
    y = 76.0
    for section in _sections():
        items += _drawn(section, y, _)
        y += _high(section) + 20
    return Scene(tuple(items), (-24, -16, WIDE + 24, y), title, about, lang)


def sign_sections(lang: str) -> tuple[Scene, ...]:
    """The same, each section apart, for on paper."""
    _ = translator(lang)
    return tuple(
        Scene(
            tuple(_drawn(one, 0.0, _)),
            (-1, 0, WIDE + 1, _high(one)),
            _(one.heading),
            ", ".join(_(cell.word) for cell in one.cells),
            lang,
        )
        for one in _sections()
    )


@dataclass(frozen=True)
class _Section:
    heading: str
    remark: str
    cells: tuple[Cell, ...]


def _high(section: _Section) -> float:
    return 36 + -(-len(section.cells) // COLUMNS) * (CELL[1] + APART)


def _drawn(section: _Section, y: float, _: Translator) -> Iterator[Item]:
    heading = _(section.heading)
    yield Text("heading", (), (0, y + 20), heading, "question", "start")
    if section.remark:
        far = width(heading, "question") + 16
        yield Text("remark", (), (far, y + 20), _(section.remark), "fact", "start")
    yield from _grid(section.cells, y + 36, _)


def _grid(cells: Sequence[Cell], top: float, _: Translator) -> Iterator[Item]:
    for n, cell in enumerate(cells):
        left = n % COLUMNS * (CELL[0] + APART)
        yield from _cell(cell, left, top + n // COLUMNS * (CELL[1] + APART), _)


def _cell(cell: Cell, left: float, top: float, _: Translator) -> Iterator[Item]:
    middle = left + CELL[0] / 2
    box = (left, top, left + CELL[0], top + CELL[1])
    yield Stroke("card", (), rounded(box, 12), "card")
    yield from cell.draw((middle, top + 52))
    words = lines(_(cell.word), "strong", CELL[0] - 24)
    step = height("strong")
    for n, line in enumerate(words):
        yield Text("word", (), (middle, top + 112 + n * step), line, "strong")
    if cell.remark:
        yield Text("remark", (), (middle, top + 112 + len(words) * step), _(cell.remark), "date")


def _sections() -> list[_Section]:
    people = [Cell(SYMBOL_WORDS[key], draw) for key, draw in _people().items()]
    return [
        _Section(marked("People and homes"), "", (*people, Cell(HOUSE_WORD, _house))),
        _Section(marked("Together and apart"), "", (*_bonds(), *_slashes())),
        _Section(marked("Child of"), "", (*_children(), *_twins(), *_siblings())),
        _Section(marked("How it feels"), SOURCES, tuple(_tie(kind) for kind in TIES)),
        _Section(marked("Around the family"), "", (*_sectors(), *_involved())),
    ]


# --- People ---------------------------------------------------------------------------------------


def _people() -> dict[str, Draw]:
    born = PartialDate.parse("2012-02-03")
    drawn = {
        "square": Person("", gender=Gender.MAN, birth=born),
        "circle": Person("", gender=Gender.WOMAN, birth=born),
        "diamond": Person("", gender=Gender.NONBINARY, birth=born),
        "not_said": Person("", name="-", birth=born),
        "inner": Person("", gender=Gender.MAN, sex=Sex.FEMALE, birth=born),
        "triangle": Person("", PersonKind.UNBORN),
        "stillborn": Person("", PersonKind.STILLBIRTH, sex=Sex.FEMALE),
        "miscarriage": Person("", PersonKind.MISCARRIAGE),
        "termination": Person("", PersonKind.TERMINATION),
        "pet": Person("", PersonKind.PET),
        "cross": Person(
            "",
            gender=Gender.MAN,
            birth=PartialDate.parse("1950-05-01"),
            has_died=True,
            death=PartialDate.parse("2019-06-01"),
        ),
        "index": Person("", gender=Gender.WOMAN, birth=born, is_index=True),
    }
    people: dict[str, Draw] = {key: _person(person) for key, person in drawn.items()}
    supporter = Person("", gender=Gender.WOMAN, birth=PartialDate.parse("1953-01-01"))
    people["star"] = lambda at: symbol(supporter, at, DAY, supporter=True)
    people["unknown"] = lambda at: unknown_person(at)
    return {key: people[key] for key in SYMBOL_WORDS if key in people}


def _person(person: Person) -> Draw:
    return lambda at: symbol(person, at, DAY)


# --- Between two ----------------------------------------------------------------------------------

HALF = 80.0  # from the middle to the centre of each of the two
LEFT = Person("", gender=Gender.MAN)
RIGHT = Person("", gender=Gender.WOMAN)


def _two(at: Place) -> tuple[Item, ...]:
    x, y = at
    return *symbol(LEFT, (x - HALF, y)), *symbol(RIGHT, (x + HALF, y))


def _between(at: Place, gap: float) -> tuple[Place, Place]:
    """From side to side of the two symbols."""
    reach = HALF - 22 - gap
    return (at[0] - reach, at[1]), (at[0] + reach, at[1])


def _bonds() -> list[Cell]:
    cells = [Cell(word, _bond(STAGE_OF[key])) for key, word in BOND_WORDS.items() if key != "kin"]
    return [*cells, Cell(BOND_WORDS["kin"], _bond((Stage.MARRIED,), kin=True))]


def _slashes() -> list[Cell]:
    return [
        Cell(SLASH_WORDS["one"], _bond((Stage.MARRIED, Stage.LIVING_APART))),
        Cell(SLASH_WORDS["two"], _bond((Stage.MARRIED, Stage.DIVORCED))),
        Cell(marked("living together has ended"), _bond((Stage.LIVING_TOGETHER, Stage.ENDED))),
        Cell(SLASH_WORDS["back"], _bond((Stage.MARRIED, Stage.DIVORCED, Stage.RECONCILED))),
    ]


def _bond(stages: tuple[Stage, ...], kin: bool = False) -> Draw:
    return lambda at: (*bond_strokes(stages, _between(at, 0), at, kin=kin), *_two(at))


def _tie(kind: TieKind) -> Cell:
    sign = TIES[kind]
    direction = Direction.FORTH if sign.aimed else Direction.BOTH
    remark = OWN_SIGN if sign.source == SAMENSPEL else ""
    return Cell(
        sign.word,
        lambda at: (*_two(at), *tie_strokes(kind, _between(at, 3), direction)),
        remark,
    )


def _house(at: Place) -> tuple[Item, ...]:
    x, y = at
    outline = rounded((x - 80, y - 30, x + 80, y + 30), 28)
    words = Text("house", (), (x, y + 5), "Sanne, Bas, Noor", "house")
    return Area("house", (), outline, "house"), words


# --- From parents to child ------------------------------------------------------------------------


def _children() -> list[Cell]:
    return [Cell(word, _child(kind)) for kind, word in PARENTAGE_WORDS.items()]


def _child(kind: Parentage) -> Draw:
    def draw(at: Place) -> tuple[Item, ...]:
        x, y = at
        bar = Stroke("bond", (), path([(x - 40, y - 36), (x + 40, y - 36)]), "married")
        child = Sign("person", (), (x, y + 20), "square", 30)
        return bar, *descent_strokes(kind, [(x, y - 36), (x, y + 5)]), child

    return draw


def _twins() -> list[Cell]:
    return [Cell(word, _pair(kind)) for kind, word in TWIN_WORDS.items()]


def _pair(kind: Twinship) -> Draw:
    def draw(at: Place) -> tuple[Item, ...]:
        x, y = at
        feet = ((x - 36, y + 5), (x + 36, y + 5))
        children = (Sign("person", (), (foot[0], y + 20), "circle", 30) for foot in feet)
        return *twin_strokes(kind, (x, y - 36), feet), *children

    return draw


def _siblings() -> list[Cell]:
    return [
        Cell(marked("more children, not drawn one by one"), _more_children),
        Cell(marked("parents of birth and of care"), _two_sets),
        Cell(marked("brothers and sisters, parents not known"), _without_parents),
        Cell(marked("one parent known"), _one_parent),
    ]


def _small(sign: str, at: Place) -> Sign:
    return Sign("person", (), at, sign, 30)


def _bar(*points: Place) -> Stroke:
    return Stroke("child", (), path(points), "birth")


def _more_children(at: Place) -> tuple[Item, ...]:
    x, y = at
    bar = _bar((x - 50, y + 5), (x - 50, y - 24), (x + 50, y - 24), (x + 50, y + 5))
    word = Text("mark", (), (x, y + 25), "+ 2?", "strong")
    return bar, _small("square", (x - 50, y + 20)), _small("circle", (x + 50, y + 20)), word


def _two_sets(at: Place) -> tuple[Item, ...]:
    x, y = at
    born = [(x - 60, y - 36), (x - 60, y - 18), (x - 8, y - 18), (x - 8, y + 5)]
    cared = [(x + 60, y - 36), (x + 60, y - 18), (x + 8, y - 18), (x + 8, y + 5)]
    bonds = (_bar((x + side - 24, y - 36), (x + side + 24, y - 36)) for side in (-60, 60))
    lines_ = (
        *descent_strokes(Parentage.BIRTH, born),
        *descent_strokes(Parentage.FOSTER, cared),
    )
    return *bonds, *lines_, _small("circle", (x, y + 20))


def _without_parents(at: Place) -> tuple[Item, ...]:
    x, y = at
    bar = _bar((x - 36, y + 5), (x - 36, y - 20), (x + 36, y - 20), (x + 36, y + 5))
    return bar, _small("circle", (x - 36, y + 20)), _small("square", (x + 36, y + 20))


def _one_parent(at: Place) -> tuple[Item, ...]:
    x, y = at
    line = _bar((x, y - 8), (x, y + 5))
    return line, _small("circle", (x, y - 23)), _small("square", (x, y + 20))


# --- Around ---------------------------------------------------------------------------------------


def _sectors() -> list[Cell]:
    return [
        Cell(word, _sector(key)) for key, word in SYMBOL_WORDS.items() if key.startswith("sector_")
    ]


def _sector(key: str) -> Draw:
    return lambda at: (Sign("sector", (), at, key, 24),)


def _involved() -> list[Cell]:
    return [Cell(word, _arrow(key)) for key, word in INVOLVED_WORDS.items()]


def _arrow(key: str) -> Draw:
    return lambda at: (
        Stroke("involved", (), path([(at[0] - 60, at[1]), (at[0] + 60, at[1])]), key),
    )


def main(arguments: list[str]) -> int:
    if not arguments:
        print(__doc__)
        return 2
    out, lang = Path(arguments[0]), (arguments[1:] or ["nl"])[0]
    out.write_text(svg(sign_sheet(lang), embed_font=True), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
