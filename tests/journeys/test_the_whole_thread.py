"""From a question at the door to the figures: in Dutch, and with nothing but a keyboard."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import steps
from tests.journeys.browser import check_page, picture
from tests.journeys.conftest import Server
from tests.journeys.hands import Keyboard

QUESTION = (
    "Sinds de verhuizing slaapt hij bij ons in bed en wil hij ’s ochtends de deur niet uit. "
    "Wie helpt ons?"
)


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A pilot of its own, so that the numbers are those of the demonstration."""
    started = Server(tmp_path_factory.mktemp("thread"))
    try:
        started.wait_until_ready()
        yield started
    finally:
        started.stop()


def test_from_question_to_figures(page: Page, server: Server) -> None:
    worker = server.account("gezinswerker")
    hands = Keyboard(page, arrived=check_page)
    day = steps.today()

    # Given a family worker who also facilitates, and who knows the figures of this morning
    hands.open("/")
    steps.sign_in(hands, worker.username, worker.password)
    hands.follow("Cijfers")
    hands.skip_to_content()
    assert steps.headline(page) == {
        "leersessies": "52",
        "ingebrachte casussen": "81",
        "casussen in totaal": "82",
        "leervragen": "36",
    }
    assert steps.row(page, "Afgesloten: wat het werd", FEW_TALKS) == ["3"]
    expect(steps.avoided_range(page)).to_contain_text("€ 67.500 – € 87.500")

    # and a learning session today, in a learning cycle around today
    steps.plan_cycle(hands, number=4, first=day - timedelta(days=30), last=day + timedelta(days=60))
    steps.plan_session(hands, district="West", on=day)
    expect(steps.heading(page)).to_have_text("Leersessie West")

    # When a question comes in at the door
    hands.follow("Gezinnen")
    hands.follow("Nieuwe vraag")
    steps.write_question(
        hands, QUESTION, asked_by="Ouder", born=str(day.year - 9), otherwise="Jeugd-ggz"
    )
    hands.write_further_back("Geboren in", str(day.year - 8))
    with steps.fields_sent(page) as filled:
        code = steps.send_question(hands)

    # Then writing it down took no more than eight fields
    assert len(filled) <= 8, filled
    expect(steps.heading(page)).to_have_text(f"“{QUESTION}”")
    expect(steps.notices(page)).to_have_text(f"De vraag is opgeschreven als {code}.")

    # When the parents agree, it goes into the session of today
    steps.give_consent(hands, "Ouders of voogd")
    hands.follow("Inbrengen in een sessie")
    hands.choose("In welke sessie?", session_words(page))
    hands.press("Breng in")
    expect(steps.section(page, "Op de agenda")).to_contain_text(code)
    expect(page.get_by_role("main")).not_to_contain_text("slaapt hij bij ons in bed")

    # and who is there is noted with one tap each
    hands.press("Eén meer van Basisschool De Papieren Boot")
    hands.press("Eén familielid meer")
    hands.press("Eén familielid meer")
    here = steps.section(page, "Wie er zijn")
    expect(here.get_by_role("group", name="Basisschool De Papieren Boot")).to_contain_text("1")
    expect(here.get_by_role("group", name="Familieleden")).to_contain_text("2")

    # and a learning question is caught; one with a name in it comes back, with every word kept
    steps.catch(hands, "Hoe kunnen we Sanne eerder met school aan tafel krijgen?")
    expect(steps.heading(page)).to_have_text("Staat hier een naam in?")
    expect(page.get_by_role("main")).to_contain_text("Sanne")
    expect(page.get_by_role("textbox", name="Leervraag")).to_have_value(
        "Hoe kunnen we Sanne eerder met school aan tafel krijgen?"
    )
    steps.catch_corrected(hands, "Hoe kunnen we eerder met school aan tafel komen?")
    expect(steps.notices(page)).to_have_text("Gevangen. Ordenen doen we later.")

    # and the team helps itself, until it is good as it is
    steps.go_to_case(hands, code)
    steps.add_own_effort(hands, "Minder dan 5 gesprekken")
    steps.close_case(hands, note="Hij loopt nu zelf naar school, met de buurjongen.")
    expect(steps.section(page, "Gestopt, het is goed zo")).to_contain_text("met de buurjongen")

    # Then all of it stands in the figures
    hands.follow("Cijfers")
    assert steps.headline(page) == {
        "leersessies": "53",
        "ingebrachte casussen": "82",
        "casussen in totaal": "83",
        "leervragen": "37",
    }
    assert steps.row(page, "Leersessies", "Cyclus 4") == ["1", "0"]
    assert steps.row(page, "Casussen, voor het eerst ingebracht", "Cyclus 4") == ["1", "0"]
    assert steps.row(page, "Leervragen", "Cyclus 4") == ["1"]
    assert steps.row(page, "Afgesloten: wat het werd", FEW_TALKS) == ["4"]
    expect(steps.avoided_range(page)).to_contain_text("€ 74.500 – € 96.500")


FEW_TALKS = "Wijkteam zelf, minder dan 5 gesprekken"


def session_words(page: Page) -> str:
    """The only session that is not long ago."""
    return page.get_by_role("radio").first.evaluate("one => one.labels[0].innerText")
