"""The wait for the employer's answer: begun by the last interview or reply, ended by the next (X3)."""

from dataclasses import dataclass
from datetime import date, datetime

from ..drafts import Timing
from ..kinds import OutcomeKind
from ..records import FollowUp, Record, Round
from .log import end_of_round, has_ended, latest_ended, latest_reply, latest_sent, settled
from .situation import Situation
from .window import not_yet, stopped

_HEARD: dict[OutcomeKind, str] = {
    "next_round": "They invited you to the next interview",
    "rejected": "They decided for somebody else",
    "offer": "They made you an offer",
    "accepted": "You accepted their offer",
    "declined": "You declined their offer",
    "withdrawn": "You withdrew",
    "moved_on": "You moved on",
}


@dataclass(frozen=True, slots=True)
class Wait:
    """Where the order thank-you, check-in, second follow-up stands.

    ``began``: the last interview's end or the employer's last reply after it. ``promised_by``: the date named
    on the day of the last interview. ``first``: the latest thank-you or check-in since that day. ``check_in``
    and ``second``: those sent or set aside in this wait. ``next_round``: one after the last interview, be it
    still to come or called off.
    """

    round_: Round
    began: datetime
    replied_at: datetime | None
    promised_by: date | None
    first: FollowUp | None
    check_in: FollowUp | None
    second: FollowUp | None
    next_round: Round | None


def wait_of(situation: Situation) -> Wait | None:
    """The wait that goes on now; None while no interview has taken place."""
    record = situation.record
    last = latest_ended(record, situation.now)
    if last is None:
        return None
    ended = end_of_round(last)
    that_day = _same_day(record, last, situation)
    reply = latest_reply(record, since=ended)
    began = reply.at if reply else ended
    return Wait(
        round_=last,
        began=began,
        replied_at=reply.at if reply else None,
        promised_by=next((r.promised_by for r in that_day if r.promised_by), None),
        first=latest_sent(record, "thank_you", "check_in", since=that_day[-1].at),
        check_in=next(iter(settled(record, "check_in", since=began)), None),
        second=next(iter(settled(record, "second_follow_up", since=began)), None),
        next_round=next((r for r in record.rounds if r.at > last.at), None),
    )


def ends_wait(situation: Situation, wait: Wait | None) -> Timing | None:
    """Why nobody should ask for news now; None where asking may be right (X3)."""
    standing = situation.standing
    if not standing.is_waiting:
        since = f" {situation.say(standing.at)}" if standing.at else ""
        return stopped(f"{_HEARD[standing.kind]}{since}, so there is nothing to ask about", "X3")
    if situation.elsewhere.acceptance:
        company = situation.elsewhere.acceptance.company
        return stopped(f"You accepted the offer of {company}, so there is nothing to ask about", "X12")
    if wait is None:
        return not_yet("No interview has taken place yet, so there is nothing to ask about", "X3")
    later = wait.next_round
    if later is None:
        return None
    if later.status in ("missed", "cancelled"):
        day = situation.say(later.at)
        return stopped(f"The interview of {day} did not take place; ask for a new date instead", "X3", "X13")
    return stopped(f"The next interview is {situation.say(later.at)}, so there is nothing to ask about", "X3")


def check_in_is_ahead(situation: Situation, wait: Wait) -> bool:
    """Whether a date was promised for which neither an answer nor a check-in is logged (X3, W5)."""
    if wait.promised_by is None or wait.check_in:
        return False
    return wait.replied_at is None or situation.calendar.day_of(wait.replied_at) < wait.promised_by


def _same_day(record: Record, last: Round, situation: Situation) -> list[Round]:
    """The rounds held on the last interview's day, latest first: one visit may be several interviews."""
    day_of = situation.calendar.day_of
    rounds = [r for r in record.rounds if has_ended(r, situation.now) and day_of(r.at) == day_of(last.at)]
    return sorted(rounds, key=lambda r: r.at, reverse=True)
