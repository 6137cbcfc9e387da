"""How many people wish me well: a girl who was tired and stayed away from school."""

from samenspel.family.statements import FamilyMap
from samenspel.family.words import (
    ContextKind,
    EventKind,
    Flow,
    Impact,
    Involvement,
    Rhythm,
    Strength,
    TieKind,
    Topic,
)
from tests.families.sketch import Sketch


def who_wish_me_well() -> FamilyMap:
    draw = Sketch()
    _family(draw)
    _around(draw)
    _story(draw)
    return draw.map


def _family(draw: Sketch) -> None:
    draw.woman("Hermine", "1953-02-11")
    draw.man("Eugène", "/1950", died="?")
    draw.woman("Wilma", "1977")
    draw.woman("Jolanda", "1981-12")
    draw.man("Orlando", "1979")
    draw.woman("Shanice", "2010-05-19")
    draw.man("Jayden", "2013-11")
    draw.woman("Thea", "1958~")
    draw.man("Mo", "1990~")
    draw.begin_with("shanice")
    draw.not_known("orlando", Topic.FATHER)
    older = draw.couple("eugene", "hermine", relationship="1975~", ended="1990~")
    parents = draw.couple("orlando", "jolanda", registered="2008-09-09")
    draw.children(older, "wilma", "jolanda")
    draw.children(parents, "shanice", "jayden")
    draw.home("Jolanda en Orlando", "jolanda", "orlando", "shanice", "jayden")
    draw.note("thea", "buurvrouw van nummer 14")
    draw.note("mo", "bakker, begeleidt de stage")
    draw.supports("hermine", "shanice")
    draw.supports("wilma", "shanice", since="2024")
    draw.supports("thea", "shanice", since="2025-01", jim=True)
    draw.supports("mo", "shanice", since="2025-03")


def _around(draw: Sketch) -> None:
    draw.organisation("Wijkteam Noorderpark", ContextKind.TEAM)
    draw.organisation("Huisarts De Vries-Sewpersad", ContextKind.GP)
    draw.organisation("Praktijkschool De Rank", ContextKind.SCHOOL)
    draw.organisation("Kinderarts", ContextKind.HEALTH)
    draw.organisation("Bakkerij Het Krentje", ContextKind.WORK)
    draw.organisation("Gemeentekerk De Bron", ContextKind.FAITH)
    draw.directed("wijkteam-noorderpark", "shanice", face="Jasper", rhythm=Rhythm.WEEKLY)
    draw.directed("huisarts-de-vries-sewpersad", "shanice", rhythm=Rhythm.NOW_AND_THEN)
    draw.directed("praktijkschool-de-rank", "shanice", face="mentor Lieke", rhythm=Rhythm.WEEKLY)
    draw.directed("kinderarts", "shanice", status=Involvement.ENDED, since="2024-03 .. 2024-12")
    draw.directed(
        "bakkerij-het-krentje",
        "shanice",
        face="Mo",
        role="stage",
        rhythm=Rhythm.WEEKLY,
        strength=Strength.STRONG,
        flow=Flow.TO_FAMILY,
        since="2025-03",
    )
    draw.directed(
        "gemeentekerk-de-bron", "hermine", "jolanda", rhythm=Rhythm.WEEKLY, strength=Strength.STRONG
    )


def _story(draw: Sketch) -> None:
    with draw.said_by("Shanice", "2025-02-12", "tekenen met Jasper"):
        draw.tie("shanice", TieKind.VERY_CLOSE, "hermine")
        draw.tie("shanice", TieKind.CLOSE_HOSTILE, "jolanda")
        draw.tie("shanice", TieKind.TRUST, "thea")
    draw.event(
        "steeds vaker thuis van school",
        "shanice",
        on="2024-01 .. 2025-02",
        kind=EventKind.SCHOOL,
        impact=Impact.HEAVY,
    )
    draw.event(
        "Jolanda verliest haar werk",
        "jolanda",
        on="2023-11",
        kind=EventKind.WORK,
        impact=Impact.HEAVY,
    )
    draw.event(
        "stage in de bakkerij",
        "shanice",
        on="2025-03 ..",
        kind=EventKind.GOOD,
        impact=Impact.LIFTING,
    )
    draw.help(
        "onderzoek naar moeheid",
        "shanice",
        provider="kinderarts",
        period="2024-03 .. 2024-12",
        did_not_work="er kwam niets uit",
    )
    draw.help(
        "training tegen faalangst",
        "shanice",
        by="Bureau Opstap",
        period="2024-04 .. 2024-07",
        worked="ademen bij spanning",
        did_not_work="de groep was te groot",
    )
