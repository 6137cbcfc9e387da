"""The browser of the journeys: how it starts, what it watches, and what a page must satisfy.

from .browser import check_page, picture
"""

import os
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Playwright,
    Request,
    Response,
    WebError,
)

from tests.journeys.axe import ROOT, violations
from tools.prerequisites import find_chromium

ARGUMENTS = [
    "--no-sandbox",  # Debian's Chromium needs it as root
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
DUTCH = {"locale": "nl-NL", "timezone_id": "Europe/Amsterdam"}
SCREENS: dict[str, dict[str, Any]] = {
    "page": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True},
    "projector": {"viewport": {"width": 1920, "height": 1080}},
}
LONGEST_WAIT = 10_000  # milliseconds
PICTURES = ROOT / "docs" / "manual" / "images"


def start_browser(playwright: Playwright) -> Browser:
    chromium = find_chromium()
    if chromium is None:
        raise RuntimeError("Journeys need a browser: sudo apt-get install chromium")
    return playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)


class Watched:
    """One browser context, with every complaint it gave."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.complaints: list[str] = []
        self._address = address
        context.set_default_timeout(LONGEST_WAIT)
        context.on("console", self._hear_console)
        context.on("weberror", self._hear_error)
        context.on("request", self._see_request)
        context.on("response", self._see_response)

    def all_complaints(self) -> list[str]:
        self.context.cookies()  # one more answer of the browser, so that all before it came in
        return self.complaints

    def _hear_console(self, message: ConsoleMessage) -> None:
        if re.search(r"content.security.policy", message.text, re.IGNORECASE):
            self.complaints.append(f"Content Security Policy: {message.text}")

    def _hear_error(self, error: WebError) -> None:
        self.complaints.append(f"error in a script: {error.error}")

    def _see_request(self, request: Request) -> None:
        if request.url.startswith("http") and not request.url.startswith(self._address):
            self.complaints.append(f"the page asks another server: {request.url}")

    def _see_response(self, response: Response) -> None:
        if response.status >= 500:
            self.complaints.append(
                f"the server failed: {response.status} {response.request.method} {response.url}"
            )
        elif response.status == 404 and "/static/" in response.url:
            self.complaints.append(f"a file of the page is missing: {response.url}")


def new_context(browser: Browser, address: str, screen: str, **options: Any) -> Watched:
    """A context of its own (cookies, storage) on one of the `SCREENS`."""
    wanted = {"base_url": address, **DUTCH, **SCREENS[screen], **options}
    return Watched(browser.new_context(**wanted), address)


def check_page(page: Page) -> None:
    """Fail unless everyone can use the page: axe-core has no remarks, and it fits its screen."""
    page.evaluate("() => document.fonts.ready.then(() => null)")
    if faults := [*violations(page), *_too_wide(page), *_squeezed(page)]:
        told = "\n\n".join(faults)
        raise AssertionError(f"{len(faults)} faults on {page.url}:\n\n{told}")


WIDTHS = """() => {
    const root = document.documentElement;
    const sticksOut = (one) =>
        one.getBoundingClientRect().right > root.clientWidth + 1 ||
        (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === "visible");
    const sticking = [...document.body.querySelectorAll("*")]
        .filter((one) => sticksOut(one) && ![...one.children].some(sticksOut))
        .map((one) => one.cloneNode(false).outerHTML);
    return [root.scrollWidth, root.clientWidth, sticking.slice(0, 3)];
}"""


def _too_wide(page: Page) -> list[str]:
    content, screen, sticking = page.evaluate(WIDTHS)
    if content <= screen:
        return []
    told = "\n".join(f"    {one}" for one in sticking)
    return [f"The page is {content} pixels wide on a screen of {screen}. Sticking out:\n{told}"]


# Words that stand under each other letter by letter, in a column that was given no room.
SQUEEZED = """() => [...document.body.querySelectorAll("*")].filter((one) => {
    const words = [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.data.trim()).join("");
    const { width, height } = one.getBoundingClientRect();
    const letter = parseFloat(getComputedStyle(one).fontSize);
    return words.length > 2 && width > 1 && width < 2 * letter && height > 3 * letter;
}).map((one) => one.outerHTML)"""


def _squeezed(page: Page) -> list[str]:
    return [f"The words have no room: {one}" for one in page.evaluate(SQUEEZED)]


def picture(shown: Page | Locator, name: str, **options: Any) -> None:
    """A picture for the manual, `docs/manual/images/<name>.png`; only in `make pictures`."""
    if not re.fullmatch(r"[a-z0-9-]+", name):
        raise ValueError(f"The name of a picture has small letters, digits and -: {name!r}")
    if os.environ.get("SAMENSPEL_PICTURES") == "1":
        PICTURES.mkdir(parents=True, exist_ok=True)
        if isinstance(shown, Page):
            shown.evaluate("() => window.scrollTo(0, 0)")
        shown.screenshot(path=PICTURES / f"{name}.png", animations="disabled", **options)


def keep_for_the_failure(page: Page, folder: Path, name: str) -> None:
    """What was on the screen when a journey failed."""
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}.png", full_page=True)
