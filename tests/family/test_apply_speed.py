"""Drawing takes short cuts; here stands the straightforward way, and both give the same.

What is counted is how often something is looked through, never how long it takes.
"""

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.family import (
    TAKES_BACK,
    Author,
    Choice,
    Edit,
    Fact,
    FamilyMap,
    NameFact,
    NoteFact,
    PersonFact,
    Refusal,
    Say,
    Saying,
    Statement,
    apply,
    keep_only,
    map_of,
    problems,
    seen_by,
)
from samenspel.family.keep import Columns, Things
from tests.family.arbitrary import AUTHORS, GUARD, NOON, VIEWERS, audiences, facts, maps
from tests.family.test_edits import bodies

MODULES: dict[str, ModuleType] = {
    name: sys.modules[f"samenspel.family.{name}"] for name in ("apply", "keep", "resolve", "views")
}


# --- The straightforward way ----------------------------------------------------------------------


def plain_keep_only(
    family_map: FamilyMap,
    wanted: Callable[[Statement], bool],
    choices: Callable[[Choice], bool] = lambda choice: True,
) -> FamilyMap:
    """Look at one statement after another, again and again, and point on where one has gone."""
    kept = [one for one in family_map if wanted(one)]
    while (standing := list(_standing(kept))) != kept:
        kept = standing
    ids = {one.id for one in kept}
    first: dict[tuple[str, str], str] = {}
    for place, one in enumerate(kept):
        if one.against and one.against not in ids:
            to = first.setdefault((one.against, one.fact.kind), one.id)
            kept[place] = replace(one, against="" if to == one.id else to)
    left = tuple(one for one in family_map.choices if one.statement in ids and choices(one))
    return FamilyMap(tuple(kept), left, family_map.schema)


def _standing(statements: list[Statement]) -> Iterable[Statement]:
    there = Things.brought_by(Columns(one.fact for one in statements))
    for one in statements:
        fact = there.what_stands_of(one.fact)
        if fact:
            yield replace(one, fact=fact)


def plain_judge(edit: Edit, before: FamilyMap, after: FamilyMap) -> tuple[object, ...]:
    today = edit.at.date()
    known = problems(before, today=today)
    new = tuple(one for one in problems(after, today=today) if one not in known)
    if any(one.is_certain for one in new) and not isinstance(edit.body, TAKES_BACK):
        raise Refusal(MODULES["apply"].Reason.CANNOT_BE, [one for one in new if one.is_certain])
    return new


@pytest.fixture(scope="module")
def plainly() -> Callable[[Callable[[], object]], object]:
    """Do something without the short cuts."""

    def do(act: Callable[[], object]) -> object:
        with pytest.MonkeyPatch.context() as patch:
            for name in ("apply", "resolve", "views"):
                patch.setattr(MODULES[name], "keep_only", plain_keep_only)
            patch.setattr(MODULES["apply"], "_judge", plain_judge)
            return act()

    return do


# --- The same -------------------------------------------------------------------------------------

Plainly = Callable[[Callable[[], object]], object]


@given(maps(), st.sampled_from(sorted(VIEWERS)), st.sets(st.integers(0, 30)))
def test_the_same_is_kept(family_map: FamilyMap, viewer: str, without: set[int]):
    gone = {one.id for place, one in enumerate(family_map) if place in without}
    for wanted in (lambda one: one.counts, lambda one: one.id not in gone):
        assert keep_only(family_map, wanted) == plain_keep_only(family_map, wanted)


@given(st.data())
def test_the_same_is_drawn_refused_and_warned_of(plainly: Plainly, data: st.DataObject):
    family_map = data.draw(maps(wild=data.draw(st.booleans()), size=10))
    for number in range(data.draw(st.integers(1, 3))):
        by = data.draw(st.sampled_from(AUTHORS))
        edit = data.draw(edits(seen_by(family_map, VIEWERS[by.account]), by, number))
        shortly = outcome(family_map, edit)
        afresh = replace(family_map)  # without what was worked out of it
        assert shortly == plainly(lambda: outcome(afresh, edit))  # noqa: B023 (done at once)
        family_map = shortly[0] if isinstance(shortly[0], FamilyMap) else family_map


@st.composite
def edits(draw: st.DrawFn, seen: FamilyMap, by: Author, number: int) -> Edit:
    """For anybody, at any moment, also before what was already said."""
    body = draw(bodies(seen, f"e{number}"))
    if isinstance(body, Say):
        body = Say(tuple(replace(one, audience=draw(audiences)) for one in body.sayings))
    return Edit(f"e{number}", by, NOON + timedelta(hours=draw(st.integers(-2, 30))), body)


def outcome(family_map: FamilyMap, edit: Edit) -> tuple[object, ...]:
    try:
        done = apply(family_map, edit, viewer=VIEWERS[edit.by.account])
    except Refusal as refusal:
        return refusal.code, refusal.problems, refusal.words("en")
    return done.map, done.edit, done.warnings, [one.names for one in done.warnings]


# --- What is not looked through -------------------------------------------------------------------

FAMILY = map_of([PersonFact("a"), PersonFact("b"), NameFact("a", "Anne")])


def said(*said_now: Fact, number: int = 1) -> Edit:
    sayings = tuple(Saying(f"x{number}-{n}", fact) for n, fact in enumerate(said_now))
    return Edit(f"x{number}", GUARD, NOON + timedelta(minutes=number), Say(sayings))


class Counted:
    """How often a function was called."""

    def __init__(self, patch: pytest.MonkeyPatch, module: str, name: str) -> None:
        self.times = 0
        self._real = getattr(MODULES[module], name)
        patch.setattr(MODULES[module], name, self)

    def __call__(self, *args: object, **named: object) -> object:
        self.times += 1
        return self._real(*args, **named)


def test_who_sees_all_gets_the_map_itself():
    assert seen_by(FAMILY, VIEWERS["guard"]) is FAMILY


def test_what_cannot_be_wrong_is_not_judged(monkeypatch: pytest.MonkeyPatch):
    judged = Counted(monkeypatch, "apply", "problems")
    apply(FAMILY, said(NoteFact("a", "rustig"), PersonFact("c")), viewer=VIEWERS["guard"])
    assert judged.times == 0


def test_a_family_without_problems_is_judged_once(monkeypatch: pytest.MonkeyPatch):
    judged = Counted(monkeypatch, "apply", "problems")
    apply(FAMILY, said(PersonFact("a")), viewer=VIEWERS["guard"])
    assert judged.times == 1


def test_a_map_is_looked_through_once_for_an_edit(monkeypatch: pytest.MonkeyPatch):
    first = apply(FAMILY, said(NoteFact("a", "rustig")), viewer=VIEWERS["guard"]).map
    looked = Counted(monkeypatch, "keep", "close")
    apply(first, said(NoteFact("b", "vrolijk"), number=2), viewer=VIEWERS["guard"])
    assert looked.times == 1


@given(st.lists(facts(wild=True), max_size=4), maps())
def test_what_is_harmless_brings_no_problem(told: list[Fact], family_map: FamilyMap):
    """Whatever is known, and however it comes to stand."""
    before = keep_only(family_map, lambda one: not one.withdrawn)
    edit = said(*told)
    after = MODULES["views"].keep_only(MODULES["apply"].carry_out(before, edit), lambda one: True)
    stands = {one.id: one.fact for one in after if one.counts}
    if not MODULES["apply"].are_harmless(told, before) or not all(
        stands.get(f"x1-{n}") == fact for n, fact in enumerate(told)
    ):
        return
    assert set(problems(after)) <= set(problems(before))
