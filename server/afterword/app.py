"""The application: a table of contents."""

from flask import Flask

from . import http_errors, web
from .api import register as api
from .api.pairing import PairingDesk
from .assets import asset_folder
from .clock import Clock
from .config import Config
from .guard import admission
from .parts import Parts, install
from .storage.access import AccessStore
from .storage.activity_log import ActivityLog
from .storage.calendar_memory import CalendarMemory
from .storage.store import Store
from .templates.files import TemplateFiles
from .templates.library import Library


class AfterwordApp(Flask):
    """Flask, but for what it would write into the log."""

    def log_exception(self, exc_info: object) -> None:
        """Nothing: ``http_errors`` logs where an error arose, without its words (T7)."""


def create_app(config: Config, store: Store, access: AccessStore) -> Flask:
    """The whole server for one data folder and one port."""
    app = AfterwordApp("afterword", static_folder=None, static_url_path="/static")
    install(app, _parts(config, store, access))
    _remember_log_ins(app, config, access)
    http_errors.register(app)
    admission.register(app)
    api.register(app)
    web.register(app)
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


def _remember_log_ins(app: Flask, config: Config, access: AccessStore) -> None:
    app.secret_key = access.secret_key
    app.config.update(
        # Cookies know no ports: each server on this machine needs its own name.
        SESSION_COOKIE_NAME=f"afterword_{config.port}",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
    )
