"""Which days people work in a country: its own weekend and its nationwide public holidays (X2)."""

import sys
from datetime import date, timedelta
from functools import lru_cache
from importlib.util import find_spec, module_from_spec

_SATURDAY = 5


def is_working_day(day: date, country: str) -> bool:
    """Whether people work on this day there. ``country``: two letters, ISO 3166.

    A country without a known calendar is taken to rest on Saturday and Sunday.
    """
    return day not in _days_off(country.upper(), day.year)


@lru_cache(maxsize=256)
def _days_off(country: str, year: int) -> frozenset[date]:
    # A whole year at once: a calendar of `holidays` fills itself when asked, which threads must not share.
    first = date(year, 1, 1)
    days = [first + timedelta(days=n) for n in range((date(year, 12, 31) - first).days + 1)]
    _leave_out_other_countries()
    import holidays  # noqa: PLC0415 - the start of the server does not need it

    try:
        calendar = holidays.country_holidays(country, years=year)
    except NotImplementedError:
        return frozenset(day for day in days if day.weekday() >= _SATURDAY)
    return frozenset(day for day in days if not calendar.is_working_day(day))


def _leave_out_other_countries() -> None:
    """Let ``holidays`` load the module of the country that is asked for, and no other.

    It does so by itself, but for one thing: the package those modules lie in imports all 250 of them, 8 MB, when
    the first is asked for. That package stands here as it is before its own code has run.
    """
    package = "holidays.countries"
    spec = None if package in sys.modules else find_spec(package)
    if spec:
        sys.modules[package] = module_from_spec(spec)
