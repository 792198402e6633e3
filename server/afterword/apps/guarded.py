"""What every app of the server has: its parts, answers to errors, and the guard before everything."""

from collections.abc import Callable
from typing import Any

from flask import Flask

from .. import http_errors
from ..guard import admission
from ..parts import Premises, install
from .json_answers import OrjsonProvider


class AfterwordApp(Flask):
    """Flask, but for what writes JSON, and for what it would write into the log."""

    json_provider_class = OrjsonProvider

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """The function itself: none of ours is asynchronous, and each request would ask six times."""
        return func

    def log_exception(self, exc_info: object) -> None:
        """Nothing: ``http_errors`` logs where an error arose, without its words (T7)."""


def guarded_app(parts: Premises) -> Flask:
    """An app with no route yet, and the guard before every route that it will have."""
    app = AfterwordApp("afterword", static_folder=None, static_url_path="/static")
    install(app, parts)
    http_errors.register(app)
    admission.register(app)
    return app
