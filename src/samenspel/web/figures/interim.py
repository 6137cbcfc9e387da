"""All interim figures together, exact: for the command, the JSON and the exact page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from samenspel.disclosure import SMALLEST_GROUP
from samenspel.evaluation import AvoidedCost, Setting
from samenspel.web.figures import queries
from samenspel.web.figures.queries import Counts, Frame, PerCycle


@dataclass(frozen=True)
class InterimFigures:
    """`avoided_coarse` counts only products that five or more closed cases have."""

    frame: Frame
    sessions: PerCycle
    introductions: PerCycle
    introductions_again: PerCycle
    introductions_mini: PerCycle
    introductions_without_file: PerCycle
    partners: PerCycle
    organisations: PerCycle
    attendances: PerCycle
    family_members: PerCycle
    questions: Counts
    cases: dict[str, Counts]
    open_expected: Counts
    decisions: dict[str, Counts]
    by_counterfactual: Counts
    by_outcome: Counts
    avoided: AvoidedCost
    avoided_coarse: AvoidedCost

    def as_json(self) -> dict[str, Any]:
        """The shape that `samenspel figures --json` promises; docs/figures.md says what each is."""
        avoided = self.avoided
        return {
            "sessions": self.sessions,
            "introductions": self.introductions,
            "introductions_again": self.introductions_again,
            "introductions_mini": self.introductions_mini,
            "introductions_without_file": self.introductions_without_file,
            "partners": self.partners,
            "organisations": self.organisations,
            "attendances": self.attendances,
            "family_members": self.family_members,
            "questions": self.questions,
            "cases": self.cases,
            "open": {"counterfactual": self.open_expected},
            "decisions": self.decisions,
            "closed": {"counterfactual": self.by_counterfactual, "outcome": self.by_outcome},
            "avoided": {
                "low": avoided.low,
                "mid": avoided.mid,
                "high": avoided.high,
                "displaced": avoided.displaced,
                "displaced_low": avoided.displaced_low,
                "displaced_high": avoided.displaced_high,
                "per_case": avoided.per_case,
                "cases": avoided.cases,
                "per_assessable_case": avoided.per_assessable_case,
                "assessable": avoided.assessable,
                "unpriced": avoided.unpriced,
                "gross": True,
            },
        }


def interim_figures(today: date) -> InterimFigures:
    """All figures as they stand on a day."""
    frame = queries.frame(today)
    by_counterfactual = queries.closed_by_counterfactual()
    enough = {answer for answer, n in by_counterfactual.items() if n >= SMALLEST_GROUP}
    return InterimFigures(
        frame=frame,
        sessions=queries.sessions(frame),
        introductions=queries.introductions(frame, setting=Setting.SESSION, again=False),
        introductions_again=queries.introductions(frame, setting=Setting.SESSION, again=True),
        introductions_mini=queries.introductions(frame, setting=Setting.MINI, again=False),
        introductions_without_file=queries.introductions_without_file(frame),
        partners=queries.partners(frame),
        organisations=queries.organisations(frame),
        attendances=queries.attendances(frame),
        family_members=queries.family_members(frame),
        questions=queries.questions(frame),
        cases=queries.cases(frame),
        open_expected=queries.open_expected(),
        decisions=queries.decisions(),
        by_counterfactual=by_counterfactual,
        by_outcome=queries.closed_by_outcome(),
        avoided=queries.avoided(),
        avoided_coarse=queries.avoided(enough),
    )
