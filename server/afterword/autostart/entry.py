"""What makes a system start Afterword: a file, and on some a link to it. Nothing else is touched."""

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..domain.errors import AfterwordError

State = Literal["on", "off", "other"]


class AutostartError(AfterwordError):
    """The system did not let us write or remove the entry."""

    code = "autostart"


@dataclass(frozen=True, slots=True)
class Entry:
    """A start-up entry as it should be. ``home`` is the system's own folder, which stays whatever happens."""

    home: Path
    path: Path
    content: bytes
    link: Path | None = None

    def state(self) -> State:
        """Whether it is there; "other": one that starts another installation, or with other options."""
        if not self.path.is_file() or (self.link and not self.link.is_symlink()):
            return "off"
        return "on" if self.path.read_bytes() == self.content else "other"

    def write(self) -> None:
        """Put it there, in the place of an older one.

        Raises:
            AutostartError: the system does not allow it.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_bytes(self.content)
            if self.link:
                self.link.parent.mkdir(parents=True, exist_ok=True)
                self.link.unlink(missing_ok=True)
                self.link.symlink_to(self.path)
        except OSError as error:
            raise AutostartError(
                f"{self.path} could not be written ({error.strerror}), so Afterword will not start by itself."
            ) from error

    def remove(self) -> None:
        """Take it away with the folders that are empty without it; one that is not there is no error.

        Raises:
            AutostartError: the system does not allow it.
        """
        try:
            for path in filter(None, (self.link, self.path)):
                path.unlink(missing_ok=True)
                self._remove_empty_folders(path.parent)
        except OSError as error:
            raise AutostartError(
                f"{self.path} could not be removed ({error.strerror}). Remove it by hand."
            ) from error

    def _remove_empty_folders(self, folder: Path) -> None:
        with contextlib.suppress(OSError):  # one that others use
            while folder != self.home and self.home in folder.parents:
                folder.rmdir()
                folder = folder.parent
