"""Drawing through forms: stored and back to the page, or everything typed again with the reason."""

from uuid import uuid4

from django.http import HttpResponse

from samenspel.family import (
    AliasFact,
    ContextKind,
    DeathFact,
    Direction,
    EventFact,
    Fact,
    HouseholdFact,
    InvolvedFact,
    LivesInFact,
    MoreChildrenFact,
    NoteFact,
    OrganisationFact,
    PartialDate,
    Period,
    Rhythm,
    SupporterFact,
    TieFact,
    TieKind,
    TrajectoryFact,
    resolve,
)
from samenspel.web.accounts.models import User
from samenspel.web.maps import freezing
from samenspel.web.maps.access import seat_of
from samenspel.web.maps.presenters.asked import Asked
from samenspel.web.maps.presenters.page import Opened
from samenspel.web.maps.presenters.says import say_otherwise
from samenspel.web.maps.store import load
from samenspel.web.maps.tests.drawn import BOND, SANNE, YARA, draw, draw_family, saying
from tests.world import World


def send(world: World, user: User, query: str = "", **fields: object) -> HttpResponse:
    return world.english(user).post(world.page("map_draw") + query, fields)  # type: ignore[return-value]


def names(world: World) -> list[str]:
    return [one.name for one in resolve(load(world.case).family_map).people]


def test_the_first_person_is_drawn_and_chosen(world: World) -> None:
    response = send(world, world.worker, do="add_person", name="Yara", index="yes")
    (person,) = resolve(load(world.case).family_map).people
    assert (person.name, person.is_index) == ("Yara", True)
    assert response.status_code == 302
    assert response["Location"] == world.page("map") + f"?gekozen={person.id}"


def test_everybody_in_the_circle_draws(world: World) -> None:
    draw_family(world)
    for user in (world.worker, world.partner_in_circle, world.parent_in_circle):
        assert send(world, user, do="add_child", of=SANNE, name=user.username).status_code == 302
    assert {"worker", "partner-in-circle", "parent-in-circle"} <= set(names(world))


def test_the_page_stays_in_its_view_and_on_its_day(world: World) -> None:
    draw_family(world)
    query = f"?beeld=systemogram&op=2020-02-02&gekozen={YARA}"
    fields = {"do": "say", "kind": "gender", "person": YARA, "gender": "woman"}
    response = send(world, world.worker, query, **fields)
    assert response["Location"] == world.page("map") + query


def test_sending_a_form_twice_draws_once(world: World) -> None:
    fields = {"do": "add_person", "name": "Yara", "edit_id": str(uuid4())}
    for _again in range(2):
        assert send(world, world.worker, **fields).status_code == 302
    assert names(world) == ["Yara"]


def test_other_words_under_an_id_that_was_sent_come_back_under_a_new_one(world: World) -> None:
    sent = {"do": "add_person", "edit_id": str(uuid4())}
    send(world, world.worker, **sent, name="Yara")
    response = send(world, world.worker, "?vorm=iemand", **sent, name="Noor")
    page = response.content.decode()
    assert response.status_code == 422
    assert "This was sent before with other words. Send it again." in page
    assert 'value="Noor"' in page
    assert sent["edit_id"] not in page
    assert names(world) == ["Yara"]


def test_with_aliases_no_word_about_an_edit_names_anybody(world: World) -> None:
    draw_family(world)
    draw(world, world.worker, saying(AliasFact(YARA, "Maan")))
    born = {"do": "say", "kind": "birth", "person": SANNE}
    died = {"do": "say", "kind": "death", "person": YARA, "on": "1950"}
    query = f"?schuilnamen=ja&gekozen={YARA}"
    refused = send(world, world.worker, query, **died).content.decode()
    assert "Maan would have died before being born." in refused
    assert "Yara" not in refused
    client, address = world.english(world.worker), world.page("map_draw") + query
    page = client.post(address, {**born, "on": "2010"}, follow=True).content.decode()
    assert "was younger than twelve when Maan was born" in page
    assert "Sanne" not in page


def test_with_aliases_a_third_parent_is_refused_without_a_name(world: World) -> None:
    draw_family(world)
    add = {"do": "add_parent", "of": YARA}
    send(world, world.worker, **add, name="Bas")
    assert "Yara" in send(world, world.worker, **add, name="Bo").content.decode()
    response = send(world, world.worker, "?schuilnamen=ja", **add, name="Bo")
    assert response.status_code == 422
    assert "Yara" not in response.content.decode()


def test_a_date_that_cannot_be_read_keeps_all_that_was_typed(world: World) -> None:
    query = "?vorm=iemand"
    fields = {"do": "add_person", "name": "Yara Zonneveld", "birth": "lente", "gender": "woman"}
    response = send(world, world.worker, query, **fields)
    page = response.content.decode()
    assert response.status_code == 422
    assert "Write the year with four digits" in page
    assert 'value="Yara Zonneveld"' in page
    assert 'value="lente"' in page
    assert 'aria-invalid="true"' in page
    assert 'value="woman" checked' in page


def test_words_in_a_form_that_is_gone_are_not_lost(world: World) -> None:
    fields = {"do": "say", "kind": "note", "about": str(uuid4()), "text": "Ze lacht weer."}
    response = send(world, world.worker, **fields)
    assert response.status_code == 422
    assert "Ze lacht weer." in response.content.decode()


def test_a_map_on_hold_refuses_in_words(world: World) -> None:
    draw_family(world)
    freezing.freeze(world.case, world.by_worker())
    response = send(world, world.parent_in_circle, do="add_child", of=SANNE, name="Noor")
    assert response.status_code == 422
    assert "Noor" not in names(world)
    assert "A worker can let you go on." in response.content.decode()


def test_unknown_parents_leave_the_selection_where_it_is(world: World) -> None:
    send(world, world.worker, do="add_person", name="Yara")
    (person,) = resolve(load(world.case).family_map).people
    response = send(world, world.worker, f"?gekozen={person.id}", do="add_parents", of=person.id)
    assert response["Location"].endswith(f"?gekozen={person.id}")
    assert len(names(world)) == 3


def test_undo_and_redo_are_edits_of_the_server(world: World) -> None:
    send(world, world.worker, do="add_person", name="Yara")
    send(world, world.worker, do="undo")
    assert names(world) == []
    send(world, world.worker, do="redo")
    assert names(world) == ["Yara"]


def test_a_parent_draws_for_herself_and_the_worker_until_it_is_shared(world: World) -> None:
    draw_family(world)
    send(world, world.parent_in_circle, do="add_child", of=SANNE, name="Noor")
    assert "Noor" in world.english(world.worker).get(world.page("map")).content.decode()
    assert (
        "Noor" not in world.english(world.partner_in_circle).get(world.page("map")).content.decode()
    )


def test_every_fact_can_be_said_again_as_its_form_has_it(world: World) -> None:
    draw_family(world)
    draw(world, world.worker, saying(*ALL_KINDS))
    seat = seat_of(world.by_worker(), world.case)
    table = Opened(world.case, seat, load(world.case), world.by_worker(), Asked()).table()
    for fact in (one.fact for one in table.seen):
        form = say_otherwise(fact, "", table)
        if form is None:
            continue
        fields = {field.name: list(field.values) for field in form.fields}
        for name, value in form.hidden:
            fields.setdefault(name, []).append(value)
        typed = {name: values for name, values in fields.items() if any(values)}
        sent: dict[str, object] = {"do": "say", **typed}
        response = world.client(world.worker).post(world.page("map_draw"), sent)
        assert response.status_code == 302, (fact.kind, typed)


HOME, SCHOOL = str(uuid4()), str(uuid4())
ALL_KINDS: tuple[Fact, ...] = (
    HouseholdFact(HOME, "Bij Sanne"),
    LivesInFact(HOME, YARA, Period(PartialDate.parse("2019"), PartialDate()), "om het weekend"),
    OrganisationFact(SCHOOL, "De Linde", ContextKind.SCHOOL),
    InvolvedFact(SCHOOL, YARA, face="juf Iris", rhythm=Rhythm.DAILY),
    TieFact(YARA, SANNE, TieKind.CLOSE, Direction.FORTH, 2),
    EventFact((YARA, SANNE), "verhuisd", period=Period(PartialDate.parse("2019~"))),
    TrajectoryFact((YARA,), "speltherapie", provider=SCHOOL, worked="buiten spelen"),
    SupporterFact(SANNE, YARA, jim=True),
    DeathFact(SANNE, PartialDate.parse("/2020")),
    MoreChildrenFact(BOND, 2),
    NoteFact(YARA, "Ze lacht weer."),
)


def test_a_look_does_not_draw(world: World) -> None:
    assert world.client(world.worker).get(world.page("map_draw")).status_code == 405
