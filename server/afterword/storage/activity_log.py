"""The glass box: what the button read and where it went, for the user to look at and to clear.

A draft writes nothing to the records, and neither does this: it has a file of its own, and it notes the names
of the fields that were read, never their texts.
"""

import threading
from collections import deque
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from ..domain.errors import AfterwordError
from .codec import from_document, to_document
from .own_file import OwnFile
from .private_file import sweep_strays

ACTIVITY_FILE = "activity.json"
KEPT = 500  # entries; the oldest go first

What = Literal["draft", "check", "follow_up", "reply", "new_record", "new_person", "facts"]


@dataclass(frozen=True, slots=True)
class Activity:
    """One request of a browser. ``read`` and ``kept`` are names of fields; ``answer`` is a draft's status."""

    at: datetime
    what: What
    surface: str
    read: tuple[str, ...]
    kept: tuple[str, ...]
    answer: str = ""


class ActivityLog:
    """The last 500 requests. Read once, kept in memory, and written whole after each new entry."""

    def __init__(self, folder: Path) -> None:
        path = folder / ACTIVITY_FILE
        sweep_strays(path)
        self._file = OwnFile(path)
        self._lock = threading.Lock()
        self._entries: deque[Activity] | None = None

    def add(self, entry: Activity) -> None:
        """Note a request; a disk that is full costs this note and nothing else."""
        with self._lock:
            entries = self._known()
            entries.append(entry)
            self._write(entries)

    def all(self) -> tuple[Activity, ...]:
        """Every entry, the newest first."""
        with self._lock:
            return tuple(reversed(self._known()))

    def clear(self) -> None:
        """Forget all of it.

        Raises:
            StorageError: the file could not be taken away.
        """
        with self._lock:
            self._file.remove()
            self._entries = deque(maxlen=KEPT)

    def _known(self) -> deque[Activity]:
        if self._entries is None:
            self._entries = deque(self._read(), maxlen=KEPT)
        return self._entries

    def _read(self) -> list[Activity]:
        try:
            return [from_document(Activity, entry) for entry in self._file.read().get("entries", ())]
        except (AfterwordError, TypeError):  # edited by hand: the box starts empty
            return []

    def _write(self, entries: deque[Activity]) -> None:
        try:
            self._file.write({"entries": [to_document(entry) for entry in entries]})
        except AfterwordError:
            return  # the entry is shown as long as the server runs
