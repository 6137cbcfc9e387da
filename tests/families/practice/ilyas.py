"""Many helpers, one house: worries about the safety of a youth; nobody new was added."""

from samenspel.family.statements import Audience, FamilyMap, Reach
from samenspel.family.words import (
    Certainty,
    ContextKind,
    Direction,
    EventKind,
    Impact,
    Rhythm,
    Strength,
    TieKind,
    Topic,
)
from tests.families.sketch import Sketch


def many_helpers_one_house() -> FamilyMap:
    draw = Sketch()
    _family(draw)
    _around(draw)
    _story(draw)
    return draw.map


def _family(draw: Sketch) -> None:
    draw.man("Brahim", "1944", died="2011")
    draw.woman("Zohra", "1950")
    draw.woman("Khadija", "1973")
    draw.man("Rachid", "1976-01-09")
    draw.woman("Nadia", "1980-08")
    draw.man("Ilyas", "2009-10-02")
    draw.man("Sami", "2016-06-21")
    draw.begin_with("ilyas")
    older = draw.couple("brahim", "zohra", married="1970", widowed="2011")
    parents = draw.couple(
        "rachid", "nadia", married="2004", living_apart="2023-04", reconciled="2023-10"
    )
    draw.children(older, "khadija", "rachid")
    draw.children(parents, "ilyas", "sami")
    draw.not_known("nadia", Topic.PARENTS)
    draw.home("Rachid en Nadia", "nadia", "ilyas", "sami")
    draw.lives_in("home-rachid-en-nadia", "rachid", "2004 .. 2023-04")
    draw.lives_in("home-rachid-en-nadia", "rachid", "2023-10")
    draw.home("Zohra", "zohra")
    draw.lives_in("home-zohra", "rachid", "2023-04 .. 2023-10")


def _around(draw: Sketch) -> None:
    house = "home-rachid-en-nadia"
    draw.organisation("Wijkteam Havenkwartier", ContextKind.TEAM)
    draw.organisation("Bureau Brug", ContextKind.PROVIDER)
    draw.organisation("De Spiegel", ContextKind.PROVIDER)
    draw.organisation("Het Baken College", ContextKind.SCHOOL)
    draw.organisation("Leerplicht", ContextKind.JUSTICE)
    draw.organisation("Wijkagent", ContextKind.JUSTICE)
    draw.organisation("FC Kade", ContextKind.SPORT)
    draw.organisation("Basisschool De Sluis", ContextKind.SCHOOL)
    draw.directed("wijkteam-havenkwartier", house, face="Fleur", rhythm=Rhythm.WEEKLY)
    draw.directed(
        "bureau-brug",
        house,
        face="Onno",
        role="gezinscoach",
        rhythm=Rhythm.WEEKLY,
        strength=Strength.STRONG,
        since="2024-01",
    )
    draw.directed(
        "de-spiegel",
        "ilyas",
        face="Minke",
        role="therapeut",
        rhythm=Rhythm.FORTNIGHTLY,
        strength=Strength.WEAK,
        since="2024-09",
    )
    draw.directed(
        "het-baken-college",
        "ilyas",
        face="mentor Joris",
        rhythm=Rhythm.DAILY,
        strength=Strength.STRESSFUL,
    )
    draw.directed("leerplicht", "ilyas", face="mevrouw Tan", rhythm=Rhythm.MONTHLY)
    draw.directed("wijkagent", "ilyas", "rachid", face="Guus", rhythm=Rhythm.NOW_AND_THEN)
    draw.directed(
        "fc-kade", "sami", face="trainer Wes", rhythm=Rhythm.WEEKLY, strength=Strength.STRONG
    )
    draw.directed("basisschool-de-sluis", "sami", rhythm=Rhythm.DAILY)


def _story(draw: Sketch) -> None:
    with draw.said_by("Nadia", "2025-05-06", "huisbezoek"):
        draw.tie("rachid", TieKind.CONFLICT, "ilyas", strength=2)
        draw.tie("ilyas", TieKind.CARES_FOR, "sami", direction=Direction.FORTH)
        draw.supports("khadija", "ilyas", since="2023")
    with draw.said_by("Ilyas", "2025-05-13", "op een bankje bij het water"):
        draw.tie("ilyas", TieKind.TRUST, "khadija")
        draw.event(
            "papa is een half jaar bij oma",
            "ilyas",
            "rachid",
            on="2023-04 .. 2023-10",
            kind=EventKind.SEPARATION,
            impact=Impact.HEAVY,
        )
    with draw.said_by("Rachid", "2025-05-20", "wandeling"):
        draw.event(
            "ik sliep vier maanden bij mijn moeder",
            "rachid",
            on="2023-06 .. 2023-10",
            kind=EventKind.SEPARATION,
            impact=Impact.MIXED,
            certainty=Certainty.LIKELY,
        )
    with draw.only_for(Audience(Reach.SAFETY)):
        draw.event(
            "Ilyas komt met een mes op school",
            "ilyas",
            on="2025-01-17",
            kind=EventKind.VIOLENCE,
            impact=Impact.HEAVY,
        )
    draw.help(
        "gezinscoaching",
        "rachid",
        "nadia",
        "ilyas",
        provider="bureau-brug",
        period="2024-01",
        worked="Onno blijft ook als het spannend is",
    )
    draw.help(
        "therapie",
        "ilyas",
        provider="de-spiegel",
        period="2024-09",
        did_not_work="praten in een kamer",
    )
    draw.help(
        "dagbesteding",
        "ilyas",
        by="Werkplaats Zuidkade",
        period="2023-11 .. 2024-06",
        worked="met zijn handen werken",
        did_not_work="de reis van een uur",
    )
