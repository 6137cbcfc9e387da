"""Nothing that people said stands in the raw bytes of the database."""

import pytest
from django.db import connection

from samenspel.web.audit.models import AuditRow
from samenspel.web.maps import batch, store
from samenspel.web.maps.models import MapEdit, MapSnapshot
from samenspel.web.maps.tests.at_the_map import add, draw, id_of, names_now
from samenspel.web.vault.fields import Sealed
from tests.world import World

NAMES = ("Zonnebloempje", "Wervelwind", "Stoeprand")


@pytest.fixture
def drawn(world: World, monkeypatch) -> World:
    monkeypatch.setattr(batch, "SNAPSHOT_EVERY", 2)
    for name in NAMES:
        person = id_of(add(world, world.worker, name))
        draw(world, world.worker, do="say", kind="note", about=person, text=f"over {name}")
    return world


def test_a_body_and_a_snapshot_lie_sealed_and_open_with_the_key_of_the_case(drawn: World) -> None:
    for value in (
        *MapEdit.objects.values_list("body", flat=True),
        *MapSnapshot.objects.values_list("document", flat=True),
    ):
        assert isinstance(value, Sealed)
        assert not any(name.encode() in value.stored for name in NAMES)
    assert NAMES[0] in MapEdit.objects.get(number=1).body
    assert NAMES[0] in MapSnapshot.objects.earliest("number").document
    assert names_now(drawn) == sorted(NAMES)


def test_the_log_tells_numbers_and_no_names(drawn: World) -> None:
    told = str(list(AuditRow.objects.values_list("participant_object_detail", flat=True)))
    assert not any(name in told for name in NAMES)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="looks into the file")
@pytest.mark.django_db(transaction=True)
def test_no_name_stands_in_a_dump_of_the_tables(drawn: World) -> None:
    connection.ensure_connection()
    dump = "\n".join(connection.connection.iterdump())
    assert "maps_mapedit" in dump
    assert not any(name in dump or name.encode().hex().upper() in dump for name in NAMES)
    assert store.load(drawn.case).number == 6
