"""The app of the local page: everything that is not behind ``/api/``."""

from flask import Flask

from .. import web
from ..api import register as api
from ..parts import parts_of
from .guarded import guarded_app


def make_pages(api_app: Flask) -> Flask:
    """The pages' app, over the same parts as the API's."""
    app = guarded_app(parts_of(api_app))
    _remember_log_ins(app)
    web.register(app, api_document=lambda: api.document(api_app))
    return app


def _remember_log_ins(app: Flask) -> None:
    parts = parts_of(app)
    app.secret_key = parts.access.secret_key
    app.config.update(
        # Cookies know no ports: each server on this machine needs its own name.
        SESSION_COOKIE_NAME=f"afterword_{parts.config.port}",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
    )
