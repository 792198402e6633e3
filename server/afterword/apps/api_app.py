"""The app behind ``/api/``, with the parts that its use cases work on."""

from flask import Flask

from ..api import register as api
from ..api.pairing import PairingDesk
from ..assets import asset_folder
from ..clock import Clock
from ..config import OWN_TEMPLATES, Config
from ..parts import Parts
from ..storage.access import AccessStore
from ..storage.activity_log import ActivityLog
from ..storage.calendar_memory import CalendarMemory
from ..storage.store import Store
from ..templates.files import TemplateFiles
from ..templates.library import Library
from .guarded import guarded_app


def make_api(config: Config, store: Store, access: AccessStore, library: Library) -> Flask:
    """The API's app."""
    app = guarded_app(_parts(config, store, access, library))
    api.register(app)
    return app


def _parts(config: Config, store: Store, access: AccessStore, library: Library) -> Parts:
    clock = Clock(config.fixed_now)
    desk = PairingDesk(
        give_token=lambda name, origin: access.create_pairing(name, origin=origin)[1], now=clock.stamp
    )
    return Parts(
        config,
        access,
        clock=clock,
        store=store,
        library=library,
        files=TemplateFiles(asset_folder("shared_templates"), config.data_dir / OWN_TEMPLATES),
        pairing_desk=desk,
        calendar=CalendarMemory(config.data_dir),
        activity=ActivityLog(config.data_dir),
    )
