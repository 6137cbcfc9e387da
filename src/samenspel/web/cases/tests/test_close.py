"""Closing a case, and opening it again."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from samenspel.web.cases import actions
from samenspel.web.cases.choices import CircleRole, Purpose
from samenspel.web.cases.models import Case, Closing
from samenspel.web.figures.models import CaseFact
from tests.world import NO_WORKERS, World, acts, add_effort, close_case, refused

NOTE = "Ze zwemt weer, met haar nichtje in de baan ernaast."


def close(world: World, who: str = "worker", **changes: Any) -> Any:
    typed = {
        "reason": "finished",
        "closed_on": timezone.localdate(world.now).isoformat(),
        "note": NOTE,
        **changes,
    }
    return world.english(getattr(world, who)).post(world.page("close"), typed)


def reopen(world: World, who: str = "worker") -> int:
    return world.client(getattr(world, who)).post(world.page("reopen")).status_code


def fresh(world: World) -> Case:
    return Case.objects.get(pk=world.case.pk)


def fact(world: World) -> CaseFact:
    return CaseFact.objects.get(pk=world.case.fact_id)


@pytest.fixture
def colleague(world: World) -> World:
    """The world in which the other worker works in this case as well."""
    actions.add_to_circle(
        world.case,
        world.other_worker,
        role=CircleRole.WORKER,
        purpose=Purpose.SUPPORT,
        by=world.by_worker(),
    )
    return world


def test_a_case_is_closed_with_a_reason_and_a_note(world: World) -> None:
    assert close(world)["Location"] == world.page("case")
    closing = Closing.objects.get()
    assert (closing.reason, closing.note, closing.closed_by) == ("finished", NOTE, world.worker)
    assert fresh(world).is_closed
    assert acts()[0] == "case.close"


def test_the_figures_know_the_outcome_and_the_month(world: World) -> None:
    add_effort(world.case, world.by_worker())
    close(world)
    assert fact(world).outcome == "own_effort_swt"
    assert fact(world).closed == timezone.localdate(world.now).replace(day=1)


@pytest.mark.parametrize("reason", ["moved_away", "withdrawn"])
def test_what_cannot_be_judged_is_neither_success_nor_failure(world: World, reason: str) -> None:
    add_effort(world.case, world.by_worker())
    close(world, reason=reason)
    assert fact(world).outcome == reason


def test_help_that_stopped_is_kept(world: World) -> None:
    close(world, help_stopped="on")
    assert Closing.objects.get().help_stopped


def test_who_comes_second_is_told_who_closed_it_and_loses_nothing(colleague: World) -> None:
    close(colleague, note="")
    response = close(colleague, "other_worker")
    page = response.content.decode()
    assert response.status_code == 200
    assert "Worker closed this" in page
    assert NOTE in page
    assert Closing.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("reason", ""),
        ("reason", "zomaar"),
        ("closed_on", ""),
        ("closed_on", "ooit"),
        ("note", "x" * 2001),
    ],
)
def test_wrong_input_is_named(world: World, field: str, value: str) -> None:
    assert list(close(world, **{field: value}).context["form"].errors) == [field]
    assert not fresh(world).is_closed


@pytest.mark.parametrize("days", [-1, 1])
def test_it_ends_after_it_began_and_not_in_the_future(world: World, days: int) -> None:
    day = timezone.localdate(world.now) + timedelta(days=days)
    response = close(world, closed_on=day.isoformat())
    assert list(response.context["form"].errors) == ["closed_on"]
    assert NOTE in response.content.decode()


@pytest.mark.parametrize(("who", "status"), NO_WORKERS)
def test_only_the_worker_closes(world: World, who: str, status: int) -> None:
    assert close(world, who).status_code == status
    assert not fresh(world).is_closed


# --- Opening again --------------------------------------------------------------------------------


def test_opened_again_it_runs_and_the_closing_stays_on_record(world: World) -> None:
    close(world)
    assert reopen(world) == 302
    assert (fresh(world).state, fresh(world).closing) == ("running", None)
    assert Closing.objects.get().undone_at is not None
    assert (fact(world).outcome, fact(world).closed) == ("", None)


def test_it_can_be_closed_again(world: World) -> None:
    close(world)
    reopen(world)
    close(world, reason="moved_away")
    closing = fresh(world).closing
    assert closing is not None
    assert closing.reason == "moved_away"
    assert Closing.objects.count() == 2


def test_what_is_open_is_not_opened(world: World) -> None:
    before = acts()
    with refused("open already"):
        actions.reopen_case(world.case, by=world.by_worker())
    assert reopen(world) == 302
    assert fresh(world).state == "open"
    assert "case.reopen" not in acts()[: -len(before)]


@pytest.mark.parametrize(("who", "status"), NO_WORKERS)
def test_only_the_worker_opens_it_again(world: World, who: str, status: int) -> None:
    close_case(world.case, world.by_worker())
    assert reopen(world, who) == status
    assert fresh(world).is_closed


def test_a_closed_case_is_read_as_before_and_offers_no_writing(world: World) -> None:
    close(world)
    shown = world.client(world.worker).get(world.page("case")).context["shown"]
    assert shown.closing.note == NOTE
    assert (shown.can_close, shown.can_introduce, shown.can_work) == (False, False, True)
