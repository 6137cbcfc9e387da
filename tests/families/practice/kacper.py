"""Eight chairs and an empty one: a youth walked out of the meeting that was about him."""

from samenspel.family.statements import FamilyMap
from samenspel.family.words import (
    ContextKind,
    EventKind,
    Impact,
    PatternKind,
    Rhythm,
    Strength,
    TieKind,
    Topic,
)
from tests.families.sketch import Sketch


def eight_chairs_and_an_empty_one() -> FamilyMap:
    draw = Sketch()
    _family(draw)
    _around(draw)
    _story(draw)
    return draw.map


def _family(draw: Sketch) -> None:
    draw.man("Zbigniew", "1950")
    draw.woman("Halina", "1953")
    draw.man("Piotr", "1980-03")
    draw.woman("Agnieszka", "1983-12")
    draw.man("Tomasz", "1985")
    draw.man("Kacper", "2009-08-30")
    draw.woman("Zofia", "2012-05")
    draw.begin_with("kacper")
    older = draw.couple("zbigniew", "halina", married="1978")
    parents = draw.couple("piotr", "agnieszka", married="2006")
    draw.children(older, "piotr", "tomasz")
    draw.children(parents, "kacper", "zofia")
    draw.not_known("agnieszka", Topic.FATHER)
    draw.home("Agnieszka en Piotr", "agnieszka", "piotr", "kacper", "zofia")


def _around(draw: Sketch) -> None:
    helpers = [
        ("Wijkteam Veldzicht", ContextKind.TEAM, "Bas", Rhythm.WEEKLY),
        ("Kompas Jeugd", ContextKind.PROVIDER, "Annelies", Rhythm.WEEKLY),
        ("Polikliniek De Wieken", ContextKind.PROVIDER, "dokter Lim", Rhythm.MONTHLY),
        ("Coachbureau Spoor", ContextKind.PROVIDER, "Rick", Rhythm.WEEKLY),
        ("Mavo Het Anker", ContextKind.SCHOOL, "mentor Peter", Rhythm.DAILY),
        ("Samenwerkingsverband", ContextKind.SCHOOL, "Yvonne", Rhythm.MONTHLY),
        ("Leerplicht Veldzicht", ContextKind.JUSTICE, "meneer Bos", Rhythm.MONTHLY),
        ("Jeugdarts", ContextKind.HEALTH, "Mirjam", Rhythm.NOW_AND_THEN),
    ]
    for name, kind, face, rhythm in helpers:
        organisation = draw.organisation(name, kind)
        draw.directed(organisation, "kacper", face=face, rhythm=rhythm)
    draw.directed("kompas-jeugd", "agnieszka", "piotr", face="Annelies", rhythm=Rhythm.MONTHLY)
    draw.organisation("Garage van Tomasz", ContextKind.WORK)
    draw.directed(
        "garage-van-tomasz", "kacper", face="Tomasz", rhythm=Rhythm.WEEKLY, strength=Strength.STRONG
    )


def _story(draw: Sketch) -> None:
    with draw.said_by("Kacper", "2025-10-07", "in de garage"):
        draw.tie("kacper", TieKind.CONFLICT, "piotr")
        draw.tie("kacper", TieKind.DISTRUST, "polikliniek-de-wieken")
        draw.tie("kacper", TieKind.CLOSE, "tomasz")
        draw.supports("tomasz", "kacper", since="2022")
        draw.pattern(
            PatternKind.COALITION,
            "agnieszka",
            "piotr",
            against=("kacper",),
            words="mijn ouders en de hulp beslissen, ik zit erbij",
        )
    draw.event(
        "onderzoek: een naam waarin Kacper zich niet herkent",
        "kacper",
        on="2017-10",
        kind=EventKind.HEALTH,
        impact=Impact.HEAVY,
    )
    draw.event(
        "Kacper loopt weg uit het overleg",
        "kacper",
        on="2025-09-23",
        kind=EventKind.OTHER,
        impact=Impact.MIXED,
    )
    draw.help(
        "training sociale vaardigheden",
        "kacper",
        by="Kompas Jeugd",
        period="2018 .. 2019",
        did_not_work="oefenen zonder vrienden",
    )
    draw.help(
        "medicijnen en controle",
        "kacper",
        provider="polikliniek-de-wieken",
        period="2018-01",
        did_not_work="Kacper voelt zich vlak",
    )
    draw.help(
        "gesprekken met de ouders",
        "agnieszka",
        "piotr",
        provider="kompas-jeugd",
        period="2024-02",
        worked="een plek om bang te mogen zijn",
    )
    draw.help(
        "coach",
        "kacper",
        provider="coachbureau-spoor",
        period="2024-11",
        worked="sleutelen aan een brommer",
    )
