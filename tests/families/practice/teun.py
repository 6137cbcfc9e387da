"""The mother who took the pencil: parents asked for a test for their gifted son; then they drew."""

from samenspel.family.statements import FamilyMap
from samenspel.family.words import (
    ContextKind,
    Direction,
    EventKind,
    Flow,
    Impact,
    Involvement,
    PatternKind,
    PersonKind,
    Rhythm,
    Strength,
    TieKind,
)
from tests.families.sketch import Sketch


def the_mother_who_took_the_pencil() -> FamilyMap:
    draw = Sketch()
    _family(draw)
    _around(draw)
    _story(draw)
    return draw.map


def _family(draw: Sketch) -> None:
    draw.man("Kees", "1951", died="2024-02", alias="Eik")
    draw.woman("Greet", "1954", alias="Beuk")
    draw.man("Ad", "1949", alias="Berg")
    draw.woman("Hennie", "1952~", alias="Duin")
    draw.man("Joost", "1982-11", alias="Wolf")
    draw.woman("Marit", "1984-05-30", alias="Zon")
    draw.man("Sjoerd", "1979", alias="Valk")
    draw.man("Teun", "2016-09-12", alias="Vos")
    draw.woman("Lotte", "2019-04-14", alias="Ster")
    draw.begin_with("teun")
    draw.person("Boef", "2021", is_a=PersonKind.PET)
    parents_of_marit = draw.couple("kees", "greet", married="1977", widowed="2024-02")
    parents_of_joost = draw.couple("ad", "hennie", married="1975")
    parents = draw.couple("joost", "marit", living_together="2011", married="2014-06-20")
    draw.children(parents_of_marit, "marit")
    draw.children(parents_of_joost, "sjoerd", "joost")
    draw.children(parents, "teun", "lotte")
    draw.home("Marit en Joost", "marit", "joost", "teun", "lotte", "boef")


def _around(draw: Sketch) -> None:
    draw.organisation("Wijkteam De Singel", ContextKind.TEAM)
    draw.organisation("Basisschool De Wilg", ContextKind.SCHOOL)
    draw.organisation("Praktijk Breinbreed", ContextKind.PROVIDER)
    draw.organisation("Scouting De Bevers", ContextKind.SPORT)
    draw.organisation("Huisarts Van Loon", ContextKind.GP)
    draw.organisation("Werk van Joost", ContextKind.WORK)
    draw.directed(
        "wijkteam-de-singel", "home-marit-en-joost", face="Samira", rhythm=Rhythm.FORTNIGHTLY
    )
    draw.directed(
        "basisschool-de-wilg",
        "teun",
        face="juf Hanna",
        role="leerkracht van groep 6",
        rhythm=Rhythm.DAILY,
        strength=Strength.STRESSFUL,
    )
    draw.directed("basisschool-de-wilg", "lotte", face="meester Bo", rhythm=Rhythm.DAILY)
    draw.directed("praktijk-breinbreed", "teun", status=Involvement.WAITING, since="2025-02")
    draw.directed("scouting-de-bevers", "teun", rhythm=Rhythm.WEEKLY, strength=Strength.STRONG)
    draw.directed("huisarts-van-loon", "teun", rhythm=Rhythm.NOW_AND_THEN)
    draw.directed(
        "werk-van-joost",
        "joost",
        rhythm=Rhythm.DAILY,
        strength=Strength.STRESSFUL,
        flow=Flow.FROM_FAMILY,
    )
    draw.supports("greet", "teun", since="2019")


def _story(draw: Sketch) -> None:
    draw.tie("greet", TieKind.CLOSE, "teun")
    with draw.said_by("Marit", "2025-03-18", "aan de keukentafel"):
        draw.tie("marit", TieKind.FOCUSED_ON, "teun", direction=Direction.FORTH, strength=3)
        draw.tie("joost", TieKind.DISTANT, "teun")
        draw.pattern(
            PatternKind.COALITION,
            "marit",
            "teun",
            against=("joost",),
            words="Marit en Teun maken samen huiswerk, Joost trekt zich terug",
        )
    with draw.said_by("Ad", "2025-03-25", "bij opa en oma"):
        draw.pattern(
            PatternKind.REPEATING,
            "sjoerd",
            "teun",
            words="de slimme jongen die de clown van de klas wordt",
        )
    draw.event(
        "Teun slaat een groep over",
        "teun",
        on="2023-08",
        kind=EventKind.SCHOOL,
        impact=Impact.MIXED,
    )
    draw.event(
        "opa Kees overlijdt",
        "marit",
        "greet",
        "teun",
        on="2024-02",
        kind=EventKind.LOSS,
        impact=Impact.HEAVY,
    )
    draw.event(
        "Marit tekent zelf verder aan de familie",
        "marit",
        on="2025-03-18",
        kind=EventKind.GOOD,
        impact=Impact.LIFTING,
    )
    draw.help(
        "plusklas",
        "teun",
        provider="basisschool-de-wilg",
        period="2024-09 .. 2025-02",
        worked="een vaste maat om mee te bouwen",
        did_not_work="elke week uit de eigen klas",
    )
