"""Writing down what was done instead."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from samenspel.web.cases.models import Case, Effort
from samenspel.web.figures.models import CaseFact
from tests.world import NO_WORKERS, World, acts, add_effort, close_case, refused


def write_down(world: World, who: str = "worker", **changes: Any) -> Any:
    typed = {
        "kind": "own",
        "talks": "under_5",
        "budget_percent": "",
        "started_on": timezone.localdate(world.now).isoformat(),
        **changes,
    }
    return world.client(getattr(world, who)).post(world.page("effort"), typed)


def test_an_effort_is_written_down_and_the_case_runs(world: World) -> None:
    assert write_down(world)["Location"] == world.page("case")
    effort = Effort.objects.get()
    assert (effort.kind, effort.talks, effort.added_by) == ("own", "under_5", world.worker)
    assert Case.objects.get(pk=world.case.pk).state == "running"
    assert acts()[0] == "case.effort.add"


def test_several_efforts_combine_and_the_figures_know_them_all(world: World) -> None:
    write_down(world)
    write_down(world, kind="referral", budget_percent="50")
    fact = CaseFact.objects.get(pk=world.case.fact_id)
    assert [(e["kind"], e["budget_percent"]) for e in fact.efforts] == [
        ("own", None),
        ("referral", 50),
    ]
    assert fact.budget_percent == 50


@pytest.mark.parametrize(
    ("kind", "kept"),
    [("own", ("under_5", None)), ("referral", ("", 50)), ("school", ("", None))],
)
def test_what_belongs_to_another_kind_is_dropped(
    world: World, kind: str, kept: tuple[str, int | None]
) -> None:
    write_down(world, kind=kind, talks="under_5", budget_percent="50")
    effort = Effort.objects.get()
    assert (effort.talks, effort.budget_percent) == kept


@pytest.mark.parametrize("percent", ["0", "100"])
def test_no_budget_and_the_whole_budget_are_shares(world: World, percent: str) -> None:
    write_down(world, kind="referral", budget_percent=percent)
    assert Effort.objects.get().budget_percent == int(percent)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", ""),
        ("kind", "toveren"),
        ("talks", "duizend"),
        ("budget_percent", "101"),
        ("budget_percent", "-1"),
        ("budget_percent", "half"),
        ("started_on", ""),
        ("started_on", "ooit"),
    ],
)
def test_wrong_input_is_named(world: World, field: str, value: str) -> None:
    typed = {"kind": "referral", field: value}
    assert list(write_down(world, **typed).context["form"].errors) == [field]
    assert not Effort.objects.exists()


def test_an_effort_that_is_still_to_come_is_refused(world: World) -> None:
    tomorrow = timezone.localdate(world.now) + timedelta(days=1)
    response = write_down(world, started_on=tomorrow.isoformat())
    assert list(response.context["form"].errors) == ["started_on"]


def test_on_a_closed_case_it_is_refused_and_nothing_is_half_saved(world: World) -> None:
    close_case(world.case, world.by_worker())
    before = acts()
    with refused("Open it again first"):
        add_effort(world.case, world.by_worker())
    assert not Effort.objects.exists()
    assert CaseFact.objects.get(pk=world.case.fact_id).efforts == []
    assert acts() == before


@pytest.mark.parametrize(("who", "status"), NO_WORKERS)
def test_only_the_worker_writes_it_down(world: World, who: str, status: int) -> None:
    assert write_down(world, who).status_code == status
    assert not Effort.objects.exists()
