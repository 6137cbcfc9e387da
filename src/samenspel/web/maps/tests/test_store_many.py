"""Many bodies, many maps, many edits: in few questions to the database."""

from dataclasses import replace
from uuid import uuid4

from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from samenspel.family import Say, Saying
from samenspel.family.facts import NameFact, PersonFact
from samenspel.web.maps import batch, store
from samenspel.web.maps.models import MapSnapshot
from samenspel.web.maps.tests.at_the_map import (
    add,
    draw,
    names,
    names_now,
    wanted,
)
from tests.world import World, open_case

# --- Many bodies of the house ---------------------------------------------------------------------


def test_bodies_of_the_house_go_through_the_same_door(world: World) -> None:
    def body(name: str) -> Say:
        sayings = (Saying(f"{name} is", PersonFact(name)), Saying(name, NameFact(name, name)))
        return Say(sayings)

    one = wanted(world, world.worker)
    bodies = (body("Noor"), body("Saar"))
    (outcome,) = store.write([replace(one, bodies=bodies)])
    assert [drawn.number for drawn in outcome.drawn] == [1, 2]
    assert names_now(world) == ["Noor", "Saar"]


# --- How many questions to the database -----------------------------------------------------------


def queries_of(wishes) -> tuple[int, int]:
    with CaptureQueriesContext(connection) as data, CaptureQueriesContext(connections["keys"]) as k:
        assert all(one.drawn for one in store.write(wishes))
    return len(data), len(k)


def test_a_batch_asks_as_much_for_ten_maps_and_twenty_edits_as_for_two(
    world: World, django_capture_on_commit_callbacks
) -> None:
    many = [open_case(world.by_worker(), world.west) for _ in range(10)]

    def wishes(cases_, each: int):
        users = [world.worker] * each
        return [
            wanted(world, user, case=case, do="add_person", name="Noor")
            for user in users
            for case in cases_
        ]

    with django_capture_on_commit_callbacks(execute=True):
        store.write(wishes(many, 1))
    few = queries_of(wishes(many[:2], 1))
    assert queries_of(wishes(many[2:], 2)) == few
    assert few[0] <= 16
    assert few[1] == 1


# --- What came since, and as it was ---------------------------------------------------------------


def test_since_gives_every_edit_with_the_map_before_and_after_it(world: World) -> None:
    for name in ("Noor", "Saar", "Bas"):
        add(world, world.worker, name)
    drawn = store.since(world.case.public_id, 1)
    assert [(one.number, names(one.before), names(one.after)) for one in drawn] == [
        (2, ["Noor"], ["Noor", "Saar"]),
        (3, ["Noor", "Saar"], ["Bas", "Noor", "Saar"]),
    ]
    assert {one.author_id for one in drawn} == {world.worker.pk}
    assert store.since(world.case.public_id, 3) == []
    assert store.since(uuid4(), 0) == []


def test_as_of_gives_the_map_after_an_edit(world: World) -> None:
    for name in ("Noor", "Saar", "Bas"):
        add(world, world.worker, name)
    found = [names(store.as_of(world.case, number)) for number in range(5)]
    assert found[:3] == [[], ["Noor"], ["Noor", "Saar"]]
    assert found[3] == found[4] == ["Bas", "Noor", "Saar"]


def test_a_snapshot_is_made_every_hundred_edits_and_equals_the_replay(
    world: World, monkeypatch
) -> None:
    monkeypatch.setattr(batch, "SNAPSHOT_EVERY", 5)
    monkeypatch.setattr("samenspel.web.maps.loading.SNAPSHOT_EVERY", 5)
    for number in range(12):
        add(world, world.worker, f"N{number}")
        draw(world, world.worker, do="undo" if number % 3 else "redo")
    assert MapSnapshot.objects.count() >= 3
    for snapshot in MapSnapshot.objects.all():
        with_snapshot = store.as_of(world.case, snapshot.number)
        MapSnapshot.objects.filter(pk=snapshot.pk).delete()
        assert store.as_of(world.case, snapshot.number) == with_snapshot
    assert store.load(world.case).family_map == store.as_of(world.case, 10_000)
