"""Dates, times and zones: choices for forms, joining what a form gave, and showing moments on pages."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, available_timezones

from flask_babel import format_datetime, gettext

FIRST_YEAR, LAST_YEAR = 2000, 2100  # outside, a year is a slip of the finger

_OUTDATED_REGIONS = frozenset({"Etc", "SystemV", "US", "Brazil", "Canada", "Chile", "Mexico"})


class NoSuchMomentError(ValueError):
    """A time of day that a clock change skips."""


def zone_choices(chosen: str) -> dict[str, list[tuple[str, str]]]:
    """Time zones by region, for a select field; ``chosen`` is among them even if it is a rare one."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for name in sorted({*_common_zones(), chosen}):
        region, _, place = name.partition("/")
        groups.setdefault(region if place else gettext("Other"), []).append((name, _place(place or name)))
    return groups


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


def _common_zones() -> Iterator[str]:
    yield "UTC"
    for name in available_timezones():
        region, _, place = name.partition("/")
        if place and region not in _OUTDATED_REGIONS:
            yield name


def _place(name: str) -> str:
    return name.replace("_", " ").replace("/", ", ")
