"""The data file and its backups: readable, of a schema this Afterword knows, and recent."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ..domain.errors import NotFoundError
from ..storage.data_file import SCHEMA, read_data, schema_of
from ..storage.errors import StorageError
from ..storage.recovery import damaged_files
from ..storage.store import DATA_FILE, backups_in, stored_tables
from .report import Line, ok, problem, warning

OLDEST_COPY = timedelta(days=8)  # behind the last change; a copy is made on each day with one


def check_data(folder: Path, now: datetime) -> Iterator[Line]:
    """Whether the data can be read, and by this Afterword."""
    path = folder / DATA_FILE
    try:
        records = stored_tables(folder).get("records", {})
        schema = schema_of(read_data(path))
    except NotFoundError:
        yield ok("data", "There is no data yet.")
        return
    except StorageError as error:
        yield problem("data", error.message, "Start Afterword: it takes the newest good backup by itself.")
        return
    older = f" of an older schema ({schema} of {SCHEMA}), which the next start brings up to date"
    yield ok("data", f"{len(records):,} records are readable{older if schema < SCHEMA else ''}.")


def check_set_aside(folder: Path, now: datetime) -> Iterator[Line]:
    """Whether a damaged file was set aside once."""
    kept = [path.name for path in damaged_files(folder / DATA_FILE)]
    if kept:
        yield warning(
            "damaged files",
            f"Afterword once set aside what it could not read: {', '.join(kept)}.",
            "Delete it once you miss nothing.",
        )


def check_backups(folder: Path, now: datetime) -> Iterator[Line]:
    """Whether the backups can be read, and whether the newest good one is recent."""
    backups = backups_in(folder, now=lambda: now)
    good, damaged = [], []
    for backup in backups.list():
        try:
            backups.tables(backup.name)
        except StorageError:
            damaged.append(backup.name)
        else:
            good.append(backup)
    if damaged:
        yield warning("backups", f"Damaged: {', '.join(damaged)}.", "Delete them and check the disk.")
    data = folder / DATA_FILE
    if not data.exists() and not good:
        yield ok("backups", "There is nothing to back up yet.")
    elif not good:
        yield warning("backups", "There is no backup that can be read.", "Make one with: afterword backup")
    elif data.exists() and _changed_at(data) - good[0].made_at > OLDEST_COPY:
        yield warning(
            "backups", f"The newest is of {good[0].made_at:%Y-%m-%d}.", "Make one with: afterword backup"
        )
    else:
        yield ok("backups", f"{len(good)} can be read; the newest is of {good[0].made_at:%Y-%m-%d}.")


def _changed_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
