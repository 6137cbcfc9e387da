"""The panel: what was said about one thing, by whom, and the forms for it."""

from samenspel.family import (
    BirthFact,
    InvolvedFact,
    NameFact,
    NoteFact,
    OrganisationFact,
    PartialDate,
    Say,
    Saying,
    Source,
)
from samenspel.web.maps import moments
from samenspel.web.maps.store import load
from samenspel.web.maps.tests import at_the_map
from samenspel.web.maps.tests.drawn import BOND, SANNE, YARA, draw, draw_family, saying
from tests.world import World


def panel(world: World, query: str, user: object = None) -> str:
    client = world.english(user or world.worker)  # type: ignore[arg-type]
    response = client.get(world.page("map_panel") + query)
    assert response.status_code == 200
    return str(response.content.decode())


def said_by(who: str, fact: object) -> Say:
    source = Source(who, PartialDate.parse("2026-03-31"), "home visit")
    return Say((Saying(str(hash((who, fact))), fact, source),))  # type: ignore[arg-type]


def test_a_person_has_a_heading_facts_and_four_places(world: World) -> None:
    draw_family(world)
    shown = panel(world, f"?gekozen={YARA}")
    assert "<h2>Yara</h2>" in shown
    assert "March 2014" in shown
    for place in ("above", "left", "right", "below"):
        assert f'data-place="{place}" data-of="{YARA}"' in shown


def test_each_account_says_who_told_it_and_when(world: World) -> None:
    draw_family(world)
    draw(world, world.worker, said_by("Oma", NoteFact(YARA, "Ze lacht weer.")))
    shown = panel(world, f"?gekozen={YARA}")
    assert "“Ze lacht weer.”" in shown
    assert "Oma, home visit, 31 March 2026" in shown


def test_accounts_that_differ_stand_under_each_other(world: World) -> None:
    draw_family(world)
    draw(world, world.worker, said_by("Oma", BirthFact(YARA, PartialDate.parse("2013"))))
    shown = panel(world, f"?gekozen={YARA}")
    assert "The accounts differ." in shown
    assert "March 2014" in shown
    assert "2013" in shown
    assert "Use this one" in shown


def test_one_takes_back_ones_own_words_and_strikes_out_those_of_others(world: World) -> None:
    draw_family(world)
    mine = panel(world, f"?gekozen={YARA}", world.worker)
    assert 'value="withdraw"' in mine
    assert 'value="strike"' not in mine
    theirs = panel(world, f"?gekozen={YARA}", world.parent_in_circle)
    assert 'value="strike"' in theirs
    assert 'value="withdraw"' not in theirs


def test_a_professional_is_not_offered_to_strike_out_what_the_family_said(world: World) -> None:
    draw_family(world)
    draw(world, world.parent_in_circle, saying(NameFact(SANNE, "Sanne de moeder")))
    shown = panel(world, f"?gekozen={SANNE}", world.partner_in_circle)
    spoken = NameFact(SANNE, "Sanne de moeder")
    own = next(one for one in load(world.case).family_map if one.fact == spoken)
    assert "Sanne de moeder" in shown
    assert own.id not in shown


def test_for_whom_it_is_stands_in_words(world: World) -> None:
    draw_family(world)
    family = panel(world, f"?gekozen={YARA}", world.parent_in_circle)
    assert "My family worker and I" in family
    assert "Professionals only" not in family
    worker = panel(world, f"?gekozen={YARA}", world.worker)
    assert "Safety: only family workers" in worker
    partner = panel(world, f"?gekozen={YARA}", world.partner_in_circle)
    assert "Safety: only family workers" not in partner


def test_a_bond_a_home_and_an_organisation_have_panels(world: World) -> None:
    draw_family(world)
    draw(world, world.worker, saying(OrganisationFact("o1", "De Linde"), InvolvedFact("o1", YARA)))
    assert "add_child" in panel(world, f"?gekozen={BOND}")
    assert "<h2>De Linde</h2>" in panel(world, "?gekozen=o1")


def test_what_is_not_there_looks_like_nothing_chosen(world: World) -> None:
    draw_family(world)
    assert "What we do not know yet" in panel(
        world, "?gekozen=e0d8a3de-0000-4000-8000-000000000000"
    )


def test_every_form_of_its_own_opens(world: World) -> None:
    draw_family(world)
    for form in ("iemand", "band", "huis", "organisatie", "pijl", "gebeurtenis", "hulp"):
        shown = panel(world, f"?vorm={form}&wie={YARA}")
        assert "data-gesture" in shown
        assert '<a href="?">Back</a>' in shown


def test_open_questions_close_with_one_tap(world: World) -> None:
    draw_family(world)
    shown = panel(world, "")
    assert "We don&#x27;t know" in shown
    assert 'name="kind" value="not_known"' in shown


def test_what_strikes_one_is_counted_around_the_family(world: World) -> None:
    draw_family(world)
    draw(world, world.worker, saying(OrganisationFact("o1", "De Linde"), InvolvedFact("o1", YARA)))
    shown = panel(world, "?beeld=systemogram")
    assert "What strikes you?" in shown
    assert "is directed only at Yara" in shown


def test_a_parent_shares_what_was_drawn_alone(world: World) -> None:
    draw_family(world)
    client = world.english(world.parent_in_circle)
    client.post(world.page("map_draw"), {"do": "add_person", "name": "Ria"})
    assert 'value="share"' in panel(world, "", world.parent_in_circle)
    assert "Ria" not in panel(world, "?vorm=huis", world.partner_in_circle)
    client.post(world.page("map_draw"), {"do": "share"})
    assert "Ria" in panel(world, "?vorm=huis", world.partner_in_circle)


def test_a_page_on_the_wall_shows_the_table_after_another_page_left(world: World) -> None:
    """Two pages of one browser: one left the joint moment, the other still stands on the wall."""
    moment = moments.begin(world.case, by=world.by_worker())
    private = at_the_map.add(world, world.worker, "Noor", for_="mine")
    query = f"?gekozen={at_the_map.id_of(private)}"
    assert "Noor" in panel(world, query)
    assert "Noor" not in panel(world, f"{query}&samen={moment.public_id}")
