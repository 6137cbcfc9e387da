"""Taking the drawing along: who may, what is in it, and that it is noted."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from samenspel.family import CIRCLE, AliasFact, Audience, NameFact, PersonFact, Reach
from samenspel.formats import read
from samenspel.web.audit.models import AuditRow
from samenspel.web.cases import actions as cases
from samenspel.web.cases.choices import ConsentBy, ConsentHow, ConsentPurpose
from samenspel.web.maps import store
from samenspel.web.maps.tests.drawn import (
    FOR_PROFESSIONALS,
    HIDDEN,
    SANNE,
    YARA,
    draw,
    draw_family,
    family,
    say_hidden,
    saying,
)
from tests.world import World, acts, errors_of

FORMATS = ("pdf", "png", "svg", "gedcom7", "graphml", "json")
DATA = ("gedcom7", "graphml", "json")


@pytest.fixture
def drawn(world: World) -> World:
    draw_family(world)
    return world


def allow(world: World, purpose: ConsentPurpose = ConsentPurpose.EXPORT) -> None:
    today = timezone.localdate(world.now)
    for youth in world.case.youths.all():
        cases.give_consent(
            world.case,
            youth,
            purpose=purpose,
            given_by=ConsentBy.BOTH,
            how=ConsentHow.SPOKEN,
            since=today,
            until=today + timedelta(days=30),
            by=world.by_worker(),
        )


def take(world: World, who: str = "worker", **asked: Any) -> Any:
    typed = {"what": "json", "view": "genogram", "reason": "talk", **asked}
    client = world.english(getattr(world, who))
    return client.post(world.page("map_export"), typed)


# --- Who may --------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["worker", "partner_in_circle"])
def test_a_professional_takes_nothing_without_a_consent_for_it(drawn: World, who: str) -> None:
    allow(drawn, ConsentPurpose.LEARNING_SESSION)
    response = take(drawn, who)
    assert response.status_code == 422
    assert "has not said yes" in response.content.decode()
    assert "case.map.export" not in acts()


@pytest.mark.parametrize("who", ["worker", "partner_in_circle"])
def test_with_the_consent_of_every_youth_a_professional_may(drawn: World, who: str) -> None:
    allow(drawn)
    assert take(drawn, who).status_code == 200


def test_a_parent_takes_their_own_drawing(drawn: World) -> None:
    assert take(drawn, "parent_in_circle").status_code == 200


def test_an_outsider_finds_no_page(drawn: World) -> None:
    allow(drawn)
    assert take(drawn, "other_worker").status_code == 404
    assert drawn.client(drawn.other_worker).get(drawn.page("map_export")).status_code == 404


def test_the_page_leads_the_worker_to_the_consent(drawn: World) -> None:
    page = drawn.client(drawn.worker).get(drawn.page("map_export")).content.decode()
    assert f"{drawn.page('consent')}?purpose=export" in page
    page = drawn.client(drawn.partner_in_circle).get(drawn.page("map_export")).content.decode()
    assert drawn.page("consent") not in page


# --- The file -------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", FORMATS)
def test_the_file_has_a_name_without_a_name_and_is_not_kept(drawn: World, what: str) -> None:
    response = take(drawn, "parent_in_circle", what=what)
    ending = {"gedcom7": "ged"}.get(what, what)
    name = f'attachment; filename="gezinskaart-{drawn.case.code}.{ending}"'
    assert response["Content-Disposition"] == name
    assert response["Cache-Control"] == "no-store"
    assert response.content


@pytest.mark.parametrize("what", DATA)
def test_what_leaves_as_data_can_be_read_again(drawn: World, what: str) -> None:
    content = take(drawn, "parent_in_circle", what=what).content
    names = {one.fact.name for one in read(content).map if isinstance(one.fact, NameFact)}
    assert names == {"Sanne", "Yara"}


@pytest.mark.parametrize("view", ["genogram", "systemogram", "tijdlijn"])
def test_every_drawing_can_leave(drawn: World, view: str) -> None:
    assert take(drawn, "parent_in_circle", what="svg", view=view).content.startswith(b"<svg")


def test_a_picture_is_of_the_day_that_was_asked(drawn: World) -> None:
    before = take(drawn, "parent_in_circle", what="svg", on="2010-01-01").content.decode()
    assert "Sanne" in before
    assert "Yara" not in before


def test_it_is_noted_with_what_and_why_and_no_name(drawn: World) -> None:
    take(drawn, "parent_in_circle", what="svg", reason="own", alias="on")
    row = AuditRow.objects.filter(event_type_code="case.map.export").get()
    detail = {"format": "svg", "view": "genogram", "alias": 1, "own": 0, "reason": "own"}
    assert row.participant_object_detail == detail


def test_wrong_input_is_named(drawn: World) -> None:
    for field in ("what", "view", "reason"):
        response = take(drawn, "parent_in_circle", **{field: "anders"})
        assert (response.status_code, list(response.context["form"].errors)) == (422, [field])


def test_an_empty_map_is_not_taken_along(world: World) -> None:
    response = take(world, "parent_in_circle", what="pdf")
    assert response.status_code == 422
    assert "Nothing in it is shared" in errors_of(response)


# --- What stays -----------------------------------------------------------------------------------


@pytest.mark.parametrize("what", FORMATS)
@pytest.mark.parametrize("who", ["partner_in_circle", "worker"])
def test_what_not_everybody_may_see_is_in_no_file_of_a_professional(
    drawn: World, who: str, what: str
) -> None:
    allow(drawn)
    before = take(drawn, who, what=what).content
    say_hidden(drawn)
    after = take(drawn, who, what=what).content
    assert HIDDEN.encode() not in after
    if what != "pdf":
        assert after == before


@pytest.mark.parametrize("what", ["svg", *DATA])
@pytest.mark.parametrize("audience", [FOR_PROFESSIONALS, Audience(Reach.SAFETY)])
def test_what_is_for_some_professionals_leaves_in_no_file(
    drawn: World, what: str, audience: Audience
) -> None:
    allow(drawn)
    ruud = PersonFact("p-9")
    draw(drawn, drawn.worker, saying(ruud, NameFact("p-9", "Ruud"), audience=audience))
    assert b"Ruud" not in take(drawn, "worker", what=what).content


def test_our_own_json_comes_back_with_what_the_circle_may_see(drawn: World) -> None:
    allow(drawn)
    say_hidden(drawn)
    kept = read(take(drawn, "worker", what="json").content).map
    assert {one.audience for one in kept} == {CIRCLE}
    assert len(kept) == len(family())


def test_a_parent_chooses_whether_what_they_did_not_share_comes_along(drawn: World) -> None:
    say_hidden(drawn)
    assert HIDDEN.encode() not in take(drawn, "parent_in_circle", what="graphml").content
    own = take(drawn, "parent_in_circle", what="graphml", own="on").content
    assert HIDDEN.encode() in own


def test_a_professional_cannot_choose_so(drawn: World) -> None:
    allow(drawn)
    say_hidden(drawn)
    assert HIDDEN.encode() not in take(drawn, "worker", what="graphml", own="on").content


def test_the_accounts_of_who_drew_do_not_leave(drawn: World) -> None:
    allow(drawn)
    say_hidden(drawn)
    content = take(drawn, "worker").content.decode()
    for user in (drawn.worker, drawn.parent_in_circle):
        assert str(user.public_id) not in content


# --- Aliases --------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", FORMATS)
def test_with_aliases_no_name_and_no_words_leave(drawn: World, what: str) -> None:
    say_hidden(drawn)
    draw(drawn, drawn.worker, saying(AliasFact(YARA, "Maan"), AliasFact(SANNE, "Zon")))
    content = take(drawn, "parent_in_circle", what=what, alias="on", own="on").content
    for word in ("Sanne", "Yara", "Ruud", "gisteren"):
        assert word.encode() not in content
    if what in (*DATA, "svg"):
        assert b"Maan" in content


def test_with_aliases_no_id_of_the_map_leaves(drawn: World) -> None:
    content = take(drawn, "parent_in_circle", alias="on").content.decode()
    assert SANNE not in content
    assert YARA not in content
    assert {one["by"]["account"] for one in json.loads(content)["statements"]} == {""}


def test_taking_along_changes_nothing_on_the_map(drawn: World) -> None:
    before = store.load(drawn.case).family_map
    take(drawn, "parent_in_circle", alias="on")
    assert store.load(drawn.case).family_map == before
