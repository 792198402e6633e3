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


class AgendaQuerySchema(Shape):
    """Which part of the agenda; without a page, all of it."""

    page = fields.Number(1, 1_000_000, written=True)
    page_size = fields.Number(1, 200, written=True, load_default=50)


class AgendaSchema(Shape):
    """What is due, in the order of the agenda; ``total`` is the number of all items."""

    items = fields.Several(fields.Part(DueItemSchema))
    total = fields.Number(0, 2**53)
