"""Files only their owner may read, replaced as a whole or not at all."""

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from .errors import StorageError

FILE_MODE = 0o600
FOLDER_MODE = 0o700


def make_private_folder(folder: Path) -> None:
    """Make the folder, and keep others out of it (T5).

    Raises:
        StorageError: it can't be made, or it is a folder that others share, such as ``/tmp``.
    """
    try:
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        mode = folder.stat().st_mode
        if mode & stat.S_ISVTX:  # the mark of a shared folder; closing it would lock everybody out
            raise StorageError(
                f"{folder} is shared with other users. Choose a folder of its own for your data."
            )
        if stat.S_IMODE(mode) != FOLDER_MODE:
            folder.chmod(FOLDER_MODE)
    except OSError as error:
        raise StorageError.of_writing(error) from error


def replace_file(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of the file, durably; after an error the old content is still there.

    Raises:
        StorageError: the disk is full or fails, or writing is forbidden.
    """
    try:
        temporary = _write_temporary(path, content)
        try:
            _put_in_place(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError.of_writing(error) from error


def sweep_strays(path: Path) -> None:
    """Remove what an interrupted ``replace_file`` of this path left; nobody else may be writing it now."""
    for stray in path.parent.glob(f".{path.name}.*.tmp"):
        with contextlib.suppress(OSError):
            stray.unlink()


def _write_temporary(path: Path, content: bytes) -> Path:
    # mkstemp gives mode 0600 from the first byte on, and a name that no other writer has.
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _put_in_place(temporary: Path, path: Path) -> None:
    """Rename over ``path``; if the folder can't be synced, what was there before comes back."""
    is_new = not path.exists()
    previous = _second_name(path, temporary)
    try:
        temporary.replace(path)
        try:
            _sync_folder(path.parent)
        except OSError:
            if is_new:
                path.unlink()
            elif previous:
                previous.replace(path)
            raise
    finally:
        if previous:
            previous.unlink(missing_ok=True)


def _second_name(path: Path, temporary: Path) -> Path | None:
    """Another name for the file that is about to be replaced, which keeps it until the folder is synced."""
    previous = temporary.with_suffix(".old.tmp")
    try:
        previous.hardlink_to(path)
    except OSError:  # no file yet, or a file system without hard links
        return None
    return previous


def _sync_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut; Windows can't open a folder for it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
