"""The legend: an entry for every sign that a drawing can have, in one order.

A view collects the keys of what it draws and gets its legend from `legend`. A key is the name of
a symbol ("square", "index", "cross"), or a family of lines and one of its kind: "bond:married",
"slash:two", "child:foster", "twins:identical", "tie:close", "involved:weekly", "house".
"""

from collections.abc import Callable, Iterable
from functools import cache

from samenspel.drawing.scene import Area, Entry, Item, Place, Sign, Stroke
from samenspel.drawing.signs.bonds import (
    BOND_WORDS,
    PARENTAGE_WORDS,
    SLASH_WORDS,
    TWIN_WORDS,
    bond_strokes,
    descent_strokes,
    slash_strokes,
    twin_strokes,
)
from samenspel.drawing.signs.curves import path, rounded
from samenspel.drawing.signs.symbols import SYMBOL_WORDS, unknown_person
from samenspel.drawing.signs.ties import TIES, tie_strokes
from samenspel.family.language import marked, translator
from samenspel.family.words import Direction, Parentage, Stage, TieKind, Twinship

WIDE, HIGH = 56.0, 28.0
MIDDLE: Place = (WIDE / 2, HIGH / 2)
LINE: tuple[Place, Place] = ((3.0, HIGH / 2), (WIDE - 3, HIGH / 2))
SMALL = 22.0

HOUSE_WORD = marked("one home")
INVOLVED_WORDS = {
    "now_and_then": marked("now and then"),
    "weekly": marked("every week"),
    "daily": marked("every day"),
    "waiting": marked("not yet, or ended"),
}
STAGE_OF = {
    "married": (Stage.MARRIED,),
    "living_together": (Stage.LIVING_TOGETHER,),
    "relationship": (Stage.RELATIONSHIP,),
    "secret": (Stage.SECRET,),
    "bond_unsaid": (),
}


def legend(keys: Iterable[str], lang: str) -> tuple[Entry, ...]:
    """An entry for each key once, in the order of the sign sheet."""
    used = set(keys)
    return tuple(entry(key, lang) for key in entries() if key in used)


def entry(key: str, lang: str) -> Entry:
    draw, word = entries()[key]
    return Entry(draw(), translator(lang)(word))


Draw = Callable[[], tuple[Item, ...]]


@cache
def entries() -> dict[str, tuple[Draw, str]]:
    """How each entry is drawn, and its word; in order."""
    return {
        **{key: (_symbol(key), word) for key, word in SYMBOL_WORDS.items()},
        **{f"bond:{key}": (_bond(key), word) for key, word in BOND_WORDS.items()},
        **{f"slash:{key}": (_slash(key), word) for key, word in SLASH_WORDS.items()},
        "house": (_house, HOUSE_WORD),
        **{f"child:{kind}": (_child(kind), word) for kind, word in PARENTAGE_WORDS.items()},
        **{f"twins:{kind}": (_twins(kind), word) for kind, word in TWIN_WORDS.items()},
        **{f"tie:{kind}": (_tie(kind), sign.word) for kind, sign in TIES.items()},
        **{f"involved:{key}": (_involved(key), word) for key, word in INVOLVED_WORDS.items()},
    }


def _sign(sign: str, size: float = SMALL) -> Sign:
    return Sign("legend", (), MIDDLE, sign, size)


_OWN: dict[str, tuple[Sign, ...]] = {
    "diamond": (_sign("diamond", 25),),
    "inner": (_sign("square", 26), _sign("circle", 17)),
    "stillborn": (_sign("stillborn_square", 16),),
    "miscarriage": (_sign("miscarriage", 10),),
    "termination": (_sign("termination", 10),),
    "cross": (_sign("square"), _sign("cross")),
    "index": (_sign("circle", 26), _sign("circle", 17)),
    "star": (_sign("star", 18),),
}


def _symbol(key: str) -> Draw:
    if key == "unknown":
        return lambda: unknown_person(MIDDLE, size=24)
    sector = key.startswith("sector_")
    return lambda: _OWN.get(key, (_sign(key, 17 if sector else SMALL),))


def _bond(key: str) -> Draw:
    kin = key == "kin"
    stages = STAGE_OF["married" if kin else key]
    return lambda: bond_strokes(stages, LINE, MIDDLE, kin=kin)


def _slash(key: str) -> Draw:
    line = Stroke("bond", (), path(LINE), "married")
    return lambda: (line, *slash_strokes(key, MIDDLE))


def _child(kind: Parentage) -> Draw:
    """The line that comes to a child, lying."""
    child = Sign("legend", (), (WIDE - 9, HIGH / 2), "square", 14)
    return lambda: (*descent_strokes(kind, (LINE[0], (WIDE - 16, HIGH / 2))), child)


def _twins(kind: Twinship) -> Draw:
    return lambda: twin_strokes(kind, (28, 2), ((10, 26), (46, 26)))


def _tie(kind: TieKind) -> Draw:
    aimed = Direction.FORTH if TIES[kind].aimed else Direction.BOTH
    return lambda: tie_strokes(kind, LINE, aimed)


def _house() -> tuple[Item, ...]:
    return (Area("house", (), rounded((4, 3, WIDE - 4, HIGH - 3), 9), "house"),)


def _involved(key: str) -> Draw:
    return lambda: (Stroke("involved", (), path(LINE), key),)
