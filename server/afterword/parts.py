"""What one running server is made of, handed to the routes by the app they belong to."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from flask import Flask, current_app

from .clock import Clock
from .config import Config
from .storage.access import AccessStore

if TYPE_CHECKING:  # an app that only says who is here loads none of these
    from .api.pairing import PairingDesk
    from .storage.activity_log import ActivityLog
    from .storage.calendar_memory import CalendarMemory
    from .storage.store import Store
    from .templates.files import TemplateFiles
    from .templates.library import Library

_KEY = "afterword"


@dataclass(frozen=True, slots=True)
class Premises:
    """What the guard needs, and with it every app."""

    config: Config
    access: AccessStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts(Premises):
    """The collaborators of the use cases."""

    clock: Clock
    store: "Store"
    library: "Library"
    files: "TemplateFiles"
    pairing_desk: "PairingDesk"
    calendar: "CalendarMemory"
    activity: "ActivityLog"


def install(app: Flask, parts: Premises) -> None:
    """Make the parts those of this app."""
    app.extensions[_KEY] = parts


def premises_of(app: Flask) -> Premises:
    """What every app has."""
    return cast("Premises", app.extensions[_KEY])


def premises_of_request() -> Premises:
    """What the app that answers the request at hand has, whichever it is."""
    return premises_of(current_app)


def parts_of(app: Flask) -> Parts:
    """The parts of the API's app, or of the pages'."""
    return cast("Parts", app.extensions[_KEY])


def parts_of_request() -> Parts:
    """The parts of the app that answers the request at hand."""
    return parts_of(current_app)
