"""The application: a table of contents. The API is one Flask app, the pages are another, behind one guard."""

from typing import cast

from flask import Flask

from . import http_errors
from .api import register as api
from .api.pairing import PairingDesk
from .assets import asset_folder
from .clock import Clock
from .config import Config
from .guard import admission
from .guard.host_check import HostCheck
from .pages_on_demand import PagesOnDemand
from .parts import Parts, install, parts_of
from .storage.access import AccessStore
from .storage.activity_log import ActivityLog
from .storage.calendar_memory import CalendarMemory
from .storage.store import Store
from .templates.files import TemplateFiles
from .templates.library import Library

_KEY = "afterword-pages"


class AfterwordApp(Flask):
    """Flask, but for what it would write into the log."""

    def log_exception(self, exc_info: object) -> None:
        """Nothing: ``http_errors`` logs where an error arose, without its words (T7)."""


def create_app(config: Config, store: Store, access: AccessStore) -> Flask:
    """The whole server for one data folder and one port."""
    app = _guarded_app(_parts(config, store, access))
    api.register(app)
    by_path = PagesOnDemand(app.wsgi_app, lambda: _pages(app))
    app.extensions[_KEY] = by_path
    app.wsgi_app = HostCheck(by_path, config.port)  # type: ignore[method-assign]
    return app


def pages_of(app: Flask) -> Flask:
    """The app that answers for the pages, made if no page was asked for yet."""
    return cast("PagesOnDemand", app.extensions[_KEY]).pages


def _pages(api_app: Flask) -> Flask:
    from . import web  # noqa: PLC0415 - half of all that the program could import

    app = _guarded_app(parts_of(api_app))
    _remember_log_ins(app)
    web.register(app, api_document=lambda: api.document(api_app))
    return app


def _guarded_app(parts: Parts) -> Flask:
    app = AfterwordApp("afterword", static_folder=None, static_url_path="/static")
    install(app, parts)
    http_errors.register(app)
    admission.register(app)
    return app


def _parts(config: Config, store: Store, access: AccessStore) -> Parts:
    clock = Clock(config.fixed_now)
    desk = PairingDesk(
        give_token=lambda name, origin: access.create_pairing(name, origin=origin)[1], now=clock.stamp
    )
    packaged, own = asset_folder("shared_templates"), config.data_dir / "templates"
    return Parts(
        config,
        clock,
        store,
        access,
        Library(packaged, own),
        TemplateFiles(packaged, own),
        desk,
        calendar=CalendarMemory(config.data_dir),
        activity=ActivityLog(config.data_dir),
    )


def _remember_log_ins(app: Flask) -> None:
    parts = parts_of(app)
    app.secret_key = parts.access.secret_key
    app.config.update(
        # Cookies know no ports: each server on this machine needs its own name.
        SESSION_COOKIE_NAME=f"afterword_{parts.config.port}",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
    )
