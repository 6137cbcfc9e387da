"""What is kept in memory is what is stored: after a rollback, and beside another process."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from django.db import connection, connections, transaction

from samenspel.family import FamilyMap
from samenspel.web.audit.verify import broken_links
from samenspel.web.maps import batch, loading, store
from samenspel.web.maps.cache import Cache, Version, cache
from samenspel.web.maps.models import MapEdit
from samenspel.web.maps.tests.at_the_map import add, draw, names, names_now, wanted
from tests.world import World, open_case

pytestmark = pytest.mark.django_db(transaction=True)


@contextmanager
def process(memory: Cache) -> Iterator[None]:
    """What is done in this block is done by a process with this memory."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batch, "cache", memory)
        patch.setattr(loading, "cache", memory)
        yield


def test_the_next_batch_of_a_map_in_memory_opens_no_body(world: World, monkeypatch) -> None:
    add(world, world.worker, "Noor")
    monkeypatch.setattr("samenspel.web.maps.rows.Row.envelope", None)
    assert add(world, world.worker, "Saar").drawn


def test_what_is_rolled_back_is_not_in_memory(world: World) -> None:
    add(world, world.worker, "Noor")
    with transaction.atomic():
        assert add(world, world.worker, "Saar").drawn
        assert names_now(world) == ["Noor", "Saar"]
        transaction.set_rollback(True)
    assert names_now(world) == ["Noor"]
    add(world, world.worker, "Bas")
    assert names_now(world) == ["Bas", "Noor"]
    assert [one.number for one in MapEdit.objects.all()] == [1, 2]


def test_a_part_that_is_rolled_back_is_not_in_memory(world: World) -> None:
    with transaction.atomic():
        add(world, world.worker, "Noor")
        with transaction.atomic():
            add(world, world.worker, "Saar")
            transaction.set_rollback(True)
        add(world, world.worker, "Bas")
    assert names_now(world) == ["Bas", "Noor"]


def test_two_processes_in_turn_end_with_the_same_map(world: World) -> None:
    one, other = Cache(), Cache()
    for number in range(6):
        with process(one if number % 2 else other):
            add(world, world.worker, f"N{number}")
            draw(world, world.partner_in_circle, do="undo")
    maps = []
    for memory in (one, other, Cache()):
        with process(memory):
            maps.append(store.load(world.case).family_map)
    assert maps[0] == maps[1] == maps[2]
    assert names(maps[0]) == [f"N{number}" for number in range(6)]


def test_another_process_is_told_what_came_since(world: World) -> None:
    one, other = Cache(), Cache()
    with process(other):
        add(world, world.worker, "Noor")
        store.load(world.case)
    with process(one):
        for name in ("Saar", "Bas"):
            add(world, world.worker, name)
    with process(other):
        drawn = store.since(world.case.public_id, 1)
    assert [names(one.after) for one in drawn] == [["Noor", "Saar"], ["Bas", "Noor", "Saar"]]


def test_memory_forgets_what_was_not_used_and_former_versions(world: World) -> None:
    memory = Cache(maps=2, versions=2)
    cases = [world.case.public_id, world.other_case.public_id, world.case.key_id]
    for number in range(4):
        memory.keep(cases[0], 0, Version(number, FamilyMap()))
    assert memory.at(cases[0], redactions=0, number=1) is None
    found = memory.at(cases[0], redactions=0, number=9)
    assert found is not None
    assert found.number == 3
    for case in cases[1:]:
        memory.keep(case, 0, Version(1, FamilyMap()))
    assert memory.at(cases[0], redactions=0, number=9) is None


def test_memory_of_before_a_redaction_does_not_come_back(world: World) -> None:
    memory = Cache()
    memory.keep(world.case.public_id, 1, Version(2, FamilyMap()))
    memory.keep(world.case.public_id, 0, Version(3, FamilyMap()))
    assert memory.at(world.case.public_id, redactions=0, number=9) is None
    found = memory.at(world.case.public_id, redactions=1, number=9)
    assert found is not None
    assert found.number == 2


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite has one writer at a time by itself"
)
def test_many_writers_at_once_lose_nothing_and_never_wait_for_each_other(world: World) -> None:
    cases = [open_case(world.by_worker(), world.west) for _ in range(4)]

    def write(turn: int) -> int:
        try:
            drawn = 0
            for number in range(5):
                order = cases if (turn + number) % 2 else list(reversed(cases))
                wishes = [
                    wanted(world, world.worker, case=case, do="add_person", name=f"{turn}-{number}")
                    for case in order
                ]
                drawn += sum(bool(one.drawn) for one in store.write(wishes))
            return drawn
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(write, range(6))) == 6 * 5 * 4
    cache.clear()
    for case in cases:
        assert len(names_now(world, case)) == 30
    assert list(broken_links()) == []
