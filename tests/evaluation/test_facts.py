"""Facts check themselves when made: months, not days; counts and shares that can be."""

from dataclasses import replace
from datetime import date

import pytest

from samenspel.evaluation import (
    AgeGroup,
    CaseKind,
    Certainty,
    Closing,
    ClosingReason,
    Counterfactual,
    Effort,
    EffortKind,
    KindReason,
    age_group,
)
from tests.evaluation.examples import case

A_DAY = date(2023, 5, 2)
JUNE, JULY = date(2023, 6, 30), date(2023, 7, 1)


@pytest.mark.parametrize(
    ("birth", "on_the_eve", "in_the_month"),
    [
        (2019, AgeGroup.FROM_0_TO_3, AgeGroup.FROM_4_TO_11),
        (2011, AgeGroup.FROM_4_TO_11, AgeGroup.FROM_12_TO_15),
        (2007, AgeGroup.FROM_12_TO_15, AgeGroup.FROM_16_TO_17),
        (2005, AgeGroup.FROM_16_TO_17, AgeGroup.FROM_18_TO_23),
        (1999, AgeGroup.FROM_18_TO_23, AgeGroup.NOT_KNOWN),
    ],
    ids=["turns 4", "turns 12", "turns 16", "turns 18", "turns 24"],
)
class TestAgeGroup:
    def test_changes_in_the_month_of_birth(
        self, birth: int, on_the_eve: AgeGroup, in_the_month: AgeGroup
    ) -> None:
        assert age_group(birth, 3, date(2023, 2, 28)) is on_the_eve
        assert age_group(birth, 3, date(2023, 3, 1)) is in_the_month

    def test_changes_in_july_when_the_month_is_not_known(
        self, birth: int, on_the_eve: AgeGroup, in_the_month: AgeGroup
    ) -> None:
        assert age_group(birth, None, JUNE) is on_the_eve
        assert age_group(birth, None, JULY) is in_the_month


@pytest.mark.parametrize("month", [None, 3])
def test_age_group_without_a_year_is_not_known(month: int | None) -> None:
    assert age_group(None, month, JULY) is AgeGroup.NOT_KNOWN


@pytest.mark.parametrize("month", [None, 12])
def test_age_group_of_a_baby_is_the_youngest(month: int | None) -> None:
    assert age_group(2023, month, JUNE) is AgeGroup.FROM_0_TO_3


def test_case_opened_on_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="the day must be 1, not 2023-05-02"):
        replace(case(), opened=A_DAY)


def test_case_closed_on_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="the day must be 1, not 2023-05-02"):
        Closing(ClosingReason.FINISHED, help_stopped=False, month=A_DAY)


def test_counterfactual_that_freezes_on_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="the day must be 1, not 2023-05-02"):
        Counterfactual("jggz", Certainty.SURE, version=1, freezes=A_DAY)


def test_counterfactual_before_the_first_version_is_refused() -> None:
    with pytest.raises(ValueError, match="count from 1, not 0"):
        Counterfactual("jggz", Certainty.SURE, version=0, freezes=JULY)


@pytest.mark.parametrize("percent", [0, 100, None])
def test_effort_takes_a_share_of_the_budget(percent: int | None) -> None:
    assert Effort(EffortKind.REFERRAL, budget_percent=percent).budget_percent == percent


@pytest.mark.parametrize("percent", [-1, 101])
def test_effort_with_a_share_outside_0_to_100_is_refused(percent: int) -> None:
    with pytest.raises(ValueError, match=f"0 to 100 percent, not {percent}"):
        Effort(EffortKind.REFERRAL, budget_percent=percent)


def test_case_about_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one youth"):
        replace(case(), youths=0)


def test_new_case_with_a_reason_to_look_again_is_refused() -> None:
    with pytest.raises(ValueError, match="new case has no reason"):
        replace(case(), kind_reason=KindReason.STUCK)


def test_existing_case_has_a_reason_to_look_again() -> None:
    facts = replace(case(), kind=CaseKind.EXISTING, kind_reason=KindReason.STUCK)
    assert facts.kind_reason is KindReason.STUCK
