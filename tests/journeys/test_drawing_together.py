"""A worker, a mother on her phone and a partner draw one family, lose the line, and end alike.

The family is the blended one of `tests/families`. The partner works with the keyboard alone.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import steps
from tests.journeys.browser import check_page, picture
from tests.journeys.conftest import OpenPage, Server, running
from tests.journeys.hands import Keyboard, Mouse
from tests.journeys.map_hands import (
    Hand,
    Keys,
    find_the_line,
    is_live,
    lose_the_line,
    person,
    things,
)

PASSWORD = "Een gele fiets bij de brug"
QUESTION = "Hoe worden wij weer een gezin waarin Liva haar verhaal kwijt kan?"

DRAWN = """() => {
    const all = [...document.querySelectorAll("#sheet svg.drawing")];
    const svg = all.find((one) => one.checkVisibility());
    const inks = [...svg.querySelectorAll("path, text")];
    return inks.filter((one) => !one.closest("g.grounds, g.things, g.rings"))
        .map((one) => `${one.getAttribute("class")} ${one.getAttribute("d") ?? one.textContent}`);
}"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with running(tmp_path) as started:
        yield started


@pytest.fixture
def table(signed_in: Any, open_page: OpenPage) -> tuple[Page, Page, Page]:
    """The worker, the mother and the partner, each on the empty map of one family."""
    worker = signed_in("gezinswerker")
    hands = Mouse(worker)
    steps.open_case(hands, QUESTION)
    case = worker.url
    code = steps.let_family_in(hands, name="Eva", username="eva")
    worker.goto(case)
    steps.let_colleague_in(hands, "Sjoerd Hoekstra")
    mother = open_page("phone")
    mother.goto("/")
    steps.join_with_code(Mouse(mother), code, PASSWORD)
    partner = signed_in("partner")
    for page in (worker, mother, partner):
        page.goto(case + "kaart/")
        is_live(page)
    return worker, mother, partner


def test_three_people_draw_one_family(table: tuple[Page, Page, Page]) -> None:
    worker, mother, partner = table

    # Given a joint moment that the worker began and the others joined
    Mouse(worker).press("Teken samen")
    Mouse(mother).press("Teken mee")
    Keyboard(partner).press("Teken mee")
    for page in table:
        is_live(page)
        expect(page.locator("#here")).to_contain_text("Ev")
    hand, finger, keys = Hand(worker), Hand(mother), Keys(partner)

    # When they draw in turns
    hand.draw_first("Liva")
    hand.add("above", "Eva")
    hand.add("above", "Ans")
    wait_for(mother, "Ans")
    finger.whole_family()
    finger.choose("Liva")
    finger.add("above", "Tarik")
    finger.choose("Liva")
    finger.add("left", "Sem")
    wait_for(partner, "Sem")
    keys.go_to("Eva")
    keys.add("right", "Jurre")
    keys.add("below", "Pip")

    # and the mother's line breaks in the middle, while all three go on
    wait_for(mother, "Pip")
    lose_the_line(mother)
    finger.choose("Tarik")
    finger.begin("above")
    finger.enter("Emine")
    keys.go_to("Jurre")
    keys.add("below", "Davi")
    wait_for(worker, "Davi")
    hand.choose("Ans")
    hand.add("right", "Gerrit")
    find_the_line(mother)
    for page in table:
        for name in ("Emine", "Davi", "Gerrit"):
            wait_for(page, name)

    # and draw the two homes, and what is between two of them
    hand.house("Eva", "Jurre", "Liva", "Pip", "Davi")
    keys.house("Tarik", "Sem")
    hand.tie("Liva", "Ans")

    # Then nobody and nothing was lost or drawn twice, and all three see the same drawing
    for page in table:
        expect(things(page, "household")).to_have_count(2)
        expect(things(page, "tie")).to_have_count(1)
        expect(things(page, "person")).to_have_count(10)
        expect(page.locator(".ghost")).to_have_count(0)
    drawings = settled(table)
    assert drawings[0] == drawings[1]
    assert drawings[0] == drawings[2]

    # with the right words under it
    for page in table:
        told = page.locator("#sheet").text_content() or ""
        for words in ("Liva", "Eva", "Tarik", "Emine", "Jurre", "Davi", "Pip", "Gerrit", "Ans"):
            assert words in told
        check_page(page)
    picture(worker, "map-together")
    picture(mother, "phone-map-together", full_page=True)

    # and outside the moment the mother's own addition is hers and the worker's
    Mouse(mother).press("Teken alleen verder")
    is_live(mother)
    finger.whole_family()
    finger.who_is_near()
    finger.whole_family()
    finger.choose("Sem")
    finger.add("below", "Luuk")
    Mouse(worker).press("Teken alleen verder")
    is_live(worker)
    wait_for(worker, "Luuk")
    expect(person(partner, "Luuk")).to_have_count(0)


def wait_for(page: Page, name: str) -> None:
    expect(person(page, name)).to_be_attached()


def settled(pages: tuple[Page, ...]) -> list[list[str]]:
    """What is drawn on each, when it does not change any more."""
    found: list[list[str]] = []
    for _ in range(20):
        before, found = found, [page.evaluate(DRAWN) for page in pages]
        if before == found and all(one == found[0] for one in found):
            break
        pages[0].wait_for_timeout(500)
    return found
