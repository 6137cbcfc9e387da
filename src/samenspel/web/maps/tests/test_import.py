"""Bringing a file in: read, shown, and added only after a yes."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from samenspel.family import NoteFact, Reach, map_of, resolve, seen_by
from samenspel.formats import write
from samenspel.web.maps import importing, moments, store
from samenspel.web.maps.access import seat_of
from samenspel.web.maps.models import MapProposal
from samenspel.web.maps.seats import AT_THE_TABLE
from samenspel.web.maps.tests.drawn import draw_family, family
from samenspel.web.worker import CALENDAR
from tests.world import World, acts, errors_of

GEDCOM = """\
0 HEAD
1 GEDC
2 VERS 5.5.1
1 CHAR UTF-8
0 @SANNE_DE_WIT@ INDI
1 NAME Sanne /de Wit/
1 SEX F
1 _HOBBY pottenbakken
0 @YARA@ INDI
1 NAME Yara /de Wit/
1 BIRT
2 DATE 14 MAR 2014
1 FAMC @F1@
0 @F1@ FAM
1 WIFE @SANNE_DE_WIT@
1 CHIL @YARA@
0 TRLR
"""


def send(world: World, content: bytes | str, who: str = "worker", name: str = "f.ged") -> Any:
    data = content.encode() if isinstance(content, str) else content
    client = world.english(getattr(world, who))
    return client.post(world.page("map_import"), {"file": SimpleUploadedFile(name, data)})


def proposed(world: World, content: bytes | str = GEDCOM, who: str = "worker") -> str:
    """The address of what a file would add."""
    response = send(world, content, who)
    assert response.status_code == 302, errors_of(response)
    address: str = response["Location"]
    return address


def accept(world: World, address: str, who: str = "worker", **more: str) -> Any:
    return world.english(getattr(world, who)).post(address, {"do": "add", **more})


def names(world: World) -> set[str]:
    return {person.name for person in resolve(store.load(world.case).family_map).people}


# --- A proposal -----------------------------------------------------------------------------------


def test_a_file_adds_nothing_by_itself(world: World) -> None:
    proposed(world)
    assert len(store.load(world.case).family_map) == 0


def test_the_proposal_shows_who_would_come_and_how_the_file_was_read(world: World) -> None:
    page = world.english(world.worker).get(proposed(world)).content.decode()
    assert "Sanne de Wit" in page
    assert "<svg" in page
    assert "_HOBBY" in page


def test_the_title_of_the_page_holds_no_name(world: World) -> None:
    page = world.english(world.worker).get(proposed(world)).content.decode()
    title = page.split("<title>")[1].split("</title>")[0]
    assert "Sanne" not in title


@pytest.mark.parametrize("who", ["parent_in_circle", "partner_in_circle", "other_worker"])
def test_only_who_brought_the_file_sees_what_is_in_it(world: World, who: str) -> None:
    address = proposed(world)
    client = world.client(getattr(world, who))
    assert client.get(address).status_code == 404
    assert client.post(address, {"do": "add"}).status_code == 404
    assert names(world) == set()


def test_a_proposal_is_gone_after_an_hour(world: World) -> None:
    address = proposed(world)
    MapProposal.objects.update(expires_at=world.now - timedelta(seconds=1))
    assert accept(world, address).status_code == 404
    proposed(world)
    assert MapProposal.objects.count() == 1


def test_who_has_the_address_of_an_old_proposal_finds_nothing_and_then_it_is_swept(
    world: World,
) -> None:
    address = proposed(world)
    late = world.now + importing.WAITS
    assert importing.sweep(at=late - timedelta(minutes=1)) == 0
    MapProposal.objects.update(expires_at=world.now - timedelta(seconds=1))
    assert world.english(world.worker).get(address).status_code == 404
    assert accept(world, address).status_code == 404
    assert importing.sweep(at=late) == 1
    assert not MapProposal.objects.exists()
    assert "sweep proposals" in [job.name for job in CALENDAR]


def test_a_file_is_brought_in_on_ones_own_also_while_others_draw_together(world: World) -> None:
    parent = world.english(world.parent_in_circle)
    address = proposed(world, who="parent_in_circle")
    moments.begin(world.case, world.by_worker())
    parent.post(world.page("map_moment"), {"do": "join"})
    assert (
        "Choose again"
        in accept(world, address, "parent_in_circle", **{"for": "safety"}).content.decode()
    )
    parent.post(address, {"do": "add", "for": "mine"})
    whole = store.load(world.case).family_map
    assert len(whole) > 0
    assert len(seen_by(whole, AT_THE_TABLE)) == 0


def test_a_proposal_opens_in_its_own_family_only(world: World) -> None:
    address = proposed(world)
    elsewhere = address.replace(str(world.case.public_id), str(world.other_case.public_id))
    assert world.client(world.worker).get(elsewhere).status_code == 404


def test_thrown_away_it_is_gone(world: World) -> None:
    address = proposed(world)
    world.client(world.worker).post(address, {"do": "drop"})
    assert not MapProposal.objects.exists()
    assert names(world) == set()


def test_the_file_is_sealed_while_it_waits(world: World) -> None:
    proposed(world)
    stored = MapProposal.objects.values_list("body", flat=True).get()
    assert b"Sanne" not in stored.stored


# --- Added ----------------------------------------------------------------------------------------


def test_accepted_it_stands_on_the_map_as_words_of_who_accepted(world: World) -> None:
    assert accept(world, proposed(world)).status_code == 302
    assert names(world) == {"Sanne de Wit", "Yara de Wit"}
    family_map = store.load(world.case).family_map
    assert {one.by.account for one in family_map} == {str(world.worker.public_id)}
    assert {one.source.conversation for one in family_map} == {"from a file"}
    assert not MapProposal.objects.exists()
    assert "case.map.import" in acts()


def test_every_id_is_a_new_random_one(world: World) -> None:
    accept(world, proposed(world))
    family_map = store.load(world.case).family_map
    for one in family_map:
        ids = [one.id, *one.fact.refers_to(), *filter(None, [one.fact.brings])]
        assert all(UUID(found).version == 4 for found in ids)


def test_the_same_file_twice_brings_everybody_twice(world: World) -> None:
    for _ in range(2):
        accept(world, proposed(world))
    assert len(resolve(store.load(world.case).family_map).people) == 4


def test_accepting_twice_adds_once(world: World) -> None:
    address = proposed(world)
    accept(world, address)
    assert accept(world, address).status_code == 404
    assert len(resolve(store.load(world.case).family_map).people) == 2


def test_what_only_the_other_program_uses_does_not_come(world: World) -> None:
    accept(world, proposed(world))
    facts = [one.fact for one in store.load(world.case).family_map]
    assert not any(isinstance(one, NoteFact) and one.label.startswith("file:") for one in facts)


def test_what_a_parent_brings_is_theirs_and_the_workers_until_they_share_it(world: World) -> None:
    accept(world, proposed(world, who="parent_in_circle"), "parent_in_circle")
    family_map = store.load(world.case).family_map
    partner = seat_of(world.actor(world.partner_in_circle), world.case)
    assert len(seen_by(family_map, partner.viewer)) == 0
    assert names(world) == {"Sanne de Wit", "Yara de Wit"}


def test_it_is_for_whom_one_chose(world: World) -> None:
    accept(world, proposed(world, who="parent_in_circle"), "parent_in_circle", **{"for": "circle"})
    reaches = {one.audience.reach for one in store.load(world.case).family_map}
    assert reaches == {Reach.CIRCLE}


def test_a_file_of_our_own_comes_back_whole(world: World) -> None:
    content = write(map_of(family()), "json", made_on=world.now.date())
    accept(world, proposed(world, content))
    facts = store.load(world.case).family_map
    assert len(facts) == len(family())
    assert names(world) == {"Sanne", "Yara"}


def test_a_large_family_comes_in_more_than_one_edit(world: World) -> None:
    lines = [f"0 @I{n}@ INDI\n1 NAME Iemand {n}\n1 SEX F" for n in range(60)]
    accept(world, proposed(world, "\n".join(["0 HEAD\n1 GEDC\n2 VERS 5.5.1", *lines, "0 TRLR"])))
    assert len(names(world)) == 60
    assert store.load(world.case).number > 2


def test_what_does_not_fit_is_left_out_and_told(world: World) -> None:
    old = GEDCOM.replace("0 @F1@ FAM", "0 @F1@ FAM\n1 HUSB @OPA@").replace(
        "0 TRLR",
        "0 @OPA@ INDI\n1 NAME Opa\n1 BIRT\n2 DATE 1 JAN 2020\n1 FAMS @F1@\n0 TRLR",
    )
    address = proposed(world, old)
    page = world.english(world.worker).get(address)
    accept(world, address)
    assert "Opa" in names(world)
    assert page.context["shown"].left_out > 0


def test_a_frozen_or_closed_map_takes_nothing(world: World) -> None:
    address = proposed(world)
    world.case.state = "closed"
    world.case.save(update_fields=["state"])
    response = accept(world, address)
    assert response.status_code == 422
    assert "closed" in response.content.decode()
    assert names(world) == set()


# --- Bad files ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "begins with the line 0 HEAD"),
        ("zomaar een tekst", "begins with the line 0 HEAD"),
        (b"PK\x03\x04 a zip", "no file that can be read"),
        ("0 HEAD\n1 GEDC\n2 VERS 5.5.1\n0 TRLR", "nobody in this file"),
        ("<!DOCTYPE x><graphml/>", "DOCTYPE"),
        ('{"schema": 99}', "newer version"),
        ("{" * 5000, "JSON"),
        ("0 HEAD\n" + "x" * importing.MAX_BYTES, "larger than 1 MB"),
        ("0 HEAD\n" + "x" * 3 * importing.MAX_BYTES, "larger than 1 MB"),
        (GEDCOM.replace("Sanne", "S" * 6_000), "longer than 5000 characters"),
    ],
)
def test_a_bad_file_gets_one_clear_line(world: World, content: Any, words: str) -> None:
    response = send(world, content)
    assert response.status_code == 422
    assert words in errors_of(response)
    assert not MapProposal.objects.exists()


def test_without_a_file_it_asks_for_one(world: World) -> None:
    response = world.english(world.worker).post(world.page("map_import"))
    assert (response.status_code, errors_of(response)) == (422, "Choose a file.")


def test_too_many_people_are_not_taken(world: World, monkeypatch: Any) -> None:
    monkeypatch.setattr(importing, "MOST_PEOPLE", 1)
    assert "more than 1 people" in errors_of(send(world, GEDCOM))


def test_an_outsider_finds_no_page(world: World) -> None:
    draw_family(world)
    assert send(world, GEDCOM, "other_worker").status_code == 404
    page = {"case_id": world.case.public_id, "proposal_id": uuid4()}
    address = reverse("map_proposal", kwargs=page)
    assert world.client(world.other_worker).get(address).status_code == 404
