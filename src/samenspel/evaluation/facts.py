"""`CaseFacts`: the only thing about a case that reaches the learning layer.

It holds no name, no text, no code and no day: months, code lists and counts. It is exact;
whoever shows a figure decides how coarse it must be for the reader (see `disclosure`).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

NO_HELP = "none"
"""Counterfactual answer: without the pilot no specialised help would have been used."""

NOT_KNOWN = "unknown"
"""Counterfactual answer: the worker did not know. It is an answer, and has no price."""


class CaseKind(StrEnum):
    NEW = "new"
    EXISTING = "existing"


class KindReason(StrEnum):
    """Why an existing case is looked at again."""

    REINDICATION = "reindication"
    STUCK = "stuck"
    DOUBT = "doubt"


class AgeGroup(StrEnum):
    """The age groups of the municipal dashboard."""

    FROM_0_TO_3 = "0_3"
    FROM_4_TO_11 = "4_11"
    FROM_12_TO_15 = "12_15"
    FROM_16_TO_17 = "16_17"
    FROM_18_TO_23 = "18_23"
    NOT_KNOWN = "unknown"


class Certainty(StrEnum):
    SURE = "sure"
    PROBABLY = "probably"
    GUESS = "guess"


class Setting(StrEnum):
    SESSION = "session"
    MINI = "mini"


class EffortKind(StrEnum):
    """What was done instead. Several may combine in one case."""

    OWN = "own"
    SPECIALIST = "specialist"
    SCHOOL = "school"
    SOCIAL_BASE = "social_base"
    REFERRAL = "referral"
    PAID_BY_PARENTS = "paid_by_parents"
    GP_REFERRAL = "gp_referral"
    REFERRED_AGAIN = "referred_again"


class Talks(StrEnum):
    """Intensity of own effort, as number of talks."""

    UNDER_5 = "under_5"
    FROM_5_TO_10 = "from_5_to_10"
    OVER_10 = "over_10"


class ClosingReason(StrEnum):
    FINISHED = "finished"
    MOVED_AWAY = "moved_away"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Introduction:
    """One time that a case was brought into a meeting."""

    cycle: int | None
    district: str
    setting: Setting
    again: bool


@dataclass(frozen=True)
class Counterfactual:
    """What would have been used without the pilot, in the version that figures use.

    `answer` is the key of a product, `NO_HELP` or `NOT_KNOWN`; `freezes` is the month in which
    this version can no longer be replaced without a reason.
    """

    answer: str
    certainty: Certainty
    version: int
    freezes: date

    def __post_init__(self) -> None:
        _check_month(self.freezes)
        if self.version < 1:
            raise ValueError(f"versions count from 1, not {self.version}")


@dataclass(frozen=True)
class Effort:
    """`budget_percent`: share of the usual budget still used by a referral, 0 to 100."""

    kind: EffortKind
    talks: Talks | None = None
    budget_percent: int | None = None

    def __post_init__(self) -> None:
        check_budget(self.budget_percent)


@dataclass(frozen=True)
class Closing:
    """`help_stopped`: specialised help that was running at the start has ended."""

    reason: ClosingReason
    help_stopped: bool
    month: date

    def __post_init__(self) -> None:
        _check_month(self.month)


@dataclass(frozen=True)
class CaseFacts:
    """Everything the figures may know about one case, exact, without identity."""

    district: str
    kind: CaseKind
    kind_reason: KindReason | None
    age_groups: tuple[AgeGroup, ...]
    themes: tuple[str, ...]
    youths: int
    opened: date
    counterfactual: Counterfactual
    introductions: tuple[Introduction, ...] = ()
    efforts: tuple[Effort, ...] = ()
    closing: Closing | None = None

    def __post_init__(self) -> None:
        _check_month(self.opened)
        if self.youths < 1:
            raise ValueError("a case is about at least one youth")
        if self.kind is CaseKind.NEW and self.kind_reason is not None:
            raise ValueError("a new case has no reason for being looked at again")


AGE_LIMITS: tuple[tuple[int, AgeGroup], ...] = (
    (3, AgeGroup.FROM_0_TO_3),
    (11, AgeGroup.FROM_4_TO_11),
    (15, AgeGroup.FROM_12_TO_15),
    (17, AgeGroup.FROM_16_TO_17),
    (23, AgeGroup.FROM_18_TO_23),
)


def age_group(birth_year: int | None, birth_month: int | None, on: date) -> AgeGroup:
    """The age group on a day, from a birth date known to the year or the month.

    Without a month the age is reckoned from the first of July, the middle of the year.
    """
    if birth_year is None:
        return AgeGroup.NOT_KNOWN
    birthday_still_to_come = on.month < (birth_month or 7)
    age = on.year - birth_year - birthday_still_to_come
    return next((group for limit, group in AGE_LIMITS if age <= limit), AgeGroup.NOT_KNOWN)


def check_budget(percent: int | None) -> None:
    """A share of the usual budget, where None is "not given", is 0 to 100 percent."""
    if percent is not None and not 0 <= percent <= 100:
        raise ValueError(f"a share of the budget is 0 to 100 percent, not {percent}")


def _check_month(value: date) -> None:
    if value.day != 1:
        raise ValueError(f"facts hold months, so the day must be 1, not {value.isoformat()}")
