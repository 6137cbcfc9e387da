"""What was expected and not used, in euro: a price range, times what was left of it."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.evaluation import ClosedGroup, Outcome, Price, avoided_cost

JGGZ = Price(7_000, 9_000)

prices = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(lambda p: Price(*sorted(p)))
groups = st.builds(
    ClosedGroup,
    cases=st.integers(0, 1_000),
    outcome=st.sampled_from(Outcome),
    price=st.none() | prices,
    budget_percent=st.none() | st.integers(0, 100),
)


def group(
    outcome: Outcome, price: Price | None = JGGZ, cases: int = 1, percent: int | None = None
) -> ClosedGroup:
    return ClosedGroup(cases=cases, outcome=outcome, price=price, budget_percent=percent)


def test_an_empty_pilot_gives_zeros_and_no_average() -> None:
    cost = avoided_cost([])
    assert (cost.low, cost.mid, cost.high, cost.displaced, cost.cases) == (0, 0, 0, 0, 0)
    assert cost.per_case is None
    assert cost.per_assessable_case is None


def test_a_case_without_a_price_is_unpriced_and_not_counted() -> None:
    cost = avoided_cost([group(Outcome.OWN), group(Outcome.OWN, price=None, cases=3)])
    assert (cost.low, cost.high) == (7_000, 9_000)
    assert (cost.unpriced, cost.cases) == (3, 4)


def test_a_case_that_cannot_be_judged_is_not_unpriced() -> None:
    cost = avoided_cost([group(Outcome.MOVED_AWAY, price=None)])
    assert (cost.unpriced, cost.assessable, cost.cases) == (0, 0, 1)
    assert cost.per_case == 0
    assert cost.per_assessable_case is None


@pytest.mark.parametrize(
    ("percent", "low", "high"),
    [(0, 7_000, 9_000), (50, 3_500, 4_500), (75, 1_750, 2_250), (100, 0, 0), (None, 0, 0)],
)
def test_of_a_smaller_referral_the_rest_of_the_budget_counts(
    percent: int | None, low: int, high: int
) -> None:
    cost = avoided_cost([group(Outcome.REFERRAL_SMALLER, percent=percent)])
    assert (cost.low, cost.high) == (low, high)


def test_what_parents_pay_stands_in_the_total_and_apart() -> None:
    cost = avoided_cost([group(Outcome.PARENTS_PAY, cases=2), group(Outcome.OWN)])
    assert (cost.mid, cost.displaced, cost.displaced_cases) == (24_000, 16_000, 2)


def test_half_a_euro_goes_up_and_only_at_the_end() -> None:
    odd = group(Outcome.REFERRAL_SMALLER, price=Price(1, 1), percent=50)
    assert avoided_cost([odd]).low == 1
    assert avoided_cost([odd, odd]).low == 1


@pytest.mark.parametrize(("low", "high"), [(2, 1), (-1, 1), (-2, -1)])
def test_a_price_that_does_not_run_from_low_to_high_is_refused(low: int, high: int) -> None:
    with pytest.raises(ValueError, match="from low to high"):
        Price(low, high)


@pytest.mark.parametrize("percent", [-1, 101])
def test_a_share_of_the_budget_outside_0_to_100_is_refused(percent: int) -> None:
    with pytest.raises(ValueError, match="0 to 100 percent"):
        group(Outcome.REFERRAL_SMALLER, percent=percent)


@given(st.lists(groups))
def test_the_sum_stays_between_zero_and_the_full_price(groups: Sequence[ClosedGroup]) -> None:
    cost = avoided_cost(groups)
    assert 0 <= cost.low <= cost.mid <= cost.high
    assert cost.high <= sum(group.cases * group.price.high for group in groups if group.price)


@given(st.lists(groups))
def test_a_part_is_never_more_than_the_whole(groups: Sequence[ClosedGroup]) -> None:
    cost = avoided_cost(groups)
    assert cost.displaced_low <= cost.low
    assert cost.displaced_high <= cost.high
    assert cost.unpriced <= cost.assessable <= cost.cases


@given(st.lists(groups))
def test_the_order_of_groups_does_not_matter(groups: list[ClosedGroup]) -> None:
    assert avoided_cost(groups) == avoided_cost(reversed(groups))
