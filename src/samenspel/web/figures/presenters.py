"""What the figures page shows: each table with its definition, as exact as the reader may see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from samenspel.disclosure import SMALLEST_GROUP, CoarseTable, Group, coarsen, protect_together
from samenspel.evaluation.facts import NO_HELP, NOT_KNOWN
from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.models import District
from samenspel.web.accounts.rights import Function
from samenspel.web.figures.avoided_range import AvoidedRange, coarse_range, exact_range
from samenspel.web.figures.definitions import ABOUT, PROTECTED, Text
from samenspel.web.figures.interim import InterimFigures
from samenspel.web.figures.models import Note, Product
from samenspel.web.figures.national import MENTAL_HEALTH
from samenspel.web.figures.queries import TOTAL
from samenspel.web.figures.words import (
    ANSWER_WORDS,
    COARSE_OUTCOMES,
    COARSE_WORDS,
    OUTCOME_WORDS,
)

NOTES_WITH_OUTCOMES = {"cases", "avoided"}
"""Notes that quote outcomes of the source; coarse readers could subtract with them."""


@dataclass(frozen=True)
class Row:
    """A line of a table; a cell that is None is "too few to show"."""

    label: Text
    cells: Sequence[int | None]
    is_total: bool = False


@dataclass(frozen=True)
class Table:
    """A table, what it counts, and honest notes beside it."""

    key: str
    title: Text
    columns: Sequence[Text]
    rows: Sequence[Row]
    definition: Sequence[Text]
    notes: Sequence[Note] = ()


@dataclass(frozen=True)
class FiguresPage:
    exact: bool
    rows_open: bool
    headline: Sequence[tuple[Text, int]]
    tables: Sequence[Table]
    avoided: AvoidedRange | None
    avoided_notes: Sequence[Note]


def figures_page(figures: InterimFigures, actor: Actor) -> FiguresPage:
    exact = actor.may(Function.SEE_EXACT_FIGURES)
    notes = _notes(exact=exact)
    tables = _Tables(figures, notes)
    outcomes = tables.exact_outcomes() if exact else tables.coarse_outcomes()
    return FiguresPage(
        exact=exact,
        rows_open=actor.may(Function.SEE_ROWS),
        headline=_headline(figures),
        tables=[*tables.process(), tables.cases(exact=exact), *outcomes, tables.decisions()],
        avoided=exact_range(figures.avoided) if exact else coarse_range(figures.avoided_coarse),
        avoided_notes=notes.get("avoided", []),
    )


class _Tables:
    """Builds the tables of one page; they share the names of districts and products."""

    def __init__(self, figures: InterimFigures, notes: Mapping[str, list[Note]]) -> None:
        self.figures = figures
        self.notes = notes
        self.districts = dict(District.objects.values_list("key", "name"))
        self.products = {product.key: product for product in Product.objects.all()}

    def process(self) -> list[Table]:
        figures = self.figures
        again, mini = _sum(figures.introductions_again), _sum(figures.introductions_mini)
        loose = _sum(figures.introductions_without_file)
        return [
            self._per_cycle("sessions", figures.sessions),
            self._per_cycle(
                "introductions", figures.introductions, again=again, mini=mini, loose=loose
            ),
            self._partners(),
            self._per_cycle(
                "attendances", figures.attendances, family=_sum(figures.family_members)
            ),
            self._questions(),
        ]

    def cases(self, *, exact: bool) -> Table:
        parts = {
            "cases": _("Cases"),
            "youths": _("Youths"),
            **({"open": _("Running"), "closed": _("Closed")} if exact else {}),
        }
        counts = self.figures.cases
        rows = [Row(self.districts[key], [n[part] for part in parts]) for key, n in counts.items()]
        totals = [sum(n[part] for n in counts.values()) for part in parts]
        return self._table("cases", list(parts.values()), [*rows, _total(totals)])

    def exact_outcomes(self) -> list[Table]:
        figures = self.figures
        outcomes = [
            Row(words, [figures.by_outcome[outcome]])
            for outcome, words in OUTCOME_WORDS.items()
            if outcome in figures.by_outcome
        ]
        return [
            self._one_column("counterfactual", self._answers(figures.by_counterfactual)),
            self._one_column("outcome", outcomes),
            self._one_column("expected", self._answers(figures.open_expected)),
        ]

    def coarse_outcomes(self) -> list[Table]:
        """Both tables count the closed cases, so what one hides the other must not give back."""
        figures = self.figures
        outcome, counterfactual = protect_together(
            [
                coarsen(figures.by_outcome, COARSE_OUTCOMES),
                coarsen(figures.by_counterfactual, self._groups()),
            ]
        )
        return [
            self._coarse("counterfactual", counterfactual),
            self._coarse("outcome", outcome),
        ]

    def decisions(self) -> Table:
        rows = [
            Row(self.districts[key], [n["total"], n["first"], n["again"]])
            for key, n in self.figures.decisions.items()
        ]
        return self._table("decisions", [_("All decisions"), _("First"), _("Again")], rows)

    def _partners(self) -> Table:
        figures, districts = self.figures, self.figures.frame.districts
        columns = []
        for key in districts:
            name = {"district": self.districts[key]}
            columns += [_("%(district)s: on the list") % name]
            columns += [_("%(district)s: organisations") % name]
        rows = []
        for cycle in [*figures.frame.cycles, TOTAL]:
            both = [
                (figures.partners[cycle][d], figures.organisations[cycle][d]) for d in districts
            ]
            cells = [count for pair in both for count in pair]
            rows.append(_total(cells) if cycle == TOTAL else Row(_cycle(cycle), cells))
        return self._table("partners", columns, rows)

    def _questions(self) -> Table:
        rows = [Row(_cycle(cycle), [n]) for cycle, n in self.figures.questions.items()]
        total = _total([sum(self.figures.questions.values())])
        return self._table("questions", [_("Questions")], [*rows, total])

    def _per_cycle(
        self, key: str, counts: Mapping[str, Mapping[str, int]], **numbers: int
    ) -> Table:
        districts, cycles = self.figures.frame.districts, self.figures.frame.cycles
        rows = [Row(_cycle(cycle), [counts[cycle][d] for d in districts]) for cycle in cycles]
        totals = [sum(counts[cycle][d] for cycle in cycles) for d in districts]
        columns = [self.districts[district] for district in districts]
        return self._table(key, columns, [*rows, _total(totals)], **numbers)

    def _answers(self, counts: Mapping[str, int]) -> list[Row]:
        return [
            Row(ANSWER_WORDS.get(key) or str(self.products[key]), [n]) for key, n in counts.items()
        ]

    def _one_column(self, key: str, rows: Sequence[Row]) -> Table:
        total = _total([sum(row.cells[0] or 0 for row in rows)])
        return self._table(key, [_("Cases")], [*rows, total])

    def _coarse(self, key: str, coarse: CoarseTable) -> Table:
        rows = [Row(COARSE_WORDS[group], [count]) for group, count in coarse.counts.items()]
        if coarse.total is not None:
            rows.append(_total([coarse.total]))
        table = self._table(key, [_("Cases")], rows)
        protection = str(PROTECTED) % {"n": SMALLEST_GROUP}
        return replace(table, definition=[*table.definition, protection])

    def _table(
        self,
        key: str,
        columns: Sequence[Text],
        rows: Sequence[Row],
        **numbers: int,
    ) -> Table:
        about = ABOUT[key]
        lines = [str(line) % numbers if numbers else line for line in about.lines]
        return Table(key, about.title, columns, rows, lines, self.notes.get(key, []))

    def _groups(self) -> list[Group]:
        products = self.products.values()
        mental = {product.key for product in products if product.category == MENTAL_HEALTH}
        return [
            Group("mental_health", frozenset(mental)),
            Group("other_help", frozenset(self.products) - mental),
            Group("no_help", frozenset({NO_HELP, NOT_KNOWN})),
        ]


def _headline(figures: InterimFigures) -> list[tuple[Text, int]]:
    return [
        (_("sessions"), _sum(figures.sessions)),
        (_("cases brought in"), _sum(figures.introductions)),
        (_("cases in all"), sum(counts["cases"] for counts in figures.cases.values())),
        (_("learning questions"), sum(figures.questions.values())),
    ]


def _notes(*, exact: bool) -> dict[str, list[Note]]:
    found: dict[str, list[Note]] = {}
    for note in Note.objects.order_by("id"):
        if exact or note.section not in NOTES_WITH_OUTCOMES:
            found.setdefault(note.section, []).append(note)
    return found


def _total(cells: Sequence[int]) -> Row:
    return Row(_("Total"), cells, is_total=True)


def _cycle(key: str) -> Text:
    return _("Cycle %(number)s") % {"number": key}


def _sum(table: Mapping[str, Mapping[str, int]]) -> int:
    return sum(sum(counts.values()) for counts in table.values())
