"""One process at a time has a data folder open, for as long as it lives."""

import os
from pathlib import Path
from types import TracebackType

import orjson
from filelock import FileLock, Timeout

from .errors import AlreadyRunningError, StorageError
from .private_file import FILE_MODE, replace_file


class ProcessLock:
    """The lock of a data folder; the system lets go of it when the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        self._running = folder / "running.json"
        # Released by whichever thread stops the server, hence not bound to one.
        self._lock = FileLock(folder / "afterword.lock", mode=FILE_MODE, thread_local=False)

    def acquire(self) -> None:
        """Take the lock.

        Raises:
            AlreadyRunningError: another process has it.
        """
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            raise AlreadyRunningError(self._address_of_owner()) from None
        except OSError as error:
            raise StorageError.of_writing(error) from error
        self._running.unlink(missing_ok=True)  # what a killed predecessor left

    def announce(self, address: str) -> None:
        """Tell a second start where this one answers, for example ``http://127.0.0.1:8756``."""
        replace_file(self._running, orjson.dumps({"address": address, "pid": os.getpid()}))

    def release(self) -> None:
        """Let the next one in."""
        if self._lock.is_locked:
            self._running.unlink(missing_ok=True)
            self._lock.release()

    def _address_of_owner(self) -> str | None:
        try:
            address = orjson.loads(self._running.read_bytes())["address"]
        except (OSError, ValueError, KeyError, TypeError):
            return None  # it is still starting, or a command without a page
        return str(address)

    def __enter__(self) -> "ProcessLock":
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
