"""One role at one company."""

from collections.abc import Mapping
from typing import Any, ClassVar

from ...domain.records import Outcome, Record
from . import fields
from .follow_up import FollowUpSchema, ReplySchema, SnoozeSchema
from .outcome import OutcomeSchema
from .round import RoundSchema
from .shape import KeptShape, Shape


class RecordSchema(KeptShape):
    """A record. Its log is read here and written through its own addresses."""

    makes = Record
    server_sets: ClassVar[Mapping[str, Any]] = {"id": ""}

    id = fields.Given(dump_only=True)
    company = fields.Text(required=True)
    role = fields.Text(required=True)
    country = fields.Country(load_default=None, allow_none=True)
    excites = fields.Notes(load_default=None, allow_none=True)
    skill = fields.Notes(load_default=None, allow_none=True)
    informal = fields.Flag(load_default=False)
    rounds = fields.Several(fields.Part(RoundSchema), most=100, load_default=())
    outcome = fields.Part(OutcomeSchema, load_default=Outcome())
    follow_ups = fields.Several(fields.Part(FollowUpSchema), dump_only=True)
    replies = fields.Several(fields.Part(ReplySchema), dump_only=True)
    snoozes = fields.Several(fields.Part(SnoozeSchema), dump_only=True)
    version = fields.Number(0, 2**53, dump_only=True)
    created_at = fields.Moment(dump_only=True, allow_none=True)
    updated_at = fields.Moment(dump_only=True, allow_none=True)
    deleted_at = fields.Moment(dump_only=True, allow_none=True)


class RecordQuerySchema(Shape):
    """Which records to list: those with all these words, or those in the trash."""

    search = fields.Text(load_default="")
    page = fields.Number(1, 1_000_000, written=True, load_default=1)
    page_size = fields.Number(1, 200, written=True, load_default=50)
    trash = fields.Word(("true", "false"), load_default="false")


class RecordListSchema(Shape):
    """One page of records, the last changed first."""

    items = fields.Several(fields.Part(RecordSchema))
    page = fields.Number(1, 1_000_000)
    page_size = fields.Number(1, 200)
    total = fields.Number(0, 2**53)
