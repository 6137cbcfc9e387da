"""The fourteen closed cases of the interim evaluation of Zwolle, and their published sums.

The source gives groups and a total; which of the cases expected home help is our reading.
"""

import pytest

from samenspel.evaluation import (
    AvoidedCost,
    CaseFacts,
    ClosedGroup,
    ClosingReason,
    Outcome,
    Price,
    Talks,
    avoided_cost,
)
from samenspel.evaluation.outcomes import RULE_OF, budget_still_used, outcome_of
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

PRICES = {
    "jggz": Price(7_000, 9_000),
    "intensive_home": Price(10_000, 10_000),
    "intensive_home_plus_jggz": Price(15_000, 20_000),
}

FOURTEEN = [
    *[case(own(Talks.UNDER_5))] * 3,
    case(own(Talks.FROM_5_TO_10)),
    case(own(), SPECIALIST, expected="intensive_home_plus_jggz"),
    case(SCHOOL),
    case(SOCIAL_BASE, help_stopped=True),
    case(referral(50)),
    case(PARENTS_PAY),
    case(GP_REFERRAL),
    case(REFERRED_AGAIN, expected="intensive_home"),
    case(REFERRED_AGAIN),
    *[case(closed_as=ClosingReason.MOVED_AWAY)] * 2,
]


def outcome(facts: CaseFacts) -> Outcome:
    found = outcome_of(facts)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def cost() -> AvoidedCost:
    return avoided_cost(
        ClosedGroup(
            cases=1,
            outcome=outcome(facts),
            price=PRICES[facts.counterfactual.answer],
            budget_percent=budget_still_used(facts),
        )
        for facts in FOURTEEN
    )


def test_the_range_runs_from_67_500_to_87_500_with_77_500_in_the_middle(cost: AvoidedCost) -> None:
    assert (cost.low, cost.mid, cost.high) == (67_500, 77_500, 87_500)


def test_parents_pay_8_000_of_it(cost: AvoidedCost) -> None:
    assert (cost.displaced_low, cost.displaced, cost.displaced_high) == (7_000, 8_000, 9_000)
    assert cost.displaced_cases == 1


def test_a_case_is_5_536_over_all_fourteen(cost: AvoidedCost) -> None:
    assert (cost.cases, cost.per_case) == (14, 5_536)


def test_a_case_is_6_458_over_the_twelve_that_can_be_judged(cost: AvoidedCost) -> None:
    assert (cost.assessable, cost.per_assessable_case) == (12, 6_458)


def test_every_case_has_a_price(cost: AvoidedCost) -> None:
    assert cost.unpriced == 0


def test_nine_cases_had_other_effort() -> None:
    assert sum(RULE_OF[outcome(facts)].other_effort for facts in FOURTEEN) == 9
