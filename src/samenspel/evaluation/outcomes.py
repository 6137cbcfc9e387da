"""What a closed case became: one outcome each, from a table that is read from top to bottom.

A case can combine efforts; the first rule that holds names it, so that every case is counted
once and the heaviest thing that happened decides. The keys are those of the published evaluation;
`referral_half_budget` stands for every referral at less than the usual budget.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from samenspel.evaluation.facts import CaseFacts, ClosingReason, Effort, EffortKind, Talks


class Outcome(StrEnum):
    MOVED_AWAY = "moved_away"
    WITHDRAWN = "withdrawn"
    REFERRED_AGAIN = "referred_again"
    REFERRAL_BY_GP = "referral_by_gp"
    PARENTS_PAY = "parents_pay_themselves"
    REFERRAL_SMALLER = "referral_half_budget"
    REFERRAL = "referral"
    STOPPED_SOCIAL_BASE = "jggz_stopped_social_base"
    SOCIAL_BASE = "social_base"
    WITH_SCHOOL = "solution_with_school"
    WITH_SPECIALIST = "own_effort_with_gz_psychologist"
    OWN_UNDER_5 = "own_effort_swt_under_5_talks"
    OWN_5_TO_10 = "own_effort_swt_5_10_talks"
    OWN_OVER_10 = "own_effort_swt_over_10_talks"
    OWN = "own_effort_swt"
    NOTHING_RECORDED = "nothing_recorded"


class Saving(StrEnum):
    """How much of the counterfactual was not used."""

    ALL = "all"
    REST_OF_BUDGET = "rest_of_budget"
    NOTHING = "nothing"
    NOT_ASSESSABLE = "not_assessable"


@dataclass(frozen=True)
class OutcomeRule:
    """One line of the table. `displaced`: somebody else now pays, so it is not saved."""

    outcome: Outcome
    holds: Callable[[CaseFacts], bool]
    saving: Saving
    other_effort: bool
    displaced: bool = False


def _closed_as(reason: ClosingReason) -> Callable[[CaseFacts], bool]:
    return lambda facts: facts.closing is not None and facts.closing.reason is reason


def _any(check: Callable[[Effort], bool]) -> Callable[[CaseFacts], bool]:
    return lambda facts: any(check(effort) for effort in facts.efforts)


def _kind(kind: EffortKind) -> Callable[[CaseFacts], bool]:
    return _any(lambda effort: effort.kind is kind)


def _own(talks: Talks) -> Callable[[CaseFacts], bool]:
    return _any(lambda effort: effort.kind is EffortKind.OWN and effort.talks is talks)


def _full_referral(facts: CaseFacts) -> bool:
    return budget_still_used(facts) == 100


def _stopped_with_social_base(facts: CaseFacts) -> bool:
    stopped = facts.closing is not None and facts.closing.help_stopped
    return stopped and _kind(EffortKind.SOCIAL_BASE)(facts)


OUTCOMES: tuple[OutcomeRule, ...] = (
    OutcomeRule(
        Outcome.MOVED_AWAY,
        _closed_as(ClosingReason.MOVED_AWAY),
        Saving.NOT_ASSESSABLE,
        other_effort=False,
    ),
    OutcomeRule(
        Outcome.WITHDRAWN,
        _closed_as(ClosingReason.WITHDRAWN),
        Saving.NOT_ASSESSABLE,
        other_effort=False,
    ),
    OutcomeRule(
        Outcome.REFERRED_AGAIN,
        _kind(EffortKind.REFERRED_AGAIN),
        Saving.NOTHING,
        other_effort=False,
    ),
    OutcomeRule(
        Outcome.REFERRAL_BY_GP,
        _kind(EffortKind.GP_REFERRAL),
        Saving.NOTHING,
        other_effort=False,
    ),
    OutcomeRule(Outcome.REFERRAL, _full_referral, Saving.NOTHING, other_effort=False),
    OutcomeRule(
        Outcome.REFERRAL_SMALLER,
        _kind(EffortKind.REFERRAL),
        Saving.REST_OF_BUDGET,
        other_effort=True,
    ),
    OutcomeRule(
        Outcome.PARENTS_PAY,
        _kind(EffortKind.PAID_BY_PARENTS),
        Saving.ALL,
        other_effort=True,
        displaced=True,
    ),
    OutcomeRule(
        Outcome.STOPPED_SOCIAL_BASE,
        _stopped_with_social_base,
        Saving.ALL,
        other_effort=True,
    ),
    OutcomeRule(
        Outcome.SOCIAL_BASE,
        _kind(EffortKind.SOCIAL_BASE),
        Saving.ALL,
        other_effort=True,
    ),
    OutcomeRule(Outcome.WITH_SCHOOL, _kind(EffortKind.SCHOOL), Saving.ALL, other_effort=True),
    OutcomeRule(
        Outcome.WITH_SPECIALIST,
        _kind(EffortKind.SPECIALIST),
        Saving.ALL,
        other_effort=True,
    ),
    OutcomeRule(Outcome.OWN_OVER_10, _own(Talks.OVER_10), Saving.ALL, other_effort=True),
    OutcomeRule(Outcome.OWN_5_TO_10, _own(Talks.FROM_5_TO_10), Saving.ALL, other_effort=True),
    OutcomeRule(Outcome.OWN_UNDER_5, _own(Talks.UNDER_5), Saving.ALL, other_effort=True),
    OutcomeRule(Outcome.OWN, _kind(EffortKind.OWN), Saving.ALL, other_effort=True),
    OutcomeRule(
        Outcome.NOTHING_RECORDED,
        lambda _facts: True,
        Saving.NOT_ASSESSABLE,
        other_effort=False,
    ),
)

RULE_OF: dict[Outcome, OutcomeRule] = {rule.outcome: rule for rule in OUTCOMES}


def outcome_of(facts: CaseFacts) -> Outcome | None:
    """What the case became, or None while it is still open."""
    if facts.closing is None:
        return None
    return next(rule.outcome for rule in OUTCOMES if rule.holds(facts))


def budget_still_used(facts: CaseFacts) -> int | None:
    """Percent of the usual budget that referrals still use; the largest when there are more.

    A referral without a share is one at the usual budget; without a referral there is no share.
    """
    shares = [
        100 if effort.budget_percent is None else effort.budget_percent
        for effort in facts.efforts
        if effort.kind is EffortKind.REFERRAL
    ]
    return max(shares, default=None)
