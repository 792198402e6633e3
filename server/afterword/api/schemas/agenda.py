"""What is due."""

from . import fields
from .shape import Shape
from .timing import TimingSchema


class DueItemSchema(Shape):
    """One follow-up: due, coming, late or stopped."""

    record_id = fields.Given()
    round_id = fields.Given(allow_none=True)
    interviewer_id = fields.Given(allow_none=True)
    company = fields.Given()
    person = fields.Given()
    kind = fields.Given()
    channels = fields.Several(fields.Given())
    timing = fields.Part(TimingSchema)
    advice = fields.Given(allow_none=True)


class AgendaSchema(Shape):
    """Everything due, in the order of the agenda."""

    items = fields.Several(fields.Part(DueItemSchema))
