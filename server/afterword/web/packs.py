"""Packs of the user's own templates: handed on as a file, and taken in after a look."""

from typing import Any

import orjson
from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from marshmallow import ValidationError
from werkzeug.wrappers import Response

from .. import packs as use_case
from ..api.blueprint import dotted
from ..api.schemas.pack import PackSchema
from ..domain.errors import AfterwordError, InvalidInputError
from ..parts import parts_of_request
from .shelf import shelf

packs = Blueprint("packs", __name__, url_prefix="/packs")

CHOSEN = "pack"  # the shelf that a chosen pack lies on
CHOOSE_PACK = "web.packs.choose"
LARGEST_PACK = 8 * 1_048_576  # bytes: what the API takes, too

Page = str | Response | tuple[str, int]


@packs.get("/export")
def export() -> Response:
    """The user's own templates as one file."""
    pack = use_case.export_pack(files=parts_of_request().files)
    content = orjson.dumps(PackSchema().dump(pack), option=orjson.OPT_INDENT_2)
    answer = Response(content, mimetype="application/json")
    answer.headers.set("Content-Disposition", "attachment", filename="afterword-templates.json")
    return answer


@packs.get("/")
def show() -> Page:
    """Where a pack is chosen."""
    return render_template("pack.html", error=None)


@packs.post("/")
def choose() -> Page:
    """What taking in the chosen pack would do; nothing is kept yet."""
    parts = parts_of_request()
    try:
        pack = _chosen_pack()
        told = use_case.preview_pack(pack, files=parts.files, library=parts.library)
    except AfterwordError as error:
        return render_template("pack.html", error=error), 422
    return render_template("pack_preview.html", told=told, ticket=shelf(CHOSEN).lay(pack))


@packs.post("/<ticket>")
def take_in(ticket: str) -> Page:
    """Take in the pack that was looked at: all of it or nothing."""
    parts = parts_of_request()
    pack = shelf(CHOSEN).take(ticket)
    if pack is None:
        error = InvalidInputError(gettext("Please choose the file once more."))
        return render_template("pack.html", error=error), 422
    use_case.apply_pack(pack, files=parts.files, library=parts.library)
    flash(gettext("The pack is taken in."))
    return redirect(url_for("web.templates.show_all"))


def _chosen_pack() -> use_case.Pack:
    chosen = request.files.get("file")
    content = chosen.read(LARGEST_PACK + 1) if chosen else b""
    if not content:
        raise InvalidInputError(gettext("Choose a file that Afterword exported as a pack."))
    try:
        pack: use_case.Pack = PackSchema().load(_as_document(content))
    except ValidationError as error:
        fields = dict(dotted(error.messages_dict))
        raise InvalidInputError(gettext("This pack can’t be read."), fields=fields) from error
    return pack


def _as_document(content: bytes) -> Any:
    try:
        document = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        raise InvalidInputError(gettext("This is no pack. Choose another file.")) from error
    if not isinstance(document, dict):
        raise InvalidInputError(gettext("This is no pack. Choose another file."))
    return document
