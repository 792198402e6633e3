"""How the process stands or ended."""

from ...domain.kinds import OUTCOMES
from ...domain.records import Outcome
from . import fields
from .shape import Shape


class OutcomeSchema(Shape):
    """The outcome, with what the offer family restates (X11, X24)."""

    makes = Outcome

    kind = fields.Word(OUTCOMES, load_default="waiting")
    at = fields.Moment(load_default=None, allow_none=True)
    feedback = fields.Notes(load_default=None, allow_none=True)
    contract_received = fields.Flag(load_default=False)
    salary = fields.Text(load_default=None, allow_none=True)
    start_date = fields.Day(load_default=None, allow_none=True)
    decide_by = fields.DayOrMoment(load_default=None, allow_none=True)
    urgent = fields.Flag(load_default=False)
