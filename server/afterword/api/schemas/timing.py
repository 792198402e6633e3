"""A window and its verdict."""

from . import fields
from .shape import Shape


class TimingSchema(Shape):
    """When a follow-up is due, why, and by which rules."""

    verdict = fields.Given()
    opens_at = fields.Moment(allow_none=True)
    best_at = fields.Moment(allow_none=True)
    closes_at = fields.Moment(allow_none=True)
    reason = fields.Given()
    rules = fields.Several(fields.Given())
