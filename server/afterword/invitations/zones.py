"""Time zones as invitations name them: IANA's names, Windows' names, or names of their own with rules."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = re.compile(r"([+-]?[1-5])(MO|TU|WE|TH|FR|SA|SU)")
_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)")
_ONSET = re.compile(r"\d{8}T\d{6}")


def named_zone(name: str) -> ZoneInfo | None:
    """The zone of an IANA or Windows name, also behind a path such as ``/citadel.org/…/Europe/Vienna``."""
    plain = name.strip().strip('"')
    plain = WINDOWS_TO_OLSON.get(plain, plain)
    parts = plain.strip("/").split("/")
    tails = ("/".join(parts[start:]) for start in range(len(parts)))
    known = available_timezones()
    return next((ZoneInfo(tail) for tail in tails if tail in known), None)


def described_zone(rules: list[str], at: datetime) -> tzinfo | None:
    """The zone that a file's own rules describe, as it is at a time on its clock; None if they say nothing.

    Understood are the yearly rules that calendars write ("the last Sunday of March"); a zone with other ones
    is not guessed at.
    """
    location = _value(rules, "X-LIC-LOCATION")
    if location and (zone := named_zone(location)):
        return zone
    onsets = [found for part in _parts(rules) if (found := _latest_onset(part, at))]
    if not onsets:
        return None
    _, offset = max(onsets, key=lambda onset: onset[0])
    return UTC if not offset else timezone(offset)


def _parts(rules: list[str]) -> list[list[str]]:
    """The STANDARD and DAYLIGHT parts of a zone."""
    parts: list[list[str]] = []
    for line in rules:
        if line.upper().startswith("BEGIN:"):
            parts.append([])
        elif parts:
            parts[-1].append(line)
    return parts


def _latest_onset(part: list[str], at: datetime) -> tuple[datetime, timedelta] | None:
    offset, begins = _offset(_value(part, "TZOFFSETTO")), _value(part, "DTSTART")
    if offset is None or not _ONSET.fullmatch(begins):
        return None
    first = datetime.strptime(begins, "%Y%m%dT%H%M%S")  # noqa: DTZ007 - on the zone's own clock
    rule = dict(pair.split("=", 1) for pair in _value(part, "RRULE").upper().split(";") if "=" in pair)
    if not rule:
        return (first, offset) if first <= at else None
    is_usual = rule.get("FREQ") == "YEARLY" and set(rule) <= {"FREQ", "BYMONTH", "BYDAY", "INTERVAL", "WKST"}
    if not is_usual or rule.get("INTERVAL", "1") != "1":
        return None
    years = (_in_year(year, first, rule) for year in (at.year, at.year - 1))
    onset = next((found for found in years if found and first <= found <= at), None)
    return (onset, offset) if onset else None


def _in_year(year: int, first: datetime, rule: dict[str, str]) -> datetime | None:
    """The onset in a year: on the same date as the first one, or on the rule's weekday, as in ``-1SU``."""
    month = int(rule["BYMONTH"]) if rule.get("BYMONTH", "").isdecimal() else first.month
    if not 1 <= month <= 12:  # noqa: PLR2004  months
        return None
    length = monthrange(year, month)[1]
    if "BYDAY" not in rule:
        return first.replace(year=year, month=month, day=min(first.day, length))
    named = _DAY.fullmatch(rule["BYDAY"])
    if named is None:
        return None
    nth, weekday = int(named[1]), _WEEKDAYS.index(named[2])
    fitting = [day for day in range(1, length + 1) if date(year, month, day).weekday() == weekday]
    place = nth - 1 if nth > 0 else nth
    if not -len(fitting) <= place < len(fitting):
        return None
    return first.replace(year=year, month=month, day=fitting[place])


def _value(lines: list[str], name: str) -> str:
    for line in lines:
        key, _, value = line.partition(":")
        if key.split(";")[0].strip().upper() == name:
            return value.strip()
    return ""


def _offset(text: str) -> timedelta | None:
    found = _OFFSET.match(text)
    if found is None:
        return None
    length = timedelta(hours=int(found[2]), minutes=int(found[3]))
    if length >= timedelta(hours=24):
        return None
    return -length if found[1] == "-" else length
