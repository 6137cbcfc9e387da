"""Who can see a family: the circle, and nobody else. And how the family itself comes in."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys import steps
from tests.journeys.browser import check_page, picture
from tests.journeys.conftest import OpenPage, Server
from tests.journeys.hands import Mouse

SignedIn = Callable[..., Page]
PAGES_OF_A_CASE = ["", "kring/", "wie-keek-mee/", "inzet/", "afsluiten/"]
NEW_PASSWORD = "Een gele fiets bij de brug"


def test_outside_the_circle_a_family_does_not_exist(signed_in: SignedIn) -> None:
    # Given a question of which somebody is the worker
    address = first_case(signed_in("gezinswerker")).url

    # When a worker of another team opens its address
    outsider = signed_in("gezinswerker-zuid")

    # Then none of its pages exist
    for part in PAGES_OF_A_CASE:
        assert steps.visit(outsider, address + part).status == 404
        expect(steps.heading(outsider)).to_have_text("Deze pagina bestaat niet")
    check_page(outsider)


def test_parent_reads_along_and_sees_who_looked(signed_in: SignedIn) -> None:
    # Given a parent who is in the circle of the own question, and a worker who looked at it today
    parent = signed_in("ouder")
    code = steps.code_of_case(first_case(parent, menu="Onze vraag"))
    worker = signed_in("gezinswerker-zuid")
    steps.go_to_case(Mouse(worker), code)

    # When the parent opens the question
    steps.go_to_case(Mouse(parent), code, menu="Onze vraag")

    # Then all of it can be read, and only the consent can be withdrawn
    expect(steps.section(parent, "Wat anders was ingezet")).to_be_visible()
    assert set(steps.buttons_in(parent)) <= {"Intrekken"}
    check_page(parent)

    # and the page of looks names the worker
    Mouse(parent, arrived=check_page).follow("Wie keek mee")
    expect(steps.section(parent, "Wie keek, wie schreef")).to_contain_text("Idris Benali keek mee")


def test_partner_reads_and_changes_nothing(signed_in: SignedIn) -> None:
    # Given a partner who thinks along for a while
    partner = first_case(signed_in("partner"))
    case = partner.url

    # When the partner looks at every part
    hands = Mouse(partner, arrived=check_page)
    for part in ["Vraag", "Kring", "Wie keek mee"]:
        hands.follow(part)

        # Then there is nothing to press
        assert steps.buttons_in(partner) == []

    # and the address of a form says so, in a sentence
    assert steps.visit(partner, case + "afsluiten/").status == 403
    expect(steps.heading(partner)).to_have_text("Je kunt dit lezen, maar niet veranderen")
    check_page(partner)


def test_guessing_a_password_stops_for_a_while(
    page: Page, signed_in: SignedIn, server: Server
) -> None:
    # Given an account whose owner is at work, and somebody else who does not know the password
    owner, account = signed_in("privacy"), server.account("privacy")
    hands = Mouse(page, arrived=check_page)
    page.goto("/")

    # When the guess is wrong five times
    for _ in range(5):
        steps.sign_in(hands, account.username, "een gok naar het wachtwoord")
        expect(steps.mistakes(page)).to_contain_text("Naam of wachtwoord klopt niet.")

    # Then even the right password has to wait, and the page says how long
    steps.sign_in(hands, account.username, account.password)
    expect(steps.mistakes(page)).to_contain_text("Te vaak geprobeerd. Wacht vijf minuten")

    # and the owner goes on undisturbed
    Mouse(owner).follow("Logboek")
    expect(steps.heading(owner)).to_have_text("Logboek")


def test_parent_joins_with_a_code_on_a_phone(
    signed_in: SignedIn, open_page: OpenPage, server: Server
) -> None:
    # Given a worker who writes down a question
    question = "Ze is bang in het donker en nu durft niemand meer te slapen. Wie denkt mee?"
    worker = signed_in("gezinswerker")
    hands = Mouse(worker, arrived=check_page)
    code = steps.open_case(hands, question)

    # When the worker makes an account for the mother, and leaves
    one_time_code = steps.let_family_in(hands, name="Fatima", username="mama-van-de-brug")
    hands.follow("Klaar")
    expect(steps.section(worker, "Wie meekijkt")).to_contain_text("Fatima")
    picture(worker, "circle")
    steps.sign_out(worker)

    # and she joins on her phone, with the code and a password of her own
    phone = open_page("phone")
    phone.goto("/")
    own_hands = Mouse(phone, arrived=check_page)
    steps.join_with_code(own_hands, one_time_code.lower(), NEW_PASSWORD)

    # Then she sees the question, as she said it
    steps.go_to_case(own_hands, code, menu="Onze vraag")
    expect(steps.heading(phone)).to_have_text(f"“{question}”")

    # and the code worked once
    another = open_page("phone")
    another.goto("/")
    steps.join_with_code(Mouse(another), one_time_code, NEW_PASSWORD)
    expect(steps.mistakes(another)).to_contain_text("Deze code werkt niet, of niet meer.")


def first_case(page: Page, *, menu: str = "Gezinnen") -> Page:
    """The page of the newest question in somebody's list."""
    Mouse(page).follow(menu)
    Mouse(page).follow(steps.cases_on(page)[0])
    return page
