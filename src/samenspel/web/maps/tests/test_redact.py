"""A body that is emptied is gone: from the map, the snapshots, memory, undo and the database."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from samenspel.family import replay
from samenspel.web.audit.record import Act
from samenspel.web.audit.verify import broken_links
from samenspel.web.maps import batch, store
from samenspel.web.maps.cache import cache
from samenspel.web.maps.models import Map, MapEdit, MapSnapshot, Redacted
from samenspel.web.maps.rows import rows
from samenspel.web.maps.tests.at_the_map import add, draw, id_of, names, names_now, words
from samenspel.web.maps.wanted import Outcome
from samenspel.web.vault.keys import fetch_one
from tests.world import World, acts


def redact(world: World, outcome: Outcome, user=None) -> None:
    by = world.actor(user or world.worker)
    store.redact(world.case, outcome.wanted.edit_id, Redacted.MISTAKE, by)


def replayed(world: World):
    key = fetch_one(world.case.key_id)
    return replay(row.envelope(key) for row in rows(MapEdit.objects.all()))


def test_what_was_redacted_is_nowhere_and_the_rest_stays(world: World) -> None:
    outcome = add(world, world.worker, "Noor")
    add(world, world.worker, "Saar")
    redact(world, outcome)
    assert names(store.load(world.case).family_map) == ["Saar"]
    assert names(store.as_of(world.case, 1)) == []
    edit = MapEdit.objects.get(number=1)
    assert (edit.body, edit.redacted) == (None, "mistake")
    assert acts()[0] == Act.MAP_REDACTED
    assert list(broken_links()) == []


def test_what_refers_to_it_goes_along(world: World) -> None:
    outcome = add(world, world.worker, "Noor")
    draw(world, world.worker, do="add_partner", of=id_of(outcome), name="Bas")
    redact(world, outcome)
    assert names_now(world) == ["Bas"]
    assert store.load(world.case).family_map == replayed(world)


def test_later_snapshots_are_made_anew(world: World, monkeypatch) -> None:
    monkeypatch.setattr(batch, "SNAPSHOT_EVERY", 2)
    monkeypatch.setattr("samenspel.web.maps.loading.SNAPSHOT_EVERY", 1)
    added = [add(world, world.worker, name) for name in ("Noor", "Saar", "Bas", "Els", "Wim")]
    assert sorted(MapSnapshot.objects.values_list("number", flat=True)) == [2, 4]
    redact(world, added[2])
    assert sorted(MapSnapshot.objects.values_list("number", flat=True)) == [2, 5]
    assert all("Bas" not in snapshot.document for snapshot in MapSnapshot.objects.all())
    assert names_now(world) == ["Els", "Noor", "Saar", "Wim"]
    assert store.load(world.case).family_map == replayed(world)


@pytest.mark.django_db(transaction=True)
def test_what_was_in_memory_is_not_used_again(world: World) -> None:
    outcome = add(world, world.worker, "Noor")
    assert cache.at(world.case.public_id, redactions=0, number=9) is not None
    redact(world, outcome)
    assert names_now(world) == []
    add(world, world.worker, "Saar")
    assert names_now(world) == ["Saar"]
    assert [one.number for one in store.since(world.case.public_id, 0)] == [2]


def test_undo_and_redo_never_bring_it_back(world: World) -> None:
    outcome = add(world, world.worker, "Noor")
    draw(world, world.worker, do="undo")
    redact(world, outcome)
    assert words(draw(world, world.worker, do="redo"))
    assert words(draw(world, world.worker, do="undo"))
    assert names_now(world) == []


def test_a_retry_of_what_was_redacted_is_a_retry(world: World) -> None:
    outcome = add(world, world.worker, "Noor")
    redact(world, outcome)
    assert store.write([outcome.wanted])[0].repeated
    assert names_now(world) == []


def test_only_a_worker_of_the_case_does(world: World) -> None:
    outcome = add(world, world.worker, "Noor")
    for user in (world.parent_in_circle, world.partner_in_circle, world.other_worker):
        with pytest.raises(PermissionDenied):
            redact(world, outcome, user)


def test_twice_is_once_and_what_is_not_there_is_told(world: World) -> None:
    outcome = add(world, world.worker, "Noor")
    redact(world, outcome)
    redact(world, outcome)
    assert Map.objects.get().redactions == 1
    with pytest.raises(ValidationError):
        store.redact(world.case, world.case.public_id, Redacted.ASKED, world.by_worker())
