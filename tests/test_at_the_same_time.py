"""Several people at once, for real: threads with connections of their own, on PostgreSQL.

SQLite begins every transaction with the write lock, so there two at once are two in a row, which
the other tests cover.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections

from samenspel.web.audit.models import AuditRow
from samenspel.web.audit.record import Act, record
from samenspel.web.audit.verify import broken_links
from samenspel.web.cases.actions import close_case
from samenspel.web.cases.choices import ClosingReason
from samenspel.web.cases.models import Case, Closing
from tests.world import World

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="SQLite has one writer at a time by itself"
    ),
]


def at_once(times: int, act: Callable[[int], object]) -> list[object]:
    def alone(number: int) -> object:
        try:
            return act(number)
        except ValidationError as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(alone, range(times)))


def test_of_many_who_close_a_case_one_does_and_the_others_are_told_who(world: World) -> None:
    by = world.actor(world.worker)

    def close(number: int) -> object:
        case = Case.objects.get(pk=world.case.pk)
        reason = ClosingReason.FINISHED
        today = case.opened_on
        return close_case(case, reason=reason, help_stopped=False, closed_on=today, by=by)

    results = at_once(6, close)
    refusals = [result for result in results if isinstance(result, ValidationError)]
    assert Closing.objects.count() == 1
    assert len(refusals) == 5
    assert all(world.worker.name in str(refusal.messages) for refusal in refusals)


def test_many_acts_in_one_chain_follow_each_other(world: World) -> None:
    by = world.actor(world.worker)

    def look(number: int) -> object:
        return [record(Act.CASES_LISTED, by=by, object_type="list") for _ in range(10)]

    before = AuditRow.objects.count()
    at_once(6, look)
    assert AuditRow.objects.count() == before + 60
    assert list(broken_links()) == []


def test_two_chains_that_begin_at_once_both_begin(world: World) -> None:
    by = world.actor(world.worker)
    chain = world.case.key_id

    def begin(number: int) -> object:
        return record(Act.CASE_READ, by=by, object_type="case", chain=chain)

    at_once(6, begin)
    assert AuditRow.objects.filter(segment__chain=chain).count() == 6
    assert list(broken_links()) == []
