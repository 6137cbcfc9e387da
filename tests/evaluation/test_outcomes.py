"""The manual of the outcome rules: what a closed case became, and how much was not used.

Read from top to bottom, like the rules: what stands higher decides when efforts are combined.
"""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.evaluation import OUTCOMES, CaseFacts, ClosingReason, Effort, Outcome, Talks
from samenspel.evaluation.outcomes import Saving, budget_still_used, outcome_of
from tests.evaluation.examples import (
    GP_REFERRAL,
    PARENTS_PAY,
    REFERRED_AGAIN,
    SCHOOL,
    SOCIAL_BASE,
    SPECIALIST,
    case,
    own,
    referral,
)

MOVED, WITHDRAWN = ClosingReason.MOVED_AWAY, ClosingReason.WITHDRAWN
FEW, SOME, MANY = Talks.UNDER_5, Talks.FROM_5_TO_10, Talks.OVER_10


class Row(NamedTuple):
    """One rule. `other_effort`: it counts among the cases that something else was done for."""

    outcome: Outcome
    not_used: Saving
    other_effort: bool
    examples: dict[str, CaseFacts]


MANUAL = [
    # How the case was closed comes before anything that was done.
    Row(
        Outcome.MOVED_AWAY,
        Saving.NOT_ASSESSABLE,
        other_effort=False,
        examples={
            "the family moved away": case(closed_as=MOVED),
            "moved away after talks": case(own(FEW), closed_as=MOVED),
        },
    ),
    Row(
        Outcome.WITHDRAWN,
        Saving.NOT_ASSESSABLE,
        other_effort=False,
        examples={
            "the family withdrew": case(closed_as=WITHDRAWN),
            "withdrew after a referral": case(referral(), closed_as=WITHDRAWN),
        },
    ),
    # Then specialised help that was used after all, whoever sent the youth there.
    Row(
        Outcome.REFERRED_AGAIN,
        Saving.NOTHING,
        other_effort=False,
        examples={
            "referred again": case(REFERRED_AGAIN),
            "referred again after many talks": case(own(MANY), REFERRED_AGAIN),
            "referred again, by the GP": case(GP_REFERRAL, REFERRED_AGAIN),
        },
    ),
    Row(
        Outcome.REFERRAL_BY_GP,
        Saving.NOTHING,
        other_effort=False,
        examples={
            "the GP referred": case(GP_REFERRAL),
            "the GP referred, beside school": case(SCHOOL, GP_REFERRAL),
        },
    ),
    Row(
        Outcome.REFERRAL,
        Saving.NOTHING,
        other_effort=False,
        examples={
            "a referral": case(referral()),
            "a referral at full budget": case(referral(100)),
            "a full and a half referral": case(referral(100), referral(50)),
            "a half referral, one without a share": case(referral(50), referral()),
            "a referral, and parents pay more": case(referral(), PARENTS_PAY),
        },
    ),
    Row(
        Outcome.REFERRAL_SMALLER,
        Saving.REST_OF_BUDGET,
        other_effort=True,
        examples={
            "a referral at half budget": case(referral(50)),
            "two at less than the usual budget": case(referral(40), referral(60)),
            "talks and half a referral": case(own(SOME), referral(50)),
        },
    ),
    Row(
        Outcome.PARENTS_PAY,
        Saving.ALL,
        other_effort=True,
        examples={
            "parents pay themselves": case(PARENTS_PAY),
            "parents pay, beside school": case(SCHOOL, PARENTS_PAY),
        },
    ),
    # Then who helped close by.
    Row(
        Outcome.STOPPED_SOCIAL_BASE,
        Saving.ALL,
        other_effort=True,
        examples={
            "help stopped, social base": case(SOCIAL_BASE, help_stopped=True),
            "help stopped, base and school": case(SCHOOL, SOCIAL_BASE, help_stopped=True),
        },
    ),
    Row(
        Outcome.SOCIAL_BASE,
        Saving.ALL,
        other_effort=True,
        examples={
            "social base": case(SOCIAL_BASE),
            "social base and school": case(SCHOOL, SOCIAL_BASE),
        },
    ),
    Row(
        Outcome.WITH_SCHOOL,
        Saving.ALL,
        other_effort=True,
        examples={
            "a solution with school": case(SCHOOL),
            "help stopped, with school": case(SCHOOL, help_stopped=True),
            "school and a specialist": case(SPECIALIST, SCHOOL),
        },
    ),
    Row(
        Outcome.WITH_SPECIALIST,
        Saving.ALL,
        other_effort=True,
        examples={
            "a specialist of the pilot": case(SPECIALIST),
            "talks with a specialist": case(own(MANY), SPECIALIST),
        },
    ),
    # Then the talks of the team alone, of which the longest series names the case.
    Row(
        Outcome.OWN_OVER_10,
        Saving.ALL,
        other_effort=True,
        examples={
            "more than 10 talks": case(own(MANY)),
            "5 to 10 talks, then more than 10": case(own(SOME), own(MANY)),
        },
    ),
    Row(
        Outcome.OWN_5_TO_10,
        Saving.ALL,
        other_effort=True,
        examples={
            "5 to 10 talks": case(own(SOME)),
            "under 5 talks, then 5 to 10": case(own(FEW), own(SOME)),
        },
    ),
    Row(
        Outcome.OWN_UNDER_5,
        Saving.ALL,
        other_effort=True,
        examples={
            "under 5 talks": case(own(FEW)),
            "under 5 talks, and some uncounted": case(own(), own(FEW)),
        },
    ),
    Row(
        Outcome.OWN,
        Saving.ALL,
        other_effort=True,
        examples={"talks that nobody counted": case(own())},
    ),
    Row(
        Outcome.NOTHING_RECORDED,
        Saving.NOT_ASSESSABLE,
        other_effort=False,
        examples={
            "nothing recorded": case(),
            "help stopped, and nothing recorded": case(help_stopped=True),
        },
    ),
]

EXAMPLES = [
    pytest.param(facts, row.outcome, id=words)
    for row in MANUAL
    for words, facts in row.examples.items()
]
EFFORTS = [
    *(REFERRED_AGAIN, GP_REFERRAL, PARENTS_PAY, referral(), referral(100), referral(0)),
    *(SOCIAL_BASE, SCHOOL, SPECIALIST, own(), own(FEW), own(SOME), own(MANY)),
]
RANK = {rule.outcome: rank for rank, rule in enumerate(OUTCOMES)}


@pytest.mark.parametrize(("facts", "outcome"), EXAMPLES)
def test_a_closed_case_becomes(facts: CaseFacts, outcome: Outcome) -> None:
    assert outcome_of(facts) is outcome


def test_the_rules_stand_in_the_order_of_the_manual_and_say_the_same() -> None:
    rules = [(rule.outcome, rule.saving, rule.other_effort) for rule in OUTCOMES]
    assert rules == [(row.outcome, row.not_used, row.other_effort) for row in MANUAL]


def test_every_outcome_has_one_rule() -> None:
    assert sorted(rule.outcome for rule in OUTCOMES) == sorted(Outcome)


def test_only_what_parents_pay_is_displaced() -> None:
    assert [rule.outcome for rule in OUTCOMES if rule.displaced] == [Outcome.PARENTS_PAY]


def test_an_open_case_has_no_outcome_yet() -> None:
    assert outcome_of(case(SCHOOL, closed_as=None)) is None


@given(st.lists(st.sampled_from(EFFORTS), min_size=1), st.booleans())
def test_of_combined_efforts_the_highest_in_the_table_decides(
    efforts: list[Effort], help_stopped: bool
) -> None:
    alone = [outcome_of(case(effort, help_stopped=help_stopped)) for effort in efforts]
    together = outcome_of(case(*efforts, help_stopped=help_stopped))
    assert together is min((outcome for outcome in alone if outcome), key=RANK.__getitem__)


@given(st.permutations(EFFORTS[3:]))
def test_the_order_of_efforts_does_not_matter(efforts: list[Effort]) -> None:
    assert outcome_of(case(*efforts)) is Outcome.REFERRAL


@pytest.mark.parametrize(
    ("facts", "percent"),
    [
        (case(SCHOOL), None),
        (case(referral(0)), 0),
        (case(referral(40), referral(60)), 60),
        (case(referral()), 100),
        (case(referral(50), referral()), 100),
    ],
    ids=["no referral", "no budget", "the larger of two", "usual budget", "half and usual"],
)
def test_the_budget_still_used_is_that_of_the_largest_referral(
    facts: CaseFacts, percent: int | None
) -> None:
    assert budget_still_used(facts) == percent
