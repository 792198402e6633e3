"""The clock and the zone data, from which every window is computed."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ..domain.errors import AfterwordError
from ..domain.settings import Settings
from ..storage.codec import from_document
from ..storage.errors import StorageError
from ..storage.store import DATA_FILE, stored_tables
from .report import Line, ok, problem, warning

ODD = timedelta(days=1)


def check_clock(folder: Path, now: datetime) -> Iterator[Line]:
    """Whether the clock is behind what was written already."""
    data = folder / DATA_FILE
    written = datetime.fromtimestamp(data.stat().st_mtime, UTC) if data.exists() else now
    if written - now > ODD:
        yield warning(
            "clock",
            f"It says {now:%Y-%m-%d}, but the data was saved on {written:%Y-%m-%d}.",
            "Set this machine's date and time.",
        )
    else:
        yield ok("clock", f"It says {now.astimezone():%Y-%m-%d %H:%M %Z}.")


def check_zones(folder: Path, now: datetime) -> Iterator[Line]:
    """Whether the time zones of interviews can be looked up."""
    zone = _users_zone(folder)
    try:
        there = now.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield problem(
            "zones",
            f"The time zone {zone} is not known here.",
            "Choose another, or install Afterword again.",
        )
    else:
        yield ok("zones", f"In {zone} it is {there:%H:%M}.")


def _users_zone(folder: Path) -> str:
    try:
        kept = list(stored_tables(folder).get("settings", {}).values())
        return from_document(Settings, kept[0]).timezone if kept else "America/New_York"
    except (AfterwordError, StorageError):
        return "America/New_York"  # any zone with summer time shows whether there is zone data
