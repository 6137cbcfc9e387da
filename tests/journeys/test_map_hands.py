"""What hands do on the map page, in a real browser against the real server.

The map is looked at by its ids and kinds, as the script does; the words on it are other people's.
"""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import steps
from tests.journeys.hands import Mouse
from tests.journeys.map_hands import (
    SOON,
    Hand,
    Tap,
    break_the_line_on,
    find_the_line,
    fits,
    focused,
    is_live,
    lose_the_line,
    person,
    things,
)

MOST_ACTIONS = 60
AT_ONCE = 50  # milliseconds
LEAVE = "() => dispatchEvent(new Event('beforeunload', {cancelable: true}))"


@pytest.fixture
def empty_map(signed_in: Any) -> Page:
    """The map of a case that was opened just now, at its worker."""
    page = signed_in("gezinswerker")
    steps.open_case(Mouse(page), "Wie hoort er allemaal bij ons?")
    page.goto(re.sub(r"(/gezinnen/[0-9a-f-]{36}/).*", r"\1kaart/", page.url))
    is_live(page)
    return page


def test_a_family_is_drawn_with_a_name_and_enter(empty_map: Page) -> None:
    hand = Hand(empty_map)
    hand.draw_first("Yara")
    hand.add("above", "Sanne")
    hand.add("below", "")
    assert hand.people() == ["", "Sanne", "Yara"]


def test_twelve_people_in_two_homes_take_few_actions(empty_map: Page) -> None:
    hand = Hand(empty_map)
    draw_the_blended_family(hand)
    assert len(hand.people()) == 12
    assert things(empty_map, "household").count() == 2
    assert hand.actions <= MOST_ACTIONS, hand.actions


def test_ones_own_edit_is_on_the_screen_at_once(empty_map: Page) -> None:
    hand = Hand(empty_map)
    hand.draw_first("Yara")
    hand.add("below", "Noor")
    took = empty_map.evaluate(
        "() => performance.measure('own', 'map:enter', 'map:provisional').duration"
    )
    assert took < AT_ONCE


def test_what_is_drawn_without_a_line_waits_and_comes_once(empty_map: Page) -> None:
    hand = Hand(empty_map)
    hand.draw_first("Yara")
    lose_the_line(empty_map)
    for name in ("Noor", "Daan"):
        hand.begin("below")
        hand.enter(name)
    expect(empty_map.locator(".ghost")).to_have_count(2)
    expect(empty_map.locator("#banner")).to_contain_text("2")
    find_the_line(empty_map)
    expect(things(empty_map, "person")).to_have_count(3)
    expect(empty_map.locator(".ghost")).to_have_count(0)
    expect(empty_map.locator("#banner")).to_be_empty()


def test_leaving_with_unsent_edits_is_asked_about(empty_map: Page) -> None:
    hand = Hand(empty_map)
    hand.draw_first("Yara")
    lose_the_line(empty_map)
    hand.begin("below")
    hand.enter("Noor")
    assert empty_map.evaluate(LEAVE) is False


def test_a_refusal_stands_where_one_drew_with_what_was_typed(empty_map: Page) -> None:
    hand = Hand(empty_map)
    draw_two_parents(hand)
    hand.begin("above")
    hand.enter("Kim")
    field = empty_map.locator(".in-place")
    expect(field.get_by_role("alert")).not_to_be_empty()
    expect(field.locator("input[name=name]")).to_have_value("Kim")
    assert "Kim" not in hand.people()


def test_an_edit_that_breaks_the_line_does_not_hold_up_the_others(empty_map: Page) -> None:
    hand = Hand(empty_map)
    hand.draw_first("Yara")
    break_the_line_on(empty_map, "Giftig")
    empty_map.reload()
    is_live(empty_map)
    for name in ("Giftig", "Noor"):
        hand.begin("below")
        hand.enter(name)
    expect(person(empty_map, "Noor")).to_be_attached()
    expect(empty_map.locator("#banner .taken-back")).to_contain_text("Giftig")
    expect(empty_map.locator(".ghost")).to_have_count(0)
    assert hand.people() == ["Noor", "Yara"]


def test_what_is_too_long_is_said_where_one_drew(empty_map: Page) -> None:
    hand = Hand(empty_map)
    hand.draw_first("Yara")
    hand.begin("below")
    name = empty_map.locator(".in-place input[name=name]")
    name.evaluate("(one) => one.removeAttribute('maxlength')")
    name.fill("x" * 70_000)
    name.press("Enter")
    expect(empty_map.locator(".in-place").get_by_role("alert")).not_to_be_empty()
    empty_map.keyboard.press("Escape")
    hand.add("below", "Noor")


def test_what_was_typed_without_a_line_comes_back_when_it_is_refused(empty_map: Page) -> None:
    hand = Hand(empty_map)
    draw_two_parents(hand)
    lose_the_line(empty_map)
    hand.begin("above")
    hand.enter("Kim")
    find_the_line(empty_map)
    back = empty_map.locator("#banner .taken-back")
    expect(back).to_contain_text("Kim")
    back.get_by_role("button").click()
    expect(empty_map.locator("#banner")).to_be_empty()
    assert "Kim" not in hand.people()


def test_when_no_line_comes_each_edit_is_posted_and_has_its_own_answer(
    empty_map: Page, signed_in: Any
) -> None:
    draw_two_parents(Hand(empty_map))
    deaf = signed_in("gezinswerker")
    deaf.route_web_socket("**/levend/", lambda line: None)
    deaf.goto(empty_map.url)
    is_live(deaf)
    hand = Hand(deaf)
    for side, name in (("above", "Kim"), ("below", "Noor")):
        hand.begin(side)
        hand.enter(name)
    expect(person(deaf, "Noor")).to_be_attached(timeout=3 * SOON)
    expect(deaf.locator("#banner .taken-back")).to_contain_text("Kim")
    assert hand.people() == ["Bas", "Noor", "Sanne", "Yara"]


def test_who_was_told_of_before_the_line_broke_is_drawn_once_after_it(
    empty_map: Page, signed_in: Any
) -> None:
    hand = Hand(empty_map)
    hand.draw_first("Yara")
    other = signed_in("gezinswerker")
    tap = Tap(other)
    other.goto(empty_map.url)
    is_live(other)
    hand.add("below", "Emir")
    expect(person(other, "Emir")).to_be_attached()
    tap.hold_the_drawings()
    hand.choose("Yara")
    hand.add("below", "Noor")
    expect(other.locator(".ghost")).to_have_count(1)
    tap.break_off()
    expect(person(other, "Noor")).to_be_attached()
    expect(other.locator(".ghost")).to_have_count(0)


def test_another_sees_it_at_once_and_keeps_what_they_were_typing(
    empty_map: Page, signed_in: Any
) -> None:
    hand = Hand(empty_map)
    hand.draw_first("Yara")
    other = signed_in("gezinswerker", "phone")
    other.goto(empty_map.url)
    is_live(other)
    other.locator("[data-mode=iemand]:visible").first.click()
    other.locator("#panel input[name=name]:visible").fill("Half geschre")
    hand.add("below", "Noor")
    expect(other.locator("#told")).to_contain_text("Noor")
    expect(person(other, "Noor")).to_be_attached()
    expect(other.locator("#panel input[name=name]:visible")).to_have_value("Half geschre")


def test_the_drawing_is_one_stop_and_arrows_follow_kinship(empty_map: Page) -> None:
    hand = Hand(empty_map)
    hand.draw_first("Yara")
    hand.add("above", "Sanne")
    expect(empty_map.locator("a.thing[tabindex='0']")).to_have_count(1)
    empty_map.keyboard.press("ArrowDown")
    assert focused(empty_map).startswith("Yara")
    empty_map.keyboard.press("ArrowUp")
    assert focused(empty_map).startswith("Sanne")
    empty_map.keyboard.press("Shift+ArrowRight")
    hand.enter("Bas")
    hand.is_chosen("Bas")
    empty_map.keyboard.press("Enter")
    expect(empty_map.locator("#panel h2").first).to_be_focused()


def test_undo_and_redo_have_keys(empty_map: Page) -> None:
    hand = Hand(empty_map)
    hand.draw_first("Yara")
    hand.add("below", "Noor")
    empty_map.keyboard.press("Control+z")
    expect(things(empty_map, "person")).to_have_count(1)
    empty_map.keyboard.press("Control+Shift+z")
    expect(things(empty_map, "person")).to_have_count(2)


def test_a_tie_is_drawn_by_tapping_two(empty_map: Page) -> None:
    hand = Hand(empty_map)
    hand.draw_first("Yara")
    hand.add("below", "Noor")
    empty_map.keyboard.press("t")
    hand.tap("Yara")
    style = empty_map.locator("#panel input[type=radio]").first
    expect(style).to_be_focused()
    empty_map.keyboard.press("Space")
    empty_map.keyboard.press("Enter")
    expect(things(empty_map, "tie")).to_have_count(1)


def test_the_keyboard_reaches_a_tie(empty_map: Page) -> None:
    hand = Hand(empty_map)
    hand.draw_first("Yara")
    hand.add("below", "Noor")
    hand.tie("Yara", "Noor")
    person(empty_map, "Noor").click()
    hand.is_chosen("Noor")
    kinds = set()
    for _ in range(things(empty_map, "person").count() + 3):
        empty_map.keyboard.press("PageDown")
        kinds.add(empty_map.evaluate("() => document.activeElement.dataset.kind ?? ''"))
    assert {"person", "tie"} <= kinds


def test_escape_leaves_what_one_began(empty_map: Page) -> None:
    hand = Hand(empty_map)
    hand.draw_first("Yara")
    hand.begin("above")
    empty_map.keyboard.press("Escape")
    expect(empty_map.locator(".in-place")).to_have_count(0)
    empty_map.keyboard.press("h")
    expect(empty_map.locator(".mode-line")).to_be_visible()
    empty_map.keyboard.press("Escape")
    expect(empty_map.locator(".mode-line")).to_be_hidden()
    assert hand.people() == ["Yara"]


def test_a_tap_stays_a_tap_and_a_drag_puts_somebody_aside(empty_map: Page) -> None:
    hand = Hand(empty_map)
    hand.draw_first("Yara")
    hand.add("below", "Noor")
    box = person(empty_map, "Yara").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    mouse = empty_map.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + 3, y)
    mouse.up()
    hand.is_chosen("Yara")
    with empty_map.expect_request(lambda one: one.url.endswith("/zet/")) as put:
        mouse.move(x, y)
        mouse.down()
        mouse.move(x + 60, y, steps=4)
        mouse.up()
    assert "x=" in (put.value.post_data or "")


def test_a_view_changes_without_loading_the_page(empty_map: Page) -> None:
    hand = Hand(empty_map)
    hand.draw_first("Yara")
    empty_map.evaluate("() => { window.same = true }")
    empty_map.keyboard.press("2")
    expect(empty_map.locator("a[data-view=systemogram]")).to_have_attribute("aria-current", "true")
    expect(empty_map).to_have_url(re.compile("beeld=systemogram"))
    empty_map.go_back()
    expect(empty_map.locator("a[data-view=genogram]")).to_have_attribute("aria-current", "true")
    assert empty_map.evaluate("() => window.same")
    hand.is_chosen("Yara")


def test_no_name_stays_when_aliases_are_asked(empty_map: Page) -> None:
    hand = Hand(empty_map)
    hand.draw_first("Yara")
    hand.add("below", "Noortje")
    empty_map.locator(".map-tools a[data-look]").click()
    expect(person(empty_map, "Noortje")).to_have_count(0)
    expect(empty_map.locator("#map")).not_to_contain_text("Noortje")


def test_nothing_moves_for_who_asked_for_that(empty_map: Page) -> None:
    empty_map.emulate_media(reduced_motion="reduce")
    hand = Hand(empty_map)
    hand.draw_first("Yara")
    empty_map.evaluate("() => { Element.prototype.animate = () => { window.moved = true } }")
    hand.add("above", "Sanne")
    assert not empty_map.evaluate("() => window.moved")


def test_without_a_socket_the_forms_are_posted(signed_in: Any) -> None:
    page = signed_in("gezinswerker")
    page.route_web_socket("**/levend/", lambda line: line.close())
    steps.open_case(Mouse(page), "Wie hoort er allemaal bij ons?")
    page.goto(re.sub(r"(/gezinnen/[0-9a-f-]{36}/).*", r"\1kaart/", page.url))
    is_live(page)
    hand = Hand(page)
    hand.draw_first("Yara")
    hand.add("above", "Sanne")
    assert hand.people() == ["Sanne", "Yara"]


def test_on_a_phone_all_of_it_stays_on_the_screen(empty_map: Page, signed_in: Any) -> None:
    hand = Hand(empty_map)
    hand.draw_first("Yara")
    for name in ("Emir", "Noor"):
        hand.add("left", name)
    phone = signed_in("gezinswerker", "phone")
    phone.goto(empty_map.url)
    is_live(phone)
    finger = Hand(phone)
    for name in ("Yara", "Emir", "Noor"):
        finger.choose(name)
        for button in phone.locator("button.hand").all():
            box = button.bounding_box()
            assert fits(box)
            assert min(box["width"], box["height"]) >= 44
        finger.begin("below")
        assert fits(phone.locator(".in-place").bounding_box())
        phone.keyboard.press("Escape")
    assert phone.evaluate("() => document.documentElement.scrollWidth") == 360


# --- Families ------------------------------------------------------------------------------------


def draw_two_parents(hand: Hand) -> None:
    hand.draw_first("Yara")
    for name in ("Sanne", "Bas"):
        hand.add("above", name)
        hand.choose("Yara")


def draw_the_blended_family(hand: Hand) -> None:
    hand.draw_first("Yara")
    hand.add("above", "Sanne")
    hand.add("above", "Ria")
    hand.choose("Sanne")
    hand.add("above", "Wim")
    hand.choose("Yara")
    hand.add("above", "Mehmet")
    hand.add("above", "Hasan")
    hand.choose("Mehmet")
    hand.add("above", "Ayşe")
    hand.choose("Yara")
    hand.add("left", "Emir")
    hand.choose("Sanne")
    hand.add("right", "Bas")
    hand.add("below", "Noor")
    hand.add("left", "Daan")
    hand.choose("Bas")
    hand.add("left", "Kim")
    hand.house("Sanne", "Bas", "Yara", "Noor", "Daan")
    hand.house("Mehmet", "Emir")
