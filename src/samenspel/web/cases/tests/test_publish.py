"""What the learning layer gets of a case: facts without identity."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import models

from samenspel.web.cases import actions
from samenspel.web.cases.actions import Birth
from samenspel.web.cases.choices import Kind, Talks
from samenspel.web.cases.models import Case
from samenspel.web.figures.models import CaseFact, IntroductionFact
from tests.world import SECRET, World, add_effort, close_case, consent_to_session, open_case

NOTE = "Ze fietst nu met een buurmeisje mee"
OWN_WORDS = "Hoe vinden we samen weer rust?"


@pytest.fixture
def full(world: World) -> Case:
    """A case in which everything happened, on days that are not the first of a month."""
    by = world.by_worker(datetime(2023, 3, 17, 10, tzinfo=UTC))
    case = open_case(by, world.west, births=[Birth(2014, 5)], client_number="CA-880123-X")
    actions.note_first_talk(case, on=date(2023, 3, 16), family_question=OWN_WORDS, by=by)
    consent_to_session(case, by)
    world.session.held_on = date(2023, 3, 17)
    world.session.save()
    actions.introduce(case, world.session, by=by)
    add_effort(case, by, talks=Talks.UNDER_5)
    close_case(case, by, note=NOTE)
    return Case.objects.get(pk=case.pk)


def values(row: models.Model) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_the_facts_of_a_case_hold_what_the_figures_need(full: Case) -> None:
    fact = CaseFact.objects.get(pk=full.fact_id)
    assert (fact.district.key, fact.kind, fact.youths) == ("west", "new", 1)
    assert (fact.counterfactual, fact.outcome) == ("jggz", "own_effort_swt_under_5_talks")
    assert fact.age_groups == ["4_11"]
    assert [row.cycle.number for row in fact.introductions.all() if row.cycle] == [1]


def test_the_facts_hold_no_code_no_words_and_no_number_of_the_case(full: Case) -> None:
    fact = CaseFact.objects.get(pk=full.fact_id)
    everything = repr([values(fact), *(values(row) for row in fact.introductions.all())])
    for identity in (
        full.code,
        full.public_id,
        full.key_id,
        SECRET,
        OWN_WORDS,
        NOTE,
        "880123",
        full.opened_by.name,
        full.opened_by.public_id,
    ):
        assert str(identity) not in everything


def test_the_facts_hold_months_and_never_a_day(full: Case) -> None:
    fact = CaseFact.objects.get(pk=full.fact_id)
    days = {name: value for name, value in values(fact).items() if isinstance(value, date)}
    assert days == {
        "opened": date(2023, 3, 1),
        "freezes": date(2023, 3, 1),
        "closed": date(2023, 3, 1),
    }
    assert "2023" not in repr([fact.efforts, fact.themes, fact.age_groups])


@pytest.mark.parametrize("model", [CaseFact, IntroductionFact])
def test_no_column_of_the_facts_leads_to_a_case_a_person_or_a_moment(
    model: type[models.Model],
) -> None:
    fields = model._meta.concrete_fields
    related = {field.related_model._meta.label for field in fields if field.is_relation}  # type: ignore[union-attr]
    assert related <= {"accounts.District", "meetings.LearningCycle", "figures.CaseFact"}
    assert not any(isinstance(field, models.DateTimeField) for field in fields)


def test_the_id_of_the_facts_is_nowhere_else(full: Case) -> None:
    assert full.fact_id not in {full.public_id, full.key_id}


@pytest.mark.parametrize(
    ("kind", "published"),
    [
        (Kind.NEW, ("new", "")),
        (Kind.STUCK, ("existing", "stuck")),
        (Kind.REINDICATION, ("existing", "reindication")),
        (Kind.DOUBT, ("existing", "doubt")),
    ],
)
def test_kind_and_reason_are_published_apart(
    world: World, kind: Kind, published: tuple[str, str]
) -> None:
    fact = CaseFact.objects.get(pk=open_case(world.by_worker(), world.west, kind=kind).fact_id)
    assert (fact.kind, fact.kind_reason) == published


def test_ages_are_groups_reckoned_on_the_day_of_opening(world: World) -> None:
    births = [Birth(), Birth(world.now.year - 2), Birth(world.now.year - 14, 1)]
    case = open_case(world.by_worker(), world.west, births=births)
    groups = CaseFact.objects.get(pk=case.fact_id).age_groups
    assert sorted(groups) == ["0_3", "12_15", "unknown"]


def test_publishing_again_replaces_and_never_adds(world: World) -> None:
    consent_to_session(world.case, world.by_worker())
    actions.introduce(world.case, world.session, by=world.by_worker())
    before = (CaseFact.objects.count(), IntroductionFact.objects.count())
    for _ in range(3):
        add_effort(world.case, world.by_worker(world.now + timedelta(days=1)))
    assert (CaseFact.objects.count(), IntroductionFact.objects.count()) == before
