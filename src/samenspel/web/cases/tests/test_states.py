"""Every step in every state, and that no order of steps leaves a case in disarray."""

import contextlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samenspel.web.accounts.actor import Actor
from samenspel.web.cases import actions
from samenspel.web.cases.choices import Certainty
from samenspel.web.cases.freezing import freezes_at, is_frozen
from samenspel.web.cases.models import Case
from samenspel.web.cases.publish import facts_of
from samenspel.web.cases.states import NEXT, TRANSITIONS, State, Step, can
from samenspel.web.figures.models import CaseFact
from tests.world import World, add_effort, close_case, consent_to_session, open_case

LATEST_MOMENT = datetime.max.replace(tzinfo=UTC)
OPEN, IN_SESSION, RUNNING, CLOSED = State.OPEN, State.IN_SESSION, State.RUNNING, State.CLOSED

TABLE: dict[Step, dict[State, State | None]] = {
    Step.INTRODUCE: {OPEN: IN_SESSION, IN_SESSION: IN_SESSION, RUNNING: RUNNING, CLOSED: None},
    Step.TAKE_BACK: {OPEN: None, IN_SESSION: OPEN, RUNNING: RUNNING, CLOSED: CLOSED},
    Step.ADD_EFFORT: {OPEN: RUNNING, IN_SESSION: RUNNING, RUNNING: RUNNING, CLOSED: None},
    Step.CLOSE: {OPEN: CLOSED, IN_SESSION: CLOSED, RUNNING: CLOSED, CLOSED: None},
    Step.REOPEN: {OPEN: None, IN_SESSION: None, RUNNING: None, CLOSED: RUNNING},
}


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("state", State)
def test_every_step_in_every_state(step: Step, state: State) -> None:
    after = TABLE[step][state]
    assert NEXT.get((step, state)) == after
    assert can(step, state.value) == (after is not None)


def test_the_table_says_each_thing_once() -> None:
    assert len(NEXT) == len(TRANSITIONS)


# --- Any order of steps ---------------------------------------------------------------------------


def take_the_first_back(world: World, case: Case, by: Actor) -> None:
    introduction = case.introductions.first()
    if introduction is not None:
        actions.take_back_introduction(introduction, by=by)


def amend(world: World, case: Case, by: Actor) -> None:
    certainty = Certainty.SURE
    actions.amend_counterfactual(case, answer="none", certainty=certainty, reason="", by=by)


def talk(world: World, case: Case, by: Actor) -> None:
    actions.note_first_talk(case, on=timezone.localdate(by.at), family_question="", by=by)


DO: dict[str, Callable[[World, Case, Actor], object]] = {
    "introduce": lambda world, case, by: actions.introduce(case, world.session, by=by),
    "introduce again": lambda world, case, by: actions.introduce(case, world.session_in(4), by=by),
    "take back": take_the_first_back,
    "talk": talk,
    "talk after all not": lambda world, case, by: actions.note_first_talk(
        case, on=None, family_question="", by=by
    ),
    "add effort": lambda world, case, by: add_effort(case, by),
    "amend": amend,
    "close": lambda world, case, by: close_case(case, by),
    "reopen": lambda world, case, by: actions.reopen_case(case, by=by),
}


@given(steps=st.lists(st.sampled_from(sorted(DO)), max_size=9))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_happens_in_whatever_order_a_case_stays_whole(
    world: World, steps: list[str]
) -> None:
    """Each step comes an hour after the one before; what is frozen never thaws."""
    with transaction.atomic():
        case = open_case(world.by_worker(), world.west)
        consent_to_session(case, world.by_worker())
        frozen_at = LATEST_MOMENT
        for hours, step in enumerate(steps, start=1):
            by = world.by_worker(world.now + timedelta(hours=hours))
            with contextlib.suppress(ValidationError):
                DO[step](world, Case.objects.get(pk=case.pk), by)
            fresh = Case.objects.with_everything().get(pk=case.pk)
            check_that_it_is_whole(fresh)
            assert freezes_at(fresh) <= frozen_at
            if is_frozen(fresh, at=by.at):
                frozen_at = freezes_at(fresh)
        transaction.set_rollback(True)


def check_that_it_is_whole(case: Case) -> None:
    introductions, efforts = case.introductions.all(), case.efforts.all()
    assert case.state in State
    assert case.is_closed == (case.closing is not None)
    assert sum(closing.undone_at is None for closing in case.closings.all()) <= 1
    assert case.state != OPEN or not (introductions or efforts)
    assert case.state != IN_SESSION or (introductions and not efforts)
    assert [row.again for row in introductions] == [n > 0 for n in range(len(introductions))]
    check_that_the_figures_agree(case)


def check_that_the_figures_agree(case: Case) -> None:
    facts, stored = facts_of(case), CaseFact.objects.get(pk=case.fact_id)
    assert stored.introductions.count() == len(facts.introductions)
    assert len(stored.efforts) == len(facts.efforts)
    assert (stored.closed is None) == (facts.closing is None)
    assert stored.counterfactual_version == facts.counterfactual.version
