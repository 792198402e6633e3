"""The guard against asking too often (W8, W28)."""

from datetime import datetime, timedelta

from ..drafts import Finding
from ..kinds import Kind
from ..playbook import Playbook
from ..records import FollowUp, Interviewer, Record, Reply
from .log import same_person, sent

# The recommended thank-you, the card and the connection request do not ask; nor do answers to the employer.
ASKING: tuple[Kind, ...] = (
    "check_in",
    "second_follow_up",
    "offer_ask_details",
    "offer_more_time",
    "other_offer",
    "missed_interview",
)


def asks_since_reply(
    record: Record, interviewer_id: str | None, playbook: Playbook, now: datetime
) -> tuple[FollowUp, ...]:
    """The messages that asked this person for something, on every channel, since their last reply (W8).

    Counted within the playbook's days before ``now``. Without a person: all that asked this employer, since
    anybody's reply. A message or reply that names nobody counts for everybody.
    """
    person = record.interviewer(interviewer_id) if interviewer_id else None
    replied = max((r.at for r in record.replies if _is_from(r, person, record)), default=None)
    since = now - timedelta(minutes=playbook.persistence.within.minutes)
    ids = same_person(record, person) | {None} if person else None
    return tuple(
        entry
        for entry in sent(record, *ASKING, since=since)
        if (replied is None or entry.at > replied) and (ids is None or entry.interviewer_id in ids)
    )


def persistence_findings(
    record: Record, interviewer_id: str | None, kind: Kind, playbook: Playbook, now: datetime
) -> tuple[Finding, ...]:
    """A warning with the numbers where one more message of this kind would be too many (W8, W28)."""
    if kind not in ASKING:
        return ()
    person = record.interviewer(interviewer_id) if interviewer_id else None
    asked = len(asks_since_reply(record, interviewer_id, playbook, now)) if person else 0
    if person and asked + 1 >= playbook.persistence.asks:
        return (_warning(person.name, asked, playbook),)
    asked_employer = len(asks_since_reply(record, None, playbook, now))
    if asked_employer + 1 >= playbook.persistence.asks:
        return (_warning(record.company, asked_employer, playbook),)
    return ()


def _warning(who: str, asked: int, playbook: Playbook) -> Finding:
    limit = playbook.persistence
    times = "once" if asked == 1 else f"{asked} times"
    why = (
        f"You asked {who} {times} in the last {limit.within} without a reply, and this would be one more; "
        f"{limit.asks} within {limit.within} look impatient. Give them time to answer."
    )
    return Finding(rule="W8", level="warning", words="", start=0, end=0, why=why)


def _is_from(reply: Reply, person: Interviewer | None, record: Record) -> bool:
    """Whether a reply came from this person; one from nobody known may be anybody's."""
    if person is None or not reply.sender:
        return True
    senders = [i for r in record.rounds for i in r.interviewers if _signs(i, reply.sender)]
    return not senders or any(i.id in same_person(record, person) for i in senders)


def _signs(person: Interviewer, sender: str) -> bool:
    told = sender.casefold()
    return told == person.name.casefold() or bool(person.email and person.email.casefold() in told)
