"""Keeping records: what happens when the user adds, changes, deletes or brings back a record."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from .domain.errors import InvalidInputError, NotFoundError
from .domain.kinds import OutcomeKind
from .domain.matching import email_key
from .domain.records import Interviewer, Outcome, Record, Round
from .domain.removal import Removed, put_back, take_out
from .storage.records_table import RecordsTable

_OPEN_OUTCOMES: frozenset[OutcomeKind] = frozenset({"waiting", "next_round", "offer"})
_UNDATED_OUTCOMES: frozenset[OutcomeKind] = frozenset({"waiting", "next_round"})
_PERSON_GONE = "This person is not in the record any more. Open the record and check."
_ROUND_GONE = "This interview is not in the record any more. Open the record and check."


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


def change_facts(
    record_id: str, changes: Mapping[str, Any], *, expected_version: int | None, records: RecordsTable
) -> Record:
    """Change what is known of the role itself (company, country, what excites); the rest stays.

    Raises:
        ConflictError: somebody changed the record since ``expected_version`` was read (T13).
    """
    return records.change(record_id, lambda old: replace(old, **changes), expected_version=expected_version)


def note_outcome(
    record_id: str, outcome: Outcome, *, expected_version: int | None, records: RecordsTable, now: datetime
) -> Record:
    """Note how the process stands or ended.

    Raises:
        ConflictError: somebody changed the record since ``expected_version`` was read (T13).
        InvalidInputError: it has no date, lies in the future, or an interview comes after it.
    """

    def with_outcome(old: Record) -> Record:
        new = replace(old, outcome=outcome)
        _refuse_contradictions(new, now)
        return new

    return records.change(record_id, with_outcome, expected_version=expected_version)


def keep_round(
    record_id: str, round_: Round, *, expected_version: int | None, records: RecordsTable, now: datetime
) -> Record:
    """Put a round in the place of the one of its id, or add it as a new one if it has none.

    Raises:
        ConflictError: somebody changed the record since ``expected_version`` was read (T13).
        InvalidInputError: it comes after the end of the process, or two people share an address.
        NotFoundError: the record has no round of this id any more.
    """

    def with_round(old: Record) -> Record:
        known = {r.id: r for r in old.rounds}
        if round_.id and round_.id not in known:
            raise NotFoundError(_ROUND_GONE)
        if not round_.id:
            _refuse_one_address_for_two(round_)
        settled = _settled_round(round_, previous=known.get(round_.id))
        others = (settled if r.id == settled.id else r for r in old.rounds)
        new = replace(old, rounds=tuple(others) if round_.id else (*old.rounds, settled))
        _refuse_contradictions(new, now)
        return new

    return records.change(record_id, with_round, expected_version=expected_version)


def keep_person(
    record_id: str, round_id: str, person: Interviewer, *, expected_version: int | None, records: RecordsTable
) -> Record:
    """Put a person in the place of the one of their id, or add them to the round as a new one.

    Raises:
        ConflictError: somebody changed the record since ``expected_version`` was read (T13).
        InvalidInputError: somebody else of the round has the same e-mail address.
        NotFoundError: the round, or the person, is not in the record any more.
    """
    return keep_panel(record_id, round_id, (person,), expected_version=expected_version, records=records)


def keep_panel(
    record_id: str,
    round_id: str,
    people: Iterable[Interviewer],
    *,
    expected_version: int | None,
    records: RecordsTable,
) -> Record:
    """Keep several people of one round at once; see ``keep_person``."""
    new_or_changed = tuple(people)

    def with_people(old: Record) -> Record:
        round_ = next((r for r in old.rounds if r.id == round_id), None)
        if round_ is None:
            raise NotFoundError(_ROUND_GONE)
        changed = {i.id: i for i in new_or_changed if i.id}
        if changed.keys() - {i.id for i in round_.interviewers}:
            raise NotFoundError(_PERSON_GONE)
        kept = [changed.get(i.id, i) for i in round_.interviewers]
        met = replace(round_, interviewers=(*kept, *(i for i in new_or_changed if not i.id)))
        _refuse_one_address_for_two(met)
        settled = _settled_round(met, previous=round_)
        return replace(old, rounds=tuple(settled if r.id == round_id else r for r in old.rounds))

    return records.change(record_id, with_people, expected_version=expected_version)


def remove_part(record_id: str, part_id: str, *, records: RecordsTable) -> Removed:
    """Take a round, a person or an entry of the log out of a record, to be put back on request.

    Raises:
        NotFoundError: it is not in the record any more.
    """
    taken: list[Removed] = []

    def without(old: Record) -> Record:
        new, removed = take_out(old, part_id)
        taken.append(removed)
        return new

    records.change(record_id, without)
    return taken[-1]


def put_part_back(record_id: str, removed: Removed, *, records: RecordsTable) -> Record:
    """Undo ``remove_part``; what is in the record again already stays as it is."""
    return records.change(record_id, lambda old: put_back(old, removed))


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
            raise NotFoundError(_PERSON_GONE)
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
            raise NotFoundError(_ROUND_GONE)
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


def _refuse_one_address_for_two(round_: Round) -> None:
    """Two people with one address would get each other's messages."""
    owners: dict[str, str] = {}
    for person in round_.interviewers:
        key = email_key(person.email or "")
        if key and key in owners:
            message = f"{owners[key]} and {person.name} can't both have the address {person.email}."
            raise InvalidInputError(message, fields={"email": message})
        owners[key] = person.name


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
