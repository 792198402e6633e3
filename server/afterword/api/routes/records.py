"""Records: listed, kept, replaced, put into the trash and taken out of it."""

from collections.abc import Mapping
from typing import Any

from werkzeug.wrappers import Response

from ... import keeping
from ...domain.records import Interviewer, Record
from ...parts import parts_of_request
from ..blueprint import ApiBlueprint
from ..listing import listed
from ..schemas.interviewer import InterviewerFactsSchema, InterviewerSchema
from ..schemas.record import RecordListSchema, RecordQuerySchema, RecordSchema
from ..versions import IfMatchSchema, demanded_version, etag_of, offered_version

records = ApiBlueprint("records", __name__, description="One role at one company each")

Answer = tuple[Record, int, dict[str, str]]


@records.route("/records", methods=["GET"])
@records.arguments(RecordQuerySchema, location="query")
@records.response(200, RecordListSchema)
def list_records(query: Mapping[str, Any]) -> dict[str, Any]:
    """List records, the last changed first."""
    return listed(parts_of_request().store.records, query)


@records.route("/records", methods=["POST"])
@records.arguments(RecordSchema)
@records.response(201, RecordSchema)
def create_record(record: Record) -> Answer:
    """Keep a new record."""
    parts = parts_of_request()
    kept = keeping.create_record(record, records=parts.store.records, now=parts.clock.now())
    return kept, 201, etag_of(kept)


@records.route("/records/<record_id>", methods=["GET"])
@records.response(200, RecordSchema)
def read_record(record_id: str) -> Answer:
    """Read a record; its ETag is the version to send back with a change."""
    record = parts_of_request().store.records.get(record_id)
    return record, 200, etag_of(record)


@records.route("/records/<record_id>", methods=["PUT"])
@records.arguments(IfMatchSchema, location="headers")
@records.arguments(RecordSchema)
@records.response(200, RecordSchema)
def replace_record(headers: Mapping[str, str], record: Record, record_id: str) -> Answer:
    """Replace a record's facts; its log stays."""
    parts = parts_of_request()
    kept = keeping.replace_record(
        record_id,
        record,
        expected_version=demanded_version(headers["if_match"]),
        records=parts.store.records,
        now=parts.clock.now(),
    )
    return kept, 200, etag_of(kept)


@records.route("/records/<record_id>", methods=["DELETE"])
@records.arguments(IfMatchSchema, location="headers")
@records.response(204)
def trash_record(headers: Mapping[str, str], record_id: str) -> Response:
    """Put a record into the trash, from which it can be restored for 30 days."""
    parts = parts_of_request()
    version = offered_version(headers["if_match"])
    keeping.trash_record(
        record_id, expected_version=version, records=parts.store.records, now=parts.clock.stamp()
    )
    return Response(status=204)


@records.route("/records/<record_id>/restore", methods=["POST"])
@records.response(200, RecordSchema)
def restore_record(record_id: str) -> Answer:
    """Take a record out of the trash."""
    parts = parts_of_request()
    restored = keeping.restore_record(record_id, records=parts.store.records, now=parts.clock.stamp())
    return restored, 200, etag_of(restored)


@records.route("/records/<record_id>/interviewers/<interviewer_id>", methods=["PATCH"])
@records.arguments(InterviewerFactsSchema)
@records.response(200, RecordSchema)
def note_facts(changes: Mapping[str, Any], record_id: str, interviewer_id: str) -> Answer:
    """Write down what was learnt about a person; what is not given stays."""
    parts = parts_of_request()
    kept = keeping.note_facts(
        record_id, interviewer_id, changes, records=parts.store.records, now=parts.clock.now()
    )
    return kept, 200, etag_of(kept)


@records.route("/records/<record_id>/rounds/<round_id>/interviewers", methods=["POST"])
@records.arguments(InterviewerSchema)
@records.response(201, RecordSchema)
def add_interviewer(interviewer: Interviewer, record_id: str, round_id: str) -> Answer:
    """Add a person to an interview."""
    parts = parts_of_request()
    kept = keeping.add_interviewer(
        record_id, round_id, interviewer, records=parts.store.records, now=parts.clock.now()
    )
    return kept, 201, etag_of(kept)
