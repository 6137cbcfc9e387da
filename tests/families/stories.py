"""Two larger invented families: four generations with their ties, and nine organisations."""

from samenspel.family.statements import FamilyMap
from samenspel.family.words import (
    ContextKind,
    Direction,
    EventKind,
    Flow,
    Impact,
    Involvement,
    PatternKind,
    Rhythm,
    Strength,
    TieKind,
)
from tests.families.sketch import Sketch


def four_generations() -> FamilyMap:
    """Conflict, cut-off and coalition through four generations."""
    draw = Sketch()
    _old_generations(draw)
    _young_generations(draw)
    _ties_through_the_generations(draw)
    return draw.map


def _old_generations(draw: Sketch) -> None:
    draw.man("Arend", "1921", died="1988")
    draw.woman("Geesje", "1924", died="2003")
    draw.man("Willem", "1919~", died="1945")
    draw.woman("Jantje", "1922", died="2010")
    draw.man("Roelof", "1947", died="2016-08")
    draw.woman("Truus", "1949")
    draw.man("Harm", "1951")
    draw.woman("Dinie", "1950")
    draw.man("Lucas", "1944")
    draw.children(draw.couple("arend", "geesje", married="1946", widowed="1988"), "roelof", "harm")
    draw.children(draw.couple("willem", "jantje", married="1943", widowed="1945"), "lucas")
    second = draw.couple("jantje", draw.man(), living_together="1948", ended="1956")
    draw.children(second, "truus")
    draw.couple("roelof", "truus", married="1970", widowed="2016-08")
    draw.couple("harm", "dinie", married="1974")


def _young_generations(draw: Sketch) -> None:
    draw.man("Jeroen", "1972")
    draw.woman("Wietske", "1975-04")
    draw.woman("Marjan", "1979")
    draw.man("Erik", "1977")
    draw.man("Samuel", "1973")
    draw.woman("Ruth", "1974")
    draw.woman("Nienke", "2004")
    draw.man("Thijs", "2009-02-11")
    draw.woman("Esther", "2003")
    draw.man("Boaz", "2006")
    draw.children("bond-roelof-truus", "jeroen", "wietske", "marjan")
    draw.children("bond-harm-dinie", "erik")
    first = draw.couple("samuel", "wietske", married="2001", divorced="2014")
    other = draw.couple("jeroen", "ruth", married="2000")
    draw.children(first, "nienke", "thijs")
    draw.children(other, "esther", "boaz")
    draw.begin_with("thijs")
    draw.home("Wietske", "wietske", "thijs", since="2014")


def _ties_through_the_generations(draw: Sketch) -> None:
    draw.tie("roelof", TieKind.CUT_OFF, "harm", since="1988 .. 2016-08")
    draw.tie("truus", TieKind.FUSED, "wietske")
    draw.tie("wietske", TieKind.CONFLICT, "thijs")
    draw.tie("jeroen", TieKind.REPAIRED, "samuel", since="2022")
    draw.tie("marjan", TieKind.CARES_FOR, "thijs", direction=Direction.FORTH)
    with draw.said_by("Thijs", "2025-09-02", "eerste gesprek"):
        draw.pattern(
            PatternKind.COALITION,
            "truus",
            "wietske",
            against=("samuel",),
            words="oma en mama samen, papa mag niets",
            since="2012",
        )
    with draw.said_by("Marjan", "2025-09-16", "familieberaad"):
        draw.pattern(
            PatternKind.REPEATING,
            "roelof",
            "samuel",
            "thijs",
            words="wie boos is, gaat weg en komt niet terug",
        )
    draw.event("ruzie over de boerderij", "roelof", "harm", on="1988", kind=EventKind.MONEY)
    draw.event(
        "opa Roelof overlijdt zonder afscheid",
        "truus",
        "harm",
        on="2016-08",
        kind=EventKind.LOSS,
        impact=Impact.HEAVY,
    )


def nine_organisations() -> FamilyMap:
    """Nine organisations around one house; five of them look only at the child."""
    draw = Sketch()
    draw.woman("Patricia", "1984", alias="Maan")
    draw.man("Wesley", "1981", alias="Beer")
    draw.man("Dean", "2013-07-07", alias="Das")
    draw.begin_with("dean")
    draw.woman("Milou", "2017-01", alias="Mees")
    draw.woman("Oma Bep", "1952", alias="Linde")
    draw.children(draw.couple("oma-bep"), "patricia")
    parents = draw.couple("wesley", "patricia", living_together="2010")
    draw.children(parents, "dean", "milou")
    house = draw.home("Patricia en Wesley", "patricia", "wesley", "dean", "milou")
    _only_for_dean(draw)
    _for_the_others(draw, house)
    draw.supports("oma-bep", "patricia")
    return draw.map


def _only_for_dean(draw: Sketch) -> None:
    draw.organisation("Speciaal onderwijs Kaap", ContextKind.SCHOOL)
    draw.organisation("Jeugdpraktijk Noord", ContextKind.PROVIDER)
    draw.organisation("Ambulant team Vlinder", ContextKind.PROVIDER)
    draw.organisation("Logeerhuis De Hooiberg", ContextKind.PROVIDER)
    draw.organisation("Kinderarts Zeedijk", ContextKind.HEALTH)
    draw.directed("speciaal-onderwijs-kaap", "dean", face="juf Nel", rhythm=Rhythm.DAILY)
    draw.directed("jeugdpraktijk-noord", "dean", face="Sofie", rhythm=Rhythm.WEEKLY)
    draw.directed("ambulant-team-vlinder", "dean", face="Karim", rhythm=Rhythm.WEEKLY)
    draw.directed("logeerhuis-de-hooiberg", "dean", rhythm=Rhythm.MONTHLY, flow=Flow.TO_FAMILY)
    draw.directed(
        "kinderarts-zeedijk", "dean", status=Involvement.WAITING, rhythm=Rhythm.NOW_AND_THEN
    )


def _for_the_others(draw: Sketch, house: str) -> None:
    draw.organisation("Wijkteam Vuurtoren", ContextKind.TEAM)
    draw.organisation("Basisschool De Golf", ContextKind.SCHOOL)
    draw.organisation("Schuldhulp", ContextKind.MUNICIPALITY)
    draw.organisation("Moestuin De Akker", ContextKind.SOCIAL_BASE)
    draw.directed(
        "wijkteam-vuurtoren", house, face="Anouk", rhythm=Rhythm.WEEKLY, strength=Strength.STRONG
    )
    draw.directed("basisschool-de-golf", "milou", face="meester Ali", rhythm=Rhythm.DAILY)
    draw.directed(
        "schuldhulp", "patricia", face="Rob", rhythm=Rhythm.MONTHLY, strength=Strength.STRESSFUL
    )
    draw.directed(
        "moestuin-de-akker", "patricia", "milou", rhythm=Rhythm.WEEKLY, flow=Flow.TO_FAMILY
    )
