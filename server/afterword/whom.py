"""Whom a click is about, and whether it is their turn or the user's."""

from collections.abc import Iterable
from datetime import datetime

from .domain.cadence import contact_rank
from .domain.drafts import DraftRequest
from .domain.kinds import Kind
from .domain.matching import Match, email_key, find_matches, is_no_reply, name_key, people_of
from .domain.records import Record
from .domain.settings import Settings
from .storage.records_table import RecordsTable

# Kinds that go to each person met; the others go once to the employer, through the main contact.
_PER_PERSON: frozenset[Kind] = frozenset({"thank_you", "connect", "stay_in_touch"})


def people_meant(request: DraftRequest, records: RecordsTable, now: datetime) -> tuple[Match, ...]:
    """The people whom the request can mean: by its ids if it has any, else by what the page shows.

    Raises:
        NotFoundError: the request names a record that is not there.
    """
    if request.record_id is None:
        found = find_matches(request, _candidates(request, records), now)
    else:
        found = _people_in(records.get(request.record_id), request, now)
    return _main_contact_only(found) if _goes_once(request.kind, found) else found


def _people_in(record: Record, request: DraftRequest, now: datetime) -> tuple[Match, ...]:
    if request.interviewer_id or request.round_id:
        return _named(request, record)
    return find_matches(request, (record,), now) or people_of(record, now) or _record_alone(record)


def _candidates(request: DraftRequest, records: RecordsTable) -> Iterable[Record]:
    found: dict[str, Record] = {}
    for recipient in request.recipients:
        for record in (*records.with_email(recipient.email), *records.with_person_name(recipient.name)):
            found[record.id] = record
    person = request.person
    for record in (*records.with_linkedin(person.linkedin_url), *records.with_person_name(person.name)):
        found[record.id] = record
    return found.values()


def _named(request: DraftRequest, record: Record) -> tuple[Match, ...]:
    """The people that the request names by id: one interviewer, or all of one round."""
    return tuple(
        Match(record, round_, person)
        for round_ in record.rounds
        for person in round_.interviewers
        if request.interviewer_id in (None, person.id) and request.round_id in (None, round_.id)
    )


def _record_alone(record: Record) -> tuple[Match, ...]:
    latest = max(record.rounds, key=lambda r: r.at, default=None)
    return (Match(record, latest, None),)


def _goes_once(kind: Kind | None, found: tuple[Match, ...]) -> bool:
    return kind is not None and kind not in _PER_PERSON and len({m.record.id for m in found}) == 1


def _main_contact_only(found: tuple[Match, ...]) -> tuple[Match, ...]:
    return (min(found, key=lambda m: contact_rank(m.interviewer)),)


def no_reply_advice(request: DraftRequest, matches: tuple[Match, ...]) -> str | None:
    """Where to write instead, if all that the box is addressed to are addresses nobody reads (X23)."""
    addressed = [r.email for r in request.recipients if r.email]
    if not addressed or not all(is_no_reply(address) for address in addressed):
        return None
    met = (m.interviewer.email for m in matches if m.interviewer and m.interviewer.email)
    readable = next((address for address in met if not is_no_reply(address)), None)
    return f"Nobody reads mail sent to {addressed[0]}. Write to {readable or 'a person you met'} instead."


def employer_wrote_last(request: DraftRequest, match: Match, settings: Settings) -> bool:
    """Whether to ask first what they said: the open thread ends with the employer's mail (X23).

    A mail from before the interview (an invitation) says nothing about it and is not asked about; nor is one
    of a day on which a reply is logged.
    """
    thread = request.thread
    if not thread.is_reply or not _is_of_employer(thread.last_from, match, settings):
        return False
    if thread.last_at is None:
        return True
    if match.round and thread.last_at < match.round.at:
        return False
    return all(
        r.at.astimezone(thread.last_at.tzinfo).date() != thread.last_at.date() for r in match.record.replies
    )


def _is_of_employer(sender: str, match: Match, settings: Settings) -> bool:
    if (
        not sender
        or email_key(sender) == email_key(settings.email)
        or name_key(sender) == name_key(settings.name)
    ):
        return False
    people = [i for r in match.record.rounds for i in r.interviewers]
    if any(name_key(sender) == name_key(i.name) for i in people):
        return True
    domain = email_key(sender).partition("@")[2]
    return bool(domain) and any(email_key(i.email or "").endswith(f"@{domain}") for i in people)
