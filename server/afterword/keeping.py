"""Keeping records: what happens when the user adds, changes, deletes or brings back a record."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from .domain.errors import InvalidInputError, NotFoundError
from .domain.kinds import OutcomeKind
from .domain.records import Interviewer, Record, Round
from .storage.records_table import RecordsTable

_OPEN_OUTCOMES: frozenset[OutcomeKind] = frozenset({"waiting", "next_round", "offer"})
_UNDATED_OUTCOMES: frozenset[OutcomeKind] = frozenset({"waiting", "next_round"})


def create_record(record: Record, *, records: RecordsTable, now: datetime) -> Record:
    """Keep a new record and give it, its rounds and its people their ids.

    Raises:
        InvalidInputError: the parts contradict each other; nothing is kept.
    """
    _refuse_contradictions(record, now)
    rounds = tuple(_settled_round(r, previous=None) for r in record.rounds)
    return records.add(replace(record, id=_new_id(), rounds=rounds))


def replace_record(
    record_id: str, record: Record, *, expected_version: int | None, records: RecordsTable, now: datetime
) -> Record:
    """Put new facts in the place of a record's old ones; its log of follow-ups and replies stays.

    Raises:
        ConflictError: somebody changed the record since ``expected_version`` was read (T13).
        InvalidInputError: the parts contradict each other; the old record stays.
    """
    _refuse_contradictions(record, now)

    def with_new_facts(old: Record) -> Record:
        known = {r.id: r for r in old.rounds}
        return replace(
            old,
            company=record.company,
            role=record.role,
            country=record.country,
            excites=record.excites,
            skill=record.skill,
            informal=record.informal,
            outcome=record.outcome,
            rounds=tuple(_settled_round(r, previous=known.get(r.id)) for r in record.rounds),
        )

    return records.change(record_id, with_new_facts, expected_version=expected_version)


def trash_record(
    record_id: str, *, expected_version: int | None, records: RecordsTable, now: datetime
) -> None:
    """Put a record into the trash, from which it can be restored for 30 days."""
    records.trash(record_id, expected_version=expected_version)


def restore_record(record_id: str, *, records: RecordsTable, now: datetime) -> Record:
    """Take a record out of the trash."""
    return records.restore(record_id)


def note_facts(
    record_id: str, interviewer_id: str, changes: Mapping[str, Any], *, records: RecordsTable, now: datetime
) -> Record:
    """Write down what was learnt about a person (what was talked about, an address); the rest stays."""

    def with_note(old: Record) -> Record:
        if old.interviewer(interviewer_id) is None:
            raise NotFoundError("This person is not in the record any more. Open the record and check.")
        return replace(
            old,
            rounds=tuple(_with_person_changed(round_, interviewer_id, changes) for round_ in old.rounds),
        )

    return records.change(record_id, with_note)


def add_interviewer(
    record_id: str, round_id: str, interviewer: Interviewer, *, records: RecordsTable, now: datetime
) -> Record:
    """Add a person to a round that is already there."""

    def with_person(old: Record) -> Record:
        if all(r.id != round_id for r in old.rounds):
            raise NotFoundError("This interview is not in the record any more. Open the record and check.")
        return replace(
            old,
            rounds=tuple(
                _settled_round(replace(r, interviewers=(*r.interviewers, interviewer)), previous=r)
                if r.id == round_id
                else r
                for r in old.rounds
            ),
        )

    return records.change(record_id, with_person)


def _new_id() -> str:
    return uuid4().hex


def _with_person_changed(round_: Round, interviewer_id: str, changes: Mapping[str, Any]) -> Round:
    people = tuple(replace(i, **changes) if i.id == interviewer_id else i for i in round_.interviewers)
    return replace(round_, interviewers=people)


def _settled_round(round_: Round, *, previous: Round | None) -> Round:
    """The round with ids and seats; those that the previous state gave stay with their people (X8)."""
    seats = {i.id: i.seat for i in previous.interviewers} if previous else {}
    taken = {seats[i.id] for i in round_.interviewers if i.id in seats}
    free = _free_seats(taken)
    people = tuple(
        replace(i, seat=seats[i.id]) if i.id in seats else replace(i, id=_new_id(), seat=next(free))
        for i in round_.interviewers
    )
    return replace(round_, id=previous.id if previous else _new_id(), interviewers=people)


def _free_seats(taken: Iterable[int]) -> Iterator[int]:
    occupied = set(taken)
    seat = 0
    while True:
        if seat not in occupied:
            yield seat
        seat += 1


def _refuse_contradictions(record: Record, now: datetime) -> None:
    fields = dict(_contradictions(record, now))
    if fields:
        raise InvalidInputError("Something in the record does not fit together.", fields=fields)


def _contradictions(record: Record, now: datetime) -> Iterator[tuple[str, str]]:
    outcome = record.outcome
    if outcome.at is None and outcome.kind not in _UNDATED_OUTCOMES:
        yield "outcome.at", "Say when this happened."
    if outcome.at is not None and outcome.at > now:
        yield "outcome.at", "This is in the future; an outcome is noted once it has happened."
    if outcome.at is not None and outcome.kind not in _OPEN_OUTCOMES:
        for index, round_ in enumerate(record.rounds):
            if round_.at > outcome.at and round_.status != "cancelled":
                yield f"rounds.{index}.at", "This interview is after the end of the process."
