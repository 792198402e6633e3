"""A row of the table: what is measured, against what, within which bound."""

from dataclasses import asdict, dataclass
from typing import Any, Protocol

from .comparing import Bound, Comparison, p95

MILLISECONDS = "ms"
MEGABYTES = "MB"
_PER_UNIT = {MILLISECONDS: 1000.0, MEGABYTES: 1 / 1_048_576}


class Row(Protocol):
    """What the table needs to know."""

    what: str
    against: str

    @property
    def is_kept(self) -> bool:
        """Whether it is within its bound."""

    def cells(self) -> tuple[str, str, str, str]:
        """Result, bound, the figures behind it, noise."""

    def as_json(self) -> dict[str, Any]:
        """All of it for a program."""


@dataclass(frozen=True, slots=True)
class RatioRow:
    """One cost as a multiple of another of the same run."""

    what: str
    against: str
    bound: Bound
    comparison: Comparison
    unit: str = MILLISECONDS

    @property
    def is_kept(self) -> bool:
        """Whether it is within its bound."""
        return self.comparison.keeps(self.bound)

    def cells(self) -> tuple[str, str, str, str]:
        """Result, bound, the figures behind it, noise."""
        found, bound = self.comparison, self.bound
        result, limit = f"{_short(found.ratio)} ×", f"≤ {bound.median:g} ×"
        if bound.p95 is not None:
            result += f" (p95 {_short(found.ratio_p95)} ×)"
            limit += f" (p95 ≤ {bound.p95:g} ×)"
        return result, limit, f"{self._figures(found)}", f"±{found.noise:.0%}"

    def _figures(self, found: Comparison) -> str:
        ours, compared = (self._in_unit(costs) for costs in (found.ours, (*found.compared, *found.again)))
        return f"{ours} / {compared} {self.unit}"

    def _in_unit(self, costs: Any) -> str:
        ordered = sorted(cost * _PER_UNIT[self.unit] for cost in costs)
        return f"{_short(ordered[len(ordered) // 2])} … {_short(p95(ordered))}"

    def as_json(self) -> dict[str, Any]:
        """All of it for a program; costs in seconds or bytes."""
        found = self.comparison
        return {
            "what": self.what,
            "against": self.against,
            "ratio": found.ratio,
            "ratio_p95": found.ratio_p95,
            "bound": self.bound.median,
            "bound_p95": self.bound.p95,
            "noise": found.noise,
            "kept": self.is_kept,
            "unit": "seconds" if self.unit == MILLISECONDS else "bytes",
            "ours": list(found.ours),
            "compared": [*found.compared, *found.again],
        }


@dataclass(frozen=True, slots=True)
class CountRow:
    """Something counted, with the most that is allowed of it. It needs no comparison and has no noise."""

    what: str
    count: float
    most: float
    unit: str
    against: str = "–"

    @property
    def is_kept(self) -> bool:
        """Whether it is within its bound."""
        return self.count <= self.most

    def cells(self) -> tuple[str, str, str, str]:
        """Result, bound, the figures behind it, noise."""
        count = f"{self.count:,}" if isinstance(self.count, int) else _short(self.count)
        return f"{count} {self.unit}", f"≤ {self.most:,g}", "", ""

    def as_json(self) -> dict[str, Any]:
        """All of it for a program."""
        return {**asdict(self), "kept": self.is_kept}


def _short(number: float) -> str:
    """Three figures that count."""
    return f"{number:.3g}" if number < 100 else f"{number:,.0f}"  # noqa: PLR2004 - from there on, no decimals
