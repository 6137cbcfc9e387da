"""What moved: the facts of a case, what it became, and the cost that was not made.

Pure: no database, no framework, no clock. Sources: product.md C1 in the design, and the
published interim evaluation of the Zwolle pilot, whose figures the golden test recomputes.
"""

from samenspel.evaluation.avoided import (
    AvoidedCost,
    ClosedGroup,
    Price,
    avoided_cost,
)
from samenspel.evaluation.facts import (
    AgeGroup,
    CaseFacts,
    CaseKind,
    Certainty,
    Closing,
    ClosingReason,
    Counterfactual,
    Effort,
    EffortKind,
    Introduction,
    KindReason,
    Setting,
    Talks,
    age_group,
)
from samenspel.evaluation.outcomes import OUTCOMES, Outcome, OutcomeRule, Saving, outcome_of

__all__ = [
    "OUTCOMES",
    "AgeGroup",
    "AvoidedCost",
    "CaseFacts",
    "CaseKind",
    "Certainty",
    "ClosedGroup",
    "Closing",
    "ClosingReason",
    "Counterfactual",
    "Effort",
    "EffortKind",
    "Introduction",
    "KindReason",
    "Outcome",
    "OutcomeRule",
    "Price",
    "Saving",
    "Setting",
    "Talks",
    "age_group",
    "avoided_cost",
    "outcome_of",
]
