"""Gets the data file into a state that can be opened: migrated, or taken from a backup if it is damaged."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .backups import Backup, Backups
from .data_file import SCHEMA, Tables, read_data, schema_of, tables_of, write_tables
from .errors import StorageError, UnreadableFileError
from .migrations import migrated
from .notices_table import TABLE as NOTICES
from .notices_table import notice_documents
from .private_file import FILE_MODE


def make_ready(path: Path, backups: Backups, *, now: Callable[[], datetime]) -> Tables | None:
    """Leave a data file of the current schema, or none where there never was one.

    A damaged file is set aside under a dated name before anything takes its place, and a notice tells it.

    Returns:
        What stands in the file if all was well with it, so that nobody need read it twice; else None.

    Raises:
        NewerSchemaError: a newer Afterword wrote the file; it is left as it is.
        StorageError: the system does not let us read it, or the disk is full; it is left as it is.
    """
    if not path.exists():
        _replace_missing(path, backups, now())
        return None
    try:
        data = read_data(path)
        current = migrated(data)
    except UnreadableFileError:
        _replace_damaged(path, backups, now())
        return None
    if schema_of(data) < SCHEMA:
        backups.make("before-migration")
        write_tables(path, tables_of(current))
    return tables_of(current)


def damaged_files(path: Path) -> tuple[Path, ...]:
    """The files that were set aside because they could not be read, the oldest first."""
    return tuple(sorted(path.parent.glob(f"{path.stem}-damaged-*{path.suffix}")))


def _replace_missing(path: Path, backups: Backups, at: datetime) -> None:
    found = _newest_good(backups)
    if found is None:
        return
    backup, tables = found
    text = (
        f"Your data file was missing, so the backup of {_day_of(backup)} was taken. "
        "What you changed after it is not in it."
    )
    write_tables(path, _with_notice(tables, at, "data_file_missing", text))


def _replace_damaged(path: Path, backups: Backups, at: datetime) -> None:
    kept = _set_aside(path, at)
    found = _newest_good(backups)
    if found is None:
        tables: Tables = {}
        text = (
            f"Your data file could not be read and there was no backup, so Afterword started empty. "
            f"The damaged file is kept as {kept.name}."
        )
    else:
        backup, tables = found
        text = (
            f"Your data file could not be read, so the backup of {_day_of(backup)} was taken. "
            f"What you changed after it is not in it; the damaged file is kept as {kept.name}."
        )
    # The notice comes in the same step: a power cut leaves the damaged file, or one that tells of it.
    write_tables(path, _with_notice(tables, at, "data_file_damaged", text))


def _set_aside(path: Path, at: datetime) -> Path:
    """Give the damaged file a second, dated name; the first one is replaced later, as a whole."""
    stamp = at.astimezone(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    kept = path.with_name(f"{path.stem}-damaged-{stamp}{path.suffix}")
    try:
        try:
            kept.hardlink_to(path)
        except OSError:  # a file system without hard links
            shutil.copyfile(path, kept)
        kept.chmod(FILE_MODE)
    except OSError as error:
        raise StorageError.of_writing(error) from error
    return kept


def _newest_good(backups: Backups) -> tuple[Backup, Tables] | None:
    for backup in backups.list():
        try:
            return backup, backups.tables(backup.name)
        except StorageError:
            continue
    return None


def _with_notice(tables: Tables, at: datetime, code: str, text: str) -> Tables:
    notices: dict[str, Any] = {**tables.get(NOTICES, {}), **notice_documents(at, code, text)}
    return {**tables, NOTICES: notices}


def _day_of(backup: Backup) -> str:
    return f"{backup.made_at:%d %B %Y}".lstrip("0")
