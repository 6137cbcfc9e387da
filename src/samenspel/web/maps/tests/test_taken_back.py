"""A map opens without what was taken back, and nobody sees a difference."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from samenspel.family import (
    CIRCLE,
    Audience,
    Author,
    Body,
    Choose,
    Edit,
    EventFact,
    Fact,
    FamilyMap,
    NameFact,
    PersonFact,
    Reach,
    Rechoose,
    Reinstate,
    Resay,
    Retract,
    Say,
    Saying,
    Side,
    TieFact,
    TieKind,
    Unchoose,
    Viewer,
    Withdraw,
    parse,
    replay_edits,
    seen_by,
)
from samenspel.web.maps import batch, loading, store
from samenspel.web.maps.access import seats_of
from samenspel.web.maps.cache import Cache, Version
from samenspel.web.maps.models import MapEdit, MapSnapshot
from samenspel.web.maps.taken_back import is_enough, parted, whole
from samenspel.web.maps.tests.at_the_map import (
    add,
    draw,
    id_of,
    names,
    names_now,
    restore,
    token_of,
)
from tests.world import World

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
AUDIENCES = (CIRCLE, CIRCLE, Audience(Reach.PROFESSIONALS), Audience(Reach.PEOPLE))
VIEWERS = (
    Viewer("a"),
    Viewer("b", Side.FAMILY),
    Viewer("", Side.FAMILY),
    Viewer("c", may_see_safety=True),
)


class Writer:
    """Somebody who edits at random, and names what was said at any time before."""

    def __init__(self, seed: int) -> None:
        self._dice = Random(seed)  # noqa: S311 (no secret)
        self._said: list[str] = []
        self._people: list[str] = []
        self._choices: list[str] = []

    def edits(self, count: int) -> Iterator[Edit]:
        for number in range(count):
            at = BEGIN + timedelta(seconds=number // 2)
            by = Author(self._dice.choice("ab"), self._dice.choice(list(Side)))
            yield Edit(f"e{number}", by, at, self._body(number))

    def _body(self, number: int) -> Body:
        if len(self._said) < 4 or self._dice.random() < 0.6:
            return self._say(number)
        ids = tuple(self._dice.sample(self._said, self._dice.randint(1, 3)))
        kind = self._dice.randrange(9)
        if kind == 0:
            self._choices.append(f"e{number}")
            return Choose(ids[0])
        if kind < 3 and self._choices:
            choice = self._dice.choice(self._choices)
            return Unchoose(choice) if kind == 1 else Rechoose(choice)
        match self._dice.randrange(5):
            case 0:
                return Resay(ids)
            case 1:
                return Retract(ids)
            case 2:
                return Reinstate(ids)
        return Withdraw(ids)

    def _say(self, number: int) -> Say:
        facts = list(self._facts(number))
        ids = [f"s{number}.{place}" for place, _ in enumerate(facts)]
        against = self._dice.choice([*self._said, "", "", ""]) if self._said else ""
        self._said += ids
        audience = self._dice.choice(AUDIENCES)
        return Say(
            tuple(
                Saying(one, fact, audience=audience, against=against)
                for one, fact in zip(ids, facts, strict=True)
            )
        )

    def _facts(self, number: int) -> Iterator[Fact]:
        if len(self._people) < 3 or self._dice.random() < 0.3:
            self._people.append(f"p{number}")
            yield PersonFact(self._people[-1])
        is_strange = len(self._people) < 2 or self._dice.random() < 0.1
        first, second = self._dice.sample([*self._people, *["nobody"] * is_strange], 2)
        yield NameFact(first, f"Name {number}")
        yield self._dice.choice(
            [TieFact(first, second, TieKind.CLOSE), EventFact((first, second), f"Event {number}")]
        )


@pytest.mark.parametrize("seed", range(150))
def test_the_parts_are_the_map_and_play_on_as_the_whole(seed: int) -> None:
    edits = list(Writer(seed).edits(40))
    for cut in (10, 20, 34):
        before = replay_edits(edits[:cut])
        parts = parted(before)
        left = parse(parts.document)
        assert whole(left, parts.rest) == before
        assert not any(one.withdrawn for one in (*left, *left.choices))
        for later in (edits[cut : cut + 1], edits[cut : cut + 3], edits[cut:]):
            if is_enough(left, later):
                _are_seen_alike(replay_edits(later, left), replay_edits(later, before))
        _are_seen_alike(left, before)


def _are_seen_alike(some: FamilyMap, other: FamilyMap) -> None:
    for viewer in VIEWERS:
        assert seen_by(some, viewer) == seen_by(other, viewer)


def test_most_of_what_comes_later_needs_no_more() -> None:
    """Else the test above would test nothing."""
    found = []
    for seed in range(40):
        edits = list(Writer(seed).edits(40))
        found.append(is_enough(parse(parted(replay_edits(edits[:20])).document), edits[20:21]))
    assert 10 < sum(found) < 40


# --- In the store ---------------------------------------------------------------------------------


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> Cache:
    """A snapshot at every third edit, and a memory that can be emptied."""
    memory = Cache()
    for module in (batch, loading):
        monkeypatch.setattr(module, "cache", memory)
        monkeypatch.setattr(module, "SNAPSHOT_EVERY", 3)
    return memory


def seen(world: World, *, is_whole: bool) -> FamilyMap:
    loaded = store.load(world.case, is_whole=is_whole)
    seat = seats_of(world.case, world.now)[world.worker.pk]
    return seen_by(loaded.family_map, seat.viewer)


@pytest.mark.django_db(transaction=True)
def test_who_looks_opens_no_more_than_is_seen(world: World, memory: Cache) -> None:
    add(world, world.worker, "Noor")
    add(world, world.worker, "Weg")
    draw(world, world.worker, do="undo")
    memory.clear()
    looked = store.load(world.case, is_whole=False).family_map
    assert not any(one.withdrawn for one in looked)
    assert names(looked) == ["Noor"]
    opened = store.load(world.case).family_map
    assert any(one.withdrawn for one in opened)
    assert MapSnapshot.objects.get().rest.count("Weg") == 1
    assert store.load(world.case, is_whole=False).family_map is opened
    memory.clear()
    assert seen(world, is_whole=False) == seen(world, is_whole=True)


@pytest.mark.django_db(transaction=True)
def test_what_was_taken_back_before_comes_back_also_for_who_only_looks(
    world: World, memory: Cache
) -> None:
    add(world, world.worker, "Noor")
    add(world, world.worker, "Terug")
    draw(world, world.worker, do="undo")
    memory.clear()
    assert names(store.load(world.case, is_whole=False).family_map) == ["Noor"]
    assert draw(world, world.worker, do="redo").drawn  # on the whole map
    memory.clear()
    assert names(store.load(world.case, is_whole=False).family_map) == ["Noor", "Terug"]
    assert names_now(world) == ["Noor", "Terug"]


@pytest.mark.django_db(transaction=True)
def test_restoring_a_moment_brings_back_what_was_taken_since(world: World, memory: Cache) -> None:
    there = add(world, world.worker, "Noor")
    token = token_of(world, world.worker, there)
    draw(world, world.worker, do="remove", thing=id_of(there))
    for number in range(6):
        add(world, world.worker, f"N{number}")
    memory.clear()
    seen(world, is_whole=False)
    assert len(restore(world, world.worker, token).drawn) == 2
    memory.clear()
    assert seen(world, is_whole=False) == seen(world, is_whole=True)
    assert names_now(world) == ["Noor"]


@pytest.mark.django_db(transaction=True)
def test_snapshots_equal_the_replay_and_few_are_kept(
    world: World, memory: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samenspel.web.maps.snapshots.STEP", 12)
    for number in range(40):
        add(world, world.worker, f"N{number}")
        if number % 3:
            draw(world, world.worker, do="undo")
    last = MapEdit.objects.order_by("number").last()
    assert last is not None
    kept = list(MapSnapshot.objects.order_by("number").values_list("number", flat=True))
    assert last.number == 66
    assert kept == [3, 12, 24, 36, 48, 60, 63, 66]
    for number in (last.number, 30, 7):
        memory.clear()
        with_snapshot = store.as_of(world.case, number)
        monkeypatch.setattr(loading, "snapshots_before", lambda upto, **_: {})
        memory.clear()
        assert store.as_of(world.case, number) == with_snapshot
        monkeypatch.undo()
        monkeypatch.setattr(loading, "cache", memory)


def test_memory_prefers_the_whole_and_never_gives_a_part_to_who_draws(world: World) -> None:
    memory, case = Cache(), world.case.public_id
    memory.keep(case, 0, Version(4, FamilyMap(), is_whole=False))
    assert memory.at(case, redactions=0, number=9) is None
    part = memory.at(case, redactions=0, number=9, is_whole=False)
    assert part is not None
    assert not part.is_whole
    memory.keep(case, 0, Version(4, FamilyMap()))
    memory.keep(case, 0, Version(4, FamilyMap(), is_whole=False))
    found = memory.at(case, redactions=0, number=9, is_whole=False)
    assert found is not None
    assert found.is_whole
