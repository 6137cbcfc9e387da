"""What each table of the figures page is called and what it counts, in words.

docs/figures.md says the same at length; a figure without its definition is a rumour.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


@dataclass(frozen=True)
class About:
    title: Text
    lines: Sequence[Text]


ABOUT: dict[str, About] = {
    "sessions": About(
        _("Learning sessions"),
        [_("Sessions held, per cycle. Mini sessions and other meetings do not count.")],
    ),
    "introductions": About(
        _("Cases brought in for the first time"),
        [
            _("A case counts in the cycle in which it was first brought into a session."),
            _(
                "Brought in again: %(again)s. In a mini session: %(mini)s. "
                "Without the file: %(loose)s."
            ),
        ],
    ),
    "partners": About(
        _("Different partners"),
        [
            _(
                "On the list: the different parties per cycle. Two functions of one school are "
                "two lines, and the family members together are one."
            ),
            _(
                "Organisations: the different partner organisations. In total both columns count "
                "organisations, because one that comes in two cycles is one partner."
            ),
        ],
    ),
    "attendances": About(
        _("Attendances"),
        [
            _(
                "People on the list of participants, counted per session; one person in three "
                "sessions is three."
            ),
            _("Family members among them: %(family)s. They are participants, never partners."),
            _("Where nobody noted how many came, nothing is added: unknown is not zero."),
        ],
    ),
    "questions": About(
        _("Learning questions"),
        [_("Questions caught in a cycle, in all kinds of meetings and of all districts.")],
    ),
    "cases": About(
        _("Cases and youths"),
        [
            _("One case can be about more youths, so they are counted apart."),
            _(
                "Every case counts, also one that was only discussed in a mini session or not at "
                "all."
            ),
        ],
    ),
    "counterfactual": About(
        _("Closed: what would have been used"),
        [
            _(
                "What the worker expected at the door, in the version that was frozen before the "
                "outcome could be known."
            )
        ],
    ),
    "outcome": About(
        _("Closed: what was done"),
        [
            _("Every closed case counts once; where efforts were combined, the heaviest decides."),
            _("Moved away is neither success nor failure."),
        ],
    ),
    "expected": About(
        _("Running: what would have been used"),
        [_("The first judgement of the worker, as it is frozen. The outcome is still open.")],
    ),
    "decisions": About(
        _("Before the pilot: formal decisions"),
        [
            _(
                "Decisions on youth help in the year before the pilot began. A first decision is "
                "for a youth who had no specialised help before."
            )
        ],
    ),
}

PROTECTED: Text = _(
    "Fixed groups of at least %(n)s cases. A smaller group is not shown, and then there is no "
    "total either."
)
