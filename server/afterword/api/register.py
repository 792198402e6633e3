"""Everything under /api/v1 and the doors before it."""

from typing import Any, cast

from flask import Flask

from ..guard.doors import Door, doors_of
from .activity import watch
from .blueprint import PREFIX, AfterwordApi
from .routes.drafts import drafts
from .routes.health import health
from .routes.log import log
from .routes.packs import packs
from .routes.pairings import pairings
from .routes.presence import presence
from .routes.records import records
from .routes.settings import settings
from .routes.templates import templates
from .routes.transfer import transfer

_KEY = "afterword-api"
BLUEPRINTS = (health, pairings, settings, records, log, drafts, presence, templates, packs, transfer)
LARGEST_IMPORT = 8 * 1_048_576  # bytes; more than years of interviews
LARGE_BODIES = (
    "transfer.import_everything",
    "packs.preview_pack",
    "packs.apply_pack",
    # As JSON a character of a template may take six bytes.
    "templates.save_template",
    "templates.preview_template",
)
FOR_ASKING_TO_PAIR = ("pairings.ask_to_pair", "pairings.read_pairing", "pairings.extend_pairing")


def register(app: Flask) -> None:
    """Add the API and its OpenAPI document to the app."""
    app.config["OPENAPI_URL_PREFIX"] = PREFIX
    api = app.extensions[_KEY] = AfterwordApi(app)
    for blueprint in BLUEPRINTS:
        api.register_blueprint(blueprint, url_prefix=PREFIX)
        doors_of(app).for_blueprint(blueprint.name, Door.TOKEN)
    doors_of(app).for_blueprint("api-docs", Door.TOKEN)
    doors_of(app).for_endpoint("health.read_health", Door.OPEN)
    watch(app)
    for endpoint in LARGE_BODIES:
        doors_of(app).let_in_up_to(LARGEST_IMPORT, endpoint)
    for endpoint in FOR_ASKING_TO_PAIR:
        doors_of(app).for_endpoint(endpoint, Door.PAIRING)


def document(app: Flask) -> dict[str, Any]:
    """The OpenAPI document of this app."""
    return cast("AfterwordApi", app.extensions[_KEY]).document()
