"""Files that were read, and whether one of them is another since."""

import os
from pathlib import Path

_State = tuple[int, int] | None


class Watched:
    """The state in which files and folders were found, each noted before it is read."""

    def __init__(self) -> None:
        self._states: dict[str, _State] = {}

    def read_text(self, path: Path) -> str:
        """What a file holds; from now on its changes count."""
        self._note(str(path))
        return path.read_text("utf-8")

    def watch_folders(self, top: Path) -> None:
        """Notice what comes into this folder and those in it, and what goes: that changes the folder."""
        for folder, _, _ in os.walk(top):
            self._note(folder)

    def watch_all(self, top: Path) -> None:
        """Notice every change in this folder, also where there is no such folder yet."""
        self._note(str(top))
        for folder, _, files in os.walk(top):
            for path in (folder, *(os.path.join(folder, name) for name in files)):  # noqa: PTH118
                self._note(path)

    def has_changed(self) -> bool:
        """Whether anything is not what it was when it was noted."""
        # A copy: meanwhile another thread may read a file more.
        return any(_state_of(path) != state for path, state in list(self._states.items()))

    def _note(self, path: str) -> None:
        # The first state stays: what was made of it is still in use.
        self._states.setdefault(path, _state_of(path))


def _state_of(path: str) -> _State:
    """What differs after a change; None where there is nothing."""
    try:
        found = os.stat(path)  # noqa: PTH116 - asked with every click, and pathlib is slower
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
