"""What somebody typed is never lost: not when the session ends, not when a colleague was first."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys import steps
from tests.journeys.browser import check_page
from tests.journeys.conftest import Server
from tests.journeys.hands import Mouse

SignedIn = Callable[..., Page]
QUESTION = "Hij zit al weken alleen op zijn kamer en zegt niets meer. Wat kunnen we nog proberen?"


def test_the_session_ends_while_a_form_is_open(signed_in: SignedIn, server: Server) -> None:
    # Given a worker who is filling in the page of a new question
    page = signed_in("gezinswerker")
    hands = Mouse(page, arrived=check_page)
    hands.follow("Gezinnen")
    hands.follow("Nieuwe vraag")
    steps.write_question(
        hands, QUESTION, asked_by="School", born="5-2014, 2016", otherwise="Jeugd- en opvoedhulp"
    )

    # When the session ends before it is sent
    steps.lose_session(page)
    hands.press("Schrijf de vraag op")

    # Then the page keeps every word
    expect(steps.heading(page)).to_have_text("Nog niet verstuurd")
    kept = page.get_by_role("main")
    expect(kept).to_contain_text(QUESTION)
    expect(kept).to_contain_text("5-2014, 2016")

    # and after signing in again, in a new tab, it is sent as it was
    tab = steps.open_in_new_tab(page, "Log opnieuw in (opent in een nieuw tabblad)")
    worker = server.account("gezinswerker")
    steps.sign_in(Mouse(tab), worker.username, worker.password)
    steps.send_again(hands)
    expect(steps.heading(page)).to_have_text(f"“{QUESTION}”")
    about = steps.section(page, "Over wie het gaat")
    expect(about).to_contain_text("2016")
    Mouse(tab).follow("Gezinnen")
    assert steps.cases_on(tab)[0] == steps.code_of_case(page)


def test_two_tabs_close_the_same_question(signed_in: SignedIn) -> None:
    # Given one question, open in two tabs on the page that closes it
    page = signed_in("gezinswerker")
    steps.open_case(Mouse(page), "Mogen we er samen over praten voordat we kiezen?")
    Mouse(page).follow("Afsluiten")
    second = page.context.new_page()
    second.goto(page.url)

    # When both are sent
    steps.finish_closing(Mouse(page), note="Ze redden het samen.")
    steps.finish_closing(Mouse(second, arrived=check_page), note="Oma helpt op donderdag.")

    # Then the second is told who was first, and keeps the note
    expect(steps.mistakes(second)).to_contain_text("Hanna Visser sloot deze vraag al af op")
    note = second.get_by_role("textbox", name="Wat is goed om te onthouden, in hun woorden?")
    expect(note).to_have_value("Oma helpt op donderdag.")
