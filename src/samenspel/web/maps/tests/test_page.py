"""The page of the map works without script, and shows each what they may see."""

import gzip
import re

from django.test import Client

from samenspel.family import Audience, NoteFact, Reach
from samenspel.web.maps import freezing, moments
from samenspel.web.maps.tests.drawn import (
    HIDDEN,
    SANNE,
    YARA,
    draw,
    draw_family,
    say_hidden,
    saying,
)
from tests.world import World, close_case


def shown(world: World, client: Client, query: str = "") -> str:
    response = client.get(world.page("map") + query)
    assert response.status_code == 200
    return str(response.content.decode())


def test_an_empty_map_says_what_could_begin_here(world: World) -> None:
    page = shown(world, world.english(world.worker))
    assert "No drawing yet. Begin with who lives at home." in page
    assert "vorm=iemand" in page


def test_the_title_has_the_code_of_the_case_and_no_name(world: World) -> None:
    draw_family(world)
    title = re.search(
        "<title>(.*)</title>", shown(world, world.english(world.worker), f"?gekozen={YARA}")
    )
    assert title
    assert title[1] == f"Family map {world.case.code} – Samenspel"


def test_every_view_draws_the_same_family(world: World) -> None:
    draw_family(world)
    for view in ("genogram", "systemogram", "tijdlijn", "lijst"):
        page = shown(world, world.english(world.worker), f"?beeld={view}&gekozen={YARA}")
        assert "Yara" in page
        assert f'data-view="{view}" aria-current="true"' in page


def test_the_views_keep_selection_day_and_aliases(world: World) -> None:
    draw_family(world)
    query = f"?op=2020-01-01&schuilnamen=ja&gekozen={YARA}"
    page = shown(world, world.english(world.worker), query)
    assert f"?beeld=tijdlijn&amp;op=2020-01-01&amp;schuilnamen=ja&amp;gekozen={YARA}" in page


def test_a_phone_gets_the_family_around_whom_the_question_begins_with(world: World) -> None:
    draw_family(world)
    page = shown(world, world.english(world.worker))
    assert f'class="canvas near" data-around="{YARA}"' in page
    assert "canvas near" not in shown(world, world.english(world.worker), "?rond=nee")
    assert "canvas near" not in shown(world, world.english(world.worker), f"?rond={SANNE}")


def test_who_is_chosen_is_marked_in_the_drawing(world: World) -> None:
    draw_family(world)
    page = shown(world, world.english(world.worker), f"?gekozen={YARA}")
    assert f'class="ground chosen" display="none" data-id="{YARA}"' in page
    assert f'<a class="thing" aria-current="true" data-id="{YARA}"' in page


def test_the_slider_goes_to_a_day_without_script(world: World) -> None:
    draw_family(world)
    response = world.client(world.worker).get(world.page("map") + "?stap=0")
    assert response.status_code == 302
    assert response["Location"].endswith("?op=2014-03-01")


def test_what_cannot_be_read_in_the_address_is_not_asked(world: World) -> None:
    draw_family(world)
    query = "?beeld=foto&op=gisteren&stap=-1&vorm=x&gekozen=<b>&wie=&rond='"
    assert 'data-around=""' in shown(world, world.english(world.worker), query)


def test_with_aliases_no_name_stands_on_the_page(world: World) -> None:
    draw_family(world)
    for query in ("?schuilnamen=ja", f"?schuilnamen=ja&gekozen={YARA}", "?scherm=groot"):
        page = shown(world, world.english(world.worker), query)
        assert "Yara" not in page
        assert "Sanne" not in page


def test_what_somebody_said_for_a_few_is_not_on_the_page_of_others(world: World) -> None:
    draw_family(world)
    say_hidden(world)
    chosen = f"?gekozen={SANNE}"
    assert HIDDEN in shown(world, world.english(world.parent_in_circle), chosen)
    assert HIDDEN in shown(world, world.english(world.worker), chosen)
    assert HIDDEN not in shown(world, world.english(world.partner_in_circle), chosen)


def test_on_the_wall_stands_nothing_private(world: World) -> None:
    draw_family(world)
    safety = Audience(Reach.SAFETY)
    draw(world, world.worker, saying(NoteFact(SANNE, HIDDEN), audience=safety))
    page = shown(world, world.english(world.worker), f"?scherm=groot&gekozen={SANNE}&beeld=lijst")
    assert HIDDEN not in page
    assert "topbar" not in page


def test_a_map_on_hold_has_no_forms_and_says_why(world: World) -> None:
    draw_family(world)
    freezing.freeze(world.case, world.by_worker())
    page = shown(world, world.english(world.parent_in_circle), f"?gekozen={YARA}")
    assert "The map is closed for now." in page
    assert "data-gesture" not in page


def test_the_map_of_a_closed_question_can_be_read(world: World) -> None:
    draw_family(world)
    close_case(world.case, world.by_worker())
    page = shown(world, world.english(world.worker), f"?gekozen={YARA}&vorm=band")
    assert "You can read the map." in page
    assert "data-gesture" not in page


def test_a_joint_moment_is_announced_and_joined_in_one_tap(world: World) -> None:
    draw_family(world)
    moments.begin(world.case, world.by_worker())
    client = world.english(world.parent_in_circle)
    assert "People are drawing together now." in shown(world, client)
    client.post(world.page("map_moment"), {"do": "join"})
    assert 'data-joined="yes"' in shown(world, client)
    client.post(world.page("map_moment"), {"do": "leave"})
    assert 'data-joined="no"' in shown(world, client)


def test_only_who_may_end_a_joint_moment_is_offered_to(world: World) -> None:
    draw_family(world)
    moments.begin(world.case, world.by_worker())
    assert "Stop drawing together" in shown(world, world.english(world.worker))
    assert "Stop drawing together" not in shown(world, world.english(world.parent_in_circle))
    client = world.english(world.worker)
    client.post(world.page("map_moment"), {"do": "end"})
    assert 'data-moment=""' in shown(world, client)


def test_nobody_joins_a_moment_that_is_not_there(world: World) -> None:
    draw_family(world)
    client = world.english(world.parent_in_circle)
    client.post(world.page("map_moment"), {"do": "join"})
    assert 'data-joined="no"' in shown(world, client)


def test_only_the_worker_puts_a_map_on_hold(world: World) -> None:
    for user, status in ((world.parent_in_circle, 403), (world.other_worker, 404)):
        assert (
            world.client(user).post(world.page("map_freeze"), {"do": "freeze"}).status_code
            == status
        )
    client = world.english(world.worker)
    client.post(world.page("map_freeze"), {"do": "freeze"})
    assert 'data-frozen="yes"' in shown(world, client)
    client.post(world.page("map_freeze"), {"do": "lift"})
    assert 'data-frozen="no"' in shown(world, client)


def test_somebody_is_put_a_little_to_the_side(world: World) -> None:
    draw_family(world)
    client = world.english(world.parent_in_circle)
    client.post(world.page("map_pin"), {"thing": YARA, "x": "120.5"})
    assert world.case.map.pins.get().x == 120.5
    client.post(world.page("map_pin"), {"thing": YARA, "x": ""})
    assert not world.case.map.pins.exists()
    page = client.post(world.page("map_pin"), {"thing": YARA, "x": "far"}, follow=True)
    assert "This is no place on the sheet" in page.content.decode()


def test_the_sheet_alone_is_a_fragment(world: World) -> None:
    draw_family(world)
    found = world.client(world.worker).get(world.page("map_sheet")).content.decode()
    assert "<html" not in found
    assert "<svg" in found
    assert "map-words" in found


def test_nobody_outside_the_circle_finds_a_map(world: World) -> None:
    draw_family(world)
    for name in ("map", "map_sheet", "map_panel"):
        assert world.client(world.other_worker).get(world.page(name)).status_code == 404
    sent = {"do": "add_person", "name": "Ruud"}
    assert world.client(world.other_worker).post(world.page("map_draw"), sent).status_code == 404


def test_the_page_of_a_large_family_is_light(world: World) -> None:
    draw_family(world)
    client = world.english(world.worker)
    for number in range(36):
        client.post(
            world.page("map_draw"), {"do": "add_sibling", "of": YARA, "name": f"Kind {number}"}
        )
    page = client.get(world.page("map") + f"?gekozen={YARA}").content
    assert len(gzip.compress(page)) < 90_000
