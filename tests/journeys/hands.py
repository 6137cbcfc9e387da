"""Two ways to work with a page: with a mouse or finger, and with nothing but a keyboard.

Both know the same few acts, by the words that stand on the screen, so that a step is written once
(steps.py). The keyboard reads the accessible name of what has the focus from the browser itself:
what a screen reader would say.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Protocol

from playwright.sync_api import Locator, Page

MOST_TABS = 250
"""More than the longest page has: who tabs this often will not find it any more."""
MOST_ARROWS = 40
OPTIONAL = " (mag leeg blijven)"
WRITABLE = {"textbox", "spinbutton"}

Arrived = Callable[[Page], None]


def nothing(_page: Page) -> None:
    """What to do on each new page, unless a journey says otherwise."""


class Hands(Protocol):
    page: Page

    def follow(self, link: str) -> None: ...
    def press(self, button: str) -> None: ...
    def write(self, label: str, text: str) -> None: ...
    def choose(self, question: str, answer: str) -> None: ...
    def pick(self, label: str, option: str) -> None: ...
    def set_day(self, label: str, day: date) -> None: ...


class Mouse:
    """Clicks or taps; `arrived` is done on each new page."""

    def __init__(self, page: Page, arrived: Arrived = nothing) -> None:
        self.page = page
        self._arrived = arrived

    def follow(self, link: str) -> None:
        self._go(self.page.get_by_role("link", name=link, exact=True).first)

    def press(self, button: str) -> None:
        self._go(self.page.get_by_role("button", name=button, exact=True).first)

    def write(self, label: str, text: str) -> None:
        self.page.get_by_role("textbox", name=_label(label)).fill(text)

    def choose(self, question: str, answer: str) -> None:
        group = self.page.get_by_role("group", name=_label(question))
        group.get_by_role("radio", name=answer, exact=True).check()

    def pick(self, label: str, option: str) -> None:
        self.page.get_by_role("combobox", name=_label(label)).select_option(label=option)

    def set_day(self, label: str, day: date) -> None:
        self.page.get_by_label(_label(label)).fill(day.isoformat())

    def _go(self, control: Locator) -> None:
        with self.page.expect_navigation():
            control.click()
        self._arrived(self.page)


class Keyboard:
    """Tab, Shift+Tab, arrows, Space, Enter and letters; never a click, never a selector."""

    def __init__(self, page: Page, arrived: Arrived = nothing) -> None:
        self.page = page
        self._arrived = arrived
        self._browser = page.context.new_cdp_session(page)

    def open(self, address: str) -> None:
        """The one thing that the bar of the browser is for."""
        self.page.goto(address)
        self._arrived(self.page)

    def follow(self, link: str) -> None:
        self._tab_to(link, {"link"})
        self._enter()

    def press(self, button: str) -> None:
        self._tab_to(button, {"button"})
        self._enter()

    def unfold(self, summary: str) -> None:
        self._tab_to(summary, {"DisclosureTriangle"})
        self.page.keyboard.press("Enter")

    def write(self, label: str, text: str) -> None:
        self._tab_to(label, WRITABLE)
        self._replace(text)

    def write_further_back(self, label: str, text: str) -> None:
        """In a field above this one."""
        self._tab_to(label, WRITABLE, key="Shift+Tab")
        self._replace(text)

    def choose(self, question: str, answer: str) -> None:
        """Tab enters a question with radio buttons, arrows go through the answers."""
        inside = self.page.get_by_role("group", name=_label(question)).locator(":focus")
        self._repeat("Tab", MOST_TABS, lambda: inside.count() > 0, f"the question {question!r}")
        at_the_answer = lambda: self._focus() == ("radio", answer)  # noqa: E731
        self._repeat("ArrowDown", MOST_ARROWS, at_the_answer, f"the answer {answer!r}")
        if not inside.is_checked():
            self.page.keyboard.press("Space")

    def pick(self, label: str, option: str) -> None:
        self._tab_to(label, {"combobox"})
        self.page.keyboard.type(option)

    def set_day(self, label: str, day: date) -> None:
        self._tab_to(label, {"Date"})
        self.page.keyboard.type(day.strftime(self._way_of_dates))

    def skip_to_content(self) -> None:
        """The first Tab on each page offers to pass over the menu."""
        self._tab_to("Naar de inhoud", {"link"})
        self.page.keyboard.press("Enter")

    def _replace(self, text: str) -> None:
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.type(text)

    def _enter(self) -> None:
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self._arrived(self.page)

    def _tab_to(self, name: str, roles: set[str], *, key: str = "Tab") -> None:
        def is_there() -> bool:
            role, found = self._focus()
            return role in roles and found.removesuffix(OPTIONAL) == name

        self._repeat(key, MOST_TABS, is_there, f"{name!r} ({' or '.join(sorted(roles))})")

    def _repeat(self, key: str, most: int, is_done: Callable[[], bool], wanted: str) -> None:
        passed = []
        for _ in range(most):
            if is_done():
                return
            self.page.keyboard.press(key)
            passed.append(self._focus())
        told = list(dict.fromkeys(passed))
        raise AssertionError(f"{key} does not bring me to {wanted}; it passes {told}")

    def _focus(self) -> tuple[str, str]:
        """Role and accessible name of what has the focus."""
        found = self._browser.send("Runtime.evaluate", {"expression": "document.activeElement"})
        focused = {"objectId": found["result"]["objectId"], "fetchRelatives": False}
        node = self._browser.send("Accessibility.getPartialAXTree", focused)["nodes"][0]
        return node["role"]["value"], node.get("name", {}).get("value", "")

    @cached_property
    def _way_of_dates(self) -> str:
        """In which order the date field of this browser asks: its own language decides that."""
        other = self.page.context.new_page()
        other.set_content("<input type=date>")
        field = other.locator("input")
        field.press_sequentially("01022003")
        typed = field.input_value()
        other.close()
        ways = {"2003-02-01": "%d%m%Y", "2003-01-02": "%m%d%Y"}
        return ways[typed]


def _label(words: str) -> re.Pattern[str]:
    """The label, also when it says that the field may stay empty."""
    return re.compile(f"^{re.escape(words)}({re.escape(OPTIONAL)})?$")
