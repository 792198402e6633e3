"""The presence on LinkedIn: the week's plan and the log of what was done (W26, W27)."""

from werkzeug.wrappers import Response

from ... import presence as use_case
from ...domain.presence import PresenceEntry
from ...parts import parts_of_request
from ..blueprint import ApiBlueprint
from ..schemas.presence import PresenceEntrySchema, PresenceSchema

presence = ApiBlueprint("presence", __name__, description="What was shared, commented on or liked")


@presence.route("/presence", methods=["GET"])
@presence.response(200, PresenceSchema)
def read_presence() -> use_case.Presence:
    """Read the log and how the week stands."""
    parts = parts_of_request()
    return use_case.presence(
        log=parts.store.presence,
        records=parts.store.records,
        settings=parts.store.settings.get(),
        library=parts.library,
        now=parts.clock.now(),
    )


@presence.route("/presence", methods=["POST"])
@presence.arguments(PresenceEntrySchema)
@presence.response(201, PresenceEntrySchema)
def log_presence(entry: PresenceEntry) -> PresenceEntry:
    """Log one thing shared, commented on or liked."""
    parts = parts_of_request()
    return use_case.log_entry(entry, log=parts.store.presence, now=parts.clock.now())


@presence.route("/presence/<entry_id>", methods=["DELETE"])
@presence.response(204)
def remove_presence(entry_id: str) -> Response:
    """Take an entry out of the log."""
    use_case.remove_entry(entry_id, log=parts_of_request().store.presence)
    return Response(status=204)
