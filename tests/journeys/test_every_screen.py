"""Every page that somebody's menu leads to, on three screens, in two languages, without scripts.

`check_page` looks with axe-core and at the width; the harness itself listens for breaches of the
Content Security Policy.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import steps
from tests.journeys.browser import SCREENS, check_page, picture
from tests.journeys.conftest import OpenPage, Server
from tests.journeys.hands import Mouse

SignedIn = Callable[..., Page]
EVERYBODY = [
    "gezinswerker",
    "begeleider",
    "monitor",
    "programmateam",
    "beleid",
    "beheer",
    "privacy",
    "partner",
    "ouder",
]
CLOSED = ["Afgesloten: wat anders was ingezet", "Afgesloten: wat het werd"]
TOO_FEW = "te weinig om te tonen"


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("username", EVERYBODY)
def test_every_page_of_the_menu(signed_in: SignedIn, username: str, screen: str) -> None:
    page = signed_in(username, screen)
    for address in steps.places(page):
        page.goto(address)
        expect(steps.heading(page)).to_be_visible()
        check_page(page)


@pytest.mark.parametrize("username", EVERYBODY)
def test_every_page_behind_those_on_a_phone_in_the_dark(
    open_page: OpenPage, signed_in: SignedIn, username: str
) -> None:
    """Each kind of page once, as far as links lead; a phone with dark colours is the hardest."""
    cookies = signed_in(username).context.storage_state()
    page = open_page("phone", storage_state=cookies, color_scheme="dark")
    page.goto("/")
    seen: set[str] = set()
    to_do = steps.places(page)
    while to_do:
        address = to_do.pop()
        page.goto(address)
        check_page(page)
        seen.add(steps.kind_of(address))
        waiting = {steps.kind_of(other) for other in to_do}
        for other in steps.addresses_on(page):
            if (kind := steps.kind_of(other)) not in seen | waiting:
                to_do.append(other)
                waiting.add(kind)


@pytest.mark.parametrize("screen", ["page", "phone"])
def test_pages_before_signing_in(open_page: OpenPage, screen: str) -> None:
    page = open_page(screen)
    page.goto("/")
    check_page(page)
    Mouse(page, arrived=check_page).follow("Ik heb een eenmalige code")


def test_monitor_sees_exact_figures_and_what_is_behind_them(signed_in: SignedIn) -> None:
    # Given the monitor, who works with the figures
    page = signed_in("monitor")
    hands = Mouse(page, arrived=check_page)

    # When the monitor looks at the figures
    hands.follow("Cijfers")

    # Then nothing is held back
    expect(page.get_by_role("main")).not_to_contain_text(TOO_FEW)
    assert all("Totaal" in steps.labels(page, table) for table in CLOSED)
    assert steps.columns(page, "Casussen en jeugdigen")[-2:] == ["Lopend", "Afgesloten"]

    # and they can be saved, and the rows behind them opened
    assert steps.save_as_file(page, "Bewaar als bestand").endswith(".json")
    hands.follow("De casussen hierachter")
    expect(page.get_by_role("row", name="Opnieuw verwezen").first).to_be_visible()


@pytest.mark.parametrize("username", ["programmateam", "beleid"])
def test_others_see_coarse_figures(signed_in: SignedIn, username: str) -> None:
    # Given somebody who reads the figures from further away
    page = signed_in(username)

    # When they look at them
    Mouse(page, arrived=check_page).follow("Cijfers")

    # Then small groups are not shown, nor what would give them away
    for table in CLOSED:
        expect(steps.section(page, table)).to_contain_text(TOO_FEW)
        assert "Totaal" not in steps.labels(page, table)
    assert steps.columns(page, "Casussen en jeugdigen") == ["Casussen", "Jeugdigen"]
    expect(steps.avoided_range(page)).to_contain_text("€ 50.000 – € 70.000")
    picture(steps.section(page, CLOSED[1]), "figures-coarse")

    # and there is no way to the rows
    expect(page.get_by_role("link", name="De casussen hierachter")).to_have_count(0)
    assert steps.visit(page, "/cijfers/rijen/").status == 404


def test_the_other_language(open_page: OpenPage, server: Server) -> None:
    # Given a worker who rather reads English
    page = open_page()
    account = server.account("gezinswerker-zuid")
    page.goto("/")
    steps.sign_in(Mouse(page), account.username, account.password)

    # When the worker switches
    steps.open_my_menu(page)
    check_page(page)
    Mouse(page, arrived=check_page).press("English")

    # Then every page of the menu is in English
    for address in steps.places(page):
        page.goto(address)
        expect(page.locator("html")).to_have_attribute("lang", "en")
        expect(page.get_by_role("navigation", name="Main menu")).to_contain_text("Families")
        check_page(page)


def test_everything_works_without_scripts(open_page: OpenPage, server: Server) -> None:
    # Given a worker whose browser runs no scripts
    page = open_page(java_script_enabled=False)
    hands = Mouse(page)
    account = server.account("gezinswerker")
    page.goto("/")
    steps.sign_in(hands, account.username, account.password)

    # Then every page of the menu can be read
    for address in steps.places(page):
        page.goto(address)
        expect(steps.heading(page)).to_be_visible()

    # and a question written down, with what hides behind a fold
    question = "Sinds de nieuwe klas heeft ze elke ochtend buikpijn. Waar begint dat?"
    hands.follow("Gezinnen")
    hands.follow("Nieuwe vraag")
    steps.write_question(hands, question, asked_by="Huisarts", born="", otherwise="Jeugd-ggz")
    steps.unfold(page, "Thema's en nummer, mag leeg blijven")
    page.get_by_role("checkbox", name="School", exact=True).check()
    steps.send_question(hands)
    expect(steps.heading(page)).to_have_text(f"“{question}”")
    expect(steps.section(page, "Over de vraag")).to_contain_text("School")
