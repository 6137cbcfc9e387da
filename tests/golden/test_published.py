"""Every published figure that the model can express, recomputed from the demonstration.

`published.yaml` holds the figures of the evaluation, in a file of our own; a fact that cannot be
expressed says there why not.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.db import transaction

from samenspel.web.demonstration.loader import load_demonstration
from samenspel.web.figures.interim import interim_figures
from samenspel.web.figures.models import Note
from samenspel.web.vault.router import KEYS
from tests.golden.recompute import Recomputed, questions_per_combination

PUBLISHED = {
    fact["id"]: fact
    for fact in yaml.safe_load((Path(__file__).parent / "published.yaml").read_text("utf-8"))
}
pytestmark = pytest.mark.django_db

EXPRESSED = sorted(fact_id for fact_id, fact in PUBLISHED.items() if fact["expressed"])


@pytest.fixture(scope="module")
def pilot(django_db_setup: None, django_db_blocker: Any) -> Iterator[Recomputed]:
    """The demonstration, loaded once for all facts and rolled back after them."""
    with django_db_blocker.unblock(), transaction.atomic(using=KEYS), transaction.atomic():
        load_demonstration()
        yield Recomputed(interim_figures(date(2026, 11, 22)))
        transaction.set_rollback(True, using=KEYS)
        transaction.set_rollback(True)


@pytest.mark.parametrize("fact_id", EXPRESSED)
def test_the_published_figure_is_recomputed(pilot: Recomputed, fact_id: str) -> None:
    fact = PUBLISHED[fact_id]
    assert _agrees(pilot.answer(fact_id), fact), fact["check"]


def _agrees(answer: Any, fact: dict[str, Any]) -> bool:
    value, qualifier = fact["value"], fact.get("qualifier")
    if fact["id"].startswith("attendance."):
        return bool(answer == {_line(row): row["people"] for row in value})
    if fact["id"].startswith("agenda."):
        return answer == value if isinstance(value, int) else set(value) <= set(answer)
    if qualifier == "over":
        return value < answer < value * 1.06
    if qualifier == "about":
        return bool(answer == pytest.approx(value, rel=0.05))
    return bool(answer == value)


def _line(row: dict[str, Any]) -> str:
    function = row.get("function")
    return f"{row['organisation']} ({function})" if function else row["organisation"]


def test_the_figures_of_the_issue_to_the_euro(pilot: Recomputed) -> None:
    avoided = pilot.figures.avoided
    assert (avoided.low, avoided.mid, avoided.high) == (67_500, 77_500, 87_500)
    assert (avoided.displaced, avoided.per_case, avoided.cases) == (8_000, 5_536, 14)
    assert (avoided.assessable, avoided.per_assessable_case) == (12, 6_458)


def test_eighty_one_and_eighty_two_are_both_there(pilot: Recomputed) -> None:
    figures = pilot.figures
    introduced = sum(sum(counts.values()) for counts in figures.introductions.values())
    mini = sum(sum(counts.values()) for counts in figures.introductions_mini.values())
    assert (introduced, mini) == (81, 1)
    assert sum(counts["cases"] for counts in figures.cases.values()) == introduced + mini


def test_organisations_and_parties_on_the_list_are_two_measures(pilot: Recomputed) -> None:
    assert pilot.figures.partners["3"]["west"] == 18
    assert pilot.figures.organisations["3"]["west"] == 16


def test_an_unknown_number_of_people_is_neither_zero_nor_one(pilot: Recomputed) -> None:
    came = pilot.attendance("cycle2", "west")
    assert came["kwikstaart"] is None
    assert pilot.figures.attendances["2"]["west"] == sum(n for n in came.values() if n)
    assert pilot.figures.partners["2"]["west"] == len(came)


def test_the_learning_questions_per_cycle_district_asker_and_category(pilot: Recomputed) -> None:
    published = PUBLISHED["agenda.questions_quoted"]["rows"]
    expected = {
        (row["cycle"], row["district"], row["asker"], row["category"]): row["count"]
        for row in published
    }
    assert questions_per_combination() == expected


def test_contradictions_of_the_source_stand_beside_the_figures(pilot: Recomputed) -> None:
    sections = set(Note.objects.values_list("section", flat=True))
    assert {"cases", "partners", "avoided"} <= sections


def test_a_fact_that_is_not_expressed_says_why() -> None:
    silent = [f["id"] for f in PUBLISHED.values() if not f["expressed"] and not f.get("why_not")]
    assert silent == []
