"""Which days people work in a country: its own weekend and its nationwide public holidays (X2)."""

import sys
from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache
from importlib.util import find_spec, module_from_spec

from .days_off import DAYS_OFF

_SATURDAY_AND_SUNDAY = (5, 6)


def is_working_day(day: date, country: str) -> bool:
    """Whether people work on this day there. ``country``: two letters, ISO 3166.

    A country without a known calendar is taken to rest on Saturday and Sunday.
    """
    return day not in _days_off(country.upper(), day.year)


@lru_cache(maxsize=256)
def _days_off(country: str, year: int) -> frozenset[date]:
    listed = _from_table(country, year)
    return _from_library(country, year) if listed is None else listed


def _from_table(country: str, year: int) -> frozenset[date] | None:
    weekend, *years = DAYS_OFF.get(country, "").split("|")
    for line in years:
        named, *days = line.split()
        if int(named) == year:
            differing = {date(year, int(day[:2]), int(day[2:])) for day in days}
            return frozenset(differing ^ _weekends(year, [int(weekday) for weekday in weekend]))
    return None


def _from_library(country: str, year: int) -> frozenset[date]:
    """For years that the table does not have: slower, and it stays in memory."""
    _leave_out_other_countries()
    import holidays  # noqa: PLC0415 - it is needed for days years away only

    try:
        # A whole year at once: its calendars fill themselves when asked, which threads must not share.
        calendar = holidays.country_holidays(country, years=year)
    except NotImplementedError:
        return frozenset(_weekends(year, _SATURDAY_AND_SUNDAY))
    return frozenset(day for day in _days_of(year) if not calendar.is_working_day(day))


def _weekends(year: int, weekdays: Collection[int]) -> set[date]:
    return {day for day in _days_of(year) if day.weekday() in weekdays}


def _days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year, 12, 31) - first).days + 1)]


def _leave_out_other_countries() -> None:
    """Let ``holidays`` load the module of the country that is asked for, and no other.

    It does so by itself, but for one thing: the package those modules lie in imports all 250 of them, 8 MB,
    when the first is asked for. That package stands here as it is before its own code has run.
    """
    package = "holidays.countries"
    spec = None if package in sys.modules else find_spec(package)
    if spec:
        sys.modules[package] = module_from_spec(spec)
