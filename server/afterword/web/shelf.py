"""What the server holds between two pages: a file looked at and not yet imported, an entry just removed."""

import threading
from typing import Any
from uuid import uuid4

from flask import current_app

_KEY = "afterword-shelf"


class Shelf:
    """One thing at a time, in memory; laying another one down lets go of it, and so does a restart."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ticket = ""
        self._thing: Any = None

    def lay(self, thing: Any) -> str:
        """Hold something; the ticket it is asked for with."""
        with self._lock:
            self._ticket, self._thing = uuid4().hex, thing
            return self._ticket

    def holds(self, ticket: str) -> bool:
        """Whether the thing of this ticket is still here."""
        with self._lock:
            return bool(ticket) and ticket == self._ticket

    def take(self, ticket: str) -> Any:
        """The thing, once; None where it is not here any more."""
        with self._lock:
            if not self._ticket or ticket != self._ticket:
                return None
            self._ticket = ""
            taken, self._thing = self._thing, None
            return taken


def shelf(name: str) -> Shelf:
    """The shelf of this name in this app."""
    shelves: dict[str, Shelf] = current_app.extensions.setdefault(_KEY, {})
    return shelves.setdefault(name, Shelf())
