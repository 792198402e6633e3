"""The trash: what was deleted in the last 30 days, and the way back."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from .. import keeping
from ..parts import parts_of_request
from ..storage.records_table import KEPT_IN_TRASH

trash = Blueprint("trash", __name__)


@trash.get("/trash")
def show() -> str:
    """Every deleted record, the last one first, with the day on which it goes for ever."""
    records = parts_of_request().store.records.trashed()
    return render_template("trash.html", records=records, kept=KEPT_IN_TRASH)


@trash.post("/records/<record_id>/trash")
def put_in(record_id: str) -> Response:
    """Put a record into the trash; the list of records offers to undo it."""
    parts = parts_of_request()
    keeping.trash_record(
        record_id, expected_version=None, records=parts.store.records, now=parts.clock.stamp()
    )
    return redirect(url_for("web.records.show_all", trashed=record_id))


@trash.post("/records/<record_id>/restore")
def take_out(record_id: str) -> Response:
    """Take a record back out of the trash."""
    parts = parts_of_request()
    keeping.restore_record(record_id, records=parts.store.records, now=parts.clock.stamp())
    flash(gettext("It is back."))
    return redirect(url_for("web.records.show", record_id=record_id))
