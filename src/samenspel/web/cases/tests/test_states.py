"""Every step in every state, and that no order of steps leaves a case in disarray."""

import contextlib
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samenspel.web.cases import actions
from samenspel.web.cases.choices import Certainty
from samenspel.web.cases.models import Case
from samenspel.web.cases.publish import facts_of
from samenspel.web.cases.states import NEXT, TRANSITIONS, State, Step, can
from samenspel.web.figures.models import CaseFact
from tests.world import World, add_effort, close_case, consent_to_session, open_case

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


def take_the_first_back(world: World, case: Case) -> None:
    introduction = case.introductions.first()
    if introduction is not None:
        actions.take_back_introduction(introduction, by=world.by_worker())


def amend(world: World, case: Case) -> None:
    by = world.by_worker(world.now + timedelta(hours=1))
    actions.amend_counterfactual(case, answer="none", certainty=Certainty.SURE, reason="", by=by)


DO = {
    "introduce": lambda w, c: actions.introduce(c, w.session, by=w.by_worker()),
    "introduce again": lambda w, c: actions.introduce(c, w.session_in(4), by=w.by_worker()),
    "take back": take_the_first_back,
    "add effort": lambda w, c: add_effort(c, w.by_worker()),
    "amend": amend,
    "close": lambda w, c: close_case(c, w.by_worker()),
    "reopen": lambda w, c: actions.reopen_case(c, by=w.by_worker()),
}


@given(steps=st.lists(st.sampled_from(sorted(DO)), max_size=9))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_happens_in_whatever_order_a_case_stays_whole(
    world: World, steps: list[str]
) -> None:
    with transaction.atomic():
        case = open_case(world.by_worker(), world.west)
        consent_to_session(case, world.by_worker())
        for step in steps:
            with contextlib.suppress(ValidationError):
                DO[step](world, case)
            check_that_it_is_whole(case.pk)
        transaction.set_rollback(True)


def check_that_it_is_whole(pk: int) -> None:
    case = Case.objects.with_everything().get(pk=pk)
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
