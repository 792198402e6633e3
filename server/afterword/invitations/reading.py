"""From the .ics of an invitation to what a record wants to know."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar

from ..domain.matching import email_key, is_no_reply
from ..domain.settings import Settings
from .guessing import company_of, kind_of, role_of
from .hostile import calendar_lines, without_zones
from .invitation import Invitation, Invited, NoInvitationError
from .zones import described_zone, named_zone

MOST_PEOPLE = 50
LONGEST_TITLE = 200  # characters
LONGEST = timedelta(hours=24)  # longer ones are no interview but a marked day
FIRST_YEAR, LAST_YEAR = 2000, 2100

_NOT_INVITING = {
    "REPLY": "This is somebody's answer to an invitation. Choose the invitation itself.",
    "COUNTER": "This proposes another time and is no agreed interview yet. Choose the invitation itself.",
    "DECLINECOUNTER": "This refuses another time. Choose the invitation itself.",
    "REFRESH": "This asks for an invitation. Choose the invitation itself.",
    "FREEBUSY": "This says when somebody is busy. Choose the invitation itself.",
}
_NOT_PEOPLE = frozenset({"RESOURCE", "ROOM", "GROUP"})
_HIDDEN_CALENDARS = ("calendar.google.com",)  # Google's addresses of calendars, not of people
_CONFERENCE = (
    "CONFERENCE",
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
)

_ZONE_UNKNOWN = "Its time zone can't be read, so the time is taken as one of your own clock."
_ZONE_UNSAID = "It names no time zone, so the time is taken as one of your own clock."
_NO_HOUR = "It is marked for the whole day: fill in the hour."
_REPEATS = "It repeats; its first date is taken."
_SEVERAL = "It holds {} events; the next one is taken."
_NOBODY = "It names nobody besides you: add whom you will meet."


def read_invitation(content: bytes | str, *, settings: Settings, now: datetime) -> Invitation:
    """Read an invitation, be it a file's bytes or a pasted text.

    Raises:
        NoInvitationError: it is none that can be read, or none at all.
    """
    lines, zones = without_zones(calendar_lines(content))
    calendar = _parsed("\r\n".join(lines))
    method = str(calendar.get("METHOD", "")).strip().upper()
    if method in _NOT_INVITING:
        raise NoInvitationError(_NOT_INVITING[method])
    event, remarks = _event(calendar, now)
    at, zone, of_time = _start(event, zones, settings)
    title = _text(event, "SUMMARY")[:LONGEST_TITLE]
    people = tuple(_people(event, settings))
    place, description = _text(event, "LOCATION"), _text(event, "DESCRIPTION")
    return Invitation(
        title=title,
        at=at,
        zone=zone,
        has_time=isinstance(_moment(event, "DTSTART"), datetime),
        minutes=_minutes(event),
        kind=kind_of(title, place, description, has_conference=any(name in event for name in _CONFERENCE)),
        company=company_of(title, people),
        role=role_of(title),
        people=people,
        is_cancelled=method == "CANCEL" or _text(event, "STATUS").upper() == "CANCELLED",
        remarks=(*remarks, *of_time, *(() if people else (_NOBODY,))),
    )


def _parsed(text: str) -> Any:
    try:
        return Calendar.from_ical(text)
    # The library names no errors of its own for what strangers write.
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError) as error:
        raise NoInvitationError(
            "This invitation is damaged. Ask for it again, or add the interview by hand."
        ) from error


def _event(calendar: Any, now: datetime) -> tuple[Any, tuple[str, ...]]:
    """The event that comes next, or the last one where all are over."""
    events = [e for e in calendar.walk("VEVENT") if _moment(e, "DTSTART") is not None]
    if not events:
        raise NoInvitationError("There is no event with a date in this file. Add the interview by hand.")
    events.sort(key=lambda e: _day(_moment(e, "DTSTART")))
    ahead = [e for e in events if _day(_moment(e, "DTSTART")) >= now.date()]
    chosen = next(iter(ahead), events[-1])
    several = len({str(e.get("UID")) for e in events})
    remarks = [_SEVERAL.format(several)] if several > 1 else []
    return chosen, (*remarks, *([_REPEATS] if "RRULE" in chosen else []))


def _start(
    event: Any, zones: dict[str, list[str]], settings: Settings
) -> tuple[datetime, str, tuple[str, ...]]:
    """The start with its zone, the zone's name, and what had to be assumed."""
    start, own = _moment(event, "DTSTART"), ZoneInfo(settings.timezone)
    if not FIRST_YEAR <= start.year <= LAST_YEAR:
        raise NoInvitationError("The year of this invitation can't be meant. Add the interview by hand.")
    if not isinstance(start, datetime):
        return datetime.combine(start, time(9), own), settings.timezone, (_NO_HOUR,)
    name = str(event["DTSTART"].params.get("TZID", ""))
    if start.tzinfo is not None and not name:  # in UTC: shown on the user's own clock
        return start.astimezone(own), settings.timezone, ()
    bare = start.replace(tzinfo=None)
    if zone := named_zone(name) if name else None:
        return bare.replace(tzinfo=zone), zone.key, ()
    if described := described_zone(zones.get(name, []), bare):
        at = bare.replace(tzinfo=described)
        # A name that only this file knows is nothing to choose from a list: shown on the user's clock.
        return at.astimezone(own), settings.timezone, ()
    return bare.replace(tzinfo=own), settings.timezone, (_ZONE_UNKNOWN if name else _ZONE_UNSAID,)


def _minutes(event: Any) -> int | None:
    start, end = _moment(event, "DTSTART"), _moment(event, "DTEND")
    if not isinstance(start, datetime):
        return None
    length = None
    if isinstance(end, datetime):
        length = end.replace(tzinfo=None) - start.replace(tzinfo=None)
    elif isinstance(stated := _value(event, "DURATION"), timedelta):
        length = stated
    return round(length.total_seconds() / 60) if length and timedelta() < length <= LONGEST else None


def _people(event: Any, settings: Settings) -> Iterator[Invited]:
    """Everybody but the user, tools and rooms, each once."""
    seen = {email_key(settings.email)}
    for found in (*_several(event, "ATTENDEE"), *_several(event, "ORGANIZER"))[: 2 * MOST_PEOPLE]:
        params = getattr(found, "params", {})
        address = str(found).strip().removeprefix("mailto:").removeprefix("MAILTO:").strip()
        name = " ".join(str(params.get("CN", "")).replace('"', "").split())
        is_address = "@" in address and not any(c.isspace() for c in address)
        key = email_key(address if is_address else name)
        if not key or key in seen or str(params.get("CUTYPE", "")).upper() in _NOT_PEOPLE:
            continue
        seen.add(key)
        if is_address and (is_no_reply(address) or address.casefold().endswith(_HIDDEN_CALENDARS)):
            continue
        yield Invited(_name(name, address), address if is_address else None)
        if len(seen) > MOST_PEOPLE:
            return


def _name(given: str, address: str) -> str:
    """The name as given; made from the address where the invitation gives none: dana.whitfield@…"""
    if given and "@" not in given:
        return given
    words = address.partition("@")[0].replace("_", ".").replace("-", ".").split(".")
    return " ".join(word.capitalize() for word in words if word) or address


def _several(event: Any, name: str) -> list[Any]:
    found = event.get(name, [])
    return found if isinstance(found, list) else [found]


def _text(event: Any, name: str) -> str:
    found = _several(event, name)
    return " ".join(str(found[0]).split()) if found else ""


def _moment(event: Any, name: str) -> Any:
    """A date or a moment; None where the event has none, or one that can't be read."""
    moment = _value(event, name)
    return moment if isinstance(moment, date) else None


def _value(event: Any, name: str) -> Any:
    found = _several(event, name)
    try:
        return getattr(found[0], "dt", None) if found else None
    except ValueError:  # the library gives a damaged value on, and complains when it is read
        return None


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
