"""What a file would add, before somebody says yes."""

from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.drawing.sheet.look import Sheet
from samenspel.family import Reach
from samenspel.family.language import translator
from samenspel.formats.report import OUTCOMES
from samenspel.web.maps.fitting import Fitted
from samenspel.web.maps.forms import Option
from samenspel.web.maps.importing import Counts, Proposal, counts
from samenspel.web.maps.presenters.lists import for_whom
from samenspel.web.maps.presenters.still import Still, still
from samenspel.web.maps.seats import Seat


@dataclass(frozen=True)
class ProposalPage:
    """`lines` are those of the file that are worth a look; `kept_private` counts what was not for
    everybody there either; `choices` are for whom it may be added."""

    still: Still
    counts: Counts
    outcomes: Sequence[tuple[str, int]]
    lines: Sequence[str]
    left_out: int
    kept_private: int
    choices: Sequence[Option]


def proposal_page(
    proposal: Proposal, fitted: Fitted, sheet: Sheet, seat: Seat, *, lang: str
) -> ProposalPage:
    words = translator(lang)
    return ProposalPage(
        still=still(sheet),
        counts=counts(proposal.map),
        outcomes=[
            (words(OUTCOMES[outcome]), count) for outcome, count in proposal.counts.items() if count
        ],
        lines=[line.words(lang) for line in proposal.lines],
        left_out=fitted.left_out,
        kept_private=sum(one.audience.reach is not Reach.CIRCLE for one in proposal.map),
        choices=for_whom(seat),
    )
