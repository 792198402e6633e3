"""Taking a part out of a record, with the way back offered on the next page."""

import threading
from collections import OrderedDict
from uuid import uuid4

from flask import Blueprint, current_app, flash, redirect, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from .. import keeping
from ..domain.errors import NotFoundError
from ..domain.removal import Removed
from ..parts import parts_of_request

record_undo = Blueprint("record_undo", __name__, url_prefix="/records/<record_id>")

_KEY = "afterword-undo"
_MOST = 100  # parts that can be put back; the oldest goes


class UndoShelf:
    """What was taken out of records since the server's start. Whole records have the trash instead."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._removed: OrderedDict[str, tuple[str, Removed]] = OrderedDict()

    def lay(self, record_id: str, removed: Removed) -> str:
        """Keep a part; the ticket it is asked back with."""
        ticket = uuid4().hex
        with self._lock:
            self._removed[ticket] = (record_id, removed)
            while len(self._removed) > _MOST:
                self._removed.popitem(last=False)
        return ticket

    def find(self, record_id: str, ticket: str) -> Removed | None:
        """The part of this ticket, if it belongs to this record and is still here."""
        with self._lock:
            owner, removed = self._removed.get(ticket, ("", None))
        return removed if owner == record_id else None


def undo_shelf() -> UndoShelf:
    """The shelf of this app."""
    shelf: UndoShelf = current_app.extensions.setdefault(_KEY, UndoShelf())
    return shelf


@record_undo.post("/parts/<part_id>/remove")
def remove(record_id: str, part_id: str) -> Response:
    """Take a round, a person or an entry of the log out; the record's page offers to undo it."""
    removed = keeping.remove_part(record_id, part_id, records=parts_of_request().store.records)
    ticket = undo_shelf().lay(record_id, removed)
    return redirect(url_for("web.records.show", record_id=record_id, removed=ticket))


@record_undo.post("/parts/<ticket>/put-back")
def put_back(record_id: str, ticket: str) -> Response:
    """Undo a removal.

    Raises:
        NotFoundError: the server was restarted since, or much else was removed.
    """
    removed = undo_shelf().find(record_id, ticket)
    if removed is None:
        raise NotFoundError(gettext("This can’t be undone any more."))
    keeping.put_part_back(record_id, removed, records=parts_of_request().store.records)
    flash(gettext("It is back."))
    return redirect(url_for("web.records.show", record_id=record_id))
