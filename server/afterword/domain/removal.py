"""Taking a part out of a record, and putting it back when the user changes their mind."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from .errors import NotFoundError
from .records import FollowUp, Interviewer, Record, Reply, Round

Part = Round | Interviewer | FollowUp | Reply
_P = TypeVar("_P", bound=Round | Interviewer | FollowUp | Reply)


@dataclass(frozen=True, slots=True)
class Removed:
    """A part that was taken out. ``round_id``: the round a person was met in."""

    part: Part
    round_id: str | None = None


def take_out(record: Record, part_id: str) -> tuple[Record, Removed]:
    """The record without the round, person, log entry or reply of this id, and what was taken.

    Raises:
        NotFoundError: the record has no part of this id.
    """
    removed = _find(record, part_id)
    if removed is None:
        raise NotFoundError("This is not in the record any more. Open the record and check.")
    return _with_parts(record, removed, keep=False), removed


def put_back(record: Record, removed: Removed) -> Record:
    """The record with the part in it again; a person whose round is gone stays out."""
    return record if _find(record, removed.part.id) else _with_parts(record, removed, keep=True)


def _find(record: Record, part_id: str) -> Removed | None:
    own: tuple[Part, ...] = (*record.rounds, *record.follow_ups, *record.replies)
    people = (Removed(person, r.id) for r in record.rounds for person in r.interviewers)
    parts = (*(Removed(part) for part in own), *people)
    return next((removed for removed in parts if removed.part.id == part_id), None)


def _with_parts(record: Record, removed: Removed, *, keep: bool) -> Record:
    part = removed.part
    if isinstance(part, Round):
        return replace(record, rounds=_placed(record.rounds, part, keep=keep))
    if isinstance(part, FollowUp):
        return replace(record, follow_ups=_placed(record.follow_ups, part, keep=keep))
    if isinstance(part, Reply):
        return replace(record, replies=_placed(record.replies, part, keep=keep))
    return replace(
        record,
        rounds=tuple(
            replace(r, interviewers=_placed(r.interviewers, part, keep=keep))
            if r.id == removed.round_id
            else r
            for r in record.rounds
        ),
    )


def _placed(parts: Iterable[_P], part: _P, *, keep: bool) -> tuple[_P, ...]:
    others: tuple[_P, ...] = tuple(p for p in parts if p.id != part.id)
    return (*others, part) if keep else others
