"""The signs for people, and the small ones that stand beside them.

The shape tells gender as somebody knows themself; where that is not said, sex at birth. When both
are said and differ, the outer shape is gender and a smaller one inside it is sex at birth: the
outer shape as in the nomenclature of genetic counsellors (NSGC, 2022), two shapes in one as in
McGoldrick's chart. A diamond is an answer ("other", "rather not say"); a dashed outline is that
nobody said it yet. Losses in pregnancy follow McGoldrick: a small disc, a small cross, and a
small symbol with a cross.
"""

from dataclasses import dataclass
from datetime import date
from math import hypot, pi

from samenspel.drawing.scene import Item, Place, Sign, Text
from samenspel.drawing.signs.curves import path, regular, ring, rounded
from samenspel.drawing.text import capital
from samenspel.family.dates import Precision, whole_years
from samenspel.family.family import Person
from samenspel.family.language import marked
from samenspel.family.words import ContextKind, Gender, PersonKind, Sex

SIZE = 44.0
RING = 5.0  # from a symbol to the second outline of who the question began with
INNER = 0.68  # the shape of sex at birth, in sizes
GLOW = 8.0  # the disc of a selection is that much wider to every side
STAR = 18.0  # of a supporter


@dataclass(frozen=True)
class Part:
    """A closed or open outline in sizes around the centre; `style` is a key of STROKES.

    `disc` draws a disc of that radius around the first point instead; `corner` rounds a box.
    """

    points: tuple[Place, ...]
    style: str = "paper"
    disc: float = 0.0
    corner: float = 0.0
    closed: bool = True


def _polygon(corners: int, radius: float, turn: float = -pi / 2) -> tuple[Place, ...]:
    return tuple(regular((0.0, 0.0), radius, corners, turn))


def _star(radius: float, inner: float = 0.45) -> tuple[Place, ...]:
    outer = regular((0.0, 0.0), radius, 5)
    between = regular((0.0, 0.0), radius * inner, 5, -pi / 2 + pi / 5)
    return tuple(point for pair in zip(outer, between, strict=True) for point in pair)


def _box(half: float) -> tuple[Place, ...]:
    return ((-half, -half), (half, -half), (half, half), (-half, half))


CENTRE = ((0.0, 0.0),)
SQUARE = _box(0.5)
DIAMOND = ((0.0, -0.5), (0.5, 0.0), (0.0, 0.5), (-0.5, 0.0))
TRIANGLE = ((0.0, -0.5), (0.5, 0.45), (-0.5, 0.45))
X = (((-0.5, -0.5), (0.5, 0.5)), ((0.5, -0.5), (-0.5, 0.5)))


def _crossed(*parts: Part) -> tuple[Part, ...]:
    return parts + tuple(Part(line, "cross", closed=False) for line in X)


def _broken_cross(inner: float) -> tuple[Part, ...]:
    """Four short strokes from the corners, which leave the middle to the age."""
    ends = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    lines = [((x * 0.5, y * 0.5), (x * inner, y * inner)) for x, y in ends]
    return tuple(Part(line, "cross", closed=False) for line in lines)


_PAW = (
    Part(((0.0, 0.16),), "solid", disc=0.25),
    *(
        Part(((x, y),), "solid", disc=0.115)
        for x, y in ((-0.36, -0.02), (-0.14, -0.28), (0.14, -0.28), (0.36, -0.02))
    ),
)

SYMBOLS: dict[str, tuple[Part, ...]] = {
    "square": (Part(SQUARE),),
    "circle": (Part(CENTRE, disc=0.5),),
    "diamond": (Part(DIAMOND),),
    "not_said": (Part(SQUARE, "not_known", corner=0.3),),
    "unknown": (Part(SQUARE, "not_known", corner=0.3),),
    "triangle": (Part(TRIANGLE),),
    "stillborn_square": _crossed(Part(SQUARE)),
    "stillborn_circle": (
        Part(CENTRE, disc=0.5),
        *(Part(((x * 0.36, -0.36), (-x * 0.36, 0.36)), "cross", closed=False) for x in (-1, 1)),
    ),
    "stillborn_diamond": (
        Part(DIAMOND),
        *(Part(((x * 0.25, -0.25), (-x * 0.25, 0.25)), "cross", closed=False) for x in (-1, 1)),
    ),
    "miscarriage": (Part(CENTRE, "solid", disc=0.5),),
    "termination": tuple(Part(line, "plain", closed=False) for line in X),
    "pet": _PAW,
    "cross": tuple(Part(line, "cross", closed=False) for line in X),
    "cross_around": _broken_cross(0.22),
    "star": (Part(_star(0.5), "honey"),),
    "glow_square": (Part(SQUARE, "selection", corner=0.18),),
    "glow_circle": (Part(CENTRE, "selection", disc=0.5),),
    "glow_diamond": (Part(DIAMOND, "selection"),),
    # Sectors of the organisations around a family: colour repeats what the shape says.
    "sector_team": (Part(_star(0.55), "sector_1"),),
    "sector_school": (Part(_box(0.42), "sector_2"),),
    "sector_care": (Part(TRIANGLE, "sector_3"),),
    "sector_social": (Part(CENTRE, "sector_4", disc=0.47),),
    "sector_justice": (Part(_polygon(6, 0.52, 0.0), "sector_5"),),
    "sector_municipality": (Part(DIAMOND, "sector_6"),),
}

SYMBOL_WORDS = {
    "square": marked("boy, man"),
    "circle": marked("girl, woman"),
    "diamond": marked("other, or rather not say"),
    "not_said": marked("man, woman or other: not said"),
    "unknown": marked("exists, nothing else known"),
    "inner": marked("inside it: sex at birth"),
    "triangle": marked("expected"),
    "stillborn": marked("stillborn"),
    "miscarriage": marked("miscarriage"),
    "termination": marked("pregnancy ended"),
    "pet": marked("pet"),
    "cross": marked("died"),
    "index": marked("where the question began"),
    "star": marked("supporter or JIM"),
    "sector_team": marked("neighbourhood team"),
    "sector_school": marked("school and childcare"),
    "sector_care": marked("youth help and care"),
    "sector_social": marked("social base"),
    "sector_justice": marked("law and safety"),
    "sector_municipality": marked("municipality"),
}

SECTORS: dict[ContextKind, str] = {
    ContextKind.TEAM: "sector_team",
    ContextKind.SCHOOL: "sector_school",
    ContextKind.CHILDCARE: "sector_school",
    ContextKind.PROVIDER: "sector_care",
    ContextKind.GP: "sector_care",
    ContextKind.HEALTH: "sector_care",
    ContextKind.INSTITUTION: "sector_care",
    ContextKind.JUSTICE: "sector_justice",
    ContextKind.MUNICIPALITY: "sector_municipality",
}


def sector_of(context: ContextKind) -> str:
    """The symbol of a context; work, sport, faith, friends and neighbours are the social base."""
    return SECTORS.get(context, "sector_social")


# --- Which sign is whose --------------------------------------------------------------------------

SIZES = {
    "diamond": 50.0,
    "triangle": 40.0,
    "pet": 38.0,
    "stillborn_square": 24.0,
    "stillborn_circle": 24.0,
    "stillborn_diamond": 28.0,
    "miscarriage": 14.0,
    "termination": 14.0,
}
_BY_GENDER = {Gender.MAN: "square", Gender.WOMAN: "circle"}
_BY_SEX = {Sex.MALE: "square", Sex.FEMALE: "circle"}
_BY_KIND = {
    PersonKind.PET: "pet",
    PersonKind.UNBORN: "triangle",
    PersonKind.MISCARRIAGE: "miscarriage",
    PersonKind.TERMINATION: "termination",
}


def sign_of(person: Person) -> str:
    """The key of SYMBOLS that draws this person."""
    if person.is_a in _BY_KIND:
        return _BY_KIND[person.is_a]
    shape = _shape(person)
    if person.is_a is PersonKind.STILLBIRTH:
        return f"stillborn_{shape if shape in {'square', 'circle'} else 'diamond'}"
    if shape != "not_said" or person.name or person.alias:
        return shape
    return "unknown"


def _shape(person: Person) -> str:
    if person.gender is not None:
        return _BY_GENDER.get(person.gender, "diamond")
    if person.sex is not None:
        return _BY_SEX.get(person.sex, "diamond")
    return "not_said"


def inner_sign(person: Person) -> str:
    """The shape of sex at birth inside that of gender, when both are said and differ; or empty."""
    if person.is_a is not PersonKind.PERSON or person.gender is None or person.sex is None:
        return ""
    if person.gender is Gender.RATHER_NOT or person.sex is Sex.RATHER_NOT:
        return ""
    outer, inner = _shape(person), _BY_SEX.get(person.sex, "diamond")
    return inner if inner != outer else ""


def size_of(sign: str, size: float = SIZE) -> float:
    """How wide a symbol is drawn where a square is `size` wide."""
    return SIZES.get(sign, SIZE) * size / SIZE


def reach_of(person: Person, size: float = SIZE) -> float:
    """From the centre to the outside of everything that is drawn of the symbol itself."""
    return size_of(sign_of(person), size) / 2 + (RING if person.is_index else 0.0) + 1


def edge_of(
    person: Person, at: Place, towards: Place, *, gap: float = 2, size: float = SIZE
) -> Place:
    """Where a line from the centre leaves the symbol, and `gap` further."""
    dx, dy = towards[0] - at[0], towards[1] - at[1]
    length = hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    far = _reach(sign_of(person), ux, uy) * reach_of(person, size) + gap
    return at[0] + ux * far, at[1] + uy * far


def _reach(sign: str, ux: float, uy: float) -> float:
    """How far a shape of half-width 1 reaches in a direction."""
    if sign in {"square", "stillborn_square", "unknown", "not_said"}:
        return 1 / max(abs(ux), abs(uy), 0.01)
    if sign in {"diamond", "stillborn_diamond"}:
        return 1 / (abs(ux) + abs(uy) or 1.0)
    return 1.0


# --- Drawing somebody -----------------------------------------------------------------------------


def symbol(
    person: Person,
    at: Place,
    on: date | None = None,
    *,
    size: float = SIZE,
    inside: str | None = None,
    supporter: bool = False,
) -> tuple[Item, ...]:
    """Everything of a person but the labels: one Sign with role "person", its marks, the age.

    `on` is the day of the drawing. `inside` replaces the age, such as by a name.
    """
    ids, sign = (person.id,), sign_of(person)
    wide = size_of(sign, size)
    text = _inside(person, sign, on) if inside is None else inside
    items: list[Item] = []
    if person.is_index:
        items.append(Sign("index", ids, at, _outline(sign), wide + 2 * RING))
    items.append(Sign("person", ids, at, sign, wide))
    if inner := inner_sign(person):
        items.append(Sign("mark", ids, at, inner, size_of(inner, size) * INNER))
    if person.has_died and person.is_a in {PersonKind.PERSON, PersonKind.PET}:
        items.append(_cross(sign, at, wide, ids, bool(text)))
    if text:
        items.append(_text(text, at, ids, "age" if inside is None else "name"))
    if supporter:
        items.append(star(at, wide, ids))
    return tuple(items)


def selection(person: Person, at: Place, size: float = SIZE) -> Sign:
    """The honey disc behind somebody who is chosen, or whom nobody is directed at."""
    shape = {"circle": "circle", "diamond": "diamond"}.get(sign_of(person), "square")
    wide = 2 * reach_of(person, size) - 2 + 2 * GLOW
    return Sign("selection", (person.id,), at, f"glow_{shape}", wide)


def star(at: Place, wide: float, ids: tuple[str, ...]) -> Sign:
    """Of a supporter, at the upper right."""
    return Sign("supporter", ids, (at[0] + wide / 2, at[1] - wide / 2 + 4), "star", STAR)


def star_box(person: Person, at: Place, size: float = SIZE) -> tuple[float, float, float, float]:
    """What the star of a supporter takes on the sheet."""
    x, y = star(at, size_of(sign_of(person), size), ()).at
    return x - STAR / 2, y - STAR / 2, x + STAR / 2, y + STAR / 2


def unknown_person(at: Place, ids: tuple[str, ...] = (), size: float = SIZE) -> tuple[Item, ...]:
    """Somebody who must be there but is not in the map."""
    return Sign("unknown", ids, at, "unknown", size), _text("?", at, ids, "age")


def age_of(person: Person, on: date | None) -> str:
    """In whole years on that day, or at death; with ± when a date is about, between or after.

    Of a birth in a year or month it is the age of who was born in the middle of it: at most one
    year off, which the date in the label shows well enough.
    """
    if person.is_a is not PersonKind.PERSON:
        return ""
    day = person.death.middle if person.has_died else on
    years = whole_years(person.birth, day) if day else None
    if years is None or (on is not None and person.birth.is_certainly_after_day(on)):
        return ""
    dates = (person.birth, person.death) if person.has_died else (person.birth,)
    is_near = all(one.precision is Precision.ON for one in dates)
    return str(years[0]) if is_near else f"±{years[0]}"


def _inside(person: Person, sign: str, on: date | None) -> str:
    return age_of(person, on) or ("?" if sign == "unknown" else "")


def _text(text: str, at: Place, ids: tuple[str, ...], style: str) -> Text:
    return Text("age" if style == "age" else "label", ids, _middle(at, style), text, style)


def _middle(at: Place, style: str) -> Place:
    return at[0], at[1] + capital(style) / 2


def _outline(sign: str) -> str:
    return sign if sign in {"circle", "diamond", "triangle"} else "square"


def _cross(sign: str, at: Place, wide: float, ids: tuple[str, ...], has_text: bool) -> Sign:
    """From corner to corner of the shape; a diamond's runs a little past its sides."""
    share = {"circle": 0.707, "diamond": 0.66}.get(sign, 1.0)
    return Sign("died", ids, at, "cross_around" if has_text else "cross", wide * share)


# --- As path data ---------------------------------------------------------------------------------


def outlines(sign: Sign) -> list[tuple[str, str]]:
    """Path data and style of every part of a placed sign."""
    return [(_outline_of(part, sign.at, sign.size), part.style) for part in SYMBOLS[sign.sign]]


def _outline_of(part: Part, at: Place, size: float) -> str:
    places = [(at[0] + x * size, at[1] + y * size) for x, y in part.points]
    if part.disc:
        return ring(places[0], part.disc * size)
    if part.corner:
        return rounded((*places[0], *places[2]), part.corner * size)
    return path(places, part.closed)
