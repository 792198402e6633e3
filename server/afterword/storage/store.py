"""The data folder, opened: every table, the backups, and the lock that keeps a second start out."""

import contextlib
import threading
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from types import TracebackType

from ..domain.errors import NotFoundError
from .backups import Backups
from .compact_document import plain
from .data_file import Tables, read_data, tables_of
from .durable import DurableDatabase, DurableStorage, DurableTable
from .errors import StorageError
from .lock import ProcessLock
from .migrations import migrated
from .notices_table import TABLE as NOTICES
from .notices_table import NoticesTable
from .presence_table import PresenceTable
from .private_file import make_private_folder, sweep_strays
from .records_table import RecordsTable
from .recovery import damaged_files, make_ready
from .settings_table import SettingsTable

DATA_FILE = "afterword.json"
BACKUP_FOLDER = "backups"
COMPACT = frozenset({"records"})  # the one table that grows with the years


def open_store(data_dir: Path, *, now: Callable[[], datetime]) -> "Store":
    """Open the data folder, made on first use, and keep it locked until the store is closed.

    Args:
        data_dir: the folder; only its owner may enter it afterwards (T5).
        now: the real clock, for stamps and backups; zone-aware.

    Raises:
        AlreadyRunningError: another process has it open.
        NewerSchemaError: a newer Afterword wrote the data.
        StorageError: the folder can't be read or written.
    """
    make_private_folder(data_dir)
    lock = ProcessLock(data_dir)
    lock.acquire()
    try:
        path = data_dir / DATA_FILE
        sweep_strays(path)
        backups = backups_in(data_dir, now=now)
        tables = make_ready(path, backups, now=now)
        return Store(path, lock, backups, now=now, tables=tables)
    except BaseException:
        lock.release()
        raise


def backups_in(data_dir: Path, *, now: Callable[[], datetime]) -> Backups:
    """The backups of a data folder. They can be listed and made while a server has the folder open."""
    return Backups(data_dir / DATA_FILE, data_dir / BACKUP_FOLDER, now=now)


def stored_tables(data_dir: Path) -> Tables:
    """What a data folder holds at this moment, whether or not a server has it open; nothing is changed.

    Raises:
        NotFoundError: there is no data yet.
        StorageError: it can't be read.
    """
    path = data_dir / DATA_FILE
    if not path.exists():
        raise NotFoundError(f"There is nothing in {data_dir} yet.")
    # The file is only ever replaced as a whole, so what is read is one state of it.
    return tables_of(migrated(read_data(path)))


class Store:
    """Everything that is kept. Safe to use from several threads; closed by ``close`` or ``with``."""

    def __init__(
        self,
        path: Path,
        lock: ProcessLock,
        backups: Backups,
        *,
        now: Callable[[], datetime],
        tables: Tables | None = None,
    ) -> None:
        self._database = DurableDatabase(path, before_write=self._make_due_backups, compact=COMPACT)
        if tables is not None:
            self._storage.take(tables)
        self._process_lock = lock
        self._now = now
        self._backed_up_on: date | None = None
        self._is_changed = False
        self.backups = backups
        self.records = RecordsTable(self._table("records"), self._storage, now=now)
        self.settings = SettingsTable(self._table("settings"), self._storage)
        self.presence = PresenceTable(self._table("presence"))
        self.notices = NoticesTable(self._table(NOTICES))
        with contextlib.suppress(StorageError):  # a full disk must not keep the user from reading
            self.records.purge()

    def announce(self, address: str) -> None:
        """Tell a second start where this one answers, for example ``http://127.0.0.1:8756``."""
        self._process_lock.announce(address)

    @property
    def lock(self) -> threading.RLock:
        """Held round several operations that nobody may come between."""
        return self._storage.lock

    def tables(self) -> Tables:
        """All that is kept, as documents; the caller reads it and changes nothing in it."""
        tables = self._storage.read() or {}
        return {name: {i: plain(document) for i, document in table.items()} for name, table in tables.items()}

    def replace_tables(self, tables: Tables) -> None:
        """Put these tables in the place of all that is kept, in one step."""
        with self._storage.lock:
            self._storage.write(tables)
            self._storage.forget()

    def restore(self, backup_name: str) -> None:
        """Go back to a backup, after making one of the present state.

        Raises:
            NotFoundError: there is no backup of this name.
            StorageError: it is damaged; the present state stays.
        """
        with self._storage.lock:
            tables = self.backups.tables(backup_name)
            self.backups.make("before-restore")
            self.replace_tables(tables)

    def delete_everything(self) -> None:
        """Remove all records, settings and logs for ever, with trash and backups."""
        with self._storage.lock:
            self.replace_tables({})
            self._is_changed = False
            self.backups.remove_all()
            for damaged in damaged_files(self._storage.path):
                damaged.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the folder; closing twice is harmless."""
        with self.lock:
            if self._is_changed and self._storage.path.exists():
                self._is_changed = False
                with contextlib.suppress(StorageError):
                    self.backups.refresh_daily()
            self._database.close()
            self._process_lock.release()

    def _table(self, name: str) -> DurableTable:
        table = self._database.table(name)
        assert isinstance(table, DurableTable)  # noqa: S101  narrows the type TinyDB leaves open
        return table

    @property
    def _storage(self) -> DurableStorage:
        storage = self._database.storage
        assert isinstance(storage, DurableStorage)  # noqa: S101  narrows the type TinyDB leaves open
        return storage

    def _make_due_backups(self) -> None:
        """Copy the last state before the first change of a day, also while the server runs for weeks."""
        self._is_changed = True
        today = self._now().date()
        if today == self._backed_up_on or not self._storage.path.exists():
            return
        self._backed_up_on = today
        # A copy that fails must not keep the user from saving; that copies are missing is seen in their list.
        with contextlib.suppress(StorageError):
            self.backups.make_due()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
