"""What the checker remarks."""

from typing import Any

from marshmallow import fields as plain
from marshmallow import post_load

from ...domain.kinds import CHANNELS, SURFACES
from . import fields
from .shape import Shape

LONGEST_TEXT = 50_000  # characters


class FindingSchema(Shape):
    """One remark; ``start`` and ``end`` are character offsets into the checked text."""

    rule = fields.Given()
    level = fields.Given()
    words = fields.Given()
    start = plain.Integer()
    end = plain.Integer()
    why = fields.Given()
    replacement = fields.Given(allow_none=True)


class CheckRequestSchema(Shape):
    """A text to check. A post (its ``surface`` says so, or a channel of null) greets nobody."""

    surface = fields.Word(SURFACES, load_default="page")
    text = fields.Notes(required=True, longest=LONGEST_TEXT)
    subject = fields.Text(load_default=None, allow_none=True, longest=2_000)
    channel = fields.Word(CHANNELS, load_default="email", allow_none=True)
    record_id = fields.Text(load_default=None, allow_none=True)
    has_signature = fields.Flag(load_default=False)

    @post_load
    def make(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """What to check; a message without a subject line has an empty one."""
        return {**data, "subject": data["subject"] or ""}


class CheckedTextSchema(Shape):
    """What was found, and how long the text is."""

    findings = fields.Several(fields.Part(FindingSchema))
    words = plain.Integer()
    seconds = plain.Integer(allow_none=True)
