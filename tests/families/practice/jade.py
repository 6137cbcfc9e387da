"""The girl between two kitchens: mother, stepfather and his children, and two former partners."""

from samenspel.family.statements import FamilyMap
from samenspel.family.words import (
    ContextKind,
    EventKind,
    Impact,
    Parentage,
    Rhythm,
    Strength,
    TieKind,
    Topic,
)
from tests.families.sketch import Sketch


def between_two_kitchens() -> FamilyMap:
    draw = Sketch()
    _family(draw)
    _around(draw)
    return draw.map


def _family(draw: Sketch) -> None:
    draw.man("Henk", "1957")
    draw.woman("Tineke", "1960", died="2020-11")
    draw.woman("Chantal", "1988-03")
    draw.man("Ruben", "1986")
    draw.man("Dennis", "1985-07")
    draw.woman("Priscilla", "1987")
    draw.woman("Jade", "2014-10-28")
    draw.man("Milan", "2011-02")
    draw.woman("Fenna", "2013-06")
    draw.begin_with("jade")
    draw.not_known("ruben", Topic.PARENTS)
    older = draw.couple("henk", "tineke", married="1984", widowed="2020-11")
    first = draw.couple("ruben", "chantal", living_together="2011", ended="2018")
    other = draw.couple("dennis", "priscilla", married="2009", divorced="2017")
    now = draw.couple("chantal", "dennis", relationship="2020", living_together="2022-08")
    draw.children(older, "chantal")
    draw.children(first, "jade")
    draw.children(other, "milan", "fenna")
    draw.children(now, "jade", parentage=Parentage.STEP, of="dennis", since="2022-08")
    draw.home("Chantal en Dennis", "chantal", "dennis", "jade", "milan", "fenna", since="2022-08")
    draw.home("Ruben", "ruben")
    draw.lives_in("home-ruben", "jade", "2018", "om het weekend")
    draw.home("Priscilla", "priscilla")
    draw.lives_in("home-priscilla", "fenna", "2017", "op woensdag")


def _around(draw: Sketch) -> None:
    draw.organisation("Wijkteam Zandweg", ContextKind.TEAM)
    draw.organisation("Basisschool De Klimop", ContextKind.SCHOOL)
    draw.organisation("Turnvereniging Salto", ContextKind.SPORT)
    draw.directed("wijkteam-zandweg", "jade", face="Dewi", rhythm=Rhythm.WEEKLY)
    draw.directed(
        "basisschool-de-klimop",
        "jade",
        face="juf Renske",
        rhythm=Rhythm.DAILY,
        strength=Strength.STRESSFUL,
    )
    draw.directed(
        "turnvereniging-salto", "jade", "fenna", rhythm=Rhythm.WEEKLY, strength=Strength.STRONG
    )
    with draw.said_by("Jade", "2025-11-04", "in de gymzaal"):
        draw.tie("jade", TieKind.CLOSE, "henk")
        draw.tie("jade", TieKind.CONFLICT, "fenna")
        draw.supports("henk", "jade")
    with draw.said_by("Chantal", "2025-11-11", "op kantoor"):
        draw.tie("chantal", TieKind.DISTRUST, "ruben")
        draw.event(
            "Jade loopt de klas uit",
            "jade",
            on="2025-09",
            kind=EventKind.SCHOOL,
            impact=Impact.HEAVY,
        )
    draw.event("oma Tineke overlijdt", "jade", "chantal", on="2020-11", kind=EventKind.LOSS)
    draw.event(
        "verhuizing naar Dennis",
        "jade",
        "chantal",
        on="2022-08",
        kind=EventKind.MOVE,
        impact=Impact.MIXED,
    )
    draw.help(
        "gesprekken met Jade alleen",
        "jade",
        provider="wijkteam-zandweg",
        period="2025-09",
        worked="ze vertelt graag over turnen",
        did_not_work="haar ouders weten niet wat er speelt",
    )
