"""What is due."""

from ...domain.kinds import CHANNELS, KINDS
from . import fields
from .shape import Shape
from .timing import TimingSchema


class DueItemSchema(Shape):
    """One follow-up: due, coming, late or stopped."""

    record_id = fields.Text()
    round_id = fields.Text(allow_none=True)
    interviewer_id = fields.Text(allow_none=True)
    company = fields.Text()
    person = fields.Text()
    kind = fields.Word(KINDS)
    channels = fields.Several(fields.Word(CHANNELS))
    timing = fields.Part(TimingSchema)
    advice = fields.Text(allow_none=True, longest=2_000)


class AgendaSchema(Shape):
    """Everything due, in the order of the agenda."""

    items = fields.Several(fields.Part(DueItemSchema))
