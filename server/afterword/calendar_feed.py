"""The user's calendar of follow-ups: what is in it, and what changed since it was last told (RFC 5545)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from uuid import NAMESPACE_OID, uuid5
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from .agenda import agenda
from .domain.cadence import standing_of
from .domain.cadence.table import rule_for
from .domain.drafts import DueItem
from .domain.records import Record
from .domain.settings import Settings
from .storage.calendar_memory import CalendarEvent, CalendarMemory, Events
from .storage.records_table import RecordsTable
from .templates.library import Library

CANCELLATIONS_STAY = timedelta(days=30)  # so long even a calendar that seldom looks hears of an end
ASK_AGAIN_AFTER = timedelta(hours=1)
MORNING = time(9)  # on the user's clock

_PRODUCT = "-//Afterword//Follow-ups//EN"


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """How events are called. No text may depend on the day it is read on, or every day would be a change."""

    calendar: str
    window: Callable[[DueItem], str]
    window_note: Callable[[DueItem], str]
    promised: Callable[[Record], str]
    decide_by: Callable[[Record], str]


@dataclass(frozen=True, slots=True)
class CalendarDesk:
    """What a calendar is made with. ``now`` is the clock of due dates, ``stamp`` that of real changes."""

    records: RecordsTable
    settings: Settings
    library: Library
    memory: CalendarMemory
    words: CalendarWords
    now: datetime
    stamp: datetime


def events_now(desk: CalendarDesk) -> tuple[CalendarEvent, ...]:
    """Every event, with those cancelled within the last 30 days; changes since the last time are counted."""
    current = {event.uid: event for event in _events(desk)}
    return tuple(desk.memory.revise(lambda told: revised(current, told, desk.stamp)).values())


def revised(current: Events, told: Events, at: datetime) -> Events:
    """The events as calendars expect them after what they were ``told``: updated, new, kept or cancelled.

    A changed event has a higher SEQUENCE; one that is no longer due is cancelled for 30 days, then forgotten.
    """
    at = at.astimezone(UTC).replace(microsecond=0)
    ended = {
        uid: event if event.is_cancelled else _next_of(event, replace(event, is_cancelled=True), at)
        for uid, event in told.items()
        if uid not in current
    }
    kept = {uid: e for uid, e in ended.items() if e.changed_at and at - e.changed_at < CANCELLATIONS_STAY}
    return kept | {uid: _next_of(told.get(uid), event, at) for uid, event in current.items()}


def as_icalendar(events: Iterable[CalendarEvent], *, name: str, page_of: Callable[[str], str]) -> bytes:
    """The events as an iCalendar file in UTF-8.

    Args:
        name: of the calendar.
        page_of: the address of a record's page, by its id.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", ASK_AGAIN_AFTER, {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for event in sorted(events, key=lambda e: (str(e.starts), e.uid)):
        calendar.add_component(_component(event, page_of(event.record_id)))
    content: bytes = calendar.to_ical()
    return content


def _next_of(before: CalendarEvent | None, after: CalendarEvent, at: datetime) -> CalendarEvent:
    if before is None:
        return replace(after, changed_at=at)
    same = replace(after, sequence=before.sequence, changed_at=before.changed_at)
    return same if same == before else replace(same, sequence=before.sequence + 1, changed_at=at)


def _events(desk: CalendarDesk) -> Iterator[CalendarEvent]:
    items = agenda(records=desk.records, settings=desk.settings, library=desk.library, now=desk.now)
    yield from (_window(item, desk.words) for item in items if _has_window(item))
    for record in desk.records.all():
        yield from _promised_dates(record, desk.words)
        yield from _decision(record, desk)


def _has_window(item: DueItem) -> bool:
    return item.timing.verdict != "stop" and item.timing.opens_at is not None and item.advice is None


def _window(item: DueItem, words: CalendarWords) -> CalendarEvent:
    timing = item.timing
    return CalendarEvent(
        uid=_uid(item.record_id, *_whom(item), item.kind, item.channels[0]),
        record_id=item.record_id,
        summary=_printable(words.window(item)),
        description=_printable(words.window_note(item)),
        starts=_in_utc(timing.opens_at),
        ends=_in_utc(timing.closes_at),
        alarm_at=_in_utc(timing.best_at),
    )


def _whom(item: DueItem) -> tuple[str, ...]:
    """What tells this follow-up from others of its kind; one to the employer is the same, whoever gets it."""
    to_employer = rule_for(item.kind, item.channels[0]).to == "employer"
    return (item.round_id or "", "" if to_employer else item.interviewer_id or "")


def _promised_dates(record: Record, words: CalendarWords) -> Iterator[CalendarEvent]:
    if not standing_of(record).is_waiting:
        return
    for round_ in record.rounds:
        if round_.promised_by and round_.status == "held":
            yield CalendarEvent(
                uid=_uid(record.id, round_.id, "promised_by"),
                record_id=record.id,
                summary=_printable(words.promised(record)),
                description="",
                starts=round_.promised_by,
                ends=round_.promised_by + timedelta(days=1),
            )


def _decision(record: Record, desk: CalendarDesk) -> Iterator[CalendarEvent]:
    decide_by = record.outcome.decide_by
    if decide_by is None or standing_of(record).kind != "offer":
        return
    zone = ZoneInfo(desk.settings.timezone)
    is_moment = isinstance(decide_by, datetime)
    day = decide_by.astimezone(zone).date() if isinstance(decide_by, datetime) else decide_by
    yield CalendarEvent(
        uid=_uid(record.id, "decide_by"),
        record_id=record.id,
        summary=_printable(desk.words.decide_by(record)),
        description="",
        starts=_in_utc(decide_by) if isinstance(decide_by, datetime) else decide_by,
        ends=None if is_moment else day + timedelta(days=1),
        alarm_at=_in_utc(datetime.combine(day - timedelta(days=1), MORNING, zone)),
    )


def _component(told: CalendarEvent, page: str) -> Event:
    event = Event()
    event.add("uid", told.uid)
    event.add("summary", told.summary)
    if told.description:
        event.add("description", told.description)
    event.add("dtstart", told.starts)
    if told.ends is not None:
        event.add("dtend", told.ends)
    event.add("url", page)
    event.add("sequence", told.sequence)
    # A file without a METHOD: its DTSTAMP is, by RFC 5545 3.8.7.2, the moment of the last change.
    event.add("dtstamp", told.changed_at)
    event.add("last-modified", told.changed_at)
    event.add("status", "CANCELLED" if told.is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")  # a window of two days keeps nobody busy
    if told.alarm_at and not told.is_cancelled:
        event.add_component(_alarm(told, told.alarm_at))
    return event


def _alarm(told: CalendarEvent, at: datetime) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", told.summary)
    alarm.add(
        "trigger", at, {"VALUE": "DATE-TIME"}
    )  # a moment of its own: the best one lies anywhere in the window
    return alarm


def _uid(*parts: str) -> str:
    return str(uuid5(NAMESPACE_OID, "afterword/" + "/".join(parts)))


def _in_utc(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC).replace(microsecond=0) if moment else None


def _printable(text: str) -> str:
    """The text without control characters, for which iCalendar has no spelling; line ends stay."""
    return "".join(c for c in text if c == "\n" or c.isprintable())


def record_events(events: Iterable[CalendarEvent], record_id: str) -> tuple[CalendarEvent, ...]:
    """The events of one record."""
    return tuple(event for event in events if event.record_id == record_id)
