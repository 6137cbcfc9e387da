"""The fonts of the drawings, unpacked from the npm package into `samenspel/drawing/fonts`.

    python tools/fonts.py

A drawing is measured, printed and shared with the font it was designed for: Atkinson
Hyperlegible Next. Out of the variable woff2 files of the package come

- a TTF per weight, latin and latin-ext in one file, which Typst reads for PDF and PNG;
- `widths.json`, the advance of every character per weight, from which `text.py` measures;
- both parts as a woff2 with only these weights, for an SVG that carries its font;
- the licence (SIL OFL 1.1), which has to travel along.
"""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "node_modules" / "@fontsource-variable" / "atkinson-hyperlegible-next"
TARGET = ROOT / "src" / "samenspel" / "drawing" / "fonts"

FAMILY = "Atkinson Hyperlegible Next"
FILE = "atkinson-hyperlegible-next-{part}-wght-normal.woff2"
PARTS = ("latin", "latin-ext")
# Typst (usvg) knows only round weights, so what the design calls 650 is its bold.
WEIGHTS = {400: ("Regular", 400), 600: ("SemiBold", 600), 650: ("Bold", 700)}
SAME_EVERY_TIME = 3786912000  # the moment in the file: 1 January 2024, counted from 1904


def main() -> int:
    if not PACKAGE.is_dir():
        print(f"{PACKAGE.relative_to(ROOT)} is not there. Run: make setup", file=sys.stderr)
        return 1
    TARGET.mkdir(parents=True, exist_ok=True)
    faces = {weight: face(weight) for weight in WEIGHTS}
    for weight, font in faces.items():
        font.save(TARGET / f"AtkinsonHyperlegibleNext-{WEIGHTS[weight][0]}.ttf")
    (TARGET / "widths.json").write_text(widths(faces), encoding="utf-8")
    for part in PARTS:
        light_copy(part).save(TARGET / f"{part}.woff2")
    shutil.copyfile(PACKAGE / "LICENSE", TARGET / "OFL.txt")
    return 0


def source(part: str) -> Path:
    return PACKAGE / "files" / FILE.format(part=part)


def face(weight: int) -> TTFont:
    """One weight as a font of its own, with the letters of both parts."""
    paths = list(parts_at(weight))
    font = Merger().merge(paths)
    for path in paths:
        Path(path).unlink()
    style, weight_class = WEIGHTS[weight]
    rename(font, style)
    font["OS/2"].usWeightClass = weight_class
    font["head"].created = font["head"].modified = SAME_EVERY_TIME
    font.recalcTimestamp = False
    return font


def light_copy(part: str) -> TTFont:
    """The variable font between the lightest and the heaviest weight: two thirds of the size."""
    font = TTFont(source(part), recalcTimestamp=False)
    return instantiateVariableFont(font, {"wght": (min(WEIGHTS), max(WEIGHTS))}, inplace=True)


def parts_at(weight: int) -> Iterator[str]:
    """Files of the parts at one weight; a letter that stands in both is taken from the first."""
    seen: set[int] = set()
    for part in PARTS:
        font = instantiateVariableFont(TTFont(source(part)), {"wght": weight}, inplace=True)
        letters = set(font.getBestCmap())
        keep_only(font, letters - seen)
        seen |= letters
        path = TARGET / f"{part}-{weight}.tmp"
        font.flavor = None
        font.save(path)
        yield str(path)


def keep_only(font: TTFont, letters: set[int]) -> None:
    subsetter = Subsetter(Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True))
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)


def rename(font: TTFont, style: str) -> None:
    """One family with three styles, for a program that asks for family and weight."""
    names = font["name"]
    plain = style in {"Regular", "Bold"}
    texts = {
        1: FAMILY if plain else f"{FAMILY} {style}",
        2: style if plain else "Regular",
        4: f"{FAMILY} {style}",
        6: f"{FAMILY.replace(' ', '')}-{style}",
    }
    if not plain:
        texts |= {16: FAMILY, 17: style}
    for number, text in texts.items():
        names.setName(text, number, 3, 1, 0x409)


def widths(faces: dict[int, TTFont]) -> str:
    """Advances in thousandths of the size, in order of the letters, and how far they reach."""
    letters = sorted(faces[400].getBestCmap())
    shapes = [faces[650]["glyf"][name] for name in faces[650].getGlyphOrder()]
    outlines = [shape for shape in shapes if hasattr(shape, "yMax")]
    table = {
        "letters": "".join(map(chr, letters)),
        "latin": "".join(map(chr, sorted(TTFont(source("latin")).getBestCmap()))),
        "ascent": max(outline.yMax for outline in outlines),
        "descent": -min(outline.yMin for outline in outlines),
        "capital": faces[400]["OS/2"].sCapHeight,
        "advances": {
            str(weight): [font["hmtx"][font.getBestCmap()[letter]][0] for letter in letters]
            for weight, font in faces.items()
        },
    }
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    sys.exit(main())
