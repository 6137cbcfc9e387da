"""For whom something is said, and steps back and forward."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.signing import Signer

from samenspel.family import CIRCLE, Audience, Reach, seen_by
from samenspel.web.maps import moments, store
from samenspel.web.maps.access import seats_of
from samenspel.web.maps.models import MapEdit
from samenspel.web.maps.tests.at_the_map import (
    add,
    draw,
    id_of,
    names,
    names_now,
    restore,
    token_of,
    wanted,
    words,
)
from samenspel.web.maps.wanted import Outcome
from tests.world import World


def only_audience(outcome: Outcome) -> Audience:
    (audience,) = {one.audience for one in outcome.drawn[0].after}
    return audience


FOR_WORKERS = Audience(Reach.WORKERS)


# --- For whom -------------------------------------------------------------------------------------


def test_what_a_parent_adds_is_theirs_and_the_workers_until_they_share_it(world: World) -> None:
    outcome = add(world, world.parent_in_circle, "Noor")
    assert only_audience(outcome) == FOR_WORKERS
    draw(world, world.parent_in_circle, do="share")
    partner = seats_of(world.case, world.now)[world.partner_in_circle.pk]
    assert names(seen_by(store.load(world.case).family_map, partner.viewer)) == ["Noor"]


def test_in_a_joint_moment_it_is_for_the_circle(world: World) -> None:
    moment = moments.begin(world.case, world.by_worker())
    outcome = add(world, world.parent_in_circle, "Noor", moment=moment.public_id)
    assert only_audience(outcome) == CIRCLE
    assert outcome.warnings("en") == []


def test_what_is_private_is_not_at_the_table(world: World) -> None:
    person = id_of(add(world, world.parent_in_circle, "Noor", for_="mine"))
    moment = moments.begin(world.case, world.by_worker())
    add_sister = {"do": "add_sibling", "of": person, "name": "Saar"}
    outcome = draw(world, world.parent_in_circle, moment=moment.public_id, **add_sister)
    assert "no longer here" in words(outcome)


@pytest.mark.parametrize("chosen", ["", "circle"])
def test_when_the_moment_is_over_it_is_stored_for_fewer_and_told(world: World, chosen: str) -> None:
    moment = moments.begin(world.case, world.by_worker())
    moments.end(world.case, world.by_worker(world.now + timedelta(minutes=1)))
    late = {"moment": moment.public_id, "at": world.now + timedelta(minutes=2), "for_": chosen}
    parent = add(world, world.parent_in_circle, "Noor", **late)
    assert only_audience(parent) == FOR_WORKERS
    (told,) = parent.warnings("en")
    assert "Only you and your worker see this" in told
    partner = add(world, world.partner_in_circle, "Saar", **late)
    assert partner.warnings("en") == ["You no longer draw together."]


def test_the_joint_moment_of_another_map_counts_for_nothing(world: World) -> None:
    other = moments.begin(world.other_case, world.actor(world.other_worker))
    outcome = add(world, world.parent_in_circle, "Noor", moment=other.public_id)
    assert only_audience(outcome) == FOR_WORKERS
    assert outcome.warnings("en")


# --- Back and forward -----------------------------------------------------------------------------


def test_undo_takes_back_ones_own_last_edit_and_redo_brings_it_again(world: World) -> None:
    add(world, world.worker, "Noor")
    add(world, world.worker, "Saar")
    add(world, world.partner_in_circle, "Bas")
    undone = draw(world, world.worker, do="undo")
    assert names_now(world) == ["Bas", "Noor"]
    row = MapEdit.objects.get(number=undone.drawn[0].number)
    assert (row.way, row.undoes) == ("undone", 2)
    draw(world, world.worker, do="redo")
    assert names_now(world) == ["Bas", "Noor", "Saar"]


def test_undo_in_the_batch_of_what_it_takes_back(world: World) -> None:
    store.write(
        [
            wanted(world, world.worker, do="add_person", name="Noor"),
            wanted(world, world.worker, do="add_person", name="Saar"),
            wanted(world, world.worker, do="undo"),
            wanted(world, world.worker, do="undo"),
            wanted(world, world.worker, do="redo"),
        ]
    )
    assert names_now(world) == ["Noor"]


def test_with_nothing_to_take_back_or_bring_again_one_is_told(world: World) -> None:
    add(world, world.partner_in_circle, "Bas")
    assert "nothing of yours to take back" in words(draw(world, world.worker, do="undo"))
    assert "nothing of yours to bring back" in words(draw(world, world.worker, do="redo"))


def test_undo_passes_over_what_is_gone_already(world: World) -> None:
    add(world, world.worker, "Noor")
    person = id_of(add(world, world.worker, "Saar"))
    draw(world, world.worker, do="remove", thing=person)
    assert draw(world, world.worker, do="undo").drawn
    assert names_now(world) == ["Noor", "Saar"]
    draw(world, world.worker, do="undo")
    draw(world, world.worker, do="undo")
    assert names_now(world) == []


def test_restoring_a_moment_is_several_edits_and_known_again(world: World) -> None:
    struck = id_of(add(world, world.partner_in_circle, "Noor"))
    token = token_of(world, world.worker, add(world, world.worker, "Bas"))
    draw(world, world.worker, do="remove", thing=struck)
    add(world, world.worker, "Saar")
    edit_id = uuid4()
    restored = restore(world, world.worker, token, edit_id=edit_id)
    assert names_now(world) == ["Bas", "Noor"]
    assert len(restored.drawn) == 2
    assert restored.drawn[0].edit.id == str(edit_id)
    assert len({one.edit.id for one in restored.drawn}) == 2
    assert restore(world, world.worker, token, edit_id=edit_id).repeated


def test_a_moment_that_somebody_else_was_given_is_no_moment(world: World) -> None:
    token = token_of(world, world.parent_in_circle, add(world, world.worker, "Noor"))
    for forged in (token, Signer().sign("x"), "🙈", ""):
        assert words(restore(world, world.worker, forged))


def test_at_the_table_restoring_leaves_what_is_private(world: World) -> None:
    token = token_of(world, world.worker, add(world, world.worker, "Noor"))
    add(world, world.worker, "Saar", for_="mine")
    add(world, world.worker, "Bas")
    moment = moments.begin(world.case, world.by_worker())
    restore(world, world.worker, token, moment=moment.public_id)
    assert names_now(world) == ["Noor", "Saar"]
