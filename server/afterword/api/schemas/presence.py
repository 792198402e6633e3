"""What the user shared, commented on or liked, and how the week stands (W26, W27)."""

from collections.abc import Mapping
from typing import Any, ClassVar

from marshmallow import fields as plain

from ...domain.kinds import PRESENCE_ACTIONS
from ...domain.presence import PresenceEntry
from . import fields
from .finding import FindingSchema
from .shape import KeptShape, Shape


class PresenceEntrySchema(KeptShape):
    """One entry of the presence log."""

    makes = PresenceEntry
    server_sets: ClassVar[Mapping[str, Any]] = {"id": ""}

    id = fields.Given(dump_only=True)
    at = fields.Moment(required=True)
    action = fields.Word(PRESENCE_ACTIONS, required=True)
    about = fields.Notes(load_default=None, allow_none=True)


class PlanLineSchema(Shape):
    """How often an action is planned this week, was done, and is still to be done."""

    action = fields.Given()
    planned = plain.Integer()
    done = plain.Integer()
    left = plain.Integer()


class PresenceSchema(Shape):
    """The log, the oldest first, and the week. ``notes_left`` is null where there is no limit (X16)."""

    items = fields.Several(fields.Part(PresenceEntrySchema))
    week = fields.Several(fields.Part(PlanLineSchema))
    findings = fields.Several(fields.Part(FindingSchema))
    notes_left = plain.Integer(allow_none=True)
