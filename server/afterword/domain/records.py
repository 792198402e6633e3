"""A record: one role at one company, with its rounds, its log and its outcome.

All moments are zone-aware ``datetime``; all values are frozen. ``Stage`` is never stored: it is computed.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from .kinds import (
    Channel,
    FollowUpState,
    HiringRole,
    Kind,
    OutcomeKind,
    ReplySays,
    RoundKind,
    RoundStatus,
)

UNSTATED_LENGTH = timedelta(hours=1)  # W3: an interview whose length nobody gave


@dataclass(frozen=True, slots=True)
class Interviewer:
    """A person met in a round. ``seat`` is the place in the deal of wordings (X8), given once."""

    id: str
    name: str
    greet_as: str | None = None
    email: str | None = None
    linkedin_url: str | None = None
    title: str | None = None
    hiring_role: HiringRole = "other"
    timezone: str | None = None
    talked_about: str | None = None
    seat: int = 0


@dataclass(frozen=True, slots=True)
class Instructions:
    """What the employer said about following up; it overrides the playbook's window (W4)."""

    text: str = ""
    not_before: datetime | None = None
    do_not_contact: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """One interview. ``minutes``: its length; ``promised_by``: the day promised for an answer (W5)."""

    id: str
    at: datetime
    minutes: int | None = None
    kind: RoundKind = "video"
    status: RoundStatus = "held"
    promised_by: date | None = None
    instructions: Instructions | None = None
    open_question: str | None = None
    interviewers: tuple[Interviewer, ...] = ()

    @property
    def ends_at(self) -> datetime:
        """The interview's end: start plus length, one hour if no length is given (W3)."""
        return self.at + (timedelta(minutes=self.minutes) if self.minutes else UNSTATED_LENGTH)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the process stands or ended, with the facts the offer family restates (X11, X24)."""

    kind: OutcomeKind = "waiting"
    at: datetime | None = None
    feedback: str | None = None
    contract_received: bool = False
    salary: str | None = None
    start_date: date | None = None
    decide_by: date | datetime | None = None  # a bare date means until the end of that day
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class FollowUp:
    """An entry of the log: inserted, sent or dismissed. A draft alone writes nothing."""

    id: str
    kind: Kind
    channel: Channel
    state: FollowUpState
    at: datetime
    round_id: str | None = None
    interviewer_id: str | None = None
    draft_id: str | None = None
    wording: int | None = None
    subject: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What the employer answered; resets W8 and W12 (X14). ``sender`` is ``from`` on the wire."""

    id: str
    at: datetime
    says: ReplySays = "other"
    sender: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Snooze:
    """The user's wish not to be reminded of one kind before a moment."""

    kind: Kind
    until: datetime


@dataclass(frozen=True, slots=True)
class Record:
    """One role at one company. ``version`` counts every change and is the ETag (T13)."""

    id: str
    company: str
    role: str
    country: str | None = None
    excites: str | None = None
    skill: str | None = None
    informal: bool = False
    rounds: tuple[Round, ...] = ()
    outcome: Outcome = Outcome()
    follow_ups: tuple[FollowUp, ...] = ()
    replies: tuple[Reply, ...] = ()
    snoozes: tuple[Snooze, ...] = ()
    version: int = 0
    created_at: datetime | None = None
    updated_at: datetime | None = None
    deleted_at: datetime | None = None

    def round_of(self, interviewer_id: str) -> Round | None:
        """The round in which this interviewer was met."""
        return next((r for r in self.rounds if any(i.id == interviewer_id for i in r.interviewers)), None)

    def interviewer(self, interviewer_id: str) -> Interviewer | None:
        """The interviewer of this id, in whichever round."""
        return next((i for r in self.rounds for i in r.interviewers if i.id == interviewer_id), None)
