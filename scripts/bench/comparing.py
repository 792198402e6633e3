"""Two things measured side by side, and what may be said of them."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Measure = Callable[[], float]
"""Does the thing once and returns what it cost: seconds, or bytes."""


@dataclass(frozen=True, slots=True)
class Bound:
    """How many times the cost of the compared thing is allowed."""

    median: float
    p95: float | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The costs of our own thing and of what it is compared with, from the same run.

    ``again`` is the compared thing measured a second time in every round: where nothing but the machine
    differs, so a ratio that differs from 1 by no more than ``noise`` says nothing.
    """

    ours: Sequence[float]
    compared: Sequence[float]
    again: Sequence[float]

    @property
    def ratio(self) -> float:
        """Median over median."""
        return statistics.median(self.ours) / statistics.median([*self.compared, *self.again])

    @property
    def ratio_p95(self) -> float:
        """The slowest in twenty over the slowest in twenty."""
        return p95(self.ours) / p95([*self.compared, *self.again])

    @property
    def noise(self) -> float:
        """How far the same thing measured twice differs from itself, as a share: 0.1 is a tenth."""
        first, second = statistics.median(self.compared), statistics.median(self.again)
        return abs(first - second) / min(first, second)

    def keeps(self, bound: Bound) -> bool:
        """Whether the ratios are within the bound."""
        return self.ratio <= bound.median and (bound.p95 is None or self.ratio_p95 <= bound.p95)


def p95(costs: Sequence[float]) -> float:
    """The cost that 95 of 100 stay within."""
    return sorted(costs)[min(len(costs) - 1, int(len(costs) * 0.95))]


def side_by_side(ours: Measure, compared: Measure, rounds: int) -> Comparison:
    """Measure both in turn, so that what slows the machine down meets both.

    The compared thing is measured before and after ours in every round, and the two take turns in counting as
    the first: what comes right after ours may be slower for it. One round before all warms up.
    """
    compared(), ours()
    own: list[float] = []
    found: tuple[list[float], list[float]] = ([], [])
    for at in range(rounds):
        found[at % 2].append(compared())
        own.append(ours())
        found[1 - at % 2].append(compared())
    return Comparison(own, *found)


def seconds_of(action: Callable[[], object], *, times: int = 1) -> Measure:
    """How long an action takes, as a mean where one alone is too short for the clock."""

    def measure() -> float:
        began = time.perf_counter()
        for _ in range(times):
            action()
        return (time.perf_counter() - began) / times

    return measure
