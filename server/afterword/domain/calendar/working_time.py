"""One interviewer's calendar: zone, country and working hours.

All moments come and go in UTC: Python compares two moments of one zone by their clock faces, which lie on the
night the clocks change. ``local`` turns a moment into the interviewer's time for showing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from ..playbook import Span, WorkingHours
from .working_days import is_working_day

_LONGEST_REST = 60  # days without one working day: longer than any country's


@dataclass(frozen=True, slots=True)
class Calendar:
    """Day arithmetic and working hours in ``zone``, with the days off of ``country`` (X2)."""

    zone: tzinfo
    country: str
    hours: WorkingHours

    def local(self, moment: datetime) -> datetime:
        """The same moment on the interviewer's clock."""
        return moment.astimezone(self.zone)

    def day_of(self, moment: datetime) -> date:
        """The day it is for the interviewer at this moment."""
        return self.local(moment).date()

    def at(self, day: date, clock: time) -> datetime:
        """The moment of a clock time; a time skipped by daylight saving is the one after the jump."""
        return datetime.combine(day, clock, self.zone).astimezone(UTC)

    def start_of(self, day: date) -> datetime:
        """The first moment of a day."""
        return self.at(day, time())

    def end_of(self, day: date) -> datetime:
        """The last second of a day."""
        return self.start_of(day + timedelta(days=1)) - timedelta(seconds=1)

    def after(self, moment: datetime, span: Span) -> datetime:
        """The moment so much later: hours elapse, days keep the clock time whatever daylight saving does."""
        if span.unit != "days":
            return moment.astimezone(UTC) + timedelta(minutes=span.minutes)
        local = self.local(moment)
        return self.at(local.date() + timedelta(days=span.amount), local.time().replace(fold=0))

    def day_after(self, day: date, count: int, *, working: bool = False) -> date:
        """The day ``count`` days later; working days only are counted if ``working``."""
        if not working:
            return day + timedelta(days=count)
        for _ in range(count):
            day = next(self._working_days(day + timedelta(days=1)))
        return day

    def is_day_off(self, moment: datetime) -> bool:
        """Whether the interviewer's day at this moment is a weekend or public holiday there."""
        return not is_working_day(self.day_of(moment), self.country)

    def first_working(self, start: datetime, end: datetime | None) -> datetime | None:
        """The first moment of work from ``start`` to ``end``, both included; None if there is none."""
        for day in self._working_days(self.day_of(start)):
            opens, closes = self.working_hours(day)
            moment = max(opens, start)
            if moment < closes:
                return moment if end is None or moment <= end else None
        return None

    def last_working_stretch(self, start: datetime, end: datetime) -> datetime | None:
        """Where the last stretch of working hours from ``start`` to ``end`` begins; None if there is none."""
        day = self.day_of(end)
        while day >= self.day_of(start):
            opens, closes = self.working_hours(day)
            moment = max(opens, start)
            if is_working_day(day, self.country) and moment < closes and moment <= end:
                return moment
            day -= timedelta(days=1)
        return None

    def is_working(self, moment: datetime) -> bool:
        """Whether this moment is in a working hour."""
        return self.first_working(moment, moment) is not None

    def next_working_morning(self, moment: datetime) -> datetime:
        """The first start of work at or after this moment."""
        for day in self._working_days(self.day_of(moment)):
            opens, _ = self.working_hours(day)
            if opens >= moment:
                return opens
        return moment

    def working_hours(self, day: date) -> tuple[datetime, datetime]:
        """When work starts and ends on a day, whether or not anybody works on it."""
        return self._at_hour(day, self.hours.opens), self._at_hour(day, self.hours.closes)

    def late_after(self, day: date) -> datetime:
        """When a message moved to this morning becomes late (W7)."""
        return self._at_hour(day, self.hours.late_after)

    def _at_hour(self, day: date, hour: int) -> datetime:
        midnight = 24
        return self.start_of(day + timedelta(days=1)) if hour == midnight else self.at(day, time(hour))

    def _working_days(self, day: date) -> Iterator[date]:
        for later in range(_LONGEST_REST):
            candidate = day + timedelta(days=later)
            if is_working_day(candidate, self.country):
                yield candidate
