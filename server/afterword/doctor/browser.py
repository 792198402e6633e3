"""The browser: one that can be opened, and the extension in it that is connected."""

import webbrowser
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from ..storage.access import ACCESS_FILE, read_access
from ..storage.errors import StorageError
from .report import Line, ok, problem, warning


def check_browser() -> Iterator[Line]:
    """Whether the local page can be opened from here."""
    try:
        webbrowser.get()
    except webbrowser.Error:
        yield warning(
            "browser",
            "No browser can be opened from here.",
            "Copy the address that this prints into one: afterword open --no-browser",
        )
    else:
        yield ok("browser", "A browser can be opened.")


def check_pairings(folder: Path, now: datetime) -> Iterator[Line]:
    """Whether an extension is connected, and when it last asked."""
    path = folder / ACCESS_FILE
    try:
        pairings = read_access(path).pairings if path.exists() else ()
    except StorageError as error:
        yield problem("pairing", "The pairings can't be read.", error.message)
        return
    if not pairings:
        yield warning(
            "pairing",
            "No browser is connected yet.",
            "Start Afterword, then press “Pair” in the extension’s pop-up.",
        )
    for pairing in pairings:
        used = f"last asked on {pairing.last_used_at:%Y-%m-%d}" if pairing.last_used_at else "never asked"
        yield ok("pairing", f"{pairing.name} is connected and {used}.")
