"""What the user shared, commented on or liked (W26)."""

from collections.abc import Mapping
from typing import Any, ClassVar

from ...domain.kinds import PRESENCE_ACTIONS
from ...domain.presence import PresenceEntry
from . import fields
from .shape import Shape


class PresenceEntrySchema(Shape):
    """One entry of the presence log."""

    makes = PresenceEntry
    server_sets: ClassVar[Mapping[str, Any]] = {"id": ""}

    id = fields.Given(dump_only=True)
    at = fields.Moment(required=True)
    action = fields.Word(PRESENCE_ACTIONS, required=True)
    about = fields.Notes(load_default=None, allow_none=True)


class PresenceLogSchema(Shape):
    """The whole log, the oldest first."""

    items = fields.Several(fields.Part(PresenceEntrySchema))
