"""What the figures page shows: each table with its definition, as exact as the reader may see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from samenspel.charts import Range, range_bar, range_chart
from samenspel.disclosure import SMALLEST_GROUP, CoarseTable, Group, coarsen
from samenspel.evaluation import AvoidedCost, Outcome
from samenspel.evaluation.facts import NO_HELP, NOT_KNOWN
from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.models import District
from samenspel.web.accounts.rights import Function
from samenspel.web.base.templatetags.samenspel import euro
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

ROUNDED_TO = 10_000
"""Euro. A range shown to coarse readers is widened to this, so that it gives no case away."""

NOTES_WITH_OUTCOMES = {"cases", "avoided"}

Text = str | Promise


@dataclass(frozen=True)
class Row:
    label: Text
    cells: Sequence[int | None]
    """None is "too few to show"."""
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
class Avoided:
    """The range in words and as a chart. `per_case` lines are ready to read."""

    ranges: Sequence[Range]
    chart: SafeString
    bars: Sequence[tuple[Range, SafeString]]
    top: int
    lines: Sequence[tuple[Text, str]]
    rounded: bool


@dataclass(frozen=True)
class FiguresPage:
    exact: bool
    rows_open: bool
    tables: Sequence[Table]
    avoided: Avoided | None
    avoided_notes: Sequence[Note]
    headline: Sequence[tuple[Text, str]] = field(default=())


def figures_page(figures: InterimFigures, actor: Actor) -> FiguresPage:
    exact = actor.may(Function.SEE_EXACT_FIGURES)
    notes = _notes(exact=exact)
    builder = _Tables(figures, notes, _district_names(), _product_names())
    outcomes = builder.exact_outcomes() if exact else builder.coarse_outcomes()
    tables = [*builder.process(), builder.cases(exact=exact), *outcomes, builder.decisions()]
    return FiguresPage(
        exact=exact,
        rows_open=actor.may(Function.SEE_ROWS),
        tables=tables,
        avoided=avoided_exact(figures.avoided) if exact else avoided_coarse(figures),
        avoided_notes=notes.get("avoided", []),
        headline=_headline(figures),
    )


class _Tables:
    """Builds the tables of one page; they share the columns and the names."""

    def __init__(
        self,
        figures: InterimFigures,
        notes: Mapping[str, list[Note]],
        districts: Mapping[str, str],
        products: Mapping[str, Product],
    ) -> None:
        self.figures = figures
        self.notes = notes
        self.names = districts
        self.products = products
        self.frame = figures.frame

    def process(self) -> list[Table]:
        figures = self.figures
        return [
            self._per_cycle(
                "sessions",
                _("Learning sessions"),
                figures.sessions,
                [_("Sessions held, per cycle. Mini sessions and other meetings do not count.")],
            ),
            self._per_cycle(
                "introductions",
                _("Cases brought in for the first time"),
                figures.introductions,
                [
                    _("A case counts in the cycle in which it was first brought into a session."),
                    _("Brought in again: %(again)s. In a mini session: %(mini)s. Without the file: %(loose)s.")
                    % {
                        "again": _sum(figures.introductions_again),
                        "mini": _sum(figures.introductions_mini),
                        "loose": _sum(figures.introductions_without_file),
                    },
                ],
            ),
            self._partners(),
            self._per_cycle(
                "attendances",
                _("Attendances"),
                figures.attendances,
                [
                    _("People on the list of participants, counted per session; one person in three sessions is three."),
                    _("Of whom family members: %(n)s. They are participants, never partners.")
                    % {"n": _sum(figures.family_members)},
                    _("Where nobody noted how many came, nothing is added: unknown is not zero."),
                ],
            ),
            self._questions(),
        ]

    def _partners(self) -> Table:
        figures = self.figures
        rows = [
            Row(
                self._cycle(cycle),
                [
                    count
                    for key in self.frame.districts
                    for count in (figures.partners[cycle][key], figures.organisations[cycle][key])
                ],
                is_total=cycle == TOTAL,
            )
            for cycle in [*self.frame.cycles, TOTAL]
        ]
        columns = [
            column
            for key in self.frame.districts
            for column in (
                _("%(district)s: on the list") % {"district": self.names[key]},
                _("%(district)s: organisations") % {"district": self.names[key]},
            )
        ]
        definition = [
            _("On the list: the different parties per cycle. Two functions of one school are two lines, and the family members together are one."),
            _("Organisations: the different partner organisations. In total both columns count organisations, because one that comes in two cycles is one partner."),
        ]
        return Table(
            "partners",
            _("Different partners"),
            columns,
            rows,
            definition,
            self.notes.get("partners", []),
        )

    def _questions(self) -> Table:
        rows = [Row(self._cycle(cycle), [n]) for cycle, n in self.figures.questions.items()]
        rows.append(Row(_("Total"), [sum(self.figures.questions.values())], is_total=True))
        return Table(
            "questions",
            _("Learning questions"),
            [_("Questions")],
            rows,
            [_("Questions caught in a cycle, in all kinds of meetings and of both districts.")],
            self.notes.get("questions", []),
        )

    def cases(self, *, exact: bool) -> Table:
        parts = ["cases", "youths", "open", "closed"] if exact else ["cases", "youths"]
        words: dict[str, Text] = {
            "cases": _("Cases"),
            "youths": _("Youths"),
            "open": _("Running"),
            "closed": _("Closed"),
        }
        rows = [
            Row(self.names[key], [counts[part] for part in parts])
            for key, counts in self.figures.cases.items()
        ]
        totals = [sum(counts[part] for counts in self.figures.cases.values()) for part in parts]
        return Table(
            "cases",
            _("Cases and youths"),
            [words[part] for part in parts],
            [*rows, Row(_("Total"), totals, is_total=True)],
            [
                _("One case can be about more youths, so they are counted apart."),
                _("Every case counts, also one that was only discussed in a mini session or not at all."),
            ],
            self.notes.get("cases", []),
        )

    def exact_outcomes(self) -> list[Table]:
        by_answer, by_outcome = self.figures.by_counterfactual, self.figures.by_outcome
        answers = [(self._answer(key), n) for key, n in by_answer.items()]
        outcomes = [
            (words, by_outcome[outcome])
            for outcome, words in OUTCOME_WORDS.items()
            if outcome in by_outcome
        ]
        running = [(self._answer(key), n) for key, n in self.figures.open_expected.items()]
        return [
            _one_column("counterfactual", _("Closed: what would have been used"), answers, _about_counterfactual()),
            _one_column("outcome", _("Closed: what was done"), outcomes, _about_outcome()),
            _one_column(
                "expected",
                _("Running: what would have been used"),
                running,
                [_("The first judgement of the worker, as it is frozen. The outcome is still open.")],
            ),
        ]

    def coarse_outcomes(self) -> list[Table]:
        answers = coarsen(self.figures.by_counterfactual, self._answer_groups())
        outcomes = coarsen(self.figures.by_outcome, COARSE_OUTCOMES)
        return [
            _coarse("counterfactual", _("Closed: what would have been used"), answers, _about_counterfactual()),
            _coarse("outcome", _("Closed: what was done"), outcomes, _about_outcome()),
        ]

    def decisions(self) -> Table:
        rows = [
            Row(self.names[key], [counts["total"], counts["first"], counts["again"]])
            for key, counts in self.figures.decisions.items()
        ]
        return Table(
            "decisions",
            _("Before the pilot: formal decisions"),
            [_("All"), _("First"), _("Again")],
            rows,
            [_("Decisions on youth help in the year before the pilot began. A first decision is for a youth who had no specialised help before.")],
            self.notes.get("decisions", []),
        )

    def _per_cycle(
        self, key: str, title: Text, counts: Mapping[str, Mapping[str, int]], definition: list[Text]
    ) -> Table:
        rows = [
            Row(self._cycle(cycle), [counts[cycle][district] for district in self.frame.districts])
            for cycle in self.frame.cycles
        ]
        totals = [sum(counts[c][d] for c in self.frame.cycles) for d in self.frame.districts]
        columns: list[Text] = [self.names[district] for district in self.frame.districts]
        return Table(
            key,
            title,
            columns,
            [*rows, Row(_("Total"), totals, is_total=True)],
            definition,
            self.notes.get(key, []),
        )

    def _cycle(self, key: str) -> Text:
        return _("Total") if key == TOTAL else _("Cycle %(number)s") % {"number": key}

    def _answer(self, key: str) -> Text:
        return ANSWER_WORDS.get(key) or str(self.products[key])

    def _answer_groups(self) -> list[Group]:
        products = self.products.values()
        mental = {product.key for product in products if product.category == MENTAL_HEALTH}
        return [
            Group("mental_health", frozenset(mental)),
            Group("other_help", frozenset({product.key for product in products} - mental)),
            Group("no_help", frozenset({NO_HELP, NOT_KNOWN})),
        ]


def avoided_exact(cost: AvoidedCost) -> Avoided | None:
    if not cost.cases:
        return None
    lines: list[tuple[Text, str]] = [
        (_("Middle of the range"), euro(cost.mid)),
        (
            _("Per closed case, over %(n)s") % {"n": cost.cases},
            euro(cost.per_case),
        ),
        (
            _("Per case that can be judged, over %(n)s") % {"n": cost.assessable},
            euro(cost.per_assessable_case),
        ),
        (_("Cases without a price in the tariff table"), str(cost.unpriced)),
    ]
    return _avoided(_ranges(cost.low, cost.high, cost.displaced_low, cost.displaced_high), lines)


def avoided_coarse(figures: InterimFigures) -> Avoided | None:
    """Widened to tens of thousands, and only over five cases or more."""
    cost = figures.avoided
    if cost.assessable < SMALLEST_GROUP:
        return None
    low, high = _widen(cost.low, cost.high)
    ranges = _ranges(low, high, 0, 0)[:1]
    if cost.displaced_cases >= SMALLEST_GROUP:
        ranges = _ranges(low, high, *_widen(cost.displaced_low, cost.displaced_high))
    return _avoided(ranges, [], rounded=True)


def _widen(low: int, high: int) -> tuple[int, int]:
    return low // ROUNDED_TO * ROUNDED_TO, -(-high // ROUNDED_TO) * ROUNDED_TO


def _ranges(low: int, high: int, displaced_low: int, displaced_high: int) -> list[Range]:
    return [
        Range(_("Not used"), _("gross"), low, high, "net"),
        Range(_("Of which displaced"), _("parents pay"), displaced_low, displaced_high, "displaced"),
    ]


def _avoided(
    ranges: list[Range], lines: Sequence[tuple[Text, str]], *, rounded: bool = False
) -> Avoided:
    title = _("Specialised youth help not used")
    top = max(item.high for item in ranges)
    return Avoided(
        ranges=ranges,
        chart=mark_safe(range_chart(ranges, title=title, money=euro, chart_id="avoided")),  # noqa: S308 (escapes its texts)
        bars=[(item, mark_safe(range_bar(item, top=top))) for item in ranges],  # noqa: S308 (numbers only)
        top=top,
        lines=lines,
        rounded=rounded,
    )


def _headline(figures: InterimFigures) -> list[tuple[Text, str]]:
    return [
        (_("sessions"), str(_sum(figures.sessions))),
        (_("cases brought in"), str(_sum(figures.introductions))),
        (_("cases in all"), str(sum(counts["cases"] for counts in figures.cases.values()))),
        (_("learning questions"), str(sum(figures.questions.values()))),
    ]


def _one_column(
    key: str, title: Text, counted: Sequence[tuple[Text, int]], definition: Sequence[Text]
) -> Table:
    rows = [Row(words, [count]) for words, count in counted]
    total = Row(_("Total"), [sum(count for _words, count in counted)], is_total=True)
    return Table(key, title, [_("Cases")], [*rows, total], definition)


def _coarse(key: str, title: Text, table: CoarseTable, definition: Sequence[Text]) -> Table:
    rows = [Row(COARSE_WORDS[group], [count]) for group, count in table.counts.items()]
    if table.total is not None:
        rows.append(Row(_("Total"), [table.total], is_total=True))
    protection = _(
        "Fixed groups of at least %(n)s cases. A smaller group is not shown, and then there is no total either."
    ) % {"n": SMALLEST_GROUP}
    return Table(key, title, [_("Cases")], rows, [*definition, protection])


def _about_counterfactual() -> list[Text]:
    return [
        _("What the worker expected at the door, in the version that was frozen before the outcome could be known."),
    ]


def _about_outcome() -> list[Text]:
    return [
        _("Every closed case counts once; where efforts were combined, the heaviest decides."),
        _("Moved away is neither success nor failure."),
    ]


def _sum(table: Mapping[str, Mapping[str, int]]) -> int:
    return sum(sum(counts.values()) for counts in table.values())


def _notes(*, exact: bool) -> dict[str, list[Note]]:
    found: dict[str, list[Note]] = {}
    for note in Note.objects.order_by("id"):
        if exact or note.section not in NOTES_WITH_OUTCOMES:
            found.setdefault(note.section, []).append(note)
    return found


def _district_names() -> dict[str, str]:
    return dict(District.objects.values_list("key", "name"))


def _product_names() -> dict[str, Product]:
    return {product.key: product for product in Product.objects.all()}


def outcome_words(outcome: str) -> Text:
    return OUTCOME_WORDS[Outcome(outcome)]
