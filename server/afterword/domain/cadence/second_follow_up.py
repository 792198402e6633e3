"""The second follow-up: 5 to 7 days after the first (W12), once per wait, and then no more (W19)."""

from datetime import datetime

from ..drafts import Timing
from .situation import Situation
from .wait import Wait, check_in_is_ahead, ends_wait, wait_of
from .window import Window, judged, not_yet, stopped

MOVE_ON = (
    "You have followed up twice and shown that you care. If they stay silent, it is no judgement of you: "
    "let this one rest, put your energy into the next, and log their reply if it comes after all."
)


def timing(situation: Situation) -> Timing:
    """When to write the second time; stop once that is done."""
    wait = wait_of(situation)
    if reason := ends_wait(situation, wait):
        return reason
    if wait is None or wait.first is None:
        return not_yet(
            "The first follow-up of an interview is its thank-you; this message comes after it", "X3"
        )
    if wait.second:
        done = "wrote a second time" if wait.second.state == "sent" else "set the second message aside"
        return stopped(
            f"You {done} {situation.say(wait.second.at)}; a third message would be too much", "W19", "X3"
        )
    if check_in_is_ahead(situation, wait) and wait.promised_by:
        day = situation.say_day(wait.promised_by)
        return not_yet(f"They promised an answer by {day}, so the check-in after that day comes first", "X3")
    return judged(window(situation, wait, wait.first.at), situation, instructed=True)


def called_for(situation: Situation) -> bool:
    """Whether this wait is at its second follow-up, or past it and moving on is due."""
    wait = wait_of(situation)
    if wait is None or wait.first is None or ends_wait(situation, wait):
        return False
    if wait.second:
        return wait.second.state == "sent"
    return not check_in_is_ahead(situation, wait)


def advice(situation: Situation) -> str | None:
    """The kind word after the second follow-up (W19)."""
    wait = wait_of(situation)
    sent = wait is not None and wait.second is not None and wait.second.state == "sent"
    return MOVE_ON if sent and ends_wait(situation, wait) is None else None


def window(situation: Situation, wait: Wait, first_at: datetime) -> Window:
    """Whole days after the latest of thank-you, check-in and reply: a reply starts the clock anew (X14)."""
    span, calendar, working = (
        situation.playbook.second_follow_up,
        situation.calendar,
        situation.settings.business_days,
    )
    start = max(first_at, wait.replied_at or first_at)
    day = calendar.day_of(start)
    what = "They last wrote" if wait.replied_at and wait.replied_at >= first_at else "You last wrote"
    days = f"{span.opens.amount} to {span.closes.amount} {'working ' if working else ''}days"
    return Window(
        opens=calendar.start_of(calendar.day_after(day, span.opens.amount, working=working)),
        closes=calendar.end_of(calendar.day_after(day, span.closes.amount, working=working)),
        why=f"{what} {situation.say_day(day)} and nothing has come since; write again {days} later",
        rules=("W12", "X3", *(("X14",) if what == "They last wrote" else ()), *(("X2",) if working else ())),
    )
