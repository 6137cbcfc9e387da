"""What holds on every page: language, headers, paging, and the pages for what goes wrong."""

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils.translation import gettext, override

from samenspel.web.base.errors import broken
from samenspel.web.base.paging import page_of
from samenspel.web.partners.models import Organisation, Sector
from tests.world import World

# --- Paging ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("", 1),
        ("1", 1),
        ("2", 2),
        ("0", 1),
        ("-1", 1),
        ("twee", 1),
        ("1.5", 1),
        ("²", 1),
        ("1e3", 1),
        ("999999", 999999),
        ("9999999", 1),
        ("1" * 5000, 1),
        ("٢", 2),
    ],
)
def test_a_page_number_that_makes_no_sense_is_the_first(asked: str, number: int) -> None:
    request = RequestFactory().get("/", {"page": asked})
    assert page_of(request, list(range(60))).number == number


@pytest.mark.parametrize(
    ("rows", "number", "shown", "before", "after"),
    [
        (0, 1, 0, False, False),
        (50, 1, 50, False, False),
        (51, 1, 50, False, True),
        (51, 2, 1, True, False),
        (150, 2, 50, True, True),
        (10, 7, 0, True, False),
    ],
)
def test_a_list_pages_at_fifty(
    rows: int, number: int, shown: int, before: bool, after: bool
) -> None:
    page = page_of(RequestFactory().get("/", {"page": number}), list(range(rows)))
    assert (len(page.rows), page.has_previous, page.has_next) == (shown, before, after)


def test_a_long_list_leads_to_its_next_page_and_keeps_what_was_chosen(
    world: World, settings
) -> None:
    settings.PAGE_SIZE = 2
    for days in range(1, 5):
        world.session_in(days)
    page = world.client(world.worker).get(reverse("meetings"), {"district": "west", "page": "2"})
    html = page.content.decode()
    assert 'href="?district=west&amp;page=3"' in html
    assert 'href="?district=west&amp;page=1"' in html


# --- Language -------------------------------------------------------------------------------------


def test_pages_are_in_dutch_unless_english_is_asked_for(world: World) -> None:
    for accept, language in (("", "nl"), ("fr", "nl"), ("en-GB,en;q=0.8", "en")):
        page = world.client().get(reverse("account_login"), headers={"accept-language": accept})
        assert f'<html lang="{language}"' in page.content.decode()


def test_one_chooses_a_language_and_it_stays(world: World) -> None:
    client = world.client(world.worker)
    chosen = client.post(reverse("set_language"), {"language": "en", "next": reverse("partners")})
    assert chosen["Location"] == reverse("partners")
    assert '<html lang="en"' in client.get(reverse("partners")).content.decode()
    client.post(reverse("set_language"), {"language": "nl"})
    assert '<html lang="nl"' in client.get(reverse("partners")).content.decode()


def test_choosing_a_language_leads_to_no_other_site(world: World) -> None:
    typed = {"language": "en", "next": "https://evil.example/"}
    assert world.client().post(reverse("set_language"), typed)["Location"] == "/"


@pytest.mark.parametrize("language", ["tlh", "", "../nl"])
def test_a_language_that_is_not_there_changes_nothing(world: World, language: str) -> None:
    client = world.client()
    client.post(reverse("set_language"), {"language": language})
    assert '<html lang="nl"' in client.get(reverse("account_login")).content.decode()


# --- Headers --------------------------------------------------------------------------------------


def test_a_page_says_how_it_may_be_used(world: World) -> None:
    headers = world.client(world.worker).get(world.page("case")).headers
    assert headers["Cache-Control"] == "private, no-store"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("address", ["/", "/account/login/", "/bestaat-niet/", "/healthz"])
def test_nothing_comes_from_elsewhere_and_nothing_inline_runs(world: World, address: str) -> None:
    policy = world.client(world.worker).get(address).headers["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules.pop("default-src") == "'none'"
    assert rules.pop("base-uri") == "'none'"
    assert rules.pop("frame-ancestors") == "'none'"
    assert set(rules.values()) == {"'self'"}
    assert {"script-src", "style-src", "form-action"} <= set(rules)


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(world: World) -> None:
    client = world.client()
    client.get(reverse("account_login"))
    typed = {"login": "worker", "password": "een lang wachtwoord"}
    client.post(reverse("account_login"), typed)
    for name in ("sessionid", "csrftoken"):
        assert client.cookies[name]["httponly"]
        assert client.cookies[name]["samesite"] == "Lax"


# --- What goes wrong ------------------------------------------------------------------------------


def test_what_does_not_exist_has_a_page_in_dutch(world: World) -> None:
    response = world.client(world.worker).get("/bestaat-niet/")
    with override("nl"):
        heading = gettext("This page does not exist")
    assert response.status_code == 404
    assert heading != "This page does not exist"
    assert f"<h1>{heading}</h1>" in response.content.decode()


def test_what_is_hidden_looks_like_what_does_not_exist(world: World) -> None:
    """Apart from the token and the address in the form that chooses a language."""
    client = world.client(world.other_worker)
    hidden, absent = client.get(world.page("case")), client.get("/bestaat-niet/")
    assert hidden.context["heading"] == absent.context["heading"]
    assert hidden.context["explanation"] == absent.context["explanation"]
    assert len(hidden.content) - len(absent.content) == len(world.page("case")) - len(
        "/bestaat-niet/"
    )


def test_what_may_be_read_but_not_changed_says_so(world: World) -> None:
    response = world.english(world.partner_in_circle).get(world.page("close"))
    assert response.status_code == 403
    assert "You can read this, but not change it" in response.content.decode()


def test_the_page_for_what_broke_needs_nothing_that_may_be_broken(
    django_assert_num_queries, db: None
) -> None:
    with django_assert_num_queries(0):
        response = broken(RequestFactory().get("/"))
    assert response.status_code == 500
    assert b"Er ging iets mis" in response.content


def test_names_are_shown_as_text(world: World) -> None:
    Organisation.objects.create(name="<script>alert(1)</script>", sector=Sector.SCHOOL)
    page = world.client(world.worker).get(reverse("partners")).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
