"""What one running server is made of, handed to the routes by the app they belong to."""

from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app

from .api.pairing import PairingDesk
from .clock import Clock
from .config import Config
from .storage.access import AccessStore
from .storage.activity_log import ActivityLog
from .storage.calendar_memory import CalendarMemory
from .storage.store import Store
from .templates.files import TemplateFiles
from .templates.library import Library

_KEY = "afterword"


@dataclass(frozen=True, slots=True)
class Parts:
    """The collaborators of the use cases."""

    config: Config
    clock: Clock
    store: Store
    access: AccessStore
    library: Library
    files: TemplateFiles
    pairing_desk: PairingDesk
    calendar: CalendarMemory
    activity: ActivityLog


def install(app: Flask, parts: Parts) -> None:
    """Make the parts those of this app."""
    app.extensions[_KEY] = parts


def parts_of(app: Flask) -> Parts:
    """The parts of an app."""
    return cast("Parts", app.extensions[_KEY])


def parts_of_request() -> Parts:
    """The parts of the app that answers the request at hand."""
    return parts_of(current_app)
