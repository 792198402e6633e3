"""The API's own page: its OpenAPI document, shown by Swagger UI from this machine."""

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from flask import Blueprint, Flask, Response, abort, current_app, render_template, send_from_directory

api_page = Blueprint("api_page", __name__, url_prefix="/api-page")

SWAGGER_FILES = Path(str(files("flask_swagger_ui") / "dist"))
ApiDocument = Callable[[], dict[str, Any]]

_KEY = "afterword-api-document"
SERVED = frozenset({"swagger-ui-bundle.js", "swagger-ui.css"})


def show_document_of(app: Flask, api_document: ApiDocument) -> None:
    """Have this app's page show what ``api_document`` returns."""
    app.extensions[_KEY] = api_document


@api_page.get("/")
def show() -> str:
    """Every operation with its shapes. It is for reading: to call one, a program needs a token of its own."""
    return render_template("api_page.html")


@api_page.get("/openapi.json")
def document() -> Response:
    """The document that the API gives to holders of a token."""
    api_document: ApiDocument = current_app.extensions[_KEY]
    # Flask's own JSON would sort the operations by their names.
    return Response(json.dumps(api_document()), mimetype="application/json")


@api_page.get("/swagger/<name>")
def swagger(name: str) -> Response:
    """One of the two files of Swagger UI that the page needs."""
    if name not in SERVED:
        abort(404)
    return send_from_directory(SWAGGER_FILES, name)
