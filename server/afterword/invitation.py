"""Reading an interview's invitation (``.ics``), as calendars and recruiters' tools send them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from .domain.errors import InvalidInputError
from .domain.kinds import RoundKind
from .domain.matching import email_key
from .domain.records import Interviewer

_VIDEO = re.compile(r"zoom\.us|teams\.(?:microsoft|live)|meet\.google|webex|whereby|video", re.I)
_PHONE = re.compile(r"\btel:|\bphone\b|\bcall you\b|\bdial\b", re.I)
_LONGEST = timedelta(days=7)  # as everywhere for an interview; longer is a mistake of the sender


@dataclass(frozen=True, slots=True)
class Invitation:
    """What an invitation says of the interview. ``minutes`` is None where it names no end."""

    at: datetime
    minutes: int | None
    kind: RoundKind
    is_called_off: bool
    people: tuple[Interviewer, ...]


def read_invitation(text: str, *, zone: str, own_email: str) -> Invitation:
    """The first event of an invitation.

    Args:
        zone: whose clock is meant where the invitation names none.
        own_email: the user's own address, who is no interviewer.

    Raises:
        InvalidInputError: this is no invitation, or it has no time of day.
    """
    calendar, event = _first_event(text)
    start = _value(event, "dtstart")
    if not isinstance(start, datetime):
        raise _refused("The invitation names no time of day. Add the interview by hand.")
    at = _in_zone(start, zone)
    return Invitation(
        at=at,
        minutes=_minutes(event, at, zone),
        kind=_kind(event),
        is_called_off="CANCEL" in f"{calendar.get('method', '')}{event.get('status', '')}".upper(),
        people=tuple(_people(event, own_email)),
    )


def _first_event(text: str) -> tuple[Calendar, Event]:
    try:
        calendar = Calendar.from_ical(text)
        events = [part for part in calendar.walk("VEVENT") if isinstance(part, Event)]
    except (ValueError, KeyError, IndexError, AttributeError, TypeError) as error:
        # The library has an error of its own for each way in which a file can be broken.
        raise _refused(
            "This is not an invitation that can be read. Choose the .ics file of the mail."
        ) from error
    if not events or not isinstance(calendar, Calendar):
        raise _refused("There is no appointment in this file.")
    return calendar, events[0]


def _value(event: Event, name: str) -> object:
    """A day, a moment or a length; None where there is none or it can't be read."""
    try:
        return getattr(event.get(name), "dt", None)
    except ValueError:
        return None


def _in_zone(moment: datetime, zone: str) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))


def _minutes(event: Event, at: datetime, zone: str) -> int | None:
    end, length = _value(event, "dtend"), _value(event, "duration")
    if isinstance(end, datetime):
        lasts = _in_zone(end, zone) - at
    elif isinstance(length, timedelta):
        lasts = length
    else:
        return None
    return int(lasts.total_seconds() // 60) if timedelta(minutes=1) <= lasts <= _LONGEST else None


def _kind(event: Event) -> RoundKind:
    told = " ".join(str(event.get(name, "")) for name in ("summary", "location", "description", "url"))
    if _VIDEO.search(told):
        return "video"
    if _PHONE.search(told):
        return "phone"
    return "on_site" if str(event.get("location", "")).strip() else "video"


def _people(event: Event, own_email: str) -> Iterator[Interviewer]:
    """Organizer and guests, each once, without the user and the rooms."""
    seen = {email_key(own_email)}
    for guest in (*_several(event.get("organizer")), *_several(event.get("attendee"))):
        address = re.sub(r"(?i)^mailto:", "", str(guest)).strip()
        details = getattr(guest, "params", {})
        is_room = str(details.get("CUTYPE", "")).upper() in {"ROOM", "RESOURCE"}
        if is_room or "@" not in address or email_key(address) in seen:
            continue
        seen.add(email_key(address))
        name = str(details.get("CN", "")).strip("\"' ")
        yield Interviewer(id="", name=name if name and "@" not in name else "", email=address)


def _several(value: Any) -> Iterable[Any]:
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)


def _refused(sentence: str) -> InvalidInputError:
    return InvalidInputError(sentence, fields={"invitation": sentence})
