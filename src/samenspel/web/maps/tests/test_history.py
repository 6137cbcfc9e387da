"""What was drawn, as one reader sees it, and going back to a moment of it."""

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from samenspel.family import (
    BirthFact,
    Choose,
    NameFact,
    PartialDate,
    PersonFact,
    Retract,
    Withdraw,
    resolve,
)
from samenspel.web.maps import histories, store
from samenspel.web.maps.models import Map, MapEdit, MapVisit
from samenspel.web.maps.tests.drawn import (
    FOR_PROFESSIONALS,
    HIDDEN,
    YARA,
    draw,
    draw_family,
    say_hidden,
    saying,
)
from samenspel.web.maps.wanted import Wanted
from tests.world import World


@pytest.fixture
def drawn(world: World) -> World:
    draw_family(world)
    return world


def page(world: World, who: str = "worker", **query: str) -> Any:
    return world.english(getattr(world, who)).get(world.page("map_history"), query)


def text(response: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def lines(response: Any) -> list[Any]:
    shown = response.context["shown"]
    return [*shown.new, *shown.known]


def add(world: World, name: str, who: str = "worker") -> None:
    person = str(uuid4())
    draw(world, getattr(world, who), saying(PersonFact(person), NameFact(person, name)))


def go_back(world: World, moment: str, who: str = "worker") -> Any:
    return world.english(getattr(world, who)).post(world.page("map_go_back"), {"moment": moment})


def names(world: World) -> set[str]:
    return {one.name for one in resolve(store.load(world.case).family_map).people}


# --- What stands in it ----------------------------------------------------------------------------


def test_the_newest_comes_first_with_who_and_what(drawn: World) -> None:
    add(drawn, "Noor", "parent_in_circle")
    found = lines(page(drawn))
    assert [line.who for line in found] == ["Parent in circle", "Worker"]
    assert found[0].told[0].sentences == ("Noor is on the map",)


def test_what_was_taken_back_struck_out_and_chosen_is_told(drawn: World) -> None:
    first = drawn_birth(drawn, "2014-05")
    second = drawn_birth(drawn, "2014-06")
    draw(drawn, drawn.worker, Choose(first))
    draw(drawn, drawn.worker, Retract((second,)))
    draw(drawn, drawn.worker, Withdraw((first,)))
    told = text(page(drawn))
    for words in ("Chosen for the drawing", "Struck out", "Taken back", "June 2014"):
        assert words in told


def drawn_birth(world: World, when: str) -> str:
    body = saying(BirthFact(YARA, PartialDate.parse(when)))
    draw(world, world.worker, body)
    return body.sayings[0].id


def test_an_edit_of_which_one_sees_nothing_is_not_there(drawn: World) -> None:
    before = lines(page(drawn, "partner_in_circle"))
    say_hidden(drawn)
    response = page(drawn, "partner_in_circle")
    assert [line.told for line in lines(response)] == [line.told for line in before]
    assert HIDDEN not in response.content.decode()
    assert HIDDEN in text(page(drawn, "worker"))


def test_of_an_edit_one_reads_only_the_part_that_one_sees(drawn: World) -> None:
    open_, hidden = str(uuid4()), str(uuid4())
    body = saying(PersonFact(open_), NameFact(open_, "Noor"))
    also = saying(PersonFact(hidden), NameFact(hidden, "Ruud"), audience=FOR_PROFESSIONALS)
    draw(drawn, drawn.worker, type(body)((*body.sayings, *also.sayings)))
    response = page(drawn, "parent_in_circle")
    assert "Noor" in text(response)
    assert "Ruud" not in response.content.decode()


def test_an_empty_map_says_so(world: World) -> None:
    assert "Nothing is drawn yet" in text(page(world))


def test_no_number_of_an_edit_leaves_the_house(drawn: World) -> None:
    say_hidden(drawn)
    add(drawn, "Noor")
    tokens = [line.moment for line in lines(page(drawn, "partner_in_circle"))]
    edits = {one.hex for one in MapEdit.objects.values_list("edit_id", flat=True)}
    assert all(not token or token.split(":")[0] in edits for token in tokens)


def test_it_pages_at_fifty_and_goes_on_where_it_stopped(drawn: World) -> None:
    for number in range(60):
        add(drawn, f"Iemand {number}")
    first = page(drawn)
    second = page(drawn, **{"from": first.context["shown"].older})
    assert (len(lines(first)), len(lines(second))) == (50, 11)
    assert "Iemand 9 " in text(second)
    assert second.context["shown"].older == ""


# --- Since last time ------------------------------------------------------------------------------


def seen_before(world: World, minutes: int) -> None:
    """The reader has been here, so long ago."""
    page(world)
    MapVisit.objects.update(at=world.now - timedelta(minutes=minutes))


def test_what_came_since_last_time_stands_on_top(drawn: World) -> None:
    seen_before(drawn, 60)
    add(drawn, "Noor")
    response = page(drawn)
    assert [len(response.context["shown"].new), len(response.context["shown"].known)] == [1, 1]
    assert "Since last time" in text(response)


def test_it_stays_on_top_for_the_whole_visit(drawn: World) -> None:
    seen_before(drawn, 60)
    add(drawn, "Noor")
    page(drawn)
    assert len(page(drawn).context["shown"].new) == 1


def test_who_comes_for_the_first_time_has_no_last_time(drawn: World) -> None:
    assert page(drawn).context["shown"].new == []


def test_a_visit_never_goes_back_in_the_row(drawn: World) -> None:
    map_ = Map.objects.get()
    for number, minutes in ((5, 0), (3, 1), (6, 90)):
        at = drawn.now + timedelta(minutes=minutes)
        since = histories.mark_seen(map_, drawn.worker, number, at)
    assert since == 5
    assert MapVisit.objects.get().number == 6


# --- Going back -----------------------------------------------------------------------------------


def test_going_back_strikes_out_what_came_later_and_can_be_undone(drawn: World) -> None:
    moment = histories.token_of(drawn.case, drawn.worker, last_edit())
    add(drawn, "Noor")
    assert go_back(drawn, moment).status_code == 302
    assert names(drawn) == {"Sanne", "Yara"}
    undo(drawn)
    assert names(drawn) == {"Sanne", "Yara", "Noor"}


def last_edit() -> Any:
    return MapEdit.objects.order_by("-number").values_list("edit_id", flat=True)[0]


def undo(world: World) -> None:
    wanted = Wanted(
        case_id=world.case.public_id,
        user_id=world.worker.pk,
        edit_id=uuid4(),
        fields={"do": ["undo"]},
        at=world.now,
        origin="test",
    )
    assert store.write([wanted])[0].drawn


def test_the_page_gives_the_moments_one_can_go_back_to(drawn: World) -> None:
    add(drawn, "Noor")
    newest, older = lines(page(drawn))
    assert newest.moment == ""
    go_back(drawn, older.moment)
    assert names(drawn) == {"Sanne", "Yara"}


def test_a_professional_cannot_strike_out_what_the_family_said(drawn: World) -> None:
    moment = histories.token_of(drawn.case, drawn.partner_in_circle, last_edit())
    add(drawn, "Noor", "parent_in_circle")
    go_back(drawn, moment, "partner_in_circle")
    assert "Noor" in names(drawn)


def test_the_moment_of_somebody_else_or_another_map_leads_nowhere(drawn: World) -> None:
    edit = last_edit()
    add(drawn, "Noor")
    for token in (
        histories.token_of(drawn.case, drawn.partner_in_circle, edit),
        histories.token_of(drawn.other_case, drawn.worker, edit),
        edit.hex,
        "",
    ):
        go_back(drawn, token)
        assert "Noor" in names(drawn)
        assert page(drawn, **{"from": token}).status_code == 404


def test_an_outsider_finds_no_page(drawn: World) -> None:
    assert page(drawn, "other_worker").status_code == 404
    assert go_back(drawn, "", "other_worker").status_code == 404
