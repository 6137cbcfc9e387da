"""Avoided cost as a range: specialised help that was expected and not used (*niet ingezet*).

Gross: the price of the counterfactual, less the part that was used after all. Nothing is taken
off for the team's own hours, because nobody recorded them; the page says so. The unit price is
uncertain in the same way for every case, so lows are added to lows and highs to highs.
What parents now pay stands in the total and is shown apart as displaced.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from samenspel.evaluation.facts import check_budget
from samenspel.evaluation.outcomes import RULE_OF, Outcome, Saving


@dataclass(frozen=True)
class Price:
    """What a product costs per case, in whole euro."""

    low: int
    high: int

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            raise ValueError(f"a price range runs from low to high, not {self.low} to {self.high}")


@dataclass(frozen=True)
class ClosedGroup:
    """Closed cases that are alike: same price, same outcome, same share of budget still used.

    `price` is None when no tariff was set or the counterfactual was not known.
    """

    cases: int
    outcome: Outcome
    price: Price | None
    budget_percent: int | None = None

    def __post_init__(self) -> None:
        check_budget(self.budget_percent)


@dataclass(frozen=True)
class AvoidedCost:
    """Euro, whole. `cases` is every closed case, `assessable` those a judgement can be made of."""

    low: int
    high: int
    displaced_low: int
    displaced_high: int
    displaced_cases: int
    cases: int
    assessable: int
    unpriced: int

    @property
    def mid(self) -> int:
        return _whole(Fraction(self.low + self.high, 2))

    @property
    def displaced(self) -> int:
        return _whole(Fraction(self.displaced_low + self.displaced_high, 2))

    @property
    def per_case(self) -> int | None:
        """Over all closed cases, as the published evaluation reckons it."""
        return _whole(Fraction(self.low + self.high, 2 * self.cases)) if self.cases else None

    @property
    def per_assessable_case(self) -> int | None:
        """Over the cases that can be judged: moved away and withdrawn left out."""
        if not self.assessable:
            return None
        return _whole(Fraction(self.low + self.high, 2 * self.assessable))


def avoided_cost(groups: Iterable[ClosedGroup]) -> AvoidedCost:
    """The sum over all groups; an empty pilot gives zeros."""
    groups = list(groups)
    displaced = [group for group in groups if RULE_OF[group.outcome].displaced]
    low, high = _range(groups)
    displaced_low, displaced_high = _range(displaced)
    assessable = [group for group in groups if _is_assessable(group)]
    return AvoidedCost(
        low=low,
        high=high,
        displaced_low=displaced_low,
        displaced_high=displaced_high,
        displaced_cases=sum(group.cases for group in displaced),
        cases=sum(group.cases for group in groups),
        assessable=sum(group.cases for group in assessable),
        unpriced=sum(group.cases for group in assessable if group.price is None),
    )


def share_not_used(group: ClosedGroup) -> Fraction:
    """Which part of the counterfactual was not used, 0 to 1."""
    saving = RULE_OF[group.outcome].saving
    if saving is Saving.ALL:
        return Fraction(1)
    if saving is Saving.REST_OF_BUDGET:
        return 1 - Fraction(100 if group.budget_percent is None else group.budget_percent, 100)
    return Fraction(0)


def _range(groups: Iterable[ClosedGroup]) -> tuple[int, int]:
    low = high = Fraction(0)
    for group in groups:
        if group.price is None:
            continue
        share = share_not_used(group) * group.cases
        low += share * group.price.low
        high += share * group.price.high
    return _whole(low), _whole(high)


def _is_assessable(group: ClosedGroup) -> bool:
    return RULE_OF[group.outcome].saving is not Saving.NOT_ASSESSABLE


def _whole(amount: Fraction) -> int:
    """To whole euro, halves up, so that a sum read aloud matches the page."""
    return int(amount + Fraction(1, 2))
