"""Judging what would have been used otherwise once more."""

from datetime import timedelta
from typing import Any

import pytest

from samenspel.web.cases.models import Case
from samenspel.web.figures.models import CaseFact
from tests.world import NO_WORKERS, World, acts

TYPED = {"counterfactual": "none", "certainty": "sure", "reason": ""}


def amend(world: World, who: str = "worker", **changes: str) -> Any:
    return world.client(getattr(world, who)).post(world.page("amend"), {**TYPED, **changes})


def fact(world: World) -> CaseFact:
    return CaseFact.objects.get(pk=world.case.fact_id)


def long_ago(world: World) -> None:
    Case.objects.filter(pk=world.case.pk).update(opened_at=world.now - timedelta(days=15))


def test_a_new_version_is_written_down_and_the_figures_follow(world: World) -> None:
    assert amend(world)["Location"] == world.page("case")
    version = world.case.counterfactuals.get(number=2)
    assert (version.answer, version.certainty, version.reason) == ("none", "sure", None)
    assert (fact(world).counterfactual, fact(world).counterfactual_version) == ("none", 2)
    assert acts()[0] == "case.counterfactual.amend"


def test_when_it_is_fixed_a_reason_is_asked(world: World) -> None:
    long_ago(world)
    assert "reason" in amend(world).context["form"].errors
    assert "reason" in amend(world, reason="   ").context["form"].errors
    assert world.case.counterfactuals.count() == 1


def test_with_a_reason_it_is_kept_and_the_figures_keep_theirs(world: World) -> None:
    long_ago(world)
    amend(world, reason="School zag het eerder dan wij.")
    assert world.case.counterfactuals.get(number=2).reason == "School zag het eerder dan wij."
    assert fact(world).counterfactual == "jggz"


def test_the_page_shows_every_version_and_which_one_counts(world: World) -> None:
    long_ago(world)
    amend(world, reason="School zag het eerder dan wij.")
    shown = world.client(world.partner_in_circle).get(world.page("case")).context["shown"]
    assert [line.counts for line in shown.versions] == [True, False]
    assert shown.frozen


@pytest.mark.parametrize(
    ("field", "value"), [("counterfactual", "iets"), ("counterfactual", ""), ("certainty", "x")]
)
def test_wrong_input_is_named(world: World, field: str, value: str) -> None:
    assert list(amend(world, **{field: value}).context["form"].errors) == [field]
    assert world.case.counterfactuals.count() == 1


@pytest.mark.parametrize(("who", "status"), NO_WORKERS)
def test_only_the_worker_judges(world: World, who: str, status: int) -> None:
    assert amend(world, who).status_code == status
    assert world.case.counterfactuals.count() == 1
