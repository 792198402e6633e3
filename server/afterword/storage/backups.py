"""Copies of the data file: one a day, one a week, and one before each migration, import and restore."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, get_args

from ..domain.errors import NotFoundError
from .data_file import Tables, parse_data, read_data, tables_of
from .errors import StorageError
from .migrations import migrated
from .private_file import make_private_folder, replace_file, sweep_strays

BackupKind = Literal["daily", "weekly", "before-migration", "before-import", "before-restore", "by-hand"]

KEPT: dict[BackupKind, int] = {
    "daily": 7,
    "weekly": 4,
    "before-migration": 5,
    "before-import": 5,
    "before-restore": 5,
    "by-hand": 20,
}
"""How many copies of each kind are kept; the oldest goes first."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy. ``size`` in bytes; ``made_at`` in UTC."""

    name: str
    kind: BackupKind
    made_at: datetime
    size: int


class Backups:
    """The copies of one data file, in a private folder beside it."""

    def __init__(self, data_path: Path, folder: Path, *, now: Callable[[], datetime]) -> None:
        self._data_path = data_path
        self._folder = folder
        self._now = now

    def list(self) -> tuple[Backup, ...]:
        """Every copy, the newest first, whether it can be read or not."""
        if not self._folder.is_dir():
            return ()
        return tuple(sorted(self._found(), key=lambda backup: backup.made_at, reverse=True))

    def make(self, kind: BackupKind = "by-hand") -> Backup:
        """Copy the data file now; the copy counts only once it was read back.

        Raises:
            NotFoundError: there is no data file yet.
            StorageError: it can't be read, or the copy can't be written.
        """
        moment = self._now().astimezone(UTC)
        return self._copy(kind, moment.strftime("%Y%m%dT%H%M%S%fZ"))

    def refresh_daily(self) -> Backup:
        """Make this day's copy anew, so that it holds the day's last state."""
        return self._copy("daily", self._now().date().isoformat())

    def make_due(self) -> tuple[Backup, ...]:
        """Make the copies of this day and this week that are not there yet."""
        today = self._now().date()
        year, week, _ = today.isocalendar()
        due: dict[BackupKind, str] = {"daily": today.isoformat(), "weekly": f"{year}-W{week:02d}"}
        if not self._data_path.exists():
            return ()
        # By the name and not by the newest one's age: a clock that was a year ahead must not stop the copies.
        return tuple(
            self._copy(kind, label)
            for kind, label in due.items()
            if not self._path(f"{kind}_{label}").exists()
        )

    def read(self, name: str) -> dict[str, Any]:
        """The content of a copy, as ``read_data`` gives it.

        Raises:
            NotFoundError: there is no copy of this name.
            StorageError: it is damaged.
        """
        if name not in {backup.name for backup in self.list()}:
            raise NotFoundError("There is no backup of this name.")
        return read_data(self._path(name))

    def tables(self, name: str) -> Tables:
        """The tables of a copy in the current schema; raises as ``read``."""
        return tables_of(migrated(self.read(name)))

    def remove_all(self) -> None:
        """Remove every copy, as the user asked by "delete everything"."""
        for backup in self.list():
            self._path(backup.name).unlink(missing_ok=True)

    def _copy(self, kind: BackupKind, label: str) -> Backup:
        try:
            content = self._data_path.read_bytes()
        except FileNotFoundError:
            raise NotFoundError("There is nothing to back up yet.") from None
        except OSError as error:
            raise StorageError.of_reading(error) from error
        parse_data(content)  # a damaged file must not push the good copies out
        make_private_folder(self._folder)
        path = self._path(f"{kind}_{label}")
        sweep_strays(path)
        replace_file(path, content)
        self._read_back(path, content)
        self._drop_oldest(kind)
        return _backup_at(path, kind)

    def _read_back(self, path: Path, content: bytes) -> None:
        if path.read_bytes() != content:
            path.unlink()
            raise StorageError("The backup could not be read back, so it was thrown away. Check the disk.")

    def _drop_oldest(self, kind: BackupKind) -> None:
        same = [backup for backup in self.list() if backup.kind == kind]
        for backup in same[KEPT[kind] :]:
            self._path(backup.name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"

    def _found(self) -> Iterator[Backup]:
        for path in self._folder.glob("*.json"):
            kind = path.stem.partition("_")[0]
            if kind in get_args(BackupKind):
                yield _backup_at(path, kind)


def _backup_at(path: Path, kind: str) -> Backup:
    found = path.stat()
    return Backup(
        name=path.stem,
        kind=kind,  # type: ignore[arg-type]  # the caller has looked it up in BackupKind
        made_at=datetime.fromtimestamp(found.st_mtime, UTC),
        size=found.st_size,
    )
