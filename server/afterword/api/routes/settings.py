"""The user's details and choices."""

from ...domain.settings import Settings
from ...parts import parts_of_request
from ..blueprint import ApiBlueprint
from ..schemas.settings import SettingsSchema

settings = ApiBlueprint("settings", __name__, description="The user's details and choices")


@settings.route("/settings", methods=["GET"])
@settings.response(200, SettingsSchema)
def read_settings() -> Settings:
    """Read the settings."""
    return parts_of_request().store.settings.get()


@settings.route("/settings", methods=["PUT"])
@settings.arguments(SettingsSchema)
@settings.response(200, SettingsSchema)
def replace_settings(chosen: Settings) -> Settings:
    """Replace the settings; what is not given goes back to its default."""
    return parts_of_request().store.settings.save(chosen)
