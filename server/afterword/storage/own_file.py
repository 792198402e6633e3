"""A small file beside the data for what is no part of the user's records and may be lost with it."""

from pathlib import Path
from typing import Any

import orjson

from .errors import StorageError
from .private_file import replace_file


class OwnFile:
    """One JSON document, replaced as a whole. A file that is damaged or of another shape reads as empty."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> dict[str, Any]:
        """What the file holds."""
        try:
            content = orjson.loads(self._path.read_bytes())
        except (OSError, orjson.JSONDecodeError):
            return {}
        return content if isinstance(content, dict) else {}

    def write(self, document: dict[str, Any]) -> None:
        """Put the document in the place of what was there.

        Raises:
            StorageError: the disk is full or fails; the old content stays.
        """
        replace_file(self._path, orjson.dumps(document))

    def remove(self) -> None:
        """Take the file away; one that is gone is no error.

        Raises:
            StorageError: the system does not let us.
        """
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise StorageError.of_writing(error) from error
