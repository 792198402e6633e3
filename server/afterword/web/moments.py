"""Moments: joined from what a form gave, and shown on pages."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from flask_babel import format_datetime

FIRST_YEAR, LAST_YEAR = 2000, 2100  # outside, a year is a slip of the finger


class NoSuchMomentError(ValueError):
    """A time of day that a clock change skips."""


def moment_at(day: date, clock: time, zone: str) -> datetime:
    """The moment at which a clock in ``zone`` shows this day and time.

    Raises:
        NoSuchMomentError: the clocks of the zone skip this time on that day.
    """
    moment = datetime.combine(day, clock, tzinfo=ZoneInfo(zone))
    if moment.astimezone(UTC).astimezone(moment.tzinfo).replace(fold=0) != moment.replace(fold=0):
        raise NoSuchMomentError
    return moment


def shown(moment: datetime, zone: str) -> str:
    """A moment as people write it, on the clock of ``zone``."""
    return str(format_datetime(moment.astimezone(ZoneInfo(zone)), "EEE d MMM y, HH:mm", rebase=False))


def shown_time(moment: datetime, zone: str) -> str:
    """The time of day alone."""
    return str(format_datetime(moment.astimezone(ZoneInfo(zone)), "HH:mm", rebase=False))
