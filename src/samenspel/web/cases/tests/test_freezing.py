"""When the first judgement freezes, and which version the figures use. Opened 1 March, 10.00."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from samenspel.web.cases import actions
from samenspel.web.cases.choices import Certainty, ClosingReason, ConsentBy, EffortKind
from samenspel.web.cases.freezing import freezes_at, is_frozen, version_for_figures
from samenspel.web.cases.models import Case
from samenspel.web.figures.models import CaseFact
from samenspel.web.meetings.actions import plan_meeting
from samenspel.web.meetings.models import MeetingKind
from tests.world import World, add_effort, consent, open_case, refused


def march(day: int, hour: int = 12, minute: int = 0) -> datetime:
    return timezone.make_aware(datetime.combine(date(2023, 3, day), time(hour, minute)))


Event = tuple[Any, ...]


def play(world: World, *events: Event) -> Case:
    """A case of 1 March to which this happens: what, the day it is written down, and details."""
    case = open_case(world.by_worker(march(1, 10)), world.west)
    youth = case.youths.get()
    consent(youth, ConsentBy.BOTH, since=date(2023, 3, 1), by=world.by_worker(march(1)))
    for what, written_on, *details in events:
        DO[what](world, case, march(written_on), *details)
    return Case.objects.with_everything().get(pk=case.pk)


def _introduce(world: World, case: Case, at: datetime, held_on: int) -> None:
    meeting = plan_meeting(
        kind=MeetingKind.LEARNING_SESSION,
        held_on=date(2023, 3, held_on),
        district=world.west,
        cycle=world.cycle,
        by=world.by_worker(at),
    )
    actions.introduce(case, meeting, by=world.by_worker(at))


def _talk(world: World, case: Case, at: datetime, on: int) -> None:
    day = date(2023, 3, on)
    actions.note_first_talk(case, on=day, family_question="", by=world.by_worker(at))


def _effort(world: World, case: Case, at: datetime, kind: EffortKind, since: int) -> None:
    add_effort(case, world.by_worker(at), kind=kind, started_on=date(2023, 3, since))


def _amend(world: World, case: Case, at: datetime, reason: str = "") -> None:
    actions.amend_counterfactual(
        case, answer="none", certainty=Certainty.SURE, reason=reason, by=world.by_worker(at)
    )


DO: dict[str, Callable[..., None]] = {
    "introduced": _introduce,
    "talked": _talk,
    "effort": _effort,
    "amended": _amend,
}
OWN, SCHOOL = EffortKind.OWN, EffortKind.SCHOOL


@pytest.mark.parametrize(
    ("events", "frozen"),
    [
        pytest.param([], march(15, 10), id="two weeks to the minute after opening"),
        pytest.param([("introduced", 5, 5)], march(5), id="at the introduction"),
        pytest.param([("introduced", 5, 10)], march(10, 0), id="when the session begins"),
        pytest.param([("introduced", 5, 3)], march(5), id="written down after the session"),
        pytest.param([("introduced", 20, 20)], march(15, 10), id="introduced too late to matter"),
        pytest.param(
            [("introduced", 5, 12), ("introduced", 6, 9)], march(9, 0), id="the first session"
        ),
        pytest.param(
            [("talked", 3, 3), ("effort", 4, OWN, 4)], march(4, 0), id="own effort after the talk"
        ),
        pytest.param(
            [("talked", 3, 3), ("effort", 3, OWN, 3)], march(3, 0), id="own effort in the talk"
        ),
        pytest.param(
            [("talked", 3, 3), ("effort", 3, OWN, 2)], march(15, 10), id="effort before the talk"
        ),
        pytest.param([("effort", 4, OWN, 4)], march(15, 10), id="effort while no talk is known"),
        pytest.param(
            [("talked", 3, 3), ("effort", 4, SCHOOL, 4)], march(15, 10), id="effort of others"
        ),
        pytest.param(
            [("talked", 3, 3), ("effort", 8, OWN, 4)], march(4, 0), id="effort written down later"
        ),
        pytest.param(
            [("effort", 4, OWN, 4), ("talked", 6, 3)], march(4, 0), id="the talk written later"
        ),
        pytest.param(
            [("talked", 3, 3), ("introduced", 8, 8), ("effort", 9, OWN, 7)],
            march(7, 0),
            id="effort and introduction: the first",
        ),
    ],
)
def test_the_judgement_freezes(world: World, events: list[Event], frozen: datetime) -> None:
    assert freezes_at(play(world, *events)) == frozen


def test_it_is_frozen_from_that_moment_on(world: World) -> None:
    case = play(world)
    assert not is_frozen(case, at=march(15, 9, 59))
    assert is_frozen(case, at=march(15, 10))


@pytest.mark.parametrize(
    ("events", "version"),
    [
        pytest.param([], 1, id="the only one"),
        pytest.param([("amended", 2)], 2, id="amended before the freeze"),
        pytest.param([("amended", 2), ("amended", 3)], 3, id="amended twice before the freeze"),
        pytest.param(
            [("introduced", 5, 5), ("amended", 6, "toch anders")], 1, id="amended after the freeze"
        ),
        pytest.param(
            [("amended", 2), ("introduced", 5, 5), ("amended", 6, "toch anders")],
            2,
            id="amended before and after",
        ),
        pytest.param([("amended", 16, "toch anders")], 1, id="amended after two weeks"),
        pytest.param(
            [("amended", 6), ("talked", 8, 3), ("effort", 8, OWN, 4)],
            1,
            id="amended after an effort that was written down later",
        ),
        pytest.param(
            [("talked", 2, 1), ("effort", 2, OWN, 1)], 1, id="frozen before it was written down"
        ),
    ],
)
def test_the_figures_use_the_last_version_from_before(
    world: World, events: list[Event], version: int
) -> None:
    case = play(world, *events)
    assert version_for_figures(case).number == version
    assert CaseFact.objects.get(pk=case.fact_id).counterfactual_version == version


def test_the_figures_know_the_month_of_the_freeze(world: World) -> None:
    case = play(world, ("introduced", 5, 10))
    assert CaseFact.objects.get(pk=case.fact_id).freezes == date(2023, 3, 1)


def test_taken_off_the_agenda_it_is_not_frozen_by_it_any_more(world: World) -> None:
    case = play(world, ("introduced", 5, 10))
    actions.take_back_introduction(case.introductions.get(), by=world.by_worker(march(6)))
    assert freezes_at(Case.objects.get(pk=case.pk)) == march(15, 10)


def test_after_the_freeze_a_reason_is_needed(world: World) -> None:
    case = play(world, ("introduced", 5, 5))
    with refused("Write why", "reason"):
        _amend(world, case, march(6))
    assert case.counterfactuals.count() == 1


def test_before_the_freeze_no_reason_is_needed_and_the_old_version_stays(world: World) -> None:
    case = play(world, ("amended", 2))
    assert [version.answer for version in case.counterfactuals.all()] == ["jggz", "none"]


# --- A freeze that has passed stays ---------------------------------------------------------------


def test_closing_freezes(world: World) -> None:
    case = open_case(world.by_worker(), world.west)
    reason = ClosingReason.FINISHED
    by = world.by_worker()
    actions.close_case(case, reason=reason, help_stopped=False, closed_on=case.opened_on, by=by)
    with pytest.raises(ValidationError):
        actions.amend_counterfactual(
            case, answer="none", certainty=Certainty.SURE, reason="", by=by
        )


def test_taking_the_first_talk_back_does_not_thaw(world: World) -> None:
    case, by = open_case(world.by_worker(), world.west), world.by_worker()
    today = case.opened_on
    actions.note_first_talk(case, on=today, family_question="", by=by)
    actions.add_effort(case, kind=EffortKind.OWN, started_on=today, by=by)
    actions.note_first_talk(case, on=None, family_question="", by=by)
    fresh = Case.objects.with_everything().get(pk=case.pk)
    assert is_frozen(fresh, at=by.at)
