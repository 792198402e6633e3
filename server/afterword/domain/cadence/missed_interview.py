"""After an interview that the employer missed or called off: a short message the same day (X13, X25)."""

from datetime import UTC, datetime

from ..drafts import Timing
from ..records import Round
from .log import latest_reply, round_of_entry, settled
from .situation import Situation
from .thank_you import CALLED_OFF
from .window import Window, judged, stopped


def timing(situation: Situation) -> Timing:
    """When to ask for the interview that did not take place."""
    round_ = situation.round_
    if round_ is None or round_.status not in CALLED_OFF:
        return stopped("No interview of this record was missed or called off", "X13")
    if _done(situation, round_):
        return stopped("You wrote about this interview already, or set it aside", "X13")
    return judged(_window(situation, round_), situation, instructed=True)


def called_for(situation: Situation) -> bool:
    """Whether the agreed time has passed and neither side has said anything since."""
    round_ = situation.round_
    return (
        round_ is not None
        and round_.status in CALLED_OFF
        and situation.standing.is_open
        and situation.standing.kind != "offer"
        and situation.elsewhere.acceptance is None
        and not _done(situation, round_)
        and not _overtaken(situation, round_)
    )


def opens_at(situation: Situation, round_: Round) -> datetime:
    """When the interviewer is late enough to be asked, in UTC."""
    return situation.calendar.after(round_.at, situation.playbook.missed_interview.opens)


def _window(situation: Situation, round_: Round) -> Window:
    start = round_.at.astimezone(UTC)
    opens = opens_at(situation, round_)
    happened = "was called off" if round_.status == "cancelled" else "did not take place"
    return Window(
        opens=opens,
        best=situation.calendar.after(start, situation.playbook.missed_interview.best),
        closes=max(opens, situation.calendar.end_of(situation.calendar.day_of(start))),
        why=f"The interview of {situation.say(start)} {happened}; write briefly on the same day",
        rules=("X13", "X25"),
        firm=True,
    )


def _done(situation: Situation, round_: Round) -> bool:
    entries = settled(situation.record, "missed_interview")
    return any(round_of_entry(situation.record, entry) == round_ for entry in entries)


def _overtaken(situation: Situation, round_: Round) -> bool:
    """Whether the employer answered since, or another interview was agreed."""
    if latest_reply(situation.record, since=round_.at):
        return True
    return any(r.at > round_.at and r.status not in CALLED_OFF for r in situation.record.rounds)
