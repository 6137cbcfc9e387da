"""Undo and redo of one author."""

from datetime import timedelta
from typing import Literal
from uuid import NAMESPACE_OID

from hypothesis import given
from hypothesis import strategies as st

from samenspel.family import (
    CIRCLE,
    Applied,
    Author,
    Choose,
    Done,
    Edit,
    Fact,
    FamilyMap,
    NameFact,
    PersonFact,
    Reinstate,
    Retract,
    Say,
    Saying,
    Viewer,
    Withdraw,
    apply,
    next_redo,
    next_undo,
    resolve,
    seen_by,
    taking_back,
)
from samenspel.family.edits import Body
from samenspel.family.gestures import body_of, gesture_of
from tests.family.arbitrary import MOTHER, NOON, SON, WORKER
from tests.family.test_near import the_family_of_the_mock_up


class Row:
    """The edits of a map as a store keeps them."""

    def __init__(self, family_map: FamilyMap | None = None) -> None:
        self.map = family_map or FamilyMap()
        self.kept: list[tuple[Author, Done]] = []

    def do(self, by: Author, body: Body) -> Applied:
        number = len(self.kept) + 1
        return self._keep(by, Edit(f"e{number}", by, NOON + timedelta(days=number), body))

    def undo(self, by: Author) -> bool:
        return self._take_back(by, next_undo(self.own(by)), "undone")

    def redo(self, by: Author) -> bool:
        return self._take_back(by, next_redo(self.own(by)), "redone")

    def own(self, by: Author) -> list[Done]:
        return [done for author, done in self.kept if author == by]

    def _take_back(self, by: Author, done: Done | None, way: Literal["undone", "redone"]) -> bool:
        if done is None or done.edit is None:
            return False
        number = len(self.kept) + 1
        at = NOON + timedelta(days=number)
        viewer = Viewer(by.account, by.side)
        edit = taking_back(done.edit, self.map, id=f"e{number}", at=at, viewer=viewer)
        self._keep(by, edit, way, done.number)
        return True

    def _keep(
        self,
        by: Author,
        edit: Edit,
        way: Literal["done", "undone", "redone"] = "done",
        undoes: int | None = None,
    ) -> Applied:
        applied = apply(self.map, edit, viewer=Viewer(by.account, by.side))
        self.map = applied.map
        self.kept.append((by, Done(len(self.kept) + 1, applied.edit, way, undoes)))
        return applied

    @property
    def names(self) -> list[str]:
        return [person.name for person in resolve(self.map).people]


def add(name: str) -> Say:
    return Say((Saying(f"s-{name}", PersonFact(name)), Saying(f"n-{name}", NameFact(name, name))))


def test_the_latest_is_undone_first_and_redone_last() -> None:
    row = Row()
    for name in ("Sanne", "Bas"):
        row.do(MOTHER, add(name))
    assert row.undo(MOTHER)
    assert row.names == ["Sanne"]
    assert row.undo(MOTHER)
    assert row.names == []
    assert not row.undo(MOTHER)
    assert row.redo(MOTHER)
    assert row.names == ["Sanne"]
    assert row.redo(MOTHER)
    assert row.names == ["Sanne", "Bas"]
    assert not row.redo(MOTHER)


def test_what_was_redone_is_undone_again() -> None:
    row = Row()
    row.do(MOTHER, add("Sanne"))
    row.do(MOTHER, Retract(("n-Sanne",), "spelling"))
    for _ in range(3):
        assert row.undo(MOTHER)
        assert row.names == ["Sanne"]
        assert row.redo(MOTHER)
        assert row.names == [""]


def test_something_new_ends_what_can_be_redone() -> None:
    row = Row()
    row.do(MOTHER, add("Sanne"))
    row.undo(MOTHER)
    row.do(MOTHER, add("Bas"))
    assert not row.redo(MOTHER)
    row.undo(MOTHER)
    assert row.names == []
    assert not row.undo(MOTHER)


def test_everybody_undoes_their_own() -> None:
    row = Row()
    row.do(MOTHER, add("Sanne"))
    row.do(WORKER, add("Bas"))
    row.undo(MOTHER)
    assert row.names == ["Bas"]
    row.do(WORKER, add("Noor"))
    assert row.redo(MOTHER)
    assert sorted(row.names) == ["Bas", "Noor", "Sanne"]


def test_a_choice_is_undone_and_redone() -> None:
    row = Row()
    row.do(MOTHER, add("Sanne"))
    row.do(SON, Say((Saying("other", NameFact("Sanne", "mama")),)))
    row.do(MOTHER, Choose("n-Sanne"))
    assert row.names == ["Sanne"]
    row.undo(MOTHER)
    assert row.names == ["mama"]
    row.redo(MOTHER)
    assert row.names == ["Sanne"]


def test_a_redacted_edit_is_passed_over_also_when_it_was_undone() -> None:
    first, second = (Edit(f"e{n}", MOTHER, NOON, add(str(n))) for n in (1, 2))
    own = [Done(1, first), Done(2, None)]
    assert next_undo(own) == own[0]
    taken = Edit("e3", MOTHER, NOON, Withdraw(("s-2",)))
    undone = [Done(1, first), Done(2, None), Done(3, taken, "undone", 2)]
    assert next_redo(undone) is None
    assert next_undo(undone) == undone[0]
    assert next_undo([Done(1, second)]) == Done(1, second)


def test_what_others_changed_since_does_not_stand_in_the_way() -> None:
    row = Row()
    row.do(MOTHER, add("Sanne"))
    row.do(WORKER, add("Bas"))
    row.do(MOTHER, Retract(("s-Bas", "n-Bas")))
    row.do(SON, Reinstate(("s-Bas",)))
    assert row.undo(MOTHER)
    assert row.names == ["Sanne", "Bas"]
    assert row.undo(MOTHER)
    assert row.names == ["Bas"]


def test_what_the_other_took_back_itself_is_left() -> None:
    row = Row()
    row.do(MOTHER, add("Sanne"))
    row.do(WORKER, add("Bas"))
    row.do(MOTHER, Retract(("s-Bas",)))
    row.do(WORKER, Withdraw(("s-Bas", "n-Bas")))
    assert row.undo(MOTHER)
    assert row.names == ["Sanne"]
    assert row.undo(MOTHER)
    assert row.names == []


@given(
    st.lists(st.tuples(st.sampled_from("AABBuurr"), st.integers(0, 99)), max_size=12),
    st.sampled_from([MOTHER, WORKER]),
)
def test_undoing_all_and_redoing_all_gives_the_same_map(
    steps: list[tuple[str, int]], by: Author
) -> None:
    """`A` adds, `B` takes somebody away; `u` and `r` step back and forth in between."""
    row = Row(the_family_of_the_mock_up(WORKER).map)
    before = facts_that_count(row.map)
    for number, (step, which) in enumerate(steps):
        people = resolve(row.map).people
        if step == "A":
            row.do(by, add(f"new-{number}"))
        elif step == "B" and people:
            row.do(by, remove(people[which % len(people)].id, row.map, by))
        elif step in "ur":
            (row.undo if step == "u" else row.redo)(by)
    while row.redo(by):
        pass
    after = facts_that_count(row.map)
    while row.undo(by):
        pass
    assert facts_that_count(row.map) == before
    while row.redo(by):
        pass
    assert facts_that_count(row.map) == after


def remove(person: str, family_map: FamilyMap, by: Author) -> Body:
    return body_of(
        gesture_of({"do": ["remove"], "thing": [person]}),
        seen_by(family_map, Viewer(by.account, by.side)),
        edit_id=str(NAMESPACE_OID),
        by=by,
        audience=CIRCLE,
        today=NOON.date(),
    )


def facts_that_count(family_map: FamilyMap) -> list[Fact]:
    return [one.fact for one in family_map if one.counts]
