"""One interview."""

from ...domain.kinds import ROUND_KINDS, ROUND_STATUSES
from ...domain.records import Instructions, Round
from . import fields
from .interviewer import InterviewerSchema
from .shape import Shape

LONGEST_INTERVIEW = 7 * 24 * 60  # minutes: a take-home task of a week


class InstructionsSchema(Shape):
    """What the employer said about following up (W4)."""

    makes = Instructions

    text = fields.Notes(load_default="")
    not_before = fields.Moment(load_default=None, allow_none=True)
    do_not_contact = fields.Flag(load_default=False)


class RoundSchema(Shape):
    """One interview. An ``id`` that the record knows keeps it the same interview; else one is given."""

    makes = Round

    id = fields.Text(load_default="")
    at = fields.Moment(required=True)
    minutes = fields.Number(1, LONGEST_INTERVIEW, load_default=None, allow_none=True)
    kind = fields.Word(ROUND_KINDS, load_default="video")
    status = fields.Word(ROUND_STATUSES, load_default="held")
    promised_by = fields.Day(load_default=None, allow_none=True)
    instructions = fields.Part(InstructionsSchema, load_default=None, allow_none=True)
    open_question = fields.Notes(load_default=None, allow_none=True)
    interviewers = fields.Several(fields.Part(InterviewerSchema), most=100, load_default=())
