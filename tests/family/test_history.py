"""Envelopes: what is replayed is what was drawn, and what was redacted never comes back."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.family import (
    Body,
    Choose,
    Edit,
    FamilyMap,
    HistoryError,
    NameFact,
    PersonFact,
    Refusal,
    Resay,
    Retract,
    Say,
    Saying,
    Withdraw,
    apply,
    enclose,
    opened,
    redact,
    render,
    replay,
    undo_of,
)
from tests.family.arbitrary import AUTHORS, MOTHER, NOON, VIEWERS, WORKER
from tests.family.test_edits import START, bodies


def edit(number: int, body: Body, by=WORKER) -> Edit:
    return Edit(f"e{number}", by, NOON + timedelta(minutes=number), body)


SAID = edit(1, Say((Saying("s1", PersonFact("a")), Saying("s2", NameFact("a", "Anne")))))
SECRET = edit(2, Say((Saying("s3", PersonFact("b")), Saying("s4", NameFact("b", "Geheim")))))
ABOUT_IT = edit(3, Say((Saying("s5", NameFact("b", "Ook geheim")), Saying("s6", PersonFact("c")))))


def envelopes(*edits: Edit):
    return [enclose(one, map="m1", number=number) for number, one in enumerate(edits, start=1)]


def test_an_envelope_gives_back_its_edit():
    for one in envelopes(SAID, edit(2, Choose("s2"), MOTHER)):
        found = opened(one)
        assert found
        assert (found.id, found.by, found.at) == (one.id, one.author, one.at)


def test_edits_are_replayed_in_the_order_of_their_numbers():
    row = envelopes(SAID, edit(2, Retract(("s2",))), edit(3, Choose("s2")))
    assert replay(reversed(row)) == replay(row)
    assert replay(row).by_id["s2"].retracted


def test_what_is_redacted_leaves_no_word():
    row = redact(envelopes(SAID, SECRET, ABOUT_IT), "e2", "said by mistake")
    assert (row[1].body, row[1].redacted) == (None, "said by mistake")
    text = render(replay(row))
    assert "eheim" not in text
    assert [one.id for one in replay(row)] == ["s1", "s2", "s6"]


def test_undo_never_brings_back_what_was_redacted():
    undo = undo_of(SECRET, id="e4", at=NOON + timedelta(minutes=4), by=WORKER)
    redo = undo_of(undo, id="e5", at=NOON + timedelta(minutes=5), by=WORKER)
    rest: list[Body] = [Withdraw(("s4",)), Resay(("s3", "s4")), Retract(("s4",)), Choose("s4")]
    later = [edit(number, body) for number, body in enumerate(rest, start=6)]
    row = redact(envelopes(SAID, SECRET, undo, redo, *later), "e2", "said by mistake")
    assert replay(row) == replay(envelopes(SAID))


def test_redacting_needs_a_reason_and_an_edit_that_is_there():
    row = envelopes(SAID)
    with pytest.raises(HistoryError, match="Say why"):
        redact(row, "e1", "")
    with pytest.raises(HistoryError, match="no such edit"):
        redact(row, "e9", "said by mistake")


@given(st.data())
def test_replaying_gives_the_map_that_was_drawn(data: st.DataObject):
    drawn = FamilyMap()
    kept: list[Edit] = []
    for number in range(data.draw(st.integers(1, 6))):
        by = data.draw(st.sampled_from(AUTHORS))
        body = data.draw(bodies(drawn, f"d{number}")) if number else Say(START)
        one = Edit(f"d{number}", by, NOON + timedelta(hours=number), body)
        try:
            applied = apply(drawn, one, viewer=VIEWERS[by.account])
        except Refusal:
            continue
        drawn = applied.map
        kept.append(applied.edit)
    assert replay(envelopes(*kept)) == drawn
    hidden = data.draw(st.sampled_from(kept)).id
    replay(redact(envelopes(*kept), hidden, "said by mistake"))
