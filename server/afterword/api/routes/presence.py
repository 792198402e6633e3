"""The log of what the user did on LinkedIn (W26)."""

from typing import Any

from ...domain.presence import PresenceEntry
from ...parts import parts_of_request
from ..blueprint import ApiBlueprint
from ..schemas.presence import PresenceEntrySchema, PresenceLogSchema

presence = ApiBlueprint("presence", __name__, description="What was shared, commented on or liked")


@presence.route("/presence", methods=["GET"])
@presence.response(200, PresenceLogSchema)
def list_presence() -> dict[str, Any]:
    """List the log."""
    return {"items": parts_of_request().store.presence.all()}


@presence.route("/presence", methods=["POST"])
@presence.arguments(PresenceEntrySchema)
@presence.response(201, PresenceEntrySchema)
def log_presence(entry: PresenceEntry) -> PresenceEntry:
    """Log one thing shared, commented on or liked."""
    return parts_of_request().store.presence.add(entry)
