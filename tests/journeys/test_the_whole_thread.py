"""From a question at the door to the figures: in Dutch, and with nothing but a keyboard."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import steps
from tests.journeys.browser import check_page, picture
from tests.journeys.conftest import OpenPage, Server, running
from tests.journeys.hands import Keyboard, Mouse

QUESTION = (
    "Sinds de verhuizing slaapt hij bij ons in bed en wil hij ’s ochtends de deur niet uit. "
    "Wie helpt ons?"
)
WITH_A_NAME = "Hoe kunnen we Sanne eerder met school aan tafel krijgen?"
WITHOUT_A_NAME = "Hoe kunnen we eerder met school aan tafel komen?"
SCHOOL = "Basisschool De Papieren Boot"
WHAT_IT_BECAME = "Afgesloten: wat het werd"
FEW_TALKS = "Wijkteam zelf, minder dan 5 gesprekken"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A pilot of its own, so that the numbers before are those of the published evaluation."""
    with running(tmp_path) as started:
        yield started


def test_from_question_to_figures(page: Page, server: Server, open_page: OpenPage) -> None:
    worker = server.account("gezinswerker")
    hands = Keyboard(page, arrived=check_page)
    today = steps.today()

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
    assert steps.row(page, WHAT_IT_BECAME, FEW_TALKS) == ["3"]
    expect(steps.avoided_range(page)).to_contain_text("€ 67.500 – € 87.500")

    # and a learning session today, in a cycle around today
    begin, end = today - timedelta(days=30), today + timedelta(days=60)
    steps.plan_cycle(hands, number=4, first=begin, last=end)
    steps.plan_session(hands, district="West", on=today)
    expect(steps.heading(page)).to_have_text("Leersessie West")

    # When a question comes in at the door
    hands.follow("Gezinnen")
    hands.follow("Nieuwe vraag")
    born = str(today.year - 9)
    steps.write_question(hands, QUESTION, asked_by="Ouder", born=born, otherwise="Jeugd-ggz")
    hands.write_further_back("Geboren in", str(today.year - 8))
    picture(page, "new-question")
    with steps.fields_sent(page) as filled:
        code = steps.send_question(hands)

    # Then it stands there as it was said, and that took no more than eight fields
    expect(steps.heading(page)).to_have_text(f"“{QUESTION}”")
    expect(steps.notices(page)).to_have_text(f"De vraag is opgeschreven als {code}.")
    assert len(filled) <= 8, filled

    # When the parents agree, it goes into the session of today
    steps.give_consent(hands, "Ouders of voogd")
    steps.bring_into_only_session(hands)

    # Then the session sees the code, and none of the words
    expect(steps.section(page, "Op de agenda")).to_contain_text(code)
    expect(page.get_by_role("main")).not_to_contain_text("slaapt hij bij ons in bed")

    # When somebody of a school is there, one tap, and two of the family
    hands.press(f"Eén meer van {SCHOOL}")
    hands.press("Eén familielid meer")
    hands.press("Eén familielid meer")
    assert steps.number_present(page, SCHOOL) == "1"
    assert steps.number_present(page, "Familieleden") == "2"
    picture(page, "session")

    # and a learning question is caught with a name in it
    steps.catch(hands, WITH_A_NAME)

    # Then it comes back with every word kept, and goes in without the name
    expect(steps.heading(page)).to_have_text("Staat hier een naam in?")
    expect(page.get_by_role("textbox", name="Leervraag")).to_have_value(WITH_A_NAME)
    steps.catch_corrected(hands, WITHOUT_A_NAME)
    expect(steps.notices(page)).to_have_text("Gevangen. Ordenen doen we later.")
    hands.follow("Leeragenda")
    expect(steps.section(page, "Vragen")).to_contain_text(WITHOUT_A_NAME)
    picture(page, "agenda")

    # When the team helps itself, until it is good as it is
    hands.follow("Vandaag")
    picture(page, "start")
    hands.follow(code)
    steps.add_own_effort(hands, "Minder dan 5 gesprekken")
    picture(page, "case")
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
    assert steps.row(page, "Aanwezigen", "Cyclus 4") == ["3", "0"]
    assert steps.row(page, "Leervragen", "Cyclus 4") == ["1"]
    assert steps.row(page, WHAT_IT_BECAME, FEW_TALKS) == ["4"]
    expect(steps.avoided_range(page)).to_contain_text("€ 74.500 – € 96.500")
    picture(page, "figures")

    # and on the screen in the room, and on the phone in a pocket
    cookies = page.context.storage_state()
    room = open_page("projector", storage_state=cookies)
    room.goto("/cijfers/")
    check_page(room)
    picture(room, "projector-figures")
    phone = open_page("phone", storage_state=cookies)
    phone.goto("/")
    check_page(phone)
    picture(phone, "phone-start")
    Mouse(phone, arrived=check_page).follow(steps.in_words(today))
    phone.set_viewport_size({"width": 360, "height": 1080})
    picture(phone, "phone-session")
