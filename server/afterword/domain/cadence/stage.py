"""The stage of a record: computed from log, outcome and clock, never stored."""

from datetime import datetime
from typing import Literal, get_args

from ..records import Record, Round
from .log import end_of_round, has_ended, latest_ended, round_of_entry
from .standing import standing_of
from .thank_you import CALLED_OFF

Stage = Literal[
    "planned",
    "interviewed",
    "waiting",
    "next_round",
    "offer",
    "accepted",
    "declined",
    "rejected",
    "withdrawn",
    "moved_on",
]
STAGES: tuple[Stage, ...] = get_args(Stage)


def stage_of(record: Record, now: datetime) -> Stage:
    """Where the process stands for the user.

    "planned": no interview yet. "interviewed": the last one has no follow-up yet (W2). "waiting": it has one.
    "next_round": invited, or the next interview is agreed. The others are the outcome's own words.
    """
    standing = standing_of(record)
    if standing.kind != "waiting":
        return standing.kind
    last = latest_ended(record, now)
    if last is None:
        return "planned"
    if any(r.at > last.at and r.status not in CALLED_OFF for r in record.rounds):
        return "next_round"
    return "interviewed" if last in rounds_without_follow_up(record, now) else "waiting"


def rounds_without_follow_up(record: Record, now: datetime) -> tuple[Round, ...]:
    """The interviews that took place and after which nothing was sent: a weak impression (W2)."""
    followed_up = [round_of_entry(record, entry) for entry in record.follow_ups if entry.state == "sent"]
    ended = sorted((r for r in record.rounds if has_ended(r, now)), key=end_of_round)
    return tuple(round_ for round_ in ended if round_ not in followed_up)
