"""What people do in Samenspel, in the Dutch words of its screens; the stories have no selectors.

A step is for both kinds of `Hands`. What somebody reads stands below, under "Reading".
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from urllib.parse import parse_qsl, urljoin, urlsplit
from zoneinfo import ZoneInfo

from babel.dates import format_date
from playwright.sync_api import Locator, Page, Request, Response, expect

from tests.journeys.hands import Hands

NOT_A_FIELD = {"csrfmiddlewaretoken"}


def today() -> date:
    """The day as the application has it."""
    return datetime.now(UTC).astimezone(ZoneInfo("Europe/Amsterdam")).date()


def in_words(day: date) -> str:
    """22 november 2026"""
    return format_date(day, "d MMMM y", locale="nl")


# --- Signing in -----------------------------------------------------------------------------------


def sign_in(hands: Hands, username: str, password: str) -> None:
    hands.write("Inlognaam of e-mailadres", username)
    hands.write("Wachtwoord", password)
    hands.press("Inloggen")


def sign_out(page: Page) -> None:
    open_my_menu(page)
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("button", name="Inloggen")).to_be_visible()


def open_my_menu(page: Page) -> None:
    page.locator("summary").filter(has_text=", je menu").click()


def join_with_code(hands: Hands, code: str, password: str) -> None:
    hands.follow("Ik heb een eenmalige code")
    hands.write("Je code", code)
    hands.write("Kies een wachtwoord", password)
    hands.press("Doe mee")


# --- Cycles and sessions --------------------------------------------------------------------------


def plan_cycle(hands: Hands, *, number: int, first: date, last: date) -> None:
    hands.follow("Leercycli")
    hands.follow("Nieuwe leercyclus")
    hands.write("Nummer", str(number))
    hands.set_day("Eerste dag", first)
    hands.set_day("Laatste dag", last)
    hands.press("Plan")


def plan_session(hands: Hands, *, district: str, on: date) -> None:
    hands.follow("Sessies")
    hands.follow("Plan een sessie")
    hands.choose("Wat voor bijeenkomst?", "Leersessie")
    hands.pick("In welk stadsdeel?", district)
    hands.set_day("Op welke dag?", on)
    hands.press("Plan")


def catch(hands: Hands, question: str) -> None:
    hands.write("Schrijf hem op zoals je hem hoorde. Ordenen doen we later.", question)
    hands.press("Vang")


def catch_corrected(hands: Hands, question: str) -> None:
    """On the page that asks whether somebody is named."""
    hands.write("Leervraag", question)
    hands.press("Vang")


# --- Cases ----------------------------------------------------------------------------------------


def write_question(
    hands: Hands, question: str, *, asked_by: str, born: str, otherwise: str
) -> None:
    """Fill in the page of a new question; sending it is another step."""
    hands.write("Wat is de vraag, letterlijk?", question)
    hands.choose("Wie stelt de vraag?", asked_by)
    hands.write("Geboren in", born)
    hands.choose("Wat was er ingezet zonder de proeftuin?", otherwise)


def send_question(hands: Hands) -> str:
    """Send it; gives the code of the case."""
    hands.press("Schrijf de vraag op")
    return code_of_case(hands.page)


def open_case(hands: Hands, question: str) -> str:
    hands.follow("Gezinnen")
    hands.follow("Nieuwe vraag")
    write_question(hands, question, asked_by="Ouder", born="", otherwise="Weet ik niet")
    return send_question(hands)


def go_to_case(hands: Hands, code: str, *, menu: str = "Gezinnen") -> None:
    hands.follow(menu)
    hands.follow(code)


def give_consent(hands: Hands, given_by: str) -> None:
    hands.follow("Toestemming opschrijven")
    hands.choose("Wie zei ja?", given_by)
    hands.press("Opslaan")


def bring_into_only_session(hands: Hands) -> None:
    """There is one session that is not long ago; more are not offered."""
    hands.follow("Inbrengen in een sessie")
    [session] = answers(hands.page, "In welke sessie?")
    hands.choose("In welke sessie?", session)
    hands.press("Breng in")


def add_own_effort(hands: Hands, talks: str) -> None:
    hands.follow("Inzet toevoegen")
    hands.choose("Welke van deze?", "Wijkteam zelf")
    hands.choose("Hoeveel gesprekken?", talks)
    hands.press("Opslaan")


def close_case(hands: Hands, note: str = "") -> None:
    hands.follow("Afsluiten")
    finish_closing(hands, note)


def finish_closing(hands: Hands, note: str = "") -> None:
    hands.choose("Hoe liep het af?", "Gestopt, het is goed zo")
    if note:
        hands.write("Wat is goed om te onthouden, in hun woorden?", note)
    hands.press("Afsluiten")


def let_family_in(hands: Hands, *, name: str, username: str) -> str:
    """Make an account for a parent, from the page of the circle; gives the one-time code."""
    hands.follow("Kring")
    hands.follow("Iemand van de familie")
    hands.write("Hoe wil je genoemd worden?", name)
    hands.write("Inlognaam", username)
    hands.choose("Als wat?", "Ouder of verzorger")
    hands.press("Account maken")
    return one_time_code(hands.page)


def let_colleague_in(hands: Hands, who: str) -> None:
    """Somebody who has an account, as a partner professional who thinks along."""
    hands.follow("Kring")
    hands.follow("Een partner of collega")
    option = hands.page.locator("option", has_text=who).first
    hands.pick("Wie?", option.inner_text())
    hands.choose("Als wat?", "Professional van een partner")
    hands.choose("Waarvoor?", "Denkt een tijdje mee")
    hands.press("Toevoegen")


# --- Reading --------------------------------------------------------------------------------------


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def section(page: Page, title: str) -> Locator:
    return page.get_by_role("region", name=title, exact=True)


def notices(page: Page) -> Locator:
    """What the page says on top about what just happened."""
    return page.get_by_role("status").first


def mistakes(page: Page) -> Locator:
    return page.get_by_role("alert")


def code_of_case(page: Page) -> str:
    """`berk-417`, as the breadcrumb says it."""
    trail = page.get_by_role("navigation", name="Waar je bent").get_by_role("listitem")
    return trail.nth(1).inner_text()


def answers(page: Page, question: str) -> list[str]:
    """What one can choose from."""
    return page.get_by_role("group", name=question).locator("label").all_inner_texts()


def number_present(page: Page, name: str) -> str:
    """How many people of an organisation are noted, or how many of the family."""
    group = section(page, "Wie er zijn").get_by_role("group", name=name)
    return group.get_by_role("status").inner_text()


def cases_on(page: Page) -> list[str]:
    """The codes of a list of families."""
    names = page.get_by_role("main").get_by_role("heading")
    return names.get_by_role("link").all_inner_texts()


def one_time_code(page: Page) -> str:
    return page.get_by_text(re.compile("^[0-9A-Z]{5}-[0-9A-Z]{5}$")).inner_text()


def buttons_in(page: Page) -> list[str]:
    """The buttons of the page itself, without those of the bar above it."""
    return page.get_by_role("main").get_by_role("button").all_inner_texts()


def headline(page: Page) -> dict[str, str]:
    """The big numbers on top of the figures."""
    pairs = section(page, "In het kort").locator("dl > div")
    told = [pair.inner_text().split("\n") for pair in pairs.all()]
    return {words.strip(): number.strip() for words, number in told}


def row(page: Page, table: str, label: str) -> list[str]:
    """The cells of one row of the figures."""
    rows = section(page, table).get_by_role("row")
    found = rows.filter(has=page.get_by_role("rowheader", name=label, exact=True))
    return found.get_by_role("cell").all_inner_texts()


def labels(page: Page, table: str) -> list[str]:
    return section(page, table).get_by_role("rowheader").all_inner_texts()


def columns(page: Page, table: str) -> list[str]:
    return section(page, table).get_by_role("columnheader").all_inner_texts()


def avoided_range(page: Page) -> Locator:
    return section(page, "Niet ingezette specialistische jeugdhulp")


# --- Finding one's way ----------------------------------------------------------------------------

IDENTITY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=/)\d+(?=/)")
NOT_A_PAGE = "/json/"


def places(page: Page) -> list[str]:
    """Where the menu leads to, as it is on this screen; on a phone also the page "Meer"."""
    found = _addresses_in(page.get_by_role("banner"), page) + _addresses_in(
        page.get_by_role("navigation", name=re.compile("Menu onderaan|Menu at the bottom")), page
    )
    if more := [address for address in found if address.endswith("/meer/")]:
        page.goto(more[0])
        found += _addresses_in(page.get_by_role("main"), page)
    return list(dict.fromkeys(found))


def addresses_on(page: Page) -> list[str]:
    """All pages of Samenspel that a page links to."""
    return _addresses_in(page.locator("body"), page)


def kind_of(address: str) -> str:
    """Without who it is about and without what is asked: one for all pages of a case."""
    return IDENTITY.sub("*", urlsplit(address).path)


def unfold(page: Page, summary: str) -> None:
    page.locator("summary").filter(has_text=summary).click()


def _addresses_in(part: Locator, page: Page) -> list[str]:
    links = part.get_by_role("link").all()
    found = [urljoin(page.url, link.get_attribute("href") or "") for link in links]
    return [address for address in found if not address.endswith(NOT_A_PAGE)]


# --- What goes over the line ----------------------------------------------------------------------


@contextmanager
def fields_sent(page: Page) -> Iterator[list[str]]:
    """The names of the fields that were filled in when the next form is sent."""
    names: list[str] = []

    def hear(request: Request) -> None:
        if request.method == "POST":
            filled = [name for name, value in parse_qsl(request.post_data or "") if value]
            names.extend(sorted(set(filled) - NOT_A_FIELD))

    page.on("request", hear)
    yield names
    page.remove_listener("request", hear)


def save_as_file(page: Page, link: str) -> str:
    """The name of the file that the browser gets."""
    with page.expect_download() as saved:
        page.get_by_role("link", name=link, exact=True).click()
    return saved.value.suggested_filename


def visit(page: Page, address: str) -> Response:
    response = page.goto(address)
    if response is None:
        raise AssertionError(f"No answer from {address}")
    return response


def open_in_new_tab(page: Page, link: str) -> Page:
    with page.context.expect_page() as opened:
        page.get_by_role("link", name=link, exact=True).click()
    return opened.value


def send_again(hands: Hands) -> None:
    """From the page that kept a form. Signing in makes older forms stale, so it may ask twice."""
    hands.press("Verstuur opnieuw")
    if "Deze pagina stond lang open." in hands.page.get_by_role("main").inner_text():
        hands.press("Verstuur opnieuw")


def lose_session(page: Page) -> None:
    """As when the working day ended while a form was open."""
    page.context.clear_cookies(name="sessionid")
