"""The writer gathers what waits and outlives the database; marks stay."""

import asyncio
from collections.abc import Sequence
from queue import Queue
from typing import Any
from uuid import uuid4

from django.db import OperationalError
from django.utils import timezone

from samenspel.web.live import writer as writing
from samenspel.web.live.member import TOO_SLOW, Member
from samenspel.web.live.outbox import MOST_FACTS
from samenspel.web.live.presence import STALE, Presence, Present
from samenspel.web.live.writer import Answer, Writer
from samenspel.web.maps.wanted import Outcome, Wanted


def wanted() -> Wanted:
    return Wanted(uuid4(), 1, uuid4(), {"do": ["add_person"]}, timezone.now(), "test")


class Store:
    """Writes nothing; is away as often as told."""

    def __init__(self, away: int = 0) -> None:
        self.away = away
        self.batches: list[int] = []

    def __call__(self, batch: Sequence[Wanted]) -> list[Outcome]:
        self.batches.append(len(batch))
        if self.away:
            self.away -= 1
            raise OperationalError("server closed the connection")
        return [Outcome(one) for one in batch]


def write_all(store: Store, batch: Sequence[Wanted]) -> list[Outcome]:
    answered: Queue[Outcome] = Queue()

    def deliver(answers: Sequence[tuple[Answer, Outcome]]) -> None:
        for answer, one in answers:
            answer(one)

    writer = Writer(deliver, store)
    for one in batch:
        writer.submit(one, answered.put)
    writer.start()
    outcomes = [answered.get(timeout=10) for _ in batch]
    writer.stop()
    return outcomes


def test_all_that_waits_is_written_together_and_answered_in_order() -> None:
    batch, store = [wanted() for _ in range(writing.MOST + 10)], Store()
    assert [one.wanted for one in write_all(store, batch)] == batch
    assert store.batches == [writing.MOST, 10]


def test_what_could_not_be_written_is_written_when_the_database_is_back() -> None:
    batch, store = [wanted() for _ in range(3)], Store(away=2)
    assert [one.wanted for one in write_all(store, batch)] == batch
    assert store.batches == [3, 3, 3]


class Joining:
    """A presence in which time passes."""

    def __init__(self) -> None:
        self.now = 0.0
        self.presence = Presence(clock=lambda: self.now)

    def join(self, account: str, key: str = "") -> int:
        self.now += 1
        self.presence.join(Present(key or account, account, account[:2]))
        return self.presence.mark_of(account)


def test_a_mark_is_of_an_account_and_stays() -> None:
    joining = Joining()
    assert [joining.join(account) for account in "abc"] == [1, 2, 3]
    joining.presence.leave("a")
    assert joining.join("d") == 4
    assert joining.join("a", key="another page") == 1


def test_the_seventh_shares_a_mark() -> None:
    joining = Joining()
    assert [joining.join(account) for account in "abcdefgh"][5:] == [6, 1, 2]


def test_processes_give_the_same_marks_whatever_they_hear_first() -> None:
    one, other = Joining(), Joining()
    one.join("a")
    other.now = 5.0
    other.join("b")
    for present in one.presence.here:
        other.presence.told(present)
    for present in other.presence.here:
        one.presence.told(present)
    assert one.presence.everybody() == other.presence.everybody()
    assert [one.presence.mark_of(who) for who in "ab"] == [1, 2]
    assert [other.presence.mark_of(who) for who in "ab"] == [1, 2]


def test_who_is_not_heard_of_elsewhere_is_gone() -> None:
    joining = Joining()
    present = Present("a", "a", "a")
    assert joining.presence.told(present)
    assert not joining.presence.told(present)
    joining.now = STALE + 1
    assert joining.presence.forget_stale()
    assert joining.presence.everybody() == []


def test_who_sleeps_through_too_much_is_told_to_come_back() -> None:
    async def scene() -> None:
        entry: Any = None  # nobody asks who it is
        member = Member(entry)
        for n in range(MOST_FACTS):
            member.send("fact", n=n)
        assert not member.is_leaving
        member.send("fact", n=MOST_FACTS)
        assert member.outbox.code == TOO_SLOW
        assert await member.outbox.next() is None

    asyncio.run(scene())
