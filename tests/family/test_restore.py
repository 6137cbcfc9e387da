"""Back to how it was: new edits, and nobody's words are touched that may not be."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from samenspel.family import (
    Author,
    BirthFact,
    Choose,
    DeathFact,
    Edit,
    Fact,
    FamilyMap,
    NameFact,
    PartialDate,
    PersonFact,
    Refusal,
    Reinstate,
    Restored,
    Retract,
    Say,
    Saying,
    Viewer,
    Withdraw,
    apply,
    resolve,
    restore_bodies,
    seen_by,
    within_reach,
)
from samenspel.family.edits import Body
from tests.family.arbitrary import AUTHORS, MOTHER, NOON, SON, WORKER, facts, maps


def viewer_of(by: Author) -> Viewer:
    return Viewer(by.account, by.side)


class Table:
    def __init__(self, family_map: FamilyMap | None = None) -> None:
        self.map = family_map or FamilyMap()
        self.count = 0

    def do(self, by: Author, body: Body) -> None:
        self.count += 1
        at: datetime = NOON + timedelta(days=self.count)
        edit = Edit(f"edit-{self.count}", by, at, body)
        self.map = apply(self.map, edit, viewer=viewer_of(by)).map

    def try_to(self, by: Author, body: Body) -> None:
        with suppress(Refusal):
            self.do(by, body)

    def restore(self, by: Author, then: FamilyMap) -> Restored:
        viewer = viewer_of(by)
        restored = restore_bodies(seen_by(then, viewer), within_reach(self.map, viewer), by)
        for body in restored.bodies:
            self.do(by, body)
        return restored


def say(*facts: Fact, prefix: str = "s") -> Say:
    return Say(tuple(Saying(f"{prefix}{n}", fact) for n, fact in enumerate(facts)))


def a_family() -> Table:
    table = Table()
    table.do(MOTHER, say(PersonFact("yara"), NameFact("yara", "Yara")))
    return table


def test_what_was_said_since_is_struck_out_and_stays_readable() -> None:
    table = a_family()
    then = table.map
    table.do(MOTHER, say(PersonFact("bas"), NameFact("bas", "Bas"), prefix="t"))
    restored = table.restore(MOTHER, then)
    assert resolve(table.map) == resolve(then)
    assert restored.left == ()
    assert len(seen_by(table.map, viewer_of(SON))) == 4


def test_what_was_struck_out_or_taken_back_since_counts_again() -> None:
    table = a_family()
    table.do(SON, say(BirthFact("yara", PartialDate.parse("2014")), prefix="t"))
    then = table.map
    table.do(MOTHER, Retract(("t0",)))
    table.do(MOTHER, Withdraw(("s0", "s1")))
    assert table.restore(MOTHER, then).left == ()
    assert resolve(table.map) == resolve(then)


def test_a_name_returns_after_the_person_whoever_has_to_bring_them() -> None:
    table = Table()
    table.do(WORKER, say(PersonFact("yara")))
    table.do(MOTHER, say(NameFact("yara", "Yara"), prefix="t"))
    then = table.map
    table.do(MOTHER, Withdraw(("t0",)))
    table.do(MOTHER, Retract(("s0",)))
    assert table.restore(MOTHER, then).left == ()
    assert resolve(table.map) == resolve(then)


def test_a_professional_leaves_what_the_family_said_and_struck_out() -> None:
    table = a_family()
    table.do(WORKER, say(DeathFact("yara"), prefix="w"))
    then = table.map
    table.do(MOTHER, say(PersonFact("bas"), prefix="t"))
    table.do(MOTHER, Retract(("w0",)))
    table.do(WORKER, say(PersonFact("ria"), prefix="v"))
    left = table.restore(WORKER, then).left
    assert {one.id for one in left} == {"t0", "w0"}
    assert [person.id for person in resolve(table.map).people] == ["yara", "bas"]


def test_what_somebody_else_took_back_is_left() -> None:
    table = a_family()
    then = table.map
    table.do(MOTHER, Withdraw(("s1",)))
    assert [one.id for one in table.restore(SON, then).left] == ["s1"]


def test_what_cannot_be_beside_the_words_of_the_family_is_left() -> None:
    table = a_family()
    table.do(MOTHER, say(DeathFact("yara", PartialDate.parse("2020")), prefix="d"))
    table.do(
        WORKER, say(PersonFact("bas"), BirthFact("yara", PartialDate.parse("2014")), prefix="w")
    )
    then = table.map
    table.do(WORKER, Withdraw(("w0", "w1")))
    table.do(MOTHER, Withdraw(("d0",)))
    table.do(MOTHER, say(DeathFact("yara", PartialDate.parse("2012")), prefix="e"))
    left = table.restore(WORKER, then).left
    assert {one.id for one in left} == {"d0", "e0", "w1"}
    assert "bas" in resolve(table.map).person


def test_what_was_drawn_then_is_drawn_again_whoever_chose_since() -> None:
    table = a_family()
    table.do(SON, say(NameFact("yara", "Yaar"), prefix="t"))
    table.do(SON, Choose("s1"))
    then = table.map
    table.do(MOTHER, Choose("t0"))
    table.restore(SON, then)
    assert resolve(table.map).people[0].name == "Yara"
    table.restore(MOTHER, then)
    assert resolve(table.map).people[0].name == "Yara"


def test_without_changes_there_is_nothing_to_do() -> None:
    table = a_family()
    assert table.restore(MOTHER, table.map) == Restored(())


Step = tuple[Author, str, int, Fact]


@given(
    maps(wild=False, size=8),
    st.lists(
        st.tuples(
            st.sampled_from(AUTHORS),
            st.sampled_from(["say", "strike", "withdraw", "reinstate", "choose"]),
            st.integers(0, 30),
            facts(),
        ),
        max_size=8,
    ),
    st.sampled_from([MOTHER, WORKER]),
)
def test_the_same_counts_as_then_but_for_what_may_not_be(
    before: FamilyMap, steps: Sequence[Step], by: Author
) -> None:
    table = Table(before)
    viewer = viewer_of(by)
    for number, (author, kind, which, fact) in enumerate(steps):
        table.try_to(author, _body(kind, number, fact, table.map, which))
    then = seen_by(before, viewer)
    restored = table.restore(by, before)
    now = seen_by(table.map, viewer)
    different = counting(then) ^ counting(now)
    assert different == {one.id for one in restored.left}
    if by is MOTHER:
        assert all(one.by != MOTHER or one.id in counting(then) for one in restored.left)


def counting(family_map: FamilyMap) -> set[str]:
    return {one.id for one in family_map if one.counts}


def _body(kind: str, number: int, fact: Fact, family_map: FamilyMap, which: int) -> Body:
    ids = [one.id for one in family_map] or ["nothing"]
    one = ids[which % len(ids)]
    bodies: dict[str, Body] = {
        "say": Say((Saying(f"new-{number}", fact),)),
        "strike": Retract((one,)),
        "withdraw": Withdraw((one,)),
        "reinstate": Reinstate((one,)),
        "choose": Choose(one),
    }
    return bodies[kind]
