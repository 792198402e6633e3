"""The log: what was inserted, sent or dismissed, what the employer answered, what the user put off."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from .domain.errors import InvalidInputError
from .domain.kinds import Kind
from .domain.records import FollowUp, Record, Reply, Round, Snooze
from .storage.records_table import RecordsTable


def log_follow_up(
    record_id: str, entry: FollowUp, *, records: RecordsTable, now: datetime
) -> tuple[FollowUp, bool]:
    """Log a follow-up; the same draft in the same state twice is one entry.

    Returns:
        The entry as it is kept, and whether it is new.

    Raises:
        InvalidInputError: the entry is in the future, or names a person or round the record does not have.
    """
    _refuse_future(entry.at, now)
    kept: list[tuple[FollowUp, bool]] = []

    def with_entry(record: Record) -> Record:
        _refuse_strangers(record, entry)
        known = _same_entry(record, entry)
        if known:
            kept.append((known, False))
            return record
        new = replace(entry, id=uuid4().hex, round_id=_round_id_of(record, entry))
        kept.append((new, True))
        return replace(record, follow_ups=(*record.follow_ups, new))

    records.change(record_id, with_entry)
    return kept[-1]


def log_reply(record_id: str, reply: Reply, *, records: RecordsTable, now: datetime) -> Reply:
    """Log what the employer answered; the clocks of W8 and W12 start anew from it (X14)."""
    _refuse_future(reply.at, now)
    new = replace(reply, id=uuid4().hex)
    records.change(record_id, lambda record: replace(record, replies=(*record.replies, new)))
    return new


def snooze(record_id: str, put_off: Snooze, *, records: RecordsTable, now: datetime) -> Snooze:
    """Put off the reminder of one kind until a moment; a later word on the same kind replaces it."""
    if put_off.until <= now:
        message = "Choose a moment in the future to be reminded at."
        raise InvalidInputError(message, fields={"until": message})

    def with_snooze(record: Record) -> Record:
        others = tuple(s for s in record.snoozes if s.kind != put_off.kind)
        return replace(record, snoozes=(*others, put_off))

    records.change(record_id, with_snooze)
    return put_off


def remind_again(record_id: str, kind: Kind, *, records: RecordsTable) -> Record:
    """Take back that a kind was put off."""
    return records.change(
        record_id, lambda old: replace(old, snoozes=tuple(s for s in old.snoozes if s.kind != kind))
    )


def _refuse_future(at: datetime, now: datetime) -> None:
    if at > now:
        message = "This is in the future; the log holds what has happened."
        raise InvalidInputError(message, fields={"at": message})


def _refuse_strangers(record: Record, entry: FollowUp) -> None:
    if entry.interviewer_id and record.interviewer(entry.interviewer_id) is None:
        message = "The record has no person of this id."
        raise InvalidInputError(message, fields={"interviewer_id": message})
    if entry.round_id and all(r.id != entry.round_id for r in record.rounds):
        message = "The record has no interview of this id."
        raise InvalidInputError(message, fields={"round_id": message})


def _same_entry(record: Record, entry: FollowUp) -> FollowUp | None:
    if entry.draft_id is None:
        return None
    return next(
        (f for f in record.follow_ups if f.draft_id == entry.draft_id and f.state == entry.state), None
    )


def _round_id_of(record: Record, entry: FollowUp) -> str | None:
    """The round an entry belongs to: the one named, else the person's, else the latest before the entry."""
    if entry.round_id:
        return entry.round_id
    if entry.interviewer_id and (round_ := record.round_of(entry.interviewer_id)):
        return round_.id
    earlier = [r for r in record.rounds if r.at <= entry.at]
    latest: Round | None = max(earlier, key=lambda r: r.at, default=None)
    return latest.id if latest else None
