"""Cases in a few words: `case(own_talks(Talks.UNDER_5), closed_as=ClosingReason.FINISHED)`."""

from datetime import date

from samenspel.evaluation import (
    AgeGroup,
    CaseFacts,
    CaseKind,
    Certainty,
    Closing,
    ClosingReason,
    Counterfactual,
    Effort,
    EffortKind,
    Talks,
)

OPENED, CLOSED = date(2023, 1, 1), date(2023, 6, 1)

SPECIALIST = Effort(EffortKind.SPECIALIST)
SCHOOL = Effort(EffortKind.SCHOOL)
SOCIAL_BASE = Effort(EffortKind.SOCIAL_BASE)
PARENTS_PAY = Effort(EffortKind.PAID_BY_PARENTS)
GP_REFERRAL = Effort(EffortKind.GP_REFERRAL)
REFERRED_AGAIN = Effort(EffortKind.REFERRED_AGAIN)


def own(talks: Talks | None = None) -> Effort:
    return Effort(EffortKind.OWN, talks=talks)


def referral(budget_percent: int | None = None) -> Effort:
    return Effort(EffortKind.REFERRAL, budget_percent=budget_percent)


def case(
    *efforts: Effort,
    expected: str = "jggz",
    closed_as: ClosingReason | None = ClosingReason.FINISHED,
    help_stopped: bool = False,
) -> CaseFacts:
    """A new case of one youth; closed as finished unless told otherwise."""
    return CaseFacts(
        district="west",
        kind=CaseKind.NEW,
        kind_reason=None,
        age_groups=(AgeGroup.FROM_4_TO_11,),
        themes=(),
        youths=1,
        opened=OPENED,
        counterfactual=Counterfactual(expected, Certainty.SURE, version=1, freezes=OPENED),
        efforts=efforts,
        closing=Closing(closed_as, help_stopped, CLOSED) if closed_as else None,
    )
