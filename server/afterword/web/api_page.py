"""The API's own page: its OpenAPI document, shown by Swagger UI from this machine."""

from importlib.resources import files
from pathlib import Path

from flask import Blueprint, abort, current_app, render_template, send_from_directory
from werkzeug.wrappers import Response

api_page = Blueprint("api_page", __name__, url_prefix="/api-page")

SWAGGER_FILES = Path(str(files("flask_swagger_ui") / "dist"))
SERVED = frozenset({"swagger-ui-bundle.js", "swagger-ui.css"})


@api_page.get("/")
def show() -> str:
    """Every operation with its shapes. It is for reading: to call one, a program needs a token of its own."""
    return render_template("api_page.html")


@api_page.get("/openapi.json")
def document() -> Response:
    """The document that the API gives to holders of a token."""
    answer: Response = current_app.ensure_sync(current_app.view_functions["api-docs.openapi_json"])()
    return answer


@api_page.get("/swagger/<name>")
def swagger(name: str) -> Response:
    """One of the two files of Swagger UI that the page needs."""
    if name not in SERVED:
        abort(404)
    return send_from_directory(SWAGGER_FILES, name)
