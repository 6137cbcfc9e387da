"""Two moments beside each other."""

import re
from typing import Any

import pytest
from django.utils import timezone

from samenspel.family import NameFact, PartialDate, Period, PersonFact
from samenspel.family.facts import EventFact, HouseholdFact, LivesInFact
from samenspel.web.maps import store
from samenspel.web.maps.access import seat_of
from samenspel.web.maps.presenters.still import sheet_of
from samenspel.web.maps.tests.drawn import (
    FOR_PROFESSIONALS,
    YARA,
    draw,
    draw_family,
    say_hidden,
    saying,
)
from tests.world import World


@pytest.fixture
def drawn(world: World) -> World:
    draw_family(world)
    return world


def beside(world: World, who: str = "worker", **query: str) -> Any:
    return world.english(getattr(world, who)).get(world.page("map_beside"), query)


def test_it_begins_with_the_day_of_the_question_and_today(drawn: World) -> None:
    shown = beside(drawn).context["shown"]
    today = timezone.localdate(drawn.now)
    assert (shown.then.on, shown.now.on) == (drawn.case.opened_on, today)
    assert shown.is_same


def test_two_drawings_stand_beside_each_other_without_an_id_twice(drawn: World) -> None:
    page = beside(drawn, then="2010-01-01").content.decode()
    assert page.count('class="still" ') == 2
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_what_came_and_what_is_over_is_told(drawn: World) -> None:
    home, other = "h-1", "h-2"
    until = Period(PartialDate.parse("2014"), PartialDate.parse("2020"))
    since = Period(PartialDate.parse("2021"))
    draw(
        drawn,
        drawn.worker,
        saying(
            HouseholdFact(home, "Kade"),
            LivesInFact(home, YARA, until),
            HouseholdFact(other, "Dijk"),
            LivesInFact(other, YARA, since),
            EventFact((YARA,), "Naar groep acht", period=Period(PartialDate.parse("2022"))),
        ),
    )
    shown = beside(drawn, then="2018-01-01", now="2023-01-01").context["shown"]
    assert "Naar groep acht" in str(shown.came)
    assert "Dijk" in str(shown.came) + str(shown.changed)
    assert "Kade" in str(shown.went) + str(shown.changed)


def test_that_everybody_grew_older_is_no_change(drawn: World) -> None:
    assert beside(drawn, then="2018-01-01", now="2023-01-01").context["shown"].is_same


def test_nobody_sees_what_is_not_theirs(drawn: World) -> None:
    before = beside(drawn, "parent_in_circle", then="2013-01-01").context["shown"]
    ruud = saying(PersonFact("p-9"), NameFact("p-9", "Ruud"), audience=FOR_PROFESSIONALS)
    draw(drawn, drawn.worker, ruud)
    response = beside(drawn, "parent_in_circle", then="2013-01-01")
    assert response.context["shown"] == before
    assert "Ruud" not in response.content.decode()
    assert "Ruud" in beside(drawn, then="2013-01-01").content.decode()


def test_its_drawings_are_of_the_same_class_as_those_of_the_map(drawn: World, monkeypatch) -> None:
    classes: list[str] = []

    def noted(case: str, shown_to: str, *more: Any) -> Any:
        classes.append(shown_to)
        return sheet_of(case, shown_to, *more)

    monkeypatch.setattr("samenspel.web.maps.views.beside.sheet_of", noted)
    say_hidden(drawn)
    beside(drawn)
    seat = seat_of(drawn.by_worker(), drawn.case)
    assert classes == [seat.sees_like(store.load(drawn.case).family_map)] * 2


def test_with_aliases_no_name_is_on_the_page(drawn: World) -> None:
    page = beside(drawn, alias="yes", then="2010-01-01").content.decode()
    assert "Sanne" not in page
    assert "Yara" not in page


@pytest.mark.parametrize("query", [{"then": "gisteren"}, {"view": "anders"}, {"now": "9999-01-01"}])
def test_wrong_input_is_named_and_the_page_stays(drawn: World, query: dict[str, str]) -> None:
    response = beside(drawn, **query)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == list(query)


def test_an_empty_map_says_so(world: World) -> None:
    assert beside(world).content.decode().count("Nobody is drawn here yet") == 2


def test_an_outsider_finds_no_page(drawn: World) -> None:
    assert beside(drawn, "other_worker").status_code == 404


def test_somebody_drawn_without_a_date_stands_on_both_sides(drawn: World) -> None:
    draw(drawn, drawn.worker, saying(PersonFact("p-1"), NameFact("p-1", "Noor")))
    assert beside(drawn, then="2013-01-01").content.decode().count("Noor") >= 2
