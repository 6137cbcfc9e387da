"""What is wanted becomes what is stored: once, in order, and all of it or nothing."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DataError, OperationalError

from samenspel.web.audit.models import AuditRow
from samenspel.web.audit.record import Act
from samenspel.web.audit.verify import broken_links
from samenspel.web.maps import batch, freezing, news, store
from samenspel.web.maps.models import Map, MapEdit
from samenspel.web.maps.tests.at_the_map import (
    add,
    draw,
    id_of,
    names,
    names_now,
    wanted,
    words,
)
from samenspel.web.vault.keys import destroy
from tests.world import World, open_case

# --- Drawing --------------------------------------------------------------------------------------


def test_a_case_without_a_drawing_reads_as_an_empty_map_and_gets_no_row(world: World) -> None:
    loaded = store.load(world.case)
    assert (loaded.map_id, loaded.number, len(loaded.family_map)) == (None, 0, 0)
    assert not Map.objects.exists()


def test_what_is_drawn_is_there_and_has_a_number_and_a_row_in_the_log(world: World) -> None:
    outcome = add(world, world.worker, "Noor")
    assert [one.number for one in outcome.drawn] == [1]
    assert names_now(world) == ["Noor"]
    row = AuditRow.objects.latest("id")
    assert (row.event_type_code, row.user_id) == (Act.MAP_DRAWN, str(world.worker.public_id))
    assert row.participant_object_detail == {"number": 1}
    assert list(broken_links()) == []


def test_many_edits_of_many_maps_go_in_together_each_map_in_order(world: World) -> None:
    cases_ = [world.case, open_case(world.by_worker(), world.west)]
    batch_ = [
        wanted(world, world.worker, case=cases_[n % 2], do="add_person", name=f"N{n}")
        for n in range(6)
    ]
    outcomes = store.write(batch_)
    assert [one.wanted for one in outcomes] == batch_
    assert [one.drawn[0].number for one in outcomes] == [1, 1, 2, 2, 3, 3]
    assert names_now(world) == ["N0", "N2", "N4"]
    assert list(broken_links()) == []


def test_nothing_to_write_is_no_transaction(world: World, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert store.write([]) == []


def test_a_refusal_touches_only_its_own_edit(world: World) -> None:
    outcomes = store.write(
        [
            wanted(world, world.worker, do="add_person", name="Noor"),
            wanted(world, world.worker, do="add_parent", of="nobody", name="Bas"),
            wanted(world, world.worker, do="add_person", name="Saar"),
        ]
    )
    assert [bool(one.drawn) for one in outcomes] == [True, False, True]
    assert "no longer here" in words(outcomes[1])
    assert [one.drawn[0].number for one in outcomes if one.drawn] == [1, 2]
    assert names_now(world) == ["Noor", "Saar"]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"do": ""},
        {"do": "dance"},
        {"do": "say", "kind": "\x00"},
        {"do": "add_child", "of": ["a", "b"] * 500},
        {"do": "restore"},
        {"do": "choose", "statement": "x" * 10_000},
    ],
)
def test_garbage_is_refused_with_words(world: World, fields: dict[str, str | list[str]]) -> None:
    outcome = draw(world, world.worker, **fields)
    assert words(outcome)
    assert not outcome.gone
    assert not MapEdit.objects.exists()


def test_an_error_of_ours_is_a_refusal_and_tells_no_name_in_the_log(
    world: World, monkeypatch, caplog
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("Noor")

    monkeypatch.setattr("samenspel.web.maps.meaning.body_of", fail)
    assert "try it again" in words(add(world, world.worker, "Noor"))
    assert "RuntimeError" in caplog.text
    assert "Noor" not in caplog.text


def test_statements_stay_in_order_when_the_clock_goes_back(world: World) -> None:
    first = add(world, world.worker, "Noor", at=world.now + timedelta(days=1))
    later = add(world, world.worker, "Saar")
    assert later.drawn[0].edit.at == first.drawn[0].edit.at
    assert names(store.load(world.case).family_map) == ["Noor", "Saar"]


# --- Once -----------------------------------------------------------------------------------------


def test_a_retry_is_known_again(world: World) -> None:
    edit_id = uuid4()
    first = add(world, world.worker, "Noor", edit_id=edit_id)
    again = add(world, world.worker, "Noor", edit_id=edit_id)
    assert (bool(first.drawn), first.repeated) == (True, False)
    assert (again.drawn, again.repeated, again.refused) == ((), True, None)
    assert MapEdit.objects.count() == 1


def test_a_retry_in_one_batch_is_known_again(world: World) -> None:
    one = wanted(world, world.worker, do="add_person", name="Noor")
    first, again = store.write([one, one])
    assert first.drawn
    assert again.repeated
    assert names_now(world) == ["Noor"]


def test_a_retry_after_the_map_was_frozen_is_still_a_retry(world: World) -> None:
    edit_id = uuid4()
    add(world, world.worker, "Noor", edit_id=edit_id)
    freezing.freeze(world.case, world.by_worker())
    assert add(world, world.worker, "Noor", edit_id=edit_id).repeated


def test_the_id_of_somebody_else_is_taken_and_nothing_more_is_told(world: World) -> None:
    edit_id = uuid4()
    add(world, world.worker, "Noor", edit_id=edit_id, for_="mine")
    outcome = add(world, world.parent_in_circle, "Saar", edit_id=edit_id)
    assert not outcome.repeated
    assert words(outcome) == "Something else already has this number. Say it again."


def test_the_same_id_in_another_map_is_another_edit(world: World) -> None:
    other, edit_id = open_case(world.by_worker(), world.west), uuid4()
    assert add(world, world.worker, "Noor", edit_id=edit_id).drawn
    assert add(world, world.worker, "Saar", edit_id=edit_id, case=other).drawn


def test_what_changes_nothing_is_not_stored(world: World) -> None:
    person = id_of(add(world, world.worker, "Noor"))
    (statement,) = [
        one.id for one in store.load(world.case).family_map if one.fact.brings == person
    ]
    draw(world, world.worker, do="strike", statement=statement, reason="mistake")
    again = draw(world, world.worker, do="strike", statement=statement, reason="mistake")
    assert (again.repeated, MapEdit.objects.count()) == (True, 2)


# --- At the same moment ---------------------------------------------------------------------------


@pytest.mark.parametrize("together", [True, False])
def test_somebody_is_removed_by_one_and_married_by_another(world: World, together: bool) -> None:
    person = id_of(add(world, world.worker, "Noor"))
    both = [
        wanted(world, world.worker, do="remove", thing=person),
        wanted(world, world.partner_in_circle, do="add_partner", of=person, name="Bas"),
    ]
    batches = [both] if together else [[one] for one in both]
    removed, married = [one for part in batches for one in store.write(part)]
    assert removed.drawn
    assert "no longer here" in words(married)
    assert names_now(world) == []


@pytest.mark.parametrize("together", [True, False])
def test_somebody_is_married_by_one_and_removed_by_another(world: World, together: bool) -> None:
    person = id_of(add(world, world.worker, "Noor"))
    both = [
        wanted(world, world.partner_in_circle, do="add_partner", of=person, name="Bas"),
        wanted(world, world.worker, do="remove", thing=person),
    ]
    batches = [both] if together else [[one] for one in both]
    married, removed = [one for part in batches for one in store.write(part)]
    assert married.drawn
    assert removed.drawn
    assert names_now(world) == ["Bas"]


# --- When the database breaks ---------------------------------------------------------------------


def test_when_the_transaction_breaks_each_is_tried_alone(world: World, monkeypatch) -> None:
    real = batch._store

    def break_on_saar(tables) -> None:
        if any("Saar" in names(table.family_map) for table in tables):
            raise DataError("Saar cannot be stored")
        real(tables)

    monkeypatch.setattr(batch, "_store", break_on_saar)
    wishes = [
        wanted(world, world.worker, do="add_person", name=name) for name in ("Noor", "Saar", "Bas")
    ]
    outcomes = store.write(wishes)
    assert [bool(one.drawn) for one in outcomes] == [True, False, True]
    assert "nothing was changed" in words(outcomes[1])
    assert names_now(world) == ["Bas", "Noor"]


def test_a_database_that_is_away_says_nothing_about_the_edits(world: World, monkeypatch) -> None:
    def away(*_: object) -> None:
        raise OperationalError("the server went away")

    monkeypatch.setattr(batch, "_store", away)
    with pytest.raises(OperationalError):
        add(world, world.worker, "Noor")


def test_a_listener_that_fails_takes_nothing_back(
    world: World, django_capture_on_commit_callbacks
) -> None:
    def fail(_: news.News) -> None:
        raise RuntimeError

    stop = news.listen(fail)
    with django_capture_on_commit_callbacks(execute=True):
        outcome = add(world, world.worker, "Noor")
    stop()
    assert outcome.drawn
    assert names_now(world) == ["Noor"]


def test_without_the_key_of_its_case_a_map_is_gone_and_the_others_go_on(world: World) -> None:
    other = open_case(world.by_worker(), world.west)
    destroy(other.key_id)
    lost, kept = store.write(
        [
            wanted(world, world.worker, case=other, do="add_person", name="Saar"),
            wanted(world, world.worker, do="add_person", name="Noor"),
        ]
    )
    assert lost.refused
    assert kept.drawn
