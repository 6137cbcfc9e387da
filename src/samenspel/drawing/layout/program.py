"""A small linear program in rows of `sum(weight * x) between low and high`, solved by HiGHS."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import highspy
import numpy as np

Term = tuple[int, float]  # column, weight
INFINITY = float("inf")


class NoSolution(Exception):
    """The rows contradict each other."""


@dataclass
class Program:
    """Columns are free unless they are a distance; the total of cost times column is minimised."""

    cost: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    columns: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)

    def column(self, cost: float = 0.0, floor: float = -INFINITY) -> int:
        self.cost.append(cost)
        self.floor.append(floor)
        return len(self.cost) - 1

    def row(self, terms: Iterable[Term], low: float = -INFINITY, high: float = INFINITY) -> None:
        total: dict[int, float] = {}
        for column, weight in terms:
            total[column] = total.get(column, 0.0) + weight
        self.columns += total.keys()
        self.weights += total.values()
        self.starts.append(len(self.columns))
        self.low.append(low)
        self.high.append(high)

    def pull(self, low: int, high: int, cost: float) -> None:
        """The higher column costs so much for every unit that it is above the lower."""
        self.cost[high] += cost
        self.cost[low] -= cost

    def near_zero(self, terms: Iterable[Term], cost: float) -> None:
        """The distance of this sum from zero costs so much per unit."""
        distance = self.column(cost, 0.0)
        both = list(terms)
        self.row([*both, (distance, -1.0)], high=0.0)
        self.row([*both, (distance, 1.0)], low=0.0)

    def solve(self) -> list[float]:
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.cost), len(self.low)
        lp.col_cost_ = np.array(self.cost)
        lp.col_lower_ = np.array(self.floor)
        lp.col_upper_ = np.full(len(self.cost), INFINITY)
        lp.row_lower_, lp.row_upper_ = np.array(self.low), np.array(self.high)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.array(self.starts, dtype=np.int32)
        lp.a_matrix_.index_ = np.array(self.columns, dtype=np.int32)
        lp.a_matrix_.value_ = np.array(self.weights)
        highs = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy has no types
        highs.setOptionValue("output_flag", False)
        highs.setOptionValue("threads", 1)
        highs.passModel(lp)
        highs.run()
        if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise NoSolution(str(highs.getModelStatus()))
        return list(highs.getSolution().col_value)
