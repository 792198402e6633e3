"""The file that a user chose to import, between its preview and their yes."""

import threading
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from flask import current_app

_KEY = "afterword-pending-import"


class PendingImport:
    """One file at a time, in memory; choosing another one lets go of it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ticket = ""
        self._document: Mapping[str, Any] = {}

    def lay(self, document: Mapping[str, Any]) -> str:
        """Keep the file's content; the ticket it is asked for with."""
        with self._lock:
            self._ticket, self._document = uuid4().hex, document
            return self._ticket

    def take(self, ticket: str) -> Mapping[str, Any] | None:
        """The content, once; None where another file was chosen since, or the server was started anew."""
        with self._lock:
            if not self._ticket or ticket != self._ticket:
                return None
            self._ticket = ""
            taken, self._document = self._document, {}
            return taken


def pending_import() -> PendingImport:
    """The one of this app."""
    shelf: PendingImport = current_app.extensions.setdefault(_KEY, PendingImport())
    return shelf
