"""The manual of the outcome rules: what a closed case became, and how much was not used.

Read from top to bottom, like the rules: what stands higher decides when efforts are combined.
"""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.evaluation import OUTCOMES, CaseFacts, ClosingReason, Effort, Outcome, Talks
from samenspel.evaluation.outcomes import RULE_OF, Saving, budget_still_used, outcome_of
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
ALL, REST, NOTHING = Saving.ALL, Saving.REST_OF_BUDGET, Saving.NOTHING
UNJUDGED = Saving.NOT_ASSESSABLE


class Example(NamedTuple):
    words: str
    facts: CaseFacts
    outcome: Outcome
    not_used: Saving
    other_effort: bool


YES, NO = True, False

# fmt: off
EXAMPLES = [Example(*row) for row in (
    # How it was closed comes before anything that was done.
    ("the family moved away",         case(closed_as=MOVED),                Outcome.MOVED_AWAY,          UNJUDGED, NO),
    ("moved away after talks",        case(own(FEW), closed_as=MOVED),      Outcome.MOVED_AWAY,          UNJUDGED, NO),
    ("the family withdrew",           case(closed_as=WITHDRAWN),            Outcome.WITHDRAWN,           UNJUDGED, NO),
    ("withdrew after a referral",     case(referral(), closed_as=WITHDRAWN), Outcome.WITHDRAWN,          UNJUDGED, NO),
    # Then specialised help that was used after all, whoever sent the youth there.
    ("referred again",                case(REFERRED_AGAIN),                 Outcome.REFERRED_AGAIN,      NOTHING,  NO),
    ("talks, and referred again",     case(own(MANY), REFERRED_AGAIN),      Outcome.REFERRED_AGAIN,      NOTHING,  NO),
    ("the GP referred",               case(GP_REFERRAL),                    Outcome.REFERRAL_BY_GP,      NOTHING,  NO),
    ("school, but the GP referred",   case(SCHOOL, GP_REFERRAL),            Outcome.REFERRAL_BY_GP,      NOTHING,  NO),
    ("parents pay themselves",        case(PARENTS_PAY),                    Outcome.PARENTS_PAY,         ALL,      YES),
    ("parents pay, beside school",    case(SCHOOL, PARENTS_PAY),            Outcome.PARENTS_PAY,         ALL,      YES),
    ("a referral",                    case(referral()),                     Outcome.REFERRAL,            NOTHING,  NO),
    ("a referral at full budget",     case(referral(100)),                  Outcome.REFERRAL,            NOTHING,  NO),
    ("a full and a half referral",    case(referral(100), referral(50)),    Outcome.REFERRAL,            NOTHING,  NO),
    ("a half one, one without share", case(referral(50), referral()),       Outcome.REFERRAL,            NOTHING,  NO),
    ("a referral at half budget",     case(referral(50)),                   Outcome.REFERRAL_SMALLER,    REST,     YES),
    ("talks, and half a referral",    case(own(SOME), referral(50)),        Outcome.REFERRAL_SMALLER,    REST,     YES),
    # Then who helped close by.
    ("help stopped, social base",     case(SOCIAL_BASE, help_stopped=True), Outcome.STOPPED_SOCIAL_BASE, ALL,      YES),
    ("help stopped, base and school", case(SCHOOL, SOCIAL_BASE, help_stopped=True), Outcome.STOPPED_SOCIAL_BASE, ALL, YES),
    ("social base",                   case(SOCIAL_BASE),                    Outcome.SOCIAL_BASE,         ALL,      YES),
    ("social base and school",        case(SCHOOL, SOCIAL_BASE),            Outcome.SOCIAL_BASE,         ALL,      YES),
    ("a solution with school",        case(SCHOOL),                         Outcome.WITH_SCHOOL,         ALL,      YES),
    ("help stopped, with school",     case(SCHOOL, help_stopped=True),      Outcome.WITH_SCHOOL,         ALL,      YES),
    ("school and a specialist",       case(SPECIALIST, SCHOOL),             Outcome.WITH_SCHOOL,         ALL,      YES),
    ("a specialist of the pilot",     case(SPECIALIST),                     Outcome.WITH_SPECIALIST,     ALL,      YES),
    ("talks with a specialist",       case(own(FEW), SPECIALIST),           Outcome.WITH_SPECIALIST,     ALL,      YES),
    # Then the talks of the team alone.
    ("more than 10 talks",            case(own(MANY)),                      Outcome.OWN_OVER_10,         ALL,      YES),
    ("5 to 10 talks",                 case(own(SOME)),                      Outcome.OWN_5_TO_10,         ALL,      YES),
    ("under 5, then 5 to 10 talks",   case(own(FEW), own(SOME)),            Outcome.OWN_5_TO_10,         ALL,      YES),
    ("under 5 talks",                 case(own(FEW)),                       Outcome.OWN_UNDER_5,         ALL,      YES),
    ("talks that nobody counted",     case(own()),                          Outcome.OWN,                 ALL,      YES),
    ("nothing recorded",              case(),                               Outcome.NOTHING_RECORDED,    UNJUDGED, NO),
    ("help stopped, nothing else",    case(help_stopped=True),              Outcome.NOTHING_RECORDED,    UNJUDGED, NO),
)]
# fmt: on

EFFORTS = [
    *(REFERRED_AGAIN, GP_REFERRAL, PARENTS_PAY, referral(), referral(100), referral(0)),
    *(SOCIAL_BASE, SCHOOL, SPECIALIST, own(), own(FEW), own(SOME), own(MANY)),
]
RANK = {rule.outcome: rank for rank, rule in enumerate(OUTCOMES)}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.words)
def test_the_outcome_is_as_in_the_manual(example: Example) -> None:
    rule = RULE_OF[example.outcome]
    assert outcome_of(example.facts) is example.outcome
    assert (rule.saving, rule.other_effort) == (example.not_used, example.other_effort)


def test_the_manual_has_every_rule_in_the_order_of_the_rules() -> None:
    shown = list(dict.fromkeys(example.outcome for example in EXAMPLES))
    assert shown == [rule.outcome for rule in OUTCOMES] == list(RULE_OF)
    assert set(shown) == set(Outcome)


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
