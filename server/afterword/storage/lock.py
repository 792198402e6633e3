"""One process at a time has a data folder open, for as long as it lives."""

import os
import time
from pathlib import Path
from types import TracebackType

import orjson
from filelock import FileLock, Timeout

from .errors import AlreadyRunningError, StorageError
from .private_file import FILE_MODE, replace_file

RUNNING_FILE = "running.json"

_ATTEMPTS = 11
_PAUSE_SECONDS = 0.1


def announced_address(folder: Path) -> str | None:
    """Where the server that has the folder open said that it answers.

    None: there is none, it is still starting, or a command without a page. What a killed one said stays.
    """
    try:
        return str(orjson.loads((folder / RUNNING_FILE).read_bytes())["address"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


class ProcessLock:
    """The lock of a data folder; the system lets go of it when the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        self._running = folder / RUNNING_FILE
        # Released by whichever thread stops the server, hence not bound to one.
        self._lock = FileLock(folder / "afterword.lock", mode=FILE_MODE, thread_local=False)

    def acquire(self) -> None:
        """Take the lock, within a second.

        Raises:
            AlreadyRunningError: another process has it.
        """
        for _ in range(_ATTEMPTS - 1):
            if self._is_acquired():
                return
            if address := self._address_of_owner():
                raise AlreadyRunningError(address)
            # Its owner is still starting, or a short command that is about to end.
            time.sleep(_PAUSE_SECONDS)
        if not self._is_acquired():
            raise AlreadyRunningError(self._address_of_owner())

    def announce(self, address: str) -> None:
        """Tell a second start where this one answers, for example ``http://127.0.0.1:8756``."""
        replace_file(self._running, orjson.dumps({"address": address, "pid": os.getpid()}))

    def release(self) -> None:
        """Let the next one in."""
        if self._lock.is_locked:
            self._running.unlink(missing_ok=True)
            self._lock.release()

    def _is_acquired(self) -> bool:
        try:
            self._lock.acquire(blocking=False)
            self._running.unlink(missing_ok=True)  # what a killed predecessor left
        except Timeout:
            return False
        except OSError as error:
            raise StorageError.of_writing(error) from error
        return True

    def _address_of_owner(self) -> str | None:
        return announced_address(self._running.parent)

    def __enter__(self) -> "ProcessLock":
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
