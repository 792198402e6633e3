"""The coming week as bars, so that the eye sees where follow-ups crowd."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ..domain.drafts import DueItem

DAYS = 7
MOST_BARS = 12
WIDTH = 700  # of the drawing, in its own units: a hundred a day


@dataclass(frozen=True, slots=True)
class Bar:
    """One window. ``left``, ``width``, ``best`` in the drawing's units; ``best`` None: not in this week."""

    item: DueItem
    left: int
    width: int
    best: int | None


@dataclass(frozen=True, slots=True)
class WeekStrip:
    """The days from today on, the windows in them, and how many more there are than are drawn."""

    days: tuple[date, ...]
    bars: tuple[Bar, ...]
    undrawn: int


def week_strip(items: Iterable[DueItem], *, now: datetime, zone: str) -> WeekStrip:
    """The windows of the next seven days on the user's clock, the first to close at the top."""
    today = now.astimezone(ZoneInfo(zone)).date()
    days = tuple(today + timedelta(days=n) for n in range(DAYS))
    begins = datetime.combine(today, time(), ZoneInfo(zone))
    ends = datetime.combine(today + timedelta(days=DAYS), time(), ZoneInfo(zone))
    bars = [bar for item in items if (bar := _bar(item, begins, ends))]
    drawn = sorted(bars, key=lambda bar: (bar.left + bar.width, bar.left))[:MOST_BARS]
    return WeekStrip(days, tuple(drawn), len(bars) - len(drawn))


def _bar(item: DueItem, begins: datetime, ends: datetime) -> Bar | None:
    timing = item.timing
    if timing.verdict not in ("open", "too_soon") or timing.opens_at is None:
        return None
    closes = timing.closes_at or ends
    if timing.opens_at >= ends or closes <= begins:
        return None
    left, right = (_place(moment, begins, ends) for moment in (timing.opens_at, closes))
    best = timing.best_at if timing.best_at and begins <= timing.best_at < ends else None
    return Bar(item, left, max(right - left, WIDTH // 100), _place(best, begins, ends) if best else None)


def _place(moment: datetime, begins: datetime, ends: datetime) -> int:
    share = (moment.timestamp() - begins.timestamp()) / (ends.timestamp() - begins.timestamp())
    return round(WIDTH * min(max(share, 0), 1))
