"""Moments: joined from what a form gave, and shown on pages."""

from contextlib import suppress
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_skeleton, format_time
from flask import request

_ELSEWHERE = Locale("en", "GB")  # for a browser that does not say where it is
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
    """A moment as people write it where the browser is, on the clock of ``zone``."""
    return f"{shown_day(moment.astimezone(ZoneInfo(zone)))}, {shown_time(moment, zone)}"


def shown_time(moment: datetime, zone: str) -> str:
    """The time of day alone."""
    return str(format_time(moment.astimezone(ZoneInfo(zone)), "short", locale=browser_locale()))


def shown_day(day: date, skeleton: str = "yMMMEd") -> str:
    """A day alone, with what the skeleton of Unicode's CLDR asks for."""
    return str(format_skeleton(skeleton, day, locale=browser_locale()))


def browser_locale() -> Locale:
    """Where the browser is, for days and times; the words of the page may be in another language."""
    for tag in request.accept_languages.values():
        with suppress(ValueError, UnknownLocaleError):
            return Locale.parse(tag, sep="-")
    return _ELSEWHERE
