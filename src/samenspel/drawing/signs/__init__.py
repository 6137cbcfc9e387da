"""Every sign of the drawings in one place: import from here.

`strokes` has the kinds of line, `symbols` the people, `bonds` the lines between partners and to
children, `ties` how it feels. `legend` makes an entry of each.
"""

from samenspel.drawing.signs.bonds import (
    BOND_WORDS,
    PARENTAGE_WORDS,
    SLASH_WORDS,
    TWIN_WORDS,
    bond_slashes,
    bond_strokes,
    bond_style,
    descent_strokes,
    slash_strokes,
    twin_mark,
    twin_strokes,
)
from samenspel.drawing.signs.strokes import STROKES, Line
from samenspel.drawing.signs.symbols import (
    RING,
    SIZE,
    SYMBOL_WORDS,
    SYMBOLS,
    age_of,
    edge_of,
    inner_sign,
    outlines,
    reach_of,
    sector_of,
    selection,
    sign_of,
    size_of,
    star,
    star_box,
    symbol,
    unknown_person,
)
from samenspel.drawing.signs.ties import TIES, TieSign, tie_strokes

__all__ = [
    "BOND_WORDS",
    "PARENTAGE_WORDS",
    "RING",
    "SIZE",
    "SLASH_WORDS",
    "STROKES",
    "SYMBOLS",
    "SYMBOL_WORDS",
    "TIES",
    "TWIN_WORDS",
    "Line",
    "TieSign",
    "age_of",
    "bond_slashes",
    "bond_strokes",
    "bond_style",
    "descent_strokes",
    "edge_of",
    "inner_sign",
    "outlines",
    "reach_of",
    "sector_of",
    "selection",
    "sign_of",
    "size_of",
    "slash_strokes",
    "star",
    "star_box",
    "symbol",
    "tie_strokes",
    "twin_mark",
    "twin_strokes",
    "unknown_person",
]
