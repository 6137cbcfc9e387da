"""I want to go home: a girl with a long history of help, in a residential group."""

from samenspel.family.statements import FamilyMap
from samenspel.family.words import (
    ContextKind,
    EventKind,
    Flow,
    Impact,
    Involvement,
    PersonKind,
    Rhythm,
    Strength,
    TieKind,
)
from tests.families.sketch import Sketch


def i_want_to_go_home() -> FamilyMap:
    draw = Sketch()
    _family(draw)
    _homes(draw)
    _help(draw)
    _around(draw)
    return draw.map


def _family(draw: Sketch) -> None:
    draw.man("Cor", "1946", died="2009-05")
    draw.woman("Riet", "1949")
    draw.woman("Ingrid", "1978-09")
    draw.man("Marco", "1975")
    draw.woman("Anouk", "1986")
    draw.man("Stijn", "2006-04")
    draw.woman("Romy", "2009-07-24")
    draw.person("", "2012-03", is_a=PersonKind.STILLBIRTH)
    draw.man("Luca", "2021-01")
    draw.begin_with("romy")
    older = draw.couple("cor", "riet", married="1971", widowed="2009-05")
    parents = draw.couple("marco", "ingrid", married="2003")
    with draw.said_by("Ingrid", "2025-06-03", "thuis"):
        parted = draw.parted(parents, "divorced", "2016")
    with draw.said_by("Marco", "2025-06-10", "aan de telefoon"):
        draw.parted(parents, "divorced", "2017-05", against=parted)
    now = draw.couple("marco", "anouk", living_together="2019")
    draw.children(older, "ingrid")
    draw.children(parents, "stijn", "romy", "stillbirth")
    draw.children(now, "luca")


def _homes(draw: Sketch) -> None:
    draw.home("Ingrid", "ingrid", "stijn")
    draw.home("Marco en Anouk", "marco", "anouk", "luca", since="2021-01")
    draw.home("De Lichtboei", name="groep De Lichtboei")
    draw.lives_in("home-ingrid", "romy", "2009-07 .. 2022-10")
    draw.lives_in("home-de-lichtboei", "romy", "2023-02 .. 2025-08")
    draw.lives_in("home-ingrid", "romy", "2025-08")
    draw.tie("romy", TieKind.CUT_OFF, "marco", since="2022")
    draw.tie("romy", TieKind.CLOSE, "stijn")
    draw.tie("ingrid", TieKind.CLOSE, "riet")
    draw.tie("ingrid", TieKind.CONFLICT, "marco")
    draw.supports("stijn", "romy")
    draw.supports("riet", "romy")


def _help(draw: Sketch) -> None:
    draw.organisation("De Lichtboei", ContextKind.INSTITUTION)
    draw.organisation("Spoed voor Jeugd", ContextKind.PROVIDER)
    draw.help("speltherapie", "romy", by="Praktijk Zandkasteel", period="2017 .. 2018")
    draw.help(
        "hulp thuis",
        "ingrid",
        "romy",
        "stijn",
        by="Gezin Vooruit",
        period="2019-03 .. 2021-06",
        worked="samen eten koken",
        did_not_work="elk half jaar een ander",
    )
    draw.help("crisisplek", "romy", provider="spoed-voor-jeugd", period="2022-10 .. 2022-12")
    draw.help("crisisplek", "romy", provider="spoed-voor-jeugd", period="2022-12 .. 2023-02")
    draw.help(
        "behandelgroep",
        "romy",
        provider="de-lichtboei",
        period="2023-02 .. 2025-08",
        worked="de nachtdienst die luisterde",
        did_not_work="steeds nieuwe doelen",
    )
    draw.help(
        "traumatherapie",
        "romy",
        by="Praktijk Zandkasteel",
        period="2023-09 .. 2024-04",
        did_not_work="gestopt, het was te vroeg",
    )
    draw.event(
        "uit huis", "romy", "ingrid", on="2022-10", kind=EventKind.PLACEMENT, impact=Impact.HEAVY
    )
    draw.event(
        "weer thuis",
        "romy",
        "ingrid",
        "stijn",
        on="2025-08",
        kind=EventKind.TOGETHER,
        impact=Impact.LIFTING,
    )
    draw.event(
        "stage bij de fietsenmaker, zelf gevonden",
        "romy",
        on="2025-11 ..",
        kind=EventKind.GOOD,
        impact=Impact.LIFTING,
    )


def _around(draw: Sketch) -> None:
    draw.organisation("Wijkteam Molenbuurt", ContextKind.TEAM)
    draw.organisation("ROC De Vaart", ContextKind.SCHOOL)
    draw.organisation("Fietsen van Sjaak", ContextKind.WORK)
    draw.organisation("Broodjeszaak Plek", ContextKind.WORK)
    draw.directed(
        "wijkteam-molenbuurt",
        "home-ingrid",
        face="Lizzy",
        rhythm=Rhythm.WEEKLY,
        role="gaat mee als Romy het vraagt",
        strength=Strength.STRONG,
    )
    draw.directed(
        "de-lichtboei",
        "romy",
        status=Involvement.ENDED,
        since="2023-02 .. 2025-08",
        strength=Strength.BROKEN,
    )
    draw.directed("spoed-voor-jeugd", "romy", status=Involvement.ENDED, since="2022-10 .. 2023-02")
    draw.directed("roc-de-vaart", "romy", face="Hamza", rhythm=Rhythm.DAILY)
    draw.directed(
        "fietsen-van-sjaak",
        "romy",
        face="Sjaak",
        rhythm=Rhythm.WEEKLY,
        strength=Strength.STRONG,
        flow=Flow.BOTH,
    )
    draw.directed("broodjeszaak-plek", "romy", rhythm=Rhythm.WEEKLY)
