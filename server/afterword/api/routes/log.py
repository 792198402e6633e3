"""A record's log: follow-ups, the employer's replies, reminders put off."""

from collections.abc import Mapping
from typing import Any

from ... import sending
from ...domain.records import FollowUp, Reply, Snooze
from ...parts import parts_of_request
from ..blueprint import ApiBlueprint
from ..schemas.follow_up import (
    FollowUpListSchema,
    FollowUpSchema,
    ReplyListSchema,
    ReplySchema,
    SnoozeSchema,
)

log = ApiBlueprint("log", __name__, description="What was sent, answered and put off")


@log.route("/records/<record_id>/follow-ups", methods=["GET"])
@log.response(200, FollowUpListSchema)
def list_follow_ups(record_id: str) -> dict[str, Any]:
    """List what was inserted, sent or dismissed."""
    record = parts_of_request().store.records.get(record_id)
    return {"items": record.follow_ups}


@log.route("/records/<record_id>/follow-ups", methods=["POST"])
@log.arguments(FollowUpSchema)
@log.response(201, FollowUpSchema)
@log.alt_response(
    200, schema=FollowUpSchema, description="This draft was logged in this state before", success=True
)
def log_follow_up(entry: Mapping[str, Any], record_id: str) -> tuple[FollowUp, int]:
    """Log a follow-up; the same draft in the same state twice is one entry."""
    parts = parts_of_request()
    stamp = parts.clock.stamp()
    kept, is_new = sending.log_follow_up(
        record_id,
        FollowUp(**{"id": "", **entry, "at": entry["at"] or stamp}),
        records=parts.store.records,
        # A stamp is never in the future, also where a demo's clock stands still in the past.
        now=parts.clock.now() if entry["at"] else stamp,
    )
    return kept, 201 if is_new else 200


@log.route("/records/<record_id>/replies", methods=["GET"])
@log.response(200, ReplyListSchema)
def list_replies(record_id: str) -> dict[str, Any]:
    """List what the employer answered."""
    record = parts_of_request().store.records.get(record_id)
    return {"items": record.replies}


@log.route("/records/<record_id>/replies", methods=["POST"])
@log.arguments(ReplySchema)
@log.response(201, ReplySchema)
def log_reply(reply: Reply, record_id: str) -> Reply:
    """Log what the employer answered."""
    parts = parts_of_request()
    return sending.log_reply(record_id, reply, records=parts.store.records, now=parts.clock.now())


@log.route("/records/<record_id>/snooze", methods=["POST"])
@log.arguments(SnoozeSchema)
@log.response(201, SnoozeSchema)
def snooze(put_off: Snooze, record_id: str) -> Snooze:
    """Put off the reminder of one kind."""
    parts = parts_of_request()
    return sending.snooze(record_id, put_off, records=parts.store.records, now=parts.clock.now())
