"""The glass box: what the button read and where it went, for the user to look at and to clear.

A draft writes nothing to the records, and neither does this: it has a file of its own, and it notes the names
of the fields that were read, never their texts.
"""

import errno
import os
import threading
from collections import deque
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

import orjson

from ..domain.errors import AfterwordError
from .codec import from_document, to_document
from .errors import StorageError
from .private_file import replace_file, sweep_strays

ACTIVITY_FILE = "activity.jsonl"
FORMER_FILE = "activity.json"  # of earlier versions; not read, but never left behind
KEPT = 500  # entries; the oldest go first
LONGEST_FILE = 2 * KEPT  # lines; then the oldest leave the file, too
_AS_IT_IS = getattr(os, "O_BINARY", 0)  # Windows alone would change line ends

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
    """The last 500 requests, one line each. Read once and kept in memory.

    A new entry is a line more: it comes after every click, and to write all of them would slow down what the
    browser does with the answer. Lines are not synced one by one; a power cut may cost the last of them.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / ACTIVITY_FILE
        self._former = folder / FORMER_FILE
        sweep_strays(self._path)
        self._lock = threading.Lock()
        self._entries: deque[Activity] | None = None
        self._lines = LONGEST_FILE  # as long as nothing is known of the file: the first entry writes it anew

    def add(self, entry: Activity) -> None:
        """Note a request; a disk that is full costs this note and nothing else."""
        with self._lock:
            entries = self._known()
            entries.append(entry)
            try:
                self._write(entries)
            except (AfterwordError, OSError):
                self._lines = LONGEST_FILE  # half a line may stand there; the entry is shown while this runs

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
            try:
                for path in (self._path, self._former):
                    path.unlink(missing_ok=True)
            except OSError as error:
                raise StorageError.of_writing(error) from error
            self._entries = deque(maxlen=KEPT)
            self._lines = LONGEST_FILE

    def _known(self) -> deque[Activity]:
        if self._entries is None:
            self._entries = deque(self._read(), maxlen=KEPT)
        return self._entries

    def _read(self) -> list[Activity]:
        try:
            lines = self._path.read_bytes().splitlines()
        except OSError:  # no file yet
            return []
        return [entry for entry in map(_entry_in, lines) if entry]

    def _write(self, entries: deque[Activity]) -> None:
        if self._lines < LONGEST_FILE:
            _append(self._path, _line(entries[-1]))
            self._lines += 1
        else:
            replace_file(self._path, b"".join(map(_line, entries)))
            self._lines = len(entries)


def _line(entry: Activity) -> bytes:
    return orjson.dumps(to_document(entry), option=orjson.OPT_APPEND_NEWLINE)


def _entry_in(line: bytes) -> Activity | None:
    """The entry of a line; None for one edited by hand, or that a power cut left half written."""
    try:
        return from_document(Activity, orjson.loads(line))
    except (orjson.JSONDecodeError, AfterwordError, TypeError):
        return None


def _append(path: Path, line: bytes) -> None:
    # This makes no file: one that somebody took away meanwhile is made anew, whole and private.
    file = os.open(path, os.O_WRONLY | os.O_APPEND | _AS_IT_IS)
    try:
        if os.write(file, line) < len(line):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    finally:
        os.close(file)
