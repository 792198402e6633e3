"""The user's data as a whole: backups, restore, export, import, and deleting everything."""

from typing import Any

import orjson
from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from ..config import OWN_TEMPLATES
from ..deleting import delete_everything
from ..domain.errors import AfterwordError, InvalidInputError, NotFoundError
from ..parts import parts_of_request
from ..storage.backups import Backup
from ..storage.restore_preview import restore_preview
from ..storage.transfer import apply_import, export_document, preview_import
from .shelf import shelf

data = Blueprint("data", __name__, url_prefix="/settings/data")

NAMED = 20  # records named one by one in a preview
LARGEST_FILE = 8 * 1_048_576  # bytes: what the API takes, too
IMPORT = "import"  # the shelf that a chosen file lies on
CHOOSE = "web.data.choose_import"  # the endpoint that takes a file of that size

Page = str | tuple[str, int]


@data.get("/")
def show() -> Page:
    """What is kept, and everything that can be done with the whole of it."""
    return _page()


@data.post("/backup")
def back_up() -> Response:
    """Copy everything now."""
    made = parts_of_request().store.backups.make()
    flash(gettext("Backed up and read back: %(name)s.", name=made.name))
    return redirect(url_for("web.data.show"))


@data.get("/restore/<name>")
def preview_restore(name: str) -> Page:
    """What going back to this backup would do."""
    store = parts_of_request().store
    told = restore_preview(store.backups.tables(name), store.tables())
    return render_template("data_restore.html", backup=_backup(name), told=told, named=NAMED)


@data.post("/restore/<name>")
def restore(name: str) -> Response:
    """Go back to this backup; the present state is backed up first."""
    parts_of_request().store.restore(name)
    flash(gettext("Restored. The state before is among the backups, so this can be undone, too."))
    return redirect(url_for("web.data.show"))


@data.get("/export")
def export() -> Response:
    """Everything as one file."""
    parts = parts_of_request()
    stamp = parts.clock.stamp()
    document = export_document(parts.store.tables(), now=stamp)
    answer = Response(orjson.dumps(document, option=orjson.OPT_INDENT_2), mimetype="application/json")
    answer.headers.set("Content-Disposition", "attachment", filename=f"afterword-{stamp:%Y-%m-%d}.json")
    return answer


@data.post("/import")
def choose_import() -> Page:
    """What importing the chosen file would do; nothing is written yet."""
    try:
        document = _chosen_document()
        told = preview_import(parts_of_request().store, document)
    except InvalidInputError as error:
        return _page(import_error=error), 422
    ticket = shelf(IMPORT).lay(document)
    return render_template("data_import.html", told=told, ticket=ticket, named=NAMED)


@data.post("/import/<ticket>")
def confirm_import(ticket: str) -> Page | Response:
    """Import the file that was previewed: all of it or nothing."""
    document = shelf(IMPORT).take(ticket)
    if document is None:
        return _page(import_error=InvalidInputError(gettext("Please choose the file once more."))), 422
    told = apply_import(parts_of_request().store, document)
    flash(
        gettext(
            "Imported: %(added)d added, %(replaced)d replaced. The state before is among the backups.",
            added=len(told.added),
            replaced=len(told.replaced),
        )
    )
    return redirect(url_for("web.data.show"))


@data.post("/delete-everything")
def delete() -> Page | Response:
    """Delete it all, backups and trash included, once the word is typed."""
    if request.form.get("word", "").strip().casefold() != word_to_delete().casefold():
        return _page(word_error=gettext("Type the word “%(word)s” to delete.", word=word_to_delete())), 422
    parts = parts_of_request()
    delete_everything(
        store=parts.store,
        access=parts.access,
        calendar=parts.calendar,
        activity=parts.activity,
        own_templates=parts.config.data_dir / OWN_TEMPLATES,
    )
    flash(gettext("Everything is deleted. Connected browsers were disconnected."))
    return redirect(url_for("web.today.show"))


def word_to_delete() -> str:
    """The word that nobody types by accident."""
    return str(gettext("delete"))


def _page(*, import_error: AfterwordError | None = None, word_error: str | None = None) -> str:
    store = parts_of_request().store
    return render_template(
        "data.html",
        backups=store.backups.list(),
        records=store.records.search(limit=0).total,
        trashed=len(store.records.trashed()),
        folder=parts_of_request().config.data_dir,
        word=word_to_delete(),
        import_error=import_error,
        word_error=word_error,
    )


def _backup(name: str) -> Backup:
    found = next((b for b in parts_of_request().store.backups.list() if b.name == name), None)
    if found is None:
        raise NotFoundError(gettext("There is no backup of this name any more."))
    return found


def _chosen_document() -> Any:
    chosen = request.files.get("file")
    content = chosen.read(LARGEST_FILE + 1) if chosen else b""
    if not content:
        raise InvalidInputError(gettext("Choose a file that Afterword exported."))
    if len(content) > LARGEST_FILE:
        raise InvalidInputError(
            gettext("This file is larger than 8 MB. Import it with: afterword import FILE")
        )
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError as error:
        raise InvalidInputError(
            gettext("This is not a file that Afterword exported. Choose another one.")
        ) from error
