"""What calendars were told so far: only so can a change be told as an update, and an end as a cancellation.

It is no part of the records: without it a calendar would hear every event as a new one, and nothing is lost.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ..domain.errors import AfterwordError
from .codec import from_document, to_document
from .own_file import OwnFile

CALENDAR_FILE = "calendar.json"


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event as it was told. A bare date is a whole day; ``ends`` is then the day after the last.

    ``sequence`` counts its changes from 0, ``changed_at`` is the last one; ``is_cancelled``: it ended early.
    """

    uid: str
    record_id: str
    summary: str
    description: str
    starts: date | datetime | None
    ends: date | datetime | None
    alarm_at: datetime | None = None
    sequence: int = 0
    changed_at: datetime | None = None
    is_cancelled: bool = False


Events = Mapping[str, CalendarEvent]


class CalendarMemory:
    """The events told so far, by their UIDs."""

    def __init__(self, folder: Path) -> None:
        self._file = OwnFile(folder / CALENDAR_FILE)
        self._lock = threading.Lock()

    def revise(self, revise: Callable[[Events], Events]) -> Events:
        """Read, revise and keep the events with nobody between; nothing is written if all stays."""
        with self._lock:
            before = self._read()
            after = revise(before)
            if after != before:
                self._file.write({uid: to_document(event) for uid, event in after.items()})
            return after

    def forget(self) -> None:
        """Forget all of it."""
        with self._lock:
            self._file.remove()

    def _read(self) -> Events:
        try:
            return {uid: from_document(CalendarEvent, told) for uid, told in self._file.read().items()}
        except AfterwordError:  # edited by hand: as good as lost
            return {}
