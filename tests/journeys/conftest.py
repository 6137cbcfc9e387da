"""What a journey can ask for.

`page`, `phone`, `projector`   an empty page of a visitor, on three screens
`open_page`                    such a page on demand: open_page("phone")
`signed_in`                    a page of someone of the demonstration: signed_in("coordinator")
`server`                       the running application: server.address, server.accounts
`running`                      (not a fixture) an application of one's own: with running(folder)

A journey also fails when the browser reports a breach of the Content Security Policy, an error in a
script, an answer of 500 or more, a missing file of the page, or a request to another server.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.axe import ROOT
from tests.journeys.browser import (
    Watched,
    keep_for_the_failure,
    new_context,
    start_browser,
)
from tests.serving import Account, Server, running

__all__ = ["Server", "running"]

FAILURES = ROOT / "test-results"

OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("server")) as started:
        yield started


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = start_browser(playwright)
        yield started
        started.close()


@pytest.fixture
def contexts() -> Iterator[list[Watched]]:
    """The browser contexts of one journey; their complaints fail it (see below)."""
    opened: list[Watched] = []
    yield opened
    for watched in opened:
        watched.context.close()


@pytest.fixture
def open_page(browser: Browser, server: Server, contexts: list[Watched]) -> OpenPage:
    """Open an empty page on a screen, with cookies of its own."""

    def open_page(screen: str = "page", **options: Any) -> Page:
        watched = new_context(browser, server.address, screen, **options)
        contexts.append(watched)
        return watched.context.new_page()

    return open_page


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page("page")


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    return open_page("phone")


@pytest.fixture
def projector(open_page: OpenPage) -> Page:
    return open_page("projector")


@pytest.fixture(scope="session")
def sessions() -> dict[str, Any]:
    """What the browser remembers of each user name that signed in."""
    return {}


@pytest.fixture
def signed_in(open_page: OpenPage, server: Server, sessions: dict[str, Any]) -> OpenPage:
    """Open a page as someone with a role, on the page that follows signing in.

    The form of signing in is filled in once for each account, and again when its session ended.
    """

    def signed_in(role: str, screen: str = "page") -> Page:
        account = server.account(role)
        page = open_page(screen, storage_state=sessions.get(account.username))
        page.goto(resolve_url(settings.LOGIN_REDIRECT_URL))
        if _asks_to_sign_in(page):
            _sign_in(page, account)
            sessions[account.username] = page.context.storage_state()
        return page

    return signed_in


def _asks_to_sign_in(page: Page) -> bool:
    return page.locator("input[name=password]").count() > 0


def _sign_in(page: Page, account: Account) -> None:
    page.locator("input[name=login]").fill(account.username)
    page.locator("input[name=password]").fill(account.password)
    with page.expect_navigation():
        page.locator("input[name=password]").press("Enter")
    if _asks_to_sign_in(page):
        told = page.locator("body").inner_text()
        raise AssertionError(f"{account.username} could not sign in:\n{told}")


# --- What makes a journey fail, and what a failure shows ------------------------------------------


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Any:
    """A journey that came to its end fails when the browser complained on the way."""
    result = yield
    contexts: list[Watched] = getattr(item, "funcargs", {}).get("contexts", [])
    if complaints := [each for watched in contexts for each in watched.all_complaints()]:
        pytest.fail("The browser complained:\n" + "\n".join(complaints), pytrace=False)
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """A failed journey shows what the server said meanwhile and keeps its screens."""
    report = yield
    fixtures: dict[str, Any] = getattr(item, "funcargs", {})
    server = fixtures.get("server")
    if call.when == "setup" and server:
        item.stash[LOG_START] = server.log_size()
    if report.failed and server:
        said = server.log(item.stash.get(LOG_START, 0))
        report.sections.append(("samenspel serve", said))
    if report.failed and call.when == "call":
        _keep_screens(item.name, fixtures.get("contexts", []))
    return report


LOG_START = pytest.StashKey[int]()


def _keep_screens(name: str, contexts: list[Watched]) -> None:
    pages = [page for watched in contexts for page in watched.context.pages]
    safe_name = re.sub(r"\W+", "-", name)
    for number, page in enumerate(pages, start=1):
        keep_for_the_failure(page, FAILURES, f"{safe_name}-{number}")
