"""What changes a case: one verb per function, one transaction, one audit row, facts published."""

from samenspel.web.cases.actions.circle import add_to_circle, end_membership, tell_the_circles
from samenspel.web.cases.actions.consents import give_consent, withdraw_consent
from samenspel.web.cases.actions.course import add_effort, close_case, reopen_case
from samenspel.web.cases.actions.introductions import (
    introduce,
    introduce_without_file,
    take_back_introduction,
)
from samenspel.web.cases.actions.opening import (
    Birth,
    amend_counterfactual,
    note_first_talk,
    open_case,
    sweep_keys,
)

__all__ = [
    "Birth",
    "add_effort",
    "add_to_circle",
    "amend_counterfactual",
    "close_case",
    "end_membership",
    "give_consent",
    "introduce",
    "introduce_without_file",
    "note_first_talk",
    "open_case",
    "reopen_case",
    "sweep_keys",
    "take_back_introduction",
    "tell_the_circles",
    "withdraw_consent",
]
