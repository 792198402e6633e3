"""Questions to a record's log: what was sent or set aside, and what came back."""

from collections.abc import Collection, Iterator
from datetime import UTC, datetime

from ..kinds import Channel, Kind
from ..records import FollowUp, Interviewer, Record, Reply, Round

CALLS: frozenset[Channel] = frozenset({"phone", "voicemail"})


def end_of_round(round_: Round) -> datetime:
    """The interview's end in UTC (W3); minutes elapse, also over a change of the clocks."""
    return round_.at.astimezone(UTC) + (round_.ends_at - round_.at)


def has_ended(round_: Round, now: datetime) -> bool:
    """Whether an interview took place: nobody said otherwise and its end has passed."""
    return round_.status in ("held", "planned") and end_of_round(round_) <= now


def latest_ended(record: Record, now: datetime) -> Round | None:
    """The last interview that took place."""
    return max((r for r in record.rounds if has_ended(r, now)), key=lambda r: r.at, default=None)


def round_of_entry(record: Record, entry: FollowUp) -> Round | None:
    """The round a log entry belongs to: the one it names, its person's, else the latest begun before it."""
    named = next((r for r in record.rounds if r.id == entry.round_id), None)
    if named or entry.round_id:
        return named
    if entry.interviewer_id and (met_in := record.round_of(entry.interviewer_id)):
        return met_in
    begun = (r for r in record.rounds if r.at <= entry.at)
    return max(begun, key=lambda r: r.at, default=record.rounds[0] if record.rounds else None)


def is_to(entry: FollowUp, interviewer: Interviewer | None) -> bool:
    """Whether an entry is to this person; one that names nobody is to everybody."""
    return interviewer is None or entry.interviewer_id in (None, interviewer.id)


def sent(record: Record, *kinds: Kind, since: datetime | None = None) -> tuple[FollowUp, ...]:
    """The messages of these kinds sent at or after a moment, oldest first."""
    return tuple(sorted(_entries(record, kinds, ("sent",), since), key=lambda f: f.at))


def latest_sent(record: Record, *kinds: Kind, since: datetime | None = None) -> FollowUp | None:
    """The last message of these kinds sent at or after a moment."""
    messages = sent(record, *kinds, since=since)
    return messages[-1] if messages else None


def settled(record: Record, *kinds: Kind, since: datetime | None = None) -> tuple[FollowUp, ...]:
    """The follow-ups of these kinds that were sent or dismissed: neither is offered again."""
    return tuple(_entries(record, kinds, ("sent", "dismissed"), since))


def _entries(
    record: Record, kinds: Collection[Kind], states: Collection[str], since: datetime | None
) -> Iterator[FollowUp]:
    for entry in record.follow_ups:
        if entry.kind in kinds and entry.state in states and (since is None or entry.at >= since):
            yield entry


def latest_reply(record: Record, since: datetime | None = None) -> Reply | None:
    """The employer's last reply after a moment."""
    replies = (r for r in record.replies if since is None or r.at > since)
    return max(replies, key=lambda r: r.at, default=None)


def same_person(record: Record, interviewer: Interviewer) -> frozenset[str]:
    """The ids under which this person was met, in all rounds: by e-mail, LinkedIn address or full name."""
    keys = _keys(interviewer)
    return frozenset(
        other.id for round_ in record.rounds for other in round_.interviewers if keys & _keys(other)
    )


def _keys(person: Interviewer) -> frozenset[str]:
    marks = (person.id, person.email, person.linkedin_url, person.name)
    return frozenset(" ".join(mark.casefold().split()) for mark in marks if mark and mark.strip())
