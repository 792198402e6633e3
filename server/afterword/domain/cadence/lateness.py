"""Whether a message that was sent came late (W7)."""

from dataclasses import replace
from datetime import datetime

from ..playbook import Playbook
from ..records import FollowUp, Outcome, Record
from ..settings import Settings
from .elsewhere import Elsewhere
from .timing import timing_for


def was_late(
    record: Record,
    entry: FollowUp,
    settings: Settings,
    playbook: Playbook,
    elsewhere: Elsewhere = Elsewhere(),  # noqa: B008 - frozen
) -> bool:
    """Whether this entry of the log was sent after its window closed. At its best moment it never is."""
    timing = timing_for(
        _as_it_was(record, entry.at),
        entry.round_id,
        entry.interviewer_id,
        entry.kind,
        entry.channel,
        settings,
        playbook,
        entry.at,
        elsewhere,
    )
    return timing.verdict == "late"


def _as_it_was(record: Record, moment: datetime) -> Record:
    """The record without what was logged from this moment on."""
    outcome = record.outcome
    return replace(
        record,
        follow_ups=tuple(f for f in record.follow_ups if f.at < moment),
        replies=tuple(r for r in record.replies if r.at <= moment),
        rounds=tuple(r for r in record.rounds if r.at <= moment) or record.rounds,
        outcome=Outcome() if outcome.at and outcome.at > moment else outcome,
    )
