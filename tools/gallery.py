"""The gallery: invented families as pictures, with their words beside them.

    python -m tools.gallery

Writes `docs/gallery/`: of every family a genogram, where it matters a systemogram and a timeline,
and the words; a page that shows them all. A test compares, so that the gallery is never behind.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from samenspel.commands.reading import as_seen_in_a_file
from samenspel.commands.views import Views, Wish
from samenspel.drawing.scene import Scene
from samenspel.drawing.signs.sheet import sign_sheet
from samenspel.drawing.svg import svg
from samenspel.family import FamilyMap
from tests.families import shapes, stories
from tests.families.practice import ilyas, jade, kacper, romy, shanice, teun

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "gallery"
ON = date(2026, 4, 14)
PATIENCE = 60.0  # seconds; every drawing here is proven long before
SIGN_SHEET = "tekenblad.svg"
ENDING = {"genogram": "", "systemogram": "-systemogram", "timeline": "-timeline"}


@dataclass(frozen=True)
class Shown:
    """A family of the gallery; `name` is that of its files."""

    name: str
    title: str
    about: str
    build: Callable[[], FamilyMap]
    views: tuple[str, ...] = ("genogram",)


ALL = ("genogram", "systemogram", "timeline")

GALLERY = (
    Shown(
        "potlood",
        "De moeder die het potlood pakte",
        "De ouders van Teun vroegen om een verwijzing. Toen gingen ze tekenen.",
        teun.the_mother_who_took_the_pencil,
        ALL,
    ),
    Shown(
        "een-huis",
        "Veel helpers, één huis",
        "Zorgen om de veiligheid van Ilyas. Er kwam niemand bij; wie er al was, bleef.",
        ilyas.many_helpers_one_house,
        ALL,
    ),
    Shown(
        "twee-keukens",
        "Het meisje tussen twee keukens",
        "Het wijkteam sprak met Jade alleen, nog niet met haar ouders samen.",
        jade.between_two_kitchens,
        ALL,
    ),
    Shown(
        "steunfiguren",
        "Wie het goed met mij voor hebben",
        "Shanice was moe en bleef thuis van school. Zij tekende wie er achter haar staan.",
        shanice.who_wish_me_well,
        ALL,
    ),
    Shown(
        "naar-huis",
        "Ik wil naar huis",
        "Romy had al veel hulp en woonde op een groep. Over de scheiding zijn er twee verhalen.",
        romy.i_want_to_go_home,
        ALL,
    ),
    Shown(
        "acht-stoelen",
        "Acht stoelen en een lege",
        "Kacper liep weg uit een overleg met acht helpers. Zijn oom was er niet bij.",
        kacper.eight_chairs_and_an_empty_one,
        ALL,
    ),
    Shown(
        "samengesteld",
        "Het samengestelde gezin",
        "Ouders uit elkaar, een nieuwe partner, een halfzusje, zes grootouders en een pleegkind.",
        shapes.blended,
    ),
    Shown(
        "pleegkind",
        "Ouders van geboorte, ouders van zorg",
        "Amina woont bij pleegouders, haar broer bij oma, die ook zijn voogd is.",
        shapes.birth_and_care,
    ),
    Shown(
        "samenwonen-gestopt",
        "Samenwonen dat stopte",
        "Nooit getrouwd, acht jaar samen, nu twee huizen.",
        shapes.ended_cohabitation,
    ),
    Shown(
        "hoeveel-broers",
        "Een aantal dat niemand weet",
        "Broers en zussen zonder dat hun ouders bekend zijn, en een geadopteerde vader.",
        shapes.unknown_number_of_siblings,
    ),
    Shown(
        "tweelingen",
        "Tweelingen van elke soort",
        "Eeneiig, twee-eiig, een drieling, een miskraam en een kind op komst.",
        shapes.twins_of_each_kind,
    ),
    Shown(
        "drie-partners",
        "Drie partners na elkaar",
        "Met ieder een kind.",
        shapes.three_partners_in_a_row,
    ),
    Shown(
        "donor",
        "Twee moeders en een donor",
        "En twee vaders met een draagmoeder.",
        shapes.two_mothers_and_a_donor,
    ),
    Shown(
        "twee-huizen",
        "Een kind in twee huizen",
        "Finn woont de ene week hier en de andere week daar.",
        shapes.a_child_in_two_homes,
    ),
    Shown(
        "banden",
        "Geheim, apart, en weer bij elkaar",
        "Wat er tussen twee partners kan zijn.",
        shapes.secret_and_reconciled,
    ),
    Shown(
        "vier-generaties",
        "Vier generaties",
        "Ruzie, breuk en coalitie, van overgrootouders tot Thijs.",
        stories.four_generations,
        ("genogram", "timeline"),
    ),
    Shown(
        "negen-organisaties",
        "Negen organisaties",
        "Vijf ervan richten zich alleen op Dean.",
        stories.nine_organisations,
        ("genogram", "systemogram"),
    ),
)

HEAD = """# Galerij

Verzonnen gezinnen, getekend door `make gallery`. Bij elke tekening staan dezelfde feiten in
woorden. Wat een teken betekent, staat op [het tekenblad](tekenblad.svg).
Zo zijn ze gemaakt: [een gezin tekenen](../howto/draw-a-family.md).
"""
VIEW_WORDS = {"genogram": "Genogram", "systemogram": "Systemogram", "timeline": "Tijdlijn"}


def files() -> dict[str, str]:
    """Every file of the gallery: its name and what it holds."""
    found = {name: text for shown in GALLERY for name, text in files_of(shown)}
    return {**found, SIGN_SHEET: picture(sign_sheet("nl")), "README.md": page(found)}


def views_of(shown: Shown) -> Views:
    return Views(as_seen_in_a_file(shown.build()), ON, Wish(deadline=PATIENCE))


def files_of(shown: Shown) -> Iterator[tuple[str, str]]:
    views = views_of(shown)
    for view in shown.views:
        yield f"{shown.name}{ENDING[view]}.svg", picture(views.scene(view))
    yield f"{shown.name}.txt", views.words


def picture(scene: Scene) -> str:
    return svg(scene, embed_font=True) + "\n"


def page(found: dict[str, str]) -> str:
    return "\n".join([HEAD, *(_section(shown, found) for shown in GALLERY)])


def _section(shown: Shown, found: dict[str, str]) -> str:
    pictures = (
        f"![{VIEW_WORDS[view]}: {shown.title}]({shown.name}{ENDING[view]}.svg)"
        for view in shown.views
    )
    words = found[f"{shown.name}.txt"].rstrip()
    return "\n\n".join(
        [
            f"## {shown.title}",
            shown.about,
            *pictures,
            f"<details><summary>In woorden</summary>\n\n```text\n{words}\n```\n\n</details>\n",
        ]
    )


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = files()
    for path in FOLDER.iterdir():
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{FOLDER.name}/{name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
