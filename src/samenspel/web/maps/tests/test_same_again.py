"""An edit that comes again is known; other words under its id are not taken for it."""

import secrets
from dataclasses import replace
from uuid import uuid4

from samenspel.web.maps import store
from samenspel.web.maps.models import MapEdit, Redacted
from samenspel.web.maps.same_again import digest
from samenspel.web.maps.tests.at_the_map import add, draw, id_of, names_now, wanted, words
from tests.world import World

OTHERWISE = "This was sent before with other words. Send it again."


def test_the_same_again_is_answered_and_changes_nothing(world: World) -> None:
    edit_id = uuid4()
    assert add(world, world.worker, "Noor", edit_id=edit_id).drawn
    assert add(world, world.worker, "Noor", edit_id=edit_id).repeated
    assert names_now(world) == ["Noor"]


def test_other_words_under_the_same_id_are_refused(world: World) -> None:
    edit_id = uuid4()
    add(world, world.worker, "Noor", edit_id=edit_id)
    again = add(world, world.worker, "Saar", edit_id=edit_id)
    assert words(again) == OTHERWISE
    assert not again.repeated
    assert names_now(world) == ["Noor"]


def test_it_is_known_within_one_batch_too(world: World) -> None:
    first = wanted(world, world.worker, do="add_person", name="Noor")
    other = replace(first, fields={**first.fields, "name": ["Saar"]})
    outcomes = store.write([first, first, other])
    assert [words(one) for one in outcomes] == ["", "", OTHERWISE]
    assert [one.repeated for one in outcomes] == [False, True, False]


def test_it_means_the_same_when_the_map_has_changed_since(world: World) -> None:
    person = id_of(add(world, world.worker, "Noor"))
    edit_id = uuid4()
    parent = {"do": "add_parent", "of": person, "name": "Saar"}
    draw(world, world.worker, edit_id=edit_id, **parent)
    draw(world, world.partner_in_circle, do="add_parent", of=person, name="Bas")
    assert draw(world, world.worker, edit_id=edit_id, **parent).repeated


def test_a_gesture_of_several_edits_is_known_by_its_first(world: World) -> None:
    edit_id = uuid4()
    add(world, world.worker, "Noor", edit_id=edit_id)
    assert MapEdit.objects.exclude(said="").get().edit_id == edit_id


def test_the_digest_holds_no_words_and_needs_the_key_of_the_case() -> None:
    fields = {"do": ["add_person"], "name": ["Noor"]}
    key = secrets.token_bytes(32)
    told = digest(fields, key)
    assert told == digest(dict(reversed(fields.items())), key)
    assert told != digest(fields, secrets.token_bytes(32))
    assert told != digest({**fields, "name": ["Saar"]}, key)
    assert len(told) == 64


def test_of_an_edit_that_was_emptied_the_digest_goes_too(world: World) -> None:
    edit_id = uuid4()
    add(world, world.worker, "Noor", edit_id=edit_id)
    store.redact(world.case, edit_id, Redacted.ASKED, world.by_worker())
    assert MapEdit.objects.get(edit_id=edit_id).said == ""
    assert add(world, world.worker, "Noor", edit_id=edit_id).repeated
