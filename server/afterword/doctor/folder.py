"""The data folder: whose it is, who can read it, how much room there is."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from ..storage.private_file import FILE_MODE, FOLDER_MODE
from .report import Line, ok, problem, warning

ENOUGH_SPACE = 200 * 1_000_000  # bytes; the data of years and all its backups are smaller
LEAST_SPACE = 20 * 1_000_000  # bytes


def check_folder(folder: Path) -> Iterator[Line]:
    """Whether the folder is there, ours, and closed to others (T5)."""
    if not folder.exists():
        yield ok("folder", f"{folder} is not there yet; the first start makes it.")
        return
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        yield problem("folder", f"Afterword may not read and write {folder}.", "Give your user the right to.")
        return
    if _is_open(folder, FOLDER_MODE):
        yield warning("folder", f"Other users can look into {folder}.", f"Close it with: chmod 700 {folder}")
        return
    yield ok("folder", f"{folder} is yours alone.")


def check_files(folder: Path) -> Iterator[Line]:
    """Whether every file in the folder is readable by its owner and by nobody else (T5)."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    locked = [path.name for path in files if not os.access(path, os.R_OK | os.W_OK)]
    open_ones = [path.name for path in files if _is_open(path, FILE_MODE)]
    if locked:
        yield problem(
            "files",
            f"Afterword may not read or write: {', '.join(locked)}.",
            "Give your user the right to.",
        )
    if open_ones:
        yield warning(
            "files",
            f"Other users could read: {', '.join(open_ones)}.",
            f"Close them with: chmod -R go-rwx {folder}",
        )
    if not locked and not open_ones:
        yield ok("files", "Every file is yours alone.")


def check_space(folder: Path) -> Iterator[Line]:
    """Whether the next save will find room."""
    there = next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())
    free = shutil.disk_usage(there).free
    text = f"{free / 1_000_000:,.0f} MB are free."
    if free < LEAST_SPACE:
        yield problem("space", text, "Free some space, or Afterword can't save.")
    elif free < ENOUGH_SPACE:
        yield warning("space", text, "Free some space soon.")
    else:
        yield ok("space", text)


def _is_open(path: Path, most: int) -> bool:
    """Whether more than ``most`` is allowed; Windows keeps other users out of a profile by other means."""
    return os.name != "nt" and bool(stat.S_IMODE(path.stat().st_mode) & ~most)
