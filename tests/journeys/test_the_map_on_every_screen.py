"""The family map of the demonstration in its four views, on three screens; and its other pages.

The pictures stand in the manual.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import steps
from tests.journeys.browser import check_page, picture
from tests.journeys.hands import Mouse
from tests.journeys.map_hands import Hand, is_live

SignedIn = Callable[..., Page]
VIEWS = ["genogram", "systemogram", "tijdlijn", "lijst"]
PAGES = ["geschiedenis", "toen-en-nu", "meenemen", "erin", "leeg-blad"]
IN_THE_MANUAL = {"geschiedenis", "toen-en-nu"}


def map_of(page: Page) -> str:
    """The address of the map of the one family that this parent is in."""
    Mouse(page).follow("Onze vraag")
    link = page.locator("main a[href*='/gezinnen/']").first.get_attribute("href") or ""
    return re.sub(r"(/gezinnen/[0-9a-f-]{36}/).*", r"\1kaart/", link)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("screen", ["page", "phone"])
def test_every_view(signed_in: SignedIn, view: str, screen: str) -> None:
    page = signed_in("ouder", screen)
    page.goto(f"{map_of(page)}?beeld={view}")
    expect(page.locator("#map.live")).to_be_attached()
    check_page(page)
    prefix = "phone-" if screen == "phone" else ""
    picture(page, f"{prefix}map-{view}", full_page=True)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_on_the_wall(signed_in: SignedIn, view: str) -> None:
    page = signed_in("partner", "projector")
    page.goto("/gezinnen/")
    link = page.locator("main a[href*='/gezinnen/']").first.get_attribute("href") or ""
    page.goto(f"{link}kaart/?scherm=groot&beeld={view}")
    check_page(page)
    expect(page.locator("body")).not_to_contain_text("Mira")
    picture(page, f"wall-map-{view}")


def test_the_wall_follows_what_is_drawn(signed_in: SignedIn) -> None:
    worker = signed_in("gezinswerker")
    steps.open_case(Mouse(worker), "Wie hoort er allemaal bij ons?")
    address = f"{worker.url}kaart/"
    worker.goto(address)
    is_live(worker)
    wall = signed_in("gezinswerker", "projector")
    wall.goto(f"{address}?scherm=groot")
    hand = Hand(worker)
    hand.draw_first("Bodil")
    hand.add("below", "Rasmus")
    expect(wall.locator("a.thing[data-kind=person]")).to_have_count(2)
    expect(wall.locator("body")).not_to_contain_text("Bodil")
    expect(wall.locator("body")).not_to_contain_text("Rasmus")


@pytest.mark.parametrize("screen", ["page", "phone"])
def test_somebody_is_chosen(signed_in: SignedIn, screen: str) -> None:
    page = signed_in("ouder", screen)
    page.goto(map_of(page))
    expect(page.locator("#map.live")).to_be_attached()
    page.locator("svg:visible a.thing[aria-label^='Tije']").click()
    expect(page.locator("#panel h2").first).to_have_text("Tije")
    check_page(page)
    prefix = "phone-" if screen == "phone" else ""
    picture(page, f"{prefix}map-chosen", full_page=True)


@pytest.mark.parametrize("part", PAGES)
@pytest.mark.parametrize("screen", ["page", "phone"])
def test_every_page_beside_the_map(signed_in: SignedIn, part: str, screen: str) -> None:
    page = signed_in("ouder", screen)
    page.goto(f"{map_of(page)}{part}/")
    check_page(page)
    if screen == "page" and part in IN_THE_MANUAL:
        picture(page, f"map-{part}", full_page=True)


def test_readable_and_drawable_without_script(
    signed_in: SignedIn, open_page: Callable[..., Page]
) -> None:
    cookies = signed_in("ouder").context.storage_state()
    page = open_page("page", storage_state=cookies, java_script_enabled=False)
    page.goto("/")
    address = map_of(page)
    page.goto(address)
    page.locator("svg a.thing[aria-label^='Tije']").first.click()
    expect(page.locator("#panel h2").first).to_have_text("Tije")
    form = page.locator("form[data-gesture][data-place=below]").first
    form.locator("xpath=ancestor::details[1]/summary").click()
    form.locator("input[name=name]").fill("Bodil")
    form.locator("button").first.click()
    expect(page.locator("#panel h2").first).to_have_text("Bodil")
