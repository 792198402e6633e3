"""The log of a record: follow-ups, replies, reminders put off."""

from collections.abc import Mapping
from typing import Any, ClassVar

from ...domain.kinds import CHANNELS, FOLLOW_UP_STATES, KINDS, REPLIES
from ...domain.records import Reply, Snooze
from . import fields
from .shape import KeptShape, Shape


class FollowUpSchema(KeptShape):
    """An entry of the log. Without ``at`` it is stamped when it arrives."""

    id = fields.Given(dump_only=True)
    kind = fields.Word(KINDS, required=True)
    channel = fields.Word(CHANNELS, required=True)
    state = fields.Word(FOLLOW_UP_STATES, required=True)
    at = fields.Moment(load_default=None, allow_none=True)
    round_id = fields.Text(load_default=None, allow_none=True)
    interviewer_id = fields.Text(load_default=None, allow_none=True)
    draft_id = fields.Text(load_default=None, allow_none=True)
    wording = fields.Number(0, 1_000_000, load_default=None, allow_none=True)
    subject = fields.Text(load_default=None, allow_none=True, longest=1_000)
    text = fields.Notes(load_default=None, allow_none=True, longest=50_000)


class ReplySchema(KeptShape):
    """What the employer answered."""

    makes = Reply
    server_sets: ClassVar[Mapping[str, Any]] = {"id": ""}

    id = fields.Given(dump_only=True)
    at = fields.Moment(required=True)
    says = fields.Word(REPLIES, load_default="other")
    sender = fields.Text(data_key="from", load_default=None, allow_none=True, longest=320)
    text = fields.Notes(load_default=None, allow_none=True, longest=50_000)


class SnoozeSchema(Shape):
    """A reminder put off."""

    makes = Snooze

    kind = fields.Word(KINDS, required=True)
    until = fields.Moment(required=True)


class FollowUpListSchema(Shape):
    """A record's follow-ups, in the order of logging."""

    items = fields.Several(fields.Part(FollowUpSchema))


class ReplyListSchema(Shape):
    """A record's replies, in the order of logging."""

    items = fields.Several(fields.Part(ReplySchema))
