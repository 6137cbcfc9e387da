"""Whatever is sent, on whatever map: an edit that is carried out, or words that say what to do."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import NAMESPACE_OID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.family import (
    CIRCLE,
    FACTS,
    Audience,
    Author,
    ChildFact,
    Edit,
    FamilyMap,
    PartnerFact,
    PersonFact,
    Reach,
    Refusal,
    Say,
    UnionFact,
    Viewer,
    apply,
    field_names,
    map_of,
    resolve,
    seen_by,
    words,
)
from samenspel.family.edits import Body
from samenspel.family.gestures import (
    GESTURES,
    Gesture,
    GestureError,
    beside_of,
    body_of,
    gesture_of,
)
from samenspel.family.gestures.fields import names_of
from samenspel.family.gestures.steps import Redo, Restore, Undo
from tests.family.arbitrary import ANYTHING, MOTHER, NOON, SON, WORKER, maps

PARENTS = {"p1", "p2"}
COUPLE = (UnionFact("u"), PartnerFact("u", "p1"), PartnerFact("u", "p2"))
EDIT = str(uuid5(NAMESPACE_OID, "edit"))
TODAY = NOON.date()

_WORDS = [
    one.value
    for kind in vars(words).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
    for one in kind
]
values = st.one_of(
    st.sampled_from(
        ["", "alone", "yes", "no", "?", "2014", "14 maart 2014", "± 1984", "1", "Noor"]
    ),
    st.sampled_from(ANYTHING),
    st.sampled_from(_WORDS),
    st.sampled_from([f"s{n}" for n in range(15)] + [f"a{n:02}" for n in range(24)]),
    st.text(max_size=6),
)
_NAMES = sorted(
    {name for kind in GESTURES.values() if kind is not GESTURES["say"] for name in names_of(kind)}
    | {name for fact in FACTS.values() for name in field_names(fact)}
)


def sent(names: list[str]) -> st.SearchStrategy[dict[str, list[str]]]:
    return st.dictionaries(st.sampled_from(names), st.lists(values, max_size=3), max_size=8)


@st.composite
def fitting(draw: st.DrawFn) -> dict[str, list[str]]:
    """The fields of one gesture or fact: those it needs with an id of the pools, the rest any."""
    do = draw(st.sampled_from(list(GESTURES)))
    names: set[str] = set(names_of(GESTURES[do])) - {"fact"}
    fields = {"do": [do]}
    if do == "say":
        kind = draw(st.sampled_from(list(FACTS)))
        names = set(names_of(FACTS[kind]))
        fields["kind"] = [kind]
    for name in sorted(names - {"said_by", "said_on", "said_in", "for"}):
        people = st.sampled_from([f"p{n}" for n in range(1, 7)] + ["u1", "u2", "u3", "h1", "o1"])
        chosen = draw(st.lists(people | values, max_size=2 if name == "who" else 1))
        fields[name] = chosen
    return fields


def meaning(fields: Any, seen: FamilyMap, by: Author, audience: Audience = CIRCLE) -> Body | None:
    gesture = read(fields)
    if gesture is None:
        return None
    try:
        return body_of(gesture, seen, edit_id=EDIT, by=by, audience=audience, today=TODAY)
    except GestureError as error:
        error.words("en")
        return None


def read(fields: Any) -> Gesture | None:
    try:
        return gesture_of(fields)
    except GestureError as error:
        error.words("en")
        return None


garbage = st.recursive(
    st.none() | st.integers() | st.text() | st.binary(), lambda one: st.lists(one), max_leaves=3
)


@given(st.dictionaries(st.text(), garbage) | sent([*_NAMES, "do", "kind"]), maps())
def test_whatever_is_sent_is_understood_or_refused(fields: Any, family_map: FamilyMap) -> None:
    meaning(fields, family_map, MOTHER)


@given(
    fitting(),
    maps(),
    st.sampled_from([MOTHER, WORKER, SON]),
    st.sampled_from([CIRCLE, Audience(Reach.PEOPLE), Audience(Reach.PROFESSIONALS)]),
)
def test_an_edit_is_carried_out_or_refused_with_words(
    fields: dict[str, list[str]], family_map: FamilyMap, by: Author, audience: Audience
) -> None:
    viewer = Viewer(by.account, by.side)
    seen = seen_by(family_map, viewer)
    body = meaning(fields, seen, by, audience)
    assert meaning(fields, seen, by, audience) == body
    if body is None:
        return
    try:
        applied = apply(family_map, Edit(EDIT, by, NOON + timedelta(days=1), body), viewer=viewer)
    except Refusal as refusal:
        refusal.words("en")
        return
    resolve(applied.map)
    beside_of(gesture_of(fields), body)


@given(fitting(), maps(wild=False))
def test_new_people_have_ids_that_nobody_has(
    fields: dict[str, list[str]], family_map: FamilyMap
) -> None:
    body = meaning(fields, family_map, MOTHER)
    if isinstance(body, Say):
        ids = [saying.id for saying in body.sayings]
        assert len(set(ids)) == len(ids)
        assert family_map.by_id.keys().isdisjoint(ids)


def test_every_gesture_has_fields_that_a_form_can_name() -> None:
    for kind in GESTURES.values():
        assert {"said_by", "said_on", "said_in", "for"} <= names_of(kind)
    steps = {kind for kind in GESTURES.values() if kind.body is Gesture.body}
    steps -= {kind for kind in steps if kind.facts is not Gesture.facts}
    assert steps == {Undo, Redo, Restore}


@pytest.mark.parametrize("today", [date.min, date.max])
def test_a_day_far_away_is_a_day(today: date) -> None:
    seen = map_of([PersonFact("p1"), PersonFact("p2"), *COUPLE])
    gesture = gesture_of({"do": ["add_child"], "of": ["p1"]})
    body = body_of(gesture, seen, edit_id=EDIT, by=MOTHER, audience=CIRCLE, today=today)
    assert isinstance(body, Say)
    assert {one.fact.parent for one in body.sayings if isinstance(one.fact, ChildFact)} == PARENTS
