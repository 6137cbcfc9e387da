"""Who may do what: one table of role × function, each function in one layer.

`docs/who-sees-what.md` is printed from it and the URL test walks it. A function of the case layer
is only half a key: the other half is being in the circle of that case (`cases/access.py`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.web.accounts.roles import Role


class Layer(StrEnum):
    CASE = "case"
    MEETING = "meeting"
    LEARNING = "learning"
    SETTINGS = "settings"
    TRUST = "trust"


class Function(StrEnum):
    OPEN_CASE = "open_case"
    READ_CASE = "read_case"
    WORK_ON_CASE = "work_on_case"
    DRAW_MAP = "draw_map"
    SEE_MEETINGS = "see_meetings"
    SEE_MEETING_AGENDA = "see_meeting_agenda"
    HOLD_MEETING = "hold_meeting"
    CATCH_QUESTION = "catch_question"
    SEE_AGENDA = "see_agenda"
    ORDER_AGENDA = "order_agenda"
    SEE_FIGURES = "see_figures"
    SEE_EXACT_FIGURES = "see_exact_figures"
    SEE_ROWS = "see_rows"
    SET_TARIFFS = "set_tariffs"
    SET_CYCLES = "set_cycles"
    SEE_PARTNERS = "see_partners"
    KEEP_PARTNERS = "keep_partners"
    KEEP_ACCOUNTS = "keep_accounts"
    READ_AUDIT = "read_audit"


@dataclass(frozen=True)
class Meaning:
    layer: Layer
    words: str | Promise


MEANING: dict[Function, Meaning] = {
    Function.OPEN_CASE: Meaning(Layer.CASE, _("open a case")),
    Function.READ_CASE: Meaning(Layer.CASE, _("read the cases in whose circle one is")),
    Function.WORK_ON_CASE: Meaning(Layer.CASE, _("write in the cases where one is the worker")),
    Function.DRAW_MAP: Meaning(
        Layer.CASE, _("draw along on the map of the cases in whose circle one is")
    ),
    Function.SEE_MEETINGS: Meaning(Layer.MEETING, _("see sessions and who attended")),
    Function.SEE_MEETING_AGENDA: Meaning(
        Layer.MEETING, _("see the codes of the cases on a session's agenda")
    ),
    Function.HOLD_MEETING: Meaning(Layer.MEETING, _("plan a session and note attendance")),
    Function.CATCH_QUESTION: Meaning(Layer.LEARNING, _("catch a learning question")),
    Function.SEE_AGENDA: Meaning(Layer.LEARNING, _("see the learning agenda")),
    Function.ORDER_AGENDA: Meaning(
        Layer.LEARNING,
        _("order the learning agenda and close cycles; see where a question was caught"),
    ),
    Function.SEE_FIGURES: Meaning(Layer.LEARNING, _("see the interim figures")),
    Function.SEE_EXACT_FIGURES: Meaning(
        Layer.LEARNING, _("see exact case outcomes instead of coarse groups")
    ),
    Function.SEE_ROWS: Meaning(Layer.LEARNING, _("open the rows behind a number")),
    Function.SET_TARIFFS: Meaning(Layer.SETTINGS, _("fill the tariff table")),
    Function.SET_CYCLES: Meaning(Layer.SETTINGS, _("plan learning cycles")),
    Function.SEE_PARTNERS: Meaning(Layer.MEETING, _("see the partners")),
    Function.KEEP_PARTNERS: Meaning(Layer.SETTINGS, _("add partner organisations")),
    Function.KEEP_ACCOUNTS: Meaning(Layer.SETTINGS, _("make accounts and give roles")),
    Function.READ_AUDIT: Meaning(Layer.TRUST, _("read the audit log, without case content")),
}

RIGHTS: dict[Role, frozenset[Function]] = {
    Role.FAMILY_WORKER: frozenset(
        {
            Function.OPEN_CASE,
            Function.READ_CASE,
            Function.WORK_ON_CASE,
            Function.DRAW_MAP,
            Function.SEE_MEETINGS,
            Function.SEE_MEETING_AGENDA,
            Function.CATCH_QUESTION,
            Function.SEE_AGENDA,
            Function.SEE_PARTNERS,
            Function.SEE_FIGURES,
        }
    ),
    Role.FACILITATOR: frozenset(
        {
            Function.SEE_MEETINGS,
            Function.SEE_MEETING_AGENDA,
            Function.HOLD_MEETING,
            Function.SET_CYCLES,
            Function.CATCH_QUESTION,
            Function.SEE_AGENDA,
            Function.SEE_PARTNERS,
            Function.KEEP_PARTNERS,
            Function.SEE_FIGURES,
            Function.SEE_EXACT_FIGURES,
        }
    ),
    Role.REFLEXIVE_MONITOR: frozenset(
        {
            Function.SEE_MEETINGS,
            Function.CATCH_QUESTION,
            Function.SEE_AGENDA,
            Function.ORDER_AGENDA,
            Function.SET_CYCLES,
            Function.SEE_PARTNERS,
            Function.SEE_FIGURES,
            Function.SEE_EXACT_FIGURES,
            Function.SEE_ROWS,
        }
    ),
    Role.PROGRAMME_TEAM: frozenset(
        {
            Function.SEE_MEETINGS,
            Function.CATCH_QUESTION,
            Function.SEE_AGENDA,
            Function.SEE_PARTNERS,
            Function.SEE_FIGURES,
        }
    ),
    Role.POLICY_OFFICER: frozenset({Function.SEE_FIGURES, Function.SET_TARIFFS}),
    Role.ADMINISTRATOR: frozenset(
        {
            Function.KEEP_ACCOUNTS,
            Function.SEE_PARTNERS,
            Function.KEEP_PARTNERS,
            Function.SET_CYCLES,
            Function.READ_AUDIT,
        }
    ),
    Role.PRIVACY_OFFICER: frozenset({Function.READ_AUDIT}),
    Role.PARTNER_PROFESSIONAL: frozenset({Function.READ_CASE, Function.DRAW_MAP}),
    Role.FAMILY_MEMBER: frozenset({Function.READ_CASE, Function.DRAW_MAP}),
}


def functions_of(roles: Iterable[str]) -> frozenset[Function]:
    """Everything that these roles together give."""
    return frozenset[Function]().union(*(RIGHTS[Role(role)] for role in roles))
