"""The words that figures and their rows are shown with."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.disclosure import Group
from samenspel.evaluation import Outcome
from samenspel.evaluation.facts import NO_HELP, NOT_KNOWN

OUTCOME_WORDS: dict[Outcome, str | Promise] = {
    Outcome.OWN_UNDER_5: _("Own effort of the team, fewer than 5 talks"),
    Outcome.OWN_5_TO_10: _("Own effort of the team, 5 to 10 talks"),
    Outcome.OWN_OVER_10: _("Own effort of the team, more than 10 talks"),
    Outcome.OWN: _("Own effort of the team"),
    Outcome.WITH_SPECIALIST: _("Own effort with a specialist of the pilot"),
    Outcome.WITH_SCHOOL: _("A solution with school"),
    Outcome.SOCIAL_BASE: _("Support from the neighbourhood"),
    Outcome.STOPPED_SOCIAL_BASE: _("Running help stopped, support from the neighbourhood"),
    Outcome.REFERRAL_SMALLER: _("Specialised help with a smaller budget"),
    Outcome.REFERRAL: _("Specialised help with the usual budget"),
    Outcome.PARENTS_PAY: _("Parents pay themselves"),
    Outcome.REFERRAL_BY_GP: _("Referred by the GP"),
    Outcome.REFERRED_AGAIN: _("Referred again"),
    Outcome.MOVED_AWAY: _("Moved away, cannot be judged"),
    Outcome.WITHDRAWN: _("Withdrawn, cannot be judged"),
    Outcome.NOTHING_RECORDED: _("Closed without an effort on record"),
}
"""In the order of the page: from light to heavy, then what cannot be judged."""

COARSE_OUTCOMES: tuple[Group, ...] = (
    Group(
        "close_by",
        frozenset(
            {
                Outcome.OWN_UNDER_5,
                Outcome.OWN_5_TO_10,
                Outcome.OWN_OVER_10,
                Outcome.OWN,
                Outcome.WITH_SPECIALIST,
                Outcome.WITH_SCHOOL,
                Outcome.SOCIAL_BASE,
                Outcome.STOPPED_SOCIAL_BASE,
            }
        ),
    ),
    Group(
        "specialised",
        frozenset(
            {
                Outcome.REFERRAL_SMALLER,
                Outcome.REFERRAL,
                Outcome.PARENTS_PAY,
                Outcome.REFERRAL_BY_GP,
                Outcome.REFERRED_AGAIN,
            }
        ),
    ),
    Group(
        "not_assessable",
        frozenset({Outcome.MOVED_AWAY, Outcome.WITHDRAWN, Outcome.NOTHING_RECORDED}),
    ),
)

COARSE_WORDS: dict[str, str | Promise] = {
    "close_by": _("Solved close by: team, school, neighbourhood"),
    "specialised": _("Specialised help after all, whoever pays"),
    "not_assessable": _("Cannot be judged"),
    "mental_health": _("Youth mental health care"),
    "other_help": _("Other specialised help, or a combination"),
    "no_help": _("No specialised help, or not known"),
}

ANSWER_WORDS: dict[str, str | Promise] = {
    NO_HELP: _("No specialised help"),
    NOT_KNOWN: _("Not known"),
}
